using System.Text.Json.Serialization;

namespace ZhoushanBot.Reminding;

/// <summary>A request for more time, by the number of its line.</summary>
internal sealed record RequestPayload(long Request);

/// <summary>Somebody whom nothing reaches.</summary>
/// <param name="Name">Unit or person.</param>
/// <param name="Channel">The channel on which they are not reached.</param>
/// <param name="Reason">The channel's own words.</param>
internal sealed record UnreachablePayload(string Name, string Channel, string Reason);

/// <summary>Matters that were handed over.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="At">When: a later handover is another.</param>
internal sealed record HandoverPayload(string AccountId, DateTimeOffset At);

/// <summary>An act of review.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Sequence">The act's line in the journal.</param>
internal sealed record ReviewPayload(string Task, long Sequence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RequestPayload))]
[JsonSerializable(typeof(UnreachablePayload))]
[JsonSerializable(typeof(HandoverPayload))]
[JsonSerializable(typeof(ReviewPayload))]
internal sealed partial class RemindingJson : JsonSerializerContext;
