using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>任务: one task of a notice. What counts as one: a numbered item, or a clause of a prose list.</summary>
public sealed record WorkItem
{
    /// <summary>Unique over all notices: notice id, list, section and item, joined by "/" and ".".</summary>
    public required string Id { get; init; }

    /// <summary>The list that it stands in.</summary>
    public required WorkListKind List { get; init; }

    /// <summary>Number of the section in its list, the first is 1; 0 when the list has no sections.</summary>
    public required int Section { get; init; }

    /// <summary>The section's heading without its number; empty when the list has no sections.</summary>
    public required string SectionTitle { get; init; }

    /// <summary>
    /// The number that the notice prints for it: of the item, or for a prose clause that of its annex row; 0 when it has none.
    /// Two tasks may share the number of one annex row.
    /// </summary>
    public required int Item { get; init; }

    /// <summary>The words of the task, page breaks joined, without number and without responsibility.</summary>
    public required string Text { get; init; }

    /// <summary>牵头领导, in the notice's order; empty when nobody is named (joint work).</summary>
    public required ImmutableArray<LeadOfficial> LeadOfficials { get; init; }

    /// <summary>牵头单位, usually one; a group where a joint task names a group first; empty when the notice names none.</summary>
    public required ImmutableArray<OrganizationMention> LeadOrganizations { get; init; }

    /// <summary>配合单位, in the notice's order; may be empty.</summary>
    public required ImmutableArray<OrganizationMention> SupportingOrganizations { get; init; }

    /// <summary>Everybody named carries it jointly: no official and no single organization leads.</summary>
    public required bool IsJoint { get; init; }

    /// <summary>Figures in the task's own words, in their order; empty when it has none.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>附件分解表: the annex rows that belong to the task, in their order; empty when it has none.</summary>
    public required ImmutableArray<AnnexRow> Rows { get; init; }

    /// <summary>When it is due.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>Dated steps of its plan, in their order; empty when the notice gives none.</summary>
    public ImmutableArray<Milestone> Milestones
    {
        // A task stored before milestones were read has none.
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Where its words stand, from the first character behind the number to the last before the responsibility.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>责任单位: the lead organizations, then the supporting ones.</summary>
    public ImmutableArray<OrganizationMention> ResponsibleOrganizations => LeadOrganizations.AddRange(SupportingOrganizations);

    /// <summary>True when a figure of its own words is exactly this; its tables are not looked at.</summary>
    /// <param name="value">Without multiplier.</param>
    public bool HasTargetOf(decimal value) => Targets.Any(t => t.Figure.Normalized.Value == value);
}

/// <summary>牵头领导: the official who leads.</summary>
/// <param name="Name">Name as written; unique enough within one notice.</param>
/// <param name="Post">职务 as written, such as 副市长; empty when the notice gives only the name.</param>
public sealed record LeadOfficial(string Name, string Post);

/// <summary>One organization named at one place.</summary>
/// <param name="Name">Official name, see <see cref="Organization.Name"/> or <see cref="OrganizationGroup.Name"/>.</param>
/// <param name="Span">Where it is named, second name in brackets included.</param>
public sealed record OrganizationMention(string Name, SourceSpan Span);

/// <summary>期限: when a task is due.</summary>
/// <param name="On">The last day.</param>
/// <param name="IsDerived">True when the notice gives no date of its own and the day follows from the notice's year.</param>
/// <param name="Span">The words that give the date; null when derived.</param>
public sealed record Deadline(DateOnly On, bool IsDerived, SourceSpan? Span);

/// <summary>节点: one dated step of a task's plan.</summary>
/// <param name="On">The last day.</param>
/// <param name="Text">What is done by then, in the notice's words.</param>
/// <param name="Span">Where the step stands, its date included.</param>
public sealed record Milestone(DateOnly On, string Text, SourceSpan Span);
