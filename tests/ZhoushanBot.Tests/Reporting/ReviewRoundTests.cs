using System.Text.Json.Nodes;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Reminding;
using ZhoushanBot.Reporting;
using ZhoushanBot.Tests.Reminding;

namespace ZhoushanBot.Tests.Reporting;

/// <summary>A report's whole way in Teams: sent by a liaison, closed and opened again by the supervision office with buttons, and what each of them sees of it.</summary>
public sealed class ReviewRoundTests
{
    private const string Liaison = TeamsOffice.Liaison;
    private const string Manager = TeamsOffice.Manager;

    [Fact]
    public async Task A_reported_task_is_closed_by_button_and_opened_again_and_the_reporter_hears_of_both()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(Liaison, Manager);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var task = await ReportDoneAsync(office);

        // In the unit's chat, so that what looking and doing changes for the others shows.
        var detail = await office.PressAsync(Manager, "status", Detail(task));
        Assert.Empty(office.CallsTo(TeamsOffice.Shared, "PUT"));

        var closed = await office.PressAsync(Manager, "status", With(ButtonIn(detail, ReviewTurns.CloseVerb), (ReportCards.ReasonField, "现场核验通过")));

        Assert.NotNull(office.Book.Current.Progress.Of(task).Closure);
        Assert.Contains("✔ 已完成", ShownIn(closed), StringComparison.Ordinal);
        Assert.Contains("现场核验通过", ShownIn(closed), StringComparison.Ordinal);
        var changed = Assert.Single(office.CallsTo(TeamsOffice.Shared, "PUT"));
        Assert.EndsWith("/activities/status", changed.Target, StringComparison.Ordinal);
        Assert.Equal(ShownIn(closed), TeamsOffice.ShownIn(changed));
        await office.SentAsync(ReviewNewsContent.KindName, 1, TeamsOffice.OwnChat(Liaison));
        Assert.Contains("现场核验通过", ToldTo(office, Liaison, "您填报的任务已销号"), StringComparison.Ordinal);

        var reopened = await office.PressAsync(Manager, "status", With(ButtonIn(closed, ReviewTurns.ReopenVerb), (ReportCards.ReasonField, "佐证材料有误")));

        Assert.Null(office.Book.Current.Progress.Of(task).Closure);
        Assert.Contains("佐证材料有误", ShownIn(reopened), StringComparison.Ordinal);
        Assert.Equal(2, office.CallsTo(TeamsOffice.Shared, "PUT").Count());
        await office.SentAsync(ReviewNewsContent.KindName, 2, TeamsOffice.OwnChat(Liaison));
        Assert.Contains("佐证材料有误", ToldTo(office, Liaison, "您填报的任务已重新开启"), StringComparison.Ordinal);
        Assert.Equal(2, (await office.RowsAsync(ReviewNewsContent.KindName, null, Core.Reminders.OutboxStage.Sent)).Count);

        // Told once: a service that starts anew goes through all of it and finds the messages there.
        await office.RestartAsync();
        await office.SayAsync(Manager, "帮助");
        var again = await ReportDoneAsync(office);
        await office.PressAsync(Manager, "status", With(ButtonIn(await office.PressAsync(Manager, "status", Detail(again)), ReviewTurns.CloseVerb), (ReportCards.ReasonField, "再次核验")));
        Assert.Equal(3, (await office.SentAsync(ReviewNewsContent.KindName, 3)).Count);
    }

    [Fact]
    public async Task Nobody_closes_what_they_reported_themselves()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(Liaison, Manager);
        var task = await ReportDoneAsync(office);

        // Promoted since, to where reports are reviewed.
        await office.HappensAsync(PeopleJournal.Write(new PeopleEvent.Imported(
        [
            new(Liaison, "张三", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
            new(Manager, "赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
        ])));
        var detail = await office.PressAsync(Liaison, "status", Detail(task), isShared: false);
        var refused = await office.PressAsync(Liaison, "status", With(ButtonIn(detail, ReviewTurns.CloseVerb), (ReportCards.ReasonField, "自己核验")), isShared: false);
        var before = office.Book.Current.Progress.Of(task).Closure;
        await office.PressAsync(Manager, "status", With(ButtonIn(detail, ReviewTurns.CloseVerb), (ReportCards.ReasonField, "他人核验")), isShared: false);

        Assert.Contains("填报人不能审核自己的填报", (string)JsonNode.Parse(refused)!["value"]!, StringComparison.Ordinal);
        Assert.Null(before);
        Assert.Equal(Manager, office.Book.Current.Progress.Of(task).Closure!.By.AccountId);
        Assert.Contains(office.Log.Lines, l => l.Contains("review.close", StringComparison.Ordinal) && l.Contains("OwnReport", StringComparison.Ordinal) && l.Contains(Liaison, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_at_a_status_a_form_or_a_preview_changes_the_card_for_nobody_else()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.MeetAsync(Liaison, Manager);
        var task = await ReportDoneAsync(office);
        var before = office.CallsTo(TeamsOffice.Shared, "PUT").Count();

        foreach (var verb in (string[])[StatusCards.ShowVerb, ChaseTurns.PreviewVerb, DeadlineCards.FormVerb])
        {
            var button = With(Detail(task), ("verb", verb), (ReportCards.TaskField, task));
            Assert.NotEmpty(ShownIn(await office.PressAsync(Manager, "status", button)));
            await office.PressAsync(Manager, "status", With(button), isSubmit: true);
        }

        await office.PressAsync(Liaison, "status", With(new JsonObject(), ("verb", ReportCards.FormVerb), (ReportCards.TaskField, task)));
        Assert.Equal(before, office.CallsTo(TeamsOffice.Shared, "PUT").Count());

        // Alone with the bot there is nobody else.
        await office.PressAsync(Manager, "own", Detail(task), isShared: false, isSubmit: true);
        Assert.Single(office.CallsTo(TeamsOffice.OwnChat(Manager), "PUT"));
    }

    /// <summary>The liaison calls a task without figures done, by the form's button.</summary>
    /// <returns>The task's id.</returns>
    private static async Task<string> ReportDoneAsync(TeamsOffice office)
    {
        var own = ReportRights.Of(office.Plan(), new Actor(Liaison, "张三"), new DateOnly(2024, 11, 20))
            .First(o => o.Value is [{ Target: null, Area: "" }] && office.Book.Current.Progress.Of(o.Key).Closure is null).Key;
        var form = await office.PressAsync(Liaison, "form", With(new JsonObject(), ("verb", ReportCards.FormVerb), (ReportCards.TaskField, own), (StatusCards.LanguageField, StatusCards.Chinese)), isShared: false);
        var submit = With(
            ButtonIn(form, ReportCards.SubmitVerb), (ReportCards.RatingField, ProgressJson.NameOf(ProgressRating.Done)), (ReportCards.NoteField, "已全部完成"), (ReportCards.PeriodField, "2024-11-20"));
        var receipt = await office.PressAsync(Liaison, "form", submit, isShared: false);
        Assert.Contains("已填报", ShownIn(receipt), StringComparison.Ordinal);
        return own;
    }

    private static JsonObject Detail(string task) => new()
    {
        ["verb"] = StatusCards.ShowVerb,
        [StatusCards.QueryField] = new StatusQuery(StatusView.Detail) { Ids = [task] }.Code,
        [StatusCards.LanguageField] = StatusCards.Chinese,
    };

    private static JsonObject With(JsonObject button, params (string Name, string Value)[] inputs)
    {
        var filled = button.DeepClone().AsObject();
        foreach (var (name, value) in inputs)
        {
            filled[name] = value;
        }

        return filled;
    }

    private static JsonObject ButtonIn(string answer, string verb) =>
        AnOffice.All(JsonNode.Parse(answer)).OfType<JsonObject>().First(o => o["data"]?["verb"]?.ToString() == verb)["data"]!.AsObject();

    private static string ShownIn(string answer) => string.Join('\n', ShownText.Texts(JsonNode.Parse(answer)!["value"]!));

    private static string ToldTo(TeamsOffice office, string account, string heading) =>
        office.CallsTo(TeamsOffice.OwnChat(account)).Select(TeamsOffice.ShownIn).Last(shown => shown.Contains(heading, StringComparison.Ordinal));
}
