using System.Collections.Immutable;

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
public sealed record Handover(string ToAccountId, DateOnly? Until, string Reason);

/// <summary>The directory, the chats and who stands in for whom: a fold over the journal. Immutable.</summary>
public sealed record PeopleState
{
    /// <summary>Before anything was done.</summary>
    public static PeopleState Empty { get; } = new();

    /// <summary>Who is who.</summary>
    public PeopleDirectory Directory { get; private init; } = PeopleDirectory.Empty;

    /// <summary>Whom the bound chats stand for.</summary>
    public ImmutableDictionary<ChatAddress, ChatOwner> Bindings { get; private init; } = ImmutableDictionary<ChatAddress, ChatOwner>.Empty;

    /// <summary>People's own chats, by account in upper case.</summary>
    private ImmutableDictionary<string, ChatAddress> OwnChats { get; init; } = ImmutableDictionary<string, ChatAddress>.Empty;

    private ImmutableDictionary<string, Handover> Handovers { get; init; } = ImmutableDictionary<string, Handover>.Empty;

    private ImmutableDictionary<ChatAddress, UnreachableChat> Lost { get; init; } = ImmutableDictionary<ChatAddress, UnreachableChat>.Empty;

    private ImmutableDictionary<string, IssuedCode> Codes { get; init; } = ImmutableDictionary<string, IssuedCode>.Empty;

    /// <summary>Chats that the channel no longer delivers to, the oldest first.</summary>
    public IEnumerable<UnreachableChat> UnreachableChats => Lost.Values.OrderBy(u => u.Since);

    /// <summary>With one event more.</summary>
    /// <param name="happened">What.</param>
    /// <param name="at">When.</param>
    public PeopleState With(PeopleEvent happened, DateTimeOffset at) => happened switch
    {
        PeopleEvent.Imported e => this with { Directory = new PeopleDirectory(e.People) },
        PeopleEvent.Identified e => WithIdentity(e),
        PeopleEvent.Connected e => this with { OwnChats = OwnChats.SetItem(KeyOf(e.AccountId), e.Chat), Lost = Lost.Remove(e.Chat) },
        PeopleEvent.HandedOver { ToAccountId: { } to } e => this with { Handovers = Handovers.SetItem(KeyOf(e.AccountId), new Handover(to, e.Until, e.Reason)) },
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

    /// <summary>Why a chat is not delivered to; null when it is.</summary>
    public UnreachableChat? UnreachableOf(ChatAddress chat) => Lost.GetValueOrDefault(chat);

    /// <summary>Who stands in for somebody on a day by a handover; null when nothing is handed over.</summary>
    public Handover? HandoverOf(string accountId, DateOnly today) =>
        Handovers.TryGetValue(KeyOf(accountId), out var handover) && (handover.Until is not { } until || today <= until) ? handover : null;

    /// <summary>Somebody's own chat; null when it is not known.</summary>
    public ChatAddress? OwnChatOf(string accountId) => OwnChats.TryGetValue(KeyOf(accountId), out var chat) ? chat : null;

    /// <summary>The chats bound to an owner that are delivered to, in a stable order; may be empty.</summary>
    public ImmutableArray<ChatAddress> ChatsOf(ChatOwner owner) =>
    [
        .. Bindings.Where(b => b.Value == owner && !Lost.ContainsKey(b.Key)).Select(b => b.Key)
            .OrderBy(c => c.ChannelId, StringComparer.Ordinal).ThenBy(c => c.ConversationId, StringComparer.Ordinal),
    ];

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
            var code => new CodeOutcome.Bound(new PeopleEvent.ChatBound(chat, code.Owner, hash)),
        };
    }

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
        return this with { Directory = new PeopleDirectory(Directory.People.Select(Renamed)), Handovers = moved.ToImmutableDictionary() };
    }

    private sealed record IssuedCode(ChatOwner Owner, DateTimeOffset ExpiresAt, bool IsUsed);
}
