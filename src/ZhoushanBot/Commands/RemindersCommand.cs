using System.CommandLine;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Reminding;

namespace ZhoushanBot.Commands;

/// <summary><c>reminders preview --days 7</c> and <c>reminders unbound</c>: what will go out, and whom no reminder reaches.</summary>
internal static class RemindersCommand
{
    private const int UsualDays = 7;
    private const int MostDays = 366;

    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = RemindersCommandText.In(surroundings.Text.Language);
        return new Command("reminders", words.Reminders) { Preview(surroundings, data, words), Unbound(surroundings, data, words) };
    }

    private static Command Preview(CommandSurroundings surroundings, Option<string?> data, RemindersCommandText words)
    {
        var days = new Option<int>("--days") { Description = words.Days, HelpName = "N", DefaultValueFactory = _ => UsualDays };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                result.AddError(words.WrongDays(MostDays));
            }
        });
        var command = new Command("preview", words.Preview) { days };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            surroundings.Say(parsed.InvocationConfiguration.Error, surroundings.Text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            await opened.Book.LoadAsync(cancellationToken);
            var input = opened.View.Plan();
            var text = ReminderText.Of(surroundings.Text.Language, opened.Archive.Current.Index.Names);
            foreach (var plan in await opened.Outbox.PreviewAsync(input, surroundings.Clock.Now, parsed.GetValue(days), cancellationToken))
            {
                await parsed.InvocationConfiguration.Output.WriteAsync(text.Plain(plan, input));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Unbound(CommandSurroundings surroundings, Option<string?> data, RemindersCommandText words)
    {
        var command = new Command("unbound", words.Unbound);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            surroundings.Say(parsed.InvocationConfiguration.Error, surroundings.Text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            await opened.Book.LoadAsync(cancellationToken);
            var input = opened.View.Plan();
            var unbound = new ReminderPlanner(input).Unbound(surroundings.Clock.Today);
            foreach (var party in unbound)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(party.Name);
            }

            if (unbound.IsEmpty)
            {
                // Not on the output, which has one name a line.
                await parsed.InvocationConfiguration.Error.WriteLineAsync(words.WhyNone(input, surroundings.Clock.Today));
            }

            return ExitCode.Done;
        });
        return command;
    }
}

/// <summary>The words of <c>reminders</c>.</summary>
internal abstract class RemindersCommandText
{
    private RemindersCommandText()
    {
    }

    public abstract string Reminders { get; }

    public abstract string Preview { get; }

    public abstract string Days { get; }

    public abstract string Unbound { get; }

    public abstract string WrongDays(int most);

    /// <summary>Why nobody is unbound.</summary>
    public string WhyNone(PlanInput input, DateOnly today) =>
        input.Notices.IsEmpty ? NoNotice
        : input.Notices.All(n => DeadlinesInForce.IsClosed(n.Notice, today)) ? Closed(input.Notices.Max(n => n.Notice.Year), today.Year)
        : Duties.OpenOn(input, today).Any() ? AllBound
        : AllDone;

    private protected abstract string NoNotice { get; }

    private protected abstract string AllBound { get; }

    private protected abstract string AllDone { get; }

    private protected abstract string Closed(int last, int year);

    public static RemindersCommandText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private sealed class Chinese : RemindersCommandText
    {
        public static readonly Chinese Instance = new();

        public override string Reminders => "提醒：预览将要发送的提醒，列出收不到提醒的单位。";

        public override string Preview => "今后几天将向谁发送什么提醒，以及依据。";

        public override string Days => "天数，含今天和休息日；默认 7。";

        public override string Unbound => "有未完成任务、但没有可用会话的单位和区域；其提醒由督查室代收。";

        private protected override string NoNotice => "库中还没有通知，因此没有名单。";

        private protected override string AllBound => "有未完成任务的单位和区域都有可用会话。";

        private protected override string AllDone => "没有未完成的任务，因此没有名单。";

        private protected override string Closed(int last, int year) => $"现在是 {year} 年，库中最新的通知是 {last} 年度的，年度已过即归档，不再提醒，因此没有名单。演练可加 --as-of {last}-11-20。";

        public override string WrongDays(int most) => $"--days 应为 1 到 {most}。";
    }

    private sealed class English : RemindersCommandText
    {
        public static readonly English Instance = new();

        public override string Reminders => "Reminders: what will go out, and whom no reminder reaches.";

        public override string Preview => "What will go out on the coming days, to whom, and by which rule.";

        public override string Days => "How many days, today and days off included; 7 unless given.";

        public override string Unbound => "Units and areas with open tasks and no chat; the supervision office gets their reminders.";

        private protected override string NoNotice => "There is no notice in the store yet, so nobody is listed.";

        private protected override string AllBound => "Every unit and area with open tasks has a chat.";

        private protected override string AllDone => "No task is open, so nobody is listed.";

        private protected override string Closed(int last, int year) =>
            $"It is {year}, and the newest notice in the store is of {last}: its year is over and nobody is reminded of it, so nobody is listed. To rehearse, add --as-of {last}-11-20.";

        public override string WrongDays(int most) => $"--days must be 1 to {most}.";
    }
}
