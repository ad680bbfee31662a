using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

/// <summary>Marks a chat that nothing reaches, and has the deputy and the administrators told. Delivery resumes when somebody speaks there.</summary>
internal sealed class UnreachablePeople(OfficeBook book, IOutbox outbox) : IUnreachableRecipients
{
    /// <inheritdoc/>
    public async ValueTask MarkAsync(OutboxRow row, DeliveryFailure why, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var to = row.Message.To;
        var chat = new ChatAddress(to.ChannelId, to.ConversationId);
        var reason = $"{why.Fault} {why.Detail}".TrimEnd();
        var people = await book.DecideAsync(
            Actor.Service,
            (state, _) => new Decision<PeopleState>(
                state.People, state.People.UnreachableOf(chat) is null ? [PeopleJournal.Write(new PeopleEvent.Unreachable(chat, reason))] : []),
            cancellationToken);
        if (row.Message.Kind == UnreachableContent.KindName)
        {
            // Nobody is told that somebody could not be told.
            return;
        }

        var person = people.Directory.Find(to.AccountId);
        var json = JsonSerializer.Serialize(
            new UnreachablePayload(person?.Name ?? (to.Label.Length > 0 ? to.Label : to.ConversationId), to.ChannelId, reason), RemindingJson.Default.UnreachablePayload);
        IEnumerable<Person> told = people.Directory.Administrators;
        if (person is not null && people.Directory.DeputyOf(person) is { } deputy)
        {
            told = told.Prepend(deputy);
        }

        await outbox.EnqueueAsync(
            [
                .. from who in told.DistinctBy(p => p.AccountId, StringComparer.OrdinalIgnoreCase)
                   let own = people.OwnChatOf(who.AccountId)
                   where own is { } address && address != chat
                   select new OutboxMessage(
                       $"unreachable:{row.Message.Key}:{who.AccountId}",
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
