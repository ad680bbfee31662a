using System.Reflection;
using System.Text.Json;
using FsCheck.Xunit;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

public sealed class RoundTripTests : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly LiteDbFile file;

    public RoundTripTests() => file = LiteDbFile.Open(folder.StorePath);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Property(Arbitrary = [typeof(AnyNotice)], MaxTest = 100)]
    public async Task Any_notice_comes_back_from_the_store_to_the_last_digit_and_character(NoticeContent notice)
    {
        var store = new LiteDbNoticeStore(file);
        await store.SaveAsync(notice, Cancelled);

        var loaded = Assert.Single(await store.LoadAllAsync(Cancelled));
        await store.RemoveAsync(notice.Notice.Id, Cancelled);

        Assert.Equal(Structure.Of(notice), Structure.Of(loaded));
    }

    [Fact]
    public void What_stands_on_disk_is_what_the_golden_copy_says()
    {
        var notice = ANotice.Numbered("云政办发〔2031〕1号", 2031, "新建桥梁 3.50 座以上。");

        AssertGolden("frame.json", NoticeJson.WriteFrame(notice));
        AssertGolden("work-item.json", NoticeJson.WriteWorkItem(notice.WorkItems[0]));
    }

    [Fact]
    public void The_golden_copy_can_be_read()
    {
        var notice = ANotice.Numbered("云政办发〔2031〕1号", 2031, "新建桥梁 3.50 座以上。");

        var workItem = NoticeJson.ReadWorkItem(File.ReadAllBytes(GoldenPath("work-item.json")));
        var loaded = NoticeJson.ReadFrame(File.ReadAllBytes(GoldenPath("frame.json")), [workItem]);

        Assert.Equal(Structure.Of(notice), Structure.Of(loaded));
    }

    [Fact]
    public void Every_kind_of_cell_stands_in_the_golden_copy()
    {
        var kinds = typeof(CellValue).GetNestedTypes(BindingFlags.Public).Select(type => type.Name);

        using var golden = JsonDocument.Parse(File.ReadAllBytes(GoldenPath("work-item.json")));
        var written = golden.RootElement.GetProperty("rows")[0].GetProperty("areas").EnumerateArray()
            .Select(area => area.GetProperty("value").GetProperty("kind").GetString());

        Assert.Equal(kinds.Order(StringComparer.OrdinalIgnoreCase), written.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>To take over a change on purpose, run with UPDATE_GOLDEN=1 and look at the difference.</summary>
    private static void AssertGolden(string name, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var pretty = JsonSerializer.Serialize(document, GoldenFormat.Options) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(GoldenFormat.SourceFolder(), name), pretty);
        }

        Assert.Equal(File.ReadAllText(GoldenPath(name)), pretty);
    }

    private static string GoldenPath(string name) => Path.Combine(GoldenFormat.SourceFolder(), name);
}
