using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Figures in a task's own words, each with what it counts: "增长 6.5%、力争 7%" is two targets of one indicator.</summary>
internal static class TargetReader
{
    private const int ShortestIndicator = 3;

    public static ImmutableArray<Target> Read(StitchedText text, ReadingRules rules)
    {
        var targets = ImmutableArray.CreateBuilder<Target>();
        var (previousEnd, previousIndicator) = (0, string.Empty);
        foreach (var figure in FigureScanner.All(text.Text, rules))
        {
            var start = FragmentStart(text.Text, previousEnd, figure.NumberStart);
            var fragment = text.Text[start..figure.NumberStart];
            var isStretch = Markers.ContainsAny(fragment, rules.StretchWords);
            var indicator = IndicatorOf(text.Text, fragment, start, figure.End, previousEnd, previousIndicator, rules);
            targets.Add(new Target(
                indicator, figure.Figure, isStretch, text.Text[start..figure.End].Trim(), text.SpanOf(figure.NumberStart, figure.UnitEnd)));
            (previousEnd, previousIndicator) = (figure.End, indicator);
        }

        return Distribute(targets, text.Text);
    }

    /// <summary>Back to the last mark that ends a clause. A 、 is one only right behind a figure: elsewhere it lists things counted together.</summary>
    private static int FragmentStart(string text, int from, int numberStart)
    {
        var (start, depth) = (from, 0);
        for (var at = from; at < numberStart; at++)
        {
            depth += text[at] is '（' or '(' ? 1 : text[at] is '）' or ')' ? -1 : 0;
            if (depth <= 0 && (text[at] is '，' or '。' or '；' or '：' or ',' or ';' || (text[at] is '、' && at == from && from > 0)))
            {
                start = at + 1;
            }
        }

        return start;
    }

    private static string IndicatorOf(
        string text, string fragment, int start, int figureEnd, int previousEnd, string previousIndicator, ReadingRules rules)
    {
        var own = Strip(fragment, rules);
        if (own.Length >= ShortestIndicator)
        {
            return own;
        }

        // "其中农村120个以上": a part of what was counted before.
        if (fragment.Contains("其中", StringComparison.Ordinal) && own.Length > 0 && previousIndicator.Length > 0)
        {
            return $"{previousIndicator}（其中{own}）";
        }

        // "增长 6.5%、力争 7%", "37个、168栋": the same thing again; "600 套，75%以上行政村…" is not.
        if (own.Length == 0 && previousIndicator.Length > 0 && start <= previousEnd + 1
            && (text[previousEnd] == '、' || Markers.ContainsAny(fragment, rules.StretchWords)))
        {
            return previousIndicator;
        }

        // "为120户困难群众改善居住环境": what is counted stands behind.
        var behind = Strip(ClauseBehind(text, figureEnd), rules);
        if (own.Length == 0 && behind.Length >= ShortestIndicator)
        {
            return behind;
        }

        // "…“示范食堂”建设行动，2024 年完成 20 家以上": it stands in the clause before.
        var before = Strip(ClauseBefore(text, start), rules);
        return before.Length == 0 ? own.Length == 0 ? fragment.Trim() is { Length: > 0 } f ? f : text.Trim() : own : own.Length == 0 ? before : $"{before}·{own}";
    }

    private static string ClauseBehind(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny("，。；、：");
        return end < 0 ? text[from..] : text[from..(from + end)];
    }

    private static string ClauseBefore(string text, int start)
    {
        var end = Math.Max(0, start - 1);
        var begin = text.AsSpan(0, end).LastIndexOfAny("，。；：");
        return text[(begin + 1)..end];
    }

    /// <summary>Takes years and words such as 力争, 完成, 达到 off both ends.</summary>
    private static string Strip(string fragment, ReadingRules rules)
    {
        var text = fragment.Trim();
        for (var changed = true; changed;)
        {
            var before = text.Length;
            text = StripYear(text);
            text = StripWord(text, rules.IndicatorLeads, atEnd: false);
            text = StripWord(text, rules.IndicatorTails, atEnd: true);
            changed = text.Length != before;
        }

        return text;
    }

    private static string StripYear(string text)
    {
        var digits = 0;
        while (digits < text.Length && Markers.DigitOf(text[digits]) is not null)
        {
            digits++;
        }

        return digits == 4 && text[digits..].TrimStart().StartsWith('年') ? text[(text.IndexOf('年', StringComparison.Ordinal) + 1)..].Trim() : text;
    }

    private static string StripWord(string text, IEnumerable<string> words, bool atEnd)
    {
        var word = words
            .Where(w => atEnd ? text.EndsWith(w, StringComparison.Ordinal) : text.StartsWith(w, StringComparison.Ordinal))
            .MaxBy(w => w.Length);
        return word is null ? text : (atEnd ? text[..^word.Length] : text[word.Length..]).Trim();
    }

    /// <summary>"铁矿石、煤炭接卸能力分别达 1.26 亿吨、2600 万吨": the first figure belongs to the first thing, the second to the second.</summary>
    private static ImmutableArray<Target> Distribute(ImmutableArray<Target>.Builder targets, string text)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            if (!targets[i].Text.Contains("分别", StringComparison.Ordinal))
            {
                continue;
            }

            var things = targets[i].Indicator.Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var whole = targets[i].Indicator;
            for (var k = 0; k < things.Length && things.Length > 1 && i + k < targets.Count && targets[i + k].Indicator == whole; k++)
            {
                targets[i + k] = targets[i + k] with { Indicator = things[k] };
            }
        }

        return targets.ToImmutable();
    }
}
