using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using TaskStatus = ZhoushanBot.Core.Status.TaskStatus;

namespace ZhoushanBot.Core.Cards;

/// <summary>A line of a status.</summary>
/// <param name="Text">What.</param>
public sealed record StatusLine(string Text)
{
    /// <summary>More about it; empty for nothing.</summary>
    public string Small { get; init; } = string.Empty;

    /// <summary>Its lamp; null for a group.</summary>
    public StatusLamp? Lamp { get; init; }

    /// <summary>Of a group, the lamps of its tasks; null for a single thing.</summary>
    public StatusCounts? Counts { get; init; }

    /// <summary>What a press on it shows; null for nothing.</summary>
    public StatusQuery? Opens { get; init; }

    /// <summary>Heading of the lines behind it.</summary>
    public bool IsHeading { get; init; }
}

/// <summary>What one status card says, in a language; the card and the plain text are made of it.</summary>
public sealed record StatusPage
{
    /// <summary>Lines on one page: a card of these stays far below its limit.</summary>
    public const int LinesPerPage = 8;

    private const int HistoryShown = 8;

    /// <summary>What was asked for.</summary>
    public required StatusQuery Query { get; init; }

    /// <summary>Language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>The words for status in that language.</summary>
    public required StatusText Words { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>In sentences; at least one.</summary>
    public required ImmutableArray<string> Sentences { get; init; }

    /// <summary>For a chart; null for none.</summary>
    public StatusCounts? Counts { get; init; }

    /// <summary>The lines of this page; may be empty.</summary>
    public ImmutableArray<StatusLine> Lines { get; init; } = [];

    /// <summary>Lines of all pages.</summary>
    public int Total { get; init; }

    /// <summary>Number of the first line shown, from 1; 0 where lines are not counted.</summary>
    public int From { get; init; }

    /// <summary>Of a single task; null otherwise.</summary>
    public TaskStatus? Task { get; init; }

    /// <summary>Ids of the tasks shown, in the order of the lines.</summary>
    public ImmutableArray<string> Shown => Task is not null ? [Task.Task.Item.Id] : [.. Lines.Select(l => l.Opens).OfType<StatusQuery>().Where(q => q.View == StatusView.Detail).Select(q => q.Ids[0])];

    /// <summary>There is another page.</summary>
    public bool HasMore => From > 0 && From - 1 + Lines.Length < Total;

    /// <summary>Makes the page.</summary>
    /// <param name="board">What the asker may see.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="language">Language.</param>
    /// <param name="showsLeague">Whether areas are ranked against each other.</param>
    public static StatusPage Of(StatusBoard board, StatusQuery query, ReplyLanguage language, bool showsLeague = true)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(query);
        return new StatusPageMaker(board, query, language, showsLeague).Make();
    }

    /// <summary>A status as it comes by itself every week: the first page of it, and what has changed since a day. Null where nothing fits the query.</summary>
    /// <param name="board">What the subscriber may see there.</param>
    /// <param name="query">What is subscribed to.</param>
    /// <param name="since">Changes are those since the beginning of this day.</param>
    /// <param name="language">Language.</param>
    /// <param name="showsLeague">Whether areas are ranked against each other.</param>
    public static StatusPage? Weekly(StatusBoard board, StatusQuery query, DateOnly since, ReplyLanguage language, bool showsLeague = true)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(query);
        var page = Of(board, query with { Page = 0 }, language, showsLeague);
        if (page.Lines.IsEmpty && query.View is StatusView.Tasks or StatusView.AreaFigures)
        {
            return null;
        }

        var changes = Of(board, ChangesOf(query, board, since), language, showsLeague);
        return page with
        {
            Title = StatusCardText.In(language).Weekly(page.Title),
            Lines = [.. page.Lines, new StatusLine(changes.Sentences[0]) { IsHeading = true }, .. changes.Lines],
            Total = page.Lines.Length + 1 + changes.Lines.Length,
            From = 0,
        };
    }

    /// <summary>The query for all that has changed within another query since the beginning of a day.</summary>
    public static StatusQuery ChangesOf(StatusQuery query, StatusBoard board, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(board);
        return query with { View = StatusView.Changes, DaysAgo = board.JudgedOn.DayNumber - since.DayNumber + 1, Page = 0, Lamps = [] };
    }

    /// <summary>All of it as plain text.</summary>
    public string ToText(StatusCardText words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var number = From;
        return string.Join('\n',
        [
            Title,
            .. Sentences,
            .. Lines.Select(l => l.IsHeading || From == 0 ? l.Text + Tail(l) : $"{Number(number++)}. {l.Text}{Tail(l)}"),
            .. HasMore ? [words.MoreLines(Total - From + 1 - Lines.Length)] : Array.Empty<string>(),
        ]);

        static string Number(int at) => at.ToString(System.Globalization.CultureInfo.InvariantCulture);
        static string Tail(StatusLine line) => line.Small.Length > 0 ? $"\n   {line.Small}" : string.Empty;
    }

    /// <summary>Puts one status page together.</summary>
    private sealed class StatusPageMaker(StatusBoard whole, StatusQuery query, ReplyLanguage language, bool showsLeague)
    {
        private readonly StatusBoard board = Narrowed(whole, query);
        private readonly StatusText status = StatusText.Of(language, whole.Names);
        private readonly StatusCardText words = StatusCardText.In(language);
        private readonly DeadlineText deadlines = DeadlineText.In(language);

        public StatusPage Make() => query.View switch
        {
            StatusView.Detail when query.Ids is [var id, ..] && board.Find(id) is { } task => Detail(task),
            StatusView.ByOfficial => Groups(board.ByOfficial(), g => query with { View = StatusView.Tasks, Official = g.Key, Page = 0 }),
            StatusView.ByUnit => Groups(board.ByLeadOrganization(), g => query with { View = StatusView.Tasks, Unit = g.Key, Page = 0 }),
            StatusView.ByList => Groups(board.ByList(), g => query with { View = StatusView.Tasks, Lists = [g.List!.Value], Page = 0 }),
            StatusView.ByCategory => Groups(board.ByCategory(), g => query with { View = StatusView.Tasks, Category = g.Key, Page = 0 }),
            StatusView.ByArea => Areas(),
            StatusView.AreaFigures => AreaFigures(),
            StatusView.Lagging => Lagging(),
            StatusView.NotReported => NotReported(),
            StatusView.Changes => Changes(),
            StatusView.ToReview => ToReview(),
            StatusView.Overview => Overview(),
            _ => Tasks(),
        };

        private static StatusBoard Narrowed(StatusBoard board, StatusQuery query)
        {
            var one = query.Lists is [var list] ? list : (WorkListKind?)null;
            var narrowed = board.Where(new StatusFilter
            {
                Official = query.Official.Length > 0 ? query.Official : null,
                LeadOrganization = query.Unit.Length > 0 ? query.Unit : null,
                Category = query.Category.Length > 0 ? query.Category : null,
                Area = query.Area.Length > 0 ? query.Area : null,
                List = one,
                Lamps = query.View is StatusView.Lagging ? [] : query.Lamps,
            });
            return query.Ids.IsEmpty && query.Lists.Length < 2 ? narrowed : narrowed.Only(t =>
                (query.Ids.IsEmpty || query.Ids.Contains(t.Task.Item.Id, StringComparer.Ordinal)) && (query.Lists.IsEmpty || query.Lists.Contains(t.Task.Item.List)));
        }

        private string Title()
        {
            string[] parts =
            [
                query.Official.Length > 0 ? status.Official(query.Official, PostOf(query.Official)) : string.Empty,
                query.Unit.Length > 0 ? status.Organization(query.Unit) : string.Empty,
                query.Area.Length > 0 ? status.Area(query.Area) : string.Empty,
                .. query.Lists.Select(status.List),
                query.Category,
                .. query.Lamps.Select(status.Lamp),
                words.View(query.View, query.Period is { } kind && PeriodOf(kind) is { } period ? status.Reports.Period(period) : string.Empty),
            ];
            return string.Join(" · ", parts.Where(p => p.Length > 0));
        }

        private string PostOf(string official) =>
            whole.Tasks.SelectMany(t => t.Task.Item.LeadOfficials).FirstOrDefault(o => o.Name == official)?.Post ?? string.Empty;

        private ReportPeriod? PeriodOf(ReportPeriodKind kind) =>
            kind == ReportPeriodKind.Day || whole.Tasks.IsEmpty ? null : ReportPeriod.Of(kind, whole.Tasks.Max(t => t.Task.Content.Notice.Year > 0 ? t.Task.Content.Notice.Year : t.Task.Item.Deadline.On.Year));

        private StatusPage Page(ImmutableArray<string> sentences, IReadOnlyCollection<StatusLine> lines, bool isCounted = true)
        {
            var pages = Math.Max(1, (lines.Count + LinesPerPage - 1) / LinesPerPage);
            var page = Math.Min(query.Page, pages - 1);
            return new StatusPage
            {
                Query = query with { Page = page },
                Language = language,
                Words = status,
                Title = Title(),
                Sentences = sentences,
                Lines = [.. lines.Skip(page * LinesPerPage).Take(LinesPerPage)],
                Total = lines.Count,
                From = isCounted && lines.Count > 0 ? (page * LinesPerPage) + 1 : 0,
            };
        }

        private StatusPage Overview()
        {
            var overview = board.Overview();
            var areas = board.ByArea();
            StatusLine[] lines =
            [
                .. board.ByList().Select(g => GroupLine(g, query with { View = StatusView.Tasks, Lists = [g.List!.Value], Page = 0 })),
                .. areas.IsEmpty ? [] : areas.OrderBy(a => a.Counts.OnTrackShare).Take(3).Where(a => a.Counts.Red + a.Counts.Yellow > 0)
                    .Select(a => GroupLine(a, query with { View = StatusView.AreaFigures, Area = a.Key, Page = 0 }) with { Small = words.BehindHere(a.Counts.Red, a.Counts.Yellow) }),
            ];
            return Page([status.Overview(overview), .. NothingYet()], lines, isCounted: false) with { Counts = overview.Counts };
        }

        private ImmutableArray<string> NothingYet() => whole.Tasks.Any(t => t.LastReportOn is not null) ? [] : [words.NoReportsYet];

        private StatusLine GroupLine(StatusGroup group, StatusQuery opens) => new(status.Group(group)) { Counts = group.Counts, Opens = opens };

        private StatusPage Groups(ImmutableArray<StatusGroup> groups, Func<StatusGroup, StatusQuery> opens) =>
            Page([Counted(), .. NothingYet()], [.. groups.Select(g => GroupLine(g, opens(g)))]) with { Counts = CountsOf(board.Tasks) };

        private string Counted() => $"{words.Tasks(board.Tasks.Length)}{words.Colon}{status.Counts(CountsOf(board.Tasks))}";

        private static StatusCounts CountsOf(IEnumerable<TaskStatus> tasks) => StatusCounts.Of(tasks.Select(t => t.Lamp));

        private StatusPage Areas()
        {
            if (!showsLeague)
            {
                return Groups(board.ByArea(), g => query with { View = StatusView.AreaFigures, Area = g.Key, Page = 0 });
            }

            var lines = board.League().Select(s => new StatusLine(status.Standing(s))
            {
                Counts = s.Share is null ? null : s.Counts,
                Small = s.Counts.Red + s.Counts.Yellow > 0 ? words.BehindHere(s.Counts.Red, s.Counts.Yellow) : string.Empty,
                Opens = s.Share is null ? null : query with { View = StatusView.AreaFigures, Area = s.Area, Page = 0 },
            }).ToList();
            return Page([words.LeagueRule, .. NothingYet()], lines, isCounted: false);
        }

        private StatusPage Tasks() => Page(
            [board.Tasks.IsEmpty ? words.Nothing : Counted(), .. NothingYet()],
            [.. board.Tasks.OrderBy(t => RankOf(t.Lamp)).ThenBy(t => t.Task.Ordinal).Select(TaskLine)]) with
        { Counts = board.Tasks.IsEmpty ? null : CountsOf(board.Tasks) };

        private static int RankOf(StatusLamp lamp) => lamp switch
        {
            StatusLamp.Red => 0,
            StatusLamp.Yellow => 1,
            StatusLamp.Grey => 2,
            StatusLamp.Green => 3,
            _ => 4,
        };

        private static StatusQuery OpenOf(TaskStatus task) => new(StatusView.Detail) { Ids = [task.Task.Item.Id] };

        private StatusLine TaskLine(TaskStatus task) => new(status.Task(task.Task))
        {
            Lamp = task.Lamp,
            Small = $"{status.Lamp(task.Lamp)} · {status.Reason(task.Reason)}{(task.Rate is { } rate ? $" · {words.Rate} {StatusText.Percent(rate)}" : string.Empty)}{SinceOf(task.Since)}",
            Opens = OpenOf(task),
        };

        private string SinceOf(DateOnly? since) => since is { } day ? $" · {words.Since(status.Day(day))}" : string.Empty;

        private StatusPage AreaFigures()
        {
            var figures = whole.Where(new StatusFilter { Official = NullIfEmpty(query.Official), LeadOrganization = NullIfEmpty(query.Unit) }).OfArea(query.Area)
                .Where(f => (query.Lists.IsEmpty || query.Lists.Contains(f.Task.Task.Item.List)) && (query.Ids.IsEmpty || query.Ids.Contains(f.Task.Task.Item.Id, StringComparer.Ordinal))
                    && (query.Lamps.IsEmpty || query.Lamps.Contains(f.Figure.Lamp)))
                .OrderBy(f => RankOf(f.Figure.Lamp)).ThenBy(f => f.Task.Task.Ordinal).ToList();
            var counts = StatusCounts.Of(figures.Select(f => f.Figure.Lamp));
            return Page(
                [figures.Count == 0 ? words.Nothing : $"{words.Figures(figures.Count)}{words.Colon}{status.Counts(counts)}", .. NothingYet()],
                [.. figures.Select(f => new StatusLine(status.Line(f.Task.Task, f.Figure)) { Lamp = f.Figure.Lamp, Small = $"{status.Reason(f.Figure.Reading.Reason)}{SinceOf(f.Figure.Reading.Since)}", Opens = OpenOf(f.Task) })])
                with
            { Counts = figures.Count == 0 ? null : counts };
        }

        private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

        private StatusPage Lagging()
        {
            var behind = LaggingOf(board, query);
            var (red, yellow) = (behind.Count(l => l.Lamp == StatusLamp.Red), behind.Count(l => l.Lamp == StatusLamp.Yellow));
            return Page(
                [behind.IsEmpty ? words.NothingBehind : words.BehindHere(red, yellow), .. NothingYet()],
                [.. behind.Select(l => new StatusLine(status.Lagging(l)) { Lamp = l.Lamp, Small = status.Reason(l.Reason), Opens = OpenOf(l.Task) })]);
        }

        private StatusPage NotReported()
        {
            var period = query.Period is { } kind ? PeriodOf(kind) : board.DuePeriod;
            var missing = board.NotReported(period).Where(m => query.Area.Length == 0 || m.Measure.Area == query.Area).ToList();
            var sentence = period is null ? words.NothingDueYet
                : missing.Count == 0 ? words.AllReported(status.Reports.Period(period.Value))
                : words.MissingReports(missing.Count, missing.Select(m => m.Responsible).Distinct(StringComparer.Ordinal).Count(), status.Reports.Period(period.Value));
            return Page([sentence], [.. missing.Select(m => new StatusLine(status.Missing(m)) { Lamp = StatusLamp.Grey, Opens = OpenOf(m.Task) })]);
        }

        private StatusPage Changes()
        {
            var day = whole.JudgedOn.AddDays(-query.DaysAgo);
            var changes = board.Since(day).Where(c => query.Area.Length == 0 || c.Area == query.Area).OrderBy(c => c.IsWorse ? 0 : c.IsBetter ? 1 : 2).ToList();
            return Page(
                [words.ChangesSince(status.Day(day), changes.Count(c => c.IsWorse), changes.Count(c => c.IsBetter), changes.Count)],
                [.. changes.Select(c => new StatusLine(status.Change(c)) { Lamp = c.LampNow, Opens = OpenOf(c.Task) })]);
        }

        private StatusPage ToReview()
        {
            var waiting = (from task in board.Tasks
                           from report in board.Waiting(task)
                           orderby report.Sequence
                           select (Task: task, Report: report)).ToList();
            return Page(
                [words.WaitingReports(waiting.Count)],
                [.. waiting.Select(w => new StatusLine(status.Task(w.Task.Task)) { Lamp = w.Task.Lamp, Small = status.History(StatusBoard.LineOf(w.Report)), Opens = OpenOf(w.Task) })]);
        }

        private static IEnumerable<StatusLine> Headed(string heading, IEnumerable<StatusLine> lines) =>
            lines.Select((line, at) => (line, at)).SelectMany(l => l.at == 0 ? new[] { new StatusLine(heading) { IsHeading = true }, l.line } : [l.line]);

        private StatusPage Detail(TaskStatus task)
        {
            var item = task.Task.Item;
            var history = board.History(item.Id);
            var carried = item.LeadOrganizations is [var lead, ..] ? status.Organization(lead.Name) : status.Joint;
            var figures = task.Lines.SelectMany(l => l.Areas.Prepend(l.City)).Where(f => query.Area.Length == 0 || f.Measure.Area == query.Area).ToList();
            var notice = task.Task.Content.Notice;
            var steps = board.MilestonesOf(item.Id);
            var changes = board.DeadlineHistory(item.Id);
            StatusLine[] lines =
            [
                .. figures.Select(f => new StatusLine(status.Line(task.Task, f)) { Lamp = f.Lamp, Small = $"{status.Reason(f.Reading.Reason)}{SinceOf(f.Reading.Since)}" }),
                .. Headed(words.Milestones(steps.Length), steps.Select(s => new StatusLine(deadlines.Step(s.On, s.Text)) { Small = deadlines.Origin(s, notice) })),
                .. Headed(words.DeadlineHistory(changes.Length), changes.TakeLast(HistoryShown).Reverse().Select(c => new StatusLine(deadlines.Change(c)))),
                .. history.IsEmpty ? [] : history.TakeLast(HistoryShown).Reverse().Select(h => new StatusLine(status.History(h))).Prepend(new StatusLine(words.History(history.Length)) { IsHeading = true }),
            ];
            return new StatusPage
            {
                Query = query,
                Language = language,
                Words = status,
                Title = status.Task(task.Task),
                Sentences =
                [
                    $"{status.Lamp(task.Lamp)} · {status.Reason(task.Reason)}{SinceOf(task.Since)}",
                    $"{carried} · {status.Reports.State(task.Review)}",
                    $"{words.Due(deadlines.Day(task.DueOn))} · {deadlines.Origin(task.Deadline, notice)}",
                    .. task.Override is { } set ? [status.Override(set, task.ComputedLamp)] : Array.Empty<string>(),
                ],
                Lines = [.. lines],
                Total = lines.Length,
                Task = task,
            };
        }
    }

    /// <summary>What is behind within a query: of one area, of some lamps.</summary>
    internal static ImmutableArray<LaggingEntry> LaggingOf(StatusBoard board, StatusQuery query) =>
        [.. board.Lagging().Where(l => (query.Lamps.IsEmpty || query.Lamps.Contains(l.Lamp)) && (query.Area.Length == 0 || l.Area == query.Area))];

    /// <summary>What is behind of all that the asker may see, as a page of that query lists it.</summary>
    public static ImmutableArray<LaggingEntry> Behind(StatusBoard board, StatusQuery query)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(query);
        return LaggingOf(
            board.Only(t => (query.Official.Length == 0 || t.Task.Item.LeadOfficials.Any(o => o.Name == query.Official))
                && (query.Unit.Length == 0 || t.Task.Item.LeadOrganizations.Any(o => o.Name == query.Unit))
                && (query.Lists.IsEmpty || query.Lists.Contains(t.Task.Item.List))
                && (query.Ids.IsEmpty || query.Ids.Contains(t.Task.Item.Id, StringComparer.Ordinal))),
            query);
    }
}
