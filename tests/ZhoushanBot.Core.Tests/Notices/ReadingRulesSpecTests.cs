using System.Text;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Notices;

/// <summary>
/// Executes ReadingRules.md: each block of a notice, then the block of what is read in it. The page says how to read the second.
/// </summary>
public sealed class ReadingRulesSpecTests
{
    private const string Fence = "```";
    private static readonly IReadOnlyList<Example> All = [.. Examples()];

    public static TheoryData<string> Titles => [.. All.Select(e => e.Title)];

    /// <summary>What no other example shows; the shipped notice and the samples do.</summary>
    private static FindingCode[] CodesInExamples => [.. All.SelectMany(e => NoticeReader.Read(e.Notice).Findings).Select(f => f.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_rule_reads_its_example_as_the_page_says(string title)
    {
        var example = Assert.Single(All, e => e.Title == title);

        Assert.Equal(example.Reading, Describe(NoticeReader.Read(example.Notice)), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_finding_has_an_example(FindingCode code) => Assert.Contains(code, CodesInExamples);

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    private static IEnumerable<Example> Examples()
    {
        var (rule, count, block) = (string.Empty, 0, (StringBuilder?)null);
        var notice = string.Empty;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Notices", "ReadingRules.md")))
        {
            if (block is null)
            {
                (rule, count) = line.StartsWith("## ", StringComparison.Ordinal) ? (line[3..], 0) : (rule, count);
                block = line is Fence + "notice" or Fence + "reading" ? new StringBuilder() : null;
                notice = line is Fence + "notice" ? string.Empty : notice;
            }
            else if (line != Fence)
            {
                block.Append(line).Append('\n');
            }
            else if (notice.Length == 0)
            {
                (notice, block) = (block.ToString().TrimEnd('\n').Replace("→", "\t", StringComparison.Ordinal), null);
            }
            else
            {
                count++;
                yield return new Example(count == 1 ? rule : $"{rule} ({count})", notice, block.ToString().TrimEnd('\n'));
                (notice, block) = (string.Empty, null);
            }
        }
    }

    private static string Describe(NoticeContent content)
    {
        var lines = new List<string>();
        foreach (var item in content.WorkItems)
        {
            lines.Add($"{item.Id[(item.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]} {item.Text}");
            Add("section", item.SectionTitle);
            Add("official", string.Join('、', item.LeadOfficials.Select(o => $"{o.Name} {o.Post}".Trim())));
            Add("lead", string.Join('、', item.LeadOrganizations.Select(o => o.Name)));
            Add("support", string.Join('、', item.SupportingOrganizations.Select(o => o.Name)));
            Add("joint", item.IsJoint ? "yes" : "");
            lines.AddRange(item.Targets.Select(t => $"  target {t.Indicator} {Words(t.Figure)}{(t.IsStretch ? " stretch" : "")}"));
            lines.AddRange(item.Rows.Select(Words));
            lines.AddRange(item.Milestones.Select(m => $"  by {m.On:yyyy-MM-dd} {m.Text}"));
            Add("due", item.Deadline.IsDerived ? "" : $"{item.Deadline.On:yyyy-MM-dd}");
        }

        // An example has no letterhead: that it names no number and no year is told once, in the rules for those.
        lines.AddRange(content.Findings
            .Where(f => content.WorkItems.IsEmpty || f.Code is not (FindingCode.NoDocumentNumber or FindingCode.NoYear or FindingCode.GroupOrganization))
            .Select(f => $"! {f.Code} {string.Join(" | ", f.Arguments)}".TrimEnd()));
        return string.Join('\n', lines);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                lines.Add($"  {name} {value}");
            }
        }
    }

    private static string Words(Figure figure) => $"{TaskExport.SignOf(figure.Comparator)} {figure.Value}{(figure.UpTo is { } end ? $"—{end}" : "")} {figure.MeasureUnit}".Trim();

    private static string Words(AnnexRow row) =>
        $"  row {row.Number}.{row.Line} {row.Subject}: {string.Join(", ", row.Areas.Prepend(row.City).Select(a => $"{a.Area} {Words(a.Value)}"))}";

    private static string Words(CellValue value) => value switch
    {
        CellValue.Amount amount => Words(amount.Figure),
        CellValue.None => "none",
        CellValue.Blank => "blank",
        CellValue.Words words => $"“{words.Text}”",
        _ => throw new InvalidOperationException(),
    };

    private sealed record Example(string Title, string Notice, string Reading);
}
