using System.Reflection;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Tests.Structure;

/// <summary>One English word for one Chinese term, and the words are really used.</summary>
public sealed class GlossaryTests
{
    private static readonly HashSet<string> Identifiers = Names(typeof(WorkItem).Assembly);

    /// <summary>Term, identifiers; a row is added with the code that brings the word.</summary>
    public static TheoryData<string, string> Glossary => new()
    {
        { "通知", "Notice" },
        { "文号", "DocumentNumber" },
        { "任务、重点工作、实事项目", "WorkItem" },
        { "三类清单", "WorkList" },
        { "三类清单", "WorkListKind" },
        { "牵头领导", "LeadOfficial" },
        { "单位", "Organization" },
        { "计量单位", "MeasureUnit" },
        { "责任单位", "ResponsibleOrganizations" },
        { "牵头单位", "LeadOrganizations" },
        { "配合单位", "SupportingOrganizations" },
        { "各县（区）政府 等", "OrganizationGroup" },
        { "县（区）、功能区、市本级", "Area" },
        { "县（区）、功能区、市本级", "AreaKind" },
        { "目标", "Target" },
        { "分解目标", "AreaTarget" },
        { "附件分解表的一行", "AnnexRow" },
        { "期限", "Deadline" },
        { "发现", "ImportFinding" },
        { "工作日历", "WorkCalendar" },
        { "调休上班日", "MakeupWorkdays" },
        { "节点", "Milestone" },
        { "提醒", "PlannedReminder" },
        { "催办", "Chase" },
        { "签收", "Acknowledgement" },
        { "延期", "Extension" },
        { "督查室", "SupervisionOffice" },
        { "联络员", "Liaison" },
        { "承办方", "Party" },
    };

    [Theory]
    [MemberData(nameof(Glossary))]
    public void Every_term_has_its_identifier(string term, string identifier) =>
        Assert.True(Identifiers.Contains(identifier), $"{term} is {identifier} in the glossary, and no type or member has that name.");

    [Theory]
    [InlineData("Unit")]
    [InlineData("Task")]
    [InlineData("Department")]
    [InlineData("Leader")]
    public void No_type_takes_a_word_that_means_two_things_or_a_second_word_for_one(string word) =>
        Assert.DoesNotContain(TypesOf(typeof(WorkItem).Assembly), type => type.Name == word);

    [Fact]
    public void No_type_hides_behind_an_empty_word()
    {
        Type[] types = [.. TypesOf(typeof(WorkItem).Assembly), .. TypesOf(typeof(Activities.Activity).Assembly), .. TypesOf(typeof(Program).Assembly)];

        Assert.DoesNotContain(
            types,
            type => new[] { "Service", "Manager", "Helper", "Helpers", "Util", "Utils" }.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));
    }

    private static HashSet<string> Names(Assembly assembly) =>
        TypesOf(assembly)
            .SelectMany(type => type.GetProperties().Select(member => member.Name).Concat(type.IsEnum ? type.GetEnumNames() : []).Append(type.Name))
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(type => type.Namespace?.StartsWith("ZhoushanBot", StringComparison.Ordinal) == true);
}
