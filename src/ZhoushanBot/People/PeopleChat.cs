using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.People;

/// <summary>What is typed about people: a one-time code that binds the chat, and "who am I".</summary>
internal sealed partial class PeopleChat(OfficeBook book, NoticeArchive archive, ConversationBook conversations, CodeTries tries, OfficeClock clock) : ITurnPart
{
    private const int Longest = 60;

    // What PeopleState.SpeaksFor lets them do, for the units of those whom they stand in for.
    private static readonly Right[] OfDeputies = [Right.AcknowledgeOwn, Right.SnoozeOwn, Right.ReportOwn, Right.RequestExtension];
    private static readonly char[] Ends = ['。', '.', '!', '?', '~', ' '];

    private static readonly FrozenDictionary<string, ReplyLanguage> WhoAmI = new Dictionary<string, ReplyLanguage>(StringComparer.Ordinal)
    {
        ["我是谁"] = ReplyLanguage.Chinese, ["我的身份"] = ReplyLanguage.Chinese, ["我是什么身份"] = ReplyLanguage.Chinese, ["我的权限"] = ReplyLanguage.Chinese,
        ["who am i"] = ReplyLanguage.English, ["whoami"] = ReplyLanguage.English, ["my role"] = ReplyLanguage.English, ["what am i"] = ReplyLanguage.English,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, string text, CancellationToken cancellationToken)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        if (CodeIn(text) is { } code)
        {
            return await RedeemAsync(request, code.Code, code.Language, cancellationToken);
        }

        return WhoAmI.TryGetValue(NormalizedText.Fold(text).Trim(Ends), out var language) ? Introduce(request, language) : null;
    }

    /// <summary>The code behind "code" or 绑定; null where none is typed: "code of conduct" is a question.</summary>
    internal static (string Code, ReplyLanguage Language)? CodeIn(string text)
    {
        var match = TypedCode().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var code = match.Groups["code"].Value;
        return code.Any(c => char.IsAsciiDigit(c) || c is '-' or '－') || !code.Any(char.IsAsciiLetterLower)
            ? (code, match.Groups["zh"].Success ? ReplyLanguage.Chinese : ReplyLanguage.English)
            : null;
    }

    private async Task<TurnReply> RedeemAsync(TurnRequest request, string code, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var words = PeopleText.In(language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, language);
        }

        var account = caller.Actor.AccountId;
        if (!tries.Take(account))
        {
            return TurnReply.Say(words.TooManyTries, language);
        }

        var chat = RootOf(caller.Chat);
        var (outcome, before) = await book.DecideAsync(
            caller.Actor,
            (state, now) =>
            {
                var outcome = state.People.Redeem(code, caller.Actor, chat, now);
                var bound = state.People.Bindings.TryGetValue(chat, out var owner) ? owner : (ChatOwner?)null;
                return new Decision<(CodeOutcome, ChatOwner?)>((outcome, bound), outcome is CodeOutcome.Bound happened ? [PeopleJournal.Write(happened.Event)] : []);
            },
            cancellationToken);
        switch (outcome)
        {
            case CodeOutcome.Bound { Event.Owner: var owner }:
                tries.Forget(account);
                return TurnReply.Say(words.Bound(NameIn(language, owner), before is { } other && other != owner ? NameIn(language, other) : null), language);
            case CodeOutcome.Refused { Reason: var reason }:
                return TurnReply.Say(words.Refused(reason), language);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private TurnReply Introduce(TurnRequest request, ReplyLanguage language)
    {
        var words = PeopleText.In(language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, language);
        }

        var people = book.Current.People;
        var (account, chat, today) = (caller.Actor.AccountId, RootOf(caller.Chat), clock.Today);
        var isAlone = !caller.IsShared && conversations.Find(new ConversationAddress(chat.ChannelId, chat.ConversationId))?.IsShared != true;
        var person = people.Directory.Find(account);
        var lines = new List<string>
        {
            person is null ? words.NotListed(caller.Actor.Name) : words.You(person.Name, person.Role),
        };
        if (person is not null)
        {
            lines.AddRange(OfficesOf(person, language));
        }

        if (people.Bindings.TryGetValue(chat, out var owner))
        {
            lines.Add(words.ChatStandsFor(NameIn(language, owner)));
        }

        // Where others read along, nobody is told who stands in for whom, nor the account.
        var rights = Permissions.Of(person?.Role ?? Role.Staff).AsEnumerable();
        if (isAlone)
        {
            lines.AddRange(person is null ? [words.Account(account)] : MattersOf(people, person, chat, today, language));
            rights = person is not null && OthersOf(people, person, today).Any() ? rights.Union(OfDeputies) : rights;
        }

        lines.Add(words.May(rights));
        return TurnReply.Say(string.Join('\n', lines), language);
    }

    private IEnumerable<string> OfficesOf(Person person, ReplyLanguage language)
    {
        var words = PeopleText.In(language);
        if (person.Organization is { } organization)
        {
            yield return words.Of(NameIn(language, new ChatOwner(organization, null, null)), person.IsHead);
        }

        if (person.Area is { } area)
        {
            yield return words.Of(NameIn(language, new ChatOwner(null, area, null)), person.IsHead && person.Organization is null);
        }

        if (person.IsSupervisionOffice)
        {
            yield return words.Of(NameIn(language, ChatOwner.SupervisionOffice), isHead: false);
        }

        if (person.OfficialName is { } official)
        {
            yield return words.Serves(NameIn(language, new ChatOwner(null, null, official)));
        }
    }

    private static IEnumerable<string> MattersOf(PeopleState people, Person person, ChatAddress chat, DateOnly today, ReplyLanguage language)
    {
        var words = PeopleText.In(language);
        yield return words.OwnChat(people.OwnChatOf(person.AccountId) is { } own ? own == chat : null);
        if (people.Directory.DeputyOf(person) is { } deputy)
        {
            yield return words.Deputy(deputy.Name);
        }

        if (people.HandoverOf(person.AccountId, today) is { } handover)
        {
            yield return words.HandedOver(people.Directory.Find(handover.ToAccountId)?.Name ?? handover.ToAccountId, handover.Until);
        }

        if (OthersOf(people, person, today).Select(other => other.Name).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names)
        {
            yield return words.StandsInFor(names);
        }
    }

    /// <summary>Those for whom somebody stands in.</summary>
    private static IEnumerable<Person> OthersOf(PeopleState people, Person person, DateOnly today) =>
        people.Directory.People.Where(other => people.Directory.DeputyOf(other) == person).Concat(people.HandedOverTo(person.AccountId, today));

    private string NameIn(ReplyLanguage language, ChatOwner owner)
    {
        var names = archive.Current.Index.Names;
        var english = owner switch
        {
            { Organization: { } organization } => names.Organization(organization).English,
            { Area: { } area } => names.Area(area).English,
            { Official: { } official } => names.Official(official, string.Empty).Names.English,
            _ => null,
        };
        return owner == ChatOwner.SupervisionOffice ? PeopleText.In(language).SupervisionOffice
            : language == ReplyLanguage.English && english is not null ? $"{owner.Name} ({english})"
            : owner.Name;
    }

    // A channel of Teams is bound with all of its threads.
    private static ChatAddress RootOf(ChatAddress chat)
    {
        var root = new ConversationAddress(chat.ChannelId, chat.ConversationId).Root;
        return new ChatAddress(root.ChannelId, root.ConversationId);
    }

    // "code 7KQ2M-9XTWD", "绑定 7KQ2M 9XTWD", "绑定码：7kq2m9xtwd"; a wrong length is a wrong code, not a question.
    [GeneratedRegex(
        @"^\s*(?:(?<zh>绑定码|绑定)|(?:code|bind)(?=[\s:：]))\s*[:：]?\s*(?<code>[A-Za-z0-9]{3,7}[-－\s][A-Za-z0-9]{3,7}|[A-Za-z0-9]{6,14})\s*[。.!！]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TypedCode();
}
