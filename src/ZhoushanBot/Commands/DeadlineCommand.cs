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

/// <summary>
/// <c>deadline set PLACE DATE --reason …</c>, <c>deadline clear PLACE --reason …</c>, and <c>deadline milestones set PLACE STEPS</c> and <c>clear PLACE</c>: a day and steps of
/// its own for one task.
/// </summary>
internal static class DeadlineCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = DeadlineCommandText.In(surroundings.Text.Language);
        return new Command("deadline", words.Deadline)
        {
            Set(surroundings, data, words),
            Clear(surroundings, data, words),
            new Command("milestones", words.Milestones) { SetSteps(surroundings, data, words), ClearSteps(surroundings, data, words) },
        };
    }

    private static Command Set(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var (place, reason) = Common(words);
        var date = new Argument<string>("DATE") { Description = words.Date };
        var command = new Command("set", words.Set) { place, date, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(date) is { } typed && FaultOf(typed, surroundings) is { } fault)
            {
                result.AddError(fault);
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(date);
            return RunAsync(
                surroundings, words, parsed, parsed.GetRequiredValue(place), parsed.GetValue(data),
                (task, state, today, _) => DeadlineActions.Judge(
                    new DeadlineEvent.Set(DayOf(typed, task), parsed.GetRequiredValue(reason).Trim()), Role.Manager, task.Content.Notice, task.Item, state, today),
                task => words.IsSet(task.Item.Text, DayOf(typed, task)), cancellationToken);
        });
        return command;
    }

    private static Command Clear(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var (place, reason) = Common(words);
        var command = new Command("clear", words.Clear) { place, reason };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(place), parsed.GetValue(data),
            (task, state, today, _) => DeadlineActions.Judge(new DeadlineEvent.Cleared(parsed.GetRequiredValue(reason).Trim()), Role.Manager, task.Content.Notice, task.Item, state, today),
            task => words.IsCleared(task.Item.Text), cancellationToken));
        return command;
    }

    private static Command SetSteps(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var (place, reason) = Common(words);
        var steps = new Argument<string>("STEPS") { Description = words.Steps };
        var command = new Command("set", words.SetSteps) { place, steps, reason };
        command.Validators.Add(result =>
        {
            var read = TypedSteps.Read(result.GetValue(steps) ?? string.Empty, surroundings.Clock.Today.Year);
            foreach (var (step, fault) in read.Faults)
            {
                result.AddError(DeadlineText.In(surroundings.Text.Language).Describe(step, fault));
            }

            if (read.Faults.IsEmpty && read.Steps.IsEmpty)
            {
                result.AddError(words.NoSteps);
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(place), parsed.GetValue(data),
            (task, state, today, rules) => DeadlineActions.Judge(
                new DeadlineWish(null, TypedSteps.Read(parsed.GetRequiredValue(steps), YearOf(task)).Steps, parsed.GetRequiredValue(reason)),
                Role.Manager, task.Content.Notice, task.Item, rules, state, today),
            task => words.StepsAreSet(task.Item.Text), cancellationToken));
        return command;
    }

    private static Command ClearSteps(CommandSurroundings surroundings, Option<string?> data, DeadlineCommandText words)
    {
        var (place, reason) = Common(words);
        var command = new Command("clear", words.ClearSteps) { place, reason };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(place), parsed.GetValue(data),
            (task, state, today, _) => DeadlineActions.Judge(new DeadlineEvent.MilestonesRestored(parsed.GetRequiredValue(reason).Trim()), Role.Manager, task.Content.Notice, task.Item, state, today),
            task => words.StepsAreCleared(task.Item.Text), cancellationToken));
        return command;
    }

    private static (Argument<string> Place, Option<string> Reason) Common(DeadlineCommandText words) => (
        new Argument<string>("PLACE") { Description = words.Place },
        new Option<string>("--reason") { Description = words.Reason, HelpName = "WORDS", Required = true });

    private static string? FaultOf(string typed, CommandSurroundings surroundings)
    {
        var words = DeadlineText.In(surroundings.Text.Language);
        return TypedDay.Only(typed, surroundings.Clock.Today.Year) switch
        {
            TypedDay.Found => null,
            TypedDay.NoSuchDay none => words.NoSuchDay(none.Words),
            _ => words.NoDay(typed),
        };
    }

    private static DateOnly DayOf(string typed, IndexedItem task) => ((TypedDay.Found)TypedDay.Only(typed, YearOf(task))!).On;

    private static int YearOf(IndexedItem task) => task.Content.Notice.Year > 0 ? task.Content.Notice.Year : task.Item.Deadline.On.Year;

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, DeadlineCommandText words, ParseResult parsed, string place, string? data,
        Func<IndexedItem, DeadlineState, DateOnly, DeadlineRules, DeadlineOutcome> judge, Func<IndexedItem, string> done, CancellationToken cancellationToken)
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
            (state, now) => judge(task, state.Deadlines, ShanghaiTime.DateOf(now), opened.View.Rules) switch
            {
                DeadlineOutcome.Done happened => new Decision<DeadlineOutcome>(happened, [.. happened.Events.Select(e => DeadlineJournal.Write(task.Item.Id, e))]),
                var refused => new Decision<DeadlineOutcome>(refused, []),
            },
            cancellationToken);
        if (outcome is DeadlineOutcome.Refused why)
        {
            await error.WriteLineAsync(DeadlineText.In(surroundings.Text.Language).Describe(why));
            return ExitCode.BadUsage;
        }

        await output.WriteLineAsync(done(task));
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

    public abstract string Milestones { get; }

    public abstract string SetSteps { get; }

    public abstract string ClearSteps { get; }

    public abstract string Steps { get; }

    public abstract string NoSteps { get; }

    public abstract string StepsAreSet(string task);

    public abstract string StepsAreCleared(string task);

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

        public override string Date => "最后一天，如 2024-11-30、11月30日、11月底。";

        public override string Reason => "原因；记入台账，并显示在期限旁。";

        public override string Milestones => "节点：为一项任务另设节点，或恢复通知的节点。";

        public override string SetSteps => "为一项任务设定全部节点，取代通知的节点。";

        public override string ClearSteps => "清除另设的节点，恢复通知的节点。";

        public override string Steps => "节点，用分号或换行隔开，如“4月底前 10公里；8月底前 20公里”。";

        public override string NoSteps => "没有写节点。应如“4月底前 10公里；8月底前 20公里”。";

        public override string StepsAreSet(string task) => $"节点已设定：{Begin(task)}";

        public override string StepsAreCleared(string task) => $"已恢复通知的节点：{Begin(task)}";

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

        public override string Date => "The last day, such as 2024-11-30, 30 November or end of November.";

        public override string Reason => "Why; kept in the journal and shown beside the deadline.";

        public override string Milestones => "Milestones: give one task steps of its own, or go back to the notice's.";

        public override string SetSteps => "Set all milestones of a task, in place of the notice's.";

        public override string ClearSteps => "Clear what was set; the notice's own milestones hold again.";

        public override string Steps => "The milestones, parted by semicolons or lines, such as “end of April 10 km; end of August 20 km”.";

        public override string NoSteps => "There are no milestones in it. It should look like “end of April 10 km; end of August 20 km”.";

        public override string StepsAreSet(string task) => $"The milestones are set: {Begin(task)}";

        public override string StepsAreCleared(string task) => $"The notice's own milestones hold again: {Begin(task)}";

        public override string NoTask(string place) =>
            $"There is no task “{place}”. Write “section 3 item 7”, “第三部分第7条” or “省民生实事第5项”, or give its id (see tasks --json).";

        public override string SeveralTasks(string place, ImmutableArray<IndexedItem> found) => $"“{place}” means {found.Length} tasks; give the id of one of them:\n{Ids(found)}";

        public override string IsSet(string task, DateOnly day) => $"The deadline is {DeadlineText.In(ReplyLanguage.English).Day(day)} now: {Begin(task)}";

        public override string IsCleared(string task) => $"The notice's own deadline holds again: {Begin(task)}";
    }
}
