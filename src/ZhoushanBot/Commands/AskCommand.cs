using System.CommandLine;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Review;

namespace ZhoushanBot.Commands;

/// <summary><c>ask "…" [--json] [--explain] [--internal]</c>: one question, without any memory of others.</summary>
internal static class AskCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var text = surroundings.Text;
        var question = new Argument<string>("QUESTION") { Description = text.Question };
        var json = new Option<bool>("--json") { Description = text.Json };
        var isInternal = new Option<bool>("--internal") { Description = text.WithInternal };
        var explain = new Option<bool>("--explain") { Description = text.Explain };
        var command = new Command("ask", text.Ask) { question, json, explain, isInternal };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            surroundings.Say(error, text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            await opened.Book.LoadAsync(cancellationToken);
            var snapshot = opened.View.Notices(parsed.GetValue(isInternal));
            if (snapshot.Notices.IsEmpty)
            {
                await error.WriteLineAsync(text.NoNotices);
                return ExitCode.NothingFound;
            }

            _ = snapshot.Index;
            foreach (var fault in opened.Names.Faults)
            {
                await error.WriteLineAsync(fault.ToString());
            }

            var asked = parsed.GetRequiredValue(question);
            var reply = Assistant.Reply(
                asked, ConversationContext.Empty, snapshot.Index, surroundings.Clock.Now, text.Language, snapshot.Search);
            await output.WriteLineAsync(
                parsed.GetValue(json) ? ToJson(asked, reply, parsed.GetValue(explain)) : ToText(reply, parsed.GetValue(explain)));
            return reply.Answer.IsFound ? ExitCode.Done : ExitCode.NothingFound;
        });
        return command;
    }

    private static string ToText(AssistantReply reply, bool explain)
    {
        var suggestions = reply.Suggestions.IsEmpty ? "" : $"\n\n{string.Join('\n', reply.Suggestions.Select(s => $"> {s}"))}";
        return $"{reply.Text}{suggestions}{(explain ? $"\n\n{ReadingText.Of(reply.Reading)}" : "")}";
    }

    private static string ToJson(string question, AssistantReply reply, bool explain) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("question", question);
        json.WriteString("language", reply.Language == ReplyLanguage.Chinese ? "zh" : "en");
        json.WriteBoolean("answered", reply.Answer.IsFound);
        json.WriteString("text", reply.Text);
        json.WriteStartArray("suggestions");
        foreach (var suggestion in reply.Suggestions)
        {
            json.WriteStringValue(suggestion);
        }

        json.WriteEndArray();
        if (explain)
        {
            json.WriteString("explanation", ReadingText.Of(reply.Reading));
        }

        json.WriteEndObject();
    });
}
