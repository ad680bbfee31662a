using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Conversations;

namespace ZhoushanBot.Tests.Conversations;

/// <summary>The bot's own words, through the real service, its store and its connector client.</summary>
public sealed class ProactiveMessagesTests : IAsyncLifetime
{
    private static readonly ConversationAddress Chat = AuthenticatedChannel.Chat;
    private AuthenticatedChannel teams = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => teams = await AuthenticatedChannel.StartAsync();

    public ValueTask DisposeAsync() => teams.DisposeAsync();

    [Fact]
    public async Task After_a_restart_a_message_goes_where_the_conversation_was_last()
    {
        await using (var before = teams.Service())
        {
            await teams.DeliverAsync(before, teams.Activity());
        }

        teams.Connector.Calls.Clear();
        await using var after = teams.Service();

        var id = await Sender(after).SendAsync(Chat, Message("到期提醒"), Cancel);

        var call = Assert.Single(teams.Connector.Calls);
        Assert.Equal(("POST", "/v3/conversations/a%3A1/activities", "到期提醒", id), (call.Method, call.Target, call.Activity.Text, "reply-2"));
        Assert.StartsWith("Bearer token-", call.Authorization, StringComparison.Ordinal);
        Assert.Equal(("28:bot", "29:" + AuthenticatedChannel.Account, null), (call.Activity.From!.Id, call.Activity.Recipient!.Id, call.Activity.ReplyToId));
        Assert.Equal(("zh-CN", "personal", AuthenticatedChannel.Tenant), (call.Activity.Locale, call.Activity.Conversation!.ConversationType, call.Activity.Conversation.TenantId));
    }

    [Fact]
    public async Task A_dead_reference_is_dropped_and_stays_so_after_a_restart()
    {
        await using (var service = teams.Service())
        {
            await teams.DeliverAsync(service, teams.Activity());
            teams.Connector.Answer = (_, _) => (404, """{"error":{"code":"ConversationNotFound"}}""");

            var failure = await Assert.ThrowsAsync<ConnectorException>(() => Sender(service).SendAsync(Chat, Message("x"), Cancel));

            Assert.Equal(ConnectorFailure.Gone, failure.Failure);
            await Assert.ThrowsAsync<UnknownConversationException>(() => Sender(service).SendAsync(Chat, Message("x"), Cancel));
        }

        await using var after = teams.Service();
        await Assert.ThrowsAsync<UnknownConversationException>(() => Sender(after).SendAsync(Chat, Message("x"), Cancel));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_left_alone_until_they_speak_again()
    {
        await using (var service = teams.Service())
        {
            await teams.DeliverAsync(service, teams.Activity());
            teams.Connector.Answer = (_, _) => (403, """{"error":{"code":"Forbidden","innerHttpError":{"body":{"subCode":"MessageWritesBlocked"}}}}""");
            await Assert.ThrowsAsync<ConnectorException>(() => Sender(service).SendAsync(Chat, Message("x"), Cancel));
        }

        teams.Connector.Answer = (_, _) => null;
        teams.Connector.Calls.Clear();
        await using var after = teams.Service();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Sender(after).SendAsync(Chat, Message("x"), Cancel));
        Assert.Equal((ConnectorFailure.Blocked, ForbiddenReason.MessageWritesBlocked), (failure.Failure, failure.Reason));
        Assert.Empty(teams.Connector.Calls);

        await teams.DeliverAsync(after, teams.Activity());
        await Sender(after).SendAsync(Chat, Message("again"), Cancel);
        Assert.Equal("again", teams.Connector.Calls.Last().Activity.Text);
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task A_bot_that_was_taken_out_says_nothing_until_it_is_taken_in_again(string type)
    {
        await using var service = teams.Service();
        await teams.DeliverAsync(service, teams.Activity());
        JsonObject Update(bool isIn)
        {
            var update = teams.Activity(type);
            update["action"] = isIn ? "add" : "remove";
            update[isIn ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
            return update;
        }

        await teams.DeliverAsync(service, Update(isIn: false));
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Sender(service).SendAsync(Chat, Message("x"), Cancel));
        await teams.DeliverAsync(service, Update(isIn: true));
        await Sender(service).SendAsync(Chat, Message("in again"), Cancel);

        Assert.Equal((ConnectorFailure.Blocked, ForbiddenReason.BotNotInConversationRoster), (failure.Failure, failure.Reason));
        Assert.Equal("in again", teams.Connector.Calls.Last().Activity.Text);
    }

    [Fact]
    public async Task A_message_is_changed_in_place_and_a_message_that_is_gone_drops_no_conversation()
    {
        await using var service = teams.Service();
        await teams.DeliverAsync(service, teams.Activity());

        await Sender(service).UpdateAsync(Chat, "m/1", Message("changed"), Cancel);

        var call = teams.Connector.Calls.Last();
        Assert.Equal(("PUT", "/v3/conversations/a%3A1/activities/m%2F1", "changed"), (call.Method, call.Target, call.Activity.Text));
        teams.Connector.Answer = (_, _) => (404, """{"error":{"code":"ActivityNotFoundInConversation"}}""");
        await Assert.ThrowsAsync<ConnectorException>(() => Sender(service).UpdateAsync(Chat, "m/1", Message("changed"), Cancel));
        teams.Connector.Answer = (_, _) => null;
        Assert.NotNull(await Sender(service).SendAsync(Chat, Message("still there"), Cancel));
    }

    [Fact]
    public async Task Teams_is_asked_for_a_chat_with_somebody_who_never_spoke_and_it_is_kept()
    {
        const string newcomer = "7b1f9a6e-0000-4000-8000-000000000002";
        await using (var service = teams.Service())
        {
            await teams.DeliverAsync(service, teams.Activity());
            teams.Connector.Answer = (call, _) => call.Target == "/v3/conversations" ? (201, """{"id":"a:new"}""") : null;

            var address = await Personal(service).FindOrOpenAsync(newcomer, null, Cancel);

            Assert.Equal(new ConversationAddress("msteams", "a:new"), address);
            var body = JsonNode.Parse(teams.Connector.Calls.Last().Body)!;
            Assert.True(JsonNode.DeepEquals(
                JsonNode.Parse("""{"isGroup":false,"bot":{"id":"28:bot","name":"Bot"},"members":[{"id":"X"}],"tenantId":"own-tenant","channelData":{"tenant":{"id":"own-tenant"}}}""".Replace("X", newcomer, StringComparison.Ordinal)),
                body), body.ToJsonString());
        }

        teams.Connector.Calls.Clear();
        await using var after = teams.Service();
        var kept = await Personal(after).FindOrOpenAsync(newcomer.ToUpperInvariant(), null, Cancel);
        await Sender(after).SendAsync(kept!.Value, Message("您好"), Cancel);

        Assert.Equal(("/v3/conversations/a%3Anew/activities", newcomer), (Assert.Single(teams.Connector.Calls).Target, teams.Connector.Calls.Single().Activity.Recipient!.Id));
    }

    [Theory]
    [InlineData("7b1f9a6e-0000-4000-8000-000000000002", "other-tenant")]
    [InlineData("oidc-somebody", null)]
    [InlineData("liaison@example.org", null)]
    public async Task Nobody_is_looked_for_where_the_bot_was_never_spoken_to(string account, string? tenant)
    {
        await using var service = teams.Service();
        await teams.DeliverAsync(service, teams.Activity());
        teams.Connector.Calls.Clear();

        Assert.Null(await Personal(service).FindOrOpenAsync(account, tenant, Cancel));
        Assert.Empty(teams.Connector.Calls);
    }

    [Fact]
    public async Task A_reference_of_a_time_without_authentication_gets_no_token_later()
    {
        await using (var open = teams.Service(isRegistered: false))
        {
            using var response = await open.PostAsync(teams.Activity(), Cancel);
            Assert.NotNull(await Sender(open).SendAsync(Chat, Message("x"), Cancel));
        }

        teams.Connector.Calls.Clear();
        await using var registered = teams.Service();

        await Assert.ThrowsAsync<UnknownConversationException>(() => Sender(registered).SendAsync(Chat, Message("x"), Cancel));
        Assert.Empty(teams.Connector.Calls);
        Assert.Empty(teams.Cloud.TokenRequests);
    }

    private static IProactiveSender Sender(BotService service) => service.Services.GetRequiredService<IProactiveSender>();

    private static IPersonalConversations Personal(BotService service) => service.Services.GetRequiredService<IPersonalConversations>();

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
