using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;

namespace ZhoushanBot.Reminding;

/// <summary>A request for more time, for the supervision office; nothing once it is decided.</summary>
internal sealed class RequestContent(MessageMaking making) : IOutboxContent
{
    public const string KindName = "extension.request";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var input = making.Input;
        var request = JsonSerializer.Deserialize(row.Message.Json, RemindingJson.Default.RequestPayload)!.Request;
        if (input.Deadlines.ExtensionOf(request) is not { Decision: null } asked)
        {
            return default;
        }

        var card = making.Cards(input, making.LanguageOf(row.Message.To)).Request(asked);
        return new(MessageMaking.Message(card, card.Summary, row.Message.To.ChannelId));
    }
}

/// <summary>What was decided, for whoever asked.</summary>
internal sealed class ResultContent(MessageMaking making) : IOutboxContent
{
    public const string KindName = "extension.result";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var input = making.Input;
        var request = JsonSerializer.Deserialize(row.Message.Json, RemindingJson.Default.RequestPayload)!.Request;
        if (input.Deadlines.ExtensionOf(request) is not { Decision: not null } asked)
        {
            return default;
        }

        var card = making.Cards(input, making.LanguageOf(row.Message.To)).Result(asked);
        return new(MessageMaking.Message(card, card.Summary, row.Message.To.ChannelId));
    }
}
