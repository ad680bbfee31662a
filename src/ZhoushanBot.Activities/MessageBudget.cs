using System.Text;

namespace ZhoushanBot.Activities;

/// <summary>How big a message may be, and what is done with a bigger one: it is paged, never cut.</summary>
public static class MessageBudget
{
    /// <summary>Most bytes of a message, its JSON counted as UTF-16. Teams refuses about 100 KB.</summary>
    public const int MaxMessageBytes = 80 * 1024;

    /// <summary>Most bytes of a card's JSON as UTF-8: safe on every path.</summary>
    public const int MaxCardBytes = 25 * 1024;

    // What an activity holds besides its text and cards: addresses, ids, suggested actions.
    private const int Overhead = 8 * 1024;

    /// <summary>The messages that say what this one says, each within the budget: the same one if it is small enough.</summary>
    /// <remarks>Text is parted at line ends where it can be. Cards go one to a message; a card itself is not parted here: whoever makes it keeps it below <see cref="MaxCardBytes"/>.</remarks>
    public static IReadOnlyList<Activity> Pages(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Type != ActivityTypes.Message || Estimate(activity) <= MaxMessageBytes ? [activity] : Part(activity);
    }

    private static int Estimate(Activity activity)
    {
        var bytes = Overhead + (2 * JsonLength(activity.Text)) + (2 * JsonLength(activity.Speak));
        if (activity.Attachments is { } attachments)
        {
            for (var i = 0; i < attachments.Count; i++)
            {
                bytes += 2 * (attachments[i].Content?.Utf8Length ?? 0);
            }
        }

        return bytes;
    }

    private static List<Activity> Part(Activity activity)
    {
        var pages = PartText(activity.Text)
            .Select(text => activity with { Text = text, Speak = null, Attachments = null, SuggestedActions = null })
            .Concat((activity.Attachments ?? []).Select(card => activity with { Text = null, Speak = null, Attachments = [card], SuggestedActions = null }))
            .ToList();

        // Suggested actions vanish with the next message: they belong to the last.
        pages[^1].SuggestedActions = activity.SuggestedActions;
        return pages;
    }

    private static IEnumerable<string> PartText(string? text)
    {
        const int most = (MaxMessageBytes - Overhead) / 2;
        var rest = text ?? "";
        while (JsonLength(rest) > most)
        {
            var length = LengthWithin(rest, most);
            var lineEnd = rest.LastIndexOf('\n', length - 1, length);
            var end = lineEnd > 0 ? lineEnd + 1 : length;
            yield return rest[..end];
            rest = rest[end..];
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int LengthWithin(string text, int most)
    {
        var used = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += JsonLength(rune);
            if (used > most)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static int JsonLength(string? text)
    {
        // Only a text that could be too big is counted character by character.
        if (text is null || text.Length * 6 <= MaxMessageBytes / 4)
        {
            return text?.Length ?? 0;
        }

        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length += JsonLength(rune);
        }

        return length;
    }

    // Quote, backslash and line end are two characters in JSON; control characters and those beyond the basic plane up to twelve.
    private static int JsonLength(Rune rune) => rune.Value switch
    {
        '"' or '\\' or '\n' or '\r' or '\t' => 2,
        < 0x20 or 0x7f => 6,
        >= 0x10000 => 12,
        _ => 1,
    };
}
