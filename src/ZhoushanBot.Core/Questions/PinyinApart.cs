using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Pinyin whose syllables are typed apart: "shui li ju", "xing fu shi tang".</summary>
internal sealed class PinyinApart(string text, WorkItemIndex index)
{
    private const int LongestSyllable = 6;
    private const int LongestPinyinWord = 12;

    /// <summary>Words of the lexicon at the place that was looked at last, longer than one of its words; at -1 where there were none.</summary>
    public (int At, int Length, ImmutableArray<LexiconWord> Heard) Words { get; private set; } = (-1, 0, []);

    /// <summary>"shui li ju": syllables typed apart.</summary>
    public ImmutableArray<Entity> NameAt(int at, out int length)
    {
        Span<char> letters = stackalloc char[40];
        var (count, end, found) = (0, at, ImmutableArray<Entity>.Empty);
        length = 0;
        if (at > 0 && char.IsAsciiLetter(text[at - 1]))
        {
            return found;
        }

        for (var word = 0; word < 7 && end < text.Length && char.IsAsciiLetter(text[end]); word++)
        {
            var wordEnd = SubjectIndex.EndOfWord(text, end);
            if (wordEnd - end > LongestPinyinWord || count + wordEnd - end > letters.Length)
            {
                break;
            }

            text.AsSpan(end, wordEnd - end).CopyTo(letters[count..]);
            count += wordEnd - end;
            if (word > 0 && index.Gazetteer.Names.Of(letters[..count]) is { IsEmpty: false } entities)
            {
                (found, length) = (entities, wordEnd - at);
            }
            else if (word > 0 && length == 0 && Lexicon.Default.Words.Of(letters[..count]) is { IsEmpty: false } heard)
            {
                Words = (at, wordEnd - at, heard);
            }

            end = wordEnd + (wordEnd < text.Length && text[wordEnd] == ' ' ? 1 : 0);
        }

        return found;
    }

    /// <summary>The shi of "xing fu shi tang": with the syllables on both sides it sounds like words of the store.</summary>
    public bool IsSyllableOfSubject(int at, int length)
    {
        var end = at + length;
        if (length > LongestSyllable || at < 2 || end + 1 >= text.Length || text[at - 1] != ' ' || text[end] != ' ' || !char.IsAsciiLetter(text[at - 2]) || !char.IsAsciiLetter(text[end + 1]) || Pinyin.CountSyllables(text.AsSpan(at, length)) != 1)
        {
            return false;
        }

        var before = text[(text.LastIndexOf(' ', at - 2) + 1)..(at - 1)];
        var behind = text[(end + 1)..SubjectIndex.EndOfWord(text, end + 1)];
        var own = text[at..end];
        return Pinyin.CountSyllables(before) == 1 && Pinyin.CountSyllables(behind) == 1
            && !index.Subjects.SyllableTerm(before, own).Documents.IsEmpty && !index.Subjects.SyllableTerm(own, behind).Documents.IsEmpty;
    }
}
