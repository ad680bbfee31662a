using System.Text.Json.Serialization;

namespace ZhoushanBot.Conversations;

/// <summary>What Teams wants to know of a conversation that is to be created.</summary>
internal sealed record TeamsChannelData(TeamsTenant Tenant);

/// <summary>The tenant of a <see cref="TeamsChannelData"/>.</summary>
internal sealed record TeamsTenant(string Id);

[JsonSerializable(typeof(TeamsChannelData))]
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
internal sealed partial class TeamsJson : JsonSerializerContext;
