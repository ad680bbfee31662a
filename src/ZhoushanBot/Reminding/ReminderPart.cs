using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

/// <summary>The buttons of reminders, and what is typed instead of them: 已知悉, 稍后提醒. Who acts is the channel's account; every action is judged anew.</summary>
internal sealed class ReminderPart(OfficeBook book, OfficeView view, MessageMaking making, ILogger<ReminderPart> logger) : ITurnPart
{
    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.Verb is not (ReminderButtons.Acknowledge or ReminderButtons.Snooze or ReminderButtons.Extend or ReminderButtons.Open or ReminderButtons.Refresh or ReminderButtons.Decide))
        {
            return null;
        }

        var words = RemindingText.In(request.Language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, request.Language);
        }

        if (command.Verb == ReminderButtons.Decide)
        {
            return command.IsRefresh ? null : await DecideAsync(request, caller, command, cancellationToken);
        }

        // A card of another chat, or one that nobody was sent.
        if (command.Text(ReminderButtons.Digest) is not { } key || book.Current.Reminders.DigestOf(key) is not { } digest || digest.To.Chat != ConversationAddress.RootOf(caller.Chat))
        {
            Log.ReminderRefused(logger, command.Verb, "NoSuchDigest", caller.Actor.AccountId);
            return TurnReply.Say(words.NoSuchReminder, request.Language);
        }

        var target = TargetOf(command);
        if (command.IsRefresh || command.Verb is ReminderButtons.Refresh or ReminderButtons.Open)
        {
            return await LookAsync(request.Language, digest, command.Verb == ReminderButtons.Open ? target : null, PageIn(command), cancellationToken);
        }

        if (target is not null && !digest.Lines.Any(l => l.WorkItemId == target.WorkItemId && l.Party == target.Party && l.Due == target.Due))
        {
            Log.ReminderRefused(logger, command.Verb, "NotInDigest", caller.Actor.AccountId);
            return TurnReply.Say(words.NoSuchReminder, request.Language);
        }

        return await ActAsync(request.Language, caller, command, digest, target, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        if (TypedReminder.Of(text.Folded) is not { Wish: ReminderWish.Acknowledge or ReminderWish.Snooze or ReminderWish.Reminders } meant)
        {
            return null;
        }

        var words = RemindingText.In(meant.Language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, meant.Language);
        }

        if (book.Current.Reminders.LastDigestOf(ConversationAddress.RootOf(caller.Chat)) is not { } digest)
        {
            return TurnReply.Say(words.NothingHere, meant.Language);
        }

        // How long, and which of several, is asked by the card.
        return meant.Wish == ReminderWish.Acknowledge
            ? await AcknowledgeAllAsync(meant.Language, caller, digest, ShownTo(meant.Language, digest, null), cancellationToken)
            : await LookAsync(
                meant.Language, digest,
                meant.Wish == ReminderWish.Snooze && digest.Lines is [var only] ? new ReminderTarget(only.WorkItemId, only.Party, only.Due) : null, 0, cancellationToken);
    }

    private async ValueTask<TurnReply> ActAsync(ReplyLanguage language, Caller caller, CardCommand command, Digest digest, ReminderTarget? target, CancellationToken cancellationToken)
    {
        var words = RemindingText.In(language);
        switch (command.Verb)
        {
            case ReminderButtons.Acknowledge when target is null:
                var shown = ShownTo(language, digest, command.Text(ReminderButtons.Shown));
                return shown.IsEmpty ? TurnReply.Say(words.NoSuchReminder, language) : await AcknowledgeAllAsync(language, caller, digest, shown, cancellationToken);
            case ReminderButtons.Acknowledge:
                return await WriteAsync(language, caller, command.Verb, digest, (input, now) => ReminderActions.Acknowledge(input, caller.Actor, target, now), cancellationToken);
            case ReminderButtons.Snooze when target is not null:
                return Enum.TryParse<SnoozeChoice>(command.Text(ReminderButtons.Choice), ignoreCase: true, out var choice) && Enum.IsDefined(choice)
                    ? await WriteAsync(language, caller, command.Verb, digest, (input, now) => ReminderActions.Snooze(input, caller.Actor, target, choice, now), cancellationToken)
                    : TurnReply.Say(words.ChoiceNotUnderstood, language);
            case ReminderButtons.Extend when target is not null:
                return DayIn(command, ReminderButtons.Until) is { } until
                    ? await WriteAsync(
                        language, caller, command.Verb, digest,
                        (input, now) => ReminderActions.RequestExtension(input, caller.Actor, target, until, command.Text(ReminderButtons.Reason) ?? string.Empty, now),
                        cancellationToken)
                    : TurnReply.Say(words.DayNotUnderstood, language);
            default:
                return TurnReply.Say(words.NoSuchReminder, language);
        }
    }

    private async ValueTask<TurnReply> WriteAsync(
        ReplyLanguage language, Caller caller, string verb, Digest digest, Func<PlanInput, DateTimeOffset, ReminderOutcome> judge, CancellationToken cancellationToken)
    {
        var outcome = await book.DecideAsync(
            caller.Actor,
            (state, now) => judge(view.Plan(state), now) is var judged && judged is ReminderOutcome.Done done
                ? new Decision<ReminderOutcome>(done, [done.Line])
                : new Decision<ReminderOutcome>(judged, []),
            cancellationToken);
        return outcome is ReminderOutcome.Refused { Reason: var reason } ? Refuse(language, caller, verb, reason) : await DoneAsync(language, digest, cancellationToken);
    }

    // Nobody acknowledges what no card has shown. Typed words, and the cards of before that do not say what they show, mean what the card shows now.
    private ImmutableArray<PlannedReminder> ShownTo(ReplyLanguage language, Digest digest, string? shown) =>
        shown is null ? making.Cards(view.Plan(), language).ShownOf(digest) : ReminderButtons.ReadShown(shown, digest);

    // Each line is judged by what the ones before it wrote; what somebody else acknowledged already stays theirs.
    private async ValueTask<TurnReply> AcknowledgeAllAsync(
        ReplyLanguage language, Caller caller, Digest digest, ImmutableArray<PlannedReminder> shown, CancellationToken cancellationToken)
    {
        var refusal = await book.DecideAsync(
            caller.Actor,
            (state, now) =>
            {
                var input = view.Plan(state);
                var targets = shown.Select(l => new ReminderTarget(l.WorkItemId, l.Party, l.Due)).Distinct();
                var outcomes = targets.Select(target => ReminderActions.Acknowledge(input, caller.Actor, target, now)).ToList();
                var done = outcomes.OfType<ReminderOutcome.Done>().Select(d => d.Line).ToImmutableArray();
                return new Decision<ReminderRefusal?>(done.IsEmpty ? outcomes.OfType<ReminderOutcome.Refused>().FirstOrDefault()?.Reason : null, done);
            },
            cancellationToken);
        return refusal is { } reason ? Refuse(language, caller, ReminderButtons.Acknowledge, reason) : await DoneAsync(language, digest, cancellationToken);
    }

    private async ValueTask<TurnReply> DecideAsync(TurnRequest request, Caller caller, CardCommand command, CancellationToken cancellationToken)
    {
        var words = RemindingText.In(request.Language);
        if (!long.TryParse(command.Text(ReminderButtons.Request), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || command.Text(ReminderButtons.Granted) is not ("yes" or "no") || command.Text(ReminderButtons.Granted) is not { } answer)
        {
            Log.ReminderRefused(logger, command.Verb, "NoSuchRequest", caller.Actor.AccountId);
            return TurnReply.Say(words.NoSuchReminder, request.Language);
        }

        var outcome = await book.DecideAsync(
            caller.Actor,
            (state, now) => ReminderActions.DecideExtension(
                view.Plan(state), caller.Actor, number, answer == "yes", DayIn(command, ReminderButtons.Until), command.Text(ReminderButtons.Reason) ?? string.Empty, now) is var judged
                && judged is ReminderOutcome.Done done
                    ? new Decision<ReminderOutcome>(done, [done.Line])
                    : new Decision<ReminderOutcome>(judged, []),
            cancellationToken);
        if (outcome is ReminderOutcome.Refused { Reason: var reason })
        {
            return Refuse(request.Language, caller, command.Verb, reason);
        }

        var input = view.Plan();
        return CardReply(making.Cards(input, request.Language).Request(input.Deadlines.ExtensionOf(number)!));
    }

    /// <summary>What somebody looks at: for them alone.</summary>
    private async ValueTask<TurnReply> LookAsync(ReplyLanguage language, Digest digest, ReminderTarget? target, int page, CancellationToken cancellationToken)
    {
        var cards = await making.CardsAsync(view.Plan(), language, digest.To.Chat, cancellationToken);
        return CardReply((target is null ? null : cards.Task(digest, target)) ?? cards.Digest(digest, page: page)) with { ReplacesPressed = false, ReplacesView = true };
    }

    /// <summary>How a digest stands after something was done about it: for everybody in the chat.</summary>
    private async ValueTask<TurnReply> DoneAsync(ReplyLanguage language, Digest digest, CancellationToken cancellationToken) =>
        CardReply((await making.CardsAsync(view.Plan(), language, digest.To.Chat, cancellationToken)).Digest(digest)) with { AlsoReplaces = book.Current.Cards.IdOf(digest) };

    private TurnReply Refuse(ReplyLanguage language, Caller caller, string verb, ReminderRefusal reason)
    {
        Log.ReminderRefused(logger, verb, reason.ToString(), caller.Actor.AccountId);
        return TurnReply.Say(making.Words(language).Describe(reason), language);
    }

    private static TurnReply CardReply(AdaptiveCard card) => new() { Language = card.Language, Card = card, Text = card.Summary, ReplacesPressed = true };

    private static ReminderTarget? TargetOf(CardCommand command) =>
        command.Text(ReminderButtons.WorkItem) is { } task && DayIn(command, ReminderButtons.Due) is { } due
            ? new ReminderTarget(task, new Party(command.Text(ReminderButtons.Organization), command.Text(ReminderButtons.Area)), due)
            : null;

    private static DateOnly? DayIn(CardCommand command, string name) =>
        DateOnly.TryParseExact(command.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int PageIn(CardCommand command) =>
        int.TryParse(command.Text(ReminderButtons.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;
}
