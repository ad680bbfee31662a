using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Office;

namespace ZhoushanBot.Commands;

/// <summary><c>people import|template|list|code|bind|unbind|handover</c>: the directory of people, and the chats that stand for units.</summary>
internal static class PeopleCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = PeopleCommandText.In(surroundings.Text.Language);
        return new Command("people", words.People)
        {
            PeopleImport.Of(surroundings, data, words),
            Template(surroundings, words),
            PeopleList.Of(surroundings, data, words),
            Code(surroundings, data, words),
            PeopleBind.Of(surroundings, data, words),
            Unbind(surroundings, data, words),
            Handover(surroundings, data, words),
        };
    }

    private static Command Template(CommandSurroundings surroundings, PeopleCommandText words)
    {
        var file = new Argument<string>("FILE") { Description = words.TemplateFile };
        var command = new Command("template", words.Template) { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(file), surroundings.Folder);
            try
            {
                // Somebody's filled-in list has the same name as the template had.
                await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await stream.WriteAsync(new UTF8Encoding(false).GetBytes(DirectoryCsv.Template), cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words.NotWritable(path, e.Message));
                return ExitCode.BadUsage;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(words.TemplateWritten(path));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Code(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var unit = new Argument<string>("UNIT") { Description = words.Unit };
        var command = new Command("code", words.Code) { unit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var name = parsed.GetRequiredValue(unit).Trim();
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var names = new KnownNames(opened.Archive.Current.Notices);
            if (names.OwnerNamed(name) is not { } owner)
            {
                await error.WriteLineAsync(words.UnknownUnit(name, names.NearestOwner(name)));
                return ExitCode.NothingFound;
            }

            var code = BindingCode.Make(RandomNumberGenerator.GetBytes(BindingCode.RandomBytes));
            var expires = await opened.Book.DecideAsync(
                Actor.CommandLine,
                (_, now) => new Decision<DateTimeOffset>(now + BindingCode.Lifetime, [PeopleJournal.Write(BindingCode.Issue(code, owner, now))]),
                cancellationToken);
            await output.WriteLineAsync(words.Issued(code, owner.Name, expires));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Unbind(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var chat = new Argument<string>("CHAT") { Description = words.Chat };
        var command = new Command("unbind", words.Unbind) { chat };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(chat);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var owner = await opened.Book.DecideAsync(
                Actor.CommandLine,
                (state, _) => state.People.Bindings.Where(b => $"{b.Key.ChannelId}/{b.Key.ConversationId}" == typed).ToList() is [var bound]
                    ? new Decision<ChatOwner?>(bound.Value, [PeopleJournal.Write(new PeopleEvent.ChatUnbound(bound.Key))])
                    : new Decision<ChatOwner?>(null, []),
                cancellationToken);
            await (owner is null ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output)
                .WriteLineAsync(owner is { } known ? words.Unbound(known.Name) : words.NotBound(typed));
            return owner is null ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    private static Command Handover(CommandSurroundings surroundings, Option<string?> data, PeopleCommandText words)
    {
        var from = new Argument<string>("FROM") { Description = words.From };
        var to = new Argument<string?>("TO") { Description = words.To, Arity = ArgumentArity.ZeroOrOne };
        var until = new Option<string?>("--until") { Description = words.Until, HelpName = "DATE" };
        var reason = new Option<string?>("--reason") { Description = words.Reason, HelpName = "WORDS" };
        var back = new Option<bool>("--back") { Description = words.Back };
        var command = new Command("handover", words.Handover) { from, to, until, reason, back };
        command.Validators.Add(result =>
        {
            if (result.GetValue(back) == (result.GetValue(to) is not null))
            {
                result.AddError(words.ToOrBack);
            }

            if (result.GetValue(until) is { } day && DayArgument.Read(day) is null)
            {
                result.AddError(words.NoDay(day));
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var day = parsed.GetValue(until) is { } typed ? DayArgument.Read(typed) : null;
            var (code, message) = await opened.Book.DecideAsync(
                Actor.CommandLine,
                (state, now) => Decide(state.People, parsed.GetRequiredValue(from), parsed.GetValue(to), day, parsed.GetValue(reason) ?? string.Empty, now, words),
                cancellationToken);
            await (code == ExitCode.Done ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error).WriteLineAsync(message);
            return code;
        });
        return command;
    }

    private static Decision<(int Code, string Message)> Decide(
        PeopleState people, string from, string? to, DateOnly? until, string reason, DateTimeOffset now, PeopleCommandText words)
    {
        var today = Core.WorkDays.ShanghaiTime.DateOf(now);
        return Handovers.Decide(people, from, to, until, reason, today) switch
        {
            HandoverOutcome.Done done => new(
                (ExitCode.Done, done.Taker is { } taker ? words.HandedOver(done.Giver, taker, until) : words.TakenBack(done.Giver)), [PeopleJournal.Write(done.Event)]),
            HandoverOutcome.Refused refused => new(
                refused.Reason switch
                {
                    HandoverRefusal.NoGiver => (ExitCode.NothingFound, words.NotOnePerson(from, refused.Found)),
                    HandoverRefusal.NoTaker => (ExitCode.NothingFound, words.NotOnePerson(to!, refused.Found)),
                    HandoverRefusal.NothingHandedOver => (ExitCode.NothingFound, words.NothingHandedOver(refused.Giver!)),
                    HandoverRefusal.ToOneself => (ExitCode.BadUsage, words.ToOneself),
                    HandoverRefusal.Past => (ExitCode.BadUsage, words.Past(until!.Value)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                },
                []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>A day as somebody writes it after a command.</summary>
internal static class DayArgument
{
    /// <summary>The day; null for anything else.</summary>
    public static DateOnly? Read(string text) => Core.WorkDays.ExactDay.Read(text);
}
