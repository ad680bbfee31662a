namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>What the bot offers works: every suggestion, every next page, and the same tasks in both languages.</summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>Subjects are asked in words of each language, which need not reach equally far beyond the facts asked for.</summary>
    private const double MostDifferent = 0.08;

    /// <summary>Kinds of question whose tasks follow from a name alone.</summary>
    private static readonly HashSet<string> NamedByStore = new(StringComparer.Ordinal) { "leader", "leader_count", "unit_lead_none", "region_all", "count" };

    public static TheoryData<string> Files => [.. CorpusRun.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_suggestion_gets_a_real_answer(string file)
    {
        var index = Stores.For(file);

        var dead = CorpusRun.Of(file).Turns
            .SelectMany(t => t.Reply.Suggestions.Select(s => (t.Turn.Asked, Suggestion: s, Reply: index.Ask(s, t.Reply.Context))))
            .Where(s => !s.Reply.Answer.IsFound)
            .Select(s => $"{s.Asked} -> {s.Suggestion}: {s.Reply.Answer.Headline}")
            .ToList();

        Assert.True(dead.Count == 0, $"{dead.Count}\n{string.Join('\n', dead)}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_further_page_goes_on_where_the_last_one_ended(string file)
    {
        var index = Stores.For(file);

        var broken = CorpusRun.Of(file).Turns
            .Where(t => t.Reply.Answer.NextOffset > 0)
            .Select(t => (t.Turn.Asked, Pages: Pages.Of(index, t.Reply)))
            .Where(p => p.Pages.Any(r => !r.Answer.IsFound) || p.Pages.SelectMany(r => r.Answer.Shown).GroupBy(id => id, StringComparer.Ordinal).Any(g => g.Count() > 1) || p.Pages[^1].Answer.NextOffset > 0)
            .Select(p => p.Asked)
            .ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData("zhoushan-2024-13.zh.jsonl", "zhoushan-2024-13.en.jsonl")]
    [InlineData("second.zh.jsonl", "second.en.jsonl")]
    [InlineData("third.zh.jsonl", "third.en.jsonl")]
    public void A_question_shows_the_same_tasks_in_both_languages(string chinese, string english)
    {
        var inEnglish = ShownById(english);

        var twins = ShownById(chinese).Where(z => inEnglish.ContainsKey(z.Key)).Select(z => (Chinese: z.Value, English: inEnglish[z.Key])).ToList();
        var differ = twins.Where(t => !t.Chinese.Shown.SequenceEqual(t.English.Shown, StringComparer.Ordinal)).ToList();
        differ.ForEach(t => output.WriteLine($"{t.Chinese.Question.Kind}: {t.Chinese.Asked} | {t.English.Asked}\n    {Listed(t.Chinese.Shown)}\n    {Listed(t.English.Shown)}"));
        Assert.DoesNotContain(differ, t => NamedByStore.Contains(t.Chinese.Question.Kind));
        Assert.True(differ.Count <= twins.Count * MostDifferent, $"{differ.Count} of {twins.Count}");
    }

    private static Dictionary<string, (CorpusQuestion Question, string Asked, List<string> Shown)> ShownById(string file) => CorpusRun.Of(file).Turns
        .GroupBy(t => t.Question.Id, StringComparer.Ordinal)
        .ToDictionary(q => q.Key, q => (q.Last().Question, q.Last().Turn.Asked, q.Last().Reply.Answer.Shown.ToList()), StringComparer.Ordinal);

    private static string Listed(List<string> ids) => string.Join(' ', ids.Select(i => i[(i.IndexOf('/', StringComparison.Ordinal) + 1)..]));
}
