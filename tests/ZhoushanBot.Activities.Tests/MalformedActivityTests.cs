using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Ten thousand bodies with something wrong in them: refused or answered, never a fault of ours, and nothing of them stays.</summary>
public sealed class MalformedActivityTests : IAsyncLifetime
{
    private static readonly string[] Types =
        ["message", "invoke", "conversationUpdate", "installationUpdate", "messageReaction", "typing", "event", "endOfConversation", "messageUpdate", "future"];

    private static readonly string[] Fields =
    [
        "type", "id", "timestamp", "localTimestamp", "serviceUrl", "channelId", "from", "conversation", "recipient", "membersAdded", "membersRemoved", "reactionsAdded",
        "attachments", "entities", "channelData", "value", "name", "text", "deliveryMode", "suggestedActions", "relatesTo", "expiration", "replyToId", "locale", "Unknown",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1e400", "123456789012345678901234567890", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"../..\"", "\"http://[\"", "\"http://10.0.0.1/\"",
        "\"2024-13-45T99:99:99Z\"", "[]", "[null]", "[[]]", "[{}]", "[1,\"a\",null]", "{}", "{\"id\":null}", "{\"id\":5}", "{\"id\":\"\"}", "{\"id\":\"..\"}", "{\"id\":\"a/b?c#d\"}",
        "{\"action\":{}}", "{\"action\":{\"type\":\"Action.Execute\",\"data\":[1]}}", "{\"a\":{\"b\":{\"c\":[{}]}}}", "{\"type\":\"mention\",\"mentioned\":7}",
        "[{\"type\":\"mention\",\"mentioned\":{\"id\":\"bot\"},\"text\":7}]", "[{\"content\":null}]", "\"<at><at></at\"",
    ];

    private static FakeConnector connector = null!;
    private static TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        bot = await TestBot.StartAsync();
        bot.OnTurn = async (turn, cancel) =>
        {
            var mentioned = turn.Activity.MentionsRecipient() ? " (to me)" : "";
            if (turn.Activity.Type != ActivityTypes.Invoke)
            {
                await turn.SendAsync($"{turn.Text} {turn.Activity.GetTenantId()} {turn.Activity.Value} {turn.CardAction?.Action?.Verb}{mentioned}", cancel);
            }

            return turn.CardAction is null ? null : InvokeResponse.Ok;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    /// <summary>A body, and the type that it says it has.</summary>
    public sealed record Body(byte[] Bytes)
    {
        public override string ToString() => Convert.ToBase64String(Bytes) + " = " + Encoding.Latin1.GetString(Bytes);
    }

    public static class Bodies
    {
        private static Gen<(string Field, string Value)> Change() =>
            from name in Gen.Elements(Fields)
            from value in Gen.Elements(Values)
            select (name, value);

        private static Gen<(int Position, byte Value)> Damage() =>
            from position in Gen.Choose(0, 4095)
            from value in Gen.Choose(0, 255)
            select (position, (byte)value);

        public static Arbitrary<Body> Body() => Arb.From(
            from type in Gen.Elements(Types)
            from expecting in Gen.Elements(true, false)
            from changeCount in Gen.Choose(0, 3)
            from changes in Change().ListOf(changeCount)
            from damageCount in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 4)))
            from damages in Damage().ListOf(damageCount)
            from cut in Gen.Frequency((8, Gen.Constant(100)), (1, Gen.Choose(0, 99)))
            select Make(type, expecting, changes, damages, cut));

        private static Body Make(string type, bool expecting, IEnumerable<(string Field, string Value)> changes, IEnumerable<(int Position, byte Value)> damages, int cut)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["type"] = $"\"{type}\"",
                ["channelId"] = "\"emulator\"",
                ["from"] = """{"id":"u"}""",
                ["recipient"] = """{"id":"bot","name":"Bot"}""",
                ["conversation"] = """{"id":"c"}""",
                ["text"] = "\"<at>Bot</at> 市水利局\"",
                ["name"] = "\"adaptiveCard/action\"",
                ["value"] = """{"action":{"type":"Action.Execute","verb":"v"}}""",
                ["deliveryMode"] = expecting ? "\"expectReplies\"" : "\"normal\"",
                ["serviceUrl"] = $"\"{connector.Url}\"",
            };
            foreach (var (field, value) in changes)
            {
                fields[field] = value;
            }

            var bytes = Encoding.UTF8.GetBytes("{" + string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}")) + "}");

            // The last field stays whole: with another port in it the connector would be dead, and 500 the proper answer.
            var end = bytes.AsSpan().LastIndexOf("\"serviceUrl\""u8);
            foreach (var (position, value) in damages)
            {
                bytes[position % end] = value;
            }

            return new(bytes[..(bytes.Length * cut / 100)]);
        }
    }

    [Property(MaxTest = 10_000, Arbitrary = [typeof(Bodies)])]
    public async Task<bool> Whatever_comes_is_refused_or_answered(Body body)
    {
        var answer = await bot.PostAsync(body.Bytes);

        // 501 is the proper answer to an invoke that the bot does not know.
        return answer.Status is 200 or 400 or 403 or 501;
    }

    [Fact]
    public async Task Nothing_of_ten_thousand_refused_bodies_stays_in_memory()
    {
        var body = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"" + new string('x', 20_000) + "\",\"value\":[[[");
        for (var i = 0; i < 500; i++)
        {
            await bot.PostAsync(body);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(400, (await bot.PostAsync(body)).Status);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task Nothing_but_a_bounded_memory_of_redeliveries_stays_of_ten_thousand_answered_ones()
    {
        for (var i = 0; i < 5_000; i++)
        {
            await bot.PostAsync(AnActivity.ExpectingReplies(new string('y', 3_000)));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 10_000; i++)
        {
            await bot.PostAsync(AnActivity.ExpectingReplies(new string('y', 3_000)) with { Conversation = new() { Id = "c" + i } });
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);
    }
}
