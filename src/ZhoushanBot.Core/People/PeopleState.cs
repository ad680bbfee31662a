using System.Collections.Immutable;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.People;

/// <summary>A chat that the channel no longer delivers to.</summary>
/// <param name="Chat">Which.</param>
/// <param name="Reason">The channel's own word; may be empty.</param>
/// <param name="Since">Since when.</param>
public sealed record UnreachableChat(ChatAddress Chat, string Reason, DateTimeOffset Since);

/// <summary>交接: what comes for one goes to another.</summary>
/// <param name="ToAccountId">To whom.</param>
/// <param name="Until">Last day; null for until it is taken back.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="At">When it was handed over.</param>
public sealed record Handover(string ToAccountId, DateOnly? Until, string Reason, DateTimeOffset At);

/// <summary>The directory, the chats and who stands in for whom: a fold over the journal. Immutable.</summary>
public sealed record PeopleState
{
    /// <summary>Before anything was done.</summary>
    public static PeopleState Empty { get; } = new();

    /// <summary>Who is who.</summary>
    public PeopleDirectory Directory { get; private init; } = PeopleDirectory.Empty;

    /// <summary>The directory is invented, so that the bot can be tried out: see <see cref="DemonstrationCast"/>.</summary>
    public bool IsDemonstration { get; private init; }

    /// <summary>Nobody is listed and no chat is lost, so that no turn has anything to note.</summary>
    public bool IsUnused => Directory.People.IsEmpty && Lost.IsEmpty;

    /// <summary>Whom the bound chats stand for.</summary>
    public ImmutableDictionary<ChatAddress, ChatOwner> Bindings { get; private init; } = ImmutableDictionary<ChatAddress, ChatOwner>.Empty;

    /// <summary>People's own chats, by account in upper case.</summary>
    private ImmutableDictionary<string, ChatAddress> OwnChats { get; init; } = ImmutableDictionary<string, ChatAddress>.Empty;

    private ImmutableDictionary<string, Handover> Handovers { get; init; } = ImmutableDictionary<string, Handover>.Empty;

    private ImmutableDictionary<ChatAddress, UnreachableChat> Lost { get; init; } = ImmutableDictionary<ChatAddress, UnreachableChat>.Empty;

    private ImmutableDictionary<string, IssuedCode> Codes { get; init; } = ImmutableDictionary<string, IssuedCode>.Empty;

    /// <summary>Accounts by how the directory had them, in upper case: the next file will have them so again.</summary>
    private ImmutableDictionary<string, string> Identities { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Chats that the channel no longer delivers to, the oldest first.</summary>
    public IEnumerable<UnreachableChat> UnreachableChats => Lost.Values.OrderBy(u => u.Since);

    /// <summary>With one event more.</summary>
    /// <param name="happened">What.</param>
    /// <param name="at">When.</param>
    public PeopleState With(PeopleEvent happened, DateTimeOffset at) => happened switch
    {
        PeopleEvent.Imported e => this with { Directory = new PeopleDirectory(Identified(e.People)), IsDemonstration = e.IsDemonstration },
        PeopleEvent.Identified e => WithIdentity(e),
        PeopleEvent.Connected e => this with { OwnChats = OwnChats.SetItem(KeyOf(e.AccountId), e.Chat), Lost = Lost.Remove(e.Chat) },
        PeopleEvent.HandedOver { ToAccountId: { } to } e => this with { Handovers = Handovers.SetItem(KeyOf(e.AccountId), new Handover(to, e.Until, e.Reason, at)) },
        PeopleEvent.HandedOver e => this with { Handovers = Handovers.Remove(KeyOf(e.AccountId)) },
        PeopleEvent.ChatBound e => this with
        {
            Bindings = Bindings.SetItem(e.Chat, e.Owner),
            Lost = Lost.Remove(e.Chat),
            Codes = e.CodeHash is { } hash && Codes.TryGetValue(hash, out var code) ? Codes.SetItem(hash, code with { IsUsed = true }) : Codes,
        },
        PeopleEvent.ChatUnbound e => this with { Bindings = Bindings.Remove(e.Chat) },
        PeopleEvent.CodeIssued e => this with { Codes = Codes.SetItem(e.CodeHash, new IssuedCode(e.Owner, e.ExpiresAt, false)) },
        PeopleEvent.Unreachable e => this with { Lost = Lost.SetItem(e.Chat, new UnreachableChat(e.Chat, e.Reason, at)) },
        PeopleEvent.Reachable e => this with { Lost = Lost.Remove(e.Chat) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>People with their accounts in the place of how a file lists them, where they have spoken.</summary>
    public IEnumerable<Person> Identified(IEnumerable<Person> people) => Identities.IsEmpty
        ? people
        : people.Select(person => person with
        {
            AccountId = AccountOf(person.AccountId),
            DeputyAccountId = person.DeputyAccountId is { } deputy ? AccountOf(deputy) : null,
        });

    /// <summary>Why a chat is not delivered to; null when it is.</summary>
    public UnreachableChat? UnreachableOf(ChatAddress chat) => Lost.GetValueOrDefault(chat);

    /// <summary>Who stands in for somebody on a day by a handover; null when nothing is handed over.</summary>
    public Handover? HandoverOf(string accountId, DateOnly today) =>
        Handovers.TryGetValue(KeyOf(accountId), out var handover) && (handover.Until is not { } until || today <= until) ? handover : null;

    /// <summary>Whose matters come to somebody on a day because they handed them over, in the directory's order; may be empty.</summary>
    public IEnumerable<Person> HandedOverTo(string accountId, DateOnly today) =>
        Directory.People.Where(person => HandoverOf(person.AccountId, today) is { } handover && Same(handover.ToAccountId, accountId));

    /// <summary>Those who have handed their matters over on a day, in a stable order; may be empty.</summary>
    public IEnumerable<Person> GiversOn(DateOnly today) => Handovers.Keys
        .Where(account => HandoverOf(account, today) is not null).Select(Directory.Find).OfType<Person>().OrderBy(person => person.AccountId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Somebody's own chat; null when it is not known.</summary>
    public ChatAddress? OwnChatOf(string accountId) => OwnChats.TryGetValue(KeyOf(accountId), out var chat) ? chat : null;

    /// <summary>Whose own chat one is, the first in the directory's order; null when it is nobody's.</summary>
    public Person? PersonAt(ChatAddress chat) => Directory.People.FirstOrDefault(person => OwnChatOf(person.AccountId) == chat);

    /// <summary>The chats bound to an owner that are delivered to, in a stable order; may be empty.</summary>
    public ImmutableArray<ChatAddress> ChatsOf(ChatOwner owner) =>
    [
        .. Bindings.Where(b => b.Value == owner && !Lost.ContainsKey(b.Key)).Select(b => b.Key)
            .OrderBy(c => c.ChannelId, StringComparer.Ordinal).ThenBy(c => c.ConversationId, StringComparer.Ordinal),
    ];

    /// <summary>Units that lead tasks of a notice and have neither a liaison nor a chat, in the order of its tasks: their reminders go to the supervision office.</summary>
    public ImmutableArray<string> UnspokenFor(NoticeContent notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var areas = notice.Organizations.ToDictionary(o => o.Name, o => o.Area, StringComparer.Ordinal);
        bool IsSpokenFor(string name) =>
            !Directory.LiaisonsOf(new Party(name, areas[name])).IsEmpty
            || !ChatsOf(new ChatOwner(name, null, null)).IsEmpty
            || (areas[name] is { } area && !ChatsOf(new ChatOwner(null, area, null)).IsEmpty);
        return
        [
            .. notice.WorkItems.SelectMany(i => i.LeadOrganizations.Select(o => o.Name)).Distinct(StringComparer.Ordinal)
                .Where(name => areas.ContainsKey(name) && !IsSpokenFor(name)),
        ];
    }

    /// <summary>Whether somebody speaks for a party today: the own people, and whoever stands in for one of them.</summary>
    /// <param name="accountId">Who.</param>
    /// <param name="party">For whom.</param>
    /// <param name="today">The day that it is, Asia/Shanghai.</param>
    public bool SpeaksFor(string accountId, Party party, DateOnly today)
    {
        if (Directory.Find(accountId) is { } person && party.IsSpokenForBy(person) && (person.Role == Role.Liaison || person.IsHead))
        {
            return true;
        }

        return Directory.LiaisonsOf(party).Any(liaison =>
            Same(liaison.DeputyAccountId, accountId) || (HandoverOf(liaison.AccountId, today) is { } handover && Same(handover.ToAccountId, accountId)));
    }

    /// <summary>Judges a code that somebody typed in a chat.</summary>
    /// <param name="typed">The code, however spaced and cased.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="chat">Where.</param>
    /// <param name="now">When.</param>
    public CodeOutcome Redeem(string typed, Actor actor, ChatAddress chat, DateTimeOffset now)
    {
        if (!Permissions.Allow(Directory.RoleOf(actor), Right.RedeemCode))
        {
            return new CodeOutcome.Refused(CodeRefusal.NotAllowed);
        }

        var hash = BindingCode.HashOf(typed);
        return Codes.GetValueOrDefault(hash) switch
        {
            null => new CodeOutcome.Refused(CodeRefusal.Unknown),
            { IsUsed: true } => new CodeOutcome.Refused(CodeRefusal.Used),
            var code when now >= code.ExpiresAt => new CodeOutcome.Refused(CodeRefusal.Expired),
            var code when !MayBind(actor, code.Owner, ShanghaiTime.DateOf(now)) => new CodeOutcome.Refused(CodeRefusal.NotOwn),
            var code => new CodeOutcome.Bound(new PeopleEvent.ChatBound(chat, code.Owner, hash)),
        };
    }

    // A liaison who got hold of another unit's code would have that unit's matters sent to the own chat.
    private bool MayBind(Actor actor, ChatOwner owner, DateOnly today) =>
        Directory.RoleOf(actor) != Role.Liaison
        || (Directory.Find(actor.AccountId) is { } person && new Party(owner.Organization, owner.Area).IsSpokenForBy(person))
        || SpeaksFor(actor.AccountId, new Party(owner.Organization, owner.Area), today);

    private string AccountOf(string listed) => Identities.GetValueOrDefault(KeyOf(listed), listed);

    // Account ids are GUIDs or mail addresses: both mean the same in either case.
    private static string KeyOf(string accountId) => accountId.ToUpperInvariant();

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private PeopleState WithIdentity(PeopleEvent.Identified e)
    {
        Person Renamed(Person person) => person with
        {
            AccountId = Same(person.AccountId, e.ListedAs) ? e.AccountId : person.AccountId,
            DeputyAccountId = Same(person.DeputyAccountId, e.ListedAs) ? e.AccountId : person.DeputyAccountId,
        };
        var moved = Handovers.Select(h => KeyValuePair.Create(
            h.Key == KeyOf(e.ListedAs) ? KeyOf(e.AccountId) : h.Key,
            Same(h.Value.ToAccountId, e.ListedAs) ? h.Value with { ToAccountId = e.AccountId } : h.Value));
        return this with
        {
            Directory = new PeopleDirectory(Directory.People.Select(Renamed)),
            Handovers = moved.ToImmutableDictionary(),
            Identities = Identities.SetItem(KeyOf(e.ListedAs), e.AccountId),
        };
    }

    private sealed record IssuedCode(ChatOwner Owner, DateTimeOffset ExpiresAt, bool IsUsed);
}
