namespace ZhoushanBot.Core.Notices;

/// <summary>Tells a line's role from how it begins and ends.</summary>
internal static class Markers
{
    private const int LongestTitle = 70;
    private const int LongestHeading = 45;
    private const string ChineseDigits = "零一二三四五六七八九";

    /// <summary>"三、…" or "（三）…": the number and where the words begin; 0 when the line does not begin so.</summary>
    public static (int Number, int ContentStart, bool IsSubheading) HeadingNumber(string line)
    {
        var at = 0;
        var bracketed = line.Length > 0 && line[0] is '（' or '(';
        at += bracketed ? 1 : 0;
        var digitsStart = at;
        while (at < line.Length && at - digitsStart < 4 && (ChineseDigits.Contains(line[at], StringComparison.Ordinal) || line[at] is '十' or '百'))
        {
            at++;
        }

        var closes = at < line.Length && (bracketed ? line[at] is '）' or ')' : line[at] is '、');
        return at > digitsStart && closes
            ? (ChineseNumber(line.AsSpan(digitsStart, at - digitsStart)), at + 1, bracketed)
            : (0, 0, false);
    }

    /// <summary>A heading, as against an item that begins with a Chinese number: short, and no sentence.</summary>
    public static bool IsHeadingText(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= LongestHeading && !text.ContainsAny('。', '；', '：');

    /// <summary>"12. …", "12．…", "12、…", or with its dot missing "12 …".</summary>
    public static (int Number, int ContentStart, bool HasDot) ItemNumber(string line)
    {
        var (at, number) = (0, 0);
        while (at < line.Length && at < 3 && DigitOf(line[at]) is { } digit)
        {
            number = (number * 10) + digit;
            at++;
        }

        if (at == 0 || at >= line.Length)
        {
            return (0, 0, false);
        }

        if (line[at] is '.' or '．' or '、')
        {
            // "6.5%…" is a figure, "1.2024年…" an item that begins with a year.
            var rest = line.AsSpan(at + 1).TrimStart();
            var decimals = line[at] != '、' && at + 1 < line.Length && DigitOf(line[at + 1]) is not null && !BeginsWithYear(rest);
            return rest.IsEmpty || decimals ? (0, 0, false) : (number, at + 1, true);
        }

        return char.IsWhiteSpace(line[at]) && IsHan(line.AsSpan(at).TrimStart()) ? (number, at + 1, false) : (0, 0, false);
    }

    public static bool IsListTitle(string line, ReadingRules rules)
    {
        var compact = Compact(line);
        var bare = compact.EndsWith('）') && compact.LastIndexOf('（') is > 0 and var open ? compact[..open] : compact;
        return compact.Length is > 4 and <= LongestTitle
            && ItemNumber(line).Number == 0
            && HeadingNumber(line).Number == 0
            && EndsWithAny(bare, rules.ListTitleEndings)
            && !ContainsAny(compact, rules.ListTitleBans)
            && !IsAnnexMarker(line, rules);
    }

    /// <summary>"附件", "附件1", "附件：…": what follows is an annex.</summary>
    public static bool IsAnnexMarker(string line, ReadingRules rules) =>
        rules.AnnexMarkers.Any(m => line.StartsWith(m, StringComparison.Ordinal))
        && (line.Length <= 6 || line.AsSpan(0, 6).ContainsAny('：', ':'));

    public static WorkListKind KindOf(string title, ReadingRules rules)
    {
        var compact = Compact(title);
        if (ContainsAny(compact, rules.LivelihoodWords) && !ContainsAny(compact, [rules.WorkReportWords[0]]))
        {
            return ContainsAny(compact, rules.ProvincialPrefixes) ? WorkListKind.ProvincialProjects : WorkListKind.CityProjects;
        }

        return ContainsAny(compact, rules.WorkReportWords) ? WorkListKind.WorkReport : WorkListKind.Other;
    }

    /// <summary>A line that begins with a label such as 责任单位：, a bracket in front of it allowed.</summary>
    public static bool IsLabelLine(string line, ReadingRules rules)
    {
        var text = line.AsSpan().TrimStart("（(【[");
        foreach (var words in (ReadOnlySpan<System.Collections.Immutable.ImmutableArray<string>>)
            [rules.Labels.LeadOfficial, rules.Labels.LeadOrganizations, rules.Labels.SupportingOrganizations, rules.Labels.ResponsibleOrganizations])
        {
            foreach (var word in words)
            {
                if (text.StartsWith(word, StringComparison.Ordinal) && text[word.Length..].TrimStart() is [':' or '：', ..])
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static bool EndsSentence(char c) => c is '。' or '；' or '！' or '？' or '：' or '）' or ')' or ';' or '!' or '?' or '”' or '.';

    public static bool IsHan(ReadOnlySpan<char> text) => text is [>= '\u3400' and <= '\u9FFF', ..] or ['“' or '《' or '（', ..];

    public static int? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => null,
    };

    /// <summary>Without any white space: scans put blanks anywhere.</summary>
    public static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static bool ContainsAny(string text, IEnumerable<string> words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));

    public static bool EndsWithAny(string text, IEnumerable<string> words) => words.Any(w => text.EndsWith(w, StringComparison.Ordinal));

    public static bool StartsWithAny(string text, IEnumerable<string> words) => words.Any(w => text.StartsWith(w, StringComparison.Ordinal));

    private static bool BeginsWithYear(ReadOnlySpan<char> text) =>
        text is [>= '1' and <= '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..] && text[4..].TrimStart() is ['年' or '—' or '-', ..];

    private static int ChineseNumber(ReadOnlySpan<char> digits)
    {
        var (total, pending) = (0, 0);
        foreach (var c in digits)
        {
            var factor = c switch { '十' => 10, '百' => 100, _ => 0 };
            if (factor == 0)
            {
                pending = ChineseDigits.IndexOf(c, StringComparison.Ordinal);
                continue;
            }

            total += Math.Max(pending, 1) * factor;
            pending = 0;
        }

        return total + pending;
    }
}
