using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;

namespace ZhoushanBot.Reminding;

/// <summary>What is open of matters that were handed over, for whoever stands in now; nothing once they are taken back.</summary>
internal sealed class HandoverContent(MessageMaking making, OfficeClock clock) : IOutboxContent
{
    public const string KindName = "people.handedOver";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var (input, today) = (making.Input, clock.Today);
        var payload = JsonSerializer.Deserialize(row.Message.Json, RemindingJson.Default.HandoverPayload)!;
        if (input.People.HandoverOf(payload.AccountId, today) is not { } handover || handover.At != payload.At
            || input.People.Directory.Find(payload.AccountId) is not { } giver)
        {
            return default;
        }

        var open = Duties.OpenOn(input, today).Where(duty => duty.Party.IsSpokenForBy(giver)).OrderBy(duty => duty.Due).ThenBy(duty => duty.Kind);
        var card = making.Cards(input, making.LanguageOf(row.Message.To)).HandedOver(giver.Name, handover.Until, [.. open]);
        return new(MessageMaking.Message(card, card.Summary, row.Message.To.ChannelId));
    }
}
