using System.Text;
using ZhoushanBot.Commands;

namespace ZhoushanBot.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly ScratchFolder data = new();

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "an empty file", [], "empty" },
        { "white space alone", " \r\n\t\n"u8.ToArray(), "empty" },
        { "a Word document", [(byte)'P', (byte)'K', 3, 4, 20, 0], ".docx" },
        { "a PDF", "%PDF-1.7\n"u8.ToArray(), ".pdf" },
        { "a program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1], "NUL" },
        { "Latin-1 without any Han", Encoding.Latin1.GetBytes("caf\u00e9 cr\u00e8me br\u00fbl\u00e9e"), "encoding" },
        { "more than the limit", new byte[(8 * 1024 * 1024) + 1], "too large" },
        { "a text without tasks", "今天天气很好。\n明天也是。\n"u8.ToArray(), "No task" },
    };

    public void Dispose() => data.Dispose();

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_stored(string what, byte[] bytes, string reason)
    {
        var file = data["notice.txt"];
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("import", file, "--yes", "--data", data["store"]);

        Assert.True(run.ExitCode == ExitCode.UnreadableInput, what);
        Assert.Contains(reason, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data["store"]));
    }

    [Theory]
    [InlineData("nowhere.txt", "no file")]
    [InlineData(".", "folder")]
    public async Task A_path_without_a_file_is_refused(string name, string reason)
    {
        var run = await CommandRun.OfAsync("import", data[name], "--yes", "--data", data["store"]);

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("")]
    public async Task Nothing_is_imported_until_somebody_says_yes(string typed)
    {
        var run = await CommandRun.WithInputAsync(typed, "import", ImportedStore.NoticePath, "--data", data["store"]);

        Assert.Equal(ExitCode.Declined, run.ExitCode);
        Assert.Contains("169 tasks", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data["store"]));
    }

    [Fact]
    public async Task Saying_yes_imports()
    {
        var run = await CommandRun.WithInputAsync("y\n", "import", ImportedStore.NoticePath, "--data", data["store"]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Imported 舟政办发〔2024〕13号", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task Other_encodings_give_the_same_notice(string encoding)
    {
        var bytes = await File.ReadAllBytesAsync(ImportedStore.NoticePath, TestContext.Current.CancellationToken);
        var target = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] encoded = [.. target.GetPreamble(), .. Encoding.Convert(Encoding.UTF8, target, bytes)];
        await File.WriteAllBytesAsync(data["encoded.txt"], encoded, TestContext.Current.CancellationToken);
        await CommandRun.OfAsync("import", ImportedStore.NoticePath, "--yes", "--data", data["store"]);

        var again = await CommandRun.OfAsync("import", data["encoded.txt"], "--yes", "--data", data["store"]);

        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("nothing was changed", again.Output, StringComparison.Ordinal);
    }
}
