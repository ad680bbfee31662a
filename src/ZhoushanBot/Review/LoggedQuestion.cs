using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Review;

/// <summary>A question that the supervision office (督查室) should look at: how often it found no answer, and what was thought of the answers it got.</summary>
internal sealed record LoggedQuestion
{
    /// <summary>As typed the last time, cut at <see cref="QuestionLog.LongestText"/> UTF-16 code units.</summary>
    public required string Text { get; init; }

    /// <summary>How it was read the last time, for a person's eyes; several lines, cut as well.</summary>
    public required string Reading { get; init; }

    /// <summary>Language of the last answer.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>Whether the last answer had found something.</summary>
    public required bool IsFound { get; init; }

    /// <summary>How often it found no answer.</summary>
    public required int Unanswered { get; init; }

    /// <summary>How many people found an answer to it good.</summary>
    public required int Up { get; init; }

    /// <summary>How many people found an answer to it wrong or useless.</summary>
    public required int Down { get; init; }

    /// <summary>First time, UTC.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Last time, UTC.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Channel ids of the last who asked or judged; empty unless <c>Questions:KeepAsker</c> is on.</summary>
    public required ImmutableArray<string> Askers { get; init; }

    /// <summary>How urgent: no answer and thumbs down alike.</summary>
    [JsonIgnore]
    public int Weight => Unanswered + Down;
}

/// <summary>What stands on disk; tests keep a golden copy.</summary>
internal static class LoggedQuestionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = LoggedQuestionJsonContext.Default,
    };

    private static readonly JsonTypeInfo<LoggedQuestion> Info = (JsonTypeInfo<LoggedQuestion>)Options.GetTypeInfo(typeof(LoggedQuestion));

    public static string Write(LoggedQuestion question) => JsonSerializer.Serialize(question, Info);

    /// <summary>Null when it is none of ours.</summary>
    public static LoggedQuestion? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Info);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The generated part of <see cref="LoggedQuestionJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LoggedQuestion))]
internal sealed partial class LoggedQuestionJsonContext : JsonSerializerContext;
