using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>What goes with a number in a question and says nothing of what is asked about: its counting word, its measure unit, the second year of a range.</summary>
internal sealed class NumbersAround(string text, WorkItemIndex index, BoundReader amounts)
{
    private const string Numerals = "一二两三四五六七八九十百千";
    private const string Counters = "座处条所家户台套辆栋幢亩场批名位口";
    private const string OrdinalMarks = "第每前后哪几这那头一二两三四五六七八九十";

    /// <summary>"今年修六座", "四处分别": a number with its counting word, or the counting word behind digits, is no part of a word beside it; 0 where it is none.</summary>
    public int CountedLength(int at)
    {
        var end = at;
        while (end < text.Length && Numerals.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        if (end >= text.Length || !Counters.Contains(text[end], StringComparison.Ordinal) || (end == at && (at == 0 || !char.IsAsciiDigit(text[at - 1]))) || (at > 0 && OrdinalMarks.Contains(text[at - 1], StringComparison.Ordinal)))
        {
            return 0;
        }

        var length = end + 1 - at;
        Lexicon.Default.Words.Longest(text, at, out var word);
        return (end > at && word >= length) || index.Subjects.ContainsText(text.AsSpan(at, Math.Min(length + 1, text.Length - at))) ? 0 : length;
    }

    /// <summary>Behind the 公里 of "24公里", which says nothing of what is asked about, unless the store has the figure inside a wording.</summary>
    public int UnitEnd(int start, int end)
    {
        Multipliers.Read(text, end, out var behind);
        if (behind > end && behind + 1 < text.Length && text[behind] == ' ' && char.IsAsciiLetter(text[behind + 1]) && amounts.UnitAt(behind + 1, out var word) is { } named && !named.EndsWith('元'))
        {
            // "3.5 billion jin": no money.
            return behind + 1 + word;
        }

        return behind < text.Length && SubjectIndex.IsHan(text[behind]) && amounts.UnitAt(behind, out var unit) is not null
            && !(behind + unit < text.Length && SubjectIndex.IsHan(text[behind + unit]) && index.Subjects.ContainsText(text.AsSpan(start, behind + unit + 1 - start)))
            ? behind + unit : end;
    }

    /// <summary>"2024-2025年对…" in the store's own words belongs to the subject and asks for no other year; 0 when it is no such range.</summary>
    public int RangeEnd(int at, int end)
    {
        const int yearAndPair = 7;
        var isRange = end + 5 <= text.Length && text[end] == '-' && text.AsSpan(end + 1, 4).IndexOfAnyExceptInRange('0', '9') < 0;
        return isRange && index.Subjects.ContainsText(text.AsSpan(at, Math.Min(text.Length, end + yearAndPair + 1) - at)) ? end + 5 : 0;
    }
}
