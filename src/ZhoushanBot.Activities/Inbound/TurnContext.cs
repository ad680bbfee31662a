using System.Text.Json;

namespace ZhoushanBot.Activities.Inbound;

/// <summary>One inbound activity and the way to answer it. Not for use after the turn, nor by several threads.</summary>
public sealed class TurnContext
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly IActivitySender sender;
    private readonly TimeProvider time;
    private ConversationReference? reference;
    private string? text;

    /// <summary>A turn.</summary>
    /// <param name="activity">What came in.</param>
    /// <param name="sender">Where answers go.</param>
    /// <param name="time">Measures pauses between answers.</param>
    public TurnContext(Activity activity, IActivitySender sender, TimeProvider time)
    {
        Activity = activity;
        this.sender = sender;
        this.time = time;
    }

    /// <summary>What came in.</summary>
    public Activity Activity { get; }

    /// <summary>What was said, mentions taken off; empty when nothing was.</summary>
    public string Text => text ??= Activity.GetTextWithoutMentions();

    /// <summary>Reference of the conversation, to speak in it later. Trustworthy: the activity was authenticated.</summary>
    public ConversationReference Reference => reference ??= Activity.GetConversationReference();

    /// <summary>The pressed button of an <c>adaptiveCard/action</c> invoke, valid; null for anything else.</summary>
    public AdaptiveCardInvokeValue? CardAction { get; internal init; }

    /// <summary>Says something.</summary>
    /// <returns>The id of the message; null when the channel gives none.</returns>
    public ValueTask<string?> SendAsync(string message, CancellationToken cancellationToken) =>
        SendAsync(new Activity { Type = ActivityTypes.Message, Text = message }, cancellationToken);

    /// <summary>Sends an activity. It is copied and the copy addressed, so that the same one can be sent again and again.</summary>
    /// <returns>The id of the activity, of the last one when it was too big for one; null when the channel gives none.</returns>
    /// <exception cref="ArgumentException">An invoke response: that is returned by the handler.</exception>
    public async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        switch (activity.Type)
        {
            case ActivityTypes.InvokeResponse:
                throw new ArgumentException("Return the answer to an invoke from the handler.", nameof(activity));
            case ActivityTypes.Delay:
                await DelayAsync(activity, cancellationToken);
                return null;
            case ActivityTypes.Trace when Activity.ChannelId != ChannelIds.Emulator:
                return null;
        }

        string? id = null;
        foreach (var page in MessageBudget.Pages(activity))
        {
            var addressed = page with { Id = null };
            addressed.ApplyConversationReference(Reference);
            if (addressed.Type == ActivityTypes.Message)
            {
                addressed.InputHint ??= InputHints.AcceptingInput;
            }

            id = await sender.SendAsync(addressed, cancellationToken);
        }

        return id;
    }

    /// <summary>Puts an activity in the place of the sent one whose id it carries.</summary>
    public async ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity with { };
        await sender.UpdateAsync(addressed.ApplyConversationReference(Reference), cancellationToken);
    }

    /// <summary>Takes back a sent activity.</summary>
    public async ValueTask DeleteAsync(string activityId, CancellationToken cancellationToken)
    {
        await sender.DeleteAsync(Reference with { ActivityId = activityId }, cancellationToken);
    }

    private Task DelayAsync(Activity activity, CancellationToken cancellationToken)
    {
        var milliseconds = activity.Value is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var told) ? told : 1000;
        return Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, LongestDelay.TotalMilliseconds)), time, cancellationToken);
    }
}
