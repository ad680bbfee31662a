using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.Conversations;

namespace ZhoushanBot.Tests;

/// <summary>The real bot in Microsoft's 365 Agents Playground: it greets, answers, and speaks of its own accord by the reference that it kept.</summary>
public sealed class PlaygroundTests : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly BotService service = new();

    [Theory]
    [InlineData("msteams")]
    [InlineData("emulator")]
    public async Task A_person_is_greeted_answered_and_reminded(string channel)
    {
        const string chat = """
            [
              ["greeting", "wait", null, "169"],
              ["answer", "say", "市水利局牵头哪些任务", "岑港水库"],
              ["reminder", "notify", null, "到期提醒"]
            ]
            """;
        var url = service.Listen();
        var passed = new List<string>();

        await BrowserScript.RunAsync(
            "playground.cjs",
            async step =>
            {
                if ((string?)step["step"] == "notify")
                {
                    var book = service.Services.GetRequiredService<ConversationBook>();
                    var person = book.FindPersonal(book.All.First(known => known.AccountId is not null).AccountId!)!;
                    await service.Services.GetRequiredService<IProactiveSender>().SendAsync(
                        person.Address, new() { Type = ActivityTypes.Message, Text = "到期提醒" }, TestContext.Current.CancellationToken);
                }
                else if (step["passed"] is { } value)
                {
                    passed.Add($"{step["step"]} {value}");
                }
            },
            new Uri(url, "api/messages").ToString(), channel, "default", folder, chat);

        Assert.Equal(["greeting true", "answer true", "reminder true"], passed);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }
}
