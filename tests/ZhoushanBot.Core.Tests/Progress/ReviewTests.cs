using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Progress;

public sealed class ReviewTests
{
    private const string Today = "2024-07-05";
    private static readonly WorkItem Vaccine = Reported.TaskOfRow("provincial", 9);
    private readonly Reported reported = new();

    /// <summary>Every pair, as in the README's drawing.</summary>
    public static TheoryData<ReviewState, ReviewMove, string> Table => new()
    {
        { ReviewState.Assigned, ReviewMove.Report, "Reported" },
        { ReviewState.Assigned, ReviewMove.Return, "! NothingReported" },
        { ReviewState.Assigned, ReviewMove.Close, "! NothingReported" },
        { ReviewState.Assigned, ReviewMove.Reopen, "! NotClosed" },
        { ReviewState.Reported, ReviewMove.Report, "Reported" },
        { ReviewState.Reported, ReviewMove.Return, "Returned" },
        { ReviewState.Reported, ReviewMove.Close, "Closed" },
        { ReviewState.Reported, ReviewMove.Reopen, "! NotClosed" },
        { ReviewState.Returned, ReviewMove.Report, "Reported" },
        { ReviewState.Returned, ReviewMove.Return, "! AlreadyReturned" },
        { ReviewState.Returned, ReviewMove.Close, "! CorrectionAwaited" },
        { ReviewState.Returned, ReviewMove.Reopen, "! NotClosed" },
        { ReviewState.Closed, ReviewMove.Report, "! TaskClosed" },
        { ReviewState.Closed, ReviewMove.Return, "! TaskClosed" },
        { ReviewState.Closed, ReviewMove.Close, "! TaskClosed" },
        { ReviewState.Closed, ReviewMove.Reopen, "Reported" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_move_from_every_state_has_its_answer(ReviewState state, ReviewMove move, string answer) =>
        Assert.Equal(answer, Review.Next(state, move) switch
        {
            ReviewStep.Moved moved => moved.To.ToString(),
            ReviewStep.Refused refused => $"! {refused.Why}",
            _ => "?",
        });

    [Fact]
    public void The_table_leaves_no_pair_out() => Assert.Equal(Enum.GetValues<ReviewState>().Length * Enum.GetValues<ReviewMove>().Length, Table.Count);

    [Fact]
    public void A_report_goes_back_comes_again_and_is_closed()
    {
        Assert.Equal(ReviewState.Assigned, Progress.State);
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", Today);
        Assert.Equal(ReviewState.Reported, Progress.State);

        Accept(Review.Return(Progress, reported.LastSequence, Reported.Office, "缺少佐证"));
        Assert.Equal(ReviewState.Returned, Progress.State);
        Assert.Null(Progress.Thread("r9.1", "岱山县")!.Holding);
        Refuse(Review.Close(Progress, Reported.Office, isReached: true, ""), ReviewRefusal.CorrectionAwaited);

        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "61", Today);
        Assert.Equal(ReviewState.Reported, Progress.State);
        Refuse(Review.Close(Progress, Reported.Office, isReached: false, " "), ReviewRefusal.ReasonMissing);
        Accept(Review.Close(Progress, Reported.Office, isReached: false, "其余并入明年"));
        Assert.Equal(("其余并入明年", Reported.Office), (Progress.Closure!.Note, Progress.Closure.By));

        Refuse(Review.Reopen(Progress, ""), ReviewRefusal.ReasonMissing);
        Accept(Review.Reopen(Progress, "复查"));
        Assert.Equal((ReviewState.Reported, null), (Progress.State, Progress.Closure));
        Assert.Equal(5, Progress.History.Length);
    }

    [Fact]
    public void Nobody_reviews_their_own_report()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024H1", "100", Today, by: Reported.Office);
        var other = new Actor("other", "督查室另一人");

        Refuse(Review.Return(Progress, reported.LastSequence, Reported.Office, "x"), ReviewRefusal.OwnReport);
        Refuse(Review.Close(Progress, Reported.Office, isReached: true, ""), ReviewRefusal.OwnReport);
        Assert.IsType<ReviewOutcome.Accepted>(Review.Return(Progress, reported.LastSequence, other, "x"));
    }

    [Fact]
    public void Only_the_newest_report_of_a_figure_is_sent_back()
    {
        reported.Report(Vaccine, "r9.1", "岱山县", "2024Q1", "30", Today).Report(Vaccine, "r9.1", "岱山县", "2024H1", "60", Today);

        Refuse(Review.Return(Progress, 1, Reported.Office, "x"), ReviewRefusal.SupersededReport);
        Refuse(Review.Return(Progress, 9, Reported.Office, "x"), ReviewRefusal.UnknownReport);
        Refuse(Review.Return(Progress, 2, Reported.Office, "  "), ReviewRefusal.ReasonMissing);
        Assert.Equal([2L], Review.Waiting(Progress).Select(r => r.Sequence));
    }

    [Fact]
    public void The_office_sets_a_lamp_with_a_reason_and_takes_it_back()
    {
        Refuse(Review.Override(Progress, StatusLamp.Red, ""), ReviewRefusal.ReasonMissing);
        Accept(Review.Override(Progress, StatusLamp.Red, "实地查看未动工"));
        Assert.Equal((StatusLamp.Red, "实地查看未动工"), (Progress.LampOverride!.Lamp, Progress.LampOverride.Reason));
        Accept(Review.Override(Progress, null, "已整改"));
        Assert.Null(Progress.LampOverride);
    }

    private TaskProgress Progress => reported.Book.Of(Vaccine.Id);

    private static void Refuse(ReviewOutcome outcome, ReviewRefusal why) => Assert.Equal(why, Assert.IsType<ReviewOutcome.Refused>(outcome).Why);

    private void Accept(ReviewOutcome outcome) => reported.Write(Vaccine, Assert.IsType<ReviewOutcome.Accepted>(outcome).Event, Today, Reported.Office);
}
