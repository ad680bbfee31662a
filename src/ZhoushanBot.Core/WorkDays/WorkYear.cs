using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Core.WorkDays;

/// <summary>Days off in a row, such as 春节.</summary>
/// <param name="Name">What for; may be empty.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before the first.</param>
public sealed record DaysOff(string Name, DateOnly From, DateOnly To);

/// <summary>节假日安排: one year of the State Council's arrangement of holidays, as a data file holds it.</summary>
/// <param name="Year">Which; every day of the file lies in it.</param>
/// <param name="DocumentNumber">文号 of the arrangement; empty where the source does not give it.</param>
/// <param name="IssuedOn">Its date; null where it is not known.</param>
/// <param name="Source">Where the days were read.</param>
/// <param name="DaysOff">放假, in order; never empty.</param>
/// <param name="MakeupWorkdays">调休上班日: Saturdays and Sundays that are worked instead; may be empty.</param>
public sealed record WorkYear(
    int Year,
    string DocumentNumber,
    DateOnly? IssuedOn,
    string Source,
    ImmutableArray<DaysOff> DaysOff,
    ImmutableArray<DateOnly> MakeupWorkdays);

/// <summary>Why a file of holidays is not taken.</summary>
public enum WorkYearFault
{
    /// <summary>It is not JSON of the documented shape; argument: where and what.</summary>
    NotReadable,

    /// <summary>It names no source, so that nobody can check it.</summary>
    NoSource,

    /// <summary>It has no days off.</summary>
    NoDaysOff,

    /// <summary>A day lies outside its year; argument: the day.</summary>
    OutsideYear,

    /// <summary>A stretch ends before it begins; argument: its first day.</summary>
    EndsBeforeItBegins,

    /// <summary>A make-up day is neither Saturday nor Sunday; argument: the day.</summary>
    MakeupOnWeekday,

    /// <summary>A day is both off and worked; argument: the day.</summary>
    OffAndWorked,
}

/// <summary>What came of reading a file of holidays. A closed set.</summary>
public abstract record WorkYearReading
{
    private WorkYearReading()
    {
    }

    /// <summary>It holds.</summary>
    /// <param name="Value">The year.</param>
    public sealed record Year(WorkYear Value) : WorkYearReading;

    /// <summary>It does not, and nothing of it is taken.</summary>
    /// <param name="Fault">The first fault.</param>
    /// <param name="Argument">See <see cref="WorkYearFault"/>; may be empty.</param>
    public sealed record Refused(WorkYearFault Fault, string Argument) : WorkYearReading;
}

/// <summary>Reads files of holidays: those that are built in, and those that an administrator loads.</summary>
public static class WorkYearFile
{
    /// <summary>Reads one file and checks it against the rules that every arrangement keeps.</summary>
    /// <param name="json">UTF-8, with or without byte order mark.</param>
    public static WorkYearReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            var year = JsonSerializer.Deserialize(json.StartsWith(mark) ? json[mark.Length..] : json, WorkYearJson.Default.WorkYear);
            return year is null ? new WorkYearReading.Refused(WorkYearFault.NotReadable, "null") : Check(year);
        }
        catch (JsonException e)
        {
            return new WorkYearReading.Refused(WorkYearFault.NotReadable, e.Message);
        }
    }

    private static WorkYearReading Check(WorkYear year)
    {
        if (string.IsNullOrWhiteSpace(year.Source))
        {
            return new WorkYearReading.Refused(WorkYearFault.NoSource, string.Empty);
        }

        if (year.DaysOff.IsDefaultOrEmpty)
        {
            return new WorkYearReading.Refused(WorkYearFault.NoDaysOff, string.Empty);
        }

        year = year with { DocumentNumber = year.DocumentNumber ?? string.Empty, MakeupWorkdays = year.MakeupWorkdays.IsDefault ? [] : year.MakeupWorkdays };
        return FaultOf(year) is { } fault ? fault : new WorkYearReading.Year(year);
    }

    private static WorkYearReading.Refused? FaultOf(WorkYear year)
    {
        foreach (var off in year.DaysOff)
        {
            if (off.To < off.From)
            {
                return Refuse(WorkYearFault.EndsBeforeItBegins, off.From);
            }

            if (off.From.Year != year.Year || off.To.Year != year.Year)
            {
                return Refuse(WorkYearFault.OutsideYear, off.From.Year != year.Year ? off.From : off.To);
            }
        }

        foreach (var day in year.MakeupWorkdays)
        {
            var fault = day.Year != year.Year ? WorkYearFault.OutsideYear
                : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? WorkYearFault.MakeupOnWeekday
                : year.DaysOff.Any(off => off.From <= day && day <= off.To) ? WorkYearFault.OffAndWorked
                : (WorkYearFault?)null;
            if (fault is { } found)
            {
                return Refuse(found, day);
            }
        }

        return null;
    }

    private static WorkYearReading.Refused Refuse(WorkYearFault fault, DateOnly day) =>
        new(fault, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The shape of a file of holidays.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WorkYear))]
internal sealed partial class WorkYearJson : JsonSerializerContext;
