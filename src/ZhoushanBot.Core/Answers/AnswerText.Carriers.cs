using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of who carries tasks.</content>
internal abstract partial class AnswerText
{
    public abstract string LeadsHeading(int count, int onPage);

    public abstract string SupportsHeading(int count, int onPage);

    public abstract string JointHeading(int count, int onPage);

    public abstract string CountOfRoles(string each, int count);

    public abstract string RoleCount(string organization, OrganizationRole role, int count, string byList);

    public abstract string AllRolesCount(string organization, int total, int leads, int supports, int joint);

    public abstract string LeadsNothing(string organization);

    public abstract string SupportsNothing(string organization);

    public abstract string SharedCount(string organizations, int count, int joint);

    public abstract string SharedOnlyJointly(string organizations, int count);

    public abstract string OfficialCount(string official, int count, string byList);

    public abstract string OwnerOf(string leads, string supporting, string officials);

    public abstract string OwnersOf(int count);

    /// <summary>Of one task or several, the official first and then the lead units.</summary>
    public abstract string OfficialFirst(string officials, string leads);

    /// <summary>The notice names no official for it.</summary>
    public abstract string NoOfficial(string leads);

    /// <summary>Who leads a task of several, and under whom; either may be empty.</summary>
    public abstract string OwnerAt(string task, string leads, string officials);

    /// <summary>So many tasks have the same lead unit or official.</summary>
    public abstract string SameOwner(string owner, int count);

    /// <summary>Of many tasks the officials and the lead units, each with its count.</summary>
    public abstract string OwnersCounted(int count, string officials, string leads);

    /// <summary>The same where the officials alone are asked for.</summary>
    public abstract string OfficialsCounted(int count, string officials);

    /// <summary>Whether an organization takes part in one task; null for not at all.</summary>
    public abstract string TakesPart(string organization, bool leads, bool jointly);

    /// <summary>An organization is not named in what was shown, and who is.</summary>
    public abstract string TakesNoPart(string organization, string owner);

    /// <summary>In how many of several tasks an organization takes part.</summary>
    public abstract string TakesPartInSome(string organization, int part, int leads, int count);

    public abstract string JointOwner(string organizations);

    /// <summary>A unit or official has no part in what the notice says about a subject.</summary>
    public abstract string NotTheirs(string names, string subject);

    /// <summary>A restriction: led by an official.</summary>
    public abstract string LedByOfficial(string official);

    /// <summary>How many tasks an organization supports, those included that it carries as a member of a group.</summary>
    public abstract string SupportsAndJoint(string organization, int total, int joint);

    /// <summary>That a name stands in the notice in brackets behind another.</summary>
    public abstract string SecondName(string other, string name);

    /// <summary>That the notice gives an organization no other name.</summary>
    public abstract string NoSecondName(string name);

    /// <summary>That the notice lists organizations apart.</summary>
    public abstract string SeparateUnits(string names);

    /// <summary>Under which officials somebody's tasks are, all of them named.</summary>
    public abstract string OfficialsNamed(string who, string officials);

    /// <summary>So many of those counted have equally many, the most or the fewest.</summary>
    public abstract string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most);

    /// <summary>Those at one end, in order, with their counts.</summary>
    public abstract string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role);

    /// <summary>How many have a number of tasks, "2" or "more than 10".</summary>
    public abstract string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role);

    /// <summary>How many deputy heads of government there are, and who.</summary>
    public abstract string Deputies(int count, string names);

    /// <summary>Who has the most or the fewest tasks, or which area targets.</summary>
    public abstract string Extreme(string names, int count, bool most, bool areTargets);

    /// <summary>A restriction: an organization's tasks, in a role.</summary>
    public abstract string CarriedBy(string organizations, OrganizationRole role);

    public abstract string PartnersOf(string who, int count);

    public abstract string OfficialsOf(string organization, int count);

    public abstract string FieldsOf(string who, int count);

    /// <summary>Organizations of a task, counted, in front of their names.</summary>
    public abstract string UnitsOf(int count, string owner);

    /// <summary>Counts of several units or officials side by side.</summary>
    /// <param name="each">Each with its count, the most first.</param>
    /// <param name="difference">By how many the first of two has more; null of more than two.</param>
    public abstract string CountsCompared(string each, int? difference);

    /// <summary>Which units lead the tasks meant, each with its count.</summary>
    public abstract string LedBy(int count, string each);

    /// <summary>Who supports a task: how many, and who; none is said as well.</summary>
    public abstract string SupportedBy(int count, string organizations);

    public abstract string ByOfficialHeadline(int officials, int tasks);

    public abstract string ByOrganizationHeadline(int shown, int total, OrganizationRole role);
}
