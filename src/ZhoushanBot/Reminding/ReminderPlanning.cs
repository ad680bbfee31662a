using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Reminding;

/// <summary>
/// Plans when the sending hours open, and within them whenever something happens. What is planned goes into the outbox first and then into the journal: a crash
/// in between doubles nothing, since a digest's key stays the same, and loses nothing, since whatever is sent is written down before.
/// </summary>
internal sealed class ReminderPlanning(
    OfficeView view, OfficeBook book, NoticeArchive archive, IOutbox outbox, OfficeClock clock, ReminderStanding standing, ILogger<ReminderPlanning> logger) : BackgroundService
{
    // The wall clock may be set or the machine may sleep, and timers do not notice.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseWhenStoreFails = TimeSpan.FromSeconds(5);

    private (PeopleState, object, ReminderState, int, NoticeSnapshot, object, DateOnly, bool)? plannedFrom;
    private ImmutableHashSet<string> told = [];
    private TaskCompletionSource notices = NewSignal();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        archive.Changed += OnNoticesChanged;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                // Taken before the state is read, so that nothing that happens meanwhile is missed.
                var (changed, imported) = (book.Changed, Volatile.Read(ref notices).Task);
                var next = await TryPlanAsync(stoppingToken);
                standing.Next = next;
                await WaitAsync(next, changed, imported, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            archive.Changed -= OnNoticesChanged;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void OnNoticesChanged(object? sender, EventArgs e) => Interlocked.Exchange(ref notices, NewSignal()).TrySetResult();

    private async Task WaitAsync(DateTimeOffset next, Task changed, Task imported, CancellationToken stoppingToken)
    {
        var wait = next - clock.GetUtcNow();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(changed, imported, Task.Delay(wait > LongestSleep ? LongestSleep : wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1), clock, over.Token));
        await over.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    /// <returns>When to plan again unasked.</returns>
    private async Task<DateTimeOffset> TryPlanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var next = await PlanAsync(cancellationToken);
            standing.HasFailed = false;
            return next;
        }
#pragma warning disable CA1031 // Whatever is wrong with one plan, the service goes on and the next one is tried.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.RemindersNotPlanned(logger, e);
            standing.HasFailed = true;
            plannedFrom = null;
            return clock.GetUtcNow() + PauseWhenStoreFails;
        }
    }

    private async Task<DateTimeOffset> PlanAsync(CancellationToken cancellationToken)
    {
        var state = book.Current;
        var now = clock.Now;

        // The day of the whole plan, also when midnight passes or the clock is set meanwhile.
        var today = ShanghaiTime.DateOf(now);
        var input = view.Plan(state);
        var hours = input.Settings.SendingHours;
        var isOpen = hours.Allow(now, input.Calendar);
        var next = isOpen ? hours.NextAllowed(new DateTimeOffset(now.Date.AddDays(1), now.Offset), input.Calendar) : hours.NextAllowed(now, input.Calendar);

        // Lines of deliveries come by the hundred and change no plan.
        var from = (state.People, (object)state.Deadlines, state.Reminders, input.Done.WorkItems.Count + input.Done.Shares.Count, archive.Current, (object)state.Internal, today, isOpen);
        if (from == plannedFrom)
        {
            return next;
        }

        var planner = new ReminderPlanner(input);
        var left = isOpen && standing.PlannedOn != today ? await WaitingDigests.BeforeAsync(today, outbox, input, cancellationToken) : [];
        var plan = planner.Plan(input.Reminders.Ledger.Without(left.Values.Select(l => l.Digest)), now);
        standing.Unbound = planner.Unbound(today).Length;
        standing.Undeliverable = plan.Undeliverable;
        await TellAsync([.. OfRequests(state, now), .. OfHandovers(state.People, now)], cancellationToken);
        await WriteAsync(plan, left, cancellationToken);
        await WithdrawAsync(plan, left, input.Reminders.Ledger, now, cancellationToken);
        if (isOpen)
        {
            (standing.Held, standing.PlannedOn) = ([.. plan.Held.Select(h => h.To.Chat)], today);
        }

        plannedFrom = from;
        return next;
    }

    private async Task WriteAsync(ReminderPlan plan, ImmutableDictionary<string, WaitingDigest> left, CancellationToken cancellationToken)
    {
        if (plan.Digests.IsEmpty)
        {
            return;
        }

        ImmutableArray<Digest> digests = [.. plan.Digests.Select(d => d with { MayRepeat = left.Values.Any(l => l.MayRepeat && l.Digest.To.Chat == d.To.Chat) })];
        await outbox.EnqueueAsync([.. digests.Select(MessageOf)], cancellationToken);
        await book.DecideAsync(
            Actor.Service,
            (newest, _) => new Decision<bool>(true, [.. digests.Where(d => newest.Reminders.DigestOf(d.Key) is null).Select(ReminderJournal.Write)]),
            cancellationToken);
        Log.RemindersPlanned(logger, plan.Digests.Length, plan.Held.Length, plan.Undeliverable);
    }

    // Only after what takes their place is written down: a crash before leaves both, and the next plan tells them apart.
    private async Task WithdrawAsync(ReminderPlan plan, ImmutableDictionary<string, WaitingDigest> left, SentLedger before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (input, today) = (view.Plan(), ShanghaiTime.DateOf(now));
        var waiting = plan.Held.Select(h => h.To.Chat).ToHashSet();
        await outbox.WithdrawAsync(
            message => message.Kind == DigestContent.KindName
                && (DigestContent.IsNeedless(message, input)
                    || (left.TryGetValue(message.Key, out var old) && !waiting.Contains(old.Digest.To.Chat) && !before.HasDigest(old.Digest.To.Chat, today))),
            now,
            cancellationToken);
    }

    private async Task TellAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        messages.RemoveAll(message => told.Contains(message.Key));
        if (messages.Count > 0)
        {
            await outbox.EnqueueAsync(messages, cancellationToken);
            told = told.Union(messages.Select(message => message.Key));
        }
    }

    /// <summary>Requests for more time go to those who decide, and results to whoever asked and to the chats of the unit, each once: the key is the request's.</summary>
    private IEnumerable<OutboxMessage> OfRequests(OfficeState state, DateTimeOffset now)
    {
        foreach (var asked in state.Deadlines.Extensions)
        {
            var number = asked.Request.ToString(CultureInfo.InvariantCulture);
            var json = JsonSerializer.Serialize(new RequestPayload(asked.Request), RemindingJson.Default.RequestPayload);
            if (asked.Decision is null)
            {
                foreach (var to in ReminderPlanner.SupervisionOffice(state.People, clock.Today))
                {
                    yield return new OutboxMessage($"extension.request:{number}:{to.Key}", RecipientOf(to), RequestContent.KindName, json, now);
                }

                continue;
            }

            var own = state.People.OwnChatOf(asked.By.AccountId);
            if (own is { } chat)
            {
                yield return new OutboxMessage(
                    $"extension.result:{number}", new OutboxRecipient(chat.ChannelId, chat.ConversationId, asked.By.AccountId, asked.By.Name), ResultContent.KindName, json, now);
            }

            foreach (var shared in ChatsOf(state.People, asked.Party).Where(c => c != own))
            {
                yield return new OutboxMessage(
                    $"extension.result:{number}:{shared.ChannelId}/{shared.ConversationId}",
                    new OutboxRecipient(shared.ChannelId, shared.ConversationId, string.Empty, asked.Party.Name), ResultContent.KindName, json, now);
            }
        }
    }

    private static IEnumerable<ChatAddress> ChatsOf(PeopleState people, Party party)
    {
        var unit = party.Organization is { } organization ? people.ChatsOf(new ChatOwner(organization, null, null)) : [];
        var area = party.Area is { } named ? people.ChatsOf(new ChatOwner(null, named, null)) : [];
        return unit.Union(area);
    }

    /// <summary>Whoever takes over hears once of what is open: reminders that were sent before do not come again.</summary>
    private IEnumerable<OutboxMessage> OfHandovers(PeopleState people, DateTimeOffset now) =>
        from giver in people.GiversOn(clock.Today)
        let handover = people.HandoverOf(giver.AccountId, clock.Today)
        let own = people.OwnChatOf(handover.ToAccountId)
        where own is not null
        let chat = own.Value
        let at = handover.At.UtcTicks.ToString(CultureInfo.InvariantCulture)
        select new OutboxMessage(
            $"handover:{giver.AccountId}:{handover.ToAccountId}:{at}",
            new OutboxRecipient(chat.ChannelId, chat.ConversationId, handover.ToAccountId, people.Directory.Find(handover.ToAccountId)?.Name ?? string.Empty),
            HandoverContent.KindName,
            JsonSerializer.Serialize(new HandoverPayload(giver.AccountId, handover.At), RemindingJson.Default.HandoverPayload),
            now);

    private static OutboxMessage MessageOf(Digest digest) =>
        new(digest.Key, RecipientOf(digest.To), DigestContent.KindName, ReminderJournal.PayloadOf(digest), digest.SendAt);

    private static OutboxRecipient RecipientOf(Recipient to) => new(to.Chat.ChannelId, to.Chat.ConversationId, to.AccountId ?? string.Empty, to.Name);
}
