using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>One name of a list of organizations: the official name, second names from its bracket, and its place.</summary>
internal sealed record NamedOrganization(string Name, ImmutableArray<string> OtherNames, SourceSpan Span)
{
    /// <summary>"市财政局（牵头）".</summary>
    public bool IsMarkedLead { get; init; }

    /// <summary>"市财政局（共同牵头）": beside the first one listed.</summary>
    public bool IsMarkedCoLead { get; init; }
}

/// <summary>责任单位 lists: "市财政局(市国资委)，市属各国有企业(列第一位者为牵头单位，下同)".</summary>
internal static partial class OrganizationList
{
    // 各县（市）、区政府; 各开发区、管理区管委会: one group, whose kind stands at its end.
    [GeneratedRegex("^\\s*各(?:县|县（市）|县\\(市\\)|旗|旗县|市|开发区|新区|园区)、(?:县|市|区|旗|管理区|功能区|开发区|园区|高新区)+(?:人民政府|政府|管委会|管理委员会)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GroupGoesOn();

    /// <summary>The names in their order; notes about reading are taken out and reported, and so is a stray delimiter at the end.</summary>
    public static ImmutableArray<NamedOrganization> Read(StitchedText text, ReadingRules rules, ICollection<ImportFinding> findings)
    {
        var names = ImmutableArray.CreateBuilder<NamedOrganization>();
        var list = TakeNotesOut(text, rules, findings).Trim();
        if (list.Length > 1 && list.Text[^1] is '、' or '，' or ',')
        {
            findings.Add(new ImportFinding(FindingCode.StrayDelimiter, FindingSeverity.Info, list.SpanOf(list.Length - 1, list.Length), [list.Text[^1..]]));
        }

        foreach (var part in Split(list, rules))
        {
            if (NameOf(part, rules) is { } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Pieces between delimiters that stand outside brackets. A blank delimits only behind what can be a whole name.</summary>
    public static IEnumerable<StitchedText> Split(StitchedText text, ReadingRules rules)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text.Text[at] : '、';
            depth = c is '（' or '(' ? depth + 1 : c is '）' or ')' ? Math.Max(0, depth - 1) : depth;
            if ((depth > 0 && at < text.Length) || !IsDelimiter(c) || (char.IsWhiteSpace(c) && !EndsName(text.Text, start, at, rules)) || (at < text.Length && c == '、' && GroupGoesOn().IsMatch(text.Text[start..])))
            {
                continue;
            }

            if (text.Slice(start, at).Trim() is { Length: > 0 } piece)
            {
                yield return piece;
            }

            start = at + 1;
        }
    }

    private static bool IsDelimiter(char c) => c is '、' or '，' or ',' or '；' or ';' or '。' || char.IsWhiteSpace(c);

    /// <summary>
    /// "市卫健委 市教育局" are two names, "舟山 海关" is one that the scan pulled apart, and so is "市财政局 （市国资委）".
    /// </summary>
    private static bool EndsName(string text, int start, int blank, ReadingRules rules)
    {
        var next = blank;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        var name = text.AsSpan(start, blank - start).Trim();
        return (next == text.Length || text[next] is not ('（' or '('))
            && (name is [.., '）' or ')'] || (name.Length > 2 && Wording.LongestAtEnd(name, rules.OrganizationEndings) > 0) || name.Length > 40);
    }

    private static StitchedText TakeNotesOut(StitchedText text, ReadingRules rules, ICollection<ImportFinding> findings)
    {
        var kept = new StitchedText.Builder();
        var start = 0;
        foreach (var (open, end) in Brackets.Of(text.Text))
        {
            var note = text.Text[open..end];
            if (Wording.ContainsAny(note, rules.OrganizationNotes))
            {
                findings.Add(new ImportFinding(FindingCode.NoteInOrganizationList, FindingSeverity.Info, text.SpanOf(open, end), [note]));
                kept.Append(text.Slice(start, open));
                start = end;
            }
        }

        return start == 0 ? text : kept.Append(text.Slice(start, text.Length)).Build();
    }

    private static NamedOrganization? NameOf(StitchedText part, ReadingRules rules)
    {
        var text = FullWidthBrackets(Wording.Compact(part.Text));
        var (others, isLead, isCoLead) = (ImmutableArray<string>.Empty, false, false);

        // A bracket in the middle belongs to the name (各县（区）政府); one at the end is a second name, unless the name is a group's.
        if (Brackets.Of(text) is [.., var last] && last.End == text.Length && last.Open > 1)
        {
            var inside = text[(last.Open + 1)..(last.End - 1)];
            isLead = rules.LeadMarks.Contains(inside, StringComparer.Ordinal);
            isCoLead = rules.CoLeadMarks.Contains(inside, StringComparer.Ordinal);
            if (isLead || isCoLead || !OrganizationGroups.IsGroupName(text, rules))
            {
                others = isLead || isCoLead ? [] : [.. inside.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
                text = text[..last.Open];
            }
        }

        text = WithoutJoiningWords(text, rules);
        return !text.Any(char.IsLetter) || rules.NoneMarks.Contains(text, StringComparer.Ordinal)
            ? null
            : new NamedOrganization(text, others, part.Span) { IsMarkedLead = isLead, IsMarkedCoLead = isCoLead };
    }

    /// <summary>"以及市水利局", "市水利局等部门".</summary>
    private static string WithoutJoiningWords(string text, ReadingRules rules)
    {
        var start = text.StartsWith("以及", StringComparison.Ordinal) ? 2 : text.StartsWith('及') ? 1 : 0;
        var tail = Wording.LongestAtEnd(text, rules.OrganizationTails);
        return text.Length - start - tail >= 2 ? text[start..^tail] : text;
    }

    private static string FullWidthBrackets(string text) => text.Replace('(', '（').Replace(')', '）');
}

/// <summary>Outermost bracket pairs, full- and half-width taken as one.</summary>
internal static class Brackets
{
    /// <summary>Each pair as [Open, End): from the opening bracket to behind the closing one. An unclosed bracket is no pair.</summary>
    public static ImmutableArray<(int Open, int End)> Of(string text)
    {
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        var (open, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '（' or '(')
            {
                open = depth == 0 ? at : open;
                depth++;
            }
            else if (text[at] is '）' or ')' && depth > 0)
            {
                depth--;
                if (depth == 0)
                {
                    pairs.Add((open, at + 1));
                }
            }
        }

        return pairs.ToImmutable();
    }
}
