using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers in Chinese.</summary>
internal sealed class ChineseAnswerText(char rank) : AnswerText
{
    public override string ListSeparator => "、";

    public override string PartSeparator => "；";

    public override string NoTarget => "没有目标";

    public override string Yes => "是的，";

    public override string No => "不对，";

    public override string NotStated => "表中空白，未写明";

    public override string WithoutSupport => "没有配合单位";

    public override string WithoutOfficial => "没有写牵头领导";

    public override string NoFigure => "通知对此没有给出数量目标，只有文字要求。";

    public override string ConflictNote => "不同清单口径不同，均按原文列出。";

    public override string CompareEqual => "两者相同";

    public override string Addressees(string words) => words.Length == 0 ? "通知没有写明主送单位。" : $"主送：{words}。";

    public override string CopiedTo(string words) => words.Length == 0 ? "通知没有写明抄送单位。" : $"抄送：{words}。";

    public override string Disclosure(string words) => words.Length == 0 ? "通知没有写明是否公开。" : $"通知写明：{words}。";

    public override string CountsCompared(string each, int? difference) => $"任务数从多到少：{each}{(difference is { } by ? by == 0 ? "，一样多" : $"，相差 {by} 项" : string.Empty)}。";

    public override string TargetsCompared(bool fewestFirst, bool areEqual, string each) => areEqual ? $"分解目标一样多：{each}。" : $"分解目标从{(fewestFirst ? "少到多" : "多到少")}：{each}。";

    public override string LedBy(int count, string each) => $"{count} 项任务的牵头单位：{each}。";

    public override string SupportedBy(int count, string organizations) => count == 0 ? "没有配合单位。" : $"配合单位 {count} 家：{organizations}。";

    public override string StepOf(int number, int total, Milestone step) => $"第{number}步（共{total}步）：{Date(step.On)}前{step.Text.TrimEnd('。', '；', '，')}。";

    public override string StepsOnly(int total) => $"通知只写了 {total} 步。";

    public override string PlaceInOrder(int place, string names, string figure) => $"第{place}名是{names}：{figure}";

    public override string OrderHasOnly(int count) => $"只有 {count} 个有数，没有这一名";

    public override string Together(string areas) => $"{areas}合计";

    public override string LeftOut(string conditions) => $"不含{conditions}";

    public override string JointOnly => "共同落实";

    public override string UnlikeUnits => "这些目标的计量单位不同，不能互相比较大小，分别是：";

    public override string InSection(int section) => $"在第{section}部分";

    public override string NoSumOfPercentages => "百分比不能相加，这里分别列出。";

    public override string EveryAreaHasTarget => "表中所有地区都有目标。";

    public override string More => "更多";

    public override string NothingMore => "没有更多内容了。";

    public override string NotShown(int lines) => $"……另有 {lines} 条没有列出，请缩小范围再问。";

    public override string SuggestionsHeading => "可以接着问：";

    public override string NearHeading => "通知中相近的内容：";

    public override string NoNotice => "库中还没有通知。请管理员先导入一份通知。";

    public override string NoticeName(NoticeGroup group) => group.Year > 0 ? $"{group.Place} {group.Year} 年" : group.Place;

    public override string InNotice(NoticeGroup group, string headline) => $"【{NoticeName(group)}】{headline}";

    public override string WhichNotices(int count, string names) => $"有 {count} 个地方或年份的通知都可能涉及，您问的是哪一个？例如：{names}。";

    public override string AskOf(string place, int year, string question) => $"{place}{(year > 0 ? $"{year}年" : string.Empty)}{question}";

    public override string AndMore(int count) => $"，另有 {count} 个";

    public override string PlacesOf(string places, int count) => $"{places}等 {count} 个地方";

    public override string AskTaskCount => "一共有多少项任务";

    public override string AskByYearEnd => "年底前要完成哪些任务";

    public override string AskHelp => "你能做什么";

    public override string List(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "政府工作报告重点工作",
        WorkListKind.ProvincialProjects => "省民生实事",
        WorkListKind.CityProjects => $"{rank}民生实事",
        _ => "其他清单",
    };

    public override string Place(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => $"{List(item.List)}{(item.Section > 0 ? $"第{item.Section}部分" : string.Empty)}第{item.Item}条",
        _ => item.Item > 0 ? $"{List(item.List)}第{item.Item}项" : $"{List(item.List)}·{item.SectionTitle}",
    };

    public override string Place(WorkItem item, AnnexRow row) => $"{List(item.List)}附件序号{row.Number}";

    public override string Section(WorkItem item) => item.SectionTitle.Length == 0 ? List(item.List) : item.SectionTitle;

    public override string Organization(string name) => name;

    public override string OrganizationShort(string name) => name;

    public override string Official(LeadOfficial official) => official.Post.Length == 0 ? official.Name : $"{official.Name}（{official.Post}）";

    public override string Area(string name) => name;

    public override string AreaShort(string name) => name;

    public override string Figure(Figure figure)
    {
        var amount = figure.Written(Plain, figure.MeasureUnit, "—");
        var text = figure.Comparator switch
        {
            Comparator.AtLeast => figure.IsPercentage ? $"≥{amount}" : $"{amount}以上",
            Comparator.MoreThan => $"超过{amount}",
            Comparator.AtMost => $"{amount}以内",
            Comparator.LessThan => $"低于{amount}",
            Comparator.About => $"约{amount}",
            _ => amount,
        };
        return figure.UpTo is null && figure.MeasureUnit.StartsWith('万') && figure.Normalized is var (value, unit) && value <= 9_999_999 && unit.Length > 0 && unit != "元"
            ? $"{text}（{Plain(value)}{unit}）"
            : text;
    }

    public override string Task(Notice notice, WorkItem item, int limit) => Clip(item.Text, limit);

    public override string Row(Notice notice, WorkItem item, AnnexRow row) => RowTitles.Of(row);

    public override string Indicator(Target target) => target.Indicator;

    public override string TargetLine(string indicator, string figure, bool isStretch) => $"{indicator}：{(isStretch ? Stretch(figure) : figure)}";

    public override string Stretch(string figure) => $"力争{figure}";

    public override string LeadLabel(string organizations) => $"牵头单位：{organizations}";

    public override string SupportLabel(string organizations) => $"配合单位：{organizations}";

    public override string OfficialLabel(string officials) => $"牵头领导：{officials}";

    public override string JointLabel(string organizations) => $"共同落实：{organizations}";

    public override string TargetsLabel(string targets) => $"目标：{targets}";

    public override string DeadlineLabel(Deadline deadline, bool hasMilestones) => !deadline.IsDerived
        ? $"期限：{Date(deadline.On)}"
        : hasMilestones
            ? $"全部完成：{Date(deadline.On)}（推定：通知只写了节点日期，按年底计）"
            : $"期限：{Date(deadline.On)}（推定：通知没有写具体日期，按年底计）";

    public override string MilestonesLabel(ImmutableArray<Milestone> milestones) =>
        $"节点：{string.Join('；', milestones.Select(m => $"{Date(m.On)}前{m.Text.TrimEnd('。', '；', '，')}"))}";

    public override string BreakdownLabel(string city, string areas) => $"分解：全{rank} {city}；{areas}";

    public override string City(string figure) => $"全{rank} {figure}";

    public override string CityAndShare(string figure, string percent) => $"{City(figure)}，占 {percent}%";

    public override string Source(Notice notice) => notice.DocumentNumber.Length > 0 ? $"来源：{notice.DocumentNumber}" : $"来源：{notice.Title}";

    public override string QuoteAt(string quote, SourcePlace place) => $"原文（第{place.Line}行）：“{quote}”";

    public override string LeadsHeading(int count, int onPage) => $"牵头（{count} 项{OnPage(count, onPage)}）";

    public override string SupportsHeading(int count, int onPage) => $"配合（{count} 项{OnPage(count, onPage)}）";

    public override string JointHeading(int count, int onPage) => $"共同参与（{count} 项{OnPage(count, onPage)}，以“各县（区）”“各单位”等名义列入）";

    private static string OnPage(int count, int onPage) => onPage < count ? $"，本页 {onPage} 项" : string.Empty;

    public override string CountOfRoles(string each, int count) => count == 0 ? $"通知中没有{each}的任务。" : $"{each}的任务共 {count} 项。";

    public override string RoleCount(string organization, OrganizationRole role, int count, string byList) =>
        $"{organization}{(role == OrganizationRole.Lead ? "牵头" : "配合")} {count} 项任务{(byList.Length > 0 ? $"（{byList}）" : string.Empty)}。";

    public override string AllRolesCount(string organization, int total, int leads, int supports, int joint) =>
        $"{organization}共参与 {total} 项任务：牵头 {leads} 项，配合 {supports} 项{(joint > 0 ? $"，共同参与 {joint} 项" : string.Empty)}。";

    public override string LeadsNothing(string organization) => $"通知中没有由{organization}牵头的任务。";

    public override string SupportsNothing(string organization) => $"通知中没有由{organization}配合的任务。";

    public override string SharedOnlyJointly(string organizations, int count) => $"通知中没有同时点名{organizations}的任务；作为成员单位共同参与的有 {count} 项。";

    public override string MoneyNotGiven => "通知没有给出这项的金额，只有下面的数字。";

    public override string SharedCount(string organizations, int count) => count == 0 ? $"通知中没有{organizations}共同参与的任务。" : $"{organizations}共同参与 {count} 项任务。";

    public override string OfficialCount(string official, int count, string byList) => $"{official}牵头 {count} 项任务（{byList}）。";

    public override string FilterCount(string what, int count) => count == 0 ? $"通知中没有符合条件的任务{(what.Length > 0 ? $"：{what}" : string.Empty)}。" : $"共 {count} 项{(what.Length > 0 ? $"：{what}" : "任务")}。";

    public override string ListCount(WorkListKind list, int count) => $"{List(list)} {count} 项";

    public override string TasksWord(int count) => $"{count} 项";

    public override string OwnerOf(string leads, string supporting, string officials) =>
        $"由{leads}牵头{(supporting.Length > 0 ? $"，{supporting}配合" : string.Empty)}{(officials.Length > 0 ? $"；牵头领导：{officials}" : string.Empty)}。";

    public override string NoFigureIn(string clause) => $"通知没有给出这一项的数字，原文只写“{Clip(clause, 60)}”；同一条中的其他数字不是它的。";

    public override string FiguresUnder(string clause, string figures) => $"{figures}（通知原文：“{Clip(clause, 60)}”，其后写明）。";

    public override string NotTheirs(string names, string subject) => $"通知里与“{Clip(subject, 40)}”有关的任务没有列{names}。";

    public override string Higher(string area) => $"{area}更高";

    public override string NotMentioned(string words) => $"（通知里没有提到“{Clip(words, 40)}”。）";

    public override string FiguresAt(string place, string figures) => $"{place}：{figures}";

    public override string FoundWith(string figures) => $"找到 1 项任务，{figures}：";

    public override string Among(string restriction) => $"{restriction}的任务中：";

    public override string LedByOfficial(string official) => $"{official}牵头";

    public override string InLists(string lists) => $"列入{lists}";

    public override string AboutSubject(string subject) => $"与“{Clip(subject, 40)}”有关";

    public override string WithFigures(FigureKind kind) => kind switch
    {
        FigureKind.Money => "有金额目标",
        FigureKind.Number => "有数字指标",
        FigureKind.None => "没有数字指标",
        _ => "有百分比目标",
    };

    public override string SectionHasOnly(int section, int count) => $"第{section}部分只有 {count} 条，没有这一条。";

    public override string OfSeveralYears => "。原文写的是跨年度的任务，这是本年度的期限";

    public override string SeveralLeads => "由两个以上单位共同牵头";

    public override string WithOrganizations(OrganizationCount count) =>
        $"列有 {count.Least} 个以上{(count.Role == OrganizationRole.Lead ? "牵头单位" : count.Role == OrganizationRole.Support ? "配合单位" : "责任单位")}{(count.Least > 2 ? "（集体名称按 1 个计）" : string.Empty)}";

    public override string WithSteps => "写有分步时间节点";

    public override string ManyYears => "写到以后年份或多年计划";

    public override string CountOfKind(string kind, int count, string byList) => count == 0 ? $"通知里没有这样的任务：{kind}。" : $"{kind}的任务共 {count} 项：{byList}。";

    public override string AllHaveTarget(string areas, int rows) => $"没有这样的任务：附件里的 {rows} 项指标都给{areas}下达了目标。";

    public override string Demands(string words) => words.Length == 0 ? "通知正文没有另提要求。" : $"通知正文的原话是：“{words}”";

    public override string SecondName(string other, string name) => $"通知里{other}与{name}是同一个单位（写作“{name}（{other}）”）。";

    public override string NoSecondName(string name) => $"通知里{name}没有写别的名称。";

    public override string SeparateUnits(string names) => $"不是：通知把{names}作为不同的单位分别列出。";

    public override string OfficialsNamed(string who, string officials) => $"{who}的任务由{officials}牵头：";

    public override string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most) => $"{(most ? "最多" : "最少")}的有 {carriers} {(areOfficials ? "位" : "家")}，各 {count} 项。";

    public override string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role) =>
        $"{Doing(role)}任务{(most ? "最多" : "最少")}的 {carriers} {(areOfficials ? "位领导" : "家单位")}：{namesAndCounts}。";

    public override string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role) =>
        carriers == 0 ? $"没有{Doing(role)}任务 {tasks} 项的{(areOfficials ? "领导" : "单位")}。" : $"{Doing(role)}任务 {tasks} 项的{(areOfficials ? "领导" : "单位")}共 {carriers} {(areOfficials ? "位" : "家")}：";

    public override string Deputies(int count, string names) => count == 0 ? $"通知里没有列出副{rank}长。" : $"通知里列出副{rank}长 {count} 位：{names}。";

    private static string Doing(OrganizationRole role) => role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与";

    public override string WithTargetIn(string areas) => $"给{areas}下达了目标";

    public override string WithoutTargetIn(string areas) => $"没有给{areas}下达目标";

    public override string SupportsAndJoint(string organization, int total, int joint) =>
        $"{organization}配合 {total - joint} 项任务，另以“各县（区）”“各单位”等名义共同参与 {joint} 项，合计 {total} 项。";

    public override string Extreme(string names, int count, bool most, bool areTargets) => $"{(most ? "最多" : "最少")}的是{names}：{count} {(areTargets ? "个分解目标" : "项")}。";

    public override string OfficialFirst(string officials, string leads) => $"牵头领导是{officials}{(leads.Length > 0 ? $"；牵头单位：{leads}" : string.Empty)}。";

    public override string NoOfficial(string leads) => $"通知没有写牵头领导{(leads.Length > 0 ? $"；牵头单位：{leads}" : string.Empty)}。";

    public override string OwnerAt(string task, string leads, string officials) =>
        $"“{task}”{(leads.Length > 0 ? $"由{leads}牵头" : string.Empty)}{(officials.Length > 0 ? leads.Length > 0 ? $"，牵头领导{officials}" : $"由{officials}牵头" : string.Empty)}";

    public override string SameOwner(string owner, int count) => $"{owner.TrimEnd('。')}（{count} 项相关任务都是）。";

    public override string OwnersCounted(int count, string officials, string leads) => $"{count} 项任务，牵头领导：{officials}；牵头单位：{leads}。";

    public override string TakesPart(string organization, bool leads, bool jointly) =>
        leads ? $"是，由{organization}牵头。" : jointly ? $"是，{organization}以“各县（区）”“各单位”等名义共同参与。" : $"是，{organization}是配合单位。";

    public override string TakesNoPart(string organization, string owner) => $"没有，通知没有列{organization}；{owner}";

    public override string TakesPartInSome(string organization, int part, int count) => $"{count} 项中，{organization}参与 {part} 项。";

    public override string StepNamed(Milestone step, string clause) => $"{Date(step.On)}前{step.Text.TrimEnd('。', '；', '，')}{(clause.Length > 0 ? $"（通知原文：“{Clip(clause, 60)}”）" : string.Empty)}";

    public override string StepsBy(string steps, string before) => $"{steps}{(before.Length > 0 ? $"；此前：{before}" : string.Empty)}。";

    public override string ListsDue(string lists, DateOnly on, string clause, int others) =>
        $"{lists}：{Date(on)}前完成{(clause.Length > 0 ? $"（通知原文：“{Clip(clause, 80)}”）" : string.Empty)}{(others > 0 ? $"；另有 {others} 项有自己的期限" : string.Empty)}。";

    public override string SentIn(DateOnly on, string to, string clause) => $"{Date(on)}前报{(to.Length > 0 ? to : "送")}（通知原文：“{Clip(clause, 100)}”）。";

    public override string OwnersOf(int count) => $"相关任务共 {count} 项，责任分工如下：";

    public override string JointOwner(string organizations) => $"没有单独的牵头单位，由{organizations}共同落实。";

    public override string FiguresOf(int count) => $"相关目标共 {count} 项：";

    public override string TaskFound(int count) => count == 1 ? "找到 1 项任务：" : $"找到 {count} 项相关任务：";

    public override string DeadlineHeadline(string deadline) => deadline;

    public override string Period(DuePeriod period, int year) => period.From is not { } from ? $"{Date(period.To.In(year))}前（含当日）"
        : from == period.To ? $"{Date(from.In(year))}当天"
        : $"{Date(from.In(year))}至{Date(period.To.In(year))}";

    public override string StatedDue(string period, int count, int steps) =>
        $"通知写明{period}要完成的共 {count} 项{(steps == 0 ? string.Empty : steps == count ? "，都只是其中一步的节点，不是整项到期" : $"，其中 {steps} 项只是分步节点，不是整项到期")}。";

    public override string NoneDue(string period) => $"通知没有写明{period}要完成的任务。";

    public override string UndatedDue(int count, DateOnly end) => $"另有 {count} 项通知没有写整项的完成日期，按年底（{Date(end)}）计。";

    public override string CarriedBy(string organizations, OrganizationRole role) =>
        $"{organizations}{(role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与")}";

    public override string Bound(FigureBound bound)
    {
        var unit = bound.MeasureUnits is [var only, ..] && only != "-" ? only : string.Empty;
        return (bound.Least, bound.Most) switch
        {
            ({ } least, { } most) when least == most => $"为{Amount(least, unit)}",
            ({ } least, { } most) => $"在{Amount(least, unit)}至{Amount(most, unit)}之间",
            ({ } least, null) => $"{(bound.WithLeast ? "不少于" : "超过")}{Amount(least, unit)}",
            (null, { } most) => $"{(bound.WithMost ? "不超过" : "低于")}{Amount(most, unit)}",
            _ => unit.Length > 0 ? $"以“{unit}”计" : unit,
        };
    }

    private static string Amount(decimal value, string unit) => unit is not "%" && value >= 100_000_000m && value % 1_000_000m == 0 ? $"{Plain(value / 100_000_000m)}亿{unit}" : $"{Plain(value)}{unit}";

    public override string MeasureUnit(string unit) => unit == "-" ? "个" : unit;

    public override string FiguresWithin(string bound, int count) => $"目标{bound}的任务共 {count} 项。";

    public override string NoneWithin(string bound) => $"没有目标{bound}的任务。";

    public override string OtherUnits(string unit, string units, bool isCompared) =>
        $"这里没有{(unit.Length > 0 ? $"以“{unit}”计的" : string.Empty)}目标{(units.Length > 0 ? $"，只有以{Clip(units, 80)}计的{(isCompared ? "，单位不同不能相比" : string.Empty)}" : string.Empty)}。";

    public override string MixedUnits => "问题没有说明计量单位，各项单位不同，不能互相比较。";

    public override string AreasWithin(string bound, int count, string areas) => count == 0 ? $"没有地区的目标{bound}" : $"目标{bound}的地区有 {count} 个：{areas}";

    public override string TargetsWithin(string areas, string bound, int count) => count == 0 ? $"{areas}没有{bound}的目标。" : $"{areas}{bound}的目标共 {count} 个。";

    public override string PartnersOf(string who, int count) => $"与{who}的任务有关的单位共 {count} 家：";

    public override string OfficialsOf(string organization, int count) => $"{organization}的任务由 {count} 位领导牵头：";

    public override string FieldsOf(string who, int count) => $"{who}的任务分布在 {count} 个部分：";

    public override string AreaValue(string area, string figure, string city) => $"{area} {figure}（全{rank} {city}）";

    public override string AreaHasNone(string area) => $"{area}没有这项目标。";

    public override string AreaTargetsMissing(string areas, int count) => count == 0 ? $"表中每项指标都给{areas}下达了目标。" : $"表中有 {count} 项指标没有给{areas}下达目标。";

    public override string AreaAllTargets(string area, int with, int without) =>
        $"{area}共有 {with} 个分解目标{(without > 0 ? $"；另有 {without} 项表中没有给{area}下达目标" : string.Empty)}。";

    public override string NotBrokenDown(string area) => $"这项任务没有分解到{(area.Length > 0 ? area : "各地")}，通知只给出全{rank}要求：";

    public override string CompareResult(string larger, string difference) => $"{larger}更多，相差 {difference}";

    public override string Largest(string areas, string figure) => $"最多的是{areas}：{figure}";

    public override string Smallest(string areas, string figure) => $"最少的是{areas}：{figure}";

    public override string RankHeadline(int count) => $"从多到少，{count} 个地区有目标：";

    public override string ShareOf(string area, string figure, string city, string percent) => $"{area} {figure}，占全{rank} {city} 的 {percent}%";

    public override string Difference(string difference) => $"相差 {difference}";

    public override string UnitsOf(int count, string owner) => $"共 {count} 家单位：{owner}";

    public override string Total(string sum, string parts) => $"合计 {sum}（{parts}）";

    public override string SumOf(string areas, string sum, string parts) => $"{areas}合计 {sum}（{parts}）";

    public override string OnlyOneHas(string area) => $"只有{area}有这项目标";

    public override string Others(string values) => $"此外：{values}";

    public override string AreaTargetsAlone(string areas, int count) => count == 0 ? $"没有只给{areas}下达的分解目标。" : $"只给{areas}下达的分解目标共 {count} 项：";

    public override string WithoutTarget(string areas) => $"没有目标的地区：{areas}";

    public override string AllAreasHeadline(int rows) => rows == 1 ? "各地分解目标：" : $"各地分解目标（{rows} 项指标）：";

    public override string Page(int from, int to, int total) => $"（第 {from}—{to} 项，共 {total} 项{(to < total ? "；输入“更多”看下一页" : string.Empty)}）";

    public override string ByOfficialHeadline(int officials, int tasks) => $"{officials} 位领导牵头 {tasks} 项任务：";

    public override string ByOrganizationHeadline(int shown, int total, OrganizationRole role) =>
        $"{(role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与")}任务的单位共 {total} 家{(shown < total ? $"，前 {shown} 家" : string.Empty)}：";

    public override string NameAndCount(string name, int count, string detail) => $"{name}：{count} 项{(detail.Length > 0 ? $"（{detail}）" : string.Empty)}";

    public override string DocumentNumber(Notice notice) => notice.DocumentNumber.Length == 0 ? "这份通知没有文号。" : $"文号是 {notice.DocumentNumber}。";

    public override string IssuedOn(Notice notice) => (notice.IssuedOn, notice.PrintedOn) switch
    {
        ({ } issued, { } printed) => $"成文日期 {Date(issued)}，{Date(printed)}印发。",
        ({ } issued, null) => $"成文日期 {Date(issued)}。",
        (null, { } printed) => $"{Date(printed)}印发。",
        _ => "通知没有写明日期。",
    };

    public override string Issuer(Notice notice) => notice.Issuer.Length == 0 ? "通知没有写明发文机关。" : $"由{notice.Issuer}印发。";

    public override string Title(Notice notice) => notice.Title.Length == 0 ? "通知没有标题。" : $"《{notice.Title}》（{notice.DocumentNumber}）。";

    public override string Parts(Notice notice, int count) => $"{notice.DocumentNumber}包括 {count} 个部分：";

    public override string Part(WorkList list, int tasks, int sections) => $"{(list.Title.Length > 0 ? list.Title : List(list.Kind))}：{(sections > 0 ? $"{sections} 个板块，" : string.Empty)}{tasks} 项任务";

    public override string TaskCount(Notice notice, int total, string byList) => $"{notice.DocumentNumber}共有 {total} 项任务：{byList}。";

    public override string Areas(int count) => $"附件表格中有 {count} 个地区：";

    public override string Findings(int total, int warnings) => $"导入时共记录 {total} 条，其中 {warnings} 条需要留意：";

    public override string Definition(DefinedTerm term) => term switch
    {
        DefinedTerm.LivelihoodProject => "民生实事：政府每年向社会承诺办好的惠民项目，分省、市（县）两级，每个项目有责任单位和可检查的目标。",
        DefinedTerm.LeadOrganization => "牵头单位：责任单位名单里列第一位的单位，对任务负总责；其他单位配合。",
        DefinedTerm.SupportingOrganization => "配合单位：责任单位名单里第一位之后的单位，配合牵头单位完成任务。",
        DefinedTerm.ResponsibleOrganizations => "责任单位：承担一项任务的全部单位，列第一位的牵头，其余配合。",
        DefinedTerm.LeadOfficial => "牵头领导：负责牵头推进一项任务的市（县）领导。",
        DefinedTerm.JointTask => "共同落实：以“各县（区）政府”“各单位”等名义列入的任务，名下各单位共同参与，没有单独的牵头单位。",
        DefinedTerm.Slash => "表中的“/”表示该地区没有这项目标，与目标为 0 不同。",
        DefinedTerm.Pace => "序时进度：一年已过去的比例。完成数达到或超过它为按序时，低于它为滞后。",
        _ => "政府工作报告：政府向人民代表大会所作的年度报告；其中的重点工作每年分解到领导和单位。",
    };

    public override string Talk(SmallTalk kind, string notices) => kind switch
    {
        SmallTalk.Greeting => $"您好！我可以回答{notices}里的任务分工、目标和县区分解。",
        SmallTalk.Thanks => "不客气，有需要随时问我。",
        SmallTalk.Goodbye => "再见，有需要随时来问。",
        _ => $"我依据{notices}回答：某单位牵头或配合哪些任务、某位领导牵头什么、某件事谁负责、目标是多少、各县（区）各是多少、某一条的原文。中文、英文、拼音都可以。",
    };

    public override string WelcomeTitle => "您好，我是重点工作问答助手";

    public override string WelcomeScope(string notices, int tasks) => $"我依据{notices}的 {tasks} 项任务回答，每条都注明出处。直接输入问题即可，中文、英文、拼音都行；也可以点下面的例子：";

    public override string WelcomeByWhom => "从单位、领导、地区查任务";

    public override string WelcomeByWhat => "从事项、指标查责任和数字";

    public override string Refusal(RefusalReason reason, string word, string years, string places, NoticeGroup? group) => reason switch
    {
        RefusalReason.OtherPlace => $"我这里没有{word}的通知，只有{places}的。",
        RefusalReason.OtherYear => $"我这里没有{group?.Place}{word}{(word.All(char.IsAsciiDigit) ? "年" : string.Empty)}的通知，只有{years}年的。",
        RefusalReason.NotKept => $"通知里没有“{word}”这类信息，我只能回答任务分工和目标。",
        RefusalReason.Progress => "通知里只有目标，没有完成情况的数据。",
        RefusalReason.Reasons => "通知没有说明原因，只写了任务和目标。",
        RefusalReason.Budget => "通知没有列出预算和花费。",
        RefusalReason.Instruction => "抱歉，我不能执行这样的指令，只回答通知里的任务分工和目标。",
        RefusalReason.NotFound => $"通知里没有找到“{Clip(word, 40)}”。",
        RefusalReason.Empty => "没看懂，请输入一个问题，比如单位、领导、任务或指标的名称。",
        RefusalReason.TooLong => "问题太长了，请用一两句话问。",
        RefusalReason.NotExplained => "通知没有进一步说明，只有下面的原文。",
        RefusalReason.Writing => "抱歉，我不代写讲话稿、总结等材料，只回答通知里的任务分工和目标。",
        RefusalReason.Average => "通知没有平均数，我不作推算。",
        _ => "没看懂这个问题。请说出单位、领导、任务、指标或县（区）的名称。",
    };

    public override string ChooseAmong(string word) => $"“{word}”可能指下面几个，您是指哪一个？";

    public override string AskLeads(string organization) => $"{organization}牵头哪些任务";

    public override string AskSupports(string organization) => $"{organization}配合哪些任务";

    public override string AskOfficial(string official) => $"{official}牵头哪些任务";

    public override string AskOwner(string subject) => $"{subject}谁负责";

    public override string AskBreakdown(string subject) => $"{subject}各地目标";

    public override string AskArea(string area) => $"{area}所有民生实事目标";

    public override string AskPlace(WorkItem item) => item.List is WorkListKind.WorkReport or WorkListKind.Other
        ? item.Section > 0 ? $"第{item.Section}部分第{item.Item}条" : $"{List(item.List)}第{item.Item}条"
        : $"{List(item.List)}第{item.Item}项";

    public override string Finding(ImportFinding finding, SourcePlace place) => $"第{place.Line}行：{FindingText.In(ReplyLanguage.Chinese).Describe(finding)}";

    private static string Date(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
