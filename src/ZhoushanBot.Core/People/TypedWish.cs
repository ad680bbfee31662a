using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.People;

/// <summary>What somebody types about people and chats, where it is all that was said. A closed set. Words are data: <c>Lexicon/people-words.json</c>.</summary>
public abstract record TypedWish
{
    private const int Longest = 160;
    private static readonly char[] Ends = ['。', '.', '!', '！', '?', '？', '~', ' '];
    private static readonly char[] Around = ['，', ',', '：', ':', ' ', '\u3000', '“', '”', '"'];
    private static readonly Lazy<ImmutableArray<PeopleLexicon>> Words = new(PeopleLexicon.Load);

    private TypedWish(ReplyLanguage language) => Language = language;

    /// <summary>Of the words.</summary>
    public ReplyLanguage Language { get; }

    /// <summary>我是谁.</summary>
    public sealed record WhoAmI(ReplyLanguage Language) : TypedWish(Language);

    /// <summary>未绑定的单位.</summary>
    public sealed record Unbound(ReplyLanguage Language) : TypedWish(Language);

    /// <summary>移交给…: what comes for whoever says it is to go to another.</summary>
    /// <param name="Language">Of the words.</param>
    /// <param name="To">Name or account, as typed; not empty.</param>
    /// <param name="Until">Last day; null for until it is taken back.</param>
    /// <param name="NoDay">What stands where the day should be and is none; null when there is nothing wrong.</param>
    public sealed record HandOver(ReplyLanguage Language, string To, DateOnly? Until, string? NoDay) : TypedWish(Language);

    /// <summary>收回.</summary>
    public sealed record TakeBack(ReplyLanguage Language) : TypedWish(Language);

    /// <summary>绑定会话…: a chat is to stand for somebody.</summary>
    /// <param name="Language">Of the words.</param>
    /// <param name="Chat">Which, as <c>people list</c> shows it; null for the one in which it is said.</param>
    /// <param name="Owner">Name of the unit, area, official or office; not empty.</param>
    public sealed record Bind(ReplyLanguage Language, string? Chat, string Owner) : TypedWish(Language);

    /// <summary>The wish that a text is; null when it says anything else.</summary>
    public static TypedWish? Of(TypedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Source.Length > Longest)
        {
            return null;
        }

        var typed = text.Source.Trim().Trim(Ends);
        var said = text.Folded.Trim(Ends);
        foreach (var words in Words.Value)
        {
            if (words.Whole.TryGetValue(said, out var whole))
            {
                return whole;
            }

            if (Behind(typed, words.HandOver) is { Length: > 0 } taker)
            {
                return HandOverIn(taker, words);
            }

            if (Behind(typed, words.Bind) is { Length: > 0 } bound)
            {
                return BindIn(bound, words.Language);
            }
        }

        return null;
    }

    // Names and ids of chats stay as they were typed: folding would change their case.
    private static string? Behind(string typed, ImmutableArray<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (typed.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return typed[phrase.Length..].Trim(Around);
            }
        }

        return null;
    }

    private static HandOver HandOverIn(string rest, PeopleLexicon words)
    {
        string? wrong = null;
        foreach (var until in words.Until)
        {
            var at = rest.LastIndexOf(until, StringComparison.OrdinalIgnoreCase);
            if (at <= 0)
            {
                continue;
            }

            var day = rest[(at + until.Length)..].Trim(Around);
            day = words.UntilEnd.FirstOrDefault(end => day.EndsWith(end, StringComparison.Ordinal)) is { } end ? day[..^end.Length] : day;
            var to = rest[..at].Trim(Around);
            if (to.Length > 0 && ExactDay.Read(day) is { } read)
            {
                return new HandOver(words.Language, to, read, null);
            }

            // A name may hold the word: only what has a figure was meant as a day.
            wrong ??= day.Any(char.IsAsciiDigit) && !day.Contains('@', StringComparison.Ordinal) ? day : null;
        }

        return new HandOver(words.Language, rest, null, wrong);
    }

    private static Bind BindIn(string rest, ReplyLanguage language)
    {
        // An id of a channel has no space, and the address is told by its stroke.
        var space = rest.IndexOfAny([' ', '\u3000']);
        return space > 0 && rest[..space].Contains('/', StringComparison.Ordinal)
            ? new Bind(language, rest[..space], rest[space..].Trim(Around))
            : new Bind(language, null, rest);
    }

    private sealed record PeopleLexicon(
        ReplyLanguage Language, FrozenDictionary<string, TypedWish> Whole, ImmutableArray<string> HandOver, ImmutableArray<string> Until, ImmutableArray<string> UntilEnd,
        ImmutableArray<string> Bind)
    {
        public static ImmutableArray<PeopleLexicon> Load()
        {
            var file = JsonSerializer.Deserialize(EmbeddedText.ReadBytes("people-words.json"), PeopleWordsJson.Default.PeopleWordsFile)
                ?? throw new InvalidOperationException("The embedded people-words.json is empty.");
            return [Of(file.Zh, ReplyLanguage.Chinese), Of(file.En, ReplyLanguage.English)];
        }

        private static PeopleLexicon Of(PeopleWordsOf words, ReplyLanguage language)
        {
            (string[] Words, TypedWish Wish)[] whole =
                [(words.WhoAmI, new WhoAmI(language)), (words.Unbound, new Unbound(language)), (words.TakeBack, new TakeBack(language))];
            return new PeopleLexicon(
                language,
                whole.SelectMany(w => w.Words.Select(word => KeyValuePair.Create(NormalizedText.Fold(word), w.Wish))).ToFrozenDictionary(StringComparer.Ordinal),
                [.. words.HandOver], [.. words.Until], [.. words.UntilEnd], [.. words.Bind]);
        }
    }
}

internal sealed record PeopleWordsFile(PeopleWordsOf Zh, PeopleWordsOf En);

internal sealed record PeopleWordsOf(
    string[] WhoAmI, string[] Unbound, string[] HandOver, string[] Until, string[] UntilEnd, string[] TakeBack, string[] Bind);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PeopleWordsFile))]
internal sealed partial class PeopleWordsJson : JsonSerializerContext;
