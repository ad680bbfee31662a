using System.Collections.Immutable;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;

namespace ZhoushanBot.Reminding;

/// <summary>Makes a digest's card at the time of sending: what was done or got another day meanwhile is left out, and the days left are counted anew.</summary>
internal sealed class DigestContent(MessageMaking making, OfficeBook book, OfficeClock clock) : IOutboxContent
{
    public const string KindName = "reminder.digest";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

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
        var plain = making.Words(language).Plain(digest, input) + (row.MayRepeat ? making.Words(language).MayRepeat : string.Empty);
        return MessageMaking.Message(making.Cards(input, language).Digest(digest, row.MayRepeat), plain, row.Message.To.ChannelId);
    }

    /// <summary>Whether nothing of a message is left to say.</summary>
    public static bool IsNeedless(OutboxMessage message, PlanInput input)
    {
        var digest = ReminderJournal.ReadPayload(message.Json);
        return LeftOf(digest, input, digest.On).IsEmpty;
    }

    private static ImmutableArray<PlannedReminder> LeftOf(Digest digest, PlanInput input, DateOnly today) =>
    [
        .. from line in digest.Lines
           where input.Find(line.WorkItemId) is { } task
               && Duties.Of(input, task.Content, task.Item).Any(d =>
                   d.Party == line.Party && d.Due == line.Due && d.Milestone?.Id == line.MilestoneId && !input.Done.Includes(line.WorkItemId, d.ShareArea))
           select line with { WorkingDaysLeft = input.Calendar.Between(today, line.Due) },
    ];
}
