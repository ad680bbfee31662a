using System.Collections.Immutable;
using ZhoushanBot.Core.Journal;

namespace ZhoushanBot.Core.Reminders;

/// <summary>
/// Which message of the channel the card of a digest is, so that it can be changed for everybody who sees it: a fold over the journal. Immutable, and apart from
/// <see cref="ReminderState"/>, since what was delivered changes no plan.
/// </summary>
public sealed record SentCards
{
    /// <summary>Before anything was sent.</summary>
    public static SentCards None { get; } = new();

    private ImmutableDictionary<string, string> Ids { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>With one line more; lines of other slices, and of other messages than digests, change nothing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reminders">Knows which keys are those of digests.</param>
    public SentCards With(JournalEntry line, ReminderState reminders)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(reminders);
        return line.Event.Kind == DeliveryLines.Sent && reminders.DigestOf(line.Event.Subject) is not null && DeliveryLines.ActivityIdOf(line.Event) is { } id
            ? this with { Ids = Ids.SetItem(line.Event.Subject, id) }
            : this;
    }

    /// <summary>The channel's id of the message that shows a digest; null when it was not sent, or the channel gave none.</summary>
    public string? IdOf(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return Ids.GetValueOrDefault(digest.Key);
    }
}
