using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Reminders;

/// <summary>What somebody types about reminders.</summary>
public enum ReminderWish
{
    /// <summary>已知悉: what this chat was reminded of last.</summary>
    Acknowledge,

    /// <summary>稍后提醒.</summary>
    Snooze,

    /// <summary>我的提醒: what this chat was reminded of last, once more.</summary>
    Reminders,

    /// <summary>我的任务.</summary>
    MyTasks,

    /// <summary>谁还没签收.</summary>
    NotAcknowledged,

    /// <summary>提醒预览.</summary>
    Preview,

    /// <summary>本周到期: of one unit or area.</summary>
    DueThisWeek,
}

/// <summary>A wish about reminders that is all that was said. Words are data: <c>Lexicon/reminder-words.json</c>.</summary>
/// <param name="Wish">What.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Unit">Whose week, folded as typed; empty for every other wish.</param>
public sealed record TypedReminder(ReminderWish Wish, ReplyLanguage Language, string Unit)
{
    private const int Longest = 80;
    private const int LongestUnit = 60;
    private static readonly char[] Ends = ['。', '.', '!', '?', '~', ' '];
    private static readonly Lazy<ReminderLexicon> Words = new(ReminderLexicon.Load);

    /// <summary>The wish that a text is; null when it says anything else.</summary>
    /// <param name="folded">Normalised: see <see cref="NormalizedText.Fold"/>.</param>
    public static TypedReminder? Of(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        if (folded.Length > Longest)
        {
            return null;
        }

        var said = folded.Trim(Ends);
        return Words.Value.Whole.TryGetValue(said, out var found) ? found : WeekIn(said);
    }

    private static TypedReminder? WeekIn(string said)
    {
        foreach (var (before, after, language) in Words.Value.AroundUnit)
        {
            var length = said.Length - before.Length - after.Length;
            if (length is >= 2 and <= LongestUnit && said.StartsWith(before, StringComparison.Ordinal) && said.EndsWith(after, StringComparison.Ordinal))
            {
                return new TypedReminder(ReminderWish.DueThisWeek, language, said.Substring(before.Length, length).Trim());
            }
        }

        return null;
    }

    private sealed record ReminderLexicon(
        FrozenDictionary<string, TypedReminder> Whole, ImmutableArray<(string Before, string After, ReplyLanguage Language)> AroundUnit)
    {
        public static ReminderLexicon Load()
        {
            var file = JsonSerializer.Deserialize(EmbeddedText.ReadBytes("reminder-words.json"), ReminderWordsJson.Default.ReminderWordsFile)
                ?? throw new InvalidOperationException("The embedded reminder-words.json is empty.");
            (ReminderWordsOf Words, ReplyLanguage Language)[] both = [(file.Zh, ReplyLanguage.Chinese), (file.En, ReplyLanguage.English)];
            return new ReminderLexicon(
                both.SelectMany(b => Wishes(b.Words).SelectMany(w => w.Words.Select(word => new KeyValuePair<string, TypedReminder>(Fold(word), new TypedReminder(w.Wish, b.Language, "")))))
                    .ToFrozenDictionary(StringComparer.Ordinal),
                [
                    .. from b in both
                       from before in b.Words.DueThisWeek.Before
                       from after in b.Words.DueThisWeek.After
                       orderby before.Length + after.Length descending
                       select (Fold(before), Fold(after), b.Language),
                ]);
        }

        private static IEnumerable<(ReminderWish Wish, string[] Words)> Wishes(ReminderWordsOf words) =>
        [
            (ReminderWish.Acknowledge, words.Acknowledge), (ReminderWish.Snooze, words.Snooze), (ReminderWish.Reminders, words.Reminders),
            (ReminderWish.MyTasks, words.MyTasks), (ReminderWish.NotAcknowledged, words.NotAcknowledged), (ReminderWish.Preview, words.Preview),
        ];

        // What was typed is folded, so that the words are too.
        private static string Fold(string word) => NormalizedText.Fold(word);
    }
}

internal sealed record ReminderWordsFile(ReminderWordsOf Zh, ReminderWordsOf En);

internal sealed record ReminderWordsOf(
    string[] Acknowledge, string[] Snooze, string[] Reminders, string[] MyTasks, string[] NotAcknowledged, string[] Preview, WordsAround DueThisWeek);

/// <summary>Words before and behind a name.</summary>
internal sealed record WordsAround(string[] Before, string[] After);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReminderWordsFile))]
internal sealed partial class ReminderWordsJson : JsonSerializerContext;
