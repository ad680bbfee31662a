using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>Status in English; official Chinese names stay beside the English ones.</summary>
internal sealed class EnglishStatusText(NameBook names) : StatusText
{
    public override ReportText Reports { get; } = ReportText.In(ReplyLanguage.English);

    public override string WholeCity => "Whole city";

    public override string NotReported => "not reported";

    public override string Joint => "Carried jointly";

    public override string LampWord(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => "done",
        StatusLamp.Green => "green",
        StatusLamp.Yellow => "yellow",
        StatusLamp.Red => "red",
        StatusLamp.Grey => "not reported",
        _ => throw new UnreachableException(),
    };

    public override string Reason(LampReason reason) => reason switch
    {
        LampReason.Reached => "target reached",
        LampReason.Closed => "closed",
        LampReason.Ahead => "more than ten points ahead of the pace",
        LampReason.OnPace => "on pace",
        LampReason.AtTarget => "the rate stands at its target",
        LampReason.WithinCap => "within its cap",
        LampReason.RatedOnTrack => "on track, says the unit",
        LampReason.SlightlyBehind => "up to ten points behind",
        LampReason.DueSoon => "due within three working days and not done",
        LampReason.CatchingUp => "was red, caught up this month",
        LampReason.Behind => "more than ten points behind",
        LampReason.StillBehind => "was red, not at the pace again yet",
        LampReason.BeyondCap => "beyond its cap",
        LampReason.RatedBehind => "behind, says the unit",
        LampReason.Overdue => "overdue",
        LampReason.NotReported => "not reported for the period",
        LampReason.Incomplete => "some areas have not reported for the period",
        LampReason.Overridden => "set by the supervision office",
        _ => throw new UnreachableException(),
    };

    public override string Official(string name, string post)
    {
        var entry = names.Official(name, post);
        var shown = entry.Names.English is { } english ? $"{english} {name}" : name;
        return (entry.PostEnglish ?? post) is { Length: > 0 } known ? $"{shown} ({known})" : shown;
    }

    public override string Organization(string name) => (names.Organization(name).English ?? names.Group(name).English) is { } english ? $"{english} ({name})" : name;

    public override string Area(string name) => names.Area(name).English is { } english ? $"{english} ({name})" : name;

    public override string List(WorkListKind list) => names.List(TaskExport.NameOf(list)).English ?? TaskExport.NameOf(list);

    public override string Task(IndexedItem task) => names.TitleOf(task.Content.Notice, task.Item) ?? Clip(task.Item.Text, 40);

    public override string Indicator(IndexedItem task, Measure measure)
    {
        if (measure.Target is null)
        {
            return Task(task);
        }

        var lines = TaskMeasures.Of(task.Item);
        var at = lines.TakeWhile(l => l.Name != measure.Line).Count();
        return !task.Item.Rows.IsEmpty && at < task.Item.Rows.Length ? names.TitleOf(task.Content.Notice, task.Item, task.Item.Rows[at]) ?? measure.Subject
            : lines.Length == 1 ? Task(task)
            : $"{Task(task)}: {measure.Subject}";
    }

    public override string Figure(Figure figure)
    {
        var amount = figure.IsPercentage
            ? figure.Written(Plain, figure.MeasureUnit, " to ")
            : figure.WithoutMultiplier().Written(value => value.ToString("#,0.####", CultureInfo.InvariantCulture), $" {MeasureUnitNames.English(figure.Normalized.MeasureUnit)}", " to ").TrimEnd();
        return figure.Comparator switch
        {
            Comparator.AtLeast => $"at least {amount}",
            Comparator.MoreThan => $"more than {amount}",
            Comparator.AtMost => $"at most {amount}",
            Comparator.LessThan => $"less than {amount}",
            Comparator.About => $"about {amount}",
            _ => amount,
        };
    }

    public override string Amount(decimal? amount, Measure measure) => amount is { } value ? Figure(InUnitOf(value, measure)) : "—";

    public override string Day(DateOnly? day) => day is { } known ? known.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "—";

    public override string Counts(StatusCounts counts) =>
        counts.Total == 0 ? "no tasks" : string.Join(", ", LampsOf(counts).Select(lamp => $"{Symbol(lamp)} {counts.Of(lamp)} {LampWord(lamp)}"));

    public override string Overview(StatusOverview overview)
    {
        var reported = overview.Period is { } period
            ? $"{overview.Reported} reported for the {Reports.Period(period)} ({Percent(overview.ReportedShare)})"
            : "no report has been due yet";
        return $"{Tasks(overview.Counts.Total)}: {Counts(overview.Counts)}. {Percent(overview.Counts.DoneShare)} done; {Percent(overview.PaceShare)} of the year has gone; {reported}.";
    }

    public override string Group(StatusGroup group) =>
        $"{(group.List is { } list ? List(list) : Named(group.Key))}: {group.Counts.Total}, {Percent(group.Counts.OnTrackShare)} done or on pace; {Counts(group.Counts)}";

    public override string Standing(AreaStanding standing) => standing.Share is { } share
        ? $"{standing.Rank}. {Area(standing.Area)}: {standing.Counts.Done + standing.Counts.Green} of {standing.Counts.Total} figures done or on pace ({Percent(share)})"
        : $"{Area(standing.Area)}: has no targets and is not ranked";

    public override string Lagging(LaggingEntry entry)
    {
        var since = entry.Since is { } day ? $", since {Day(day)}" : string.Empty;
        var figure = entry.Figure is { } own ? Line(entry.Task.Task, own) : $"{Task(entry.Task.Task)}: {Lamp(entry.Lamp)} ({Reason(entry.Reason)})";
        return figure + since;
    }

    public override string Missing(MissingReport missing)
    {
        var last = missing.LastPeriod is { } period ? $"last reported for the {Reports.Period(period)}" : "never reported";
        var who = missing.Responsible.Length == 0 ? Joint : missing.Measure.Area.Length > 0 ? Area(missing.Responsible) : Organization(missing.Responsible);
        return $"{who}: {Indicator(missing.Task.Task, missing.Measure)} ({last})";
    }

    public override string Change(StatusChange change)
    {
        var measure = MeasureOf(change);
        var figure = change.AmountBefore != change.AmountNow && measure is not null
            ? $", {Amount(change.AmountBefore, measure)} → {Amount(change.AmountNow, measure)}"
            : string.Empty;
        var area = change.Area.Length > 0 ? $" in {Area(change.Area)}" : string.Empty;
        var lamps = change.LampBefore == change.LampNow ? Lamp(change.LampNow) : $"{Lamp(change.LampBefore)} → {Lamp(change.LampNow)}";
        return $"{(measure is null ? Task(change.Task.Task) : Indicator(change.Task.Task, measure))}{area}: {lamps}{figure}";
    }

    public override string Line(IndexedItem task, MeasureStatus figure)
    {
        var where = figure.Measure.Area.Length > 0 ? $" in {Area(figure.Measure.Area)}" : string.Empty;
        var lamp = $"{Lamp(figure.Lamp)} ({Reason(figure.Reading.Reason)})";
        if (figure.Measure.Target is not { } target)
        {
            return $"{Indicator(task, figure.Measure)}{where}: {lamp}";
        }

        var pace = figure.Reading.Expected is { } expected ? $", pace {Percent(expected)}" : string.Empty;
        var rate = figure.Reading.Rate is { } own ? $", rate {Percent(own)}{pace}" : string.Empty;
        var areas = figure.AreasAsked > 0 ? $", {figure.AreasReported} of {figure.AreasAsked} areas reported" : string.Empty;
        return $"{Indicator(task, figure.Measure)}{where}: {Amount(figure.Amount, figure.Measure)}, target {Figure(target)}{rate}{areas}, {lamp}";
    }

    public override string History(HistoryLine line)
    {
        var who = $"{Day(ShanghaiDay.Of(line.At))}, {(line.By.Name.Length > 0 ? line.By.Name : line.By.AccountId)}";
        return line.Event switch
        {
            ProgressEvent.Reported { Content: var content } => $"{who} reported{Content(content, line.Before)}",
            ProgressEvent.Rated { Content: var content } => $"{who} rated{Content(content, line.Before)}",
            ProgressEvent.Returned returned => $"{who} sent the report back: {returned.Reason}",
            ProgressEvent.Closed closed => closed.Note.Length > 0 ? $"{who} closed the task: {closed.Note}" : $"{who} closed the task",
            ProgressEvent.Reopened reopened => $"{who} opened the task again: {reopened.Reason}",
            ProgressEvent.LampOverridden { Lamp: { } lamp } set => $"{who} set the lamp to {LampWord(lamp)}: {set.Reason}",
            ProgressEvent.LampOverridden taken => $"{who} took the lamp setting back: {taken.Reason}",
            _ => throw new UnreachableException(),
        };
    }

    public override string Override(LampOverride set, StatusLamp computed) =>
        $"Set to {LampWord(set.Lamp)} by the supervision office ({set.By.Name}, {Day(ShanghaiDay.Of(set.At))}): {set.Reason}. By the rule it is {LampWord(computed)}.";

    public override string Column(StatusColumn column) => column switch
    {
        StatusColumn.Number => "No.",
        StatusColumn.Text => "Task",
        StatusColumn.LeadOrganization => "Lead unit",
        StatusColumn.LeadOfficial => "Lead official",
        StatusColumn.List => "List",
        StatusColumn.Indicator => "Indicator",
        StatusColumn.Area => "Area",
        StatusColumn.Target => "Target",
        StatusColumn.Figure => "Reached",
        StatusColumn.MeasureUnit => "Measure unit",
        StatusColumn.Rate => "Rate",
        StatusColumn.Pace => "Pace",
        StatusColumn.Lamp => "Lamp",
        StatusColumn.Reason => "Reason",
        StatusColumn.Since => "Since",
        StatusColumn.DueOn => "Due",
        StatusColumn.Period => "Period",
        StatusColumn.ReportedOn => "Reported on",
        StatusColumn.ReportedBy => "Reported by",
        StatusColumn.Note => "Note",
        StatusColumn.Evidence => "Evidence",
        StatusColumn.Review => "Review",
        StatusColumn.TaskId => "Task id",
        _ => throw new UnreachableException(),
    };

    public override string CompletionColumn(ReportPeriod period) => $"State, {Reports.Period(period)}";

    public override string OfficialHeading(int number, string name, string post) => string.Create(CultureInfo.InvariantCulture, $"{number}. {Official(name, post)}");

    public override string TableSummary(StatusCounts counts, ReportPeriod period, DateOnly madeOn) =>
        $"{Tasks(counts.Total)}: {Counts(counts)}. Figures up to {Day(period.End)}; made on {Day(madeOn)}.";

    public override string AnnexTitle(string listTitle) => $"Annex: {listTitle}";

    public override string ListTitle(string printed, int year, WorkListKind list, ReportPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"{List(list)} {year}: state, {Reports.Period(period)}");

    public override string Completion(TaskStatus status)
    {
        var figures = status.Lines.Where(l => l.City.Measure.Target is not null).Select(l => CompletionOf(l, status.Lines.Length > 1)).Where(f => f.Length > 0).ToList();
        var rating = status.Lines is [{ City: { Measure.Target: null, Report.Content.Rating: { } own } }] ? Reports.Rating(own) : string.Empty;
        var prose = status.Prose?.Content.Note ?? string.Empty;
        var text = string.Join("; ", figures.Append(rating).Where(f => f.Length > 0));
        text = text.Length > 0 ? $"{text}. {prose}".TrimEnd() : prose.Length > 0 ? prose : NotReported;
        return status.Review == ReviewState.Closed ? $"{text} (closed)" : text;
    }

    private static Measure? MeasureOf(StatusChange change) => change.Line.Length > 0
        ? TaskMeasures.Find(change.Task.Task.Item, change.Line, change.Area)
        : change.Task.Lines is [{ Areas.IsEmpty: true } only] ? only.City.Measure : null;

    private static string Tasks(int count) => count == 1 ? "1 task" : string.Create(CultureInfo.InvariantCulture, $"{count} tasks");

    private string Named(string key) =>
        (names.Organization(key).English ?? names.Area(key).English ?? names.Category(key).English ?? names.Official(key, string.Empty).Names.English) is { } english
            ? $"{english} ({key})"
            : key;

    private string CompletionOf(LineStatus line, bool isOneOfSeveral)
    {
        var (figure, name) = (line.City, isOneOfSeveral ? $"{line.City.Measure.Subject}: " : string.Empty);
        var areas = figure is { Source: FigureSource.Sum } && figure.AreasReported < figure.AreasAsked ? $", {figure.AreasReported} of {figure.AreasAsked} areas reported" : string.Empty;
        return figure.Amount is not null
            ? $"{name}{Amount(figure.Amount, figure.Measure)} reached (target {Figure(figure.Measure.Target!.Value)}, rate {Percent(figure.Reading.Rate)}{areas})"
            : figure.AreasReported > 0 ? $"{name}{figure.AreasReported} of {figure.AreasAsked} areas reported, rates in the annex" : string.Empty;
    }

    private string Content(ReportContent content, ProgressReport? before)
    {
        var where = content.Area.Length > 0 ? $" for {Area(content.Area)}" : string.Empty;
        var what = content.Figure is { } figure ? Figure(figure) : content.Rating is { } rating ? Reports.Rating(rating) : string.Empty;
        var was = before?.Content.Figure is { } last ? Figure(last) : before?.Content.Rating is { } lastRating ? Reports.Rating(lastRating) : string.Empty;
        var change = what.Length == 0 ? string.Empty : content.IsNoChange ? $": no change ({what})" : was.Length > 0 ? $": {was} → {what}" : $": {what}";
        var reason = content.Reason.Length > 0 ? $"; reason: {content.Reason}" : string.Empty;
        var note = content.Note.Length > 0 ? $". {content.Note}" : string.Empty;
        return $"{where}, {Reports.Period(content.Period)}{change}{reason}{note}";
    }
}
