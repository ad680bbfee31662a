using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers in English; official Chinese names stay beside the English ones.</summary>
internal sealed partial class EnglishAnswerText(NameBook names, PlaceRanks ranks) : AnswerText
{
    private const int ChineseBesideTitle = 60;
    private const int ChineseBesideShortTitle = 22;
    private const int MostFiguresBeside = 4;

    public override string ListSeparator => ", ";

    public override string PartSeparator => "; ";

    public override string NoTarget => "no target";

    public override string Yes => "Yes: ";

    public override string No => "No: ";

    public override string OnlyStriven => "That is the figure striven for, not the target itself: ";

    public override string NotStated => "blank in the table, not stated";

    public override string More => "more";

    public override string NothingMore => "There is nothing more.";

    public override string NotShown(int lines) => $"… {lines} more do not fit here; please ask for less at a time.";

    public override string SuggestionsHeading => "You can go on with:";

    public override string AskTaskCount => "how many tasks are there";

    public override string AskByYearEnd => "what is due by the end of the year";

    public override string AskHelp => "what can you do";

    public override string List(WorkListKind list) => (list == WorkListKind.CityProjects && ranks.Own != '市') || (list == WorkListKind.ProvincialProjects && ranks.Upper != "省") ? $"{ListShort(list)} public-benefit projects" : names.List(TaskExport.NameOf(list)).English ?? TaskExport.NameOf(list);

    public override string Place(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => item.Section > 0 ? $"{ListShort(item.List)}, section {item.Section} item {item.Item}" : $"{ListShort(item.List)}, item {item.Item}",
        _ => item.Item > 0 ? $"{ListShort(item.List)} project {item.Item}" : $"{ListShort(item.List)} projects, {Section(item)}",
    };

    public override string Place(WorkItem item, AnnexRow row) => $"{ListShort(item.List)} projects, annex row {row.Number}";

    public override string Section(WorkItem item) => item.SectionTitle.Length == 0 ? List(item.List)
        : names.Category(item.SectionTitle).English is { } english ? $"{english} ({item.SectionTitle})" : item.SectionTitle;

    public override string Organization(string name) => Beside(name, names.Organization(name).English ?? names.Group(name).English);

    public override string OrganizationShort(string name) => name;

    public override string Official(LeadOfficial official)
    {
        var entry = names.Official(official.Name, official.Post);
        var name = entry.Names.English is { } english ? $"{english} {official.Name}" : official.Name;
        return (entry.PostEnglish ?? official.Post) is { Length: > 0 } post ? $"{name} ({post})" : name;
    }

    public override string Area(string name) => names.Area(name).English is { } english ? $"{english} ({name})" : name;

    public override string AreaShort(string name) => names.Area(name).English ?? name;

    public override string Figure(Figure figure)
    {
        var (_, unit) = figure.Normalized;
        var amount = figure.IsPercentage ? figure.Written(Plain, figure.MeasureUnit, " to ")
            : figure.WithoutMultiplier().Written(unit.EndsWith('元') ? Money : Grouped, $" {MeasureUnitNames.English(unit)}", " to ").TrimEnd();
        var written = !figure.IsPercentage && figure.MeasureUnit != unit ? $" ({figure.Written(Plain, $" {figure.MeasureUnit}", "—")})" : string.Empty;
        return figure.Comparator switch
        {
            Comparator.AtLeast => $"at least {amount}",
            Comparator.MoreThan => $"more than {amount}",
            Comparator.AtMost => $"at most {amount}",
            Comparator.LessThan => $"less than {amount}",
            Comparator.About => $"about {amount}",
            _ => amount,
        } + written;
    }

    public override string Task(Notice notice, WorkItem item, int limit) =>
        names.TitleOf(notice, item) is not { } title ? Clip(item.Text, limit)
        : $"{title} — {(limit < 260 ? WithFigures(item, Clip(item.Text, ChineseBesideShortTitle)) : Clip(item.Text, Math.Max(ChineseBesideTitle, limit - title.Length)))}";

    /// <summary>A title repeats no figure: those that the clipped words no longer have stand behind them, each with its own words.</summary>
    private static string WithFigures(WorkItem item, string clipped)
    {
        if (clipped.Length == item.Text.Length)
        {
            return clipped;
        }

        var words = new StringBuilder(clipped[..^1]);
        var told = words.Length;
        foreach (var target in item.Targets.Take(MostFiguresBeside))
        {
            var from = item.Text.IndexOf(target.Text, StringComparison.Ordinal);
            var end = from + target.Text.Length;
            if (from >= 0 && end > told)
            {
                words.Append(from > told ? "…" : string.Empty).Append(item.Text.AsSpan(Math.Max(from, told), end - Math.Max(from, told)));
                told = end;
            }
        }

        return words.Append(item.Text.AsSpan(told).TrimStart('。').IsEmpty ? string.Empty : "…").ToString();
    }

    public override string Row(Notice notice, WorkItem item, AnnexRow row) =>
        names.TitleOf(notice, item, row) is { } title ? $"{title} ({RowTitles.Of(row)})" : RowTitles.Of(row);

    public override string Indicator(Target target) => names.Indicator(target.Indicator) is { } english ? $"{english} ({target.Indicator})" : target.Indicator;

    private static readonly string[] Companies = ["企业", "公司", "市场主体", "经营主体", "法人"];
    private static readonly string[] Visited = ["游客", "旅游", "接待", "就诊", "门诊", "诊疗", "参观", "游览"];

    public override string TargetLine(string indicator, string figure, bool isStretch) => $"{indicator}: {(isStretch ? Stretch(Suited(indicator, figure)) : Suited(indicator, figure))}";

    /// <summary>户 of companies are no households, and 人次 of who comes are visits.</summary>
    private static string Suited(string indicator, string figure) =>
        Array.Exists(Companies, indicator.Contains) ? figure.Replace(" households", string.Empty, StringComparison.Ordinal)
        : Array.Exists(Visited, indicator.Contains) ? figure.Replace(" person-times", " visits", StringComparison.Ordinal) : figure;

    public override string Stretch(string figure) => $"strive for {figure}";

    public override string LeadLabel(string organizations) => $"Lead unit: {organizations}";

    public override string SupportLabel(string organizations) => $"Supporting: {organizations}";

    public override string OfficialLabel(string officials) => $"Lead official: {officials}";

    public override string JointLabel(string organizations) => $"Carried jointly by: {organizations}";

    public override string TargetsLabel(string targets) => $"Targets: {targets}";

    public override string DeadlineLabel(Deadline deadline, bool hasMilestones) => !deadline.IsDerived
        ? $"Due: {Date(deadline.On)}"
        : hasMilestones
            ? $"All done by: {Date(deadline.On)} (derived: the notice dates only the milestones, so the end of the year)"
            : $"Due: {Date(deadline.On)} (derived: the notice does not give a date, so the end of the year)";

    public override string DueAlike(string deadline, int derived) => derived == 0 ? deadline : $"{deadline} (for {derived} of them derived: the notice does not give a date, so the end of the year)";

    public override string MilestonesLabel(ImmutableArray<Milestone> milestones) =>
        $"Milestones: {string.Join("; ", milestones.Select(m => $"by {Date(m.On)} {m.Text.TrimEnd('。', '；', '，')}"))}";

    public override string Source(Notice notice) => notice.DocumentNumber.Length > 0 ? $"Source: {notice.DocumentNumber}" : $"Source: {notice.Title}";

    public override string QuoteAt(string quote, SourcePlace place) => $"The notice's words (line {place.Line}): “{quote}”";

    public override string Page(int from, int to, int total) => $"({from}–{to} of {total}{(to < total ? "; type “more” for the next page" : string.Empty)})";

    public override string NameAndCount(string name, int count, string detail) => $"{name}: {count}{(detail.Length > 0 ? $" ({detail})" : string.Empty)}";

    public override string AskLeads(string organization) => $"what does {organization} lead";

    public override string AskSupports(string organization) => $"what does {organization} support";

    public override string AskOfficial(string official) => $"what does {names.Official(official, string.Empty).Names.English ?? official} lead";

    public override string AskOwner(string subject) => $"who is responsible for {subject}";

    public override string AskBreakdown(string subject) => $"{subject} by county";

    public override string AskArea(string area) => $"all public-benefit targets of {names.Area(area).English ?? area}";

    public override string AskPlace(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => item.Section > 0 ? $"section {item.Section} item {item.Item}" : $"work report item {item.Item}",
        WorkListKind.ProvincialProjects => $"provincial project {item.Item}",
        _ => $"{PlaceWord} project {item.Item}",
    };

    private string ListShort(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "Work report",
        WorkListKind.ProvincialProjects => ranks.Upper switch { "市" => "City", "自治区" => "Regional", "州" => "Prefecture", "盟" => "League", _ => "Provincial" },
        WorkListKind.CityProjects => Capital(PlaceWord),
        _ => "Other",
    };

    /// <summary>What the notice's place is.</summary>
    private string PlaceWord => ranks.Own switch
    {
        '县' => "county",
        '区' => "district",
        '省' => "province",
        '州' => "prefecture",
        _ => "city",
    };

    private static string Capital(string word) => string.Concat(char.ToUpperInvariant(word[0]), word[1..]);

    private static string Tasks(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private static string Grouped(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static string Money(decimal value) => value switch
    {
        >= 1_000_000_000m => $"{Plain(value / 1_000_000_000m)} billion",
        >= 1_000_000m => $"{Plain(value / 1_000_000m)} million",
        _ => Grouped(value),
    };

    private static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Beside(string name, string? english) => english is null ? name : $"{name} ({english})";
}
