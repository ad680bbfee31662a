using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of who carries tasks. In English.</content>
internal sealed partial class EnglishAnswerText
{
    public override string CountsCompared(string each, int? difference) =>
        $"Tasks, the most first: {each}{(difference is { } by ? by == 0 ? "; as many" : $"; {by} more" : string.Empty)}.";

    public override string LedBy(int count, string each) => $"Lead units of {Tasks(count)}: {each}.";

    public override string SupportedBy(int count, string organizations) =>
        count == 0 ? "There is no supporting unit." : $"{count} supporting unit{(count == 1 ? string.Empty : "s")}: {organizations}.";

    public override string LeadsHeading(int count, int onPage) => $"Leads ({count}{OnPage(count, onPage)})";

    public override string SupportsHeading(int count, int onPage) => $"Supports ({count}{OnPage(count, onPage)})";

    public override string JointHeading(int count, int onPage) => $"Takes part jointly ({count}{OnPage(count, onPage)}; named through a group such as all county governments)";

    private static string OnPage(int count, int onPage) => onPage < count ? $", {onPage} on this page" : string.Empty;

    public override string CountOfRoles(string each, int count) => count == 0 ? $"There is no task {each} in the notice." : $"{Tasks(count)} {each}.";

    public override string RoleCount(string organization, OrganizationRole role, int count, string byList) =>
        $"{organization} {(role == OrganizationRole.Lead ? "leads" : "supports")} {Tasks(count)}{(byList.Length > 0 ? $" ({byList})" : string.Empty)}.";

    public override string AllRolesCount(string organization, int total, int leads, int supports, int joint) =>
        $"{organization} takes part in {Tasks(total)}: leads {leads}, supports {supports}{(joint > 0 ? $", {joint} jointly" : string.Empty)}.";

    public override string LeadsNothing(string organization) => $"{organization} does not lead any task in the notice.";

    public override string SupportsNothing(string organization) => $"{organization} does not support any task in the notice.";

    public override string SharedOnlyJointly(string organizations, int count) =>
        $"There is no task in the notice that names both {organizations}; as members of a group they share {Tasks(count)}.";

    public override string SharedCount(string organizations, int count, int joint) =>
        count == 0 ? $"There is no task in the notice that {organizations} share." : $"{organizations} share {Tasks(count)}{(joint > 0 && joint < count ? $", {joint} of them carried jointly by all units" : string.Empty)}.";

    public override string OfficialCount(string official, int count, string byList) => $"{official} leads {Tasks(count)} ({byList}).";

    public override string OwnerOf(string leads, string supporting, string officials) =>
        $"Led by {leads}{(supporting.Length > 0 ? $", supported by {supporting}" : string.Empty)}{(officials.Length > 0 ? $"; lead official: {officials}" : string.Empty)}.";

    public override string NotTheirs(string names, string subject) => $"{names} is not named in any task about “{Clip(subject, 60)}”.";

    public override string LedByOfficial(string official) => $"led by {official}";

    public override string SecondName(string other, string name) => $"In the notice {other} is another name of {name}.";

    public override string NoSecondName(string name) => $"The notice gives {name} no other name.";

    public override string SeparateUnits(string names) => $"No: the notice lists {names} as separate units.";

    public override string OfficialsNamed(string who, string officials) => $"The tasks of {who} are led by {officials}:";

    public override string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most) =>
        $"The {(most ? "most" : "fewest")}: {carriers} {(areOfficials ? "officials" : "units")} with {Tasks(count)} each.";

    public override string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role) =>
        $"The {carriers} {(areOfficials ? "officials" : "units")} that {Doing(role)} the {(most ? "most" : "fewest")} tasks: {namesAndCounts}.";

    public override string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role) => carriers == 0
        ? $"There are no {(areOfficials ? "officials" : "units")} that {Doing(role)} {tasks} {(tasks == "1" ? "task" : "tasks")}."
        : $"{(areOfficials ? "Officials" : "Units")} that {Doing(role)} {tasks} {(tasks == "1" ? "task" : "tasks")}: {carriers}.";

    public override string Deputies(int count, string names) => count == 0 ? "The notice names no vice mayor." : $"The notice names {count} vice mayors: {names}.";

    private static string Doing(OrganizationRole role) => role == OrganizationRole.Lead ? "lead" : role == OrganizationRole.Support ? "support" : "take part in";

    public override string SupportsAndJoint(string organization, int total, int joint) =>
        $"{organization} supports {Tasks(total - joint)} and takes part in {joint} more jointly, through a group such as all county governments; {total} in all.";

    public override string Extreme(string names, int count, bool most, bool areTargets) => $"The {(most ? "most" : "fewest")}: {names} with {(areTargets ? $"{count} target{(count == 1 ? string.Empty : "s")}" : Tasks(count))}.";

    public override string OfficialFirst(string officials, string leads) => $"{officials} leads it{(leads.Length > 0 ? $"; lead unit: {leads}" : string.Empty)}.";

    public override string NoOfficial(string leads) => $"The notice names no lead official{(leads.Length > 0 ? $"; lead unit: {leads}" : string.Empty)}.";

    public override string OwnerAt(string task, string leads, string officials) =>
        $"“{task}”: {(leads.Length > 0 ? leads : officials)}{(leads.Length > 0 && officials.Length > 0 ? $" under {officials}" : string.Empty)}";

    public override string SameOwner(string owner, int count) => $"{owner.TrimEnd('.')} (all {Tasks(count)} that fit).";

    public override string OfficialsCounted(int count, string officials) => $"{Tasks(count)}; lead officials: {officials}.";

    public override string OwnersCounted(int count, string officials, string leads) => $"{Tasks(count)}; lead officials: {officials}; lead units: {leads}.";

    public override string TakesPart(string organization, bool leads, bool jointly) =>
        leads ? $"Yes, {organization} leads it." : jointly ? $"Yes, {organization} takes part jointly, through a group such as all county governments." : $"Yes, {organization} supports it.";

    public override string TakesNoPart(string organization, string owner) => $"No, {organization} is not named in it. {owner}";

    public override string TakesPartInSome(string organization, int part, int leads, int count) => $"{(leads == count ? Yes : string.Empty)}{organization} takes part in {part} of these {count} tasks{(leads > 0 ? $" and leads {leads}" : string.Empty)}.";

    public override string OwnersOf(int count) => $"{Tasks(count)} fit; this is who carries them:";

    public override string JointOwner(string organizations) => $"There is no single lead unit: carried jointly by {organizations}.";

    public override string CarriedBy(string organizations, OrganizationRole role) =>
        $"{(role == OrganizationRole.Lead ? "led by" : role == OrganizationRole.Support ? "supported by" : "of")} {organizations}";

    public override string PartnersOf(string who, int count) => $"{count} units take part in the tasks of {who}:";

    public override string OfficialsOf(string organization, int count) => $"The tasks of {organization} stand under {count} lead official{(count == 1 ? string.Empty : "s")}:";

    public override string FieldsOf(string who, int count) => $"The tasks of {who} stand in {count} section{(count == 1 ? string.Empty : "s")}:";

    public override string UnitsOf(int count, string owner) => $"{count} units: {owner}";

    public override string ByOfficialHeadline(int officials, int tasks) => $"{officials} officials lead {tasks} tasks:";

    public override string ByOrganizationHeadline(int shown, int total, OrganizationRole role) =>
        $"{total} units {(role == OrganizationRole.Lead ? "lead" : role == OrganizationRole.Support ? "support" : "take part in")} tasks{(shown < total ? $"; the first {shown}" : string.Empty)}:";
}
