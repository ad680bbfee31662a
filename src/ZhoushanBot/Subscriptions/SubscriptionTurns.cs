using System.Text.RegularExpressions;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Subscriptions;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Office;
using ZhoushanBot.Reporting;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Subscriptions;

/// <summary>"订阅周报", "subscribe to the weekly status of …", "退订周报", "我的订阅", and their buttons: by whom a status is wanted every week.</summary>
internal sealed partial class SubscriptionTurns(OfficeBook book, OfficeView view, StatusDesk desk, OfficeClock clock, RefusedActs refusals) : ITurnPart
{
    private enum Done
    {
        Subscribed,
        Changed,
        IsSubscribed,
        Unsubscribed,
        NoneHere,
        NotAllowed,
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        var typed = text.Source.Trim().TrimEnd('。', '.', '！', '!', '？', '?').TrimEnd();
        if (List().Match(typed) is { Success: true } list)
        {
            return ListOf(Asker.Of(request, book.Current), request, LanguageOf(list));
        }

        if (Unsubscribe().Match(typed) is { Success: true } clear)
        {
            return await UnsubscribeAsync(request, LanguageOf(clear), cancellationToken);
        }

        if (Subscribe().Match(typed) is not { Success: true } match)
        {
            return null;
        }

        var language = LanguageOf(match);
        var slice = match.Groups["slice"].Value.Trim();
        var asker = Asker.Of(request, book.Current);
        return !asker.May(Right.Subscribe) ? refusals.Say(SubscriptionText.In(language).NotAllowed, language, SubscriptionButtons.Subscribe, RefusedActs.NotAllowed, asker)
            : QueryOf(request, slice, language) is { } query ? await SubscribeAsync(request, query, language, cancellationToken)
            : TurnReply.Say(SubscriptionText.In(language).UnknownSlice(slice), language);
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.IsRefresh)
        {
            return null;
        }

        var language = StatusTurns.LanguageOf(request, command);
        return command.Verb switch
        {
            SubscriptionButtons.Subscribe => StatusTurns.QueryIn(command, StatusCards.QueryField) is { } query
                ? await SubscribeAsync(request, query, language, cancellationToken)
                : TurnReply.Say(SubscriptionText.In(language).StaleButton, language),
            SubscriptionButtons.Unsubscribe => await UnsubscribeAsync(request, language, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The status of a slice, read as the question for its progress would be; null for a slice that nothing is known of.</summary>
    private StatusQuery? QueryOf(TurnRequest request, string slice, ReplyLanguage language)
    {
        if (slice.Length == 0)
        {
            return StatusQuery.Everything;
        }

        var index = view.NoticesFor(request.Caller?.Actor, request.Caller is not { IsShared: false }).Index;
        var question = language == ReplyLanguage.Chinese ? $"{slice}进展" : $"progress of {slice}";
        return Assistant.Reply(question, ConversationContext.Empty, index, clock.Now, language).Reading.Status?.Query;
    }

    private ValueTask<TurnReply> SubscribeAsync(TurnRequest request, StatusQuery query, ReplyLanguage language, CancellationToken cancellationToken) => ChangeAsync(
        request,
        SubscriptionButtons.Subscribe,
        language,
        (chat, isShared, known) => known is not null && known.Query == query && known.Language == language && (isShared || known.Chat == chat)
            ? (Done.IsSubscribed, null)
            : (known is null ? Done.Subscribed : Done.Changed, new SubscriptionEvent.Set(chat, isShared, query with { Page = 0 }, language)),
        cancellationToken);

    private ValueTask<TurnReply> UnsubscribeAsync(TurnRequest request, ReplyLanguage language, CancellationToken cancellationToken) =>
        ChangeAsync(
            request, SubscriptionButtons.Unsubscribe, language, (_, _, known) => known is null ? (Done.NoneHere, null) : (Done.Unsubscribed, new SubscriptionEvent.Cleared()), cancellationToken);

    private async ValueTask<TurnReply> ChangeAsync(
        TurnRequest request, string verb, ReplyLanguage language, Func<ChatAddress, bool, Subscription?, (Done, SubscriptionEvent?)> judge, CancellationToken cancellationToken)
    {
        var words = SubscriptionText.In(language);
        var asker = Asker.Of(request, book.Current);
        if (request.Caller is not { } caller || !asker.May(Right.Subscribe))
        {
            return refusals.Say(words.NotAllowed, language, verb, RefusedActs.NotAllowed, asker);
        }

        var key = Subscription.KeyOf(caller.Actor, caller.Chat, caller.IsShared);
        var done = await book.DecideAsync(
            caller.Actor,
            (state, _) =>
            {
                // The role may have changed while the writer before was at it.
                var (judged, happened) = Permissions.Allow(state.People.Directory.RoleOf(caller.Actor), Right.Subscribe)
                    ? judge(caller.Chat, caller.IsShared, state.Subscriptions.Find(key))
                    : (Done.NotAllowed, null);
                return new Decision<Done>(judged, happened is null ? [] : [SubscriptionJournal.Write(key, happened)]);
            },
            cancellationToken);
        return done switch
        {
            Done.NotAllowed => TurnReply.Say(words.NotAllowed, language),
            Done.NoneHere => TurnReply.Say($"{words.NoneHere}{Between(language)}{words.How}", language),
            Done.Unsubscribed => TurnReply.Say(words.Unsubscribed, language),
            Done.Changed => Told(words.Changed, [book.Current.Subscriptions.Find(key)], language),
            Done.IsSubscribed => Told(words.IsSubscribed, [book.Current.Subscriptions.Find(key)], language),
            _ => Told(words.Subscribed, [book.Current.Subscriptions.Find(key)], language),
        };
    }

    private TurnReply ListOf(Asker asker, TurnRequest request, ReplyLanguage language)
    {
        var words = SubscriptionText.In(language);
        if (!asker.May(Right.Subscribe) || request.Caller is not { } caller)
        {
            return refusals.Say(words.NotAllowed, language, "subscription.list", RefusedActs.NotAllowed, asker);
        }

        var here = Subscription.KeyOf(caller.Actor, caller.Chat, caller.IsShared);

        // Where others read along, what somebody gets elsewhere is nobody's business.
        var own = book.Current.Subscriptions.All.Where(s => s.Key == here || (!caller.IsShared && s.By.AccountId == caller.Actor.AccountId)).ToList();
        return Told(words.Mine(own.Count), own, language);
    }

    private TurnReply Told(string title, IReadOnlyList<Subscription?> subscriptions, ReplyLanguage language)
    {
        var words = SubscriptionText.In(language);
        var input = view.Plan();
        var status = StatusText.Of(language, view.Notices(seesInternal: false).Index.Names);
        var hours = input.Settings.SendingHours;
        var known = subscriptions.OfType<Subscription>().ToList();
        var message = new OfficeMessage
        {
            Language = language,
            Title = title,
            Sentences = known.Count == 0 ? [words.How] : [words.Next($"{status.Day(ShanghaiTime.DateOf(WeeklyDays.Next(clock.Now, hours, input.Calendar)))} {hours.From:HH:mm}")],
            Lines = [.. known.Select(s => new OfficeLine(
                desk.TitleOf(s.Query, language), $"{(s.IsShared ? words.Shared : words.Own)} · {words.Since(status.Day(ShanghaiTime.DateOf(s.Since)))}"))],
            Buttons = known.Count == 0 ? [SubscriptionButtons.ToSubscribe(StatusQuery.Everything, language)] : [SubscriptionButtons.ToUnsubscribe(language)],
        };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText() };
    }

    private static string Between(ReplyLanguage language) => language == ReplyLanguage.Chinese ? string.Empty : " ";

    private static ReplyLanguage LanguageOf(Match match) => match.Groups["zh"].Success ? ReplyLanguage.Chinese : ReplyLanguage.English;

    // 订阅周报; 订阅市水利局周报; 请订阅市水利局的每周进展; subscribe weekly; subscribe to the weekly status of Daishan.
    [GeneratedRegex(
        @"^(?:(?<zh>(?:我要|我想|请|帮我)?订阅(?:每周)?)(?<slice>.{0,40}?)的?(?:工作)?(?:进展|进度|情况)?(?:周报|每周(?:进展|情况|汇报))|(?:please )?subscribe(?: me)?(?: to)?(?: (?:the|a))? weekly(?: (?:status|report|progress|summary|card))*(?: (?:of|for|on|about) (?:the )?(?<slice>.{1,80}))?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Subscribe();

    // 退订周报; 取消订阅市水利局周报; 不再订阅周报; unsubscribe; unsubscribe from the weekly status.
    [GeneratedRegex(
        @"^(?:(?<zh>(?:我要|我想|请|帮我)?(?:退订|取消订阅|不再订阅)).{0,40}|(?:please )?unsubscribe(?: me)?(?: from)?(?: (?:the|my|a))?(?: weekly)?(?: (?:status|report|progress|summary|card))*(?: (?:of|for|on) .{1,80})?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unsubscribe();

    // 我的订阅; 我订阅了什么; 订阅; my subscriptions; subscribe.
    [GeneratedRegex(
        @"^(?:(?<zh>我的(?:周报)?订阅|我订阅了(?:什么|哪些|哪些周报)|查看订阅|订阅)|(?:show |list |what are )?(?:me )?my subscriptions?|subscriptions?|subscribe)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex List();
}
