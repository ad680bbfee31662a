using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Import;
using ZhoushanBot.Office;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>The service on a day of 2024, with people and, if wanted, an invented year of reports up to that day.</summary>
internal static class AnOffice
{
    public const string Manager = "manager";
    public const string OtherManager = "manager2";
    public const string Administrator = "administrator";
    public const string Liaison = "liaison";
    public const string AreaLiaison = "daishan";
    public const string Staff = "staff";
    public const string Unit = "市水利局";
    public const string Area = "岱山县";

    public static Task<BotService> OnAsync(string day, Func<BotService, BotService> settings) => OnAsync(day, true, settings);

    public static async Task<BotService> OnAsync(string day, bool withReports = true, Func<BotService, BotService>? settings = null)
    {
        var service = new BotService().With("Clock:AsOf", day);
        service = settings?.Invoke(service) ?? service;
        var book = service.Services.GetRequiredService<OfficeBook>();
        var notice = service.Services.GetRequiredService<NoticeArchive>().Current.Notices[0];
        var start = new DateTimeOffset(2024, 1, 2, 9, 0, 0, TimeSpan.FromHours(8));
        var people = PeopleEventJson.Write(new PeopleEvent.Imported(
        [
            new Person(Manager, "王督查", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
            new Person(OtherManager, "赵督查", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
            new Person(Administrator, "管理员", Role.Administrator, null, null, null, false),
            new Person(Liaison, "李联络", Role.Liaison, Unit, null, null, false),
            new Person(AreaLiaison, "陈联络", Role.Liaison, null, Area, null, false),
        ]));
        await book.AppendAsync(Actor.Service, start, [new JournalEvent(people.Kind, people.Subject, people.Json)], CancellationToken.None);
        var until = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        if (withReports)
        {
            foreach (var happened in DemoYear.Of(notice, 1, book.Current.Sequence).TakeWhile(e => e.At < until))
            {
                await book.AppendAsync(happened.By, happened.At, [happened.Event], CancellationToken.None);
            }
        }

        return service;
    }

    /// <summary>All texts of the answer, its cards' included.</summary>
    public static async Task<string> SayAsync(this BotService service, string text, string user, string conversation = "c") =>
        TextOf(await service.AskAsync(text, $"{conversation}-{user}", user, TestContext.Current.CancellationToken));

    /// <summary>Presses a button that has a title, of the cards of an answer; what it carries goes with what is filled in.</summary>
    public static async Task<JsonArray> PressAsync(this BotService service, JsonObject data, string user, string conversation = "c")
    {
        var message = BotService.Message(string.Empty, $"{conversation}-{user}", user);
        message["value"] = data.DeepClone();
        using var response = await service.PostAsync(message, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
    }

    /// <summary>The data of the first button with a title.</summary>
    public static JsonObject ButtonOf(JsonNode answer, string title) =>
        All(answer).OfType<JsonObject>().First(o => o["title"] is JsonValue t && t.GetValue<string>() == title && o["data"] is JsonObject)["data"]!.AsObject();

    public static bool HasButton(JsonNode answer, string title) => All(answer).OfType<JsonObject>().Any(o => o["title"] is JsonValue t && t.GetValue<string>() == title && o["data"] is JsonObject);

    public static string TextOf(JsonNode answer) =>
        string.Join('\n', All(answer).OfType<JsonObject>().Select(o => o["text"]).OfType<JsonValue>().Select(v => v.GetValue<string>()));

    public static IEnumerable<JsonNode> All(JsonNode? node)
    {
        if (node is null)
        {
            yield break;
        }

        yield return node;
        var inside = node is JsonObject o ? o.Select(p => p.Value) : node is JsonArray a ? a : [];
        foreach (var child in inside.SelectMany(All))
        {
            yield return child;
        }
    }
}
