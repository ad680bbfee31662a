using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>Everything read can be quoted from the original text, at the line and column that it names.</summary>
public sealed class SpanTests
{
    public static TheoryData<string> Samples =>
    [
        "zhoushan-2024-13", "qingyuan-2025-7", "shape-b-xining-2025-3", "shape-c-peiyang-2024-21", "shape-d-ningfeng-2026-2",
        "shape-e-lanxi-2025-11", "shape-f-peiyang-2025-4", "shape-g-xining-2024-9", "shape-h-ningfeng-2025-6",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_task_is_quoted_as_it_was_read(string name)
    {
        var content = Sample.Named(name).Content;

        Assert.All(content.WorkItems, w => Assert.Equal(Compact(w.Text), Compact(ReadFormulas(content.Notice.Quote(w.Span)))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_organization_is_quoted_with_its_name_or_its_second_name(string name)
    {
        var content = Sample.Named(name).Content;
        var otherNames = content.Organizations.ToDictionary(o => o.Name, o => o.OtherNames);
        var mentions = content.WorkItems.SelectMany(w => w.ResponsibleOrganizations.Concat(w.Rows.SelectMany(r => r.Organizations)));

        Assert.All(mentions, m => Assert.Contains(
            otherNames.GetValueOrDefault(m.Name, []).Append(m.Name),
            n => Compact(content.Notice.Quote(m.Span)).Replace('(', '（').Replace(')', '）').StartsWith(n, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_target_is_quoted_with_its_figure_and_unit(string name)
    {
        var content = Sample.Named(name).Content;
        var targets = content.WorkItems.SelectMany(w => w.Targets);

        Assert.All(targets, t => Assert.Equal(
            $"{t.Figure.Value}{t.Figure.MeasureUnit}",
            Compact(ReadFormulas(content.Notice.Quote(t.Span))).TrimStart('≥', '≤')));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_cell_is_quoted_letter_for_letter_and_a_blank_cell_has_a_place(string name)
    {
        var content = Sample.Named(name).Content;
        var cells = content.WorkItems.SelectMany(w => w.Rows).SelectMany(r => r.Areas.Append(r.City));

        Assert.All(cells, c => Assert.Equal(c.Raw, content.Notice.Quote(c.Span)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_milestone_and_a_deadline_are_quoted(string name)
    {
        var content = Sample.Named(name).Content;

        Assert.All(content.WorkItems.SelectMany(w => w.Milestones), m => Assert.Contains(m.Text, content.Notice.Quote(m.Span), StringComparison.Ordinal));
        Assert.All(
            content.WorkItems.Where(w => w.Deadline.Span is not null),
            w => Assert.Matches("[0-9年月季]", content.Notice.Quote(w.Deadline.Span!.Value)));
        Assert.All(content.WorkItems, w => Assert.Equal(w.Deadline.IsDerived, w.Deadline.Span is null));
    }

    [Theory]
    [InlineData(WorkListKind.WorkReport, 2, 3, 45, 4, "全面融入长三角一体化")]
    [InlineData(WorkListKind.WorkReport, 7, 16, 463, 4, "优化“一老一小”服务")]
    [InlineData(WorkListKind.CityProjects, 4, 6, 683, 3, "适龄初中女生宫颈癌疫苗接种项目")]
    public void Line_and_column_are_those_of_an_editor(WorkListKind list, int section, int item, int line, int column, string beginning)
    {
        var content = Sample.Shipped.Content;
        var task = Sample.Shipped.Task(list, section, item);
        var printed = content.Notice.SourceText.Split('\n')[line - 1][(column - 1)..];

        Assert.Equal(new SourcePlace(line, column), content.Notice.PlaceOf(task.Span.Start));
        Assert.StartsWith(beginning, printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_cut_by_a_page_end_is_quoted_with_the_line_ends_and_read_without()
    {
        var content = Sample.Shipped.Content;
        var task = Sample.Shipped.Task(WorkListKind.WorkReport, 3, 1);

        Assert.Contains("做强油气全产\n\n业链", content.Notice.Quote(task.Span), StringComparison.Ordinal);
        Assert.Contains("做强油气全产业链", task.Text, StringComparison.Ordinal);
    }

    /// <summary>The formulas of the samples, which are read as the signs that they stand for.</summary>
    private static string ReadFormulas(string text) =>
        text.Replace(@"$\geq ", "≥", StringComparison.Ordinal).Replace(@"\%$", "%", StringComparison.Ordinal);

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
