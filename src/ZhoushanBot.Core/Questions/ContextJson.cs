using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A conversation's context as JSON, so that it outlives the process. The shape is exact and a test keeps a golden copy of it: what misses a
/// field, has one too many or is of another version is not read at all, for a context lives thirty minutes and a wrong one answers wrongly.
/// </summary>
public static class ContextJson
{
    /// <summary>Raised when the meaning of a field changes; a field that comes or goes is noticed by itself.</summary>
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ContextJsonContext.Default.WithAddedModifier(Close),
    };

    private static readonly JsonTypeInfo<ContextFile> FileInfo = (JsonTypeInfo<ContextFile>)Options.GetTypeInfo(typeof(ContextFile));

    private static readonly JsonDerivedType[] Questions =
    [
        new(typeof(Question.Talk), "talk"),
        new(typeof(Question.AboutNotice), "aboutNotice"),
        new(typeof(Question.Definition), "definition"),
        new(typeof(Question.Tasks), "tasks"),
        new(typeof(Question.AreaFigures), "areaFigures"),
        new(typeof(Question.TasksByOfficial), "tasksByOfficial"),
        new(typeof(Question.TasksByOrganization), "tasksByOrganization"),
        new(typeof(Question.NextPage), "nextPage"),
        new(typeof(Question.Choice), "choice"),
        new(typeof(Question.WhichPlace), "whichPlace"),
        new(typeof(Question.Status), "status"),
        new(typeof(Question.Refusal), "refusal"),
    ];

    private static readonly JsonDerivedType[] Entities =
    [
        new(typeof(Entity.Body), "body"),
        new(typeof(Entity.Group), "group"),
        new(typeof(Entity.Official), "official"),
        new(typeof(Entity.Region), "region"),
        new(typeof(Entity.Lists), "lists"),
        new(typeof(Entity.Issuer), "issuer"),
    ];

    /// <summary>Writes a context. Half a surrogate pair in somebody's words becomes U+FFFD: JSON cannot hold it.</summary>
    public static string Write(ConversationContext context) => JsonSerializer.Serialize(new ContextFile(Version, context), FileInfo);

    /// <summary>Reads a context; an empty one when the text is not exactly what <see cref="Write"/> of this version makes.</summary>
    public static ConversationContext Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FileInfo) is { Version: Version, Context: { Turns.Length: > 0 } context } && context.Turns.All(turn => turn is not null)
                ? context
                : ConversationContext.Empty;
        }
        catch (JsonException)
        {
            return ConversationContext.Empty;
        }
    }

    // A field that a newer program added would otherwise come back as null or as an array that is not there.
    private static void Close(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            property.IsRequired = true;
        }

        var cases = info.Type == typeof(Question) ? Questions : info.Type == typeof(Entity) ? Entities : [];
        if (cases.Length > 0)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
            foreach (var one in cases)
            {
                info.PolymorphismOptions.DerivedTypes.Add(one);
            }
        }
    }
}

/// <summary>The whole text.</summary>
internal sealed record ContextFile(int Version, ConversationContext Context);

/// <summary>The generated part of <see cref="ContextJson"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ContextFile))]
[JsonSerializable(typeof(Question.Talk))]
[JsonSerializable(typeof(Question.AboutNotice))]
[JsonSerializable(typeof(Question.Definition))]
[JsonSerializable(typeof(Question.Tasks))]
[JsonSerializable(typeof(Question.AreaFigures))]
[JsonSerializable(typeof(Question.TasksByOfficial))]
[JsonSerializable(typeof(Question.TasksByOrganization))]
[JsonSerializable(typeof(Question.NextPage))]
[JsonSerializable(typeof(Question.Choice))]
[JsonSerializable(typeof(Question.WhichPlace))]
[JsonSerializable(typeof(Question.Status))]
[JsonSerializable(typeof(Question.Refusal))]
[JsonSerializable(typeof(Entity.Body))]
[JsonSerializable(typeof(Entity.Group))]
[JsonSerializable(typeof(Entity.Official))]
[JsonSerializable(typeof(Entity.Region))]
[JsonSerializable(typeof(Entity.Lists))]
[JsonSerializable(typeof(Entity.Issuer))]
internal sealed partial class ContextJsonContext : JsonSerializerContext;
