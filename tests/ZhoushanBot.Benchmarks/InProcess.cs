using System.Diagnostics;

namespace ZhoushanBot.Benchmarks;

/// <summary>The README's figures that need no network: how long reading takes and what it finds, and how long an answer takes.</summary>
internal static class InProcess
{
    private const int WarmUps = 100;
    private const int Rounds = 500;

    public static void Report(TextWriter output)
    {
        var content = Subject.Read();
        var cold = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUps; i++)
        {
            content = Subject.Read();
        }

        var reading = Stopwatch.GetElapsedTime(cold) / WarmUps;
        var snapshot = Subject.Snapshot();
        output.WriteLine($"import, warm: {reading.TotalMilliseconds:F1} ms to read {Subject.NoticeBytes.Length / 1024} KiB");
        output.WriteLine(
            $"  {content.WorkItems.Length} tasks, {content.Organizations.Length} organizations, {content.WorkItems.Sum(i => i.Targets.Length)} targets, "
            + $"{content.WorkItems.Sum(i => i.Rows.Length)} annex rows, {content.WorkItems.Sum(i => i.Rows.Sum(r => r.Areas.Length + 1))} cells, {content.Findings.Length} findings");
        var times = Subject.Questions.ToDictionary(question => question, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            foreach (var question in Subject.Questions)
            {
                var startedAt = Stopwatch.GetTimestamp();
                snapshot.Ask(question);
                if (round >= WarmUps)
                {
                    times[question].Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
                }
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in Subject.Questions)
        {
            snapshot.Ask(question);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Subject.Questions.Length;
        output.WriteLine($"ask, in process: {Figures([.. times.Values.SelectMany(t => t).Order()])} over {times.Count} questions, {Rounds} times each; {allocated / 1024} KiB allocated for one");
        foreach (var (question, taken) in times)
        {
            output.WriteLine($"  {Figures([.. taken.Order()])}  {question}");
        }
    }

    private static string Figures(double[] sorted) => $"p50 {sorted[sorted.Length / 2]:F4} ms, p99 {sorted[sorted.Length * 99 / 100]:F4} ms";
}
