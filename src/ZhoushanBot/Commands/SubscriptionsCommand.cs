using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Subscriptions;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Office;
using ZhoushanBot.Reporting;

namespace ZhoushanBot.Commands;

/// <summary><c>subscriptions list</c> and <c>subscriptions end KEY</c>: whom a status reaches every week, and ending that for somebody who cannot.</summary>
internal static class SubscriptionsCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = SubscriptionsCommandText.In(surroundings.Text.Language);
        return new Command("subscriptions", words.Subscriptions) { List(surroundings, data, words), End(surroundings, data, words) };
    }

    private static Command List(CommandSurroundings surroundings, Option<string?> data, SubscriptionsCommandText words)
    {
        var json = new Option<bool>("--json") { Description = surroundings.Text.Json };
        var command = new Command("list", words.List) { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            surroundings.Say(parsed.InvocationConfiguration.Error, surroundings.Text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            await opened.Book.LoadAsync(cancellationToken);
            var all = opened.Book.Current.Subscriptions.All.ToList();
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(ToJson(all));
                return ExitCode.Done;
            }

            var desk = new StatusDesk(opened.View, Options.Create(new ReportingOptions()));
            foreach (var one in all)
            {
                await output.WriteLineAsync($"{one.Key}\t{NameOf(one, opened)}\t{desk.TitleOf(one.Query, surroundings.Text.Language)}\t{words.Since(DayOf(one))}");
            }

            if (all.Count == 0)
            {
                // Not on the output, which has one a line.
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words.None);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command End(CommandSurroundings surroundings, Option<string?> data, SubscriptionsCommandText words)
    {
        var key = new Argument<string>("KEY") { Description = words.Key };
        var command = new Command("end", words.End) { key };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            surroundings.Say(parsed.InvocationConfiguration.Error, surroundings.Text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var named = parsed.GetRequiredValue(key);
            var ended = await opened.Book.DecideAsync(
                Actor.CommandLine,
                (state, _) => state.Subscriptions.Find(named) is { } known
                    ? new Decision<Subscription?>(known, [SubscriptionJournal.Write(named, new SubscriptionEvent.Cleared())])
                    : new Decision<Subscription?>(null, []),
                cancellationToken);
            if (ended is null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words.Unknown(named));
                return ExitCode.NothingFound;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(words.Ended(NameOf(ended, opened)));
            return ExitCode.Done;
        });
        return command;
    }

    private static string ToJson(List<Subscription> all) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var one in all)
        {
            json.WriteStartObject();
            json.WriteString("key", one.Key);
            json.WriteString("by", one.By.AccountId);
            json.WriteString("name", one.By.Name);
            json.WriteString("channel", one.Chat.ChannelId);
            json.WriteString("chat", one.Chat.ConversationId);
            json.WriteBoolean("shared", one.IsShared);
            json.WriteString("query", one.Query.Code);
            json.WriteString("language", one.Language == ReplyLanguage.English ? "en" : "zh");
            json.WriteString("since", DayOf(one));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    // The directory's name before the channel's.
    private static string NameOf(Subscription one, OpenStore opened) =>
        opened.Book.Current.People.Directory.Find(one.By.AccountId)?.Name is { Length: > 0 } listed ? listed : one.By.Name.Length > 0 ? one.By.Name : one.By.AccountId;

    private static string DayOf(Subscription one) => ShanghaiTime.DateOf(one.Since).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The words of <c>subscriptions</c>.</summary>
internal abstract class SubscriptionsCommandText
{
    private SubscriptionsCommandText()
    {
    }

    public abstract string Subscriptions { get; }

    public abstract string List { get; }

    public abstract string End { get; }

    public abstract string Key { get; }

    public abstract string None { get; }

    public abstract string Since(string day);

    public abstract string Unknown(string key);

    public abstract string Ended(string name);

    public static SubscriptionsCommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private sealed class Chinese : SubscriptionsCommandText
    {
        public static readonly Chinese Instance = new();

        public override string Subscriptions => "周报订阅：谁每周收到进展。";

        public override string List => "列出订阅：标识、订阅人、内容、起始日。";

        public override string End => "结束一份订阅，例如订阅人已离岗；写入台账，操作者为 command-line。";

        public override string Key => "“subscriptions list”列出的标识。";

        public override string None => "没有人订阅周报。";

        public override string Since(string day) => $"自 {day} 起";

        public override string Unknown(string key) => $"没有标识为“{key}”的订阅。用“subscriptions list”查看。";

        public override string Ended(string name) => $"已结束{name}的周报订阅。";
    }

    private sealed class English : SubscriptionsCommandText
    {
        public static readonly English Instance = new();

        public override string Subscriptions => "Weekly statuses: whom they reach.";

        public override string List => "Lists the subscriptions: key, subscriber, what is shown, since when.";

        public override string End => "Ends a subscription, of somebody who has left, say; the journal has it as command-line.";

        public override string Key => "The key, as \"subscriptions list\" shows it.";

        public override string None => "Nobody has subscribed to a weekly status.";

        public override string Since(string day) => $"since {day}";

        public override string Unknown(string key) => $"There is no subscription \"{key}\". \"subscriptions list\" shows them.";

        public override string Ended(string name) => $"The weekly status of {name} is ended.";
    }
}
