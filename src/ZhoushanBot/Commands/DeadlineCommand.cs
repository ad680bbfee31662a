using System.Collections.Immutable;
using System.CommandLine;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Office;

namespace ZhoushanBot.Commands;

/// <summary><c>deadline set PLACE DATE --reason …</c>, <c>deadline clear PLACE --reason …</c>: a day of its own for one task.</summary>
internal static class DeadlineCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = DeadlineCommandText.In(surroundings.Text.Language);
        return new Command("deadline", words.Deadline) { Set(surroundings, data, words), Clear(surroundings, data, words) };
    }

    private static Command Set(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var place = new Argument<string>("PLACE") { Description = words.Place };
        var date = new Argument<string>("DATE") { Description = words.Date };
        var reason = new Option<string>("--reason") { Description = words.Reason, HelpName = "WORDS", Required = true };
        var command = new Command("set", words.Set) { place, date, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(date) is { } typed && DayArgument.Read(typed) is null)
            {
                result.AddError(words.NoDay(typed));
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var wish = new DeadlineEvent.Set(DayArgument.Read(parsed.GetRequiredValue(date))!.Value, parsed.GetRequiredValue(reason).Trim());
            return RunAsync(surroundings, words, parsed, parsed.GetRequiredValue(place), wish, parsed.GetValue(data), cancellationToken);
        });
        return command;
    }

    private static Command Clear(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var place = new Argument<string>("PLACE") { Description = words.Place };
        var reason = new Option<string>("--reason") { Description = words.Reason, HelpName = "WORDS", Required = true };
        var command = new Command("clear", words.Clear) { place, reason };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(place), new DeadlineEvent.Cleared(parsed.GetRequiredValue(reason).Trim()), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, DeadlineCommandText words, ParseResult parsed, string place, DeadlineEvent wish, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        surroundings.Say(error, surroundings.Text.Loading);
        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        var found = PlacedTasks.Find(place, opened.Archive.Current.Index, surroundings.Clock.Now);
        if (found is not [var task])
        {
            await error.WriteLineAsync(found.IsEmpty ? words.NoTask(place) : words.SeveralTasks(place, found));
            return ExitCode.NothingFound;
        }

        // Who can open the store at the machine acts for the supervision office; the journal tells that it was done there.
        var outcome = await opened.Book.DecideAsync(
            Actor.CommandLine,
            (state, now) => DeadlineActions.Judge(wish, Role.Manager, task.Content.Notice, task.Item, state.Deadlines, ShanghaiTime.DateOf(now)) switch
            {
                DeadlineOutcome.Done done => new Decision<DeadlineOutcome>(done, [.. done.Events.Select(e => DeadlineJournal.Write(task.Item.Id, e))]),
                var refused => new Decision<DeadlineOutcome>(refused, []),
            },
            cancellationToken);
        if (outcome is DeadlineOutcome.Refused { Reason: var why })
        {
            await error.WriteLineAsync(DeadlineText.In(surroundings.Text.Language).Describe(why));
            return ExitCode.BadUsage;
        }

        await output.WriteLineAsync(wish is DeadlineEvent.Set set ? words.IsSet(task.Item.Text, set.On) : words.IsCleared(task.Item.Text));
        return ExitCode.Done;
    }
}

/// <summary>The words of <c>deadline</c>.</summary>
internal abstract class DeadlineCommandText
{
    private const int MostNamed = 10;
    private const int Beginning = 30;

    private DeadlineCommandText()
    {
    }

    public abstract string Deadline { get; }

    public abstract string Set { get; }

    public abstract string Clear { get; }

    public abstract string Place { get; }

    public abstract string Date { get; }

    public abstract string Reason { get; }

    public abstract string NoDay(string typed);

    public abstract string NoTask(string place);

    public abstract string SeveralTasks(string place, ImmutableArray<IndexedItem> found);

    public abstract string IsSet(string task, DateOnly day);

    public abstract string IsCleared(string task);

    public static DeadlineCommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private static string Begin(string task) => task.Length <= Beginning ? task : task[..Beginning] + "…";

    private static string Ids(ImmutableArray<IndexedItem> found) =>
        string.Join('\n', found.Take(MostNamed).Select(task => $"  {task.Item.Id}  {Begin(task.Item.Text)}")) + (found.Length > MostNamed ? "\n  …" : string.Empty);

    private sealed class Chinese : DeadlineCommandText
    {
        public static readonly Chinese Instance = new();

        public override string Deadline => "期限：为一项任务另设期限，或恢复通知的期限。";

        public override string Set => "为一项任务设定期限。";

        public override string Clear => "清除另设和延期的期限，恢复通知的期限。";

        public override string Place => "任务的位置，如“第三部分第7条”“省民生实事第5项”，或任务 id（见 tasks --json）。";

        public override string Date => "最后一天，如 2024-11-30。";

        public override string Reason => "原因；记入台账，并显示在期限旁。";

        public override string NoDay(string typed) => $"“{typed}”不是日期，应如 2024-11-30。";

        public override string NoTask(string place) => $"没有找到“{place}”。请写成“第三部分第7条”或“省民生实事第5项”，或给出任务 id（见 tasks --json）。";

        public override string SeveralTasks(string place, ImmutableArray<IndexedItem> found) => $"“{place}”对应 {found.Length} 项任务，请给出其中一项的 id：\n{Ids(found)}";

        public override string IsSet(string task, DateOnly day) => $"期限已设为{DeadlineText.In(ReplyLanguage.Chinese).Day(day)}：{Begin(task)}";

        public override string IsCleared(string task) => $"已恢复通知的期限：{Begin(task)}";
    }

    private sealed class English : DeadlineCommandText
    {
        public static readonly English Instance = new();

        public override string Deadline => "Deadlines: give one task a day of its own, or go back to the notice's.";

        public override string Set => "Set a task's deadline.";

        public override string Clear => "Clear what was set or granted; the notice's own day holds again.";

        public override string Place => "Where the task stands, such as “section 3 item 7” or “省民生实事第5项”, or its id (see tasks --json).";

        public override string Date => "The last day, such as 2024-11-30.";

        public override string Reason => "Why; kept in the journal and shown beside the deadline.";

        public override string NoDay(string typed) => $"“{typed}” is no date; it should look like 2024-11-30.";

        public override string NoTask(string place) =>
            $"There is no task “{place}”. Write “section 3 item 7”, “第三部分第7条” or “省民生实事第5项”, or give its id (see tasks --json).";

        public override string SeveralTasks(string place, ImmutableArray<IndexedItem> found) => $"“{place}” means {found.Length} tasks; give the id of one of them:\n{Ids(found)}";

        public override string IsSet(string task, DateOnly day) => $"The deadline is {DeadlineText.In(ReplyLanguage.English).Day(day)} now: {Begin(task)}";

        public override string IsCleared(string task) => $"The notice's own deadline holds again: {Begin(task)}";
    }
}
