using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Activities to and from JSON: nothing is lost, nothing is made up.</summary>
public sealed class ActivityJsonTests
{
    private const string Full = """
        {"type":"message","id":"1","timestamp":"2024-05-06T07:08:09.123Z","localTimestamp":"2024-05-06T15:08:09.123+08:00","localTimezone":"Asia/Shanghai",
        "serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
        "from":{"id":"29:1","name":"王","aadObjectId":"o","x":1},"conversation":{"id":"19:c@thread.v2;messageid=5","isGroup":true,"conversationType":"channel","tenantId":"t","y":[1]},
        "recipient":{"id":"28:b","name":"Bot"},"textFormat":"plain","attachmentLayout":"list","membersAdded":[{"id":"m"}],"reactionsAdded":[{"type":"like"}],
        "locale":"zh-CN","text":"市水利局牵头什么 🙂","speak":"s","inputHint":"expectingInput","summary":"sum",
        "suggestedActions":{"to":["u"],"actions":[{"type":"imBack","title":"t","value":"v"}]},
        "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","n":1.50},"name":"n"}],
        "entities":[{"type":"mention","mentioned":{"id":"28:b"},"text":"<at>Bot</at>"}],
        "channelData":{"tenant":{"id":"t"}},"replyToId":"0","valueType":"vt","value":{"a":[1,null,true]},"name":"n","relatesTo":{"activityId":"a","bot":{"id":"b"}},
        "importance":"high","deliveryMode":"expectReplies","listenFor":["a"],"textHighlights":[{"text":"t","occurrence":1}],
        "semanticAction":{"id":"sa","state":"start","entities":{"e":{"type":"t","v":1}}},"unknownField":{"kept":["as",{"it":"came"}]},"anotherUnknown":null}
        """;

    [Fact]
    public void Every_field_known_or_not_comes_back_as_it_was()
    {
        var activity = ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(Full))!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Full), JsonNode.Parse(ActivityJson.ToUtf8(activity))));
        Assert.Equal("unknownField,anotherUnknown", string.Join(',', activity.Properties!.Keys));
    }

    [Fact]
    public void Names_are_read_in_any_case()
    {
        var activity = ActivityJson.ReadActivity("""{"TYPE":"message","ServiceURL":"http://x/","from":{"ID":"u"}}"""u8)!;

        Assert.Equal(("message", "http://x/", "u"), (activity.Type, activity.ServiceUrl, activity.From!.Id));
    }

    [Fact]
    public void What_is_absent_is_not_written()
    {
        Assert.Equal("""{"type":"message","text":"x"}""", Encoding.UTF8.GetString(ActivityJson.ToUtf8(new Activity { Type = "message", Text = "x" })));
    }

    [Fact]
    public void Chinese_is_written_as_it_is()
    {
        Assert.Equal("""{"type":"message","text":"舟山 <b>&'"}""", Encoding.UTF8.GetString(ActivityJson.ToUtf8(new Activity { Type = "message", Text = "舟山 <b>&'" })));
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.0000000+00:00", "2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06T07:08:09", "2024-05-06T07:08:09.0000000+00:00", "2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06T15:08:09.5+08:00", "2024-05-06T15:08:09.5000000+08:00", "2024-05-06T15:08:09.5+08:00")]
    [InlineData("2024-05-06", "2024-05-06T00:00:00.0000000+00:00", "2024-05-06T00:00:00Z")]
    [InlineData("2024-05-06 07:08:09", "2024-05-06T07:08:09.0000000+00:00", "2024-05-06T07:08:09Z")]
    public void Times_are_read_with_and_without_an_offset_and_an_offset_is_kept(string text, string time, string written)
    {
        var activity = ActivityJson.ReadActivity(Encoding.UTF8.GetBytes($$"""{"type":"message","localTimestamp":"{{text}}"}"""))!;

        Assert.Equal(time, activity.LocalTimestamp!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains($"\"localTimestamp\":\"{written}\"", Encoding.UTF8.GetString(ActivityJson.ToUtf8(activity)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"message","text":1}""")]
    [InlineData("""{"type":"message","timestamp":1}""")]
    [InlineData("""{"type":"message","from":[]}""")]
    [InlineData("""{"type":"message","entities":{}}""")]
    public void A_field_of_the_wrong_type_is_refused(string json) =>
        Assert.Throws<JsonException>(() => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Values_outlive_the_bytes_they_were_read_from()
    {
        var bytes = """{"type":"message","value":{"a":"kept"},"unknown":"kept too"}"""u8.ToArray();
        var activity = ActivityJson.ReadActivity(bytes)!;
        Array.Clear(bytes);

        Assert.Equal(("kept", "kept too"), (activity.Value!.Value.GetProperty("a").GetString(), activity.Properties!["unknown"].GetString()));
    }

    [Fact]
    public void A_card_made_elsewhere_goes_out_as_it_was_made()
    {
        var message = new Activity { Type = "message", Attachments = [Attachment.AdaptiveCard(RawJson.FromText("""{ "type" : "AdaptiveCard", "n" : 1.50 }"""))] };

        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{ "type" : "AdaptiveCard", "n" : 1.50 }}]}""",
            Encoding.UTF8.GetString(ActivityJson.ToUtf8(message)));
    }

    [Fact]
    public void A_card_can_be_looked_into_however_it_was_made()
    {
        var made = RawJson.FromText("""{"n":1}""");
        var read = new RawJson(made.ToElement());

        Assert.Equal((1, 1), (made.ToElement().GetProperty("n").GetInt32(), read.ToElement().GetProperty("n").GetInt32()));
        Assert.Equal((7, 7, true), (made.Utf8Length, read.Utf8Length, made == read));
    }

    [Fact]
    public void Depth_has_an_end()
    {
        static string Deep(int depth) => $$"""{"type":"message","value":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.NotNull(ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(Deep(ActivityJson.MaxDepth - 1))));
        Assert.Throws<JsonException>(() => ActivityJson.ReadActivity(Encoding.UTF8.GetBytes(Deep(ActivityJson.MaxDepth))));
    }

    [Fact]
    public void A_button_says_its_text()
    {
        Assert.Equal("""{"type":"imBack","title":"市水利局","value":"市水利局牵头什么"}""", Encoding.UTF8.GetString(ActivityJson.ToUtf8(CardAction.ImBack("市水利局", "市水利局牵头什么"))));
    }
}
