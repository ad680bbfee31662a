using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Commands;

/// <summary><c>outbox list [--state dead] [--json]</c>, <c>outbox retry KEY</c>: what is to be sent and what was given up.</summary>
internal static class OutboxCommand
{
    private const int MostRows = 1000;

    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = OutboxText.In(surroundings.Text.Language);
        return new Command("outbox", words.Outbox) { List(surroundings, data, words), Retry(surroundings, data, words) };
    }

    private static Command List(CommandSurroundings surroundings, Option<string?> data, OutboxText words)
    {
        var state = new Option<OutboxStage?>("--state") { Description = words.State, HelpName = "STATE" };
        var json = new Option<bool>("--json") { Description = surroundings.Text.Json };
        var command = new Command("list", words.List) { state, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            OutboxStage[] stages = parsed.GetValue(state) is { } one ? [one] : Enum.GetValues<OutboxStage>();
            var listings = new List<(OutboxStage Stage, OutboxListing Listing)>();
            foreach (var stage in stages)
            {
                // Asked for nothing in particular, what is over is only counted.
                var limit = stages.Length == 1 || stage is not (OutboxStage.Sent or OutboxStage.Withdrawn) ? MostRows : 0;
                listings.Add((stage, await opened.Outbox.ListAsync(stage, limit, cancellationToken)));
            }

            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonText.Of(writer => Write(writer, listings)));
            }
            else
            {
                foreach (var row in listings.SelectMany(listing => listing.Listing.Rows))
                {
                    await output.WriteLineAsync(Line(row, words));
                }

                await output.WriteLineAsync(string.Join(words.Comma, listings.Select(listing => words.Count(listing.Stage, listing.Listing.Total))));
            }

            return listings.Exists(listing => listing.Listing.Total > 0) ? ExitCode.Done : ExitCode.NothingFound;
        });
        return command;
    }

    private static Command Retry(CommandSurroundings surroundings, Option<string?> data, OutboxText words)
    {
        var key = new Argument<string>("KEY") { Description = words.Key };
        var command = new Command("retry", words.Retry) { key };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var which = parsed.GetRequiredValue(key);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            if (!await opened.Outbox.ReviveAsync(which, surroundings.Clock.GetUtcNow(), cancellationToken))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words.NotDead(which));
                return ExitCode.NothingFound;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(words.Revived(which));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(OutboxRow row, OutboxText words)
    {
        var (message, to) = (row.Message, row.Message.To);
        string[] cells =
        [
            words.NameOf(row.State.Stage), message.DueAt.ToOffset(OfficeClock.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), message.Key, message.Kind,
            to.Label.Length > 0 ? to.Label : to.AccountId, to.ChannelId, words.Attempts(row.Attempts) + (row.MayRepeat ? words.MayRepeat : ""), words.Describe(row.State),
        ];
        return string.Join('\t', cells).TrimEnd('\t');
    }

    private static void Write(Utf8JsonWriter json, List<(OutboxStage Stage, OutboxListing Listing)> listings)
    {
        json.WriteStartObject();
        json.WriteStartObject("counts");
        listings.ForEach(listing => json.WriteNumber(Name(listing.Stage), listing.Listing.Total));
        json.WriteEndObject();
        json.WriteStartArray("messages");
        foreach (var row in listings.SelectMany(listing => listing.Listing.Rows))
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, OutboxRow row)
    {
        var (message, to) = (row.Message, row.Message.To);
        json.WriteStartObject();
        json.WriteString("key", message.Key);
        json.WriteString("state", Name(row.State.Stage));
        json.WriteString("kind", message.Kind);
        json.WriteString("due", message.DueAt);
        json.WriteString("channel", to.ChannelId);
        json.WriteString("conversation", to.ConversationId);
        json.WriteString("account", to.AccountId);
        json.WriteString("label", to.Label);
        json.WriteNumber("attempts", row.Attempts);
        json.WriteBoolean("mayRepeat", row.MayRepeat);
        switch (row.State)
        {
            case OutboxState.Sent sent:
                json.WriteString("activityId", sent.ActivityId);
                json.WriteString("at", sent.At);
                break;
            case OutboxState.FailedForNow failed:
                json.WriteString("retryAt", failed.RetryAt);
                WriteFailure(json, failed.Failure);
                break;
            case OutboxState.Dead dead:
                json.WriteString("at", dead.At);
                WriteFailure(json, dead.Failure);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, DeliveryFailure failure)
    {
        json.WriteString("fault", JsonNamingPolicy.CamelCase.ConvertName(failure.Fault.ToString()));
        json.WriteString("detail", failure.Detail);
    }

    private static string Name(OutboxStage stage) => JsonNamingPolicy.CamelCase.ConvertName(stage.ToString());
}
