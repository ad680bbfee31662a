using System.Diagnostics;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Reminders;

/// <summary>提醒的中文用语.</summary>
internal sealed class ChineseReminderText(NameBook names) : ReminderText(ReplyLanguage.Chinese, names)
{
    public override string MayRepeat => "（发送时网络中断，您可能已收到过这条提醒。）";

    private protected override string StepOfNotice => "通知所列节点";

    public override string Heading(Digest digest)
    {
        var overdue = digest.Lines.Count(line => line.WorkingDaysLeft < 0);
        return $"{digest.On.Month}月{digest.On.Day}日任务提醒：共 {digest.Lines.Length} 项" + (overdue > 0 ? $"，其中逾期 {overdue} 项" : string.Empty);
    }

    public override string CalendarAssumed(int year) => WorkYearText.In(ReplyLanguage.Chinese).Assumed(year);

    public override string Rule(Occasion occasion) => occasion.Kind switch
    {
        OccasionKind.Before => $"到期前 {occasion.Number} 个工作日",
        OccasionKind.DueDay => "到期当日",
        OccasionKind.Overdue => $"逾期 {occasion.Number} 个工作日",
        OccasionKind.Returned => $"第 {occasion.Number} 次稍后提醒到时",
        OccasionKind.Chase => "催办",
        _ => throw new UnreachableException(),
    };

    public override string LevelName(EscalationLevel level) => level switch
    {
        EscalationLevel.Liaison => "联络员",
        EscalationLevel.Head => "单位负责人",
        EscalationLevel.OfficialOffice => "牵头领导办公室",
        EscalationLevel.SupervisionOffice => "督查室",
        _ => throw new UnreachableException(),
    };

    public override string NameOf(SnoozeChoice choice) => choice switch
    {
        SnoozeChoice.OneDay => "1 个工作日后",
        SnoozeChoice.ThreeDays => "3 个工作日后",
        SnoozeChoice.NextWeek => "下周",
        _ => throw new UnreachableException(),
    };

    public override string Describe(ReminderRefusal refusal) => refusal switch
    {
        ReminderRefusal.UnknownTask => "没有这项任务，或这项任务不由该单位承担。",
        ReminderRefusal.NotYours => "只有该单位（区域）的联络员、负责人或其代理人可以操作。",
        ReminderRefusal.NotAllowed => "您没有这项权限。如有需要，请联系管理员。",
        ReminderRefusal.Done => "这项任务已完成，无需再操作。",
        ReminderRefusal.Closed => "该通知的年度已过，任务已归档。",
        ReminderRefusal.DueDayChanged => "期限已变更，这张卡片已过时。请以最新的提醒为准。",
        ReminderRefusal.AlreadyAcknowledged => "已经签收过了，无需重复。",
        ReminderRefusal.SnoozedOften => "已达到稍后提醒的次数上限。请填报进展，或申请延期。",
        ReminderRefusal.SnoozePastDue => "稍后提醒不能晚于期限。请选较短的时间，或申请延期。",
        ReminderRefusal.OnlyLeadExtends => "配合单位不能申请延期，请与牵头单位联系。",
        ReminderRefusal.ExtensionPending => "已有一份延期申请待审批，请等待结果。",
        ReminderRefusal.NotLater => "延期后的日期须晚于现期限，且不早于今天。",
        ReminderRefusal.BehindTheYear => "延期不能晚于通知的年度：年度一过通知即归档。",
        ReminderRefusal.NoReason => "请写明理由。",
        ReminderRefusal.UnknownRequest => "没有这份延期申请。",
        ReminderRefusal.AlreadyDecided => "这份延期申请已有审批结果。",
        ReminderRefusal.OwnRequest => "不能审批本人提出的申请。",
        ReminderRefusal.ChasedToday => "今天已催办过该单位的这项任务。",
        _ => throw new UnreachableException(),
    };

    public override string RecipientName(Recipient to) => to.Name.Length > 0 ? to.Name : "督查室";

    private protected override string PlanHeading(ReminderPlan plan)
    {
        var at = ShanghaiTime.Of(plan.At);
        return $"{at.Year}年{at.Month}月{at.Day}日：发送 {plan.Digests.Length} 份，共 {plan.Digests.Sum(d => d.Lines.Length)} 项";
    }

    private protected override string Held(string name, int lines) => $"{name}：本周已达发送上限，{lines} 项顺延";

    public override string Quiet(int lines) => $"{lines} 项已签收或已选择稍后提醒，当日不再发送";

    private protected override string Undeliverable(int lines) => $"{lines} 项无人接收：责任单位和督查室都没有绑定会话。请管理员先绑定督查室。";

    private protected override string Step(string step, string task) => $"节点：{step}（{task}）";

    private protected override string When(PlannedReminder line, string day) => line.WorkingDaysLeft switch
    {
        < 0 => $"{day}到期，已逾期 {-line.WorkingDaysLeft} 个工作日",
        0 => $"{day}到期，今天是最后一个工作日",
        _ => $"{day}到期，还有 {line.WorkingDaysLeft} 个工作日",
    };

    private protected override string Lead(string party) => $"{party}牵头";

    private protected override string OfArea(string party) => $"{party}（分解目标）";

    private protected override string Support(string party) => $"{party}配合";

    private protected override string Joint(string party) => $"{party}共同承担";

    private protected override string JointSupport(string party) => $"{party}共同配合";

    private protected override string StepGiven(string by, string day) => $"{by}于{day}设定的节点";

    private protected override string Target(string what) => $"目标：{what}";

    private protected override IEnumerable<string> NotesOf(PlannedReminder line)
    {
        yield return $"〔{Rule(line.Occasion)}〕";
        if (line.Level != EscalationLevel.Liaison)
        {
            yield return $"本次同时报{LevelName(line.Level)}。";
        }

        if (line.IsForUnbound)
        {
            yield return "该单位尚未绑定会话，由督查室代收。";
        }

        if (line.IsExtensionPending)
        {
            yield return "延期申请待审批。";
        }

        if (line.WasHeld)
        {
            yield return "上次因达到每周发送上限而顺延。";
        }
    }
}
