using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.People;

namespace ZhoushanBot.Tests.People;

public sealed class PeopleChatTests : IAsyncDisposable
{
    private const string Stranger = "stranger";
    private static readonly ChatOwner Water = new("市水利局", null, null);

    private static readonly Person[] People =
    [
        new("staff", "钱一", Role.Staff, "市水利局", null, null, false),
        new("liaison", "张三", Role.Liaison, "市水利局", null, "staff", false),
        new("county", "王五", Role.Liaison, null, "岱山县", null, false),
        new("manager", "赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
        new("administrator", "周八", Role.Administrator, null, null, null, false),
    ];

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 11, 20, 2, 0, 0, TimeSpan.Zero));
    private readonly BotService service;
    private int codes;

    public PeopleChatTests() => service = new BotService().With(services => services.AddSingleton<TimeProvider>(time));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OfficeBook Book => service.Services.GetRequiredService<OfficeBook>();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData(Stranger, "人员名录")]
    [InlineData("staff", "人员名录")]
    [InlineData("county", "另一个单位")]
    [InlineData("liaison", null)]
    [InlineData("manager", null)]
    [InlineData("administrator", null)]
    public async Task A_code_binds_for_whom_the_table_says_and_is_refused_kindly_to_others(string account, string? refused)
    {
        await ListAsync();
        var code = await IssueAsync(Water);

        var answer = await SayAsync($"绑定 {code}", account, $"chat-{account}");

        Assert.Contains(refused ?? "已绑定：本会话从现在起代表市水利局", answer, StringComparison.Ordinal);
        Assert.Equal(refused is null ? [new ChatAddress("emulator", $"chat-{account}")] : [], Book.Current.People.ChatsOf(Water));
    }

    [Fact]
    public async Task A_used_an_old_and_a_wrong_code_are_told_apart_in_the_language_in_which_they_are_typed()
    {
        await ListAsync();
        var (used, old) = (await IssueAsync(Water), await IssueAsync(Water));
        await SayAsync($"code {used.ToUpperInvariant().Replace('-', ' ')}", "liaison");
        var again = await SayAsync($"code: {used}", "liaison");
        time.Advance(BindingCode.Lifetime);
        var late = await SayAsync($"绑定码：{old}", "liaison");
        var wrong = await SayAsync("code ABCD-EFGH", "liaison");

        Assert.Contains("has been used", again, StringComparison.Ordinal);
        Assert.Contains("已过期", late, StringComparison.Ordinal);
        Assert.Contains("no such code", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_tries_codes_without_end_and_an_hour_later_one_may_again()
    {
        await ListAsync();
        var code = await IssueAsync(Water);
        for (var i = 0; i < CodeTries.Most; i++)
        {
            Assert.Contains("没有这个绑定码", await SayAsync($"绑定 22222-2222{i + 2}", "liaison"), StringComparison.Ordinal);
        }

        var refused = await SayAsync($"绑定 {code}", "liaison", "another chat");
        var other = await SayAsync("绑定 22222-22222", "manager");
        time.Advance(CodeTries.Span);
        var later = await SayAsync($"绑定 {code}", "liaison");

        Assert.Contains("一小时后再试", refused, StringComparison.Ordinal);
        Assert.Contains("没有这个绑定码", other, StringComparison.Ordinal);
        Assert.Contains("已绑定", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_is_bound_anew_says_for_whom_it_stood_before()
    {
        await ListAsync();
        await SayAsync($"绑定 {await IssueAsync(Water)}", "manager");

        var anew = await SayAsync($"code {await IssueAsync(ChatOwner.SupervisionOffice)}", "manager");

        Assert.Contains("stands for the supervision office", anew, StringComparison.Ordinal);
        Assert.Contains("Until now it stood for 市水利局 (Water Resources Bureau)", anew, StringComparison.Ordinal);
        Assert.Empty(Book.Current.People.ChatsOf(Water));
    }

    [Theory]
    [InlineData("code ABCD-EFGH", "ABCD-EFGH", ReplyLanguage.English)]
    [InlineData("绑定7kq2m-9xtwd", "7kq2m-9xtwd", ReplyLanguage.Chinese)]
    [InlineData("绑定码： 7KQ2M 9XTWD。", "7KQ2M 9XTWD", ReplyLanguage.Chinese)]
    [InlineData("Bind ABCDEFGHJK", "ABCDEFGHJK", ReplyLanguage.English)]
    public void A_code_is_heard_however_it_is_typed(string text, string code, ReplyLanguage language) => Assert.Equal((code, language), PeopleChat.CodeIn(text));

    [Theory]
    [InlineData("code of conduct")]
    [InlineData("code practice")]
    [InlineData("codeABCD-EFGH")]
    [InlineData("绑定是什么意思")]
    [InlineData("what is code ABCD-EFGH")]
    public void Other_words_stay_a_question(string text) => Assert.Null(PeopleChat.CodeIn(text));

    [Fact]
    public async Task Who_am_I_tells_the_role_the_unit_the_chat_and_who_stands_in()
    {
        await ListAsync();
        await SayAsync($"绑定 {await IssueAsync(Water)}", "liaison", "unit");
        await WriteAsync(new PeopleEvent.HandedOver("liaison", "county", new DateOnly(2024, 11, 22), "休假"));

        var chinese = await SayAsync("我是谁？", "liaison", "unit");
        var english = await SayAsync("Who am I?", "liaison", "own");
        var county = await SayAsync("我是谁", "county", "county");
        var staff = await SayAsync("我是谁", "staff", "s");

        Assert.Contains("您是张三，身份：联络员。\n代表：市水利局\n本会话已绑定：市水利局", chinese, StringComparison.Ordinal);
        Assert.Contains("发到本会话", chinese, StringComparison.Ordinal);
        Assert.Contains("代理人：钱一\n已交接给：王五，到2024年11月22日为止", chinese, StringComparison.Ordinal);
        Assert.Contains("您可以：提问、签收本单位的任务、", chinese, StringComparison.Ordinal);
        Assert.Contains("You are 张三, role: liaison.\nYou speak for: 市水利局 (Water Resources Bureau)", english, StringComparison.Ordinal);
        Assert.Contains("Handed over to: 王五, until 22 November 2024", english, StringComparison.Ordinal);
        Assert.Contains("代为办理：张三的事项", county, StringComparison.Ordinal);
        Assert.Contains("代为办理：张三的事项\n您可以：提问、签收本单位的任务、", staff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_am_I_tells_an_unlisted_person_what_to_do_and_nothing_private_before_others()
    {
        await ListAsync();

        var stranger = await SayAsync("who am i", Stranger);
        var shared = BotService.Message("我是谁", "group", "liaison");
        shared["conversation"]!["isGroup"] = true;
        using var response = await service.PostAsync(shared, Cancel);
        var inGroup = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["activities"]![0]!.Shown();

        Assert.Contains("You are not in the directory and count as staff", stranger, StringComparison.Ordinal);
        Assert.Contains("Your account, for the directory: stranger", stranger, StringComparison.Ordinal);
        Assert.EndsWith("You may ask.", stranger, StringComparison.Ordinal);
        Assert.Contains("您是张三", inGroup, StringComparison.Ordinal);
        Assert.DoesNotContain("代理人", inGroup, StringComparison.Ordinal);
        Assert.Null(Book.Current.People.OwnChatOf("liaison"));
    }

    [Fact]
    public async Task A_chat_that_was_lost_is_reachable_again_when_somebody_speaks_there()
    {
        await ListAsync();
        var chat = new ChatAddress("emulator", "unit");
        await SayAsync($"绑定 {await IssueAsync(Water)}", "liaison", "unit");
        await SayAsync("你好", "liaison", "own");
        await WriteAsync(new PeopleEvent.Unreachable(chat, "BotNotInConversationRoster"));
        Assert.Empty(Book.Current.People.ChatsOf(Water));

        await SayAsync("你好", Stranger, "unit");

        Assert.Equal([chat], Book.Current.People.ChatsOf(Water));
    }

    private Task ListAsync() => WriteAsync(new PeopleEvent.Imported([.. People]));

    private async Task<string> IssueAsync(ChatOwner owner)
    {
        var code = BindingCode.Make(Encoding.ASCII.GetBytes($"code {codes++:00000}"));
        await WriteAsync(new PeopleEvent.CodeIssued(BindingCode.HashOf(code), owner, time.GetUtcNow() + BindingCode.Lifetime));
        return code;
    }

    private async Task WriteAsync(PeopleEvent happened) => await Book.AppendAsync(Actor.CommandLine, time.GetUtcNow(), [PeopleJournal.Write(happened)], Cancel);

    private async Task<string> SayAsync(string text, string account, string chat = "c") =>
        string.Join('\n', (await service.AskAsync(text, chat, account, Cancel)).Select(activity => activity!.Shown()));
}
