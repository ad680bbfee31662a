using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ZhoushanBot.Activities.Authentication;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>Makes an activity of a body, or refuses it. What passes can be read in every part without an exception.</summary>
internal static class ActivityReader
{
    // Far above any channel's ids; two of them, escaped, still fit into a request line.
    private const int MaxIdBytes = 1024;

    /// <summary>Reads a body.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out Activity? activity)
    {
        activity = null;
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        // The JSON reader looks at text only when it is asked for: what is wrong inside it must be found here.
        if (!Utf8.IsValid(body) || !EscapesAreWhole(body))
        {
            return false;
        }

        try
        {
            activity = ActivityJson.ReadActivity(body);
        }
        catch (JsonException)
        {
            return false;
        }

        if (activity is null || activity.Type.Length == 0 || !IdsAreUsable(activity))
        {
            activity = null;
            return false;
        }

        DropNulls(activity);
        return true;
    }

    /// <summary>Whether replies to it can be addressed.</summary>
    public static bool CanBeAnswered(Activity activity) =>
        TrustedServiceUrls.TryParse(activity.ServiceUrl, out _) && !string.IsNullOrEmpty(activity.Conversation?.Id);

    // "\ud800" without its other half is valid JSON by the letter and no text at all.
    private static bool EscapesAreWhole(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\ud"u8) < 0 && body.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = ActivityJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IdsAreUsable(Activity activity) => IsUsable(activity.Id) && IsUsable(activity.Conversation?.Id) && IsUsable(activity.ReplyToId);

    // Ids become parts of a connector's path: dots alone would climb it, and no server takes control characters there.
    private static bool IsUsable(string? id) =>
        id is null || (Encoding.UTF8.GetByteCount(id) <= MaxIdBytes && id is not ("." or "..") && !id.AsSpan().ContainsAnyInRange('\0', '\u001f'));

    private static void DropNulls(Activity activity)
    {
        activity.MembersAdded = WithoutNulls(activity.MembersAdded);
        activity.MembersRemoved = WithoutNulls(activity.MembersRemoved);
        activity.ReactionsAdded = WithoutNulls(activity.ReactionsAdded);
        activity.ReactionsRemoved = WithoutNulls(activity.ReactionsRemoved);
        activity.Attachments = WithoutNulls(activity.Attachments);
        activity.Entities = WithoutNulls(activity.Entities);
        activity.ListenFor = WithoutNulls(activity.ListenFor);
        activity.TextHighlights = WithoutNulls(activity.TextHighlights);
        if (activity.SuggestedActions is { } suggested)
        {
            suggested.Actions = WithoutNulls(suggested.Actions);
            suggested.To = WithoutNulls(suggested.To);
        }
    }

    private static IList<T>? WithoutNulls<T>(IList<T>? list)
        where T : class
    {
        if (list is not null)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is null)
                {
                    return [.. list.Where(item => item is not null)];
                }
            }
        }

        return list;
    }
}
