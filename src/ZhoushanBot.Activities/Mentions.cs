using System.Text;
using System.Text.Json;

namespace ZhoushanBot.Activities;

/// <summary>Mentions in a message: <c>&lt;at&gt;Name&lt;/at&gt;</c> in the text, with an entity that says who is meant.</summary>
public static class Mentions
{
    private const string Open = "<at";
    private const string Close = "</at>";

    /// <summary>The text as the person meant it: the bot's own mention gone, another's mention reduced to the name, trimmed.</summary>
    /// <returns>Empty when there is no text.</returns>
    public static string GetTextWithoutMentions(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var text = activity.Text;
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return text.Contains(Open, StringComparison.OrdinalIgnoreCase) ? Strip(text, MentionsOfBot(activity), activity.Recipient?.Name) : text.Trim();
    }

    /// <summary>Whether the bot itself is mentioned.</summary>
    public static bool MentionsRecipient(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return MentionsOfBot(activity).Count > 0;
    }

    private static string Strip(string text, List<string> ofBot, string? botName)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        while (NextMention(text, position) is var (start, nameStart, nameEnd, end))
        {
            result.Append(text, position, start - position);
            var name = text[nameStart..nameEnd].Trim();
            if (!ofBot.Contains(text[start..end], StringComparer.Ordinal) && !name.Equals(botName, StringComparison.Ordinal))
            {
                result.Append(name);
            }

            position = end;
        }

        return result.Append(text, position, text.Length - position).ToString().Trim();
    }

    // <at>Name</at> and <at id="0">Name</at>.
    private static (int Start, int NameStart, int NameEnd, int End)? NextMention(string text, int from)
    {
        for (var start = text.IndexOf(Open, from, StringComparison.OrdinalIgnoreCase);
             start >= 0;
             start = text.IndexOf(Open, start + Open.Length, StringComparison.OrdinalIgnoreCase))
        {
            var after = start + Open.Length;
            if (after >= text.Length || (text[after] != '>' && !char.IsWhiteSpace(text[after])))
            {
                continue;
            }

            var tagEnd = text.IndexOf('>', after);
            var close = tagEnd < 0 ? -1 : text.IndexOf(Close, tagEnd, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? null : (start, tagEnd + 1, close, close + Close.Length);
        }

        return null;
    }

    private static List<string> MentionsOfBot(Activity activity)
    {
        var found = new List<string>();
        foreach (var entity in activity.Entities ?? [])
        {
            if (string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase)
                && entity?.Properties is { } fields
                && fields.TryGetValue("mentioned", out var who) && TextOf(who, "id") is { } id && id == activity.Recipient?.Id)
            {
                found.Add(fields.TryGetValue("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "");
            }
        }

        return found;
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
