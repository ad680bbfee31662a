using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.Tests.DirectLine;

namespace ZhoushanBot.Tests.People;

public sealed class DemonstrationPeopleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_nobody_signs_in_the_personas_are_the_directory_and_the_page_says_for_whom_they_speak()
    {
        await using var service = new BotService();
        var url = service.Listen();
        using var http = new HttpClient { BaseAddress = url };

        var settings = await http.GetFromJsonAsync<JsonNode>("/chat/settings", Cancel);
        var people = PeopleOf(service);

        Assert.True(people.IsDemonstration);
        Assert.Equal(Role.Manager, people.Directory.RoleOf(new Actor("persona-manager", "")));
        Assert.Equal(Role.Administrator, people.Directory.RoleOf(new Actor("persona-administrator", "")));
        Assert.Equal(Role.Staff, people.Directory.RoleOf(new Actor("persona-staff", "")));
        var liaison = people.Directory.Find("persona-liaison")!;
        var head = people.Directory.Find("persona-head")!;
        var county = people.Directory.Find("persona-county")!;
        Assert.Equal((liaison.Organization, true), (head.Organization, head.IsHead));
        Assert.NotNull(liaison.Organization);
        Assert.NotNull(county.Area);
        Assert.All(people.Directory.People, person => Assert.EndsWith("（演示）", person.Name, StringComparison.Ordinal));

        var personas = settings!["personas"]!.AsArray();
        Assert.Equal(people.Directory.People.Select(p => p.AccountId), personas.Select(p => (string)p!["id"]!));
        var shown = personas.Single(p => (string)p!["id"]! == "persona-liaison")!;
        Assert.Contains(liaison.Organization, (string)shown["chinese"]!, StringComparison.Ordinal);
        Assert.Matches($@"^Unit liaison, .*[A-Za-z].*\({liaison.Organization}\)$", (string)shown["english"]!);
    }

    [Fact]
    public async Task A_start_with_the_same_notice_writes_them_down_once()
    {
        using var folder = new ScratchFolder();
        for (var start = 0; start < 2; start++)
        {
            await using var service = new BotService().KeptIn(folder);
            service.Listen();
            var line = Assert.Single(await service.Services.GetRequiredService<IJournal>().ReadAsync(0, 10, Cancel));

            Assert.Equal(("people.imported", Actor.Service), (line.Event.Kind, line.By));
            Assert.Contains("\"isDemonstration\":true", line.Event.Json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_real_directory_takes_their_place_and_the_page_offers_those_only_whom_it_lists()
    {
        await using var service = new BotService();
        using var http = new HttpClient { BaseAddress = service.Listen() };
        await service.Services.GetRequiredService<OfficeBook>().AppendAsync(
            Actor.CommandLine, DateTimeOffset.UnixEpoch, [PeopleJournal.Write(new PeopleEvent.Imported([new Person("persona-county", "赵六", Role.Liaison, null, "嵊泗县", null, false)]))], Cancel);

        var settings = await http.GetFromJsonAsync<JsonNode>("/chat/settings", Cancel);

        Assert.Equal(["干部", "县区联络员（嵊泗县）"], settings!["personas"]!.AsArray().Select(p => (string)p!["chinese"]!));
        Assert.False(PeopleOf(service).IsDemonstration);
        Assert.Equal(Role.Staff, PeopleOf(service).Directory.RoleOf(new Actor("persona-manager", "")));
    }

    [Fact]
    public async Task Where_people_sign_in_they_are_taken_out_again()
    {
        using var folder = new ScratchFolder();
        await using (var open = new BotService().KeptIn(folder))
        {
            open.Listen();
            Assert.NotEmpty(PeopleOf(open).Directory.People);
        }

        await using var closed = new BotService().KeptIn(folder).With("DirectLine:Enabled", "false");
        closed.Listen();

        Assert.Empty(PeopleOf(closed).Directory.People);
    }

    [Fact]
    public async Task A_page_that_opens_its_conversation_can_be_written_to_and_an_ordinary_turn_writes_nothing()
    {
        await using var service = new BotService();
        var url = service.Listen();
        var (client, _) = await DirectLineClient.OpenAsync(url, "persona-liaison");
        using var page = client;

        var chat = PeopleOf(service).OwnChatOf("persona-liaison");
        var line = service.Services.GetRequiredService<OfficeBook>().Current.Sequence;
        await client.SayAsync("帮助");
        await client.SayAsync("HPV");

        Assert.Equal(new ChatAddress("directline", client.ConversationId), chat);
        Assert.Equal(line, service.Services.GetRequiredService<OfficeBook>().Current.Sequence);
        Assert.Null(PeopleOf(service).OwnChatOf("persona-head"));
    }

    private static PeopleState PeopleOf(BotService service) => service.Services.GetRequiredService<OfficeBook>().Current.People;
}
