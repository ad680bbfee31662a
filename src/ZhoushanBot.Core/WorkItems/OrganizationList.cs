using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>One name of a list of organizations: the official name, second names from its bracket, and its place.</summary>
internal sealed record NamedOrganization(string Name, ImmutableArray<string> OtherNames, SourceSpan Span);

/// <summary>责任单位 lists: "市财政局(市国资委)，市属各国有企业(列第一位者为牵头单位，下同)".</summary>
internal static class OrganizationList
{
    /// <summary>The names in their order; notes about reading are taken out and reported, and so is a stray delimiter at the end.</summary>
    public static ImmutableArray<NamedOrganization> Read(StitchedText text, ReadingRules rules, ICollection<ImportFinding> findings)
    {
        var names = ImmutableArray.CreateBuilder<NamedOrganization>();
        var list = TakeNotesOut(text, rules, findings).Trim();
        if (list.Length > 0 && list.Text[^1] is '、' or '，' or ',')
        {
            findings.Add(new ImportFinding(FindingCode.StrayDelimiter, FindingSeverity.Info, list.SpanOf(list.Length - 1, list.Length), [list.Text[^1..]]));
        }

        foreach (var part in Split(list))
        {
            if (NameOf(part, rules) is { } name)
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>Pieces between delimiters that stand outside brackets.</summary>
    public static IEnumerable<StitchedText> Split(StitchedText text)
    {
        var (start, depth) = (0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text.Text[at] : '、';
            depth = c is '（' or '(' ? depth + 1 : c is '）' or ')' ? Math.Max(0, depth - 1) : depth;
            if ((depth > 0 && at < text.Length) || !IsDelimiter(c))
            {
                continue;
            }

            // "市财政局 （市国资委）": the blank stands inside one name.
            if (char.IsWhiteSpace(c) && text.Text.AsSpan(at).TrimStart() is ['（' or '(', ..])
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

    private static StitchedText TakeNotesOut(StitchedText text, ReadingRules rules, ICollection<ImportFinding> findings)
    {
        while (true)
        {
            var note = Brackets.Of(text.Text).FirstOrDefault(b => Markers.ContainsAny(text.Text[b.Open..b.End], rules.OrganizationNotes));
            if (note.End == 0)
            {
                return text;
            }

            findings.Add(new ImportFinding(
                FindingCode.NoteInOrganizationList, FindingSeverity.Info, text.SpanOf(note.Open, note.End), [text.Text[note.Open..note.End]]));
            text = text.Without(note.Open, note.End);
        }
    }

    private static NamedOrganization? NameOf(StitchedText part, ReadingRules rules)
    {
        var text = FullWidthBrackets(Markers.Compact(part.Text));
        var brackets = Brackets.Of(text);
        var others = ImmutableArray<string>.Empty;

        // A bracket in the middle belongs to the name (各县（区）政府); one at the end is a second name, unless the name is a group's.
        if (brackets is [.., var last] && last.End == text.Length && last.Open > 1 && !OrganizationGroups.IsGroupName(text, rules))
        {
            others = [.. text[(last.Open + 1)..(last.End - 1)].Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            text = text[..last.Open];
        }

        text = text.EndsWith('等') && text.Length > 3 ? text[..^1] : text;
        return text.Length == 0 ? null : new NamedOrganization(text, others, part.Span);
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
