using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using ZhoushanBot.Commands;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Reporting;
using ZhoushanBot.Tests.Reminding;
using ZhoushanBot.Tests.Structure;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Tests.People;

/// <summary>
/// Every button, every typed wish and every command against every role, in one table each. A new verb, a new part that hears typed text or a new command fails
/// here until it has a row.
/// </summary>
public sealed partial class EveryRightTests
{
    private const string Nobody = "7b1f9a6e-0000-4000-8000-000000000009";

    // One of each role, none of whom speaks for the unit whose matters are pressed.
    private static readonly (string Account, Role Role)[] Everybody =
    [
        (Nobody, Role.Staff), (TeamsOffice.Stranger, Role.Liaison), (TeamsOffice.Manager, Role.Manager), (TeamsOffice.Administrator, Role.Administrator),
    ];

    // Null: not a matter of the role. Whoever looks at something of their own chat, and whoever speaks for the unit, see WhoseMatter.
    private static readonly (string Verb, Right? Right)[] Verbs =
    [
        (StatusCards.ShowVerb, Right.SeeStatus),
        (ReviewTurns.ReturnVerb, Right.Review),
        (ReviewTurns.CloseVerb, Right.Review),
        (ReviewTurns.ReopenVerb, Right.Review),
        (ReviewTurns.LampVerb, Right.OverrideLamp),
        (ChaseTurns.PreviewVerb, Right.Chase),
        (ChaseTurns.SendVerb, Right.Chase),
        (DeadlineCards.FormVerb, Right.SetDeadline),
        (DeadlineCards.SetVerb, Right.SetDeadline),
        (DeadlineCards.ClearVerb, Right.SetDeadline),
        (DeadlineCards.RestoreVerb, Right.SetDeadline),
        (SubscriptionButtons.Subscribe, Right.Subscribe),
        (SubscriptionButtons.Unsubscribe, Right.Subscribe),
        (ReminderButtons.Decide, Right.DecideExtension),
        (ReminderButtons.Acknowledge, Right.AcknowledgeOwn),
        (ReminderButtons.Snooze, Right.SnoozeOwn),
        (ReminderButtons.Extend, Right.RequestExtension),
        (ReminderButtons.Open, null),
        (ReminderButtons.Refresh, null),
        (ReportCards.FormVerb, Right.ReportOwn),
        (ReportCards.SubmitVerb, Right.ReportOwn),
        (ReportCards.SameVerb, Right.ReportOwn),
        (FeedbackButtons.Verb, null),
    ];

    // Of these a role that may is not enough: the matter has to be one's own, which none of Everybody's is.
    private static readonly ImmutableHashSet<Right> WhoseMatter = [Right.AcknowledgeOwn, Right.SnoozeOwn, Right.RequestExtension, Right.ReportOwn];

    private static readonly (string Text, string Part, Right? Right)[] Typed =
    [
        ("订阅周报", "SubscriptionTurns", Right.Subscribe),
        ("subscribe to the weekly status of 市水利局", "SubscriptionTurns", Right.Subscribe),
        ("我的订阅", "SubscriptionTurns", Right.Subscribe),
        ("退订周报", "SubscriptionTurns", Right.Subscribe),
        ("设定期限 第三部分第7条 2024-12-20 原因：统筹", "DeadlineTurns", Right.SetDeadline),
        ("取消期限 第三部分第7条 原因：统筹", "DeadlineTurns", Right.SetDeadline),
        ("设定节点 第三部分第7条 12月20日前 3700亿元 原因：分期", "DeadlineTurns", Right.SetDeadline),
        ("取消节点 第三部分第7条 原因：分期", "DeadlineTurns", Right.SetDeadline),
        ("第三部分第7条的期限是怎么定的", "DeadlineTurns", null),
        ("催办", "ChaseTurns", Right.Chase),
        ("标为内部 第三部分第7条 未公开", "InternalTurns", Right.MarkInternal),
        ("内部任务", "InternalTurns", Right.SeeInternal),
        ("取消内部 第三部分第7条 已公开", "InternalTurns", Right.MarkInternal),
        ("导出半年度完成情况", "ExportTurns", Right.Export),
        ("谁还没签收", "ReminderLists", Right.SeeLedger),
        ("提醒预览", "ReminderLists", Right.PreviewReminders),
        ("我的任务", "ReminderLists", null),
        ("绑定会话 市水利局", "ChatBinding", Right.BindChats),
        ("我是谁", "PeopleChat", null),
        ("收回", "HandoverChat", null),
        ("我的提醒", "ReminderPart", null),
        ("填报", "ReportTurns", null),
        ("有用", "Feedback", null),
    ];

    // Whoever can open the store is its administrator: commands ask for no role, and in a chat they do nothing by themselves.
    private static readonly string[] Commands =
    [
        "import", "ask", "findings", "tasks",
        "people template", "people import", "people list", "people code", "people bind", "people unbind", "people handover",
        "deadline set", "deadline clear", "deadline milestones set", "deadline milestones clear",
        "reminders preview", "reminders unbound", "subscriptions list", "subscriptions end", "outbox list", "outbox retry", "journal verify", "journal export",
        "questions review", "questions clear", "questions teach", "demo", "export", "report template", "report import", "teams-package",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_verb_has_a_row()
    {
        var declared = new[] { typeof(StatusCards).Assembly, typeof(ITurnPart).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace == typeof(StatusCards).Namespace || typeof(ITurnPart).IsAssignableFrom(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field is { IsLiteral: true, FieldType: var type } && type == typeof(string))
            .Select(field => (field.Name, Value: (string)field.GetRawConstantValue()!))
            .Where(field => VerbShape().IsMatch(field.Value) || field.Name.EndsWith("Verb", StringComparison.Ordinal))
            .Select(field => field.Value)
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(declared.Order(StringComparer.Ordinal), Verbs.Select(row => row.Verb).Order(StringComparer.Ordinal));

        // A verb that is no constant would not be seen above.
        Assert.Empty(SourceTree.Files.Where(file => InlineVerb().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Every_part_that_hears_typed_text_has_a_row()
    {
        var hearing = typeof(ITurnPart).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(ITurnPart).IsAssignableFrom(type))
            .Where(type => type.GetInterfaceMap(typeof(ITurnPart)) is var map
                && map.TargetMethods.Any(method => method.DeclaringType == type && method.Name.EndsWith(nameof(ITurnPart.TryTextAsync), StringComparison.Ordinal)))
            .Select(type => type.Name);

        Assert.Equal(hearing.Order(StringComparer.Ordinal), Typed.Select(row => row.Part).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_has_a_row()
    {
        var root = CommandLine.Of(CommandSurroundings.OfThisProcess([]));

        Assert.Equal(Commands.Order(StringComparer.Ordinal), root.Subcommands.SelectMany(command => LeavesOf(command, string.Empty)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_button_is_refused_to_every_role_without_the_right_and_that_is_logged()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync([.. Everybody.Select(p => p.Account)]);
        var (digest, task) = await RemindedAsync(office);
        foreach (var (verb, right) in Verbs)
        {
            foreach (var (account, role) in Everybody)
            {
                var before = await DeedsAsync(office);
                var logged = RefusalsOf(office, account);
                var button = TeamsOffice.Button(
                    verb, digest, digest.Lines[0], (StatusCards.QueryField, new StatusQuery(StatusView.Lagging) { Area = "岱山县" }.Code), (ReportCards.ReasonField, "测试"),
                    (ReviewTurns.LampField, "red"), (ReviewTurns.ReportField, "1"), (ReminderButtons.Choice, "oneDay"), (ReminderButtons.Until, "2024-12-25"),
                    (ReminderButtons.Request, "1"), (ReminderButtons.Granted, "yes"), (DeadlineCards.DayField, "2024-12-20"), (DeadlineCards.LastChangeField, "0"),
                    (FeedbackButtons.AnswerField, "none"), (FeedbackButtons.VerdictField, "up"));
                button[ReportCards.TaskField] = task;
                await office.PressAsync(account, "card", button);

                var mayNot = right is { } needed && (WhoseMatter.Contains(needed) || !Permissions.Allow(role, needed));
                Assert.False(mayNot && await DeedsAsync(office) != before, $"{verb} by {role} did something.");
                Assert.False(mayNot && RefusalsOf(office, account) == logged, $"{verb} by {role} was not logged as refused.");
                Assert.False(right is null && RefusalsOf(office, account) != logged, $"{verb} by {role} was refused.");
                Assert.False(
                    right is { } allowed && !mayNot && office.Log.Lines.Any(l => IsRefusalOf(l, account) && l.Contains(verb, StringComparison.Ordinal) && l.Contains("NotAllowed", StringComparison.Ordinal)),
                    $"{verb} by {role} was refused.");
            }
        }
    }

    [Fact]
    public async Task Every_typed_wish_is_refused_to_every_role_without_the_right_and_that_is_logged()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync([.. Everybody.Select(p => p.Account)]);
        foreach (var (text, _, right) in Typed)
        {
            foreach (var (account, role) in Everybody)
            {
                var before = await DeedsAsync(office);
                var logged = RefusalsOf(office, account);
                await office.SayAsync(account, text);

                var isRefused = RefusalsOf(office, account) != logged;
                var may = right is not { } needed || Permissions.Allow(role, needed);
                Assert.True(isRefused == !may || (right is null && text == "收回"), $"\"{text}\" by {role}: refused is {isRefused}.");
                Assert.False(!may && await DeedsAsync(office) != before, $"\"{text}\" by {role} did something.");
            }
        }
    }

    /// <summary>A command's own words, typed in a chat by whoever may do nothing, change nothing.</summary>
    [Fact]
    public async Task A_command_typed_in_a_chat_does_nothing_for_whoever_has_no_right()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(Nobody);
        var before = await DeedsAsync(office);

        foreach (var command in Commands)
        {
            await office.SayAsync(Nobody, $"{command} 第三部分第7条 2024-12-20 --reason x");
        }

        Assert.Equal(before, await DeedsAsync(office));
    }

    private static async Task<(Core.Reminders.Digest Digest, string Task)> RemindedAsync(TeamsOffice office)
    {
        await office.SayAsync(TeamsOffice.Administrator, $"绑定会话 {TeamsOffice.Unit}", isShared: true);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var row = Assert.Single(await office.SentAsync(ZhoushanBot.Reminding.DigestContent.KindName, 1, TeamsOffice.Shared));
        var digest = office.Book.Current.Reminders.DigestOf(row.Message.Key)!;
        return (digest, digest.Lines[0].WorkItemId);
    }

    /// <summary>How much people did; that they were heard of, and what the service does by itself, is no deed.</summary>
    private static async Task<int> DeedsAsync(TeamsOffice office) =>
        (await office.Book.ReadAsync(0, 100_000, Cancel)).Count(e => e.By != Actor.Service && !e.Event.Kind.StartsWith("people.", StringComparison.Ordinal));

    private static int RefusalsOf(TeamsOffice office, string account) => office.Log.Lines.Count(line => IsRefusalOf(line, account));

    private static bool IsRefusalOf(string line, string account) => line.Contains("was refused", StringComparison.Ordinal) && line.EndsWith(account, StringComparison.Ordinal);

    private static IEnumerable<string> LeavesOf(Command command, string before)
    {
        var path = before.Length == 0 ? command.Name : $"{before} {command.Name}";
        return command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(sub => LeavesOf(sub, path));
    }

    // "status.show"; not "report".
    [GeneratedRegex(@"^[a-z]+\.[a-z]+$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex VerbShape();

    // command.Verb == "x", command.Verb is "x", new VerbButton(words.X, "x").
    [GeneratedRegex(@"\.Verb (?:==|is|!=) (?:not )?\(?""|new VerbButton\([^;""]*, ""[a-z]+\.[a-z]+""", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex InlineVerb();
}
