using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZhoushanBot.Commands;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Tests.Commands;

public sealed class PeopleCommandTests : IClassFixture<ImportedStore>, IDisposable
{
    private const string Header = "姓名,账号,单位,区域,身份,单位负责人,代理人账号,督查室,服务的牵头领导\r\n";

    private const string Three = Header
        + "张三,zhang@x.cn,市水利局,,联络员,,li@x.cn,,\r\n"
        + "李四,li@x.cn,市水利局,,联络员,是,,,\r\n"
        + "赵六,zhao@x.cn,,,督查,,,是,\r\n";

    private readonly ScratchFolder data = new();

    public PeopleCommandTests(ImportedStore imported)
    {
        Directory.CreateDirectory(data["store"]);
        foreach (var path in Directory.GetFiles(imported.Folder))
        {
            System.IO.File.Copy(path, Path.Combine(data["store"], Path.GetFileName(path)));
        }
    }

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_directory_is_shown_imported_and_its_changes_shown_the_next_time()
    {
        await using var service = await ServiceProcess.StartAsync(data["store"], "http://127.0.0.1:0");

        var shown = await RunAsync("import", File(Three));
        var imported = await RunAsync("import", File(Three), "--yes");
        var again = await RunAsync("import", File(Three), "--yes");
        var changed = await RunAsync("import", File(Header + "张三,zhang@x.cn,市水利局,,联络员,,,,\r\n王五,wang@x.cn,,岱山县,联络员,,,,\r\n赵六,zhao@x.cn,,,督查,,,是,\r\n"), "--yes");
        var list = await RunAsync("list");
        var code = await RunAsync("code", "岱山县");
        var over = await RunAsync("handover", "张三", "王五");
        var deadline = await CommandRun.OfAsync("deadline", "set", "第三部分第7条", "2001-01-01", "--reason", "x", "--data", data["store"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.BadUsage), (code.ExitCode, over.ExitCode, deadline.ExitCode));
        Assert.Equal(ExitCode.Declined, shown.ExitCode);
        Assert.Contains("+ 张三 zhang@x.cn liaison 市水利局 deputy li@x.cn", shown.Output, StringComparison.Ordinal);
        Assert.Contains("The people of the demonstration give way", shown.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, imported.ExitCode);
        Assert.Contains("the directory has 3 people now", imported.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("nothing was changed", again.Output, StringComparison.Ordinal);
        Assert.Contains("1 new, 1 changed, 1 taken out, 1 as before", changed.Output, StringComparison.Ordinal);
        Assert.Contains("- 李四 li@x.cn", changed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, list.ExitCode);
        Assert.Contains("王五 wang@x.cn liaison 岱山县  has not spoken", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("演示", list.Output, StringComparison.Ordinal);
        Assert.Contains("Nobody speaks for", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_told_line_by_line_and_changes_nothing()
    {
        var run = await RunAsync("import", File(Header + "张三,zhang@x.cn,市水力局,,联络员,,,,\r\n,li@x.cn,,,村长,,,,\r\n"), "--yes");
        var list = await RunAsync("list");

        Assert.Equal(ExitCode.UnreadableInput, run.ExitCode);
        Assert.Contains("Line 2: no notice names a unit “市水力局”. Did you mean “市水利局”?", run.Error, StringComparison.Ordinal);
        Assert.Contains("Line 3: the name is missing.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Line 3: there is no role “村长”.", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 faults; nothing was imported", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NothingFound, list.ExitCode);
    }

    [Fact]
    public async Task A_file_saved_by_an_office_program_in_GB18030_is_read_and_a_workbook_is_named_as_such()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = data["gb.csv"];
        await System.IO.File.WriteAllBytesAsync(path, Encoding.GetEncoding(54936).GetBytes(Three), TestContext.Current.CancellationToken);
        var workbook = data["people.xlsx"];
        await System.IO.File.WriteAllBytesAsync(workbook, [0x50, 0x4B, 3, 4, 20, 0, 0, 0], TestContext.Current.CancellationToken);

        var read = await RunAsync("import", path, "--yes");
        var refused = await RunAsync("import", workbook, "--yes");
        var missing = await RunAsync("import", data["nowhere.csv"], "--yes");
        var list = JsonNode.Parse((await RunAsync("list", "--json")).Output)!;

        Assert.Equal(ExitCode.Done, read.ExitCode);
        Assert.Contains("GB18030", read.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.UnreadableInput, ExitCode.UnreadableInput), (refused.ExitCode, missing.ExitCode));
        Assert.Contains("CSV UTF-8", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["张三", "李四", "赵六"], list["people"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.Equal(("liaison", "li@x.cn"), ((string)list["people"]![0]!["role"]!, (string)list["people"]![0]!["deputy"]!));
        Assert.DoesNotContain("市水利局", list["unitsNobodySpeaksFor"]!.AsArray().Select(u => (string)u!));
    }

    [Fact]
    public async Task The_template_is_written_once_and_what_is_listed_as_csv_can_be_imported_again()
    {
        var path = data["template.csv"];
        var first = await RunAsync("template", path);
        var second = await RunAsync("template", path);
        await RunAsync("import", File(Three), "--yes");
        var csv = await RunAsync("list", "--csv");
        var again = await RunAsync("import", File(csv.Output), "--yes");

        Assert.Equal((ExitCode.Done, ExitCode.BadUsage), (first.ExitCode, second.ExitCode));
        Assert.StartsWith(
            "\uFEFF姓名,账号,单位,区域,身份",
            Encoding.UTF8.GetString(await System.IO.File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        Assert.Contains("nothing was changed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_shown_once_and_only_its_hash_is_kept()
    {
        var code = await RunAsync("code", "市水利局");
        var unknown = await RunAsync("code", "市水力局");
        var journal = await CommandRun.OfAsync("journal", "export", "--json", "--data", data["store"]);

        var shown = code.Output.Split('\n')[0].Trim();
        Assert.Matches("^[2-9A-Z]{5}-[2-9A-Z]{5}$", shown);
        Assert.Contains($"code {shown}", code.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NothingFound, unknown.ExitCode);
        Assert.Contains("Did you mean “市水利局”?", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("people.codeIssued", journal.Output, StringComparison.Ordinal);
        Assert.Contains("command-line", journal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, journal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matters_are_handed_over_and_taken_back()
    {
        await RunAsync("import", File(Three), "--yes");

        var over = await RunAsync("handover", "张三", "zhao@x.cn", "--until", "2999-01-31", "--reason", "休假");
        var list = await RunAsync("list");
        var back = await RunAsync("handover", "张三", "--back");
        var nothing = await RunAsync("handover", "张三", "--back");
        var past = await RunAsync("handover", "张三", "赵六", "--until", "2001-01-01");
        var nobody = await RunAsync("handover", "张三", "没有");
        var oneself = await RunAsync("handover", "张三", "zhang@x.cn");
        var noDay = await RunAsync("handover", "张三", "赵六", "--until", "soon");
        var neither = await RunAsync("handover", "张三");
        var unbound = await RunAsync("unbind", "msteams/19:abc");

        Assert.Contains("What comes for 张三 goes to 赵六 until 31 January 2999.", over.Output, StringComparison.Ordinal);
        Assert.Contains("handed over to zhao@x.cn until 31 January 2999", list.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.NothingFound), (back.ExitCode, nothing.ExitCode));
        Assert.Equal((ExitCode.BadUsage, ExitCode.NothingFound, ExitCode.BadUsage), (past.ExitCode, nobody.ExitCode, oneself.ExitCode));
        Assert.Equal((ExitCode.BadUsage, ExitCode.BadUsage, ExitCode.NothingFound), (noDay.ExitCode, neither.ExitCode, unbound.ExitCode));
    }

    [Fact]
    public async Task A_chat_that_was_heard_of_is_bound_without_a_code_and_no_other_is()
    {
        await using var service = await ServiceProcess.StartAsync(data["store"], "http://127.0.0.1:0");
        using (var client = new HttpClient { BaseAddress = new Uri(service.Url) })
        {
            var said = BotService.Message("帮助", "19:unit");
            said["conversation"]!["isGroup"] = true;
            using var response = await client.PostAsJsonAsync("/api/messages", said, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
        }

        var unknown = await RunAsync("bind", "emulator/nowhere", "市水利局");
        var nobody = await RunAsync("bind", "emulator/19:unit", "市水力局");
        var bound = await RunAsync("bind", "emulator/19:unit", "市水利局");
        var again = await RunAsync("bind", "emulator/19:unit", "岱山县");
        var list = await RunAsync("list");

        Assert.Equal((ExitCode.NothingFound, ExitCode.NothingFound), (unknown.ExitCode, nobody.ExitCode));
        Assert.Contains("channels that it knows: emulator/19:unit", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean “市水利局”?", nobody.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ExitCode.Done), (bound.ExitCode, again.ExitCode));
        Assert.Contains("the chat emulator/19:unit stands for 市水利局.", bound.Output, StringComparison.Ordinal);
        Assert.Contains("Until now it stood for 市水利局.", again.Output, StringComparison.Ordinal);
        Assert.Contains("chat emulator/19:unit  岱山县", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_Chinese_terminal_all_of_it_is_Chinese()
    {
        using var output = new StringWriter();
        var surroundings = new CommandSurroundings
        {
            OpenAsync = (_, cancel) => OpenStore.OfAsync(
                new StoreOptions { Folder = data["store"] }, new QuestionOptions(), new OfficeClock(TimeProvider.System, new DateTimeOffset(2024, 11, 20, 9, 0, 0, OfficeClock.Offset)), cancel),
            Clock = new OfficeClock(TimeProvider.System, new DateTimeOffset(2024, 11, 20, 9, 0, 0, OfficeClock.Offset)),
            Text = CommandText.In(ReplyLanguage.Chinese),
            Folder = data["store"],
        };
        string[][] commands =
        [
            ["people", "import", File(Three), "--yes"], ["people", "import", File(Header + "x,,,,村长,,,,")], ["people", "code", "市水利局"], ["people", "code", "市水力局"],
            ["people", "handover", "张三", "赵六", "--until", "2024-11-30"], ["people", "list"], ["people", "handover", "张三", "--back"], ["people", "handover", "没有", "--back"],
            ["people", "unbind", "x"], ["people", "bind", "msteams/19:x", "市水利局"], ["people", "template", "t.csv"], ["people", "template", "t.csv"],
            ["deadline", "set", "第三部分第7条", "2024-11-30", "--reason", "提前"], ["deadline", "clear", "第三部分第7条", "--reason", "不必"], ["deadline", "clear", "第7条", "--reason", "不必"],
            ["deadline", "clear", "第九十九部分第1条", "--reason", "不必"],
        ];
        foreach (var command in commands)
        {
            await CommandLine.Of(surroundings).RunAsync(command, output, output, TestContext.Current.CancellationToken);
        }

        var said = output.ToString();
        string[] expected =
        [
            "新增 3 人", "已导入，名录现有 3 人", "没有填账号", "有 2 处错误", "2024-11-21 09:00 前有效", "是否为“市水利局”", "到2024年11月30日为止转给赵六",
            "张三 zhang@x.cn 联络员 市水利局 代理人 li@x.cn  尚未与机器人对话  交接给 zhao@x.cn", "无人对接", "交接已收回", "名录中没有“没有”", "没有绑定的会话", "机器人没有见过会话“msteams/19:x”", "模板已写入", "无法写入",
            "期限已设为2024年11月30日", "已恢复通知的期限", "请给出其中一项的 id", "没有找到“第九十九部分第1条”",
        ];
        Assert.All(expected, words => Assert.Contains(words, said, StringComparison.Ordinal));
    }

    private string File(string content)
    {
        var path = data[$"{Guid.NewGuid():N}.csv"];
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync(["people", .. args, "--data", data["store"]]);
}
