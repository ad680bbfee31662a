using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.Tests.Progress;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>One card that the bot can produce.</summary>
/// <param name="Name">The method that makes it, then what it is about: "AnswerCards.Of list". Also the name of its golden file.</param>
/// <param name="Write">Its JSON for a host; several when it is parted.</param>
internal sealed record CardSample(string Name, Func<CardHost, IReadOnlyList<ReadOnlyMemory<byte>>> Write)
{
    /// <summary>The method that makes it.</summary>
    public string Method => Name.Split(' ')[0];
}

/// <summary>
/// Every kind of card, with what it looks like at its smallest, fullest and oddest. Whoever writes a method that makes a card puts samples of it
/// here; <see cref="CardTests.Every_method_that_makes_a_card_has_a_sample"/> fails until then, and all tests of cards run over them.
/// </summary>
internal static class CardSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Answer("list", "市水利局牵头哪些任务"),
        Answer("list in English", "what does 市水利局 lead"),
        Answer("page of 25", "洪碧牵头几项任务"),
        Answer("by role", "市司法局牵头哪些任务"),
        Answer("detail", "省民生实事第9项"),
        Answer("owner", "养老服务谁负责"),
        Answer("area", "岱山HPV疫苗目标"),
        Answer("all of an area", "定海区所有民生实事目标"),
        Answer("ranking in English", "rank the areas by EV chargers"),
        Answer("quote", "第2部分第1条原文"),
        Answer("overview", "这份通知包括哪些部分"),
        Answer("refusal", "杭州市的GDP目标"),
        new("AnswerCards.Of to be judged", host => AnswerCards.Of(Stores.Shipped.Ask("岱山HPV疫苗目标"), host, "a1")),
        new("AnswerCards.Of to be judged in English", host => AnswerCards.Of(Stores.Shipped.Ask("what does 市水利局 lead"), host, "a1")),
        Answer("refusal with what is near in English", "is the GDP target reached yet"),
        Answer("question of another city", "民生实事有哪些", Stores.Second),
        Card("WelcomeCards.Of Chinese", WelcomeCards.Of(Welcome.Of(Stores.Shipped, ReplyLanguage.Chinese))),
        Card("WelcomeCards.Of English", WelcomeCards.Of(Welcome.Of(Stores.Shipped, ReplyLanguage.English))),
        Card("WelcomeCards.Of another city", WelcomeCards.Of(Welcome.Of(Stores.Second, ReplyLanguage.Chinese))),
        Card("Gallery.Of elements", Gallery.Card),
        .. ReminderCardSamples.All,
        Status("overview", StatusQuery.Everything),
        Status("overview in English", StatusQuery.Everything, ReplyLanguage.English),
        Status("overview without reports", StatusQuery.Everything, day: "2024-01-03"),
        Status("league", new StatusQuery(StatusView.ByArea)),
        Status("officials in English", new StatusQuery(StatusView.ByOfficial), ReplyLanguage.English),
        Status("second page of units", new StatusQuery(StatusView.ByUnit) { Page = 1 }),
        Status("fields", new StatusQuery(StatusView.ByCategory)),
        Status("lists in English", new StatusQuery(StatusView.ByList), ReplyLanguage.English),
        Status("tasks of a unit", new StatusQuery(StatusView.Tasks) { Unit = "市水利局" }),
        Status("figures of an area", new StatusQuery(StatusView.AreaFigures) { Area = "岱山县" }),
        Status("behind", new StatusQuery(StatusView.Lagging)),
        Status("red in English", new StatusQuery(StatusView.Lagging) { Lamps = [StatusLamp.Red] }, ReplyLanguage.English),
        Status("not reported", new StatusQuery(StatusView.NotReported) { Period = ReportPeriodKind.ThreeQuarters }),
        Status("changes in English", new StatusQuery(StatusView.Changes) { DaysAgo = 7 }, ReplyLanguage.English),
        Card("StatusCards.Of weekly", WeeklyCard(StatusQuery.Everything, ReplyLanguage.Chinese)),
        Card("StatusCards.Of weekly of an area in English", WeeklyCard(new StatusQuery(StatusView.AreaFigures) { Area = "岱山县" }, ReplyLanguage.English)),
        Status("to review", new StatusQuery(StatusView.ToReview)),
        Status("task", new StatusQuery(StatusView.Detail) { Ids = [Reported.TaskOfRow("provincial", 9).Id] }),
        Card("StatusCards.Of task with a deadline that was set", ChangedTask(ReplyLanguage.Chinese)),
        Card("StatusCards.Of task with a deadline that was set in English", ChangedTask(ReplyLanguage.English)),
        Card("DeadlineCards.Of form", DeadlineCards.Of(DeadlineFormOf(ReplyLanguage.Chinese))),
        Card("DeadlineCards.Of faulty form in English", DeadlineCards.Of(DeadlineFormOf(ReplyLanguage.English) with { Faults = ["Please give the reason."], On = new DateOnly(2024, 11, 29), Steps = "*end of August* 20 km" })),
        Status("nothing", new StatusQuery(StatusView.Tasks) { Unit = "市水利局", Area = "岱山县", Lamps = [StatusLamp.Done] }),
        Card("ReportCards.Of form", ReportCards.Of(Form(ReplyLanguage.Chinese))),
        Card("ReportCards.Of faulty form in English", ReportCards.Of(Form(ReplyLanguage.English) with { Faults = ["The figure falls."], WantsReason = true, Figure = "60", Note = "[done](x)" })),
        Card("OfficeCards.Of receipt", OfficeCards.Of(new OfficeMessage
        {
            Language = ReplyLanguage.Chinese,
            Title = "已填报：某任务",
            Sentences = ["半年度 · 已启动", "○ 未报 → ● 绿灯"],
            Lines = [new OfficeLine("某县：60 人，目标 100 人", "按序时", new VerbButton("填报", ReportCards.FormVerb)) { Lamp = StatusLamp.Green }],
            Buttons = [new VerbButton("更正", ReportCards.FormVerb) { Data = [new(ReportCards.TaskField, "n/1")] }],
        })),
    ];

    /// <summary>All of them for all hosts.</summary>
    public static IEnumerable<(string Name, CardHost Host, ReadOnlyMemory<byte> Json)> Written() =>
        from sample in All
        from host in Enum.GetValues<CardHost>()
        from json in sample.Write(host)
        select (sample.Name, host, json);

    private static CardSample Answer(string name, string question, Core.Lookup.WorkItemIndex? store = null) =>
        new($"AnswerCards.Of {name}", host => AnswerCards.Of((store ?? Stores.Shipped).Ask(question), host));

    private static CardSample Status(string name, StatusQuery query, ReplyLanguage language = ReplyLanguage.Chinese, string day = "2024-10-20") => Card(
        $"StatusCards.Of {name}",
        StatusCards.Of(StatusPage.Of(StatusBoard.Of(Reported.Demo(until: day).Context(day)), query, language), query == StatusQuery.Everything ? null : StatusQuery.Everything));

    private static AdaptiveCard WeeklyCard(StatusQuery query, ReplyLanguage language)
    {
        var board = StatusBoard.Of(Reported.Demo(until: "2024-10-08").Context("2024-10-08"));
        var page = StatusPage.Weekly(board, query, new DateOnly(2024, 9, 30), language)!;
        return StatusCards.Of(page, null, [SubscriptionButtons.ToUnsubscribe(language)]);
    }

    private static ReportForm Form(ReplyLanguage language)
    {
        var task = StatusBoard.Of(Reported.Demo(until: "2024-07-05").Context("2024-07-05")).Find(Reported.TaskOfRow("provincial", 9).Id)!;
        return new ReportForm(task.Task, [.. task.Lines[0].Areas.Prepend(task.Lines[0].City)], [.. ReportPeriod.OfYear(2024).Take(2)], ReportPeriod.Of(ReportPeriodKind.HalfYear, 2024))
        {
            Language = language,
            Words = StatusText.Of(language, Stores.Shipped.Names),
        };
    }

    private static AdaptiveCard ChangedTask(ReplyLanguage language)
    {
        var query = new StatusQuery(StatusView.Detail) { Ids = [Reported.TaskOfRow("provincial", 9).Id] };
        var context = Reported.Demo(until: "2024-10-20").Context("2024-10-20") with { Deadlines = ChangedDeadlines() };
        return StatusCards.Of(StatusPage.Of(StatusBoard.Of(context), query, language), null, [DeadlineCards.Button(query.Ids[0], language)]);
    }

    private static DeadlineForm DeadlineFormOf(ReplyLanguage language)
    {
        var task = Stores.Shipped.Find(Reported.TaskOfRow("provincial", 9).Id)!;
        var state = ChangedDeadlines();
        return new DeadlineForm(
            task, DeadlinesInForce.Of(task.Content.Notice, task.Item, null, DeadlineRules.Default, state), DeadlinesInForce.MilestonesOf(task.Item, state), state.LastChangeOf(task.Item.Id))
        {
            Language = language,
            Words = StatusText.Of(language, Stores.Shipped.Names),
            From = new DateOnly(2024, 10, 20),
            Until = new DateOnly(2024, 12, 31),
            HasDay = true,
            HasMilestones = true,
        };
    }

    private static DeadlineState ChangedDeadlines()
    {
        var (state, last, id) = (DeadlineState.Empty, (JournalEntry?)null, Reported.TaskOfRow("provincial", 9).Id);
        DeadlineEvent[] events =
        [
            new DeadlineEvent.Set(new DateOnly(2024, 11, 30), "市长要求 *提前*"), new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 8, 31), "300人", "分期"),
            new DeadlineEvent.MilestoneSet(null, new DateOnly(2024, 10, 31), "完成[验收](x)", "分期"),
        ];
        foreach (var happened in events)
        {
            last = JournalChain.Next(last, Reported.Office, Reported.Moment("2024-06-03"), DeadlineJournal.Write(id, happened));
            state = state.With(last);
        }

        return state;
    }

    private static CardSample Card(string name, AdaptiveCard card) => new(name, host => [card.ToUtf8(host)]);
}
