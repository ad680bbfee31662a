using System.Runtime.CompilerServices;
using System.Text;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>What a person reads, word for word. UPDATE_GOLDEN=1 writes the file anew; its diff is reviewed.</summary>
public sealed class TranscriptTests
{
    private static readonly string[] Asked =
    [
        "你好", "what can you do", "市水利局牵头哪些任务", "What does the Water Resources Bureau lead?", "市司法局牵头哪些任务", "市残联配合几项任务", "洪碧牵头几项任务",
        "How many tasks does Hong Bi lead?", "市发改委和市经信局共同参与哪些任务", "养老服务谁负责", "GDP目标是多少", "GDP growth target", "岱山HPV疫苗目标", "Daishan's HPV target",
        "金塘HPV疫苗目标", "Jintang's HPV target", "定海和普陀充电桩哪个多", "rank the areas by EV chargers", "岱山占全市充电桩多少", "定海和普陀充电桩一共多少", "省民生实事第9项",
        "section 2 item 1", "第2部分第1条原文", "文号是多少", "how many tasks are there", "牵头单位是什么意思", "杭州市的GDP目标", "洪碧的电话", "is the GDP target reached yet", "🤷",
    ];

    [Fact]
    public void Answers_read_as_reviewed()
    {
        var transcript = new StringBuilder();
        foreach (var asked in Asked)
        {
            transcript.Append("> ").Append(asked).Append('\n').Append(Stores.Shipped.Ask(asked).Text).Append("\n\n");
        }

        Golden.Same("answers.txt", transcript.ToString());
    }

    private static class Golden
    {
        public static void Same(string file, string actual, [CallerFilePath] string here = "")
        {
            var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", file);
            if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            {
                File.WriteAllText(path, actual);
            }

            Assert.Equal(File.ReadAllText(path), actual);
        }
    }
}
