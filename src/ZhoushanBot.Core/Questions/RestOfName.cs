using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>"State Grid's … company", "the foreign affairs office": what stands right behind or in front of a unit's short name and is a word of its full one is no subject.</summary>
internal static class RestOfName
{
    private const int MostBetween = 24;
    private static readonly string[] SaidShort = ["tv", "pilot"];
    private static readonly char[] Joints = [' ', ',', '-', '&'];
    private static readonly char[] Between = [' ', '\'', 's'];

    /// <summary>The question without such words in its subject.</summary>
    public static Recognition Without(Recognition heard, WorkItemIndex index)
    {
        if (heard.Subject.IsEmpty || heard.Mentions.IsEmpty || !heard.Subject.Groups.Any(g => g.Pieces.Any(p => char.IsAsciiLetter(p[0]))))
        {
            return heard;
        }

        var rest = heard.Mentions.Where(m => m.Candidates is [Entity.Body] && char.IsAsciiLetter(m.Form[0])).SelectMany(m => Beside(m, heard, index)).ToHashSet(StringComparer.Ordinal);
        return rest.Count == 0 ? heard
            : heard with { Subject = new SubjectWords([.. heard.Subject.Groups.Select(g => new SubjectGroup([.. g.Pieces.Where(p => !rest.Contains(p))])).Where(g => !g.Pieces.IsEmpty)]) };
    }

    private static IEnumerable<string> Beside(Mention mention, Recognition heard, WorkItemIndex index)
    {
        if (index.Names.Organization(((Entity.Body)mention.Candidates[0]).Name).English is not { } full)
        {
            yield break;
        }

        var words = NormalizedText.Fold(full).Split(Joints, StringSplitOptions.RemoveEmptyEntries).Concat(SaidShort).Except(mention.Form.Split(' '), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var text = heard.Text.Text;
        foreach (var word in words.Where(w => heard.Subject.Groups.Any(g => g.Pieces.Contains(w, StringComparer.Ordinal))))
        {
            var at = text.IndexOf(word, mention.Span.End, StringComparison.Ordinal);
            if (IsBefore(word, mention, text, words)
                || (at >= 0 && at - mention.Span.End <= MostBetween && IsName(text[mention.Span.End..at], mention, heard, words)))
            {
                yield return word;
            }
        }
    }

    /// <summary>"the culture, radio-TV, tourism and sports bureau": in front of the name heard nothing stands but more of the full one.</summary>
    private static bool IsBefore(string word, Mention mention, string text, HashSet<string> words)
    {
        var at = text.LastIndexOf(word, Math.Max(0, mention.Span.Start - 1), StringComparison.Ordinal);
        return at >= 0 && text[at..mention.Span.Start].Split(Joints, StringSplitOptions.RemoveEmptyEntries).All(w => w == "and" || SaidShort.Contains(w, StringComparer.Ordinal) || words.Contains(w));
    }

    /// <summary>Between them there is nothing but the place or more of the name.</summary>
    private static bool IsName(string between, Mention mention, Recognition heard, HashSet<string> words) =>
        between.Split(Between, StringSplitOptions.RemoveEmptyEntries).All(w => words.Contains(w)
            || heard.Mentions.Any(m => m.Candidates is [Entity.Issuer] && m.Span.Start >= mention.Span.End && m.Form.Contains(w, StringComparison.Ordinal)));
}
