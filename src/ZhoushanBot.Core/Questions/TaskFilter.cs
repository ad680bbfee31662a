using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>How an organization has to be part of a task.</summary>
public enum OrganizationRole
{
    /// <summary>In any way: lead, support, or jointly through a group.</summary>
    Any,

    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合, and jointly through a group.</summary>
    Support,
}

/// <summary>Which kind of figure a task must have.</summary>
public enum FigureKind
{
    /// <summary>Any or none.</summary>
    Any,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percentage,

    /// <summary>A figure of any kind, in its words or in an annex.</summary>
    Number,

    /// <summary>No figure at all, neither in its words nor in an annex.</summary>
    None,
}

/// <summary>Which tasks are meant. What is empty or null does not narrow.</summary>
public sealed record TaskFilter
{
    /// <summary>A filter that lets everything through.</summary>
    public static TaskFilter Everything { get; } = new();

    /// <summary>Organizations that all have to be part of a task; official names.</summary>
    public ImmutableArray<string> Organizations { get; init; } = [];

    /// <summary>One of the organizations is enough.</summary>
    public bool AnyOrganization { get; init; }

    /// <summary>In which role each of them, save those that <see cref="Leading"/> and <see cref="Supporting"/> name.</summary>
    public OrganizationRole Role { get; init; }

    /// <summary>Which of the organizations have to lead, where not all have the same role.</summary>
    public ImmutableArray<string> Leading { get; init; } = [];

    /// <summary>Which of the organizations have to support, where not all have the same role.</summary>
    public ImmutableArray<string> Supporting { get; init; } = [];

    /// <summary>Officials, one of whom leads; names.</summary>
    public ImmutableArray<string> Officials { get; init; } = [];

    /// <summary>Lists, one of which the task stands in.</summary>
    public ImmutableArray<WorkListKind> Lists { get; init; } = [];

    /// <summary>What the task is about.</summary>
    public SubjectWords Subject { get; init; } = SubjectWords.None;

    /// <summary>Organizations whose field the subject is: what they lead is about it, whatever its words. Empty where no field is asked for.</summary>
    public ImmutableArray<string> FieldOf { get; init; } = [];

    /// <summary>Section of its list; 0 for any.</summary>
    public int Section { get; init; }

    /// <summary>Its number; 0 for any.</summary>
    public int Item { get; init; }

    /// <summary>Which figure it must have.</summary>
    public FigureKind Figures { get; init; }

    /// <summary>Areas for which its annex gives no target.</summary>
    public ImmutableArray<string> WithoutTargetIn { get; init; } = [];

    /// <summary>Areas for which its annex gives a target.</summary>
    public ImmutableArray<string> WithTargetIn { get; init; } = [];

    /// <summary>Only tasks that no other organization supports.</summary>
    public bool WithoutSupport { get; init; }

    /// <summary>Only tasks that name no lead official.</summary>
    public bool WithoutOfficial { get; init; }

    /// <summary>The question asks for an amount of money; where only other figures are found, the answer says so.</summary>
    public bool AsksMoney { get; init; }

    /// <summary>计量单位 in which the figure is asked for ("多少户", "how many kilometres"), without multiplier; where none is measured so it does not narrow.</summary>
    public ImmutableArray<string> Measured { get; init; } = [];

    /// <summary>Figures that the question states beside what it asks for: "the investment of the 245 key projects".</summary>
    public ImmutableArray<decimal> Stated { get; init; } = [];

    /// <summary>"残疾人方面有哪些，目标多少": the subject is a field, all of whose tasks are asked for, however much of its words each has.</summary>
    public bool IsField { get; init; }

    /// <summary>"种多少亩，收多少斤": several figures are asked for, so that one task's are all told.</summary>
    public bool SeveralFigures { get; init; }

    /// <summary>Only tasks with several lead organizations.</summary>
    public bool SeveralLeads { get; init; }

    /// <summary>How many organizations a task must have; null for any number.</summary>
    public OrganizationCount? OrganizationCount { get; init; }

    /// <summary>Only tasks for which the notice gives dated steps.</summary>
    public bool WithSteps { get; init; }

    /// <summary>Only tasks whose words speak of a year after the notice's, or of a plan of several years.</summary>
    public bool ManyYears { get; init; }

    /// <summary>Only tasks that everybody carries jointly.</summary>
    public bool JointOnly { get; init; }

    /// <summary>These very tasks, by id; empty for any.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Days within which the notice states that it, or a step of it, is due; null for any.</summary>
    public DuePeriod? Due { get; init; }

    /// <summary>Amounts between which a figure of it has to lie; null for any.</summary>
    public FigureBound? Bound { get; init; }

    /// <summary>Tasks that this other filter lets through are left out; null for none.</summary>
    public TaskFilter? But { get; init; }

    /// <summary>Year of the notice; 0 for any.</summary>
    public int Year { get; init; }

    /// <summary>The role that one of the organizations has to have.</summary>
    public OrganizationRole RoleOf(string organization) =>
        Leading.Contains(organization, StringComparer.Ordinal) ? OrganizationRole.Lead
        : Supporting.Contains(organization, StringComparer.Ordinal) ? OrganizationRole.Support
        : Role;

    /// <summary>This filter with each organization in a role of its own.</summary>
    /// <param name="roles">The organizations in their order.</param>
    public TaskFilter WithRoles(ImmutableArray<(string Name, OrganizationRole Role)> roles) => roles.Select(r => r.Role).Distinct().ToList() is [var same]
        ? this with { Organizations = [.. roles.Select(r => r.Name)], Role = same, Leading = [], Supporting = [] }
        : this with
        {
            Organizations = [.. roles.Select(r => r.Name)],
            Role = OrganizationRole.Any,
            AnyOrganization = false,
            Leading = [.. roles.Where(r => r.Role == OrganizationRole.Lead).Select(r => r.Name)],
            Supporting = [.. roles.Where(r => r.Role == OrganizationRole.Support).Select(r => r.Name)],
        };

    /// <summary>True when nothing narrows.</summary>
    public bool IsEverything =>
        Organizations.IsEmpty && Officials.IsEmpty && Lists.IsEmpty && Subject.IsEmpty && Section == 0 && Item == 0
        && Figures == FigureKind.Any && !WithoutSupport && !WithoutOfficial && WithoutTargetIn.IsEmpty && WithTargetIn.IsEmpty && Ids.IsEmpty && !JointOnly && !SeveralLeads
        && OrganizationCount is null && !WithSteps && !ManyYears && Due is null && Bound is null && But is null;
}
