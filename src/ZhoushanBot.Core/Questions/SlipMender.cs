using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Recovers names behind homophones and slips of one or two letters: 水力局, 岱珊, daisan. Looks only at what nothing explained.</summary>
internal static class SlipMender
{
    private const int LongestName = 10;
    private const int LongestWordSearched = 24;

    public static void Mend(SubjectCollector subject, WorkItemIndex index, List<Mention> mentions)
    {
        foreach (var span in subject.Loose.ToList())
        {
            var found = char.IsAsciiLetter(subject.Text[span.Start]) ? InLetters(subject.Text, span, index) : InChinese(subject.Text, span, index);
            if (found is not null)
            {
                mentions.Add(found);
                subject.Remove(found.Span);
            }
        }
    }

    private static Mention? InChinese(string text, TextSpan span, WorkItemIndex index)
    {
        for (var length = Math.Min(LongestName, span.Length); length >= 2; length--)
        {
            for (var start = span.Start; start + length <= span.End; start++)
            {
                var window = text.AsSpan(start, length);
                if (!HasUnknownPair(window, index.Subjects))
                {
                    continue;
                }

                if (ByS(window, index.Gazetteer) is { } byS)
                {
                    return new Mention(new TextSpan(start, start + length), [byS.Entity], byS.Form);
                }
            }
        }

        return null;
    }

    /// <summary>The one name that sounds like the window; of two characters, both must be heard alike without accent.</summary>
    private static (string Form, Entity Entity)? ByS(ReadOnlySpan<char> window, Gazetteer gazetteer)
    {
        var length = window.Length;
        var key = Gazetteer.SoundKey(window);
        if (key.Length == 0)
        {
            return null;
        }

        (string Form, Entity Entity)? found = null;
        foreach (var candidate in gazetteer.BySound[key])
        {
            if (candidate.Form.Length != length || (length == 2 && !Pinyin.SoundAlike(window, candidate.Form)))
            {
                continue;
            }

            if (found is { } other && other.Entity != candidate.Entity)
            {
                return null;
            }

            found = candidate;
        }

        return found;
    }

    private static bool HasUnknownPair(ReadOnlySpan<char> window, SubjectIndex subjects)
    {
        for (var at = 0; at + 1 < window.Length; at++)
        {
            if (!subjects.HasPair(window[at], window[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static Mention? InLetters(string text, TextSpan span, WorkItemIndex index)
    {
        var word = text[span.Start..span.End];
        if (word.Length is < 4 or > LongestWordSearched || index.Subjects.HasWord(word))
        {
            return null;
        }

        var (best, found) = (LimitFor(word.Length) + 1, new List<(string Form, Entity Entity)>());
        foreach (var candidate in index.Gazetteer.Latin)
        {
            var distance = Math.Abs(candidate.Form.Length - word.Length) > 2 ? int.MaxValue : EditDistance.Within(word, candidate.Form, best);
            if (distance < best)
            {
                (best, found) = (distance, [candidate]);
            }
            else if (distance == best && best <= LimitFor(word.Length))
            {
                found.Add(candidate);
            }
        }

        var entities = found.Select(f => f.Entity).Distinct().ToImmutableArray();
        return best <= LimitFor(word.Length) && entities.Length == 1 ? new Mention(span, entities, found[0].Form) : null;
    }

    private static int LimitFor(int length) => length < 7 ? 1 : 2;
}
