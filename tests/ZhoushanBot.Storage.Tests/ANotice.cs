using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.Tests;

/// <summary>Invented notices.</summary>
internal static class ANotice
{
    private static readonly SourceSpan Somewhere = new(3, 8);

    /// <summary>A small notice with one of everything.</summary>
    public static NoticeContent Numbered(string documentNumber, int year = 2031, params string[] texts)
    {
        var id = $"id of {documentNumber}";
        return new NoticeContent(
            new Notice
            {
                Id = id,
                DocumentNumber = documentNumber,
                Title = "关于分解落实重点工作责任的通知",
                Issuer = "云水市人民政府办公室",
                Year = year,
                IssuedOn = new DateOnly(year, 3, 1),
                PrintedOn = null,
                SourceText = "云水市人民政府办公室关于分解落实重点工作责任的通知\n1.新建桥梁 3 座。",
                ContentHash = "00ff",
            },
            [new WorkList(WorkListKind.WorkReport, "重点工作责任分解", Somewhere)],
            [.. texts.Select((text, i) => Item(string.Create(CultureInfo.InvariantCulture, $"{id}/workReport/1.{i + 1}"), i + 1, text))],
            [new Organization("市桥梁局", ["市渡口局"], OrganizationKind.Department, null)],
            [new OrganizationGroup("各县（区）政府", ["东县政府", "西区政府"])],
            [new LeadOfficial("王某", "副市长")],
            [new Area("东县", AreaKind.County)],
            [new ImportFinding(FindingCode.RowShifted, FindingSeverity.Warning, Somewhere, ["1", "12"])]);
    }

    /// <summary>A notice of as many tasks and rows as a real one has.</summary>
    public static NoticeContent OfUsualSize(string documentNumber = "云政办发〔2031〕1号") =>
        Numbered(documentNumber, 2031, [.. Enumerable.Range(1, 169).Select(UsualText)]);

    public static WorkItem Item(string id, int number, string text) => new()
    {
        Id = id,
        List = WorkListKind.WorkReport,
        Section = 1,
        SectionTitle = "基础设施",
        Item = number,
        Text = text,
        LeadOfficials = [new LeadOfficial("王某", "副市长")],
        LeadOrganizations = [new OrganizationMention("市桥梁局", Somewhere)],
        SupportingOrganizations = [new OrganizationMention("各县（区）政府", Somewhere)],
        IsJoint = false,
        Targets = [new Target("桥梁", new Figure(Comparator.AtLeast, 3.50m, "座"), IsStretch: true, "桥梁 3.50 座以上", Somewhere)],
        Rows = [Row()],
        Deadline = new Deadline(new DateOnly(2031, 12, 31), IsDerived: true, Span: null),
        Span = Somewhere,
    };

    private static string UsualText(int i) => string.Create(CultureInfo.InvariantCulture, $"第{i}项：建设{i}公里道路，完成投资{i}亿元，增长 6.5%，力争 7%。");

    private static AnnexRow Row() => new(
        Number: 1,
        Line: 1,
        Category: "交通",
        Subject: "新建桥梁",
        City: new AreaTarget("全市", new CellValue.Amount(new Figure(Comparator.Equal, 3m, "座")), "3", Somewhere),
        Areas: AllCells(),
        Organizations: [new OrganizationMention("市桥梁局", Somewhere)],
        Span: Somewhere);

    private static ImmutableArray<AreaTarget> AllCells() =>
    [
        new AreaTarget("东县", new CellValue.Amount(new Figure(Comparator.About, 3m, "座")), "3", Somewhere),
        new AreaTarget("西区", new CellValue.None(), "/", Somewhere),
        new AreaTarget("南区", new CellValue.Blank(), string.Empty, new SourceSpan(9, 9)),
        new AreaTarget("北区", new CellValue.Words("按计划推进"), "按计划推进", Somewhere),
    ];
}
