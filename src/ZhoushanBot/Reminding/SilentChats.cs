using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Reminding;

/// <summary>
/// Does not wait for a reminder to fail: where the bot is taken out of a chat that stands for somebody, that is noted at once, and where it is taken in again,
/// delivery resumes. Each time the chat's own state is asked, so that it does not matter in which order two news are worked off.
/// </summary>
internal sealed class SilentChats(ConversationBook conversations, OfficeBook book, UnreachablePeople unreachable, OfficeClock clock, ILogger<SilentChats> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        conversations.Changed += OnChanged;

        // What was noted of a conversation may not have got as far as the journal before the service ended.
        foreach (var silent in conversations.All.Where(known => known.Silence is not null).ToList())
        {
            _ = SettleAsync(silent.Address);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        conversations.Changed -= OnChanged;
        return Task.CompletedTask;
    }

    private void OnChanged(object? sender, ConversationChangedEventArgs e)
    {
        if (e.Change is ConversationChange.TakenOut or ConversationChange.CameBack)
        {
            _ = SettleAsync(e.Conversation.Address);
        }
    }

    private async Task SettleAsync(ConversationAddress address)
    {
        try
        {
            var chat = new ChatAddress(address.ChannelId, address.ConversationId);
            if (SilenceOf(address) is { } silence)
            {
                await unreachable.MarkAsync(chat, silence.Reason.ToString(), () => SilenceOf(address) is not null, clock.GetUtcNow(), CancellationToken.None);
            }
            else
            {
                await book.DecideAsync(
                    Actor.Service,
                    (state, _) => new Decision<bool>(
                        true, state.People.UnreachableOf(chat) is not null && SilenceOf(address) is null ? [PeopleJournal.Write(new PeopleEvent.Reachable(chat))] : []),
                    CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // Nobody waits for it; the next reminder finds out for itself.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.UnreachableNotMarked(logger, e);
        }
    }

    private Silence? SilenceOf(ConversationAddress address) => conversations.Find(address)?.Silence;
}
