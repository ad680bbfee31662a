using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>Which tasks are asked about; null and empty mean any.</summary>
public sealed record StatusFilter
{
    /// <summary>Name of the official who leads.</summary>
    public string? Official { get; init; }

    /// <summary>Official name of a unit that leads.</summary>
    public string? LeadOrganization { get; init; }

    /// <summary>List.</summary>
    public WorkListKind? List { get; init; }

    /// <summary>Section's heading, or an annex row's category.</summary>
    public string? Category { get; init; }

    /// <summary>Area with a target in the task.</summary>
    public string? Area { get; init; }

    /// <summary>Lamps.</summary>
    public ImmutableArray<StatusLamp> Lamps { get; init; } = [];

    internal bool IsAny => Official is null && LeadOrganization is null && List is null && Category is null && Area is null && Lamps.IsDefaultOrEmpty;

    internal bool Passes(TaskStatus status)
    {
        var item = status.Task.Item;
        return (Official is null || item.LeadOfficials.Any(o => o.Name == Official))
            && (LeadOrganization is null || item.LeadOrganizations.Any(o => o.Name == LeadOrganization))
            && (List is null || item.List == List)
            && (Category is null || StatusBoard.CategoriesOf(item).Contains(Category, StringComparer.Ordinal))
            && (Area is null || status.Areas.Any(a => a.Measure.Area == Area))
            && (Lamps.IsDefaultOrEmpty || Lamps.Contains(status.Lamp));
    }
}

/// <summary>How everything stands that the asker may see: what status cards, lists and exports are made from. Immutable.</summary>
public sealed class StatusBoard
{
    private readonly StatusContext context;
    private readonly StatusReader reader;
    private readonly int year;

    // What each task's status was read from; nothing on a part of a board, which is not read again.
    private readonly ImmutableArray<TaskProgress> progress;

    private Dictionary<string, int>? places;

    // Counted when first asked for: a board that is kept is asked the same again and again.
    private StatusOverview? overview;
    private ImmutableArray<StatusGroup> byList;
    private ImmutableArray<StatusGroup> byArea;

    private StatusBoard(StatusContext context, StatusReader reader, ImmutableArray<TaskStatus> tasks, ImmutableArray<TaskProgress> progress)
    {
        this.context = context;
        this.reader = reader;
        this.progress = progress;
        Tasks = tasks;
        year = tasks.IsEmpty ? 0 : tasks.Max(t => StatusReader.YearOf(t.Task));
        DuePeriod = tasks.IsEmpty ? null : reader.DuePeriodOf(year);
    }

    /// <summary>All tasks, in the index's order.</summary>
    public ImmutableArray<TaskStatus> Tasks { get; }

    /// <summary>The day on which the lamps were read.</summary>
    public DateOnly JudgedOn => context.JudgedOn;

    /// <summary>The period that the board is limited to; else the one that is due, else up to the day on which it was read.</summary>
    public ReportPeriod Period => context.Through ?? DuePeriod ?? ReportPeriod.On(JudgedOn);

    /// <summary>Names in both languages.</summary>
    public NameBook Names => context.Index.Names;

    /// <summary>The period that should be reported by now for the newest notice on the board; null while there is none.</summary>
    public ReportPeriod? DuePeriod { get; }

    /// <summary>Reads how everything stands.</summary>
    public static StatusBoard Of(StatusContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reading = new StatusReader(context);
        var tasks = ImmutableArray.CreateBuilder<TaskStatus>(context.Index.Items.Length);
        var read = ImmutableArray.CreateBuilder<TaskProgress>(context.Index.Items.Length);
        foreach (var task in context.Index.Items)
        {
            if (context.Sees(task.Item) && (context.NoticeId is null || task.Content.Notice.Id == context.NoticeId))
            {
                read.Add(context.Book.Of(task.Item.Id));
                tasks.Add(reading.Read(task, read[^1]));
            }
        }

        return new StatusBoard(context, reading, tasks.DrainToImmutable(), read.DrainToImmutable());
    }

    /// <summary>The whole board as it stands now, of the same index, day, calendar and asker: only some tasks are read again.</summary>
    /// <param name="now">Else what the board was read from; else use <see cref="Of"/>.</param>
    /// <param name="changed">Tasks on which something was reported since, or more, by id; null for every task that has another plan or progress than it had.</param>
    /// <returns>This board when nothing of it changed.</returns>
    /// <exception cref="InvalidOperationException">This is a part of a board.</exception>
    public StatusBoard Renewed(StatusContext now, IReadOnlyCollection<string>? changed = null)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (progress.IsDefault)
        {
            throw new InvalidOperationException("A part of a board cannot be renewed.");
        }

        var reading = new StatusReader(now);
        (TaskStatus[] Tasks, TaskProgress[] Progress)? renewed = null;
        foreach (var at in changed is null ? Enumerable.Range(0, Tasks.Length) : PlacesOf(changed))
        {
            var task = Tasks[at].Task;
            var known = now.Book.Of(task.Item.Id);
            if (!ReferenceEquals(known, progress[at]) || HasOtherPlan(Tasks[at], now))
            {
                renewed ??= ([.. Tasks], [.. progress]);
                renewed.Value.Tasks[at] = reading.Read(task, known);
                renewed.Value.Progress[at] = known;
            }
        }

        return renewed is var (tasks, read)
            ? new StatusBoard(now, reading, ImmutableCollectionsMarshal.AsImmutableArray(tasks), ImmutableCollectionsMarshal.AsImmutableArray(read)) { places = places }
            : ReferenceEquals(now.Deadlines, context.Deadlines) ? this
            : new StatusBoard(now, reading, Tasks, progress) { places = places };
    }

    private bool HasOtherPlan(TaskStatus task, StatusContext now) => !ReferenceEquals(now.Deadlines, context.Deadlines)
        && (now.DeadlineOf(task.Task) != task.Deadline
            || !DeadlinesInForce.MilestonesOf(task.Task.Item, now.Deadlines).SequenceEqual(DeadlinesInForce.MilestonesOf(task.Task.Item, context.Deadlines)));

    private IEnumerable<int> PlacesOf(IReadOnlyCollection<string> taskIds)
    {
        // The same for all boards that are made from this one.
        places ??= Tasks.Select((task, at) => (task.Task.Item.Id, at)).ToDictionary(task => task.Id, task => task.at, StringComparer.Ordinal);
        return taskIds.Where(places.ContainsKey).Select(id => places[id]);
    }

    /// <summary>The board of some of its tasks.</summary>
    public StatusBoard Where(StatusFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.IsAny ? this : Only(filter.Passes);
    }

    /// <summary>The board of the tasks that pass.</summary>
    public StatusBoard Only(Func<TaskStatus, bool> passes) => new(context, reader, [.. Tasks.Where(passes)], default);

    /// <summary>Reports on a task of the board that wait for review, the oldest first.</summary>
    public ImmutableArray<ProgressReport> Waiting(TaskStatus task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return [.. Review.Waiting(context.Book.Of(task.Task.Item.Id)).Select(r => reader.Shown(r)!)];
    }

    /// <summary>A report as a line of its task's history.</summary>
    public static HistoryLine LineOf(ProgressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new HistoryLine(report.Sequence, report.At, report.By, report.Content.Rating is null ? new ProgressEvent.Reported(report.Content) : new ProgressEvent.Rated(report.Content), null);
    }

    /// <summary>All at a glance.</summary>
    public StatusOverview Overview() => overview ??= new StatusOverview(
        StatusCounts.Of(Tasks.Select(t => t.Lamp)),
        Tasks.IsEmpty ? 0 : new Pace(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).ShareGone(JudgedOn),
        DuePeriod,
        Tasks.Count(t => t.IsReportedForPeriod));

    /// <summary>By lead official, in the notice's order; a task with two counts for both, one with none for nobody.</summary>
    public ImmutableArray<StatusGroup> ByOfficial() => GroupsBy(t => t.Task.Item.LeadOfficials.Select(o => o.Name));

    /// <summary>By lead unit, in the order of first mention; a task with two counts for both.</summary>
    public ImmutableArray<StatusGroup> ByLeadOrganization() => GroupsBy(t => t.Task.Item.LeadOrganizations.Select(o => o.Name));

    /// <summary>By list.</summary>
    public ImmutableArray<StatusGroup> ByList() => byList.IsDefault ? byList = CountByList() : byList;

    /// <summary>By section of projects and category of annex rows.</summary>
    public ImmutableArray<StatusGroup> ByCategory() => GroupsBy(t => CategoriesOf(t.Task.Item));

    /// <summary>By area, in the order of first mention: its own figures, not the tasks in which it has a part.</summary>
    public ImmutableArray<StatusGroup> ByArea() => byArea.IsDefault ? byArea = CountByArea() : byArea;

    /// <summary>The figures of one area with the tasks that they belong to, in the index's order.</summary>
    public IEnumerable<(TaskStatus Task, MeasureStatus Figure)> OfArea(string area) =>
        from task in Tasks
        from figure in task.Areas
        where figure.Measure.Area == area
        select (task, figure);

    /// <summary>The areas of the notices on the board, the best first; those without any target last and without a rank.</summary>
    public ImmutableArray<AreaStanding> League()
    {
        var counts = ByArea().ToDictionary(g => g.Key, g => g.Counts, StringComparer.Ordinal);
        var areas = Tasks.Select(t => t.Task.Content).Distinct().SelectMany(c => c.Areas).Select(a => a.Name).Distinct(StringComparer.Ordinal).ToList();
        var ranked = areas.Where(counts.ContainsKey).Select(a => (Area: a, Counts: counts[a])).OrderByDescending(a => a.Counts.OnTrackShare).ToList();
        return
        [
            .. ranked.Select(a => new AreaStanding(1 + ranked.Count(b => b.Counts.OnTrackShare > a.Counts.OnTrackShare), a.Area, a.Counts, a.Counts.OnTrackShare)),
            .. areas.Where(a => !counts.ContainsKey(a)).Select(a => new AreaStanding(0, a, default, null)),
        ];
    }

    /// <summary>What is red or yellow, of the city and of areas: red first, then what has been so the longest. A closed task's figures are not behind.</summary>
    public ImmutableArray<LaggingEntry> Lagging() =>
        [.. Tasks.Where(t => t.Review != ReviewState.Closed).SelectMany(LaggingOf)
            .OrderBy(l => l.Lamp == StatusLamp.Red ? 0 : 1).ThenBy(l => l.Since ?? DateOnly.MaxValue).ThenBy(l => l.Task.Task.Ordinal)];

    /// <summary>Who has not reported for a period (the due one unless told): areas for their own figures, lead units for the city's.</summary>
    public ImmutableArray<MissingReport> NotReported(ReportPeriod? period = null)
    {
        if ((period ?? DuePeriod) is not { } wanted)
        {
            return [];
        }

        return [.. from task in Tasks
                   where task.Review != ReviewState.Closed
                   from line in task.Lines
                   from figure in AskedOf(line)
                   where figure.Lamp != StatusLamp.Done && !(figure.Report is { } report && report.Content.Period >= wanted)
                   select new MissingReport(task, figure.Measure, ResponsibleFor(task, figure.Measure), figure.Report?.Content.Period)];
    }

    /// <summary>What is different from the end of an earlier day, such as a week ago, in the board's order.</summary>
    public ImmutableArray<StatusChange> Since(DateOnly day)
    {
        var shown = Tasks.Select(t => t.Task.Item.Id).ToHashSet(StringComparer.Ordinal);
        var before = Of(context.At(day)).Tasks.Where(t => shown.Contains(t.Task.Item.Id)).ToDictionary(t => t.Task.Item.Id, StringComparer.Ordinal);
        return [.. Tasks.SelectMany(now => ChangesOf(before[now.Task.Item.Id], now))];
    }

    /// <summary>How one task stands; null when it is not on the board, be it that the asker may not see it.</summary>
    public TaskStatus? Find(string taskId) => Tasks.FirstOrDefault(t => t.Task.Item.Id == taskId);

    /// <summary>The steps of a task in force, by day; empty when it has none or is not on the board.</summary>
    public ImmutableArray<MilestoneInForce> MilestonesOf(string taskId) => Find(taskId) is { } task ? DeadlinesInForce.MilestonesOf(task.Task.Item, context.Deadlines) : [];

    /// <summary>All that people did to the deadlines of a task, the oldest first; empty when it is not on the board.</summary>
    public ImmutableArray<DeadlineChange> DeadlineHistory(string taskId) => Find(taskId) is null ? [] : context.Deadlines.HistoryOf(taskId);

    /// <summary>All that happened to a task, the oldest first; empty when it is not on the board.</summary>
    public ImmutableArray<HistoryLine> History(string taskId)
    {
        if (Find(taskId) is null)
        {
            return [];
        }

        var held = new Dictionary<(string Line, string Area), ProgressReport>();
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        var own = context.Book.Of(taskId);
        foreach (var entry in own.History)
        {
            if (entry.Event is ProgressEvent.Reported { Content: var content })
            {
                Add(entry, content, new ProgressEvent.Reported(reader.Shown(content)));
            }
            else if (entry.Event is ProgressEvent.Rated { Content: var rated })
            {
                Add(entry, rated, new ProgressEvent.Rated(reader.Shown(rated)));
            }
            else
            {
                lines.Add(new HistoryLine(entry.Sequence, entry.At, entry.By, entry.Event, null));
            }
        }

        return lines.DrainToImmutable();

        void Add(ProgressEntry entry, ReportContent content, ProgressEvent shown)
        {
            lines.Add(new HistoryLine(entry.Sequence, entry.At, entry.By, shown, reader.Shown(held.GetValueOrDefault((content.Line, content.Area)))));
            if (content.Measures && own.Report(entry.Sequence) is { } report)
            {
                held[(content.Line, content.Area)] = report;
            }
        }
    }

    internal static IEnumerable<string> CategoriesOf(WorkItem item) => item.List == WorkListKind.WorkReport
        ? []
        : item.Rows.Select(r => r.Category).Append(item.SectionTitle).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal);

    internal static string ResponsibleFor(TaskStatus task, Measure measure) =>
        measure.Area.Length > 0 ? measure.Area : task.Task.Item.LeadOrganizations is [var lead, ..] ? lead.Name : string.Empty;

    /// <summary>Where a line is broken down the areas are asked, and the lead unit only if it has begun to report the city's figure itself.</summary>
    private static IEnumerable<MeasureStatus> AskedOf(LineStatus line) =>
        line.Areas.IsEmpty ? [line.City] : line.Areas.Concat(line.City.Source == FigureSource.Reported ? [line.City] : []);

    private static IEnumerable<LaggingEntry> LaggingOf(TaskStatus task)
    {
        if (task.Override is not null)
        {
            return task.Lamp is StatusLamp.Red or StatusLamp.Yellow ? [new LaggingEntry(task, null, task.Lamp, task.Reason, task.Since)] : [];
        }

        return from line in task.Lines
               from figure in line.Areas.Prepend(line.City)
               where figure.Lamp is StatusLamp.Red or StatusLamp.Yellow
               select new LaggingEntry(task, figure, figure.Lamp, figure.Reading.Reason, figure.Reading.Since);
    }

    private static IEnumerable<StatusChange> ChangesOf(TaskStatus before, TaskStatus now)
    {
        var isOne = now.Lines is [{ Areas.IsEmpty: true }];
        var (amountBefore, amountNow) = isOne ? (before.Lines[0].City.Amount, now.Lines[0].City.Amount) : (null, null);
        if (before.Lamp != now.Lamp || amountBefore != amountNow)
        {
            yield return new StatusChange(now, string.Empty, string.Empty, before.Lamp, now.Lamp, amountBefore, amountNow);
        }

        for (var line = 0; !isOne && line < now.Lines.Length; line++)
        {
            var then = before.Lines[line].Areas.Prepend(before.Lines[line].City).ToList();
            var own = now.Lines[line].Areas.Prepend(now.Lines[line].City).ToList();
            for (var i = 0; i < own.Count; i++)
            {
                if (own[i].Lamp != then[i].Lamp || own[i].Amount != then[i].Amount)
                {
                    yield return new StatusChange(now, own[i].Measure.Area, own[i].Measure.Line, then[i].Lamp, own[i].Lamp, then[i].Amount, own[i].Amount);
                }
            }
        }
    }

    private bool IsReported(MeasureStatus figure) =>
        figure.Lamp == StatusLamp.Done || DuePeriod is not { } due || (figure.Report is { } report && report.Content.Period >= due);

    private ImmutableArray<StatusGroup> CountByList() => [.. Counted(Tasks.Select(t => (t.Task.Item.List, t.Lamp, t.IsReportedForPeriod)), EqualityComparer<WorkListKind>.Default)
        .Select(g => new StatusGroup(TaskExport.NameOf(g.Key), g.Key, g.Counts, g.Reported))];

    private ImmutableArray<StatusGroup> CountByArea() => [.. Counted(Figures(), StringComparer.Ordinal).Select(g => new StatusGroup(g.Key, null, g.Counts, g.Reported))];

    private IEnumerable<(string Area, StatusLamp Lamp, bool IsReported)> Figures()
    {
        foreach (var task in Tasks)
        {
            foreach (var line in task.Lines)
            {
                foreach (var area in line.Areas)
                {
                    yield return (area.Measure.Area, area.Lamp, IsReported(area));
                }
            }
        }
    }

    /// <summary>Counts in one pass, keeping nothing but the numbers: a board may have a hundred thousand tasks. In the order of first mention.</summary>
    private static IEnumerable<(TKey Key, StatusCounts Counts, int Reported)> Counted<TKey>(IEnumerable<(TKey Key, StatusLamp Lamp, bool IsReported)> all, IEqualityComparer<TKey> same)
        where TKey : notnull
    {
        var counts = new Dictionary<TKey, int[]>(same);
        var lamps = Enum.GetValues<StatusLamp>().Length;
        foreach (var (key, lamp, isReported) in all)
        {
            if (!counts.TryGetValue(key, out var own))
            {
                counts.Add(key, own = new int[lamps + 1]);
            }

            own[(int)lamp]++;
            own[lamps] += isReported ? 1 : 0;
        }

        return counts.Select(c => (c.Key, new StatusCounts(c.Value[0], c.Value[1], c.Value[2], c.Value[3], c.Value[4]), c.Value[lamps]));
    }

    private ImmutableArray<StatusGroup> GroupsBy(Func<TaskStatus, IEnumerable<string>> keys) =>
        [.. Tasks.SelectMany(t => keys(t).Distinct(StringComparer.Ordinal).Select(k => (Key: k, Task: t)))
            .GroupBy(x => x.Key, x => x.Task, StringComparer.Ordinal)
            .Select(g => new StatusGroup(g.Key, null, StatusCounts.Of(g.Select(t => t.Lamp)), g.Count(t => t.IsReportedForPeriod)))];
}
