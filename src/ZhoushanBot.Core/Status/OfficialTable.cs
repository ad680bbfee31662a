using System.Collections.Immutable;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>One task in the official table.</summary>
/// <param name="Number">序号, from 1 within the list.</param>
/// <param name="Text">任务内容, the notice's words.</param>
/// <param name="LeadOrganizations">牵头单位.</param>
/// <param name="Completion">完成情况.</param>
/// <param name="Status">Behind the words.</param>
public sealed record OfficialRow(int Number, string Text, string LeadOrganizations, string Completion, TaskStatus Status);

/// <summary>The tasks of one lead official.</summary>
/// <param name="Heading">Such as 七、洪碧副市长.</param>
/// <param name="Rows">In the notice's order, at least one.</param>
public sealed record OfficialGroup(string Heading, ImmutableArray<OfficialRow> Rows);

/// <summary>One list of a notice.</summary>
/// <param name="Title">Year, list, period.</param>
/// <param name="Summary">Counts under the title.</param>
/// <param name="Counts">Its tasks by lamp.</param>
/// <param name="Groups">In the order in which the notice first names the officials; joint work where it stands.</param>
public sealed record OfficialList(string Title, string Summary, StatusCounts Counts, ImmutableArray<OfficialGroup> Groups);

/// <summary>One figure of an annex.</summary>
/// <param name="Area">Area, or the whole city.</param>
/// <param name="Target">Target with unit; the notice's words where it gives no figure.</param>
/// <param name="Figure">Figure reached, or a dash.</param>
/// <param name="Rate">Rate, or a dash.</param>
/// <param name="Lamp">Sign and word.</param>
/// <param name="Status">Behind the words.</param>
public sealed record AnnexFigure(string Area, string Target, string Figure, string Rate, string Lamp, MeasureStatus Status);

/// <summary>One row of an annex, broken down.</summary>
/// <param name="Number">序号 as the notice prints it.</param>
/// <param name="Subject">What is counted.</param>
/// <param name="Figures">The whole city first, then every area with a target.</param>
public sealed record AnnexStatusRow(int Number, string Subject, ImmutableArray<AnnexFigure> Figures);

/// <summary>附件分解表 with what was reached.</summary>
/// <param name="Title">Title.</param>
/// <param name="Rows">In the notice's order.</param>
public sealed record AnnexStatus(string Title, ImmutableArray<AnnexStatusRow> Rows);

/// <summary>完成情况表: the table that an office publishes, as data. Its totals are those of the board.</summary>
/// <param name="Period">Of the figures.</param>
/// <param name="Columns">序号、任务内容、牵头单位、完成情况.</param>
/// <param name="AnnexColumns">序号、指标、地区、目标、完成数、完成率、亮灯.</param>
/// <param name="Lists">One for each list of each notice on the board.</param>
/// <param name="Annexes">For lists with annex rows.</param>
/// <param name="Counts">Tasks of all lists by lamp.</param>
public sealed record OfficialTable(
    ReportPeriod Period,
    ImmutableArray<string> Columns,
    ImmutableArray<string> AnnexColumns,
    ImmutableArray<OfficialList> Lists,
    ImmutableArray<AnnexStatus> Annexes,
    StatusCounts Counts)
{
    /// <summary>Makes the table of what is on a board.</summary>
    /// <param name="board">Read up to the wanted period, see <see cref="StatusContext.Through"/>.</param>
    /// <param name="text">Words.</param>
    /// <param name="madeOn">Printed below the title.</param>
    public static OfficialTable Of(StatusBoard board, StatusText text, DateOnly madeOn)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(text);
        var period = board.Period;
        var lists = ImmutableArray.CreateBuilder<OfficialList>();
        var annexes = ImmutableArray.CreateBuilder<AnnexStatus>();
        foreach (var list in board.Tasks.GroupBy(t => (t.Task.Content.Notice.Id, t.Task.Item.List)))
        {
            var tasks = list.ToList();
            var content = tasks[0].Task.Content;
            var printed = content.Lists.FirstOrDefault(l => l.Kind == list.Key.List)?.Title ?? string.Empty;
            var title = text.ListTitle(printed, content.Notice.Year, list.Key.List, period);
            var counts = StatusCounts.Of(tasks.Select(t => t.Lamp));
            lists.Add(new OfficialList(title, text.TableSummary(counts, period, madeOn), counts, GroupsOf(tasks, text)));
            ImmutableArray<AnnexStatusRow> rows = [.. tasks.SelectMany(t => RowsOf(t, text)).OrderBy(r => r.Number)];
            if (!rows.IsEmpty)
            {
                annexes.Add(new AnnexStatus(text.AnnexTitle(title), rows));
            }
        }

        return new OfficialTable(
            period,
            [text.Column(StatusColumn.Number), text.Column(StatusColumn.Text), text.Column(StatusColumn.LeadOrganization), text.CompletionColumn(period)],
            [.. AnnexHeads.Select(text.Column)],
            lists.DrainToImmutable(),
            annexes.DrainToImmutable(),
            board.Overview().Counts);
    }

    private static readonly StatusColumn[] AnnexHeads =
    [
        StatusColumn.Number, StatusColumn.Indicator, StatusColumn.Area, StatusColumn.Target, StatusColumn.Figure, StatusColumn.Rate, StatusColumn.Lamp,
    ];

    private static ImmutableArray<OfficialGroup> GroupsOf(List<TaskStatus> tasks, StatusText text)
    {
        var groups = ImmutableArray.CreateBuilder<OfficialGroup>();
        var number = 0;
        foreach (var group in tasks.GroupBy(t => t.Task.Item.LeadOfficials is [var first, ..] ? first.Name : string.Empty, StringComparer.Ordinal))
        {
            var official = group.First().Task.Item.LeadOfficials.FirstOrDefault();
            var heading = text.OfficialHeading(groups.Count + 1, official?.Name ?? text.Joint, official is null ? string.Empty : PostOf(group, official));
            groups.Add(new OfficialGroup(heading, [.. group.Select(t => new OfficialRow(++number, t.Task.Item.Text, LeadsOf(t, text), text.Completion(t), t))]));
        }

        return groups.DrainToImmutable();
    }

    private static string PostOf(IEnumerable<TaskStatus> group, LeadOfficial official) =>
        group.First().Task.Content.Officials.FirstOrDefault(o => o.Name == official.Name)?.Post ?? official.Post;

    /// <summary>Joint work has no lead: everybody named carries it.</summary>
    private static string LeadsOf(TaskStatus status, StatusText text)
    {
        var leads = status.Task.Item.IsJoint ? status.Task.Item.ResponsibleOrganizations : status.Task.Item.LeadOrganizations;
        return string.Join('、', leads.Select(o => text.Organization(o.Name)));
    }

    private static IEnumerable<AnnexStatusRow> RowsOf(TaskStatus status, StatusText text)
    {
        for (var i = 0; i < status.Task.Item.Rows.Length; i++)
        {
            var line = status.Lines[i];
            yield return new AnnexStatusRow(
                status.Task.Item.Rows[i].Number,
                text.Indicator(status.Task, line.City.Measure) is var subject && line.City.Measure.Target is null ? line.City.Measure.Subject : subject,
                [.. line.Areas.Prepend(line.City).Select(f => FigureOf(f, text))]);
        }
    }

    private static AnnexFigure FigureOf(MeasureStatus figure, StatusText text) => new(
        figure.Measure.Area.Length == 0 ? text.WholeCity : text.Area(figure.Measure.Area),
        figure.Measure.Target is { } target ? text.Figure(target) : "—",
        text.Amount(figure.Amount, figure.Measure),
        StatusText.Percent(figure.Reading.Rate),
        text.Lamp(figure.Lamp),
        figure);
}
