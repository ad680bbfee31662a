using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Core.Cards;

/// <summary>The verbs and data of the buttons of reminders.</summary>
public static class ReminderButtons
{
    /// <summary>已知悉: one task, or without one those that <see cref="Shown"/> names.</summary>
    public const string Acknowledge = "reminder.acknowledge";

    /// <summary>稍后提醒.</summary>
    public const string Snooze = "reminder.snooze";

    /// <summary>申请延期.</summary>
    public const string Extend = "reminder.extend";

    /// <summary>One task of a digest, with all that can be done.</summary>
    public const string Open = "reminder.open";

    /// <summary>The digest as it stands now.</summary>
    public const string Refresh = "reminder.refresh";

    /// <summary>Grants or refuses a request for more time.</summary>
    public const string Decide = "extension.decide";

    /// <summary>The form for progress, which another part answers.</summary>
    public const string Report = "report.form";

    /// <summary>Field: key of a digest.</summary>
    public const string Digest = "digest";

    /// <summary>Field: the lines of the digest that the card shows, see <see cref="NameShown"/>.</summary>
    public const string Shown = "shown";

    /// <summary>Field: which part of a long digest, counted from 0; missing for the first.</summary>
    public const string Page = "page";

    /// <summary>Field: the task.</summary>
    public const string WorkItem = "workItem";

    /// <summary>Field: whose, the unit.</summary>
    public const string Organization = "organization";

    /// <summary>Field: whose, the area.</summary>
    public const string Area = "area";

    /// <summary>Field: the due day that the card shows.</summary>
    public const string Due = "due";

    /// <summary>Field and input: how long it is put off.</summary>
    public const string Choice = "choice";

    /// <summary>Field and input: the day asked for.</summary>
    public const string Until = "until";

    /// <summary>Field and input: why.</summary>
    public const string Reason = "reason";

    /// <summary>Field: number of a request.</summary>
    public const string Request = "request";

    /// <summary>Field: <c>yes</c> or <c>no</c>.</summary>
    public const string Granted = "granted";

    /// <summary>A day as the data has it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a button is about.</summary>
    public static ImmutableArray<CardDatum> DataOf(ReminderTarget target, string? digest)
    {
        ArgumentNullException.ThrowIfNull(target);
        var data = ImmutableArray.CreateBuilder<CardDatum>();
        data.Add(new CardDatum(WorkItem, target.WorkItemId));
        data.Add(new CardDatum(Due, Day(target.Due)));
        Add(data, Organization, target.Party.Organization);
        Add(data, Area, target.Party.Area);
        Add(data, Digest, digest);
        return data.ToImmutable();
    }

    /// <summary>Names lines of a digest by the beginnings of their keys, so that a long card stays small.</summary>
    public static string NameShown(IEnumerable<PlannedReminder> lines) => string.Join(',', lines.Select(Begin));

    /// <summary>The lines of a digest that a card showed; empty when the words name none.</summary>
    public static ImmutableArray<PlannedReminder> ReadShown(string shown, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(digest);
        var begun = shown.Split(',').ToHashSet(StringComparer.Ordinal);
        return [.. digest.Lines.Where(line => begun.Contains(Begin(line)))];
    }

    private static string Begin(PlannedReminder line) => line.Key[..Math.Min(8, line.Key.Length)];

    private static void Add(ImmutableArray<CardDatum>.Builder data, string name, string? value)
    {
        if (value is not null)
        {
            data.Add(new CardDatum(name, value));
        }
    }
}
