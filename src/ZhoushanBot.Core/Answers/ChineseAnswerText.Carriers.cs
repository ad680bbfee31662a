using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of who carries tasks. In Chinese.</content>
internal sealed partial class ChineseAnswerText
{
    public override string CountsCompared(string each, int? difference) => $"任务数从多到少：{each}{(difference is { } by ? by == 0 ? "，一样多" : $"，相差 {by} 项" : string.Empty)}。";

    public override string LedBy(int count, string each) => $"{count} 项任务的牵头单位：{each}。";

    public override string SupportedBy(int count, string organizations) => count == 0 ? "没有配合单位。" : $"配合单位 {count} 家：{organizations}。";

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

    public override string SharedCount(string organizations, int count, int joint) => count == 0 ? $"通知中没有{organizations}共同参与的任务。" : $"{organizations}共同参与 {count} 项任务{(joint > 0 && joint < count ? $"（其中 {joint} 项是各单位共同落实的）" : string.Empty)}。";

    public override string OfficialCount(string official, int count, string byList) => $"{official}牵头 {count} 项任务（{byList}）。";

    public override string OwnerOf(string leads, string supporting, string officials) =>
        $"由{leads}牵头{(supporting.Length > 0 ? $"，{supporting}配合" : string.Empty)}{(officials.Length > 0 ? $"；牵头领导：{officials}" : string.Empty)}。";

    public override string NotTheirs(string names, string subject) => $"通知里与“{Clip(subject, 40)}”有关的任务没有列{names}。";

    public override string LedByOfficial(string official) => $"{official}牵头";

    public override string SecondName(string other, string name) => $"通知里{other}与{name}是同一个单位（写作“{name}（{other}）”）。";

    public override string NoSecondName(string name) => $"通知里{name}没有写别的名称。";

    public override string SeparateUnits(string names) => $"不是：通知把{names}作为不同的单位分别列出。";

    public override string OfficialsNamed(string who, string officials) => $"{who}的任务由{officials}牵头：";

    public override string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most) => $"{(most ? "最多" : "最少")}的有 {carriers} {(areOfficials ? "位" : "家")}，各 {count} 项。";

    public override string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role) =>
        $"{Doing(role)}任务{(most ? "最多" : "最少")}的 {carriers} {(areOfficials ? "位领导" : "家单位")}：{namesAndCounts}。";

    public override string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role) =>
        carriers == 0 ? $"没有{Doing(role)}任务 {tasks} 项的{(areOfficials ? "领导" : "单位")}。" : $"{Doing(role)}任务 {tasks} 项的{(areOfficials ? "领导" : "单位")}共 {carriers} {(areOfficials ? "位" : "家")}：";

    public override string Deputies(int count, string names) => count == 0 ? $"通知里没有列出副{ranks.Own}长。" : $"通知里列出副{ranks.Own}长 {count} 位：{names}。";

    private static string Doing(OrganizationRole role) => role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与";

    public override string SupportsAndJoint(string organization, int total, int joint) =>
        $"{organization}配合 {total - joint} 项任务，另以“各县（区）”“各单位”等名义共同参与 {joint} 项，合计 {total} 项。";

    public override string Extreme(string names, int count, bool most, bool areTargets) => $"{(most ? "最多" : "最少")}的是{names}：{count} {(areTargets ? "个分解目标" : "项")}。";

    public override string OfficialFirst(string officials, string leads) => $"牵头领导是{officials}{(leads.Length > 0 ? $"；牵头单位：{leads}" : string.Empty)}。";

    public override string NoOfficial(string leads) => $"通知没有写牵头领导{(leads.Length > 0 ? $"；牵头单位：{leads}" : string.Empty)}。";

    public override string OwnerAt(string task, string leads, string officials) =>
        $"“{task}”{(leads.Length > 0 ? $"由{leads}牵头" : string.Empty)}{(officials.Length > 0 ? leads.Length > 0 ? $"，牵头领导{officials}" : $"由{officials}牵头" : string.Empty)}";

    public override string SameOwner(string owner, int count) => $"{owner.TrimEnd('。')}（{count} 项相关任务都是）。";

    public override string OfficialsCounted(int count, string officials) => $"{count} 项任务，牵头领导：{officials}。";

    public override string OwnersCounted(int count, string officials, string leads) => $"{count} 项任务，牵头领导：{officials}；牵头单位：{leads}。";

    public override string TakesPart(string organization, bool leads, bool jointly) =>
        leads ? $"是，由{organization}牵头。" : jointly ? $"是，{organization}以“各县（区）”“各单位”等名义共同参与。" : $"是，{organization}是配合单位。";

    public override string TakesNoPart(string organization, string owner) => $"没有，通知没有列{organization}；{owner}";

    public override string TakesPartInSome(string organization, int part, int leads, int count) => $"{(leads == count ? Yes : string.Empty)}{count} 项中，{organization}参与 {part} 项{(leads > 0 ? $"，其中牵头 {leads} 项" : string.Empty)}。";

    public override string OwnersOf(int count) => $"相关任务共 {count} 项，责任分工如下：";

    public override string JointOwner(string organizations) => $"没有单独的牵头单位，由{organizations}共同落实。";

    public override string CarriedBy(string organizations, OrganizationRole role) =>
        $"{organizations}{(role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与")}";

    public override string PartnersOf(string who, int count) => $"与{who}的任务有关的单位共 {count} 家：";

    public override string OfficialsOf(string organization, int count) => $"{organization}的任务由 {count} 位领导牵头：";

    public override string FieldsOf(string who, int count) => $"{who}的任务分布在 {count} 个部分：";

    public override string UnitsOf(int count, string owner) => $"共 {count} 家单位：{owner}";

    public override string ByOfficialHeadline(int officials, int tasks) => $"{officials} 位领导牵头 {tasks} 项任务：";

    public override string ByOrganizationHeadline(int shown, int total, OrganizationRole role) =>
        $"{(role == OrganizationRole.Lead ? "牵头" : role == OrganizationRole.Support ? "配合" : "参与")}任务的单位共 {total} 家{(shown < total ? $"，前 {shown} 家" : string.Empty)}：";
}
