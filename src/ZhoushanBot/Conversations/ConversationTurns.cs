using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Conversations;

/// <summary>Notes the conversation of every activity, then lets the bot have its turn.</summary>
internal sealed class ConversationTurns(ConversationBook book, ITurnHandler bot) : ITurnHandler
{
    /// <inheritdoc/>
    public ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        book.Note(turn.Activity);
        return bot.OnTurnAsync(turn, cancellationToken);
    }
}
