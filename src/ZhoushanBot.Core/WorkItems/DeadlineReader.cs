using System.Buffers;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>期限: when a task is due, as its own words say.</summary>
internal static class DeadlineReader
{
    private const int LongestSlogan = 16;

    /// <summary>
    /// The latest date that holds for the whole task; null when the words give none. "…，其中6月底前建成15家" and "…168个；确保某电站9月底前
    /// 开工" are dates of a part. The end of the year (年底前) holds for the whole even where it is said of a part: nothing of the task may be later.
    /// </summary>
    public static Deadline? Read(StitchedText text, int year, ReadingRules rules)
    {
        DueDate? latest = null;
        var last = DateOnly.MinValue;
        foreach (var date in DateWords.In(text.Text, year))
        {
            last = date.On > last ? date.On : last;
            if ((latest is null || date.On > latest.Value.On) && (date.IsWholeYear || date.On == new DateOnly(year, 12, 31) || HoldsForAll(text.Text, date, rules)))
            {
                latest = date;
            }
        }

        // "大坝6月底前完成，首台机组10月底前投产": what is followed by a later day is a step, and no end.
        return latest is { } found && found.On >= last ? new Deadline(found.On, false, text.SpanOf(found.Start, found.End)) : null;
    }

    /// <summary>The latest date of a text that is nothing but a deadline: a label such as 完成时限, or a column of that name.</summary>
    public static Deadline? ReadLabel(StitchedText text, int year)
    {
        // "2024年12月" is a deadline where a label says so, though it would be none in a sentence.
        var dates = DateWords.In(text.Text, year).Concat(DateWords.In(text.Text + "底", year)).ToList();
        if (dates.Count == 0)
        {
            return null;
        }

        var last = dates.MaxBy(d => d.On);
        return new Deadline(last.On, false, text.SpanOf(last.Start, Math.Min(last.End, text.Length)));
    }

    /// <summary>What holds where a task names no day: the end of the notice's year.</summary>
    public static Deadline EndOf(int year) => new(new DateOnly(Math.Clamp(year, 1, 9999), 12, 31), true, null);

    private static bool HoldsForAll(string text, DueDate date, ReadingRules rules)
    {
        var sentence = text.AsSpan(0, date.Start).LastIndexOfAny(Wording.SentenceMarks) + 1;
        var clause = text.AsSpan(0, date.Start).LastIndexOfAny(Wording.ClauseMarks) + 1;
        var sentenceEnd = EndOf(text, date.End, Wording.SentenceMarks);
        var clauseEnd = EndOf(text, date.End, Wording.ClauseMarks);
        var lead = text.AsSpan(clause, date.Start - clause).Trim();
        if (lead.IndexOf(RowTitles.PartMark, StringComparison.Ordinal) >= 0 || !IsSlogan(text.AsSpan(0, sentence)) || text.AsSpan(sentenceEnd).Trim("。；; ").Length > 0)
        {
            return false;
        }

        // "建成某桥，10月底前通车": the date closes what was said before. "…26处，6月15日前完成排查": it opens something else.
        return clause == sentence
            ? FigureScanner.Next(text[clauseEnd..sentenceEnd], 0, rules) is null
            : IsMadeOf(lead, rules.CompletionLeads) && IsMadeOf(text.AsSpan(date.End, clauseEnd - date.End).Trim(), rules.CompletionWords);
    }

    /// <summary>"加强灾害防治。": a sentence that only opens the task.</summary>
    private static bool IsSlogan(ReadOnlySpan<char> text) =>
        text.Length <= LongestSlogan && !text.ContainsAnyInRange('0', '9');

    private static int EndOf(string text, int from, SearchValues<char> marks) => text.AsSpan(from).IndexOfAny(marks) is >= 0 and var length ? from + length : text.Length;

    private static bool IsMadeOf(ReadOnlySpan<char> text, IReadOnlyCollection<string> words)
    {
        while (!text.IsEmpty)
        {
            var length = Wording.LongestAtStart(text, words);
            if (length == 0)
            {
                return false;
            }

            text = text[length..].TrimStart();
        }

        return true;
    }
}
