using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ZhoushanBot.Benchmarks.Synthetic;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Import;

namespace ZhoushanBot.Benchmarks.Asking;

/// <summary>
/// How long an answer takes, how large and how right, beside a full-text search over the same store in the same run: on the shipped notice, and on
/// synthetic ones of many cities and years.
/// </summary>
internal sealed class AskingReport(TextWriter output)
{
    private const int Seed = 20240506;
    private const int Questions = 4_000;
    private const int WarmUps = 2_000;
    private const int MiB = 1 << 20;

    private readonly List<string> sizes = [];
    private readonly List<string> rights = [];

    public void Run(ImmutableArray<int> tasks)
    {
        MeasureShipped();
        foreach (var size in tasks)
        {
            MeasureSynthetic(size);
        }

        output.WriteLine("\n| store | notices | tasks | read, s | index, s | notices, MiB | index, MiB | full text, s | full text, MiB | ours p50 | ours p99 | ours max | full text p50 | full text p99 |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        sizes.ForEach(output.WriteLine);
        output.WriteLine("\n| store | kind | questions | ours | full text |\n| --- | --- | ---: | ---: | ---: |");
        rights.ForEach(output.WriteLine);
        output.WriteLine();
        CorpusScore.Report(output);
    }

    private void MeasureShipped()
    {
        Subject.Read();
        var empty = Memory();
        var (notices, reading) = Timed(() => ImmutableArray.Create(Subject.Read()));
        var read = Memory();
        var (index, building) = Timed(() => NoticeSnapshot.Of(notices, new NameFiles(NameFiles.OfTheProgram)).Index);
        var built = Memory();
        var (baseline, indexing) = Timed(() => new FullTextBaseline(notices));
        var full = Memory();
        string[] asked = [.. Enumerable.Repeat(Subject.Questions, (Questions + WarmUps) / Subject.Questions.Length).SelectMany(q => q)];
        var ours = Times(asked, q => Ask(index, q));
        var theirs = Times(asked, q => baseline.Answer(q));
        Write("shipped", notices, reading, building, indexing, [read - empty, built - read, full - built], ours, theirs);
    }

    private void MeasureSynthetic(int tasks)
    {
        var empty = Memory();
        var perNotice = NoticeReader.Read(new SyntheticNotices(Seed).TextOf(0, SyntheticNotices.FirstYear)).WorkItems.Length;
        var texts = new SyntheticNotices(Seed).Texts((tasks + perNotice - 1) / perNotice);
        var (notices, reading) = Timed(() => texts.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(NoticeReader.Read).ToImmutableArray());
        var read = Memory();
        var (index, building) = Timed(() => WorkItemIndex.Build(notices.OrderByDescending(n => n.Notice.Year), new NameBook([]), Synonyms.BuiltIn()));
        var built = Memory();
        var (baseline, indexing) = Timed(() => new FullTextBaseline(notices));
        var full = Memory();
        SyntheticQuestion[] asked = [.. SyntheticQuestion.Of(notices, Questions + WarmUps)];
        string[] words = [.. asked.Select(a => a.Asked)];
        var ours = Times(words, q => Ask(index, q));
        var kept = Memory();
        var theirs = Times(words, q => baseline.Answer(q));
        var name = tasks.ToString("N0", CultureInfo.InvariantCulture);
        Write(name, notices, reading, building, indexing, [read - empty, built - read + kept - full, full - built], ours, theirs);
        foreach (var kind in asked.GroupBy(a => a.Kind, StringComparer.Ordinal))
        {
            var all = kind.ToList();
            var wrong = all.Where(a => !IsRight(Reply(index, a.Asked), a)).ToList();
            wrong.Take(3).ToList().ForEach(w => output.WriteLine($"wrong: {w.Asked}\n  {string.Join("; ", CorpusJudge.Faults(Ask(index, w.Asked), w.Expected))}\n  {string.Concat(Ask(index, w.Asked).ReplaceLineEndings(" / ").Take(160))}"));
            var right = all.Count(a => !a.AsksBack && CorpusJudge.Faults(baseline.Answer(a.Asked), a.Expected).Count == 0);
            rights.Add($"| {name} | {kind.Key} | {all.Count} | {Percent(all.Count - wrong.Count, all.Count)} | {Percent(right, all.Count)} |");
        }
    }

    private void Write(
        string name, ImmutableArray<NoticeContent> notices, TimeSpan reading, TimeSpan building, TimeSpan indexing, long[] memory, double[] ours, double[] theirs) => sizes.Add(
        $"| {name} | {notices.Length} | {notices.Sum(n => n.WorkItems.Length)} | {reading.TotalSeconds:F2} | {building.TotalSeconds:F2} | {memory[0] / MiB} | {memory[1] / MiB} "
        + $"| {indexing.TotalSeconds:F2} | {memory[2] / MiB} | {At(ours, 50)} | {At(ours, 99)} | {At(ours, 100)} | {At(theirs, 50)} | {At(theirs, 99)} |");

    private static bool IsRight(AssistantReply reply, SyntheticQuestion asked) => asked.AsksBack
        ? reply.Reading.Question is Question.WhichPlace { Places.Length: > 1 } && reply.Suggestions.Length > 1
        : CorpusJudge.Faults(reply.Text, asked.Expected).Count == 0;

    private static string Ask(WorkItemIndex index, string question) => Reply(index, question).Text;

    private static AssistantReply Reply(WorkItemIndex index, string question) => Assistant.Reply(question, ConversationContext.Empty, index, Subject.Now);

    /// <summary>Milliseconds of each question behind the first ones, sorted.</summary>
    private static double[] Times(string[] asked, Func<string, string> answer)
    {
        var times = new List<double>(asked.Length);
        foreach (var question in asked)
        {
            var startedAt = Stopwatch.GetTimestamp();
            answer(question);
            times.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
        }

        return [.. times.Skip(WarmUps).Order()];
    }

    private static string At(double[] sorted, int percent) => $"{sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].ToString("F3", CultureInfo.InvariantCulture)} ms";

    private static string Percent(int part, int of) => $"{(100.0 * part / of).ToString("F1", CultureInfo.InvariantCulture)} %";

    private static (T Value, TimeSpan Taken) Timed<T>(Func<T> make)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var value = make();
        return (value, Stopwatch.GetElapsedTime(startedAt));
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
