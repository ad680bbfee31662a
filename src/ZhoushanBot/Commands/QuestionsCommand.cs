using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Import;
using ZhoushanBot.Review;

namespace ZhoushanBot.Commands;

/// <summary><c>questions review [--since DATE] [--json]</c>, <c>questions clear [--before DATE] [--yes]</c>, <c>questions teach WORDING MEANS</c>.</summary>
internal static class QuestionsCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var text = QuestionsText.In(surroundings.Text.Language);
        return new Command("questions", text.Questions) { Review(surroundings, data, text), Clear(surroundings, data, text), Teach(surroundings, data, text) };
    }

    private static Command Review(CommandSurroundings surroundings, Option<string?> data, QuestionsText text)
    {
        var since = DateOption("--since", text.Since, text);
        var json = new Option<bool>("--json") { Description = surroundings.Text.Json };
        var command = new Command("review", text.Review) { since, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var questions = await opened.QuestionsAsync(cancellationToken);
            _ = opened.Names.Current;
            var found = questions.ToReview(DayIn(parsed.GetValue(since)));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonText.Of(writer => Write(writer, found, opened.Names.Faults)));
                return ExitCode.Done;
            }

            foreach (var fault in opened.Names.Faults)
            {
                await output.WriteLineAsync(fault.ToString());
            }

            foreach (var question in found)
            {
                await output.WriteLineAsync(text.Line(question, question.LastAt.ToOffset(OfficeClock.Offset)));
            }

            await output.WriteLineAsync(text.Total(found.Length));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Clear(CommandSurroundings surroundings, Option<string?> data, QuestionsText text)
    {
        var before = DateOption("--before", text.Before, text);
        var yes = new Option<bool>("--yes", "-y") { Description = text.Yes };
        var command = new Command("clear", text.Clear) { before, yes };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (!parsed.GetValue(yes))
            {
                await output.WriteLineAsync(text.NotAgreed);
                return ExitCode.Declined;
            }

            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var questions = await opened.QuestionsAsync(cancellationToken);
            var cleared = questions.Clear(DayIn(parsed.GetValue(before)));
            await opened.SaveAsync();
            await output.WriteLineAsync(text.Cleared(cleared));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Teach(CommandSurroundings surroundings, Option<string?> data, QuestionsText text)
    {
        var wording = new Argument<string>("WORDING") { Description = text.Wording };
        var means = new Argument<string>("MEANS") { Description = text.Means };
        var command = new Command("teach", text.Teach) { wording, means };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            if (opened.Archive.Current.Notices.IsEmpty)
            {
                await error.WriteLineAsync(surroundings.Text.NoNotices);
                return ExitCode.NothingFound;
            }

            var word = parsed.GetRequiredValue(wording);
            switch (Teaching.Of(word, parsed.GetRequiredValue(means), opened.Archive.Current.Index, opened.Names.Current.Synonyms))
            {
                case Lesson.Refused refused:
                    await error.WriteLineAsync(text.Refused(refused));
                    return ExitCode.BadUsage;
                case Lesson.Learnt lesson:
                    return await KeepAsync(opened, lesson, word, text, output, error);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        });
        return command;
    }

    private static async Task<int> KeepAsync(OpenStore opened, Lesson.Learnt lesson, string word, QuestionsText text, TextWriter output, TextWriter error)
    {
        string path;
        try
        {
            path = opened.Taught.Add(lesson);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await error.WriteLineAsync(text.NotKept(opened.Taught.Folder, e.Message));
            return ExitCode.StoreUnusable;
        }

        // It is on disk: whoever gave up waiting must not leave the old words in place.
        await opened.Archive.ReadNamesAgainAsync(CancellationToken.None);
        await output.WriteLineAsync(text.Taught(word, lesson, path));
        return ExitCode.Done;
    }

    private static Option<string?> DateOption(string name, string description, QuestionsText text)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "YYYY-MM-DD" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } day && DayIn(day) is null)
            {
                result.AddError(text.NotADay(day));
            }
        });
        return option;
    }

    /// <summary>The beginning of a day in the offices' time.</summary>
    private static DateTimeOffset? DayIn(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, OfficeClock.Offset)
            : null;

    private static void Write(Utf8JsonWriter json, ImmutableArray<LoggedQuestion> questions, ImmutableArray<NameFileFault> faults)
    {
        json.WriteStartObject();
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("question", question.Text);
            json.WriteString("language", question.Language == ReplyLanguage.Chinese ? "zh" : "en");
            json.WriteBoolean("answered", question.IsFound);
            json.WriteNumber("unanswered", question.Unanswered);
            json.WriteNumber("down", question.Down);
            json.WriteNumber("up", question.Up);
            json.WriteString("firstAt", question.FirstAt.ToOffset(OfficeClock.Offset));
            json.WriteString("lastAt", question.LastAt.ToOffset(OfficeClock.Offset));
            json.WriteString("reading", question.Reading);
            WriteList(json, "askers", question.Askers, (writer, asker) => writer.WriteStringValue(asker));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteList(json, "refusedFiles", faults, (writer, fault) =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", fault.Path);
            writer.WriteString("zh", fault.Chinese);
            writer.WriteString("en", fault.English);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
