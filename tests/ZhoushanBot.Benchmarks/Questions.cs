using BenchmarkDotNet.Attributes;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Import;

namespace ZhoushanBot.Benchmarks;

/// <summary>What an importer and an asker wait for.</summary>
[MemoryDiagnoser]
public class Questions
{
    private readonly Assistant assistant = new();
    private readonly NoticeSnapshot snapshot = Subject.Snapshot();

    [Benchmark]
    public int ImportNotice() => Subject.Read().WorkItems.Length;

    [Benchmark]
    public object BuildIndex() => NoticeSnapshot.Of(snapshot.Notices);

    [Benchmark]
    public string AskLeadUnit() => assistant.Ask(snapshot, "what does 市水利局 lead").Text;

    [Benchmark]
    public string AskSupportingUnit() => assistant.Ask(snapshot, "岱山县政府参与哪些任务").Text;

    [Benchmark]
    public string AskOfficial() => assistant.Ask(snapshot, "徐仁标市长牵头什么工作").Text;

    [Benchmark]
    public string AskAreaTarget() => assistant.Ask(snapshot, "Daishan's HPV target").Text;

    [Benchmark]
    public string AskSubject() => assistant.Ask(snapshot, "小洋山北侧集装箱码头谁负责？").Text;

    [Benchmark]
    public string AskNotInNotice() => assistant.Ask(snapshot, "市水利局局长电话是多少").Text;
}
