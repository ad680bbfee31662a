using System.Globalization;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;
using TaskStatus = ZhoushanBot.Core.Status.TaskStatus;

namespace ZhoushanBot.Reporting;

/// <summary>审核: a report goes back, a task is closed or opened again, a lamp is set by hand; each with its reason, by those who may.</summary>
internal sealed class ReviewTurns(OfficeBook book, OfficeView view, StatusDesk desk, RefusedActs refusals) : ITurnPart
{
    public const string ReturnVerb = "review.return";
    public const string CloseVerb = "review.close";
    public const string ReopenVerb = "review.reopen";
    public const string LampVerb = "lamp.set";
    public const string ReportField = "report";
    public const string LampField = "lamp";

    /// <summary>Value of <see cref="LampField"/> that takes the office's own lamp back.</summary>
    public const string ByRule = "rule";

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (RightOf(command.Verb) is not { } right || command.IsRefresh)
        {
            return null;
        }

        var language = StatusTurns.LanguageOf(request, command);
        var words = ReportingText.In(language);
        var asker = Asker.Of(request, book.Current);
        if (!asker.May(right))
        {
            return refusals.Say(words.NotAllowed, language, command.Verb, RefusedActs.NotAllowed, asker);
        }

        var taskId = command.Text(ReportCards.TaskField) ?? string.Empty;
        var outcome = await book.DecideAsync(
            asker.Actor!,
            (state, _) =>
            {
                // The role may have changed while the writer before was at it.
                var judged = Permissions.Allow(state.People.Directory.RoleOf(asker.Actor!), right)
                    && StatusBoard.Of(view.Status(state, asker.Role, asker.SeesInternal) with { Sees = item => item.Id == taskId }).Find(taskId) is { } task
                    ? Judge(command, asker.Actor!, state.Progress.Of(taskId), task)
                    : null;
                return new Decision<ReviewOutcome?>(judged, judged is ReviewOutcome.Accepted accepted ? [ProgressJson.Write(taskId, accepted.Event)] : []);
            },
            cancellationToken);
        if (outcome is null)
        {
            return TurnReply.Say(words.StaleButton, language);
        }

        if (outcome is ReviewOutcome.Refused refused)
        {
            return refusals.Say(ReportText.In(language).Describe(refused.Why), language, command.Verb, refused.Why.ToString(), asker);
        }

        var (reply, _) = desk.Show(asker, new StatusQuery(StatusView.Detail) { Ids = [taskId] }, StatusTurns.QueryIn(command, StatusCards.FromField), language);
        return reply with { ReplacesPressed = true };
    }

    /// <summary>The right that a verb of this part needs; null for other verbs.</summary>
    internal static Right? RightOf(string verb) => verb switch
    {
        ReturnVerb or CloseVerb or ReopenVerb => Right.Review,
        LampVerb => Right.OverrideLamp,
        _ => null,
    };

    private static ReviewOutcome? Judge(CardCommand command, Actor by, TaskProgress progress, TaskStatus task)
    {
        var reason = command.Text(ReportCards.ReasonField) ?? string.Empty;
        return command.Verb switch
        {
            ReturnVerb => long.TryParse(command.Text(ReportField), CultureInfo.InvariantCulture, out var report)
                ? Core.Progress.Review.Return(progress, report, by, reason)
                : new ReviewOutcome.Refused(ReviewRefusal.UnknownReport),
            CloseVerb => Core.Progress.Review.Close(progress, by, task.Lines.All(l => l.City.Lamp == StatusLamp.Done), reason),
            ReopenVerb => Core.Progress.Review.Reopen(progress, reason),
            LampVerb when command.Text(LampField) == ByRule => Core.Progress.Review.Override(progress, null, reason),
            LampVerb when Enum.GetValues<StatusLamp>().Where(l => ProgressJson.NameOf(l) == command.Text(LampField)).Select(l => (StatusLamp?)l).FirstOrDefault() is { } lamp =>
                Core.Progress.Review.Override(progress, lamp, reason),
            _ => null,
        };
    }
}
