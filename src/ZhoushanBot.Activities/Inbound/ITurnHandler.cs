namespace ZhoushanBot.Activities.Inbound;

/// <summary>What the bot does with an activity. A port, implemented by the host.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one activity. Turns of one conversation come one after the other, those of different ones side by side.</summary>
    /// <param name="turn">The activity, and the way to answer it.</param>
    /// <param name="cancellationToken">The service is stopping.</param>
    /// <returns>For an invoke its answer, or null when nobody here handles it (501); for anything else it is not looked at.</returns>
    ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken);
}
