using System.Text.Json;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>The shapes in which offices write a notice, each against what a person expects of it (Samples/README.md).</summary>
public sealed class SampleNoticeTests
{
    private static readonly string[] Names =
    [
        "qingyuan-2025-7", "shape-b-xining-2025-3", "shape-c-peiyang-2024-21", "shape-d-ningfeng-2026-2",
        "shape-e-lanxi-2025-11", "shape-f-peiyang-2025-4", "shape-g-xining-2024-9", "shape-h-ningfeng-2025-6",
    ];

    public static TheoryData<string> Samples => [.. Names];

    public static TheoryData<string, int> Tasks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Names)
            {
                data.AddRange(Enumerable.Range(0, Sample.Named(name).Expected().GetArrayLength()).Select(i => new TheoryDataRow<string, int>(name, i)));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_notice_has_the_tasks_that_a_person_counts(string name) =>
        Assert.Equal(Sample.Named(name).Expected().GetArrayLength(), Sample.Named(name).Content.WorkItems.Length);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_stands_in_its_place_and_has_its_people(string name, int index)
    {
        var expected = Sample.Named(name).Expected()[index];
        var item = Sample.Named(name).Content.WorkItems[index];
        var standing = expected.TryGetProperty("standing", out var names) ? Strings(names) : [];

        Assert.Equal(expected.GetProperty("list").GetString(), TaskExport.NameOf(item.List));
        Assert.Equal((expected.GetProperty("section").GetInt32(), expected.GetProperty("item").GetInt32()), (item.Section, item.Item));
        Assert.StartsWith(expected.GetProperty("textStart").GetString()!, Compact(item.Text), StringComparison.Ordinal);
        Assert.Equal(expected.GetProperty("leadOfficial").GetString() ?? "", string.Join('、', item.LeadOfficials.Select(o => o.Name)));
        Assert.Equal(Strings(expected.GetProperty("lead")), item.LeadOrganizations.Select(o => o.Name));
        Assert.Equal([.. Strings(expected.GetProperty("support")), .. standing], item.SupportingOrganizations.Select(o => o.Name));
        Assert.Equal(expected.TryGetProperty("joint", out _), item.IsJoint);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_has_its_figures(string name, int index)
    {
        var expected = Sample.Named(name).Expected()[index].GetProperty("figures").EnumerateArray();
        var item = Sample.Named(name).Content.WorkItems[index];

        Assert.Equal(
            expected.Select(f => $"{f[2]} {f[0]} {f[1]}{(f.GetArrayLength() > 3 ? " stretch" : "")}"),
            item.Targets.Select(t => $"{TaskExport.SignOf(t.Figure.Comparator)} {t.Figure.Value} {t.Figure.MeasureUnit}{(t.IsStretch ? " stretch" : "")}"));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_is_due_when_its_own_words_say(string name, int index)
    {
        var expected = Sample.Named(name).Expected()[index];
        var item = Sample.Named(name).Content.WorkItems[index];

        if (expected.TryGetProperty("deadline", out var deadline))
        {
            Assert.Equal(deadline.GetString(), $"{item.Deadline.On:yyyy-MM-dd}");
            Assert.False(item.Deadline.IsDerived);
        }
        else if (!expected.TryGetProperty("milestones", out _))
        {
            Assert.Contains($"{item.Deadline.On:MM-dd}", (string[])["12-31", "11-30"]);
        }
    }

    [Fact]
    public void The_annex_of_an_invented_notice_is_read_cell_by_cell()
    {
        var sample = Sample.Named("qingyuan-2025-7");

        foreach (var expected in sample.Expected("rows").EnumerateArray())
        {
            var row = sample.Row(WorkListKind.CityProjects, expected.GetProperty("number").GetInt32(), expected.GetProperty("line").GetInt32());
            Assert.Equal(expected.GetProperty("category").GetString(), row.Category);
            Assert.StartsWith(expected.GetProperty("subjectStart").GetString()!, Compact(row.Subject), StringComparison.Ordinal);
            Assert.Equal(expected.GetProperty("city").GetString(), row.City.Raw);
            Assert.Equal(expected.GetProperty("areas").EnumerateObject().Select(a => a.Value.GetString()), row.Areas.Select(a => a.Raw));
            Assert.Equal(Strings(expected.GetProperty("units")), row.Organizations.Select(o => o.Name));
        }
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
