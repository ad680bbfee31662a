using System.Runtime.CompilerServices;
using System.Text;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>
/// The name of an annex row without figures: it may repeat the province's own ("充电桩 2 万个以上", where the city's target is 450), which
/// must never be taken for this city's.
/// </summary>
internal static class RowTitles
{
    /// <summary>What follows it is a part of what was counted before.</summary>
    internal const string PartMark = "其中";

    /// <summary>The titles of rows seen before, for as long as the rows live.</summary>
    private static readonly ConditionalWeakTable<AnnexRow, string> Known = [];

    public static string Of(AnnexRow row) => Known.GetValue(row, static row => Make(row));

    /// <summary>"充电设施项目。其中乡镇充电桩200个。": the row counts a part of what another row of the project counts.</summary>
    public static bool IsPart(AnnexRow row) => row.Subject.IndexOf('。', StringComparison.Ordinal) is > 0 and var stop && row.Subject.AsSpan(stop + 1).TrimStart().StartsWith(PartMark);

    /// <summary>农村 of 充电桩（其中农村）: which part of the whole an indicator measures; null where it measures a whole.</summary>
    public static string? PartIn(string indicator) =>
        indicator.LastIndexOf(PartMark, StringComparison.Ordinal) is >= 0 and var at ? indicator[(at + PartMark.Length)..].Trim('）', ')', '：', ':', '，', '、', ' ') : null;

    private static string Make(AnnexRow row)
    {
        var subject = row.Subject;
        var stop = subject.IndexOf('。', StringComparison.Ordinal);
        var title = WithoutFigures(stop > 0 ? subject[..stop] : subject);
        return IsPart(row) ? $"{title}（{WithoutFigures(subject[(stop + 1)..].Trim().TrimEnd('。'))}）" : title;
    }

    private static string WithoutFigures(string subject)
    {
        var title = new StringBuilder();
        var from = 0;
        foreach (var figure in FigureScanner.All(subject, ReadingRules.Default))
        {
            if (figure.NumberStart < from)
            {
                continue;
            }

            var open = subject.AsSpan(from, figure.NumberStart - from).LastIndexOfAny('（', '(') + from;
            var close = figure.End < subject.Length ? subject.AsSpan(figure.End).IndexOfAny('）', ')') : -1;
            if (open >= from && close >= 0 && subject.AsSpan(open, figure.NumberStart - open).IndexOfAny('）', ')') < 0)
            {
                // （全省 3 万个以上）: without its figure the bracket says nothing.
                title.Append(subject.AsSpan(from, open - from));
                from = figure.End + close + 1;
                continue;
            }

            title.Append(subject.AsSpan(from, figure.NumberStart - from));
            from = figure.End;
        }

        return DropEmptyTail(title.Append(subject.AsSpan(from)).ToString());
    }

    /// <summary>"…建设行动，2024年完成" ends in a clause that has lost its figure.</summary>
    private static string DropEmptyTail(string title)
    {
        var trimmed = title.Trim(' ', '，', ',', '、', '；', '达');
        var comma = trimmed.LastIndexOfAny(['，', ',']);
        return comma > 0 && Wording.EndsWithAny(trimmed, ["完成", "达到", "新增"]) && trimmed.Length - comma < 14 ? trimmed[..comma].Trim() : trimmed;
    }
}
