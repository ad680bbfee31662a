using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Subscriptions;

namespace ZhoushanBot.Office;

/// <summary>All that people did, as of one line of the journal. Immutable but for <see cref="Progress"/>, which only grows.</summary>
/// <param name="People">Who is who, and which chats stand for whom.</param>
/// <param name="Deadlines">Days and steps that were set, and requests for more time.</param>
/// <param name="Reminders">What went out, and what was done about it.</param>
/// <param name="Progress">What was reported.</param>
/// <param name="Internal">Tasks that not everybody may see.</param>
/// <param name="Subscriptions">Whom a status reaches every week.</param>
/// <param name="Sequence">The last line folded in; 0 for none.</param>
internal sealed record OfficeState(PeopleState People, DeadlineState Deadlines, ReminderState Reminders, ProgressBook Progress, InternalTasks Internal, SubscriptionState Subscriptions, long Sequence)
{
    /// <summary>Which messages the cards of digests are.</summary>
    public SentCards Cards { get; init; } = SentCards.None;

    /// <summary>Before anything happened.</summary>
    public static OfficeState Empty() => new(PeopleState.Empty, DeadlineState.Empty, ReminderState.Empty, new ProgressBook(), InternalTasks.None, SubscriptionState.None, 0);

    /// <summary>With one line more; lines that no slice knows change nothing but <see cref="Sequence"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">The line has a kind that is known but not its shape.</exception>
    public OfficeState With(JournalEntry line)
    {
        Progress.Append(line);
        return this with
        {
            People = PeopleEventJson.Read(line.Event.Kind, line.Event.Json) is { } happened ? People.With(happened, line.At) : People,
            Deadlines = Deadlines.With(line),
            Reminders = Reminders.With(line),
            Internal = Internal.With(line),
            Cards = Cards.With(line, Reminders),
            Subscriptions = Subscriptions.With(line),
            Sequence = line.Sequence,
        };
    }
}
