using System.CommandLine;
using System.Text.Json;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Commands;

/// <summary><c>people list [--json|--csv]</c>: who is who, who can be written to, which chats stand for whom, and which units nobody speaks for.</summary>
internal static class PeopleList
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var json = new Option<bool>("--json") { Description = surroundings.Text.Json };
        var csv = new Option<bool>("--csv") { Description = words.Csv };
        var command = new Command("list", words.List) { json, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError(words.OneShape);
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            await opened.Book.LoadAsync(cancellationToken);
            var people = opened.Book.Current.People;
            var today = surroundings.Clock.Today;
            var silent = UnspokenFor(people, opened.Archive.Current.Notices.FirstOrDefault());
            if (parsed.GetValue(csv))
            {
                await output.WriteAsync(DirectoryCsv.Write(people.Directory.People));
            }
            else if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonText.Of(writer => Write(writer, people, silent, today)));
            }
            else
            {
                await WriteLinesAsync(output, words, people, silent, today);
            }

            return people.Directory.People.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Units that lead tasks of a notice and have neither a liaison nor a chat; their reminders go to the supervision office.</summary>
    private static string[] UnspokenFor(PeopleState people, NoticeContent? notice)
    {
        if (notice is null)
        {
            return [];
        }

        var areas = notice.Organizations.ToDictionary(o => o.Name, o => o.Area, StringComparer.Ordinal);
        return
        [
            .. notice.WorkItems.SelectMany(i => i.LeadOrganizations.Select(o => o.Name)).Distinct(StringComparer.Ordinal)
                .Where(name => areas.ContainsKey(name))
                .Where(name => people.Directory.LiaisonsOf(new Party(name, areas[name])).IsEmpty
                    && people.ChatsOf(new ChatOwner(name, null, null)).IsEmpty
                    && (areas[name] is not { } area || people.ChatsOf(new ChatOwner(null, area, null)).IsEmpty)),
        ];
    }

    private static async Task WriteLinesAsync(TextWriter output, PeopleCommandText words, PeopleState people, string[] silent, DateOnly today)
    {
        if (people.IsDemonstration)
        {
            await output.WriteLineAsync(words.Demonstration);
        }

        foreach (var person in people.Directory.People)
        {
            var chat = people.OwnChatOf(person.AccountId);
            var lost = chat is { } own ? people.UnreachableOf(own) : null;
            await output.WriteLineAsync(words.Line(person, chat is not null, lost, people.HandoverOf(person.AccountId, today)));
        }

        foreach (var (chat, owner) in people.Bindings.OrderBy(b => b.Value.Name, StringComparer.Ordinal).ThenBy(b => b.Key.ConversationId, StringComparer.Ordinal))
        {
            await output.WriteLineAsync(words.ChatLine(chat, owner.Name, people.UnreachableOf(chat)));
        }

        await output.WriteLineAsync(words.Count(people.Directory.People.Length, people.Bindings.Count));
        if (silent.Length > 0)
        {
            await output.WriteLineAsync(words.Silent(silent));
        }
    }

    private static void Write(Utf8JsonWriter writer, PeopleState people, string[] silent, DateOnly today)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("isDemonstration", people.IsDemonstration);
        writer.WriteStartArray("people");
        foreach (var person in people.Directory.People)
        {
            writer.WriteStartObject();
            writer.WriteString("account", person.AccountId);
            writer.WriteString("name", person.Name);
            writer.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(person.Role.ToString()));
            writer.WriteString("organization", person.Organization);
            writer.WriteString("area", person.Area);
            writer.WriteBoolean("isHead", person.IsHead);
            writer.WriteBoolean("isSupervisionOffice", person.IsSupervisionOffice);
            writer.WriteString("official", person.OfficialName);
            writer.WriteString("deputy", person.DeputyAccountId);
            Write(writer, "chat", people.OwnChatOf(person.AccountId), people);
            var handover = people.HandoverOf(person.AccountId, today);
            writer.WriteString("handedOverTo", handover?.ToAccountId);
            writer.WriteString("handedOverUntil", handover?.Until?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("chats");
        foreach (var (chat, owner) in people.Bindings.OrderBy(b => b.Value.Name, StringComparer.Ordinal).ThenBy(b => b.Key.ConversationId, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("organization", owner.Organization);
            writer.WriteString("area", owner.Area);
            writer.WriteString("official", owner.Official);
            writer.WriteBoolean("isSupervisionOffice", owner == ChatOwner.SupervisionOffice);
            Write(writer, "chat", chat, people);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unitsNobodySpeaksFor");
        foreach (var name in silent)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ChatAddress? chat, PeopleState people)
    {
        if (chat is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("channel", known.ChannelId);
        writer.WriteString("conversation", known.ConversationId);
        writer.WriteString("unreachableBecause", people.UnreachableOf(known)?.Reason);
        writer.WriteEndObject();
    }
}
