using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>签收: somebody knows of a task and its day.</summary>
/// <param name="Due">The day that was acknowledged.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Acknowledgement(DateOnly Due, Actor By, DateTimeOffset At);

/// <summary>稍后提醒: a reminder that was put off.</summary>
/// <param name="Due">The due day at the time.</param>
/// <param name="Until">The day on which it comes back.</param>
/// <param name="Count">How often it was put off so far, this time included.</param>
/// <param name="By">Who.</param>
public sealed record Snooze(DateOnly Due, DateOnly Until, int Count, Actor By);

/// <summary>催办: a manager asked after a task.</summary>
/// <param name="Sequence">Number of the journal's line.</param>
/// <param name="On">The day, Asia/Shanghai.</param>
/// <param name="By">Who.</param>
public sealed record Chase(long Sequence, DateOnly On, Actor By);

/// <summary>What was reminded of, and what people did about it: a fold over the journal. Immutable.</summary>
public sealed record ReminderState
{
    /// <summary>Before anything happened.</summary>
    public static ReminderState Empty { get; } = new();

    /// <summary>What went out.</summary>
    public SentLedger Ledger { get; init; } = SentLedger.Empty;

    private ImmutableDictionary<string, Digest> Digests { get; init; } = ImmutableDictionary<string, Digest>.Empty.WithComparers(StringComparer.Ordinal);

    private ImmutableDictionary<ChatAddress, string> LastDigests { get; init; } = ImmutableDictionary<ChatAddress, string>.Empty;

    /// <summary>Digests that found nobody, by key.</summary>
    private ImmutableHashSet<string> Undelivered { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private ImmutableDictionary<(string WorkItemId, Party Party), ImmutableArray<Acknowledgement>> Acknowledgements { get; init; } =
        ImmutableDictionary<(string, Party), ImmutableArray<Acknowledgement>>.Empty;

    private ImmutableDictionary<(string WorkItemId, Party Party), ImmutableArray<Snooze>> Snoozes { get; init; } =
        ImmutableDictionary<(string, Party), ImmutableArray<Snooze>>.Empty;

    private ImmutableDictionary<(string WorkItemId, Party Party), Chase> Chases { get; init; } = ImmutableDictionary<(string, Party), Chase>.Empty;

    /// <summary>With one line more; lines of other slices change nothing.</summary>
    public ReminderState With(JournalEntry line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var task = line.Event.Subject;
        return ReminderJournal.Read(line.Event) switch
        {
            null => WithDelivery(line),
            ReminderEvent.Planned e => this with
            {
                Ledger = Ledger.With(e.Digest),
                Digests = Digests.SetItem(e.Digest.Key, e.Digest),
                LastDigests = LastDigests.SetItem(e.Digest.To.Chat, e.Digest.Key),
            },
            ReminderEvent.Acknowledged e => this with { Acknowledgements = Put(Acknowledgements, (task, new Party(e.Organization, e.Area)), new Acknowledgement(e.Due, line.By, line.At), a => a.Due == e.Due) },
            ReminderEvent.Snoozed e => WithSnooze((task, new Party(e.Organization, e.Area)), e, line.By),
            ReminderEvent.Chased e => this with
            {
                Chases = Chases.SetItem((task, new Party(e.Organization, e.Area)), new Chase(line.Sequence, ShanghaiTime.DateOf(line.At), line.By)),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The digest of that key, as it was planned; null when none was.</summary>
    public Digest? DigestOf(string key) => Digests.GetValueOrDefault(key);

    /// <summary>What a chat was reminded of last; null when it never was.</summary>
    public Digest? LastDigestOf(ChatAddress chat) => LastDigests.TryGetValue(chat, out var key) ? DigestOf(key) : null;

    /// <summary>The acknowledgement of a task, a share or a milestone, told by its due day; null when there is none for that day.</summary>
    public Acknowledgement? AcknowledgementOf(string workItemId, Party party, DateOnly due) =>
        Acknowledgements.TryGetValue((workItemId, party), out var all) ? all.FirstOrDefault(a => a.Due == due) : null;

    /// <summary>The last time that it was put off; null when it never was for that due day.</summary>
    public Snooze? SnoozeOf(string workItemId, Party party, DateOnly due) =>
        Snoozes.TryGetValue((workItemId, party), out var all) ? all.FirstOrDefault(s => s.Due == due) : null;

    /// <summary>The last time that a manager asked after it; null when none did.</summary>
    public Chase? ChaseOf(string workItemId, Party party) => Chases.GetValueOrDefault((workItemId, party));

    /// <summary>What found nobody was not said: it is said to whoever stands in, or once they speak again. What is delivered later all the same was.</summary>
    private ReminderState WithDelivery(JournalEntry line)
    {
        if (line.Event.Kind is not (DeliveryLines.Dead or DeliveryLines.Sent) || DigestOf(line.Event.Subject) is not { } digest)
        {
            return this;
        }

        return line.Event.Kind == DeliveryLines.Sent
            ? Undelivered.Contains(digest.Key) ? this with { Ledger = Ledger.Said(digest), Undelivered = Undelivered.Remove(digest.Key) } : this
            : DeliveryLines.Read(line) is { State: OutboxState.Dead { Failure.Fault: DeliveryFault.Blocked or DeliveryFault.Gone or DeliveryFault.UnknownConversation } }
                ? this with { Ledger = Ledger.Unsaid(digest), Undelivered = Undelivered.Add(digest.Key) }
                : this;
    }

    private static ImmutableDictionary<TKey, ImmutableArray<T>> Put<TKey, T>(ImmutableDictionary<TKey, ImmutableArray<T>> all, TKey key, T value, Predicate<T> replaces)
        where TKey : notnull => all.SetItem(key, all.GetValueOrDefault(key, []).RemoveAll(replaces).Add(value));

    private ReminderState WithSnooze((string, Party) key, ReminderEvent.Snoozed e, Actor by)
    {
        var before = Snoozes.GetValueOrDefault(key, []).FirstOrDefault(s => s.Due == e.Due)?.Count ?? 0;
        return this with { Snoozes = Put(Snoozes, key, new Snooze(e.Due, e.Until, before + 1, by), s => s.Due == e.Due) };
    }
}

/// <summary>What went out: which reminders, and on which days each chat got a digest. Immutable.</summary>
public sealed record SentLedger
{
    /// <summary>Nothing yet.</summary>
    public static SentLedger Empty { get; } = new();

    private ImmutableHashSet<string> Keys { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private ImmutableDictionary<ChatAddress, ImmutableArray<DateOnly>> Days { get; init; } = ImmutableDictionary<ChatAddress, ImmutableArray<DateOnly>>.Empty;

    /// <summary>With a digest more.</summary>
    public SentLedger With(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return With([digest]);
    }

    /// <summary>With some digests more.</summary>
    public SentLedger With(IEnumerable<Digest> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        var (keys, days) = (Keys.ToBuilder(), Days.ToBuilder());
        foreach (var digest in digests)
        {
            keys.UnionWith(digest.Lines.Select(line => line.Key));
            days[digest.To.Chat] = days.GetValueOrDefault(digest.To.Chat, []).Add(digest.On);
        }

        return new SentLedger { Keys = keys.ToImmutable(), Days = days.ToImmutable() };
    }

    /// <summary>As if some digests had never been planned, because they did not go out: what is still to be said comes with the next one.</summary>
    public SentLedger Without(IEnumerable<Digest> digests)
    {
        ArgumentNullException.ThrowIfNull(digests);
        var (keys, days) = (Keys.ToBuilder(), Days.ToBuilder());
        foreach (var digest in digests)
        {
            keys.ExceptWith(digest.Lines.Select(line => line.Key));
            days[digest.To.Chat] = days.GetValueOrDefault(digest.To.Chat, []).Remove(digest.On);
        }

        return new SentLedger { Keys = keys.ToImmutable(), Days = days.ToImmutable() };
    }

    /// <summary>As if nobody had been told what a digest says; that its chat had one on its day stays.</summary>
    public SentLedger Unsaid(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return this with { Keys = Keys.Except(digest.Lines.Select(line => line.Key)) };
    }

    /// <summary>The other way round: it has been told after all.</summary>
    public SentLedger Said(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return this with { Keys = Keys.Union(digest.Lines.Select(line => line.Key)) };
    }

    /// <summary>Whether a reminder went out.</summary>
    public bool Has(string key) => Keys.Contains(key);

    /// <summary>Whether a chat got its digest on a day.</summary>
    public bool HasDigest(ChatAddress chat, DateOnly day) => Days.TryGetValue(chat, out var days) && days.Contains(day);

    /// <summary>Digests that a chat got in the week of a day, Monday to Sunday, up to and including that day.</summary>
    public int CountInWeek(ChatAddress chat, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Days.TryGetValue(chat, out var days) ? days.Count(d => monday <= d && d <= day) : 0;
    }
}
