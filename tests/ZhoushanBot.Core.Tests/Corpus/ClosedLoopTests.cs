namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>What the bot offers works: every suggestion, every next page, and the same tasks in both languages.</summary>
public sealed class ClosedLoopTests
{
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
    public void The_same_question_shows_the_same_tasks_in_both_languages(string chinese, string english)
    {
        var inEnglish = ShownById(english);

        var differ = ShownById(chinese)
            .Where(z => inEnglish.TryGetValue(z.Key, out var en) && !z.Value.Shown.SequenceEqual(en.Shown, StringComparer.Ordinal))
            .Select(z => $"{z.Key} {z.Value.Asked} | {inEnglish[z.Key].Asked}\n    {Listed(z.Value.Shown)}\n    {Listed(inEnglish[z.Key].Shown)}")
            .ToList();

        Assert.True(differ.Count == 0, $"{differ.Count}\n{string.Join('\n', differ)}");
    }

    private static Dictionary<string, (string Asked, List<string> Shown)> ShownById(string file) => CorpusRun.Of(file).Turns
        .GroupBy(t => t.Question.Id, StringComparer.Ordinal)
        .ToDictionary(q => q.Key, q => (q.Last().Turn.Asked, q.Last().Reply.Answer.Shown.ToList()), StringComparer.Ordinal);

    private static string Listed(List<string> ids) => string.Join(' ', ids.Select(i => i[(i.IndexOf('/', StringComparison.Ordinal) + 1)..]));
}
