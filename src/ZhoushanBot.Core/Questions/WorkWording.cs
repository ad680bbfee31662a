using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>Tells the thing that a wording of a notice is about from what is done to it, and from what only goes with it.</summary>
internal static class WorkWording
{
    /// <summary>
    /// True where the wording is the last noun of its phrase, which is what the phrase is about: 新（改）建农村公路 is about rural roads,
    /// 农村公路危桥 is about bridges.
    /// </summary>
    /// <param name="text">A title or an indicator, normalised.</param>
    /// <param name="wording">As asked for.</param>
    public static bool IsHead(string text, string wording)
    {
        for (var at = text.IndexOf(wording, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wording, at + 1, StringComparison.Ordinal))
        {
            if (IsEnd(text.AsSpan(at + wording.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The wording without the words of work at its ends: 燃气立管 of 燃气立管改造; the wording itself where nothing else is left.</summary>
    public static string ThingOf(string wording)
    {
        if (!SubjectIndex.IsHan(wording[0]))
        {
            return wording;
        }

        var text = wording.AsSpan();
        for (var length = -1; length != text.Length;)
        {
            length = text.Length;
            text = text[Longest(text, ReadingRules.Default.WorkVerbs)..];
            text = text[..^LongestAtEnd(text, ReadingRules.Default.WorkVerbs)];
        }

        return text.Length > 1 ? text.ToString() : wording;
    }

    /// <summary>Words of work that go with anything: to have one in common makes no two things alike.</summary>
    public static bool IsCommon(string pair) =>
        ReadingRules.Default.WorkVerbs.Contains(pair, StringComparer.Ordinal) || ReadingRules.Default.ReachVerbs.Contains(pair, StringComparer.Ordinal);

    /// <summary>The subject without pieces that only say that something is built or renewed; null where it has none, or nothing else.</summary>
    public static SubjectWords? ThingsOf(SubjectWords subject)
    {
        var things = new SubjectWords([.. subject.Groups.Select(g => new SubjectGroup([.. g.Pieces.Where(p => !IsCommon(p) && !(char.IsAsciiLetter(p[0]) && Glossary.Default.IsGeneric(p)))])).Where(g => !g.Pieces.IsEmpty)]);
        return things.IsEmpty || things.Groups.Sum(g => g.Pieces.Length) == subject.Groups.Sum(g => g.Pieces.Length) ? null : things;
    }

    /// <summary>推进…, 加快…, 建设…: a clause that says what is worked on, whose figures may stand in the clauses behind it.</summary>
    public static bool OpensWithVerb(string clause)
    {
        var text = clause.TrimStart();
        return ReadingRules.Default.HeadVerbs.Any(v => text.StartsWith(v, StringComparison.Ordinal));
    }

    private static bool IsEnd(ReadOnlySpan<char> behind)
    {
        for (var rest = behind.TrimStart(); ;)
        {
            if (rest.IsEmpty || !SubjectIndex.IsHan(rest[0]))
            {
                return true;
            }

            var length = Longest(rest, ReadingRules.Default.WorkVerbs);
            length = Math.Max(length, Longest(rest, ReadingRules.Default.ReachVerbs));
            length = Math.Max(length, Longest(rest, ReadingRules.Default.ActionNouns));
            if (length == 0)
            {
                return false;
            }

            // 改造提升, 建设项目: as many of them as there are.
            rest = rest[length..].TrimStart();
        }
    }

    private static int Longest(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && SubjectIndex.IsHan(word[0]) && text.StartsWith(word, StringComparison.Ordinal) ? word.Length : longest;
        }

        return longest;
    }

    private static int LongestAtEnd(ReadOnlySpan<char> text, ImmutableArray<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && SubjectIndex.IsHan(word[0]) && text.EndsWith(word, StringComparison.Ordinal) ? word.Length : longest;
        }

        return longest;
    }
}
