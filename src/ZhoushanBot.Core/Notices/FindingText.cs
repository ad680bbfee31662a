using System.Collections.Immutable;
using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Notices;

/// <summary>The words for findings and for files that cannot be read: what, where, and what to do. One class per language.</summary>
public abstract class FindingText
{
    private static readonly FindingText Chinese = new ChineseFindingText();
    private static readonly FindingText English = new EnglishFindingText();

    /// <summary>The words in a language.</summary>
    public static FindingText In(ReplyLanguage language) => language switch
    {
        ReplyLanguage.Chinese => Chinese,
        ReplyLanguage.English => English,
        _ => throw new UnreachableException(),
    };

    /// <summary>One sentence or two about a finding, its place first.</summary>
    /// <param name="finding">From reading <paramref name="notice"/>.</param>
    /// <param name="notice">Gives line and column.</param>
    public string Describe(ImportFinding finding, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(notice);
        return Place(notice.PlaceOf(finding.Span.Start)) + Describe(finding);
    }

    /// <summary>The same without its place.</summary>
    public string Describe(ImportFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Describe(finding.Code, new FindingArguments(finding.Arguments));
    }

    /// <summary>Why a file cannot be read, naming the file, the place and the remedy.</summary>
    /// <param name="fileName">As the reader gave it.</param>
    /// <param name="failure">From <see cref="NoticeDecoder.Decode"/>.</param>
    public string Describe(string fileName, DecodedNotice.Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Describe(fileName, failure.Line, failure.Reason, failure.Detail);
    }

    /// <summary>提示、注意、错误.</summary>
    public abstract string NameOf(FindingSeverity severity);

    /// <summary>"第 3 行第 4 列：".</summary>
    protected abstract string Place(SourcePlace place);

    /// <summary>The words of a code; arguments that a stored finding lacks read as "?".</summary>
    private protected abstract string Describe(FindingCode code, FindingArguments arguments);

    /// <summary>The words for a file.</summary>
    /// <param name="fileName">As the reader gave it.</param>
    /// <param name="line">0 when the whole file is meant.</param>
    /// <param name="reason">Why.</param>
    /// <param name="detail">A number or name; may be empty.</param>
    protected abstract string Describe(string fileName, int line, DecodeFailure reason, string detail);

    /// <summary>Arguments in the order that the code's documentation gives.</summary>
    private protected readonly record struct FindingArguments(ImmutableArray<string> Values)
    {
        public string this[int index] => index < Values.Length ? Values[index] : "?";
    }
}

/// <summary>Chinese.</summary>
internal sealed class ChineseFindingText : FindingText
{
    public override string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Info => "提示",
        FindingSeverity.Warning => "注意",
        FindingSeverity.Error => "错误",
        _ => throw new UnreachableException(),
    };

    protected override string Place(SourcePlace place) => $"第 {place.Line} 行第 {place.Column} 列：";

    private protected override string Describe(FindingCode code, FindingArguments arguments) => code switch
    {
        FindingCode.PageBreakJoined => $"句子被换页断开，已把“{arguments[0]}”与“{arguments[1]}”接上。",
        FindingCode.ItemDotMissing => $"序号 {arguments[0]} 后缺少点号，已按顺序认作第 {arguments[0]} 项。",
        FindingCode.NumberingGap => $"序号不连续：应为 {arguments[0]}，实为 {arguments[1]}。请核对原件是否缺项。",
        FindingCode.NoteInOrganizationList => $"单位名单中的说明“{arguments[0]}”不是单位，已去掉。",
        FindingCode.StrayDelimiter => $"单位名单末尾多出“{arguments[0]}”，已忽略。",
        FindingCode.MixedWidthPunctuation => $"括号全角、半角混用（{arguments[0]}），已按一对括号读取。",
        FindingCode.MathMarkup => $"公式“{arguments[0]}”已读作“{arguments[1]}”。",
        FindingCode.SharedResponsibility => $"一个括号的责任分工适用于 {arguments[0]} 条任务。",
        FindingCode.SentencesSplit => $"同一括号前的 {arguments[0]} 句各有指标，已作为 {arguments[0]} 条任务。",
        FindingCode.HeaderRepeated => "换页后重复的表头已去掉。",
        FindingCode.ColumnsUnknown => $"表头里没有认出“全市目标任务”这样的总数列，下列各列没有读入：{arguments[0]}。请把总数列写成“全市目标任务”后重新导入。",
        FindingCode.MergedCellCarried => $"合并单元格：“{arguments[0]}”沿用“{arguments[1]}”。",
        FindingCode.CellSpilled => $"“{arguments[0]}”一栏的结尾“{arguments[1]}”落到了下一行，已归还原处。",
        FindingCode.RowShifted => $"本行错位 {arguments[0]} 列，已移正；移正后各地之和 {arguments[2]} 等于全市 {arguments[1]}。请与原件核对。",
        FindingCode.AreaSumMismatch => $"“{arguments[0]}”各地之和为 {arguments[2]}，与全市目标“{arguments[1]}”不符。请与原件核对。",
        FindingCode.CellBlank => $"“{arguments[0]}”中“{arguments[1]}”为空格（不是“/”），按未写明处理。请与原件核对。",
        FindingCode.RowWidth => $"本行有 {arguments[1]} 格，表头有 {arguments[0]} 格。请检查制表符。",
        FindingCode.CellNotFigure => $"“{arguments[0]}”一格的“{arguments[1]}”不是数字，按文字保留。",
        FindingCode.MeasureUnitInferred => $"数字 {arguments[0]} 没有计量单位，按本行文字取“{arguments[1]}”。",
        FindingCode.RowWithoutTask => $"附件第 {arguments[0]} 号“{arguments[1]}”找不到对应任务，未采用。请核对正文。",
        FindingCode.TaskWithoutRow => $"任务“{arguments[0]}”在附件中没有对应行。",
        FindingCode.OrganizationDiffers => $"附件写的牵头单位是“{arguments[0]}”，正文写的是“{arguments[1]}”。",
        FindingCode.RowAndTaskDiffer => $"附件的目标“{arguments[0]}”与正文的“{arguments[1]}”不同，两者都保留。",
        FindingCode.FiguresDifferBetweenLists => $"相近事项“{arguments[0]}”在不同清单中数字不同：{arguments[1]}；{arguments[2]}。两者都有效，回答时注明出处。",
        FindingCode.GroupOrganization => $"“{arguments[0]}”是一类单位的统称，通知中已知成员 {arguments[1]} 个。",
        FindingCode.OrganizationNamesMerged => $"“{arguments[0]}”又名“{arguments[1]}”，按同一单位处理。",
        FindingCode.OfficialPostUnknown => $"标题“{arguments[0]}”中分不清领导姓名和职务，未记录牵头领导。请补充。",
        FindingCode.NoOrganizations => $"任务“{arguments[0]}”没有责任单位。请与原件核对。",
        FindingCode.ParagraphSkipped => $"“{arguments[0]}”不属于任何任务，未采用。",
        FindingCode.NoDocumentNumber => "没有找到文号，已用正文摘要代替编号。请确认文件开头完整。",
        FindingCode.NoYear => "没有找到年份，无法推定完成期限。请在标题中写明年份。",
        FindingCode.NoTasks => "没有读到任何任务。请确认这是责任分解通知，并以纯文本保存。",
        FindingCode.PageNumberDropped => $"页码“{arguments[0]}”已去掉。",
        FindingCode.TotalRowSkipped => "合计行不是任务，已略过。",
        FindingCode.FigureNotRead => $"“{arguments[0]}”中的数字后面不是认识的计量单位，没有读作目标；确为目标的，请在规则文件的 measureUnits 中加上该单位。",
        _ => throw new UnreachableException(),
    };

    protected override string Describe(string fileName, int line, DecodeFailure reason, string detail)
    {
        var place = line > 0 ? $"{fileName} 第 {line} 行" : fileName;
        return reason switch
        {
            DecodeFailure.Empty => $"{place}：文件是空的。请选择通知的文本文件。",
            DecodeFailure.TooLarge => $"{place}：文件过大（{detail}），上限为 {NoticeDecoder.MaximumBytes / 1024 / 1024} MiB。请只导入通知正文和附件表格的文本。",
            DecodeFailure.Binary => $"{place}：不是纯文本（{detail}）。请用办公软件另存为纯文本（.txt，UTF-8）后再导入。",
            DecodeFailure.UnknownEncoding => $"{place}：文字编码无法识别。请另存为 UTF-8、UTF-16 或 GB18030 文本后再导入。",
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary>English. Words of the notice stay Chinese.</summary>
internal sealed class EnglishFindingText : FindingText
{
    public override string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Info => "info",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Error => "error",
        _ => throw new UnreachableException(),
    };

    protected override string Place(SourcePlace place) => $"Line {place.Line}, column {place.Column}: ";

    private protected override string Describe(FindingCode code, FindingArguments arguments) => code switch
    {
        FindingCode.PageBreakJoined => $"a page end cut the sentence; “{arguments[0]}” and “{arguments[1]}” were joined.",
        FindingCode.ItemDotMissing => $"number {arguments[0]} has lost its dot; its place in the sequence makes it item {arguments[0]}.",
        FindingCode.NumberingGap => $"the numbering jumps: {arguments[0]} was expected, {arguments[1]} found. Check the original for a missing item.",
        FindingCode.NoteInOrganizationList => $"the note “{arguments[0]}” among the units is no unit and was left out.",
        FindingCode.StrayDelimiter => $"the list of units ends in a stray “{arguments[0]}”, which was ignored.",
        FindingCode.MixedWidthPunctuation => $"a full-width and a half-width bracket ({arguments[0]}) were read as one pair.",
        FindingCode.MathMarkup => $"the formula “{arguments[0]}” was read as “{arguments[1]}”.",
        FindingCode.SharedResponsibility => $"one bracket gives the responsibility for {arguments[0]} tasks.",
        FindingCode.SentencesSplit => $"the {arguments[0]} sentences before one bracket have figures of their own and stand as {arguments[0]} tasks.",
        FindingCode.HeaderRepeated => "the table header repeated after a page end was left out.",
        FindingCode.ColumnsUnknown => $"no column of the header is known as the total, so these columns were not read: {arguments[0]}. Write the total's header as the shipped notice does and import again.",
        FindingCode.MergedCellCarried => $"merged cell: “{arguments[0]}” goes on with “{arguments[1]}”.",
        FindingCode.CellSpilled => $"the end “{arguments[1]}” of a cell in “{arguments[0]}” stood in the next line and was put back.",
        FindingCode.RowShifted => $"the row stood {arguments[0]} column(s) off and was put right: the areas then add up to {arguments[2]}, the city's {arguments[1]}. Compare with the original.",
        FindingCode.AreaSumMismatch => $"the areas of “{arguments[0]}” add up to {arguments[2]}, not to the city's “{arguments[1]}”. Compare with the original.",
        FindingCode.CellBlank => $"“{arguments[1]}” is empty (not “/”) for “{arguments[0]}” and was read as not stated. Compare with the original.",
        FindingCode.RowWidth => $"the row has {arguments[1]} cells, its header {arguments[0]}. Check the tabs.",
        FindingCode.CellNotFigure => $"“{arguments[1]}” under “{arguments[0]}” is no figure and was kept as words.",
        FindingCode.MeasureUnitInferred => $"the figure {arguments[0]} has no measure unit; “{arguments[1]}” was taken from the row's own words.",
        FindingCode.RowWithoutTask => $"annex row {arguments[0]} “{arguments[1]}” belongs to no task and was left out. Check the list.",
        FindingCode.TaskWithoutRow => $"the task “{arguments[0]}” has no row in the annex.",
        FindingCode.OrganizationDiffers => $"the annex names “{arguments[0]}” as lead unit, the list “{arguments[1]}”.",
        FindingCode.RowAndTaskDiffer => $"the annex says “{arguments[0]}”, the task “{arguments[1]}”; both stand.",
        FindingCode.FiguresDifferBetweenLists => $"lists give different figures for the like subject “{arguments[0]}”: {arguments[1]}; {arguments[2]}. Both hold; an answer names the source of each.",
        FindingCode.GroupOrganization => $"“{arguments[0]}” stands for a group; the notice names {arguments[1]} of its members.",
        FindingCode.OrganizationNamesMerged => $"“{arguments[0]}” is also called “{arguments[1]}”; they count as one unit.",
        FindingCode.OfficialPostUnknown => $"name and post cannot be told apart in “{arguments[0]}”; no lead official was recorded. Please add one.",
        FindingCode.NoOrganizations => $"the task “{arguments[0]}” names no responsible unit. Compare with the original.",
        FindingCode.ParagraphSkipped => $"“{arguments[0]}” belongs to no task and was left out.",
        FindingCode.NoDocumentNumber => "no document number was found; a digest of the text stands in for it. Make sure that the head of the notice is there.",
        FindingCode.NoYear => "no year was found, so no deadline can be derived. Name the year in the title.",
        FindingCode.NoTasks => "not a single task was found. Make sure that this is a notice of responsibilities, saved as plain text.",
        FindingCode.PageNumberDropped => $"the page number “{arguments[0]}” was left out.",
        FindingCode.TotalRowSkipped => "the row of totals is no task and was passed over.",
        FindingCode.FigureNotRead => $"the number in “{arguments[0]}” became no target, for no known measure unit follows; if it is one, add its unit to measureUnits in the rules file.",
        _ => throw new UnreachableException(),
    };

    protected override string Describe(string fileName, int line, DecodeFailure reason, string detail)
    {
        var place = line > 0 ? $"{fileName}, line {line}" : fileName;
        return reason switch
        {
            DecodeFailure.Empty => $"{place}: the file is empty. Choose the text file of a notice.",
            DecodeFailure.TooLarge => $"{place}: the file is too large ({detail}); the limit is {NoticeDecoder.MaximumBytes / 1024 / 1024} MiB. Import only the text of the notice and its tables.",
            DecodeFailure.Binary => $"{place}: this is not plain text ({detail}). Save it as plain text (.txt, UTF-8) in an office program and import that.",
            DecodeFailure.UnknownEncoding => $"{place}: the text encoding is not recognised. Save the file as UTF-8, UTF-16 or GB18030 and import it again.",
            _ => throw new UnreachableException(),
        };
    }
}
