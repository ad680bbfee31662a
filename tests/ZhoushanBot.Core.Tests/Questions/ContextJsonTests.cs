using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class ContextJsonTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2031, 5, 1, 9, 30, 0, TimeSpan.FromHours(8)).AddTicks(1_234_567);

    private static readonly TaskFilter Filter = new()
    {
        Organizations = ["市云局"],
        AnyOrganization = true,
        Role = OrganizationRole.Lead,
        Officials = ["张三"],
        Lists = [WorkListKind.ProvincialProjects],
        Subject = new SubjectWords([new SubjectGroup(["养老", "care"])]),
        Section = 3,
        Item = 7,
        Figures = FigureKind.Money,
        WithoutTargetIn = ["云县"],
        WithTargetIn = ["雨区"],
        Due = new DuePeriod(new MonthDay(7, 1), new MonthDay(9, 30)),
        Bound = new FigureBound(30, 50.5m, true, false, ["公里"]),
        WithoutSupport = true,
        AsksMoney = true,
        JointOnly = true,
        Ids = ["n/provincial/3.7"],
        Year = 2031,
    };

    /// <summary>Every case of the closed sets, every field with something in it.</summary>
    private static readonly ImmutableArray<Question> OneOfEach =
    [
        new Question.Talk(SmallTalk.Thanks),
        new Question.AboutNotice(NoticeTopic.IssuedOn),
        new Question.Definition(DefinedTerm.Slash),
        new Question.Tasks(Filter, TaskAspect.Owner),
        new Question.AreaFigures(TaskFilter.Everything, ["云县"], AreaOperation.Largest) { Excluded = ["雨区"], Bound = new FigureBound(null, 9, false, true, []) },
        new Question.TasksByOfficial(),
        new Question.TasksByOrganization(OrganizationRole.Support),
        new Question.NextPage(),
        new Question.Choice(
            new Mention(
                new TextSpan(1, 3),
                [
                    new Entity.Body("市云局"), new Entity.Group("各县"), new Entity.Official("张三"), new Entity.Region("云县"),
                    new Entity.Lists([WorkListKind.CityProjects]), new Entity.Issuer("云市"),
                ],
                "云"),
            "问云县"),
        new Question.WhichPlace(["云市", "雨市"], "问水利局"),
        new Question.Status(new StatusQuery(StatusView.NotReported)
        {
            Official = "张三",
            Unit = "市云局",
            Area = "云县",
            Category = "养老",
            Lists = [WorkListKind.CityProjects],
            Ids = ["n/provincial/3.7"],
            Lamps = [StatusLamp.Red],
            Period = ReportPeriodKind.HalfYear,
            DaysAgo = 7,
            Page = 2,
        }),
        new Question.Refusal(RefusalReason.Progress, "进展", new Question.Tasks(TaskFilter.Everything, TaskAspect.Count)),
    ];

    [Fact]
    public void What_is_stored_is_what_the_golden_copy_says()
    {
        var json = ContextJson.Write(ContextOf(OneOfEach));

        var golden = Path.Combine(GoldenFolder(), "context.json");
        var pretty = JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, pretty);
        }

        Assert.Equal(File.ReadAllText(golden), pretty);
        Assert.Equal(json, ContextJson.Write(ContextJson.Read(json)));
    }

    [Theory]
    [InlineData(typeof(Question))]
    [InlineData(typeof(Entity))]
    public void Every_case_stands_in_the_golden_copy(Type closedSet)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFolder(), "context.json")));
        var kinds = KindsIn(golden.RootElement).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(closedSet.GetNestedTypes(BindingFlags.Public), one => Assert.Contains(one.Name, kinds));
    }

    [Fact]
    public void Every_context_of_the_corpus_comes_back_and_answers_the_next_question_alike()
    {
        var turns = CorpusRun.Files.SelectMany(file => CorpusRun.Of(file).Turns.Select(turn => (file, turn))).ToList();

        Assert.All(turns, t =>
        {
            var context = t.turn.Reply.Context;
            var read = ContextJson.Read(ContextJson.Write(context));

            Assert.Equal(ContextJson.Write(context), ContextJson.Write(read));
            Assert.Equal(context.Turns.Length, read.Turns.Length);
            Assert.Equal(Stores.For(t.file).Ask("那是多少", context).Text, Stores.For(t.file).Ask("那是多少", read).Text);
        });
    }

    [Property(MaxTest = 300)]
    public void The_question_of_any_text_comes_back(string? text)
    {
        var context = ContextOf([Stores.Shipped.Ask(text ?? "").Reading.Question]);
        var json = ContextJson.Write(context);

        Assert.Equal(json, ContextJson.Write(ContextJson.Read(json)));
    }

    [Property(MaxTest = 300)]
    public void Any_other_text_is_an_empty_context(string? text) => Assert.Same(ConversationContext.Empty, ContextJson.Read(text ?? ""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"context":null}""")]
    [InlineData("""{"version":1,"context":{"turns":[null]}}""")]
    [InlineData("""{"version":1,"context":{"turns":null}}""")]
    [InlineData("""{"version":1,"context":{"turns":[{"question":null,"shown":[],"nextOffset":0,"language":"Chinese","at":"2031-05-01T09:30:00+08:00"}]}}""")]
    public void What_is_not_a_context_is_an_empty_one(string json) => Assert.Empty(ContextJson.Read(json).Turns);

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"type\":\"tasks\"", "\"type\":\"prophecy\"")]
    [InlineData("\"role\":\"Lead\"", "\"role\":\"Follow\"")]
    [InlineData("\"year\":2031", "\"year\":2031,\"month\":5")]
    [InlineData(",\"year\":2031", "")]
    [InlineData("\"nextOffset\":1,", "")]
    public void What_another_version_wrote_is_an_empty_context(string ours, string theirs)
    {
        var json = ContextJson.Write(ContextOf(OneOfEach));
        var foreign = json.Replace(ours, theirs, StringComparison.Ordinal);

        Assert.NotEqual(json, foreign);
        Assert.Empty(ContextJson.Read(foreign).Turns);
    }

    private static ConversationContext ContextOf(ImmutableArray<Question> questions) =>
        new([.. questions.Select(q => new ContextTurn(q, ["n/workReport/1.1"], 1, ReplyLanguage.English, At) { Parts = [new GroupTurn("云市/2031", new Question.NextPage(), 13)] })]);

    private static IEnumerable<string> KindsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "type" ? [p.Value.GetString()!] : KindsIn(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(KindsIn),
        _ => [],
    };

    private static string GoldenFolder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "Golden");
}
