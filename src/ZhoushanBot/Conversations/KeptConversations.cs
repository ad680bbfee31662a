using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Storage.Documents;

namespace ZhoushanBot.Conversations;

/// <summary>Conversations as they lie in the store: for commands, which run without the service's book too.</summary>
internal static class KeptConversations
{
    /// <summary>Name of their collection.</summary>
    public const string Collection = "conversations";

    /// <summary>All that are kept, in no order; what cannot be read is left out.</summary>
    public static async Task<ImmutableArray<KnownConversation>> ReadAsync(IDocumentStore documents, CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(cancellationToken)).Select(document => Read(document.Json)).OfType<KnownConversation>()];

    private static KnownConversation? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ConversationJson.Default.KnownConversation);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
