using System.Collections.Immutable;
using System.CommandLine;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;

namespace ZhoushanBot.Commands;

/// <summary><c>people bind CHAT UNIT</c>: makes a chat stand for a unit without a code. Only a chat that has been heard of: to any other nothing could be delivered.</summary>
internal static class PeopleBind
{
    private const int MostShown = 20;

    public static Command Of(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var chat = new Argument<string>("CHAT") { Description = words.Chat };
        var unit = new Argument<string>("UNIT") { Description = words.Unit };
        var command = new Command("bind", words.Bind) { chat, unit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (typed, name) = (parsed.GetRequiredValue(chat).Trim(), parsed.GetRequiredValue(unit).Trim());
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var names = new KnownNames(opened.Archive.Current.Notices);
            if (names.OwnerNamed(name) is not { } owner)
            {
                await error.WriteLineAsync(words.UnknownUnit(name, names.NearestOwner(name)));
                return ExitCode.NothingFound;
            }

            var known = await KeptConversations.ReadAsync(opened.Conversations, cancellationToken);
            if (known.FirstOrDefault(c => NameOf(c) == typed) is not { } found)
            {
                ImmutableArray<string> shared = [.. known.Where(c => c.IsShared).Select(NameOf).Order(StringComparer.Ordinal).Take(MostShown)];
                await error.WriteLineAsync(words.UnknownChat(typed, shared));
                return ExitCode.NothingFound;
            }

            var address = new ChatAddress(found.ChannelId, found.ConversationId);
            var before = await opened.Book.DecideAsync(
                Actor.CommandLine,
                (state, _) => new Decision<ChatOwner?>(
                    state.People.Bindings.TryGetValue(address, out var other) && other != owner ? other : null, [PeopleJournal.Write(new PeopleEvent.ChatBound(address, owner, null))]),
                cancellationToken);
            await output.WriteLineAsync(words.Bound(typed, owner.Name, before?.Name));
            return ExitCode.Done;
        });
        return command;
    }

    private static string NameOf(KnownConversation conversation) => $"{conversation.ChannelId}/{conversation.ConversationId}";
}
