namespace ZhoushanBot.Activities.Tests;

/// <summary>References, replies and mentions.</summary>
public sealed class ActivityRepliesTests
{
    [Fact]
    public void A_reply_is_addressed_and_has_no_id_of_its_own()
    {
        var message = AnActivity.Message("hello");

        var reply = message.CreateReply("answer");

        Assert.Equal(("message", "answer", null, message.Id), (reply.Type, reply.Text, reply.Id, reply.ReplyToId));
        Assert.Equal(("bot", "user", "conversation"), (reply.From!.Id, reply.Recipient!.Id, reply.Conversation!.Id));
        Assert.Equal((message.ChannelId, message.ServiceUrl, "zh-CN"), (reply.ChannelId, reply.ServiceUrl, reply.Locale));
    }

    [Theory]
    [InlineData("conversationUpdate", "directline", false)]
    [InlineData("conversationUpdate", "webchat", false)]
    [InlineData("conversationUpdate", "msteams", true)]
    [InlineData("message", "webchat", true)]
    public void Some_activities_cannot_be_replied_to_by_their_id(string type, string channel, bool canBe)
    {
        var activity = AnActivity.Message("x") with { Type = type, ChannelId = channel };

        Assert.Equal(canBe ? activity.Id : null, activity.GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_continuation_is_an_event_in_the_conversation_by_the_person()
    {
        var id = new Guid("11111111-2222-3333-4444-555555555555");
        var reference = AnActivity.Message("x").GetConversationReference();

        var continuation = reference.GetContinuationActivity(id);

        Assert.Equal(("event", "ContinueConversation", id.ToString()), (continuation.Type, continuation.Name, continuation.Id));
        Assert.Equal(("user", "bot", reference), (continuation.From!.Id, continuation.Recipient!.Id, continuation.RelatesTo));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  plain  ", "plain")]
    [InlineData("<at>Bot</at> what does 市水利局 lead", "what does 市水利局 lead")]
    [InlineData("<at id=\"0\">Bot</at>&nbsp;", "&nbsp;")]
    [InlineData("ask <AT>Bot</AT> now", "ask  now")]
    [InlineData("<at>Bot</at> tell <at>王伟</at>", "tell 王伟")]
    [InlineData("<at>Bot", "<at>Bot")]
    [InlineData("<attribute>x</attribute> <at>Bot</at>y", "<attribute>x</attribute> y")]
    [InlineData("a < b and <at", "a < b and <at")]
    public void The_bots_own_mention_goes_and_others_keep_their_name(string? text, string meant)
    {
        Assert.Equal(meant, (AnActivity.Message("") with { Text = text }).GetTextWithoutMentions());
    }

    [Fact]
    public void A_mention_of_the_bot_is_known_by_its_id_under_whatever_name()
    {
        var message = AnActivity.Message("<at>督查小助手</at> hello") with
        {
            Entities = [ActivityJson.Read<Entity>("""{"type":"mention","mentioned":{"id":"bot","name":"督查小助手"},"text":"<at>督查小助手</at>"}"""u8)!],
        };

        Assert.True(message.MentionsRecipient());
        Assert.Equal("hello", message.GetTextWithoutMentions());
        Assert.False(AnActivity.Message("hello").MentionsRecipient());
    }

    [Theory]
    [InlineData("""{"type":"message","conversation":{"id":"c","tenantId":"t1"},"channelData":{"tenant":{"id":"t2"}}}""", "t1")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"channelData":{"tenant":{"id":"t2"}}}""", "t2")]
    [InlineData("""{"type":"message","channelData":{"tenant":5}}""", null)]
    [InlineData("""{"type":"message","channelData":"x"}""", null)]
    [InlineData("""{"type":"message"}""", null)]
    public void The_tenant_stands_in_the_conversation_or_in_teams_own_data(string json, string? tenant)
    {
        Assert.Equal(tenant, ActivityJson.ReadActivity(System.Text.Encoding.UTF8.GetBytes(json))!.GetTenantId());
    }
}
