using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Cards;

/// <summary>One of every element and button, for proof that the builder writes what hosts read.</summary>
internal static class Gallery
{
    // One white pixel.
    private const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==";

    private static readonly CardElement InWords = new TextTable(
        [new TextColumn("状态", 2), new TextColumn("项数", 1) { Align = Alignment.End }],
        [
            [new TextCell("● 按序时") { Color = TextColor.Good }, new TextCell("12")],
            [new TextCell("▲ 滞后") { Color = TextColor.Attention, Weight = TextWeight.Bolder }, new TextCell("3")],
        ]);

    public static CardElement[] Elements { get; } =
    [
        new TextBlock("标题") { Size = TextSize.Large, Weight = TextWeight.Bolder, IsHeading = true },
        new TextBlock("1. *星号*、[链接](https://example.org)、{{DATE(2024-06-30T00:00:00Z, SHORT)}}") { Color = TextColor.Warning, Size = TextSize.Small, IsSubtle = true },
        new RichTextBlock([new TextRun("42") { Size = TextSize.ExtraLarge, Color = TextColor.Accent }, new TextRun(" 项")]) { Align = Alignment.Center },
        new Container([new TextBlock("里面")]) { Style = ContainerStyle.Emphasis, Bleeds = true, OnPress = new AskButton("市水利局牵头哪些任务") },
        new ColumnSet([new Column([new TextBlock("左")]) { Weight = 0, Vertical = Alignment.Center }, new Column([new TextBlock("右")])]),
        new FactSet([new CardFact("牵头单位", "市水利局"), new CardFact("期限", "2024年12月31日")]) { HasSeparator = true },
        new FactSet([new CardFact("备注", "见 www.example.org *附件*")]) { Spacing = Spacing.Large },
        InWords,
        new Image(new Uri(Pixel), "一个白点") { Width = 12 },
        new ButtonSet([new AskButton("更多"), new LinkButton("打开", new Uri("https://example.org/a?b=c"))]),
        new TextInput("note", "说明") { IsMultiline = true, MaxLength = 500, Required = "请写一句说明", Placeholder = "一两句话", Value = "初稿" },
        new NumberInput("reached", "完成数") { Min = 0, Max = 800, Value = 12.5m },
        new DateInput("until", "延期到") { Min = new(2024, 6, 3), Max = new(2024, 12, 31), Value = new(2024, 9, 30), Required = "请选一天" },
        new ChoiceInput("reason", "原因", [new CardChoice("资金", "money"), new CardChoice("1. *用地*", "land")]) { IsExpanded = true, Value = "money" },
        new ChoiceInput("units", "单位", [new CardChoice("市水利局", "a"), new CardChoice("市教育局", "b")]) { AllowsSeveral = true, Id = "ignored" },
        new DonutChart([new ChartPart("按序时", 12, ChartColor.Good), new ChartPart("滞后", 3, ChartColor.Attention)], InWords) { Title = "各项状态" },
        new GaugeChart(60, [new ChartPart("滞后", 50, ChartColor.Attention), new ChartPart("按序时", 50, ChartColor.Good)], new TextBlock("60%")),
        new BarChart([new ChartPart("定海区", 40, ChartColor.Blue), new ChartPart("普陀区", 25.5m, ChartColor.Teal)], InWords),
        new StackedBarChart([("定海区", [new ChartPart("完成", 40, ChartColor.Good), new ChartPart("未完成", 60, ChartColor.Neutral)])], InWords) { Title = "各县区" },
        new TextBlock("先藏着") { Id = "hidden", IsHidden = true },
    ];

    public static CardButton[] Buttons { get; } =
    [
        new VerbButton("签收", "acknowledge") { Data = [new CardDatum("item", "2024-13-4-3")], Style = ButtonStyle.Positive },
        new VerbButton("撤回", "withdraw") { IgnoresInputs = true, Style = ButtonStyle.Destructive, IsSecondary = true, Tooltip = "收回这次上报" },
        new FormButton("申请延期", [new DateInput("day", "延期到")], [new VerbButton("提交", "extend")]),
        new ToggleButton("展开", ["hidden"]),
        new AskButton("更多"),
        new LinkButton("原文", new Uri("https://example.org/")),
    ];

    public static AdaptiveCard Card { get; } = new()
    {
        Language = ReplyLanguage.Chinese,
        Summary = "所有元素 <speak> & *更多*",
        Body = [.. Elements],
        Buttons = [.. Buttons],
        Refresh = new CardRefresh("refresh", [new CardDatum("item", "2024-13-4-3")], ["29:1", "29:2"]),
        IsWide = true,
    };
}
