using System.Collections.Immutable;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reminding;

/// <summary>我的任务, 谁还没签收, 某单位本周到期的任务, 提醒预览: typed questions about reminders.</summary>
internal sealed class ReminderLists(OfficeView view, MessageMaking making, NoticeArchive archive, IOutbox outbox, OfficeClock clock, ILogger<ReminderLists> logger) : ITurnPart
{
    private const int PreviewDays = 7;

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken) => TypedReminder.Of(text.Folded) switch
    {
        { Wish: ReminderWish.DueThisWeek } meant => Week(meant.Unit, meant.Language),
        { Wish: ReminderWish.MyTasks or ReminderWish.NotAcknowledged or ReminderWish.Preview } meant => await AnswerAsync(request, meant.Wish, meant.Language, cancellationToken),
        _ => null,
    };

    private async ValueTask<TurnReply> AnswerAsync(TurnRequest request, ReminderWish what, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var words = RemindingText.In(language);
        if (request.Caller is not { } caller)
        {
            return TurnReply.Say(words.NobodyVouches, language);
        }

        var input = view.Plan();
        var role = input.People.Directory.RoleOf(caller.Actor);
        switch (what)
        {
            case ReminderWish.MyTasks:
                var mine = Duties.OpenOn(input, clock.Today).Where(d => input.People.SpeaksFor(caller.Actor.AccountId, d.Party, clock.Today)).OrderBy(d => d.Due).ThenBy(d => d.Kind).ToImmutableArray();
                return mine.IsEmpty ? TurnReply.Say(words.NoDuty, language) : CardReply(making.Cards(input, language).MyTasks(mine));
            case ReminderWish.NotAcknowledged:
                return Permissions.Allow(role, Right.SeeLedger)
                    ? CardReply(making.Cards(input, language).NotAcknowledged([.. Duties.NotAcknowledged(input, clock.Today)]))
                    : Refuse(what, caller, language);
            default:
                return Permissions.Allow(role, Right.PreviewReminders)
                    ? CardReply(making.Cards(input, language).Preview(await outbox.PreviewAsync(input, clock.Now, PreviewDays, cancellationToken)))
                    : Refuse(what, caller, language);
        }
    }

    private TurnReply Refuse(ReminderWish what, Caller caller, ReplyLanguage language)
    {
        Log.WishRefused(logger, what.ToString(), caller.Actor.AccountId);
        return TurnReply.Say(RemindingText.In(language).NotAllowed, language);
    }

    private TurnReply Week(string unit, ReplyLanguage language)
    {
        var input = view.Plan();
        var names = archive.Current.Index.Names;
        var all = Duties.Of(input).Where(d =>
            Is(d.Party.Organization, unit, names.Organization) || Is(d.Party.Area, unit, names.Area)).ToList();
        if (all.Count == 0)
        {
            return TurnReply.Say(RemindingText.In(language).NoUnit(unit), language);
        }

        var monday = clock.Today.AddDays(-(((int)clock.Today.DayOfWeek + 6) % 7));
        var open = all.Where(d => d.Due >= monday && d.Due <= monday.AddDays(6) && !input.Done.Includes(d.Item.Id, d.ShareArea)).OrderBy(d => d.Due).ToImmutableArray();
        return CardReply(making.Cards(input, language).DueThisWeek(all[0].Party.Name, open));
    }

    private static bool Is(string? name, string typed, Func<string, NameEntry> names) =>
        name is not null && (NormalizedText.Fold(name) == typed || NormalizedText.Fold(names(name).English ?? string.Empty) == typed);

    private static TurnReply CardReply(AdaptiveCard card) => new() { Language = card.Language, Card = card, Text = card.Summary };
}
