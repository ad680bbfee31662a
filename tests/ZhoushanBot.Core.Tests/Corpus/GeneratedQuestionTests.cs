using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>More than two thousand questions made by rule, each compared with what the store itself says: all of them exactly right.</summary>
public sealed class GeneratedQuestionTests
{
    [Fact]
    public void Every_organization_gets_exactly_its_tasks() => AllAreRight(Stores.Shipped, q => q.OfOrganizations(), 500);

    [Fact]
    public void Every_official_gets_exactly_their_tasks() => AllAreRight(Stores.Shipped, q => q.OfOfficials(), 60);

    [Fact]
    public void Every_place_names_exactly_its_task() => AllAreRight(Stores.Shipped, q => q.OfPlaces(), 600);

    [Fact]
    public void Every_annex_cell_is_told_in_both_languages() => AllAreRight(Stores.Shipped, q => q.OfCells(), 850);

    [Fact]
    public void The_notice_of_another_city_is_answered_as_exactly() =>
        AllAreRight(Stores.Second, q => [.. q.OfOrganizations(), .. q.OfOfficials(), .. q.OfPlaces(), .. q.OfCells()], 400);

    private static void AllAreRight(WorkItemIndex index, Func<GeneratedQuestions, IEnumerable<GeneratedQuestion>> family, int atLeast)
    {
        var questions = family(new GeneratedQuestions(index)).ToList();

        var faults = questions.Select(q => (q.Asked, Fault: q.Fault(index.Ask(q.Asked)))).Where(q => q.Fault is not null).Select(q => $"{q.Asked}\n    {q.Fault}").ToList();

        Assert.True(faults.Count == 0, $"{faults.Count} of {questions.Count}\n{string.Join('\n', faults)}");
        Assert.True(questions.Count >= atLeast, $"only {questions.Count} questions");
    }
}
