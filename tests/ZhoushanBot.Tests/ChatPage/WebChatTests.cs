using System.Text.Json.Nodes;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.ChatPage;

namespace ZhoushanBot.Tests.ChatPage;

/// <summary>The chat page in Debian's Chromium: type, see the answer, press a button by keyboard, and go on after a restart.</summary>
/// <remarks>With SCREENSHOTS set to a folder it leaves pictures there.</remarks>
public sealed class WebChatTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task The_page_chats_in_both_languages_on_desktop_and_phone_and_survives_a_restart()
    {
        Need(File.Exists(Chromium), $"Chromium is not installed: there is no {Chromium}");
        Need(new WebChatBundle().Exists, "The build could not bring Web Chat: it needs Node.js with npm");
        using var data = new ScratchFolder();
        var service = await ServiceProcess.StartAsync(data, "http://127.0.0.1:0");
        try
        {
            await using var browser = NodePeer.Start("web-chat.cjs", service.Url + "/", Environment.GetEnvironmentVariable("SCREENSHOTS") ?? "-");
            var opened = await NextAsync(browser, "opened");
            Assert.Equal("zh-CN", (string?)opened["lang"]);
            Assert.NotEmpty(opened["buttons"]!.AsArray());
            Assert.Empty(opened["faults"]!.AsArray());
            Assert.Equal(3, (int)(await NextAsync(browser, "answered"))["messages"]!);
            var pressed = await NextAsync(browser, "pressed");
            Assert.EndsWith((string)pressed["pressed"]!, (string)pressed["said"]!, StringComparison.Ordinal);

            await NextAsync(browser, "restart");
            await service.DisposeAsync();
            service = await ServiceProcess.StartAsync(data, service.Url);
            await browser.Input.WriteLineAsync("go");
            await browser.Input.FlushAsync(TestContext.Current.CancellationToken);
            var reconnected = await NextAsync(browser, "reconnected");
            Assert.Equal((5, 7, 1), ((int)reconnected["kept"]!, (int)reconnected["messages"]!, (int)reconnected["asked"]!));
            Assert.Equal(2, (int)(await NextAsync(browser, "reloaded"))["messages"]!);

            foreach (var (name, greeting) in new[] { ("en-phone-dark", "I answer"), ("zh-phone-light", "我依据"), ("en-desktop-dark", "I answer") })
            {
                var looked = await NextAsync(browser, "looked");
                Assert.Equal((name, 0), ((string)looked["name"]!, (int)looked["tooWide"]!));
                Assert.StartsWith(greeting, (string)looked["greeting"]!, StringComparison.Ordinal);
                Assert.Empty(looked["faults"]!.AsArray());
            }
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    private static async Task<JsonNode> NextAsync(NodePeer browser, string step)
    {
        var line = await browser.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line is not null, $"Ended before '{step}': {await browser.Error.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        var fact = JsonNode.Parse(line!)!;
        Assert.Equal(step, (string?)fact["step"]);
        return fact;
    }

    private static void Need(bool isThere, string reason)
    {
        if (!isThere)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }
    }
}
