using System.Text.Json;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>Every task, row and cell of the shipped notice against what a person read in it (Samples/README.md).</summary>
public sealed class ShippedNoticeTests
{
    private static readonly NoticeContent Content = Sample.Shipped.Content;
    private static readonly JsonElement Expected = Sample.Shipped.Expected();

    public static TheoryData<int> Tasks => [.. Enumerable.Range(0, Expected.GetProperty("tasks").GetArrayLength())];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Expected.GetProperty("rows").GetArrayLength())];

    [Fact]
    public void The_front_matter_is_read()
    {
        var notice = Content.Notice;

        Assert.Equal("舟政办发〔2024〕13号", notice.DocumentNumber);
        Assert.Equal("舟政办发-2024-13号", notice.Id);
        Assert.Equal("舟山市人民政府办公室关于印发2024年政府工作报告重点工作和民生实事责任分解的通知", notice.Title);
        Assert.Equal("舟山市人民政府办公室", notice.Issuer);
        Assert.Equal(2024, notice.Year);
        Assert.Equal(new DateOnly(2024, 3, 6), notice.IssuedOn);
        Assert.Equal(new DateOnly(2024, 3, 8), notice.PrintedOn);
    }

    [Fact]
    public void Three_lists_hold_125_and_33_and_11_tasks_and_48_rows_with_456_area_cells()
    {
        Assert.Equal(
            [WorkListKind.WorkReport, WorkListKind.ProvincialProjects, WorkListKind.CityProjects],
            Content.Lists.Select(l => l.Kind));
        Assert.Equal(
            [125, 33, 11],
            Content.Lists.Select(l => Content.WorkItems.Count(w => w.List == l.Kind)));
        Assert.Equal(169, Content.WorkItems.Length);
        Assert.Equal(48, Content.WorkItems.Sum(w => w.Rows.Length));
        Assert.Equal(456, Content.WorkItems.SelectMany(w => w.Rows).Sum(r => r.Areas.Length));
    }

    [Fact]
    public void The_provincial_annex_has_29_numbers_and_ten_areas_and_the_city_annex_11_and_eight()
    {
        var provincial = RowsOf(WorkListKind.ProvincialProjects);
        var city = RowsOf(WorkListKind.CityProjects);

        Assert.Equal(Enumerable.Range(1, 29), provincial.Select(r => r.Number).Distinct().Order());
        Assert.All(provincial, r => Assert.Equal(10, r.Areas.Length));
        Assert.Equal(Enumerable.Range(1, 11), city.Select(r => r.Number).Distinct().Order());
        Assert.All(city, r => Assert.Equal(8, r.Areas.Length));
    }

    [Fact]
    public void Ids_are_unique_and_name_notice_list_section_and_item()
    {
        Assert.Equal(169, Content.WorkItems.Select(w => w.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("舟政办发-2024-13号/workReport/7.16", Sample.Shipped.Task(WorkListKind.WorkReport, 7, 16).Id);
        Assert.Equal("舟政办发-2024-13号/city/4.6", Sample.Shipped.Task(WorkListKind.CityProjects, 4, 6).Id);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_is_read_as_a_person_read_it(int index)
    {
        var expected = Expected.GetProperty("tasks")[index];
        var item = Content.WorkItems[index];
        var text = Compact(item.Text);

        Assert.Equal(expected.GetProperty("list").GetString(), TaskExport.NameOf(item.List));
        Assert.Equal(expected.GetProperty("section").GetInt32(), item.Section);
        Assert.Equal(expected.GetProperty("sectionTitle").GetString(), item.SectionTitle);
        Assert.StartsWith(expected.GetProperty("textStart").GetString()!, text, StringComparison.Ordinal);
        Assert.EndsWith(expected.GetProperty("textEnd").GetString()!, text, StringComparison.Ordinal);
        Assert.Equal(expected.GetProperty("textLength").GetInt32(), text.Length);
        Assert.Equal(OneOrNone(expected, "leadOfficial"), item.LeadOfficials.Select(o => o.Name));
        Assert.Equal(Strings(expected.GetProperty("lead")), item.LeadOrganizations.Select(o => o.Name));
        Assert.Equal(Strings(expected.GetProperty("support")), item.SupportingOrganizations.Select(o => o.Name));
        Assert.Equal(expected.TryGetProperty("joint", out var joint) && joint.GetBoolean(), item.IsJoint);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_task_has_its_number_its_officials_post_and_its_annex_rows(int index)
    {
        var expected = Expected.GetProperty("tasks")[index];
        var item = Content.WorkItems[index];

        if (expected.TryGetProperty("item", out var number))
        {
            Assert.Equal(number.GetInt32(), item.Item);
        }

        if (expected.TryGetProperty("post", out _))
        {
            Assert.Equal(OneOrNone(expected, "post"), item.LeadOfficials.Select(o => o.Post));
        }

        Assert.Equal(RowsOf(expected), item.Rows.Select(r => (r.Number, r.Line)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_annex_row_is_read_cell_by_cell(int index)
    {
        var expected = Expected.GetProperty("rows")[index];
        var list = ListOf(expected);
        var row = Sample.Shipped.Row(list, expected.GetProperty("number").GetInt32(), expected.GetProperty("line").GetInt32());

        Assert.Equal(expected.GetProperty("sourceLine").GetInt32(), Content.Notice.PlaceOf(row.Span.Start).Line);
        Assert.Equal(expected.GetProperty("category").GetString(), row.Category);
        Assert.StartsWith(expected.GetProperty("subjectStart").GetString()!, Compact(row.Subject), StringComparison.Ordinal);
        Assert.Equal(expected.GetProperty("city").GetString(), row.City.Raw);
        Assert.Equal(
            expected.GetProperty("areas").EnumerateObject().Select(a => (a.Name, a.Value.GetString()!)),
            row.Areas.Select(a => (a.Area, a.Raw)));
        Assert.Equal(Strings(expected.GetProperty("units")), row.Organizations.Select(o => o.Name));
    }

    private static AnnexRow[] RowsOf(WorkListKind list) => [.. Content.WorkItems.Where(w => w.List == list).SelectMany(w => w.Rows)];

    private static IEnumerable<(int, int)> RowsOf(JsonElement expected) => expected.TryGetProperty("rows", out var rows)
        ? rows.EnumerateArray().Select(r => (r[0].GetInt32(), r[1].GetInt32()))
        : [];

    private static WorkListKind ListOf(JsonElement expected) => expected.GetProperty("list").GetString() switch
    {
        "workReport" => WorkListKind.WorkReport,
        "provincial" => WorkListKind.ProvincialProjects,
        _ => WorkListKind.CityProjects,
    };

    private static string[] OneOrNone(JsonElement expected, string name) => expected.GetProperty(name).GetString() is { } value ? [value] : [];

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
