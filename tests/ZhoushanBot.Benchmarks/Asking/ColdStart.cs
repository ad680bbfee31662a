using System.Diagnostics;
using ZhoushanBot.Benchmarks.Synthetic;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Import;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Benchmarks.Asking;

/// <summary>From a store on disk to the first answer. "fill" makes the store, "start" is to be run in a process of its own, as a service starts in one.</summary>
internal static class ColdStart
{
    private const int Seed = 7;

    public static async Task FillAsync(string path, int notices)
    {
        using var file = LiteDbFile.Open(path);
        var store = new LiteDbNoticeStore(file);
        foreach (var text in new SyntheticNotices(Seed).Texts(notices))
        {
            await store.SaveAsync(NoticeReader.Read(text), CancellationToken.None);
        }
    }

    public static async Task StartAsync(string path, TextWriter output)
    {
        var startedAt = Stopwatch.GetTimestamp();
        using var file = LiteDbFile.Open(path);
        using var archive = new NoticeArchive(new LiteDbNoticeStore(file), new NameFiles(NameFiles.OfTheProgram));
        var snapshot = await archive.LoadAsync(CancellationToken.None);
        var loaded = Stopwatch.GetElapsedTime(startedAt);
        var index = snapshot.Index;
        var built = Stopwatch.GetElapsedTime(startedAt);
        Assistant.Reply($"{SyntheticNotices.CityAt(0)}市水利局牵头哪些任务", ConversationContext.Empty, index, Subject.Now);
        var answered = Stopwatch.GetElapsedTime(startedAt);
        output.WriteLine(
            $"{snapshot.Notices.Length} notices, {snapshot.TaskCount} tasks: loaded after {loaded.TotalSeconds:F2} s, indexed after {built.TotalSeconds:F2} s, first answer after {answered.TotalSeconds:F2} s; "
            + $"{Environment.WorkingSet >> 20} MiB");
    }
}
