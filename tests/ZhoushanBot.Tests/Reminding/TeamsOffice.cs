using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Office;
using ZhoushanBot.Tests.Conversations;

namespace ZhoushanBot.Tests.Reminding;

/// <summary>An office that works in Teams: the real service, a connector on this machine, people in chats of their own and in one that their unit shares.</summary>
internal sealed class TeamsOffice : IAsyncDisposable
{
    public const string Unit = "市水利局";
    public const string Shared = "19:unit@thread.v2";
    public const string Liaison = "7b1f9a6e-0000-4000-8000-000000000001";
    public const string Deputy = "7b1f9a6e-0000-4000-8000-000000000002";
    public const string Administrator = "7b1f9a6e-0000-4000-8000-000000000003";
    public const string Stranger = "7b1f9a6e-0000-4000-8000-000000000004";
    public const string Manager = "7b1f9a6e-0000-4000-8000-000000000005";

    /// <summary>Half past eight in Shanghai, of a Wednesday.</summary>
    public static readonly DateTimeOffset Opening = new(2024, 11, 20, 0, 30, 0, TimeSpan.Zero);

    private static readonly Person[] Everybody =
    [
        new(Liaison, "张三", Role.Liaison, Unit, null, Deputy, false),
        new(Deputy, "李四", Role.Staff, null, null, null, false),
        new(Administrator, "周八", Role.Administrator, null, null, null, false),
        new(Stranger, "王五", Role.Liaison, null, "岱山县", null, false),
        new(Manager, "赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
    ];

    private TeamsOffice(AuthenticatedChannel teams, FakeTimeProvider time)
    {
        (Teams, Time) = (teams, time);
        Service = Start();
    }

    public AuthenticatedChannel Teams { get; }

    public FakeTimeProvider Time { get; }

    public BotService Service { get; private set; }

    public RecordedLog Log { get; } = new();

    public OfficeBook Book => Service.Services.GetRequiredService<OfficeBook>();

    public PlanInput Plan() => Service.Services.GetRequiredService<OfficeView>().Plan();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Half a minute before the sending hours open; everybody is listed, and nobody has spoken yet.</summary>
    public static async Task<TeamsOffice> StartAsync(int membersOfShared = 3)
    {
        var time = new FakeTimeProvider(Opening - TimeSpan.FromSeconds(30));
        var office = new TeamsOffice(await AuthenticatedChannel.StartAsync(time), time);
        office.Teams.Connector.Answer = (call, _) => office.Members(call, membersOfShared);
        await office.HappensAsync(PeopleJournal.Write(new PeopleEvent.Imported([.. Everybody])));
        return office;
    }

    /// <summary>Stops the service and starts another on the same store.</summary>
    public async Task RestartAsync()
    {
        await Service.DisposeAsync();
        Service = Start();
        Assert.NotEmpty(Book.Current.People.Directory.People);
    }

    public static string OwnChat(string account) => $"a:{account[^1]}";

    /// <summary>The path of a chat at the connector.</summary>
    public static string PathOf(string chat) => $"/v3/conversations/{Uri.EscapeDataString(chat)}";

    public (int, string)? Members(ConnectorCall call, int count) => !call.Target.StartsWith(PathOf(Shared) + "/pagedmembers", StringComparison.Ordinal) ? null
        : (200, new JsonObject { ["members"] = new JsonArray([.. Enumerable.Range(1, count).Select(i => (JsonNode)new JsonObject { ["id"] = $"29:{i}" })]) }.ToJsonString());

    public async Task HappensAsync(JournalEvent happened) => await Book.AppendAsync(Actor.CommandLine, Time.GetUtcNow(), [happened], Cancel);

    /// <summary>Says something: alone with the bot, or in the unit's chat.</summary>
    public Task<string> SayAsync(string account, string text, bool isShared = false) => Teams.DeliverAsync(Service, Of(account, isShared, activity => activity["text"] = text));

    /// <summary>Everybody named speaks with the bot alone, so that they can be written to.</summary>
    public async Task MeetAsync(params string[] accounts)
    {
        foreach (var account in accounts)
        {
            await SayAsync(account, "帮助");
        }
    }

    public Task<string> ChangeInstallationAsync(string account, string action) => Teams.DeliverAsync(
        Service,
        Of(account, false, activity =>
        {
            activity["type"] = "installationUpdate";
            activity["action"] = action;
            activity["text"] = null;
        }));

    /// <summary>Presses a button of a card; by Action.Execute, or as clients do that have none.</summary>
    /// <returns>The answer to the invoke; empty for a client without.</returns>
    public Task<string> PressAsync(string account, string? card, JsonObject data, bool isShared = true, bool isSubmit = false, bool isRefresh = false) => Teams.DeliverAsync(
        Service,
        Of(account, isShared, activity =>
        {
            activity["replyToId"] = card;
            activity["text"] = null;
            if (isSubmit)
            {
                activity["value"] = data;
                return;
            }

            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string)data["verb"]!, ["data"] = data },
                ["trigger"] = isRefresh ? "automatic" : "manual",
            };
        }));

    public static JsonObject Button(string verb, Digest digest, PlannedReminder? line = null, params (string Name, string Value)[] inputs)
    {
        var data = line is null
            ? [new CardDatum(ReminderButtons.Digest, digest.Key)]
            : ReminderButtons.DataOf(new ReminderTarget(line.WorkItemId, line.Party, line.Due), digest.Key);
        var button = new JsonObject { ["verb"] = verb };
        foreach (var (name, value) in data.Select(d => (d.Name, d.Value)).Concat(inputs))
        {
            button[name] = value;
        }

        return button;
    }

    /// <summary>Waits for sent messages of a kind; a chat narrows it down.</summary>
    public async Task<List<OutboxRow>> SentAsync(string kind, int count, string? chat = null)
    {
        List<OutboxRow> sent = [];
        await UntilAsync(async () => (sent = await RowsAsync(kind, chat, OutboxStage.Sent)).Count >= count, $"{count} of {kind}");
        return sent;
    }

    public async Task<List<OutboxRow>> RowsAsync(string kind, string? chat, OutboxStage stage) =>
    [
        .. (await Book.ReadAsync(0, 10_000, Cancel)).Select(DeliveryLines.Read).OfType<OutboxRow>()
            .Where(row => row.Message.Kind == kind && row.State.Stage == stage && (chat is null || row.Message.To.ConversationId == chat)),
    ];

    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var round = 0; round < 100; round++)
        {
            var changed = Book.Changed;
            if (await holds())
            {
                return;
            }

            // A timer that was set while the clock was being moved waits for a minute more of it.
            try
            {
                await changed.WaitAsync(TimeSpan.FromSeconds(1), Cancel);
            }
            catch (TimeoutException)
            {
                Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        Assert.Fail($"It never came to {what}.");
    }

    /// <summary>The calls that say something in a chat, or change something said there.</summary>
    public IEnumerable<ConnectorCall> CallsTo(string chat, string method = "POST") =>
        Teams.Connector.Calls.Where(call => call.Method == method && call.Target.StartsWith(PathOf(chat) + "/activities", StringComparison.Ordinal));

    public static string ShownIn(ConnectorCall call) => JsonNode.Parse(call.Body)!.Shown();

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Teams.DisposeAsync();
        Log.Dispose();
    }

    private BotService Start() => Teams.Service().With(services => services.AddSingleton<ILoggerProvider>(Log));

    private JsonObject Of(string account, bool isShared, Action<JsonObject> change)
    {
        var activity = Teams.Activity(account: account, conversation: isShared ? Shared : OwnChat(account));
        if (isShared)
        {
            activity["conversation"]!["conversationType"] = "groupChat";
            activity["conversation"]!["isGroup"] = true;
        }

        change(activity);
        return activity;
    }
}
