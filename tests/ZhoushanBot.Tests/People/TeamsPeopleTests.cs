using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.Tests.Conversations;

namespace ZhoushanBot.Tests.People;

public sealed class TeamsPeopleTests
{
    private const string Member = "/v3/conversations/a%3A1/members/29%3A" + AuthenticatedChannel.Account;

    private static readonly Person Listed = new("Zhang@X.gov.cn", "张三", Role.Liaison, "市水利局", null, null, false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_listed_by_sign_in_name_is_looked_up_once_and_keeps_the_account_over_the_next_import()
    {
        await using var teams = await AuthenticatedChannel.StartAsync();
        teams.Connector.Answer = (call, _) => call.Target == Member ? (200, Answer("zhang@x.gov.cn")) : null;
        await using var service = teams.Service();
        await ImportAsync(service);

        await teams.DeliverAsync(service, teams.Activity());
        await teams.DeliverAsync(service, teams.Activity());
        await ImportAsync(service);
        await teams.DeliverAsync(service, teams.Activity());

        var people = PeopleOf(service);
        Assert.Equal("张三", people.Directory.Find(AuthenticatedChannel.Account)?.Name);
        Assert.Equal(new ChatAddress("msteams", "a:1"), people.OwnChatOf(AuthenticatedChannel.Account));
        Assert.Single(teams.Connector.Calls, call => call.Method == "GET");
        Assert.Equal(["people.imported", "people.identified", "people.connected", "people.imported"], await KindsAsync(service));
    }

    [Theory]
    [InlineData("other@x.gov.cn", AuthenticatedChannel.Account)]
    [InlineData("zhang@x.gov.cn", "7b1f9a6e-0000-4000-8000-00000000000f")]
    public async Task Another_name_or_another_account_makes_nobody_a_liaison(string name, string account)
    {
        await using var teams = await AuthenticatedChannel.StartAsync();
        teams.Connector.Answer = (call, _) => call.Target == Member ? (200, Answer(name, account)) : null;
        await using var service = teams.Service();
        await ImportAsync(service);

        await teams.DeliverAsync(service, teams.Activity());
        await teams.DeliverAsync(service, teams.Activity());

        Assert.Equal(Role.Staff, PeopleOf(service).Directory.RoleOf(new Actor(AuthenticatedChannel.Account, "")));
        Assert.Single(teams.Connector.Calls, call => call.Method == "GET");
        Assert.Equal(["people.imported"], await KindsAsync(service));
    }

    [Fact]
    public async Task A_look_up_that_fails_costs_nobody_the_answer()
    {
        await using var teams = await AuthenticatedChannel.StartAsync();
        teams.Connector.Answer = (call, _) => call.Method == "GET" ? (404, """{"error":{"code":"MemberNotFoundInConversation"}}""") : null;
        await using var service = teams.Service();
        await ImportAsync(service);

        await teams.DeliverAsync(service, teams.Activity());

        Assert.Contains(teams.Connector.Calls, call => call.Method == "POST");
        Assert.Null(PeopleOf(service).OwnChatOf(AuthenticatedChannel.Account));
    }

    [Fact]
    public async Task Whoever_has_spoken_before_being_listed_is_connected_by_the_import()
    {
        await using var teams = await AuthenticatedChannel.StartAsync();
        await using var service = teams.Service();
        await teams.DeliverAsync(service, teams.Activity());
        var book = service.Services.GetRequiredService<OfficeBook>();

        await WriteAsync(service, new PeopleEvent.Imported([Listed with { AccountId = AuthenticatedChannel.Account.ToUpperInvariant() }]));
        for (var changed = book.Changed; PeopleOf(service).OwnChatOf(AuthenticatedChannel.Account) is null; changed = book.Changed)
        {
            await changed.WaitAsync(Cancel);
        }

        Assert.Equal(new ChatAddress("msteams", "a:1"), PeopleOf(service).OwnChatOf(AuthenticatedChannel.Account));
    }

    [Fact]
    public async Task A_channel_of_Teams_is_bound_with_all_of_its_threads()
    {
        await using var teams = await AuthenticatedChannel.StartAsync();
        await using var service = teams.Service();
        var code = BindingCode.Make("0123456789"u8);
        var owner = new ChatOwner("市水利局", null, null);
        await WriteAsync(service, new PeopleEvent.Imported([Listed with { AccountId = AuthenticatedChannel.Account }]));
        await WriteAsync(service, new PeopleEvent.CodeIssued(BindingCode.HashOf(code), owner, TimeProvider.System.GetUtcNow().AddHours(1)));
        var activity = teams.Activity(conversation: "19:abc@thread.tacv2;messageid=1700000000000");
        activity["conversation"]!["conversationType"] = "channel";
        activity["conversation"]!["isGroup"] = true;
        activity["text"] = $"绑定 {code}";

        await teams.DeliverAsync(service, activity);

        Assert.Equal([new ChatAddress("msteams", "19:abc@thread.tacv2")], PeopleOf(service).ChatsOf(owner));
        Assert.Null(PeopleOf(service).OwnChatOf(AuthenticatedChannel.Account));
    }

    private static string Answer(string name, string account = AuthenticatedChannel.Account) => new JsonObject
    {
        ["id"] = "29:" + account,
        ["aadObjectId"] = account,
        ["userPrincipalName"] = name,
    }.ToJsonString();

    private static Task ImportAsync(BotService service) => WriteAsync(service, new PeopleEvent.Imported([Listed]));

    private static async Task WriteAsync(BotService service, PeopleEvent happened) =>
        await service.Services.GetRequiredService<OfficeBook>().AppendAsync(Actor.CommandLine, DateTimeOffset.UnixEpoch, [PeopleJournal.Write(happened)], Cancel);

    private static async Task<IEnumerable<string>> KindsAsync(BotService service) =>
        (await service.Services.GetRequiredService<IJournal>().ReadAsync(0, 100, Cancel)).Select(line => line.Event.Kind);

    private static PeopleState PeopleOf(BotService service) => service.Services.GetRequiredService<OfficeBook>().Current.People;
}
