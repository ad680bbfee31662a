using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of tasks: their figures, days and conditions. In Chinese.</content>
internal sealed partial class ChineseAnswerText
{
    public override string WithoutSupport => "没有配合单位";

    public override string WithoutOfficial => "没有写牵头领导";

    public override string NoFigure => "通知对此没有给出数量目标，只有文字要求。";

    public override string ConflictNote => "不同清单口径不同，均按原文列出。";

    public override string StepOf(int number, int total, Milestone step) => $"第{number}步（共{total}步）：{Date(step.On)}前{step.Text.TrimEnd('。', '；', '，')}。";

    public override string StepsOnly(int total) => $"通知只写了 {total} 步。";

    public override string LeftOut(string conditions) => $"不含{conditions}";

    public override string JointOnly => "共同落实";

    public override string InSection(int section) => $"在第{section}部分";

    public override string MoneyNotGiven => "通知没有给出这项的金额，只有下面的数字。";

    public override string NumberedIn(int numbers) => $" （清单编号 {numbers} 个，同一编号分给几个单位的各算一项）";

    public override string FilterCount(string what, int count) => count == 0 ? $"通知中没有符合条件的任务{(what.Length > 0 ? $"：{what}" : string.Empty)}。" : $"共 {count} 项{(what.Length > 0 ? $"：{what}" : "任务")}。";

    public override string ListCount(WorkListKind list, int count) => $"{List(list)} {count} 项";

    public override string TasksWord(int count) => $"{count} 项";

    public override string NoFigureIn(string clause) => $"通知没有给出这一项的数字，原文只写“{Clip(clause, 60)}”；同一条中的其他数字不是它的。";

    public override string FiguresUnder(string clause, string figures) => $"{figures}（通知原文：“{Clip(clause, 60)}”，其后写明）。";

    public override string NoFigureOf(int year) => $"通知没有单列{year}年的数，只有：";

    public override string FreeNotSaid => "通知没有写是否免费。";

    public override string NotFor(string named) => $"通知里没有“{named}”的这类任务，相近的是：";

    public override string NotMentioned(string words) => $"（通知里没有提到“{Clip(words, 40)}”。）";

    public override string FiguresAt(string place, string figures) => $"{place}：{figures}";

    public override string FoundWith(string figures) => $"找到 1 项任务，{figures}：";

    public override string Among(string restriction) => $"{restriction}的任务中：";

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

    public override string OverYears(string span) => $"原文写的是跨年度任务（{span}），没有写整项的完成日期；本年度部分：";

    public override string NoPartOfYear => "通知没有单列今年的数，只有几年合计的：";

    public override string OfSeveralYears => "。原文写的是跨年度的任务，这是本年度的期限";

    public override string SeveralLeads => "由两个以上单位共同牵头";

    public override string WithOrganizations(OrganizationCount count) =>
        $"列有 {count.Least} 个以上{(count.Role == OrganizationRole.Lead ? "牵头单位" : count.Role == OrganizationRole.Support ? "配合单位" : "责任单位")}{(count.Least > 2 ? "（集体名称按 1 个计）" : string.Empty)}";

    public override string WithSteps => "写有分步时间节点";

    public override string ManyYears => "写到以后年份或多年计划";

    public override string CountOfKind(string kind, int count, string byList) => count == 0 ? $"通知里没有这样的任务：{kind}。" : $"{kind}的任务共 {count} 项：{byList}。";

    public override string WithTargetIn(string areas) => $"给{areas}下达了目标";

    public override string WithoutTargetIn(string areas) => $"没有给{areas}下达目标";

    public override string StepNamed(Milestone step, string clause) => $"{Date(step.On)}前{step.Text.TrimEnd('。', '；', '，')}{(clause.Length > 0 ? $"（通知原文：“{Clip(clause, 60)}”）" : string.Empty)}";

    public override string StepsBy(string steps, string before) => $"{steps}{(before.Length > 0 ? $"；此前：{before}" : string.Empty)}。";

    public override string ListsDue(string lists, DateOnly on, string clause, int others) =>
        $"{lists}：{Date(on)}前完成{(clause.Length > 0 ? $"（通知原文：“{Clip(clause, 80)}”）" : string.Empty)}{(others > 0 ? $"；另有 {others} 项有自己的期限" : string.Empty)}。";

    public override string SentIn(DateOnly on, string to, string clause) => $"{Date(on)}前报{(to.Length > 0 ? to : "送")}（通知原文：“{Clip(clause, 100)}”）。";

    public override string FiguresOf(int count) => $"相关目标共 {count} 项：";

    public override string TaskFound(int count) => count == 1 ? "找到 1 项任务：" : $"找到 {count} 项相关任务：";

    public override string Period(DuePeriod period, int year) => period.From is not { } from ? $"{Date(period.To.In(year))}前（含当日）"
        : from == period.To ? $"{Date(from.In(year))}当天"
        : $"{Date(from.In(year))}至{Date(period.To.In(year))}";

    public override string StatedDue(string period, int count, int steps) =>
        $"通知写明{period}要完成的共 {count} 项{(steps == 0 ? string.Empty : steps == count ? "，都只是其中一步的节点，不是整项到期" : $"，其中 {steps} 项只是分步节点，不是整项到期")}。";

    public override string NoneDue(string period) => $"通知没有写明{period}要完成的任务。";

    public override string UndatedDue(int count, DateOnly end) => $"另有 {count} 项通知没有写整项的完成日期，按年底（{Date(end)}）计。";

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

    public override string MeasureUnit(string unit) => unit == "-" ? "个" : unit;

    public override string FiguresWithin(string bound, int count) => $"目标{bound}的任务共 {count} 项。";

    public override string NoneWithin(string bound) => $"没有目标{bound}的任务。";

    public override string OtherUnits(string unit, string units, bool isCompared) =>
        $"这里没有{(unit.Length > 0 ? $"以“{unit}”计的" : string.Empty)}目标{(units.Length > 0 ? $"，只有以{Clip(units, 80)}计的{(isCompared ? "，单位不同不能相比" : string.Empty)}" : string.Empty)}。";

    public override string MixedUnits => "问题没有说明计量单位，各项单位不同，不能互相比较。";

    public override string PartOf(string whole, string percent) => $"，占 {whole} 的 {percent}%";

    public override string StageUndated => "通知没有写这一步的日期，也没有为整项任务写明日期。";

    public override string LargerBy(string larger, string difference) => $"“{larger}”更高，相差 {difference}";

    public override string Total(string sum, string parts) => $"合计 {sum}（{parts}）";
}
