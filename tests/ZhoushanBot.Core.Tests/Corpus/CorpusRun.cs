using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>One answered turn of the corpus.</summary>
internal sealed record AnsweredTurn(CorpusQuestion Question, CorpusTurn Turn, ConversationContext Before, AssistantReply Reply)
{
    /// <summary>Kinds whose answer is a figure.</summary>
    private static readonly HashSet<string> FigureKinds =
        new(StringComparer.Ordinal) { "region_indicator", "headline", "topic_figure", "compare", "extreme", "ranking", "share", "sum" };

    public IReadOnlyList<string> Faults { get; } = CorpusJudge.Faults(Reply.Text, Turn.Expected);

    /// <summary>Worse than no answer: a figure that must not be there, or a figure question answered without its figure.</summary>
    public bool IsWrongFigure =>
        CorpusJudge.HoldsForbidden(Reply.Text, Turn.Expected)
        || (FigureKinds.Contains(Question.Kind) && Reply.Answer.IsFound && CorpusJudge.MissesFigure(Reply.Text, Turn.Expected));

    public override string ToString() => $"{Question.Id} {Question.Kind}: {Turn.Asked}\n    {string.Join("; ", Faults)}\n    {Reply.Text.ReplaceLineEndings(" / ")[..Math.Min(240, Reply.Text.Length)]}";
}

/// <summary>One file of the corpus, asked and answered once for all tests.</summary>
internal sealed class CorpusRun
{
    public static readonly string[] Files = ["zhoushan-2024-13.zh.jsonl", "zhoushan-2024-13.en.jsonl", "examiners.zh.jsonl", "examiners.en.jsonl", "second.zh.jsonl", "second.en.jsonl", "third.zh.jsonl", "third.en.jsonl", "both.zh.jsonl", "both.en.jsonl"];

    private static readonly Dictionary<string, Lazy<CorpusRun>> Runs =
        Files.ToDictionary(f => f, f => new Lazy<CorpusRun>(() => new CorpusRun(f)), StringComparer.Ordinal);

    private CorpusRun(string file) => Turns = [.. CorpusQuestion.ReadAll(file).SelectMany(q => Answered(q, file))];

    public IReadOnlyList<AnsweredTurn> Turns { get; }

    public static CorpusRun Of(string file) => Runs[file].Value;

    private static IEnumerable<AnsweredTurn> Answered(CorpusQuestion question, string file)
    {
        var context = ConversationContext.Empty;
        foreach (var turn in question.Turns)
        {
            var reply = Stores.For(file).Ask(turn.Asked, context);
            yield return new AnsweredTurn(question, turn, context, reply);
            context = reply.Context;
        }
    }
}
