using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ZhoushanBot.Activities.Tests;

/// <summary>The body of a request with something wrong in it.</summary>
public sealed record MalformedBody(byte[] Bytes)
{
    public override string ToString() => Convert.ToBase64String(Bytes) + " = " + Encoding.Latin1.GetString(Bytes);
}

/// <summary>Activities in which fields have values that they may not, and bytes are wrong, gone or cut off.</summary>
public static class MalformedBodies
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

    /// <summary>Where replies go; the same for all that run side by side.</summary>
    internal static string ServiceUrl { get; set; } = "http://127.0.0.1:9/";

    private static Gen<(string Field, string Value)> Change() =>
        from name in Gen.Elements(Fields)
        from value in Gen.Elements(Values)
        select (name, value);

    private static Gen<(int Position, byte Value)> Damage() =>
        from position in Gen.Choose(0, 4095)
        from value in Gen.Choose(0, 255)
        select (position, (byte)value);

    public static Arbitrary<MalformedBody> Body() => Arb.From(
        from type in Gen.Elements(Types)
        from expecting in Gen.Elements(true, false)
        from changeCount in Gen.Choose(0, 3)
        from changes in Change().ListOf(changeCount)
        from damageCount in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 4)))
        from damages in Damage().ListOf(damageCount)
        from cut in Gen.Frequency((8, Gen.Constant(100)), (1, Gen.Choose(0, 99)))
        select Make(type, expecting, changes, damages, cut));

    private static MalformedBody Make(string type, bool expecting, IEnumerable<(string Field, string Value)> changes, IEnumerable<(int Position, byte Value)> damages, int cut)
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
            ["serviceUrl"] = $"\"{ServiceUrl}\"",
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
