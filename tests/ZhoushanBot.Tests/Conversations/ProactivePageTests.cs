using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities;
using ZhoushanBot.Conversations;
using ZhoushanBot.Tests.DirectLine;

namespace ZhoushanBot.Tests.Conversations;

/// <summary>The bot's own words on the chat page.</summary>
public sealed class ProactivePageTests : IDisposable
{
    private readonly ScratchFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_told_on_the_page_that_they_opened_before_a_restart()
    {
        string token;
        string conversation;
        await using (var before = new BotService().KeptIn(data))
        {
            using var page = (await DirectLineClient.OpenAsync(before.Listen(), "persona-liaison")).Client;
            (token, conversation) = (page.Token, page.ConversationId);
        }

        await using var after = new BotService().KeptIn(data);
        using var again = new DirectLineClient(after.Listen()) { Token = token };
        var address = await after.Services.GetRequiredService<IPersonalConversations>().FindOrOpenAsync("persona-liaison", null, Cancel);
        var sender = after.Services.GetRequiredService<IProactiveSender>();

        var id = await sender.SendAsync(address!.Value, Message("到期提醒"), Cancel);
        await sender.UpdateAsync(address.Value, id!, Message("已签收"), Cancel);

        Assert.Equal(new ConversationAddress("directline", conversation), address);
        var (_, read) = await again.SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities");
        Assert.Equal(["到期提醒", "已签收"], read!["activities"]!.AsArray().Select(activity => (string)activity!["text"]!));
        Assert.Equal(2, read["activities"]!.AsArray().Select(activity => (string)activity!["id"]!).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Nobody_is_told_what_is_meant_for_another()
    {
        await using var service = new BotService().KeptIn(data);
        var url = service.Listen();
        using var liaison = (await DirectLineClient.OpenAsync(url, "persona-liaison")).Client;
        using var staff = (await DirectLineClient.OpenAsync(url, "persona-staff")).Client;
        var address = await service.Services.GetRequiredService<IPersonalConversations>().FindOrOpenAsync("persona-liaison", null, Cancel);

        await service.Services.GetRequiredService<IProactiveSender>().SendAsync(address!.Value, Message("到期提醒"), Cancel);

        Assert.Equal(["到期提醒"], (await liaison.ReadAsync()).Activities.Skip(1).Select(activity => (string)activity!["text"]!));
        Assert.Empty((await staff.ReadAsync()).Activities.Skip(1));
    }

    public void Dispose() => data.Dispose();

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
