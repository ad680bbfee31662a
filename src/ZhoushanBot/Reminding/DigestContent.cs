using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;

namespace ZhoushanBot.Reminding;

/// <summary>Makes a digest's card at the time of sending: what was done or got another day meanwhile is left out, and the days left are counted anew.</summary>
internal sealed class DigestContent(MessageMaking making, OfficeBook book, OfficeClock clock, ReminderStanding standing) : IOutboxContent
{
    public const string KindName = "reminder.digest";
    private static readonly TimeSpan WhilePlanning = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at)
    {
        var opening = making.NotBefore(at);
        if (opening > at || ReminderJournal.ReadPayload(row.Message.Json) is not { } planned || planned.On >= clock.Today)
        {
            return opening;
        }

        // One of an earlier day waits for today's plan, which may put another in its place: a chat hears one message a day, however many were missed.
        return standing.PlannedOn != clock.Today ? at + WhilePlanning
            : LeftOf(planned, making.Input, clock.Today).IsEmpty ? at
            : standing.Held.Contains(planned.To.Chat) || book.Current.Reminders.Ledger.HasDigest(planned.To.Chat, clock.Today) ? making.NextOpening()
            : at;
    }

    /// <inheritdoc/>
    public async ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var planned = ReminderJournal.ReadPayload(row.Message.Json);

        // Whatever is sent is in the journal first. A digest that a crash kept out of it is planned anew on the next day.
        if (book.Current.Reminders.DigestOf(planned.Key) is null)
        {
            if (planned.On < clock.Today)
            {
                return null;
            }

            await book.DecideAsync(
                Actor.Service,
                (state, _) => new Decision<bool>(true, state.Reminders.DigestOf(planned.Key) is null ? [ReminderJournal.Write(planned)] : []),
                cancellationToken);
        }

        var input = making.Input;
        var digest = book.Current.Reminders.DigestOf(planned.Key) ?? planned;
        var lines = LeftOf(digest, input, clock.Today);
        if (lines.IsEmpty)
        {
            return null;
        }

        var language = making.LanguageOf(row.Message.To);
        digest = digest with { Lines = lines, On = clock.Today };
        var mayRepeat = row.MayRepeat || digest.MayRepeat;
        var plain = making.Words(language).Plain(digest, input) + (mayRepeat ? making.Words(language).MayRepeat : string.Empty);
        var cards = await making.CardsAsync(input, language, digest.To.Chat, cancellationToken);
        return MessageMaking.Message(cards.Digest(digest, mayRepeat), plain, row.Message.To.ChannelId);
    }

    /// <summary>Whether nothing of a message is left to say.</summary>
    public static bool IsNeedless(OutboxMessage message, PlanInput input)
    {
        var digest = ReminderJournal.ReadPayload(message.Json);
        return LeftOf(digest, input, digest.On).IsEmpty;
    }

    /// <summary>What of a digest is still to be said: not what is done, got another day, or stands in a later digest of the same chat.</summary>
    /// <param name="digest">As it was planned.</param>
    /// <param name="input">As everything stands.</param>
    /// <param name="today">From which working days are counted.</param>
    public static ImmutableArray<PlannedReminder> LeftOf(Digest digest, PlanInput input, DateOnly today) =>
    [
        .. from line in digest.Lines
           where !IsInLater(digest, line, input.Reminders) && input.Find(line.WorkItemId) is { } task
               && Duties.Of(input, task.Content, task.Item).Any(d =>
                   d.Party == line.Party && d.Due == line.Due && d.Milestone?.Id == line.MilestoneId && !input.Done.Includes(line.WorkItemId, d.ShareArea))
           select line with { WorkingDaysLeft = input.Calendar.Between(today, line.Due) },
    ];

    private static bool IsInLater(Digest digest, PlannedReminder line, ReminderState state) =>
        state.LastDigestOf(digest.To.Chat) is { } later && later.On > digest.On
        && later.Lines.Any(l => l.WorkItemId == line.WorkItemId && l.Party == line.Party && l.Due == line.Due && l.MilestoneId == line.MilestoneId);
}
