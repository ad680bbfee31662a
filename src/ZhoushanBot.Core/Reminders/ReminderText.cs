using System.Collections.Immutable;
using System.Text;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Reminders;

/// <summary>A line of a digest in words, ready to show.</summary>
/// <param name="Title">The task, shortened.</param>
/// <param name="Place">List, section and item.</param>
/// <param name="Whose">The party and its part, "jointly" included.</param>
/// <param name="When">The last day and what is left of it.</param>
/// <param name="Origin">Where the day comes from: the notice's words, or that it is derived, or who set it.</param>
/// <param name="Missing">What is to be reached; empty where the notice gives no figure.</param>
/// <param name="Notes">Why it comes now, and what else is to be known; may be empty.</param>
/// <param name="Quote">The notice's words, shortened.</param>
public sealed record ReminderWords(string Title, string Place, string Whose, string When, string Origin, string Missing, ImmutableArray<string> Notes, string Quote);

/// <summary>The words of reminders. One class per language, so that a missing translation does not compile.</summary>
public abstract class ReminderText
{
    private const int TitleLength = 60;
    private const int QuoteLength = 160;

    private readonly AnswerText answers;
    private readonly DeadlineText deadlines;

    private protected ReminderText(ReplyLanguage language, NameBook names)
    {
        answers = AnswerText.Of(language, names);
        deadlines = DeadlineText.In(language);
    }

    /// <summary>The words in a language.</summary>
    public static ReminderText Of(ReplyLanguage language, NameBook names) =>
        language == ReplyLanguage.English ? new EnglishReminderText(names) : new ChineseReminderText(names);

    /// <summary>What heads a digest: the day, and how many matters it has.</summary>
    public abstract string Heading(Digest digest);

    /// <summary>"No calendar of 2027 …": to be shown below a digest whose calendar is assumed.</summary>
    public abstract string CalendarAssumed(int year);

    /// <summary>That a digest may have arrived before.</summary>
    public abstract string MayRepeat { get; }

    /// <summary>By which rule a line comes now.</summary>
    public abstract string Rule(Occasion occasion);

    /// <summary>Which step of the escalation a line is.</summary>
    public abstract string LevelName(EscalationLevel level);

    /// <summary>Why an action is refused, and what can be done.</summary>
    public abstract string Describe(ReminderRefusal refusal);

    /// <summary>1 天后、3 天后、下周.</summary>
    public abstract string NameOf(SnoozeChoice choice);

    /// <summary>A line in words.</summary>
    /// <param name="line">Planned from <paramref name="input"/>; a task that it no longer has gives null.</param>
    /// <param name="input">Gives the task, its notice and its day.</param>
    public ReminderWords? Words(PlannedReminder line, PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Find(line.WorkItemId) is not { } task)
        {
            return null;
        }

        var (content, item) = task;
        var step = line.MilestoneId is null ? null : DeadlinesInForce.MilestonesOf(item, input.Deadlines).FirstOrDefault(m => m.Id == line.MilestoneId);
        var area = line.Duty == DutyKind.Lead ? null : line.Party.Area;
        return new ReminderWords(
            step is null ? answers.Task(content.Notice, item, TitleLength) : Step(step.Text, answers.Task(content.Notice, item, TitleLength)),
            answers.Place(item),
            Whose(line, item),
            When(line, deadlines.Day(line.Due)),
            step is null ? deadlines.Origin(DeadlinesInForce.Of(content.Notice, item, area, input.DeadlineRules, input.Deadlines), content.Notice) : StepOrigin(step, content),
            Missing(line, content, item),
            [.. NotesOf(line)],
            Shorten(content.Notice.Quote(step?.Span ?? item.Span)));
    }

    /// <summary>A digest as plain text, for where no card is shown; the same facts.</summary>
    public string Plain(Digest digest, PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(input);
        var text = new StringBuilder(Heading(digest)).Append('\n');
        var number = 0;
        foreach (var line in digest.Lines)
        {
            if (Words(line, input) is { } words)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{++number}. {words.Title} 〔{words.Place}〕\n   {words.When} ({words.Origin})\n   {words.Whose}");
                text.Append(words.Missing.Length > 0 ? $"\n   {words.Missing}" : string.Empty);
                text.Append(words.Notes.IsEmpty ? "\n" : $"\n   {string.Join(' ', words.Notes)}\n");
            }
        }

        return digest.IsCalendarAssumed ? text.Append(CalendarAssumed(AssumedYear(digest, input))).Append('\n').ToString() : text.ToString();
    }

    /// <summary>What will go out, to whom and why, one line a reminder: for the command and for managers.</summary>
    public string Plain(ReminderPlan plan, PlanInput input)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(input);
        var text = new StringBuilder(PlanHeading(plan)).Append('\n');
        foreach (var digest in plan.Digests)
        {
            text.Append("  ").Append(RecipientName(digest.To)).Append('\n');
            foreach (var line in digest.Lines)
            {
                if (Words(line, input) is { } words)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {Rule(line.Occasion)} · {words.Whose} · {words.Title} 〔{words.Place}〕 · {words.When}\n");
                }
            }
        }

        foreach (var held in plan.Held)
        {
            text.Append("  ").Append(HeldOf(held)).Append('\n');
        }

        if (plan.Quiet > 0)
        {
            text.Append("  ").Append(Quiet(plan.Quiet)).Append('\n');
        }

        return plan.Undeliverable > 0 ? text.Append("  ").Append(Undeliverable(plan.Undeliverable)).Append('\n').ToString() : text.ToString();
    }

    /// <summary>The day of a plan, and how much goes out.</summary>
    public string HeadingOf(ReminderPlan plan) => PlanHeading(plan);

    /// <summary>Who has to wait, with how much.</summary>
    public string HeldOf(HeldReminders held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return Held(RecipientName(held.To), held.Lines);
    }

    /// <summary>How much is not said because it was acknowledged or put off.</summary>
    public abstract string Quiet(int lines);

    /// <summary>Whom a digest goes to.</summary>
    public abstract string RecipientName(Recipient to);

    private protected abstract string PlanHeading(ReminderPlan plan);

    private protected abstract string Held(string name, int lines);

    private protected abstract string Undeliverable(int lines);

    private protected abstract string Step(string step, string task);

    private protected abstract string When(PlannedReminder line, string day);

    private protected abstract string Lead(string party);

    private protected abstract string OfArea(string party);

    private protected abstract string Support(string party);

    private protected abstract string Joint(string party);

    private protected abstract string JointSupport(string party);

    private protected abstract string StepOfNotice { get; }

    private protected abstract string StepGiven(string by, string day);

    private protected abstract string Target(string what);

    private protected abstract IEnumerable<string> NotesOf(PlannedReminder line);

    private static int AssumedYear(Digest digest, PlanInput input) => input.Calendar.IsAssumed(digest.On.Year)
        ? digest.On.Year
        : digest.Lines.Select(line => line.Due.Year).FirstOrDefault(input.Calendar.IsAssumed, digest.On.Year);

    private static string Shorten(string words)
    {
        var joined = words.ReplaceLineEndings(string.Empty);
        return joined.Length > QuoteLength ? joined[..QuoteLength] + "…" : joined;
    }

    private string Whose(PlannedReminder line, WorkItem item)
    {
        var party = line.Party.Organization is { } organization ? answers.Organization(organization) : answers.Area(line.Party.Name);
        return line.Duty switch
        {
            DutyKind.Lead => line.IsJoint ? Joint(party) : Lead(party),
            DutyKind.Area => OfArea(party),
            DutyKind.Supporting when item.IsJoint => Joint(party),
            DutyKind.Supporting => line.IsJoint ? JointSupport(party) : Support(party),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string StepOrigin(MilestoneInForce step, NoticeContent content) => step.Given is { } given
        ? StepGiven(given.By.Name.Length > 0 ? given.By.Name : given.By.AccountId, deadlines.Day(WorkDays.ShanghaiTime.DateOf(given.At)))
        : step.Span is { } span ? $"{StepOfNotice} “{Shorten(content.Notice.Quote(span))}”" : StepOfNotice;

    private string Missing(PlannedReminder line, NoticeContent content, WorkItem item)
    {
        IEnumerable<string> parts = line.Duty == DutyKind.Area
            ? from row in item.Rows
              from cell in row.Areas
              where cell.Area == line.Party.Area && Value(cell.Value) is not null
              select answers.TargetLine(answers.Row(content.Notice, item, row), Value(cell.Value)!, false)
            : item.Targets.Select(t => answers.TargetLine(answers.Indicator(t), answers.Figure(t.Figure), t.IsStretch));
        var all = string.Join(answers.PartSeparator, parts);
        return all.Length > 0 ? Target(all) : string.Empty;
    }

    private string? Value(CellValue value) => value switch
    {
        CellValue.Amount amount => answers.Figure(amount.Figure),
        CellValue.Words words => words.Text,
        _ => null,
    };
}
