using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Questions;

/// <summary>What of the status is looked at.</summary>
public enum StatusView
{
    /// <summary>All at a glance.</summary>
    Overview,

    /// <summary>By lead official.</summary>
    ByOfficial,

    /// <summary>By lead unit.</summary>
    ByUnit,

    /// <summary>The areas side by side.</summary>
    ByArea,

    /// <summary>By list.</summary>
    ByList,

    /// <summary>By field of the projects.</summary>
    ByCategory,

    /// <summary>The tasks, one by one.</summary>
    Tasks,

    /// <summary>The figures of one area.</summary>
    AreaFigures,

    /// <summary>One task with its history.</summary>
    Detail,

    /// <summary>滞后: what is red or yellow.</summary>
    Lagging,

    /// <summary>未报.</summary>
    NotReported,

    /// <summary>What is different from some days before.</summary>
    Changes,

    /// <summary>待审核: reports that wait for the supervision office.</summary>
    ToReview,
}

/// <summary>Which status is asked for. What is empty or null does not narrow.</summary>
public sealed record StatusQuery(StatusView View)
{
    private const char Between = '|';
    private const char Within = '~';

    /// <summary>All at a glance.</summary>
    public static StatusQuery Everything { get; } = new(StatusView.Overview);

    /// <summary>Name of the official who leads.</summary>
    public string Official { get; init; } = string.Empty;

    /// <summary>Official name of the unit that leads.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Area.</summary>
    public string Area { get; init; } = string.Empty;

    /// <summary>Field of the projects.</summary>
    public string Category { get; init; } = string.Empty;

    /// <summary>Lists, one of which a task stands in.</summary>
    public ImmutableArray<WorkListKind> Lists { get; init; } = [];

    /// <summary>These tasks, by id.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Lamps, one of which a task has.</summary>
    public ImmutableArray<StatusLamp> Lamps { get; init; } = [];

    /// <summary>Which report is missing; null for the one that is due.</summary>
    public ReportPeriodKind? Period { get; init; }

    /// <summary>How many days ago it is compared with; 0 where nothing is.</summary>
    public int DaysAgo { get; init; }

    /// <summary>Page, from 0.</summary>
    public int Page { get; init; }

    /// <summary>All of it as one text that a button carries.</summary>
    public string Code => string.Join(
        Between,
        View,
        Official,
        Unit,
        Area,
        Category,
        string.Join(Within, Lists),
        string.Join(Within, Ids),
        string.Join(Within, Lamps),
        Period?.ToString() ?? string.Empty,
        DaysAgo.ToString(CultureInfo.InvariantCulture),
        Page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads <see cref="Code"/>; null for anything else.</summary>
    public static StatusQuery? FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var parts = code.Split(Between);
        if (parts.Length != 11 || Named<StatusView>(parts[0]) is not { } view || Several<WorkListKind>(parts[5]) is not { } lists || Several<StatusLamp>(parts[7]) is not { } lamps
            || !int.TryParse(parts[9], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > 3660
            || !int.TryParse(parts[10], NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page > 100_000)
        {
            return null;
        }

        return new StatusQuery(view)
        {
            Official = parts[1],
            Unit = parts[2],
            Area = parts[3],
            Category = parts[4],
            Lists = lists,
            Ids = parts[6].Length == 0 ? [] : [.. parts[6].Split(Within)],
            Lamps = lamps,
            Period = Named<ReportPeriodKind>(parts[8]),
            DaysAgo = days,
            Page = page,
        };
    }

    /// <inheritdoc/>
    public bool Equals(StatusQuery? other) => other is not null && Code == other.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    private static T? Named<T>(string text)
        where T : struct, Enum => text.Length > 0 && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static ImmutableArray<T>? Several<T>(string text)
        where T : struct, Enum
    {
        if (text.Length == 0)
        {
            return ImmutableArray<T>.Empty;
        }

        var read = text.Split(Within).Select(Named<T>).ToList();
        return read.TrueForAll(r => r is not null) ? [.. read.Select(r => r!.Value)] : null;
    }
}
