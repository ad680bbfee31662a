using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly NoticeContent Content = Sample.Shipped.Content;
    private static readonly WorkItem Item = Content.WorkItems[0];
    private static readonly Actor By = new("supervision-1", "督查甲");
    private JournalEntry? last;
    private DeadlineState state = DeadlineState.Empty;

    [Fact]
    public void Without_a_date_of_its_own_a_task_is_due_at_the_years_end_and_that_is_derived()
    {
        var due = Of(DeadlineRules.Default);

        Assert.Equal(new DeadlineInForce(new DateOnly(2024, 12, 31), DeadlineOrigin.Derived, null, null), due);
        Assert.Equal("推定：通知未写明日期", DeadlineText.In(ReplyLanguage.Chinese).Origin(due, Content.Notice));
        Assert.Equal("derived: the notice gives no date", DeadlineText.In(ReplyLanguage.English).Origin(due, Content.Notice));
    }

    [Fact]
    public void A_list_may_have_another_day_and_the_notices_own_words_go_first()
    {
        var rules = new DeadlineRules { ByList = ImmutableDictionary<WorkListKind, DayOfYear>.Empty.Add(WorkListKind.CityProjects, new DayOfYear(11, 30)) };
        var plan = Sample.Named("shape-f-peiyang-2025-4").Content;
        var own = plan.WorkItems.FirstOrDefault(i => !i.Deadline.IsDerived);

        Assert.Equal(new DateOnly(2024, 11, 30), DeadlinesInForce.Of(Content.Notice, Content.WorkItems.First(i => i.List == WorkListKind.CityProjects), null, rules, state).On);
        Assert.NotNull(own);
        var due = DeadlinesInForce.Of(plan.Notice, own, null, rules, state);
        Assert.Equal((own.Deadline.On, DeadlineOrigin.Notice, own.Deadline.Span), (due.On, due.Origin, due.Span));
        Assert.Contains(plan.Notice.Quote(own.Deadline.Span!.Value), DeadlineText.In(ReplyLanguage.Chinese).Origin(due, plan.Notice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manager_sets_and_clears_and_it_is_known_who_and_why()
    {
        Happens(new DeadlineEvent.Set(new DateOnly(2024, 9, 30), "市长要求"));
        var set = Of(DeadlineRules.Default);
        Happens(new DeadlineEvent.Cleared("恢复"));

        Assert.Equal((new DateOnly(2024, 9, 30), DeadlineOrigin.Manager, By, "市长要求"), (set.On, set.Origin, set.Given!.By, set.Given.Reason));
        Assert.Equal("督查甲于2024年5月6日设定（市长要求）", DeadlineText.In(ReplyLanguage.Chinese).Origin(set, Content.Notice));
        Assert.Equal("set by 督查甲 on 6 May 2024 (市长要求)", DeadlineText.In(ReplyLanguage.English).Origin(set, Content.Notice));
        Assert.True(Of(DeadlineRules.Default).IsDerived);
    }

    [Fact]
    public void Milestones_of_the_notice_are_kept_moved_and_taken_out_and_others_are_added()
    {
        var plan = Sample.Named("shape-f-peiyang-2025-4").Content;
        var item = plan.WorkItems.First(i => i.Milestones.Length >= 3);
        var own = DeadlinesInForce.MilestonesOf(item, state);
        Happens(new DeadlineEvent.MilestoneSet("n1", new DateOnly(2025, 5, 15), "", "雨季"), item);
        var added = Happens(new DeadlineEvent.MilestoneSet(null, new DateOnly(2025, 6, 20), "通水", ""), item);
        Happens(new DeadlineEvent.MilestoneCleared("n2", ""), item);

        var now = DeadlinesInForce.MilestonesOf(item, state);

        Assert.Equal(["n1", "n2", "n3"], own.Select(m => m.Id).Take(3));
        Assert.Equal(own[0].Text, now.Single(m => m.Id == "n1").Text);
        Assert.Equal((new DateOnly(2025, 5, 15), "雨季"), (now.Single(m => m.Id == "n1").On, now.Single(m => m.Id == "n1").Given!.Reason));
        Assert.DoesNotContain(now, m => m.Id == "n2");
        Assert.Equal("通水", now.Single(m => m.Id == $"m{added.Sequence}").Text);
        Assert.Equal(now.OrderBy(m => m.On).Select(m => m.Id), now.Select(m => m.Id));
    }

    [Fact]
    public void A_plan_takes_the_place_of_the_notices_and_what_stays_keeps_its_name()
    {
        var plan = Sample.Named("shape-f-peiyang-2025-4").Content;
        var item = plan.WorkItems.First(i => i.Milestones.Length >= 3);
        var own = DeadlinesInForce.MilestonesOf(item, state);
        PlanStep[] steps = [new(own[0].On, own[0].Text), new(own[1].On.AddDays(5), own[1].Text), new(new DateOnly(2025, 6, 20), "20公里")];

        var done = Assert.IsType<DeadlineOutcome.Done>(Judge(new DeadlineWish(null, [.. steps], "分期"), plan.Notice, item, "2025-02-03"));
        foreach (var happened in done.Events)
        {
            Happens(happened, item);
        }

        var now = DeadlinesInForce.MilestonesOf(item, state);
        Assert.Equal(steps.OrderBy(s => s.On), now.Select(m => new PlanStep(m.On, m.Text)));
        Assert.Contains(own[0], now);
        var moved = now.Single(m => m.Text == own[1].Text);
        Assert.Equal((own[1].Id, own[1].Span, "分期"), (moved.Id, moved.Span, moved.Given!.Reason));
        Assert.Equal(DeadlineRefusal.NothingToChange, Assert.IsType<DeadlineOutcome.Refused>(Judge(new DeadlineWish(null, [.. steps], "再次"), plan.Notice, item, "2025-02-03")).Reason);

        Happens(new DeadlineEvent.MilestonesRestored("不必"), item);
        Assert.Equal(own, DeadlinesInForce.MilestonesOf(item, state));
        Assert.Equal(done.Events.Length + 1, state.HistoryOf(item.Id).Length);
        Assert.Equal(last!.Sequence, state.LastChangeOf(item.Id));
    }

    [Theory]
    [InlineData("2024-09-30", "", "", DeadlineRefusal.NoReason, "")]
    [InlineData("2024-05-05", "", "x", DeadlineRefusal.InThePast, "2024-05-05")]
    [InlineData("2025-01-31", "", "x", DeadlineRefusal.BehindTheYear, "2025-01-31")]
    [InlineData("2024-12-31", "", "x", DeadlineRefusal.NothingToChange, "")]
    [InlineData("2024-09-30", "2024-10-31 一半", "x", DeadlineRefusal.BehindTheDeadline, "2024-10-31 一半")]
    [InlineData(null, "2024-05-05 一半", "x", DeadlineRefusal.InThePast, "2024-05-05 一半")]
    [InlineData(null, "", "x", DeadlineRefusal.NothingToChange, "")]
    public void A_wish_that_cannot_be_is_refused_with_what_it_is_about(string? on, string steps, string reason, DeadlineRefusal why, string about)
    {
        var wish = new DeadlineWish(on is null ? null : DateOnly.Parse(on, null), TypedSteps.Read(steps, 2024).Steps, reason);

        var refused = Assert.IsType<DeadlineOutcome.Refused>(Judge(wish, Content.Notice, Item, "2024-05-06"));

        Assert.Equal((why, about), (refused.Reason, refused.About));
        Assert.Contains(about, DeadlineText.In(ReplyLanguage.Chinese).Describe(refused), StringComparison.Ordinal);
        Assert.EndsWith(".", DeadlineText.In(ReplyLanguage.English).Describe(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_steps_and_too_long_words_are_refused()
    {
        PlanStep[] many = [.. Enumerable.Range(1, DeadlineWish.MostSteps + 1).Select(day => new PlanStep(new DateOnly(2024, 9, day), $"{day}"))];
        var tooLong = new string('长', DeadlineWish.LongestText + 1);

        DeadlineWish[] wishes = [new(null, [.. many], "x"), new(null, [many[0] with { Text = tooLong }], "x"), new(new DateOnly(2024, 9, 30), null, tooLong)];

        Assert.Equal(
            [DeadlineRefusal.TooManySteps, DeadlineRefusal.TooLong, DeadlineRefusal.TooLong],
            wishes.Select(w => Assert.IsType<DeadlineOutcome.Refused>(Judge(w, Content.Notice, Item, "2024-05-06")).Reason));
    }

    [Fact]
    public void Every_refusal_and_every_change_has_words_in_both_languages()
    {
        DeadlineEvent[] all =
        [
            new DeadlineEvent.Set(new DateOnly(2024, 9, 30), "因"), new DeadlineEvent.Cleared(""), new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 9, 30), "通水", ""),
            new DeadlineEvent.MilestoneSet("n1", new DateOnly(2024, 9, 30), "", ""), new DeadlineEvent.MilestoneCleared("n1", ""), new DeadlineEvent.MilestonesRestored(""),
            new DeadlineEvent.ExtensionRequested(null, null, new DateOnly(2024, 9, 30), new DateOnly(2024, 10, 30), "雨"), new DeadlineEvent.ExtensionDecided(1, true, new DateOnly(2024, 10, 30), ""),
            new DeadlineEvent.ExtensionDecided(1, false, null, "不同意"),
        ];
        foreach (var words in new[] { DeadlineText.In(ReplyLanguage.Chinese), DeadlineText.In(ReplyLanguage.English) })
        {
            Assert.All(Enum.GetValues<DeadlineRefusal>(), refusal => Assert.NotEqual("", words.Describe(refusal)));
            Assert.All(all, e => Assert.Contains("督查甲", words.Change(new DeadlineChange(1, e, By, new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8)))), StringComparison.Ordinal));
        }

        Assert.Equal("2024年5月6日 督查甲：期限设为2024年9月30日（因）", DeadlineText.In(ReplyLanguage.Chinese).Change(new DeadlineChange(1, all[0], By, new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8)))));
        Assert.Equal("6 May 2024, 督查甲: deadline set to 30 September 2024 (因)", DeadlineText.In(ReplyLanguage.English).Change(new DeadlineChange(1, all[0], By, new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8)))));
    }

    [Fact]
    public void Reports_are_due_on_the_fifth_or_the_next_working_day() => Assert.Equal(
        [new DateOnly(2024, 4, 7), new DateOnly(2024, 7, 5), new DateOnly(2024, 10, 8), new DateOnly(2025, 1, 6)],
        DeadlineRules.Default.ReportDates(2024, WorkCalendar.Shipped));

    [Fact]
    public void A_notice_is_closed_once_its_year_is_over()
    {
        Assert.False(DeadlinesInForce.IsClosed(Content.Notice, new DateOnly(2024, 12, 31)));
        Assert.True(DeadlinesInForce.IsClosed(Content.Notice, new DateOnly(2025, 1, 1)));
        Assert.False(DeadlinesInForce.IsClosed(Content.Notice with { Year = 0 }, new DateOnly(2025, 1, 1)));
    }

    [Theory]
    [InlineData(Role.Liaison, "2024-09-30", DeadlineRefusal.NotAllowed)]
    [InlineData(Role.Administrator, "2024-09-30", DeadlineRefusal.NotAllowed)]
    [InlineData(Role.Manager, "2024-05-05", DeadlineRefusal.InThePast)]
    [InlineData(Role.Manager, "2025-01-01", DeadlineRefusal.BehindTheYear)]
    public void A_day_that_cannot_be_is_refused(Role role, string on, DeadlineRefusal refusal) => Refused(refusal, new DeadlineEvent.Set(DateOnly.Parse(on, null), ""), role);

    [Fact]
    public void What_is_not_there_cannot_be_cleared()
    {
        Refused(DeadlineRefusal.NothingSet, new DeadlineEvent.Cleared(""));
        Refused(DeadlineRefusal.UnknownMilestone, new DeadlineEvent.MilestoneCleared("n9", ""));
        Refused(DeadlineRefusal.UnknownMilestone, new DeadlineEvent.MilestoneSet("n9", new DateOnly(2024, 9, 30), "", ""));
        Refused(DeadlineRefusal.NoWords, new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 9, 30), " ", ""));
        Refused(DeadlineRefusal.UnknownTask, new DeadlineEvent.Cleared(""), item: false);
        Refused(DeadlineRefusal.Closed, new DeadlineEvent.Set(new DateOnly(2025, 2, 1), ""), today: "2025-01-02");
    }

    [Fact]
    public void A_second_decision_changes_nothing()
    {
        var asked = Happens(new DeadlineEvent.ExtensionRequested(Item.LeadOrganizations[0].Name, null, new DateOnly(2024, 12, 31), new DateOnly(2024, 12, 20), "雨"));
        Happens(new DeadlineEvent.ExtensionDecided(asked.Sequence, false, null, "不同意"));
        Happens(new DeadlineEvent.ExtensionDecided(asked.Sequence, true, new DateOnly(2024, 12, 25), ""));

        Assert.True(Of(DeadlineRules.Default).IsDerived);
        Assert.False(state.ExtensionOf(asked.Sequence)!.Decision!.Granted);
    }

    private DeadlineOutcome Judge(DeadlineWish wish, Notice notice, WorkItem item, string today) =>
        DeadlineActions.Judge(wish, Role.Manager, notice, item, DeadlineRules.Default, state, DateOnly.Parse(today, null));

    private DeadlineInForce Of(DeadlineRules rules) => DeadlinesInForce.Of(Content.Notice, Item, null, rules, state);

    private JournalEntry Happens(DeadlineEvent happened, WorkItem? item = null)
    {
        last = JournalChain.Next(last, By, new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8)), DeadlineJournal.Write((item ?? Item).Id, happened));
        state = state.With(last);
        return last;
    }

    private void Refused(DeadlineRefusal refusal, DeadlineEvent wish, Role role = Role.Manager, bool item = true, string today = "2024-05-06")
    {
        var outcome = DeadlineActions.Judge(wish, role, Content.Notice, item ? Item : null, state, DateOnly.Parse(today, null));

        Assert.Equal(refusal, Assert.IsType<DeadlineOutcome.Refused>(outcome).Reason);
        Assert.EndsWith("。", DeadlineText.In(ReplyLanguage.Chinese).Describe(refusal), StringComparison.Ordinal);
        Assert.EndsWith(".", DeadlineText.In(ReplyLanguage.English).Describe(refusal), StringComparison.Ordinal);
    }
}
