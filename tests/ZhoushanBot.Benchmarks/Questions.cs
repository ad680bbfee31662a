using BenchmarkDotNet.Attributes;
using ZhoushanBot.Import;

namespace ZhoushanBot.Benchmarks;

/// <summary>What an importer and an asker wait for.</summary>
[MemoryDiagnoser]
public class Questions
{
    private readonly NoticeSnapshot snapshot = Subject.Snapshot();

    [Benchmark]
    public int ImportNotice() => Subject.Read().WorkItems.Length;

    [Benchmark]
    public object BuildIndex() => NoticeSnapshot.Of(snapshot.Notices, new NameFiles(NameFiles.OfTheProgram));

    [Benchmark]
    public string AskLeadUnit() => snapshot.Ask("what does 市水利局 lead").Text;

    [Benchmark]
    public string AskSupportingUnit() => snapshot.Ask("岱山县政府参与哪些任务").Text;

    [Benchmark]
    public string AskOfficial() => snapshot.Ask("徐仁标市长牵头什么工作").Text;

    [Benchmark]
    public string AskAreaTarget() => snapshot.Ask("Daishan's HPV target").Text;

    [Benchmark]
    public string AskSubject() => snapshot.Ask("小洋山北侧集装箱码头谁负责？").Text;

    [Benchmark]
    public string AskNotInNotice() => snapshot.Ask("市水利局局长电话是多少").Text;
}
