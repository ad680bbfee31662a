using System.Globalization;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

/// <summary>Marks a chat that nothing reaches, and has the deputy and the administrators told, once. Delivery resumes when somebody speaks there.</summary>
internal sealed class UnreachablePeople(OfficeBook book, IOutbox outbox) : IUnreachableRecipients
{
    /// <inheritdoc/>
    public async ValueTask MarkAsync(OutboxRow row, DeliveryFailure why, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var to = row.Message.To;
        var lost = await WriteAsync(new ChatAddress(to.ChannelId, to.ConversationId), $"{why.Fault} {why.Detail}".TrimEnd(), static () => true, cancellationToken);
        if (lost is { } marked && row.Message.Kind != UnreachableContent.KindName)
        {
            // Nobody is told that somebody could not be told.
            await TellAsync(marked.People, marked.Chat, to.Label, at, cancellationToken);
        }
    }

    /// <summary>The same for a chat that the bot was taken out of, unless it stands for nobody.</summary>
    /// <param name="chat">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isStillSo">Asked under the lock: the bot may have been taken in again.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task MarkAsync(ChatAddress chat, string reason, Func<bool> isStillSo, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var people = book.Current.People;
        if ((people.PersonAt(chat) is not null || people.Bindings.ContainsKey(chat)) && await WriteAsync(chat, reason, isStillSo, cancellationToken) is { } marked)
        {
            await TellAsync(marked.People, marked.Chat, string.Empty, at, cancellationToken);
        }
    }

    /// <returns>How it stands then; null when nothing is wrong with it any more.</returns>
    private Task<(PeopleState People, UnreachableChat Chat)?> WriteAsync(ChatAddress chat, string reason, Func<bool> isStillSo, CancellationToken cancellationToken) => book.DecideAsync(
        Actor.Service,
        (state, now) => state.People.UnreachableOf(chat) is { } known ? new Decision<(PeopleState, UnreachableChat)?>((state.People, known), [])
            : isStillSo() ? new Decision<(PeopleState, UnreachableChat)?>(
                (state.People, new UnreachableChat(chat, reason, now)), [PeopleJournal.Write(new PeopleEvent.Unreachable(chat, reason))])
            : new Decision<(PeopleState, UnreachableChat)?>(null, []),
        cancellationToken);

    // The keys hold since when: after a crash, and of a second message to the same chat, the same people are told the same thing, which the outbox has already.
    private async Task TellAsync(PeopleState people, UnreachableChat lost, string label, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var person = people.PersonAt(lost.Chat);
        var name = person?.Name ?? (people.Bindings.TryGetValue(lost.Chat, out var owner) && owner.Name.Length > 0 ? owner.Name : label.Length > 0 ? label : lost.Chat.ConversationId);
        var json = JsonSerializer.Serialize(new UnreachablePayload(name, lost.Chat.ChannelId, lost.Reason), RemindingJson.Default.UnreachablePayload);
        var since = lost.Since.UtcTicks.ToString(CultureInfo.InvariantCulture);
        IEnumerable<Person> told = people.Directory.Administrators;
        if (person is not null && people.Directory.DeputyOf(person) is { } deputy)
        {
            told = told.Prepend(deputy);
        }

        await outbox.EnqueueAsync(
            [
                .. from who in told.DistinctBy(p => p.AccountId, StringComparer.OrdinalIgnoreCase)
                   let own = people.OwnChatOf(who.AccountId)
                   where own is { } address && address != lost.Chat
                   select new OutboxMessage(
                       $"unreachable:{lost.Chat.ChannelId}/{lost.Chat.ConversationId}:{since}:{who.AccountId}",
                       new OutboxRecipient(own.Value.ChannelId, own.Value.ConversationId, who.AccountId, who.Name),
                       UnreachableContent.KindName, json, at),
            ],
            cancellationToken);
    }
}

/// <summary>That somebody is not reached.</summary>
internal sealed class UnreachableContent(MessageMaking making) : IOutboxContent
{
    public const string KindName = "people.unreachable";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var lost = JsonSerializer.Deserialize(row.Message.Json, RemindingJson.Default.UnreachablePayload)!;
        var language = making.LanguageOf(row.Message.To);
        var reply = TurnReply.Say(RemindingText.In(language).Unreachable(lost.Name, lost.Channel, lost.Reason), language);
        return new(ReplyActivities.Of(reply, static _ => throw new System.Diagnostics.UnreachableException(), row.Message.To.ChannelId)[0]);
    }
}
