namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>The corpus and its score: at least 97 in 100 fully right, and no wrong figure at all.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double Bar = 0.97;

    public static TheoryData<string> Files => [.. CorpusRun.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void At_least_97_of_100_questions_are_fully_right(string file)
    {
        var questions = CorpusRun.Of(file).Turns.GroupBy(t => t.Question).Select(q => (q.Key.Kind, Wrong: q.Where(t => t.Faults.Count > 0).ToList())).ToList();

        var right = questions.Count(q => q.Wrong.Count == 0);
        foreach (var kind in questions.GroupBy(q => q.Kind, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key,-18} {kind.Count(q => q.Wrong.Count == 0),4} of {kind.Count(),4}");
        }

        output.WriteLine($"{file,-18} {right,4} of {questions.Count,4}  {100.0 * right / questions.Count:0.0} %");
        questions.SelectMany(q => q.Wrong).ToList().ForEach(w => output.WriteLine($"{w}"));
        Assert.True(right >= Bar * questions.Count, $"{file}: {right} of {questions.Count} right");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_figure_is_wrong(string file)
    {
        var wrong = CorpusRun.Of(file).Turns.Where(t => t.IsWrongFigure).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
