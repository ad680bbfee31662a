using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>A step that is wished for.</summary>
/// <param name="On">The last day.</param>
/// <param name="Text">What is done by then: a figure ("10公里") or words.</param>
public sealed record PlanStep(DateOnly On, string Text);

/// <summary>What somebody wishes for a task: its day, its steps, or both at once.</summary>
/// <param name="On">The last day; null to leave it.</param>
/// <param name="Steps">All steps that the task is to have, in any order, empty for none; null to leave them.</param>
/// <param name="Reason">Why.</param>
public sealed record DeadlineWish(DateOnly? On, ImmutableArray<PlanStep>? Steps, string Reason)
{
    /// <summary>Most steps of one task.</summary>
    public const int MostSteps = 12;

    /// <summary>Most UTF-16 characters of a step or a reason.</summary>
    public const int LongestText = 500;
}

/// <summary>Turns a wish into what is to be written down: only what is different from what holds.</summary>
internal sealed class WishJudge(DeadlineWish wish, Notice notice, WorkItem item, DeadlineRules rules, DeadlineState state, DateOnly today)
{
    private readonly DeadlineInForce before = DeadlinesInForce.Of(notice, item, null, rules, state);

    public DeadlineOutcome Judge()
    {
        if (string.IsNullOrWhiteSpace(wish.Reason))
        {
            return Refuse(DeadlineRefusal.NoReason);
        }

        if (wish.Reason.Length > DeadlineWish.LongestText)
        {
            return Refuse(DeadlineRefusal.TooLong, wish.Reason[..10] + "…");
        }

        var on = wish.On is { } day && day != before.On ? day : (DateOnly?)null;
        if (on is { } changed && DeadlineActions.DayRefusal(changed, notice, today) is { } refusal)
        {
            return Refuse(refusal, DateOf(changed));
        }

        var events = ImmutableArray.CreateBuilder<DeadlineEvent>();
        if (on is not null)
        {
            events.Add(new DeadlineEvent.Set(on.Value, wish.Reason.Trim()));
        }

        return wish.Steps is { } steps && AddSteps([.. steps.DistinctBy(s => (s.On, s.Text.Trim()))], on ?? before.On, events) is { } refused ? refused
            : events.Count == 0 ? Refuse(DeadlineRefusal.NothingToChange)
            : new DeadlineOutcome.Done(events.ToImmutable());
    }

    /// <summary>A step that stays keeps its name, so that nobody is reminded of it anew; one with the same words has moved.</summary>
    private DeadlineOutcome.Refused? AddSteps(ImmutableArray<PlanStep> steps, DateOnly due, ImmutableArray<DeadlineEvent>.Builder events)
    {
        if (steps.Length > DeadlineWish.MostSteps)
        {
            return Refuse(DeadlineRefusal.TooManySteps);
        }

        var held = DeadlinesInForce.MilestonesOf(item, state).ToList();
        var wanted = steps.Where(step => held.RemoveAll(h => h.On == step.On && h.Text == step.Text.Trim()) == 0).ToList();
        var changed = new List<DeadlineEvent>();
        foreach (var step in wanted)
        {
            var text = step.Text.Trim();
            if (RefusalOf(step.On, text, due) is { } refusal)
            {
                return Refuse(refusal, $"{DateOf(step.On)} {(text.Length > 20 ? text[..20] + "…" : text)}".TrimEnd());
            }

            var moved = held.Find(h => h.Text == text);
            changed.Add(new DeadlineEvent.MilestoneSet(moved?.Id, step.On, text, wish.Reason.Trim()));
            held.Remove(moved!);
        }

        events.AddRange(held.Select(h => new DeadlineEvent.MilestoneCleared(h.Id, wish.Reason.Trim())));
        events.AddRange(changed);
        return null;
    }

    private DeadlineRefusal? RefusalOf(DateOnly on, string text, DateOnly due) =>
        text.Length == 0 ? DeadlineRefusal.NoWords
        : text.Length > DeadlineWish.LongestText ? DeadlineRefusal.TooLong
        : DeadlineActions.DayRefusal(on, notice, today) ?? (on > due ? DeadlineRefusal.BehindTheDeadline : null);

    private static DeadlineOutcome.Refused Refuse(DeadlineRefusal why, string about = "") => new(why) { About = about };

    private static string DateOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
