using System.Text.Json.Nodes;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.ChatPage;

namespace ZhoushanBot.Tests.ChatPage;

/// <summary>The chat page in Debian's Chromium: type, see the answer, press a button by keyboard, and go on after a restart.</summary>
/// <remarks>With SCREENSHOTS set to a folder it leaves pictures there.</remarks>
public sealed class WebChatTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact(Timeout = 240_000)]
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
            Assert.Equal(6, opened["buttons"]!.AsArray().Count);
            Assert.Empty(opened["faults"]!.AsArray());
            var answered = await NextAsync(browser, "answered");
            Assert.Equal((2, 0), ((int)answered["cards"]!, (int)answered["markup"]!));
            var pressed = await NextAsync(browser, "pressed");
            Assert.Equal(pressed["pressed"]!.ToJsonString(), pressed["said"]!.ToJsonString());

            Assert.NotEqual(0, (int)(await NextAsync(browser, "judged"))["judged"]!);

            await NextAsync(browser, "restart");
            await service.DisposeAsync();
            service = await ServiceProcess.StartAsync(data, service.Url);
            await browser.Input.WriteLineAsync("go");
            await browser.Input.FlushAsync(TestContext.Current.CancellationToken);
            var reconnected = await NextAsync(browser, "reconnected");
            Assert.Equal((4, 5, 1), ((int)reconnected["kept"]!, (int)reconnected["cards"]!, (int)reconnected["asked"]!));
            Assert.Equal(1, (int)(await NextAsync(browser, "reloaded"))["cards"]!);

            var changed = await NextAsync(browser, "changed");
            Assert.Equal(1, (int)changed["conversations"]!);

            var hurried = await NextAsync(browser, "hurried");
            Assert.Equal((false, true, 1), ((bool)hurried["boxBefore"]!, (bool)hurried["status"]!, (int)hurried["asked"]!));

            foreach (var (name, greeting) in new[] { ("en-phone-dark", "Hello"), ("zh-phone-light", "您好"), ("en-desktop-dark", "Hello") })
            {
                var looked = await NextAsync(browser, "looked");
                Assert.Equal(name, (string?)looked["name"]);
                Assert.Empty(looked["tooWide"]!.AsArray());
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
        if (line is null)
        {
            Assert.Fail($"Ended before '{step}': {await browser.Error.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        }

        var fact = JsonNode.Parse(line)!;
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
