namespace ZhoushanBot.Core.Reminders;

/// <summary>待发消息: something that is to be said once, as it was planned.</summary>
/// <param name="Key">Tells it from all others for good: what has the same key is the same message, however often it is planned. Not empty.</param>
/// <param name="To">Who is told.</param>
/// <param name="Kind">By which maker of contents the payload becomes a message, such as <c>reminder.digest</c>.</param>
/// <param name="Json">Payload: an object from which the message is made at the time of sending; it goes into the journal when it was sent.</param>
/// <param name="DueAt">Not to be sent before; exact to 100 ns, comes back as UTC.</param>
public sealed record OutboxMessage(string Key, OutboxRecipient To, string Kind, string Json, DateTimeOffset DueAt);

/// <summary>收件人: a conversation, and whom it stands for.</summary>
/// <param name="ChannelId">Such as <c>msteams</c>.</param>
/// <param name="ConversationId">The channel's id of the conversation.</param>
/// <param name="AccountId">Account of the person; empty for a conversation that is bound to a unit.</param>
/// <param name="Label">Unit, area or person, to show; may be empty.</param>
public sealed record OutboxRecipient(string ChannelId, string ConversationId, string AccountId, string Label);

/// <summary>A message and how far it has come.</summary>
/// <param name="Message">As it was planned.</param>
/// <param name="State">How far.</param>
/// <param name="Attempts">Sendings begun so far, the one under way included.</param>
/// <param name="MayRepeat">
/// An earlier sending ended without an answer (the process died, or the channel fell silent): the recipient may have it already, and is told so.
/// </param>
public sealed record OutboxRow(OutboxMessage Message, OutboxState State, int Attempts, bool MayRepeat);

/// <summary>发送状态: a closed set.</summary>
public abstract record OutboxState
{
    private OutboxState()
    {
    }

    /// <summary>Which of the cases.</summary>
    public abstract OutboxStage Stage { get; }

    /// <summary>Waits for its time.</summary>
    /// <param name="At">When; the message's own due time, or later when it was put off.</param>
    public sealed record Due(DateTimeOffset At) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Due;
    }

    /// <summary>Handed to the channel, no answer yet.</summary>
    /// <param name="Since">When the attempt began.</param>
    public sealed record Sending(DateTimeOffset Since) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Sending;
    }

    /// <summary>The channel took it.</summary>
    /// <param name="ActivityId">The id that it got; null when the channel gives none.</param>
    /// <param name="At">When the channel answered.</param>
    public sealed record Sent(string? ActivityId, DateTimeOffset At) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Sent;
    }

    /// <summary>The channel did not take it now.</summary>
    /// <param name="RetryAt">When it is tried again.</param>
    /// <param name="Failure">Why.</param>
    public sealed record FailedForNow(DateTimeOffset RetryAt, DeliveryFailure Failure) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Failed;
    }

    /// <summary>死信: not tried again unless somebody asks for it.</summary>
    /// <param name="At">When it was given up.</param>
    /// <param name="Failure">Why.</param>
    public sealed record Dead(DateTimeOffset At, DeliveryFailure Failure) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Dead;
    }

    /// <summary>撤回: no longer needed before it was sent. Its key stays taken.</summary>
    /// <param name="At">When.</param>
    public sealed record Withdrawn(DateTimeOffset At) : OutboxState
    {
        /// <inheritdoc/>
        public override OutboxStage Stage => OutboxStage.Withdrawn;
    }
}

/// <summary>The cases of <see cref="OutboxState"/> by name, to ask for them.</summary>
public enum OutboxStage
{
    /// <summary><see cref="OutboxState.Due"/>.</summary>
    Due,

    /// <summary><see cref="OutboxState.Sending"/>.</summary>
    Sending,

    /// <summary><see cref="OutboxState.Sent"/>.</summary>
    Sent,

    /// <summary><see cref="OutboxState.FailedForNow"/>.</summary>
    Failed,

    /// <summary><see cref="OutboxState.Dead"/>.</summary>
    Dead,

    /// <summary><see cref="OutboxState.Withdrawn"/>.</summary>
    Withdrawn,
}

/// <summary>Why a message was not delivered.</summary>
/// <param name="Fault">What to make of it.</param>
/// <param name="Detail">The channel's own code, such as <c>HTTP 403 MessageWritesBlocked</c>; may be empty.</param>
public sealed record DeliveryFailure(DeliveryFault Fault, string Detail);

/// <summary>What kept a message from its recipient.</summary>
public enum DeliveryFault
{
    /// <summary>Too many messages; later it will do.</summary>
    Throttled,

    /// <summary>The channel cannot be reached or fails itself; later it may do.</summary>
    Unavailable,

    /// <summary>The channel does not accept the bot itself; nothing is sent until that is mended.</summary>
    NotAuthorized,

    /// <summary>The recipient blocked or uninstalled the bot.</summary>
    Blocked,

    /// <summary>The conversation is gone: left, deleted.</summary>
    Gone,

    /// <summary>No reference of the conversation is kept, so that nobody knows where it is.</summary>
    UnknownConversation,

    /// <summary>The message is bigger than the channel takes.</summary>
    TooBig,

    /// <summary>The channel understood and refused.</summary>
    Rejected,

    /// <summary>The conversation's service address is not one that was vouched for.</summary>
    UntrustedServiceUrl,

    /// <summary>The payload could not be made into a message.</summary>
    Unmakeable,
}
