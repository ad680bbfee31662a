using System.Security.Cryptography;
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

/// <summary>What is typed about people: a one-time code that binds the chat, the wish for one, and "who am I".</summary>
internal sealed partial class PeopleChat(OfficeBook book, NoticeArchive archive, ConversationBook conversations, CodeTries tries, OfficeClock clock) : ITurnPart
{
    private const int Longest = 60;

    // What PeopleState.SpeaksFor lets them do, for the units of those whom they stand in for.
    private static readonly Right[] OfDeputies = [Right.AcknowledgeOwn, Right.SnoozeOwn, Right.ReportOwn, Right.RequestExtension];

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        if (text.Source.Length > Longest)
        {
            return null;
        }

        if (CodeIn(text.Source) is { } code)
        {
            return await RedeemAsync(request, code.Code, code.Language, cancellationToken);
        }

        if (WishIn(text.Source) is { } issue)
        {
            return await IssueAsync(request, issue.Name, issue.Language, cancellationToken);
        }

        return TypedWish.Of(text) switch
        {
            TypedWish.WhoAmI wish => Introduce(request, wish.Language),
            TypedWish.Unbound wish => TellMissing(request, wish.Language),
            _ => null,
        };
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

    /// <summary>For whom a code is wished; null where none is.</summary>
    internal static (string Name, ReplyLanguage Language)? WishIn(string text)
    {
        var match = WishForCode().Match(text);
        return match.Success ? (match.Groups["name"].Value.Trim(), match.Groups["zh"].Success ? ReplyLanguage.Chinese : ReplyLanguage.English) : null;
    }

    private async Task<TurnReply> IssueAsync(TurnRequest request, string name, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var words = PeopleText.In(language);
        if (request.Caller is not { } caller || !Permissions.Allow(book.Current.People.Directory.RoleOf(caller.Actor), Right.BindChats))
        {
            return TurnReply.Say(words.MayNotIssue, language);
        }

        if (!IsAlone(caller))
        {
            return TurnReply.Say(words.NotBeforeOthers, language);
        }

        var names = new KnownNames(archive.Current.Notices);
        if (names.OwnerNamed(name) is not { } owner)
        {
            return TurnReply.Say(words.UnknownUnit(name, names.NearestOwner(name)), language);
        }

        // Whoever was an administrator a moment ago may be none under the lock.
        var code = BindingCode.Make(RandomNumberGenerator.GetBytes(BindingCode.RandomBytes));
        var expires = await book.DecideAsync(
            caller.Actor,
            (state, now) => Permissions.Allow(state.People.Directory.RoleOf(caller.Actor), Right.BindChats)
                ? new Decision<DateTimeOffset?>(now + BindingCode.Lifetime, [PeopleJournal.Write(BindingCode.Issue(code, owner, now))])
                : new Decision<DateTimeOffset?>(null, []),
            cancellationToken);
        return TurnReply.Say(expires is { } until ? words.Issued(code, NameIn(language, owner), until) : words.MayNotIssue, language);
    }

    private bool IsAlone(Caller caller) =>
        !caller.IsShared && conversations.Find(new ConversationAddress(caller.Chat.ChannelId, caller.Chat.ConversationId))?.IsShared != true;

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

        var chat = ConversationAddress.RootOf(caller.Chat);
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
        var (account, chat, today) = (caller.Actor.AccountId, ConversationAddress.RootOf(caller.Chat), clock.Today);
        var isAlone = IsAlone(caller);
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

    private TurnReply TellMissing(TurnRequest request, ReplyLanguage language)
    {
        var words = PeopleText.In(language);
        var people = book.Current.People;
        if (request.Caller is not { } caller || !Permissions.Allow(people.Directory.RoleOf(caller.Actor), Right.BindChats))
        {
            return TurnReply.Say(words.MayNotSeeMissing, language);
        }

        var missing = archive.Current.Notices.FirstOrDefault() is { } newest ? people.UnspokenFor(newest) : [];
        return TurnReply.Say(missing.IsEmpty ? words.NobodyMissing : words.Missing([.. missing.Select(name => NameIn(language, new ChatOwner(name, null, null)))]), language);
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

    private string NameIn(ReplyLanguage language, ChatOwner owner) => OwnerNames.In(language, owner, archive.Current.Index.Names);

    // "code 7KQ2M-9XTWD", "绑定 7KQ2M 9XTWD", "绑定码：7kq2m9xtwd"; a wrong length is a wrong code, not a question.
    [GeneratedRegex(
        @"^\s*(?:(?<zh>绑定码|绑定)|(?:code|bind)(?=[\s:：]))\s*[:：]?\s*(?<code>[A-Za-z0-9]{3,7}[-－\s][A-Za-z0-9]{3,7}|[A-Za-z0-9]{6,14})\s*[。.!！]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TypedCode();

    // "people code 市水利局", "发绑定码 市水利局", "发码：督查室".
    [GeneratedRegex(
        @"^\s*(?:(?<zh>发绑定码|发码)\s*[:：]?|(?:people|issue)\s+code\s*(?:for\s)?[:：]?(?<=[\s:：]))\s*(?<name>[^\s。.？?].*?)\s*[。.]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex WishForCode();
}
