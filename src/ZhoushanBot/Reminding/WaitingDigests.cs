using System.Collections.Immutable;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Reminding;

/// <summary>A digest of an earlier day that did not go out: an outage, or hours that closed.</summary>
/// <param name="Digest">With what of it is still to be said.</param>
/// <param name="MayRepeat">It may have arrived all the same.</param>
internal sealed record WaitingDigest(Digest Digest, bool MayRepeat);

/// <summary>What waits in the outbox for the next plan.</summary>
internal static class WaitingDigests
{
    /// <summary>Digests of days before one, by their messages' keys.</summary>
    public static async Task<ImmutableDictionary<string, WaitingDigest>> BeforeAsync(DateOnly day, IOutbox outbox, PlanInput input, CancellationToken cancellationToken)
    {
        var left = ImmutableDictionary.CreateBuilder<string, WaitingDigest>(StringComparer.Ordinal);

        // Twice: one that is put off meanwhile moves from one list to another, and would be missed.
        foreach (var stage in new[] { OutboxStage.Sending, OutboxStage.Due, OutboxStage.Failed, OutboxStage.Sending, OutboxStage.Due, OutboxStage.Failed })
        {
            foreach (var row in (await outbox.ListAsync(stage, int.MaxValue, cancellationToken)).Rows.Where(r => r.Message.Kind == DigestContent.KindName))
            {
                var digest = ReminderJournal.ReadPayload(row.Message.Json);
                if (digest.On < day)
                {
                    left[row.Message.Key] = new WaitingDigest(digest with { Lines = DigestContent.LeftOf(digest, input, digest.On) }, row.MayRepeat || digest.MayRepeat);
                }
            }
        }

        return left.ToImmutable();
    }

    /// <summary>What will go out on the coming days: with what waits from the days before the first of them, so that what is then sent equals it.</summary>
    public static async Task<ImmutableArray<ReminderPlan>> PreviewAsync(this IOutbox outbox, PlanInput input, DateTimeOffset now, int days, CancellationToken cancellationToken)
    {
        var first = ShanghaiTime.DateOf(input.Settings.SendingHours.NextAllowed(now, input.Calendar));
        var waiting = await BeforeAsync(first, outbox, input, cancellationToken);
        return new ReminderPlanner(input).Preview(now, days, waiting.Values.Select(w => w.Digest));
    }
}
