using System.Collections.Frozen;
using System.Collections.Immutable;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Reminders;

/// <summary>Who is written to on a day: chats bound to the unit, else its people, else whoever stands in for them; else the supervision office.</summary>
internal sealed class Recipients
{
    private readonly PeopleState people;
    private readonly DateOnly today;
    private readonly FrozenDictionary<ChatOwner, ImmutableArray<ChatAddress>> chats;
    private readonly Dictionary<Party, ImmutableArray<Recipient>> liaisons = [];
    private readonly Dictionary<Party, ImmutableArray<Recipient>> heads = [];
    private readonly Dictionary<string, ImmutableArray<Recipient>> offices = new(StringComparer.Ordinal);

    public Recipients(PeopleState people, DateOnly today)
    {
        this.people = people;
        this.today = today;
        chats = people.Bindings
            .Where(b => people.UnreachableOf(b.Key) is null)
            .GroupBy(b => b.Value, b => b.Key)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderBy(c => c.ChannelId, StringComparer.Ordinal).ThenBy(c => c.ConversationId, StringComparer.Ordinal).ToImmutableArray());
        SupervisionOffice = Either(BoundTo(ChatOwner.SupervisionOffice, string.Empty), people.Directory.SupervisionOffice);
    }

    public ImmutableArray<Recipient> SupervisionOffice { get; }

    /// <summary>The party's own; empty when it is bound to no chat and none of its people can be reached.</summary>
    public ImmutableArray<Recipient> Liaisons(Party party)
    {
        if (!liaisons.TryGetValue(party, out var known))
        {
            var bound = party.Organization is { } organization ? BoundTo(new ChatOwner(organization, null, null), organization) : [];
            bound = party.Area is { } area ? bound.AddRange(BoundTo(new ChatOwner(null, area, null), party.Name)) : bound;
            liaisons[party] = known = Either(bound, people.Directory.LiaisonsOf(party));
        }

        return known;
    }

    /// <summary>Who hears it besides the liaisons, at a level above them; the supervision office where nobody is listed or reached.</summary>
    public ImmutableArray<Recipient> Above(EscalationLevel level, Party party, WorkItem item) => level switch
    {
        EscalationLevel.Liaison => [],
        EscalationLevel.Head => OrSupervision(Heads(party)),
        EscalationLevel.OfficialOffice => OrSupervision([.. item.LeadOfficials.SelectMany(o => Office(o.Name)).DistinctBy(r => r.Key, StringComparer.Ordinal)]),
        EscalationLevel.SupervisionOffice => SupervisionOffice,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ImmutableArray<Recipient> Heads(Party party)
    {
        if (!heads.TryGetValue(party, out var known))
        {
            heads[party] = known = people.Directory.HeadOf(party) is { } head ? Either([], [head]) : [];
        }

        return known;
    }

    private ImmutableArray<Recipient> Office(string official)
    {
        if (!offices.TryGetValue(official, out var known))
        {
            offices[official] = known = Either(BoundTo(new ChatOwner(null, null, official), official), people.Directory.OfficeOf(official));
        }

        return known;
    }

    private ImmutableArray<Recipient> OrSupervision(ImmutableArray<Recipient> recipients) => recipients.IsEmpty ? SupervisionOffice : recipients;

    private ImmutableArray<Recipient> BoundTo(ChatOwner owner, string name) =>
        [.. chats.GetValueOrDefault(owner, []).Select(chat => new Recipient($"chat:{chat.ChannelId}/{chat.ConversationId}", name, null, chat))];

    // Whoever has a chat for the matter is not written to in private as well.
    private ImmutableArray<Recipient> Either(ImmutableArray<Recipient> bound, ImmutableArray<Person> listed) =>
        bound.IsEmpty ? [.. listed.Select(Reach).OfType<Recipient>()] : bound;

    /// <summary>A person's own chat, or that of whoever stands in; null when neither is known or delivered to.</summary>
    private Recipient? Reach(Person person)
    {
        var own = people.HandoverOf(person.AccountId, today) is { } handover ? ChatOf(handover.ToAccountId) : ChatOf(person.AccountId);
        var chat = own ?? (person.DeputyAccountId is { } deputy ? ChatOf(deputy) : null);
        return chat is { } found ? new Recipient($"person:{person.AccountId.ToUpperInvariant()}", person.Name, person.AccountId, found) : null;
    }

    private ChatAddress? ChatOf(string accountId) => people.OwnChatOf(accountId) is { } chat && people.UnreachableOf(chat) is null ? chat : null;
}
