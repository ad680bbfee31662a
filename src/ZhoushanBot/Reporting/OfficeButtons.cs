using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using TaskStatus = ZhoushanBot.Core.Status.TaskStatus;

namespace ZhoushanBot.Reporting;

/// <summary>What the asker may do from a status card besides looking.</summary>
internal static class OfficeButtons
{
    /// <summary>The buttons; empty for whoever may only look.</summary>
    public static ImmutableArray<CardButton> For(StatusPage page, StatusBoard board, Asker asker) => page.Task is { } task
        ?
        [
            .. Chase(page, asker, IsBehind(task.Lamp) || task.Areas.Any(a => IsBehind(a.Lamp))),
            .. asker.May(Right.Review) ? Review(page, task, board) : [],
            .. asker.May(Right.OverrideLamp) && task.Review != ReviewState.Closed ? [Lamp(page, task)] : Array.Empty<CardButton>(),
            .. asker.May(Right.SetDeadline) && !DeadlinesInForce.IsClosed(task.Task.Content.Notice, board.JudgedOn)
                ? [DeadlineCards.Button(task.Task.Item.Id, page.Language) with { IsSecondary = true }]
                : Array.Empty<CardButton>(),
        ]
        : [.. Chase(page, asker, page.Query.View == StatusView.Lagging && page.Total > 0), .. ToReview(page, asker), .. Subscribe(page, asker)];

    private static bool IsBehind(StatusLamp lamp) => lamp is StatusLamp.Red or StatusLamp.Yellow;

    private static IEnumerable<CardButton> Chase(StatusPage page, Asker asker, bool isBehind)
    {
        if (isBehind && asker.May(Right.Chase))
        {
            var words = ReportingText.In(page.Language);
            yield return new VerbButton(page.Task is null ? words.ChaseAll : words.ChaseOne, ChaseTurns.PreviewVerb)
            {
                Data = [new(StatusCards.QueryField, page.Query.Code), StatusCards.In(page.Language)],
                IgnoresInputs = true,
            };
        }
    }

    private static IEnumerable<CardButton> ToReview(StatusPage page, Asker asker)
    {
        if (page.Query.View == StatusView.Overview && asker.May(Right.Review))
        {
            yield return StatusCards.Show(StatusCardText.In(page.Language).Button(StatusView.ToReview), new StatusQuery(StatusView.ToReview), page.Query, page.Language) with { IsSecondary = true };
        }
    }

    private static IEnumerable<CardButton> Subscribe(StatusPage page, Asker asker)
    {
        if (page.Query.View is StatusView.Overview or StatusView.AreaFigures or StatusView.Tasks && asker.May(Right.Subscribe))
        {
            yield return SubscriptionButtons.ToSubscribe(page.Query, page.Language);
        }
    }

    private static IEnumerable<CardButton> Review(StatusPage page, TaskStatus task, StatusBoard board)
    {
        var words = ReportingText.In(page.Language);
        ImmutableArray<CardDatum> data = [new(ReportCards.TaskField, task.Task.Item.Id), StatusCards.In(page.Language)];
        if (task.Review == ReviewState.Closed)
        {
            yield return new FormButton(words.Reopen, [Reason(words, isNeeded: true)], [new VerbButton(words.Confirm, ReviewTurns.ReopenVerb) { Data = data }]);
            yield break;
        }

        var waiting = board.Waiting(task);
        if (!waiting.IsEmpty)
        {
            var which = new ChoiceInput(
                ReviewTurns.ReportField,
                words.WhichReport,
                [.. waiting.TakeLast(20).Select(r => new CardChoice(page.Words.History(StatusBoard.LineOf(r)).Replace(',', '，'), r.Sequence.ToString(CultureInfo.InvariantCulture)))])
            { Value = waiting[^1].Sequence.ToString(CultureInfo.InvariantCulture) };
            yield return new FormButton(
                words.Return,
                [which, Reason(words, isNeeded: true)],
                [new VerbButton(words.Confirm, ReviewTurns.ReturnVerb) { Data = data, Style = ButtonStyle.Destructive }]);
            yield return new FormButton(
                words.Close,
                [Reason(words, isNeeded: task.Lines.Any(l => l.City.Lamp != StatusLamp.Done))],
                [new VerbButton(words.Confirm, ReviewTurns.CloseVerb) { Data = data, Style = ButtonStyle.Positive }]);
        }
    }

    private static FormButton Lamp(StatusPage page, TaskStatus task)
    {
        var words = ReportingText.In(page.Language);
        var which = new ChoiceInput(
            ReviewTurns.LampField,
            words.Lamp,
            [
                .. Enum.GetValues<StatusLamp>().Select(l => new CardChoice(page.Words.Lamp(l), ProgressJson.NameOf(l))),
                .. task.Override is null ? Array.Empty<CardChoice>() : [new CardChoice(words.ByRule, ReviewTurns.ByRule)],
            ])
        { Value = ProgressJson.NameOf(task.Lamp) };
        var confirm = new VerbButton(words.Confirm, ReviewTurns.LampVerb) { Data = [new(ReportCards.TaskField, task.Task.Item.Id), StatusCards.In(page.Language)] };
        return new FormButton(words.SetLamp, [which, Reason(words, isNeeded: true)], [confirm]) { IsSecondary = true };
    }

    private static TextInput Reason(ReportingText words, bool isNeeded) =>
        new(ReportCards.ReasonField, words.Reason) { MaxLength = ReportCheck.LongestText, Required = isNeeded ? words.ReasonNeeded : string.Empty };
}
