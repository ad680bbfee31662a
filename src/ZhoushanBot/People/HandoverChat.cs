using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.People;

/// <summary>移交给…, 收回: a person of the directory hands the own matters over, as the command does anybody's.</summary>
internal sealed class HandoverChat(OfficeBook book, ILogger<HandoverChat> logger) : ITurnPart
{
    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken) => TypedWish.Of(text) switch
    {
        TypedWish.HandOver { NoDay: { } noDay } wish => TurnReply.Say(PeopleText.In(wish.Language).NoDay(noDay), wish.Language),
        TypedWish.HandOver wish => await DecideAsync(request, wish.Language, wish.To, wish.Until, cancellationToken),
        TypedWish.TakeBack wish => await DecideAsync(request, wish.Language, null, null, cancellationToken),
        _ => null,
    };

    private async Task<TurnReply> DecideAsync(TurnRequest request, ReplyLanguage language, string? to, DateOnly? until, CancellationToken cancellationToken)
    {
        var words = PeopleText.In(language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, language);
        }

        // Only ever the own matters: whose they are is the channel's account, never a name that was typed.
        var account = caller.Actor.AccountId;
        var outcome = await book.DecideAsync(
            caller.Actor,
            (state, now) => Handovers.Decide(state.People, account, to, until, string.Empty, ShanghaiTime.DateOf(now)) is var judged && judged is HandoverOutcome.Done done
                ? new Decision<HandoverOutcome>(done, [PeopleJournal.Write(done.Event)])
                : new Decision<HandoverOutcome>(judged, []),
            cancellationToken);
        if (outcome is HandoverOutcome.Done { Taker: var taker })
        {
            return TurnReply.Say(taker is null ? words.TakenBack : words.Moved(taker.Name, until), language);
        }

        var refused = (HandoverOutcome.Refused)outcome;
        Log.WishRefused(logger, $"{nameof(TypedWish.HandOver)}: {refused.Reason}", account);
        return TurnReply.Say(
            refused.Reason switch
            {
                HandoverRefusal.NoGiver => words.NothingToHandOver,
                HandoverRefusal.NoTaker => words.NotOnePerson(to!, refused.Found),
                HandoverRefusal.NothingHandedOver => words.NothingHandedOver,
                HandoverRefusal.ToOneself => words.ToOneself,
                HandoverRefusal.Past => words.Past(until!.Value),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            language);
    }
}
