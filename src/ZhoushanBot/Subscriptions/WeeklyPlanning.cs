using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Subscriptions;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Subscriptions;

/// <summary>
/// Puts each week's statuses into the outbox once their day's sending hours have opened. The message's key is the subscription and the week: planned again after a
/// crash it is the same message, and weeks in which the service was down are passed over.
/// </summary>
internal sealed class WeeklyPlanning(OfficeBook book, OfficeView view, IOutbox outbox, OfficeClock clock, ILogger<WeeklyPlanning> logger) : BackgroundService
{
    // The wall clock may be set or the machine may sleep, and timers do not notice.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWhenStoreFails = TimeSpan.FromSeconds(5);

    private ImmutableHashSet<string> planned = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the state is read, so that nothing that happens meanwhile is missed.
            var changed = book.Changed;
            var next = await TryPlanAsync(stoppingToken);
            var wait = next - clock.GetUtcNow();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(changed, Task.Delay(wait > LongestSleep ? LongestSleep : wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1), clock, over.Token));
            await over.CancelAsync();
        }
    }

    /// <returns>When to plan again unasked.</returns>
    private async Task<DateTimeOffset> TryPlanAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlanAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever is wrong with one plan, the service goes on and the next one is tried.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.WeekliesNotPlanned(logger, e);
            return clock.GetUtcNow() + PauseWhenStoreFails;
        }
        catch (OperationCanceledException)
        {
            return clock.GetUtcNow();
        }
    }

    private async Task<DateTimeOffset> PlanAsync(CancellationToken cancellationToken)
    {
        var state = book.Current;
        var now = clock.Now;
        var input = view.Plan(state);
        var (hours, days) = (input.Settings.SendingHours, input.Calendar);
        var week = WeeklyDays.NameOf(clock.Today);
        ImmutableArray<OutboxMessage> messages =
        [
            .. state.Subscriptions.All.Where(s => WeeklyDays.IsDue(s, now, hours, days)).Select(s => MessageOf(s, week, state.People, now)).Where(m => !planned.Contains(m.Key)),
        ];
        if (!messages.IsEmpty)
        {
            await outbox.EnqueueAsync(messages, cancellationToken);
            planned = planned.Union(messages.Select(message => message.Key));
        }

        return hours.Allow(now, days) ? WeeklyDays.Next(now, hours, days) : hours.NextAllowed(now, days);
    }

    private static OutboxMessage MessageOf(Subscription subscription, string week, PeopleState people, DateTimeOffset now)
    {
        var chat = subscription.IsShared ? subscription.Chat : people.OwnChatOf(subscription.By.AccountId) ?? subscription.Chat;
        return new OutboxMessage(
            $"{WeeklyContent.KindName}:{week}:{subscription.Key}",
            new OutboxRecipient(chat.ChannelId, chat.ConversationId, subscription.IsShared ? string.Empty : subscription.By.AccountId, subscription.By.Name),
            WeeklyContent.KindName,
            JsonSerializer.Serialize(new WeeklyPayload(subscription.Key, week), WeeklyJson.Default.WeeklyPayload),
            now);
    }
}
