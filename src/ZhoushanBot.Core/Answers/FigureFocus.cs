using System.Buffers;
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>
/// Which of a task's figures a subject means. A task names several things; the figure of one must not be given for another: "抽水蓄能电站
/// 总投资" is not the yearly investment of all key projects that stands in the same sentence.
/// </summary>
/// <param name="Targets">The figures meant; empty when the subject's own clause has none.</param>
/// <param name="Clause">The clause that the subject stands in, in the notice's words; empty when an indicator names the subject.</param>
/// <param name="Score">How much of the subject the indicators have; 0 when none names it.</param>
internal sealed record FigureFocus(ImmutableArray<Target> Targets, string Clause, float Score)
{
    /// <summary>All figures of the sentence that the subject stands in, where its own clause has none.</summary>
    public ImmutableArray<Target> InSentence { get; private init; } = [];

    /// <summary>An indicator that shares so much of what the clause has of the subject is the subject's.</summary>
    private const float AlikeEnough = 0.3f;

    /// <summary>Another word for it counts for less than the word itself.</summary>
    private const float LikeTyped = 0.7f;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；;");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,");

    /// <summary>An amount of money.</summary>
    public static bool IsMoney(Target target) => target.Figure.Normalized.MeasureUnit.EndsWith('元');

    /// <summary>Null when it cannot be told: the words of the question do not stand in the task.</summary>
    /// <param name="filter">What is asked about, and whether money is asked for.</param>
    /// <param name="item">The task.</param>
    /// <param name="index">For the wordings that mean the same.</param>
    public static FigureFocus? Of(TaskFilter filter, WorkItem item, WorkItemIndex index)
    {
        var words = filter.Subject.Groups.SelectMany(g => g.Pieces).Select(p => WordingsOf(p, index)).Where(w => w.Length > 0).ToList();
        if (words.Count == 0 || item.Targets.IsEmpty)
        {
            return null;
        }

        var sentences = Cut(item.Text, SentenceEnds).Select(s => (Text: s, Score: ScoreOf(words, s))).ToList();
        var best = sentences.Max(c => c.Score);
        if (best <= 0)
        {
            return null;
        }

        // "千项万亿…47个，年度投资525亿元；市重点项目…": what belongs to the subject stands in its sentence.
        var sentence = sentences.Where(c => c.Score >= best * 0.99f).Select(s => s.Text).ToList();
        var there = item.Targets.Where(t => sentence.Exists(s => s.Contains(t.Text, StringComparison.Ordinal))).ToImmutableArray();
        var named = there.Select(t => (Target: t, Score: ScoreOf(words, t.Indicator))).ToList();
        var most = named.Count == 0 ? 0 : named.Max(n => n.Score);
        var clauses = sentence.SelectMany(s => Cut(s, ClauseEnds)).Select(c => (Text: c, Score: ScoreOf(words, c))).ToList();
        var bestClause = clauses.Max(c => c.Score);
        if (filter.AsksMoney && there.Any(IsMoney))
        {
            return new FigureFocus([.. there.Where(IsMoney)], string.Empty, most);
        }

        if (most >= bestClause * AlikeEnough)
        {
            return new FigureFocus([.. named.Where(n => n.Score >= most * 0.6f).Select(n => n.Target)], string.Empty, most);
        }

        var inClause = clauses.Where(c => c.Score >= bestClause * 0.99f).ToList();
        return new FigureFocus([.. there.Where(t => inClause.Exists(c => c.Text.Contains(t.Text, StringComparison.Ordinal)))], inClause[0].Text.Trim(), 0) { InSentence = there };
    }

    /// <summary>The Chinese wordings of one piece of a subject, as typed first; empty for an English word that has none.</summary>
    private static ImmutableArray<string> WordingsOf(string piece, WorkItemIndex index)
    {
        var same = index.Phrases.Of(piece).SelectMany(s => s).Prepend(piece).Where(w => w.Any(SubjectIndex.IsHan) || w.Length <= 4);
        return [.. same.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Cut(string text, SearchValues<char> ends)
    {
        for (var from = 0; from < text.Length;)
        {
            var end = from + text.AsSpan(from).IndexOfAny(ends);
            end = end < from ? text.Length : end;
            if (end > from)
            {
                yield return text[from..end];
            }

            from = end + 1;
        }
    }

    /// <summary>How much of the words a text has: whole wordings by their length, else the neighbouring characters of the words.</summary>
    private static float ScoreOf(List<ImmutableArray<string>> words, string text)
    {
        var folded = NormalizedText.Fold(text);
        return words.Sum(w => folded.Contains(w[0], StringComparison.Ordinal) ? w[0].Length
            : w.Skip(1).Any(f => folded.Contains(f, StringComparison.Ordinal)) ? w[0].Length * LikeTyped
            : Pairs(w[0], folded));
    }

    private static float Pairs(string word, string text)
    {
        var count = 0;
        for (var at = 0; at + 1 < word.Length; at++)
        {
            count += text.Contains(word[at..(at + 2)], StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
