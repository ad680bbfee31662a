namespace ZhoushanBot.Activities;

/// <summary>Values of <see cref="Activity.Type"/> that we know.</summary>
public static class ActivityTypes
{
    /// <summary>Something said, or a card's Action.Submit.</summary>
    public const string Message = "message";

    /// <summary>Members came or went.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that wants an answer at once.</summary>
    public const string Invoke = "invoke";

    /// <summary>The answer to an invoke; never leaves the process.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Something happened; nobody waits for an answer.</summary>
    public const string Event = "event";

    /// <summary>Somebody is typing.</summary>
    public const string Typing = "typing";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A reaction was put on or taken off.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A command to carry out.</summary>
    public const string Command = "command";

    /// <summary>How a command went.</summary>
    public const string CommandResult = "commandResult";

    /// <summary>Diagnostics; goes to the emulator only.</summary>
    public const string Trace = "trace";

    /// <summary>A pause before the next activity; never leaves the process.</summary>
    public const string Delay = "delay";
}

/// <summary>Values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    /// <summary>Replies go to the connector.</summary>
    public const string Normal = "normal";

    /// <summary>Replies come in the response of the very request.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>A notification.</summary>
    public const string Notification = "notification";

    /// <summary>Not kept.</summary>
    public const string Ephemeral = "ephemeral";
}

/// <summary>Values of <see cref="Activity.InputHint"/>.</summary>
public static class InputHints
{
    /// <summary>The bot is ready but waits for nothing: the default.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot waits for an answer.</summary>
    public const string ExpectingInput = "expectingInput";

    /// <summary>The bot does not listen.</summary>
    public const string IgnoringInput = "ignoringInput";
}

/// <summary>Values of <see cref="Activity.ChannelId"/> that we treat apart.</summary>
public static class ChannelIds
{
    /// <summary>Microsoft Teams.</summary>
    public const string MsTeams = "msteams";

    /// <summary>Web Chat.</summary>
    public const string WebChat = "webchat";

    /// <summary>Direct Line.</summary>
    public const string DirectLine = "directline";

    /// <summary>The emulator and the playground.</summary>
    public const string Emulator = "emulator";
}

/// <summary>Values of <see cref="Activity.Name"/> of invokes that we know.</summary>
public static class InvokeNames
{
    /// <summary>Action.Execute of an Adaptive Card.</summary>
    public const string AdaptiveCardAction = "adaptiveCard/action";
}

/// <summary>Values of <see cref="ConversationAccount.ConversationType"/>.</summary>
public static class ConversationTypes
{
    /// <summary>One person and the bot.</summary>
    public const string Personal = "personal";

    /// <summary>A chat of several people.</summary>
    public const string GroupChat = "groupChat";

    /// <summary>A channel of a team.</summary>
    public const string Channel = "channel";
}
