using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Import;

namespace ZhoushanBot.Benchmarks.Asking;

/// <summary>The question corpora of the tests, put to us and to a full-text search, scored by the same judge.</summary>
internal static class CorpusScore
{
    private static readonly string[] Files = ["zhoushan-2024-13.zh.jsonl", "zhoushan-2024-13.en.jsonl", "second.zh.jsonl", "second.en.jsonl"];

    public static void Report(TextWriter output)
    {
        output.WriteLine("| corpus | kind | questions | ours | full text |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: |");
        foreach (var file in Files)
        {
            var content = file.StartsWith("second", StringComparison.Ordinal) ? Second() : Subject.Read();
            var snapshot = NoticeSnapshot.Of([content], new NameFiles(NameFiles.OfTheProgram));
            var baseline = new FullTextBaseline([content]);
            var scored = CorpusQuestion.ReadAll(file).Select(q => (q.Kind, Ours: IsRight(q, snapshot), Theirs: q.Turns.All(t => IsRight(baseline.Answer(t.Asked), t)))).ToList();
            foreach (var kind in scored.GroupBy(s => s.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                Write(output, file, kind.Key, [.. kind]);
            }

            Write(output, file, "**all**", scored);
        }
    }

    private static void Write(TextWriter output, string file, string kind, List<(string Kind, bool Ours, bool Theirs)> scored) => output.WriteLine(
        $"| {Path.GetFileNameWithoutExtension(file)} | {kind} | {scored.Count} | {100.0 * scored.Count(s => s.Ours) / scored.Count:0.0} % | {100.0 * scored.Count(s => s.Theirs) / scored.Count:0.0} % |");

    /// <summary>Every turn of the conversation is right.</summary>
    private static bool IsRight(CorpusQuestion question, NoticeSnapshot snapshot)
    {
        var context = ConversationContext.Empty;
        foreach (var turn in question.Turns)
        {
            var reply = Assistant.Reply(turn.Asked, context, snapshot.Index, Subject.Now, ReplyLanguage.Chinese, snapshot.Search);
            if (!IsRight(reply.Text, turn))
            {
                return false;
            }

            context = reply.Context;
        }

        return true;
    }

    private static bool IsRight(string reply, CorpusTurn turn) => CorpusJudge.Faults(reply, turn.Expected).Count == 0;

    private static NoticeContent Second() => NoticeReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "qingyuan-2025-7.txt")));
}
