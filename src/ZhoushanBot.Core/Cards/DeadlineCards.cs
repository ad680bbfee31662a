using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Core.Cards;

/// <summary>A deadline that is to be set.</summary>
/// <param name="Task">The task.</param>
/// <param name="Deadline">The day in force.</param>
/// <param name="Milestones">The steps in force.</param>
/// <param name="LastChange">See <see cref="DeadlineState.LastChangeOf"/>: what the form was made from.</param>
public sealed record DeadlineForm(IndexedItem Task, DeadlineInForce Deadline, ImmutableArray<MilestoneInForce> Milestones, long LastChange)
{
    /// <summary>Language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>Words for status.</summary>
    public required StatusText Words { get; init; }

    /// <summary>The first day that can be chosen: today.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day that can be chosen: the end of the notice's year; null for any.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What is missing or wrong; empty at first.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>What was filled in or said: the day; null for that in force.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What was filled in or said: why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>What was filled in or said: the steps as typed; null for those in force.</summary>
    public string? Steps { get; init; }

    /// <summary>People gave the day, so that the notice's own can be restored.</summary>
    public bool HasDay { get; init; }

    /// <summary>People changed the steps, so that the notice's own can be restored.</summary>
    public bool HasMilestones { get; init; }
}

/// <summary>The card in which a deadline and milestones are set.</summary>
public static class DeadlineCards
{
    /// <summary>Asks for the form; data: <see cref="TaskField"/>, and what is known already.</summary>
    public const string FormVerb = "deadline.form";

    /// <summary>Sets day and steps; data: task, <see cref="LastChangeField"/> and the inputs.</summary>
    public const string SetVerb = "deadline.set";

    /// <summary>The notice's own day holds again; same data.</summary>
    public const string ClearVerb = "deadline.clear";

    /// <summary>The notice's own steps hold again; same data.</summary>
    public const string RestoreVerb = "milestone.restore";

    /// <summary>Id of the task.</summary>
    public const string TaskField = "workItem";

    /// <summary>What the form was made from.</summary>
    public const string LastChangeField = "lastChange";

    /// <summary>Input: the day.</summary>
    public const string DayField = "on";

    /// <summary>Input: why.</summary>
    public const string ReasonField = "reason";

    /// <summary>Input: the steps, one a line.</summary>
    public const string StepsField = "steps";

    /// <summary>The card.</summary>
    public static AdaptiveCard Of(DeadlineForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var words = DeadlineCardText.In(form.Language);
        var deadlines = DeadlineText.In(form.Language);
        var title = words.SetFor(form.Words.Task(form.Task));
        return new AdaptiveCard
        {
            Language = form.Language,
            Summary = form.Faults is [var fault, ..] ? $"{title} {fault}" : title,
            Body =
            [
                new TextBlock(title) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true },
                .. form.Faults.Select(f => new TextBlock($"⚠ {f}") { Color = TextColor.Attention, Weight = TextWeight.Bolder, Spacing = Spacing.Small }),
                new TextBlock(words.Now(deadlines.Day(form.Deadline.On), deadlines.Origin(form.Deadline, form.Task.Content.Notice))) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small },
                new DateInput(DayField, words.Day) { Min = form.From, Max = form.Until, Value = form.On ?? (form.Deadline.On >= form.From ? form.Deadline.On : null) },
                new TextInput(ReasonField, words.Reason) { MaxLength = DeadlineWish.LongestText, Value = form.Reason, Required = words.ReasonMissing },
                new TextInput(StepsField, words.Steps) { IsMultiline = true, MaxLength = 4_000, Value = form.Steps ?? TypedSteps.Write(form.Milestones), Placeholder = words.StepsExample },
            ],
            Buttons = ButtonsOf(form, words),
        };
    }

    /// <summary>The button on a task's card that asks for the form.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="language">Language.</param>
    public static VerbButton Button(string taskId, ReplyLanguage language) =>
        new(DeadlineCardText.In(language).Set, FormVerb) { Data = [new(TaskField, taskId), StatusCards.In(language)], IgnoresInputs = true };

    /// <summary>The form as plain text, for where no card is shown.</summary>
    public static string ToText(DeadlineForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var words = DeadlineCardText.In(form.Language);
        var deadlines = DeadlineText.In(form.Language);
        return string.Join('\n',
        [
            words.SetFor(form.Words.Task(form.Task)),
            .. form.Faults,
            words.Now(deadlines.Day(form.Deadline.On), deadlines.Origin(form.Deadline, form.Task.Content.Notice)),
            .. form.Milestones.Select(m => deadlines.Step(m.On, m.Text)),
            words.TypeIt,
        ]);
    }

    private static ImmutableArray<CardButton> ButtonsOf(DeadlineForm form, DeadlineCardText words)
    {
        ImmutableArray<CardDatum> data =
            [new(TaskField, form.Task.Item.Id), new(LastChangeField, form.LastChange.ToString(CultureInfo.InvariantCulture)), StatusCards.In(form.Language)];
        return
        [
            new VerbButton(words.Send, SetVerb) { Data = data, Style = ButtonStyle.Positive },
            .. form.HasDay ? [new VerbButton(words.Clear, ClearVerb) { Data = data, IsSecondary = true }] : Array.Empty<CardButton>(),
            .. form.HasMilestones ? [new VerbButton(words.Restore, RestoreVerb) { Data = data, IsSecondary = true }] : Array.Empty<CardButton>(),
            StatusCards.Show($"← {StatusCardText.In(form.Language).Back}", new StatusQuery(StatusView.Detail) { Ids = [form.Task.Item.Id] }, null, form.Language),
        ];
    }
}
