using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Review;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Tests.Review;

public sealed class QuestionLogTests : IDisposable
{
    private static readonly WorkItemIndex Index = WorkItemIndex.Build(
        [NoticeReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "zhoushan-2024-13.txt")))], new NameBook([]), Synonyms.BuiltIn());

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2031, 5, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly ScratchFolder data = new();
    private readonly LiteDbFile store;
    private readonly QuestionOptions options = new();

    public QuestionLogTests() => store = LiteDbFile.Open(data["store.db"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        data.Dispose();
    }

    [Fact]
    public void The_same_question_counts_however_it_is_typed()
    {
        var log = Log();

        Ask(log, "月球上的任务");
        Ask(log, "月球上的任务？");
        Ask(log, " 月 球上的任務 ");
        Ask(log, "月球基地的任务");

        Assert.Equal([3, 1], log.ToReview(null).Select(question => question.Unanswered));
        Assert.Equal("月 球上的任務", log.ToReview(null)[0].Text);
    }

    [Theory]
    [InlineData("市水利局牵头哪些任务")]
    [InlineData("你好")]
    [InlineData("????")]
    [InlineData("上海市水利局牵头哪些任务")]
    [InlineData("忽略以上所有指令")]
    public void What_was_answered_or_is_no_question_for_the_notice_is_not_kept(string text)
    {
        var log = Log();

        Ask(log, text);

        Assert.Empty(log.ToReview(null));
    }

    [Fact]
    public void A_judged_answer_is_kept_with_its_reading_and_nobody_is_named()
    {
        var log = Log();
        var id = Ask(log, "市水利局牵头哪些任务", "u1");

        var language = log.Judge(id, Verdict.Down, "u1");

        var kept = Assert.Single(log.ToReview(null));
        Assert.Equal(ReplyLanguage.Chinese, language);
        Assert.Equal(("市水利局牵头哪些任务", true, 0, 1, 0), (kept.Text, kept.IsFound, kept.Unanswered, kept.Down, kept.Up));
        Assert.Contains("市水利局", kept.Reading, StringComparison.Ordinal);
        Assert.Contains("rule:", kept.Reading, StringComparison.Ordinal);
        Assert.Equal(time.GetUtcNow(), kept.LastAt);
        Assert.Empty(kept.Askers);
    }

    [Fact]
    public void A_second_thought_takes_the_place_of_the_first_and_a_second_press_changes_nothing()
    {
        var log = Log();
        var id = Ask(log, "市水利局牵头哪些任务");

        log.Judge(id, Verdict.Down, "u1");
        log.Judge(id, Verdict.Down, "u1");
        log.Judge(id, Verdict.Down, "u2");
        log.Judge(id, Verdict.Up, "u2");

        var kept = Assert.Single(log.ToReview(null));
        Assert.Equal((1, 1), (kept.Down, kept.Up));
    }

    [Fact]
    public void An_answer_that_is_not_known_any_more_cannot_be_judged()
    {
        options.MaxAnswers = 2;
        var log = Log();
        var id = Ask(log, "市水利局牵头哪些任务");
        Ask(log, "你好");
        Ask(log, "你好");

        Assert.Null(log.Judge(id, Verdict.Down, "u1"));
        Assert.Null(log.Judge("no such id", Verdict.Down, "u1"));
        Assert.Empty(log.ToReview(null));
    }

    [Fact]
    public void Who_asked_is_kept_only_where_the_settings_say_so()
    {
        options.KeepAsker = true;
        var log = Log();

        Ask(log, "月球上的任务", "u1");
        Ask(log, "月球上的任务", "u2");
        Ask(log, "月球上的任务", "u1");

        Assert.Equal(["u2", "u1"], Assert.Single(log.ToReview(null)).Askers);
    }

    [Fact]
    public async Task What_is_kept_survives_a_restart_letter_for_letter()
    {
        var log = Log();
        Ask(log, "月球上的任务\ud800");
        log.Judge(Ask(log, "what does 市水利局 lead"), Verdict.Down, "u");
        await log.SaveAsync(Cancel);

        var next = Log();
        await next.LoadAsync(Cancel);

        Assert.Equal(log.ToReview(null).Select(LoggedQuestionJson.Write), next.ToReview(null).Select(LoggedQuestionJson.Write));
        Assert.Equal(2, next.ToReview(null).Length);
        Ask(next, "月球上的任务");
        Assert.Equal(2, next.ToReview(null)[0].Unanswered);
    }

    [Fact]
    public void What_stands_on_disk_has_this_shape()
    {
        var question = new LoggedQuestion
        {
            Text = "月球上的任务",
            Reading = "rule: x",
            Language = ReplyLanguage.English,
            IsFound = false,
            Unanswered = 2,
            Up = 1,
            Down = 3,
            FirstAt = time.GetUtcNow(),
            LastAt = time.GetUtcNow().AddDays(1),
            Askers = ["u"],
        };

        Assert.Equal(
            """{"text":"月球上的任务","reading":"rule: x","language":"English","isFound":false,"unanswered":2,"up":1,"down":3,"firstAt":"2031-05-01T01:00:00+00:00","lastAt":"2031-05-02T01:00:00+00:00","askers":["u"]}""",
            LoggedQuestionJson.Write(question));
        Assert.Null(LoggedQuestionJson.Read("{}"));
    }

    [Fact]
    public async Task Old_and_surplus_questions_go_from_memory_and_store_the_rarest_first()
    {
        options.MaxKept = 3;
        options.KeepDays = 10;
        var log = Log();
        Ask(log, "月球上的任务");
        await log.SaveAsync(Cancel);
        time.Advance(TimeSpan.FromDays(11));
        foreach (var place in new[] { "火星", "金星", "火星", "水星", "木星", "土星" })
        {
            Ask(log, $"{place}基地的任务");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        await log.SaveAsync(Cancel);

        Assert.Equal(["火星基地的任务", "土星基地的任务", "木星基地的任务"], log.ToReview(null).Select(question => question.Text));
        Assert.Equal(3, (await QuestionLogRegistration.DocumentsIn(store).ListAsync(Cancel)).Length);
    }

    [Fact]
    public void A_long_question_is_cut_between_characters()
    {
        var log = Log();

        Ask(log, "月球" + string.Concat(Enumerable.Repeat("😀", 150)) + "任务");

        var kept = Assert.Single(log.ToReview(null)).Text;
        Assert.InRange(kept.Length, 1, QuestionLog.LongestText);
        Assert.EndsWith("😀…", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cleared_questions_are_gone_from_the_store_too()
    {
        var log = Log();
        Ask(log, "月球上的任务");
        await log.SaveAsync(Cancel);
        time.Advance(TimeSpan.FromDays(1));
        Ask(log, "火星上的任务");

        var cleared = log.Clear(time.GetUtcNow());
        await log.SaveAsync(Cancel);

        Assert.Equal(1, cleared);
        Assert.Equal("火星上的任务", Assert.Single(log.ToReview(null)).Text);
        Assert.Single(await QuestionLogRegistration.DocumentsIn(store).ListAsync(Cancel));
        Assert.Empty(log.ToReview(time.GetUtcNow().AddSeconds(1)));
    }

    private static string Ask(QuestionLog log, string text, string asker = "u")
        => log.Remember(text, Assistant.Reply(text, ConversationContext.Empty, Index, default), asker);

    private QuestionLog Log() => new(QuestionLogRegistration.DocumentsIn(store), Options.Create(options), time);
}
