using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Which dated step of a task a question names: "监测点什么时候联网", "when must the equipment be installed". A step is named by its own words or
/// by another word for its stage; those are data, <c>step-words.txt</c>.
/// </summary>
internal static class NamedSteps
{
    private const int ShortestShared = 2;
    private const int StageWorth = 2;

    /// <summary>Words that a step shares with everything else.</summary>
    private static readonly string[] Common = ["完成", "建成", "完工", "全面", "全部", "项目", "工作", "工程", "建设", "前完", "月底", "底前", "年底"];

    private static readonly Lazy<PhraseTable<Stage>> Loaded = new(Load);

    /// <summary>The steps that the question names, as good as each other; empty when it names none.</summary>
    /// <param name="text">The normalised question.</param>
    /// <param name="item">Whose steps.</param>
    public static ImmutableArray<Milestone> Of(string text, WorkItem item)
    {
        if (item.Milestones.IsEmpty)
        {
            return [];
        }

        var stages = StagesIn(text);
        var rest = item.Milestones.Aggregate(NormalizedText.Fold(item.Text), (words, step) => words.Replace(NormalizedText.Fold(step.Text), " ", StringComparison.Ordinal));
        var scored = item.Milestones.Select(m => (Step: m, Score: ScoreOf(NormalizedText.Fold(m.Text), text, stages, rest))).ToList();
        var best = scored.Max(s => s.Score);
        return best == 0 ? [] : [.. scored.Where(s => s.Score == best).Select(s => s.Step)];
    }

    /// <summary>True when the question has a word for a stage of work.</summary>
    public static bool HasStage(string text) => StagesIn(text).Count > 0;

    /// <summary>The subject without words that are only the name of a stage; the subject itself when nothing else would be left.</summary>
    public static SubjectWords WithoutStages(SubjectWords subject)
    {
        ImmutableArray<SubjectGroup> left =
            [.. subject.Groups.Select(g => new SubjectGroup([.. g.Pieces.Where(p => Loaded.Value.Of(p).IsEmpty)])).Where(g => !g.Pieces.IsEmpty)];
        return left.IsEmpty ? subject : new SubjectWords(left);
    }

    private static int ScoreOf(string step, string question, List<Stage> stages, string rest) =>
        (StageWorth * stages.Count(s => s.Words.Any(w => step.Contains(w, StringComparison.Ordinal)))) + SharedLength(step, question, rest);

    /// <summary>The longest run of characters that the step and the question have in common, and the rest of the task has not.</summary>
    private static int SharedLength(string step, string question, string rest)
    {
        for (var length = Math.Min(step.Length, question.Length); length >= ShortestShared; length--)
        {
            for (var at = 0; at + length <= step.Length; at++)
            {
                var run = step.Substring(at, length);
                if (run.All(SubjectIndex.IsHan) && question.Contains(run, StringComparison.Ordinal) && !rest.Contains(run, StringComparison.Ordinal) && !Array.Exists(Common, c => c.Contains(run, StringComparison.Ordinal) || run == c))
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static List<Stage> StagesIn(string text)
    {
        var found = new List<Stage>();
        for (var at = 0; at < text.Length;)
        {
            var stages = Loaded.Value.Longest(text, at, out var length);
            found.AddRange(stages.Where(s => !found.Contains(s)));
            at += Math.Max(1, length);
        }

        return found;
    }

    private static PhraseTable<Stage> Load()
    {
        var table = new PhraseTable<Stage>.Builder();
        foreach (var line in EmbeddedText.Lines("step-words.txt"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => NormalizedText.Fold(w.Replace('_', ' '))).ToList();
            var stage = new Stage([.. words.Where(w => SubjectIndex.IsHan(w[0]))]);
            words.ForEach(w => table.Add(w, stage));
        }

        return table.Build();
    }

    /// <summary>One stage of work.</summary>
    /// <param name="Words">What notices call it.</param>
    private sealed record Stage(ImmutableArray<string> Words);
}
