using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>Recovers names behind homophones and slips of one or two letters: 水力局, 岱珊, daisan. Looks only at what nothing explained.</summary>
internal static class SlipMender
{
    private const int LongestName = 10;
    private const int MostLooked = 6;
    private const int LongName = 4;
    private const int LongestWordSearched = 24;

    public static void Mend(SubjectCollector subject, WorkItemIndex index, List<Mention> mentions)
    {
        foreach (var span in subject.Loose.Take(MostLooked).ToList())
        {
            var found = char.IsAsciiLetter(subject.Text[span.Start])
                ? InLetters(subject.Text, span, subject.Loose, index)
                : InChinese(subject.Text, span, Widen(subject.Text, span, mentions), index);
            found ??= WithNeighbour(subject.Text, span, index, mentions);
            if (found is not null)
            {
                mentions.RemoveAll(m => m.Span.Overlaps(found.Span));
                mentions.Add(found);
                subject.Remove(found.Span);
            }
        }
    }

    /// <summary>市港杭和口岸局: the end of the name was heard as a name of its own, and only the whole has the slip.</summary>
    private static Mention? WithNeighbour(string text, TextSpan span, WorkItemIndex index, List<Mention> mentions)
    {
        var neighbour = mentions.Find(m => m.Candidates is [Entity.Body] && m.Span.Start >= span.End && m.Span.Start - span.End <= 1);
        if (neighbour is null || !SubjectIndex.IsHan(text[span.Start]))
        {
            return null;
        }

        for (var start = Math.Max(0, span.Start - 1); start < span.End; start++)
        {
            var window = text.AsSpan(start, neighbour.Span.End - start);
            if (window.Length <= LongestName && (BySound(window, index.Gazetteer) ?? ByShape(window, index.Gazetteer)) is { } slip)
            {
                return new Mention(new TextSpan(start, neighbour.Span.End), [slip.Entity], slip.Form);
            }
        }

        return null;
    }

    /// <summary>Up to two Chinese characters more on either side: a slip may have made a word of the lexicon (方铁到 for 方铁道).</summary>
    private static TextSpan Widen(string text, TextSpan span, List<Mention> mentions)
    {
        bool IsFree(int at) => at >= 0 && at < text.Length && SubjectIndex.IsHan(text[at]) && !mentions.Exists(m => m.Span.Contains(at));
        var (start, end) = (span.Start, span.End);
        while (span.Start - start < 2 && IsFree(start - 1))
        {
            start--;
        }

        while (end - span.End < 2 && IsFree(end))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    private static Mention? InChinese(string text, TextSpan loose, TextSpan span, WorkItemIndex index)
    {
        if (WholeBySound(text, loose, span, index) is { } whole)
        {
            return whole;
        }

        // What the store's own texts say needs no mending, nor does 审计局, which another city's store has.
        if (BodyNames.Default.IsNamedIn(text.AsSpan(span.Start, span.Length)) || (loose.Length < 2 ? span.Length < 3 : !HasUnknownPair(text.AsSpan(loose.Start, loose.Length), index.Subjects)))
        {
            return null;
        }

        for (var length = Math.Min(LongestName, span.Length); length >= 2; length--)
        {
            for (var start = span.Start; start + length <= span.End; start++)
            {
                var window = text.AsSpan(start, length);
                if (new TextSpan(start, start + length).Overlaps(loose)
                    && (length > 2 || (start >= loose.Start && start + length <= loose.End))
                    && HasUnknownPair(window, index.Subjects)
                    && !(length < 4 && IsCutOff(text, start + length))
                    && (BySound(window, index.Gazetteer) ?? ByShape(window, index.Gazetteer)) is { } slip)
                {
                    return new Mention(new TextSpan(start, start + length), [slip.Entity], slip.Form);
                }
            }
        }

        return null;
    }

    /// <summary>城馆执法局: a long name that sounds like one of the store, though a kind of body stands in it.</summary>
    private static Mention? WholeBySound(string text, TextSpan loose, TextSpan span, WorkItemIndex index)
    {
        for (var length = Math.Min(LongestName, span.Length); length >= LongName; length--)
        {
            for (var start = span.Start; start + length <= span.End; start++)
            {
                if (new TextSpan(start, start + length).Overlaps(loose) && !BodyNames.Default.IsName(text.AsSpan(start, length)) && HasUnknownPair(text.AsSpan(start, length), index.Subjects) && BySound(text.AsSpan(start, length), index.Gazetteer) is { Entity: Entity.Body } slip)
                {
                    return new Mention(new TextSpan(start, start + length), [slip.Entity], slip.Form);
                }
            }
        }

        return null;
    }

    /// <summary>浙江大|学: a window that ends inside the kind of a unit is no name with a slip.</summary>
    internal static bool IsCutOff(string text, int end) =>
        ReadingRules.Default.OrganizationEndings.Any(e => Enumerable.Range(1, e.Length - 1).Any(k => end >= k && text.AsSpan(end - k).StartsWith(e, StringComparison.Ordinal)));

    /// <summary>The one name of three or more characters that differs in one, neither the first nor the last: 教肓局 for 教育局.</summary>
    private static (string Form, Entity Entity)? ByShape(ReadOnlySpan<char> window, Gazetteer gazetteer)
    {
        (string Form, Entity Entity)? found = null;
        foreach (var candidate in window.Length < 3 ? [] : gazetteer.ByStart[(window[0], window.Length)])
        {
            if (candidate.Form[^1] != window[^1]
                || candidate.Entity is Entity.Region || window.CommonPrefixLength(candidate.Form) + CommonSuffix(window, candidate.Form) != window.Length - 1)
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

    private static int CommonCharacters(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => (left[0] == right[0] ? 1 : 0) + (left[1] == right[1] ? 1 : 0);

    private static int CommonSuffix(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var length = 0;
        while (length < left.Length && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    /// <summary>The one name that sounds like the window.</summary>
    private static (string Form, Entity Entity)? BySound(ReadOnlySpan<char> window, Gazetteer gazetteer)
    {
        (string Form, Entity Entity)? found = null;
        var key = window.Length == 2 ? string.Empty : Gazetteer.SoundKey(window);
        foreach (var candidate in window.Length == 2 ? gazetteer.TwoCharacters : key.Length == 0 ? [] : gazetteer.BySound[key])
        {
            // Of two characters one must be right and both be heard alike without accent, in any of their readings: 时间 is no slip of 市监.
            if (candidate.Form.Length != window.Length || (window.Length == 2 && (CommonCharacters(window, candidate.Form) == 0 || !Pinyin.SoundAlike(window, candidate.Form))))
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

    private static Mention? InLetters(string text, TextSpan span, IEnumerable<TextSpan> loose, WorkItemIndex index)
    {
        // "mao jianping": a name of two words, one of them with a slip.
        var wide = span;
        if (span.Start > 1 && text[span.Start - 1] == ' ' && loose.FirstOrDefault(l => l.End == span.Start - 1) is { Length: > 0 } before)
        {
            wide = new TextSpan(before.Start, span.End);
        }

        return NearestIn(text, wide, index) ?? NearestIn(text, span, index);
    }

    private static Mention? NearestIn(string text, TextSpan span, WorkItemIndex index)
    {
        var word = text[span.Start..span.End];
        if (word.Length is < 5 or > LongestWordSearched || index.Subjects.HasWord(word) || (word.Contains(' ', StringComparison.Ordinal) && word.Split(' ').All(w => CommonWords.Contains(w))))
        {
            return null;
        }

        var limit = LimitFor(word);
        var (best, found) = (limit + 1, new List<(string Form, Entity Entity)>());
        foreach (var candidate in index.Gazetteer.LatinByStart[word[0]])
        {
            var distance = Math.Abs(candidate.Form.Length - word.Length) > best ? int.MaxValue : EditDistance.Within(word, candidate.Form, best);
            if (distance < best)
            {
                (best, found) = (distance, [candidate]);
            }
            else if (distance == best && best <= limit)
            {
                found.Add(candidate);
            }
        }

        var entities = found.Select(f => f.Entity).Distinct().ToImmutableArray();
        return best <= limit && entities.Length == 1 && (!IsSpelt(word, index) || SoundsAlike(word, found[0].Form)) ? new Mention(span, entities, found[0].Form) : null;
    }

    /// <summary>daisan is heard as daishan: s for sh is how it is spoken, whatever else the store has that sounds so.</summary>
    private static bool SoundsAlike(string word, string form) =>
        Pinyin.TrySplit(word, out var typed) && Pinyin.TrySplit(form, out var meant) && Pinyin.FuzzyKey(string.Join(' ', typed)) == Pinyin.FuzzyKey(string.Join(' ', meant));

    /// <summary>shitang is 食堂, of which the store speaks, and no slip of shizhang.</summary>
    private static bool IsSpelt(string word, WorkItemIndex index) =>
        Pinyin.TrySplit(word.Replace(" ", string.Empty, StringComparison.Ordinal), out var syllables) && syllables.Length == 2 && !index.Subjects.SyllableTerm(syllables[0], syllables[1]).Documents.IsEmpty;

    /// <summary>weiqiao is well spelt, and two letters away from weijian it is another word.</summary>
    private static int LimitFor(string word) => word.Length < 7 || (Pinyin.TrySplit(word, out var syllables) && syllables.Length == 2) ? 1 : 2;
}
