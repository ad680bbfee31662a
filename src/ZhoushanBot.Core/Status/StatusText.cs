using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Status;

/// <summary>A column of the exports.</summary>
public enum StatusColumn
{
    /// <summary>序号.</summary>
    Number,

    /// <summary>任务内容.</summary>
    Text,

    /// <summary>牵头单位.</summary>
    LeadOrganization,

    /// <summary>牵头领导.</summary>
    LeadOfficial,

    /// <summary>清单.</summary>
    List,

    /// <summary>指标.</summary>
    Indicator,

    /// <summary>地区.</summary>
    Area,

    /// <summary>目标.</summary>
    Target,

    /// <summary>完成数.</summary>
    Figure,

    /// <summary>计量单位.</summary>
    MeasureUnit,

    /// <summary>完成率.</summary>
    Rate,

    /// <summary>序时进度.</summary>
    Pace,

    /// <summary>亮灯.</summary>
    Lamp,

    /// <summary>原因.</summary>
    Reason,

    /// <summary>起始日期.</summary>
    Since,

    /// <summary>期限.</summary>
    DueOn,

    /// <summary>报告期.</summary>
    Period,

    /// <summary>填报时间.</summary>
    ReportedOn,

    /// <summary>填报人.</summary>
    ReportedBy,

    /// <summary>进展情况.</summary>
    Note,

    /// <summary>佐证.</summary>
    Evidence,

    /// <summary>审核.</summary>
    Review,

    /// <summary>编号.</summary>
    TaskId,
}

/// <summary>The words for status, by meaning. One class per language, so that a missing translation does not compile.</summary>
public abstract class StatusText
{
    /// <summary>The words in a language, with the names of a store.</summary>
    public static StatusText Of(ReplyLanguage language, NameBook names) => language switch
    {
        ReplyLanguage.Chinese => new ChineseStatusText(),
        ReplyLanguage.English => new EnglishStatusText(names),
        _ => throw new UnreachableException(),
    };

    /// <summary>The words for reporting and review.</summary>
    public abstract ReportText Reports { get; }

    /// <summary>A sign for a lamp whose shape tells it from the others without colour.</summary>
    public static string Symbol(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => "✔",
        StatusLamp.Green => "●",
        StatusLamp.Yellow => "▲",
        StatusLamp.Red => "■",
        StatusLamp.Grey => "○",
        _ => throw new UnreachableException(),
    };

    /// <summary>Sign and word.</summary>
    public string Lamp(StatusLamp lamp) => $"{Symbol(lamp)} {LampWord(lamp)}";

    /// <summary>已完成、绿灯….</summary>
    public abstract string LampWord(StatusLamp lamp);

    /// <summary>滞后, "more than ten points behind".</summary>
    public abstract string Reason(LampReason reason);

    /// <summary>"洪碧", "Hong Bi 洪碧".</summary>
    public abstract string Official(string name, string post);

    /// <summary>Unit, group or area.</summary>
    public abstract string Organization(string name);

    /// <summary>Area.</summary>
    public abstract string Area(string name);

    /// <summary>The whole city.</summary>
    public abstract string WholeCity { get; }

    /// <summary>List.</summary>
    public abstract string List(WorkListKind list);

    /// <summary>A task by its title or its first words.</summary>
    public abstract string Task(IndexedItem task);

    /// <summary>What a line counts.</summary>
    public abstract string Indicator(IndexedItem task, Measure measure);

    /// <summary>A figure with its unit and how it binds.</summary>
    public abstract string Figure(Figure figure);

    /// <summary>An amount in the unit of a target; a dash for none.</summary>
    public abstract string Amount(decimal? amount, Measure measure);

    /// <summary>"83.3%"; a dash for none.</summary>
    public static string Percent(decimal? share) => share is { } value ? $"{Rounded(value).ToString("0.#", CultureInfo.InvariantCulture)}%" : "—";

    /// <summary>A day; a dash for none.</summary>
    public abstract string Day(DateOnly? day);

    /// <summary>"已完成 5 项，绿灯 100 项…": lamps that occur, in their order.</summary>
    public abstract string Counts(StatusCounts counts);

    /// <summary>How many, what share is done, where the year stands, how many reported.</summary>
    public abstract string Overview(StatusOverview overview);

    /// <summary>"岱山县：10 项，达标率 80%…".</summary>
    public abstract string Group(StatusGroup group);

    /// <summary>A place in the league table, with the denominator.</summary>
    public abstract string Standing(AreaStanding standing);

    /// <summary>Task, area, figure, since when.</summary>
    public abstract string Lagging(LaggingEntry entry);

    /// <summary>Who has not reported what.</summary>
    public abstract string Missing(MissingReport missing);

    /// <summary>What is different from before.</summary>
    public abstract string Change(StatusChange change);

    /// <summary>How one figure stands, in a sentence without full stop.</summary>
    public abstract string Line(IndexedItem task, MeasureStatus figure);

    /// <summary>What happened, by whom and when, from what to what.</summary>
    public abstract string History(HistoryLine line);

    /// <summary>The office's own lamp and why.</summary>
    public abstract string Override(LampOverride set, StatusLamp computed);

    /// <summary>Head of a column.</summary>
    public abstract string Column(StatusColumn column);

    /// <summary>半年度完成情况.</summary>
    public abstract string CompletionColumn(ReportPeriod period);

    /// <summary>未报.</summary>
    public abstract string NotReported { get; }

    /// <summary>Heading of a group without lead official.</summary>
    public abstract string Joint { get; }

    /// <summary>"一、洪碧副市长".</summary>
    public abstract string OfficialHeading(int number, string name, string post);

    /// <summary>Under the title: counts and the day of the figures.</summary>
    public abstract string TableSummary(StatusCounts counts, ReportPeriod period, DateOnly madeOn);

    /// <summary>Title of an annex table.</summary>
    public abstract string AnnexTitle(string listTitle);

    /// <summary>"2024年政府工作报告重点工作半年度完成情况": the notice's own title, with the period in place of 责任分解.</summary>
    /// <param name="printed">The list's title as printed; empty when it has none.</param>
    /// <param name="year">The notice's year.</param>
    /// <param name="list">Which list.</param>
    /// <param name="period">The period.</param>
    public abstract string ListTitle(string printed, int year, WorkListKind list, ReportPeriod period);

    /// <summary>完成情况 of a task for the official table: figures, then prose.</summary>
    public abstract string Completion(TaskStatus status);

    /// <summary>Half up, to one decimal: 9.95 is never shown as reached 10.</summary>
    private protected static decimal Rounded(decimal share) => share is < 100 and > 99.9m ? 99.9m : Math.Round(share, 1, MidpointRounding.AwayFromZero);

    private protected static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private protected static string Clip(string text, int length) => text.Length > length ? $"{text[..length]}…" : text;

    /// <summary>An amount without multiplier in the unit as the notice writes it: 125000 人 is 12.5 万人 where the target is in 万人.</summary>
    private protected static Figure InUnitOf(decimal amount, Measure measure)
    {
        var written = measure.Target is { } target ? target.MeasureUnit : string.Empty;
        var (factor, _) = MeasureUnits.Normalize(1, written);
        return new Figure(Comparator.Equal, amount / factor, written);
    }

    private protected static StatusLamp[] LampsOf(StatusCounts counts) => [.. Enum.GetValues<StatusLamp>().Where(lamp => counts.Of(lamp) > 0)];
}
