using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>How many tasks a filter lets through, in a sentence that says what was counted.</summary>
internal sealed class TaskCounts(AnswerContext context)
{
    private AnswerText Text => context.Text;

    /// <summary>Whose and which tasks are meant, to stand before what is said of them; empty for all.</summary>
    public string Scope(TaskFilter filter)
    {
        var parts = ConditionsOf(filter);
        return parts.Count == 0 ? string.Empty : Text.Among(string.Join(Text.ListSeparator, parts));
    }

    /// <summary>All that a task has to meet, for saying that none does.</summary>
    public string Conditions(TaskFilter filter)
    {
        var parts = ConditionsOf(filter);
        if (filter.Figures != FigureKind.Any)
        {
            parts.Add(Text.WithFigures(filter.Figures));
        }

        if (filter.SeveralLeads)
        {
            parts.Add(Text.SeveralLeads);
        }

        if (filter.WithoutSupport)
        {
            parts.Add(Text.WithoutSupport);
        }

        if (filter.WithoutOfficial)
        {
            parts.Add(Text.WithoutOfficial);
        }

        if (filter.JointOnly)
        {
            parts.Add(Text.JointOnly);
        }

        if (filter.Section > 0)
        {
            parts.Add(Text.InSection(filter.Section));
        }

        return string.Join(Text.ListSeparator, parts);
    }

    private List<string> ConditionsOf(TaskFilter filter)
    {
        var parts = new List<string>();
        if (!filter.Organizations.IsEmpty)
        {
            parts.AddRange(IsByRole(filter) ? filter.Organizations.Select(o => Text.CarriedBy(Text.Organization(o), filter.RoleOf(o))) : [Text.CarriedBy(context.Joined(filter.Organizations), filter.Role)]);
        }

        parts.AddRange(filter.Officials.Select(o => Text.LedByOfficial(Text.Official(context.OfficialNamed(o)))));
        if (!filter.Lists.IsEmpty)
        {
            parts.Add(Text.InLists(string.Join(Text.ListSeparator, filter.Lists.Select(Text.List))));
        }

        if (!filter.Subject.IsEmpty)
        {
            parts.Add(Text.AboutSubject(filter.Subject.ToString()));
        }

        if (!filter.WithTargetIn.IsEmpty)
        {
            parts.Add(Text.WithTargetIn(string.Join(Text.ListSeparator, filter.WithTargetIn.Select(Text.Area))));
        }

        if (!filter.WithoutTargetIn.IsEmpty)
        {
            parts.Add(Text.WithoutTargetIn(string.Join(Text.ListSeparator, filter.WithoutTargetIn.Select(Text.Area))));
        }

        if (filter.But is { } but)
        {
            parts.Add(Text.LeftOut(string.Join(Text.ListSeparator, ConditionsOf(but).Except(parts, StringComparer.Ordinal))));
        }

        return parts;
    }

    /// <summary>What narrows the tasks beside the unit or official that the headline names: without it the count would be taken for all of theirs.</summary>
    private string Restriction(TaskFilter filter)
    {
        var parts = new List<string>();
        var isOfOrganization = !filter.Organizations.IsEmpty;
        if (isOfOrganization || !filter.WithoutTargetIn.IsEmpty || !filter.WithTargetIn.IsEmpty)
        {
            parts.AddRange(filter.Officials.Select(o => Text.LedByOfficial(Text.Official(context.OfficialNamed(o)))));
        }

        void Add(bool applies, Func<string> part)
        {
            if (applies)
            {
                parts.Add(part());
            }
        }

        Add(isOfOrganization && !filter.Lists.IsEmpty, () => Text.InLists(string.Join(Text.ListSeparator, filter.Lists.Select(Text.List))));
        Add(!filter.Subject.IsEmpty && (isOfOrganization || !filter.Officials.IsEmpty), () => Text.AboutSubject(filter.Subject.ToString()));
        Add(filter.Figures != FigureKind.Any, () => Text.WithFigures(filter.Figures));
        Add(filter.SeveralLeads, () => Text.SeveralLeads);
        Add(filter.OrganizationCount is not null, () => Text.WithOrganizations(filter.OrganizationCount!));
        Add(filter.WithSteps, () => Text.WithSteps);
        Add(filter.ManyYears, () => Text.ManyYears);
        Add(filter.WithoutSupport && (isOfOrganization || !filter.Officials.IsEmpty), () => Text.WithoutSupport);
        Add(filter.WithoutOfficial, () => Text.WithoutOfficial);
        Add(!filter.WithoutTargetIn.IsEmpty, () => Text.WithoutTargetIn(string.Join(Text.ListSeparator, filter.WithoutTargetIn.Select(Text.Area))));
        Add(!filter.WithTargetIn.IsEmpty, () => Text.WithTargetIn(string.Join(Text.ListSeparator, filter.WithTargetIn.Select(Text.Area))));
        if (filter.But is { } but)
        {
            var own = ConditionsOf(filter with { But = null });
            parts.Add(Text.LeftOut(string.Join(Text.ListSeparator, ConditionsOf(but).Except(own, StringComparer.Ordinal))));
        }

        return parts.Count == 0 ? string.Empty : Text.Among(string.Join(Text.ListSeparator, parts));
    }

    public string Of(TaskFilter filter, ImmutableArray<IndexedItem> items) => OfKind(filter, items) ?? Restriction(filter) + CountOf(filter, items);

    /// <summary>"没有数字指标的任务共 6 项": tasks told by how they are made; null where somebody's or a subject's are counted.</summary>
    public string? OfKind(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        if (!filter.Organizations.IsEmpty || !filter.Officials.IsEmpty || !filter.Subject.IsEmpty)
        {
            return null;
        }

        string?[] kinds =
        [
            filter.WithoutSupport ? Text.WithoutSupport : null,
            filter.WithoutOfficial ? Text.WithoutOfficial : null,
            filter.OrganizationCount is { } count ? Text.WithOrganizations(count) : null,
            filter.Figures is FigureKind.None or FigureKind.Number ? Text.WithFigures(filter.Figures) : null,
            filter.WithSteps ? Text.WithSteps : null,
            filter.ManyYears ? Text.ManyYears : null,
        ];
        return kinds.All(k => k is null) ? null : Text.CountOfKind(string.Join(Text.ListSeparator, kinds.OfType<string>()), items.Length, Text.ByList(items.Select(i => i.Item)));
    }

    public string CountOf(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        var byList = Text.ByList(items.Select(i => i.Item));
        if (filter.Organizations is [var only])
        {
            var name = Text.Organization(only);
            var participation = context.Index.Of(only);
            int CountOf(ImmutableArray<int> ordinals) => items.Count(i => ordinals.Contains(i.Ordinal));
            var joint = CountOf(participation.Joint);
            return filter.Role switch
            {
                OrganizationRole.Lead => Text.RoleCount(name, OrganizationRole.Lead, items.Length, byList),
                OrganizationRole.Support => joint > 0 ? Text.SupportsAndJoint(name, items.Length, joint) : Text.RoleCount(name, OrganizationRole.Support, items.Length, byList),
                _ => Text.AllRolesCount(name, items.Length, CountOf(participation.Leads), CountOf(participation.Supports), joint),
            };
        }

        if (filter.Organizations.Length > 1)
        {
            return filter.AnyOrganization
                ? string.Join(' ', filter.Organizations.Select(o => RoleCountOf(o, filter.RoleOf(o), items)))
                : CountOfRoles(filter, items) is { } ofRoles ? ofRoles
                : items.All(i => filter.Organizations.Any(o => context.Index.Of(o).Joint.Contains(i.Ordinal)))
                    ? Text.SharedOnlyJointly(context.Joined(filter.Organizations), items.Length)
                    : Text.SharedCount(context.Joined(filter.Organizations), items.Length, items.Count(i => i.Item.IsJoint));
        }

        if (filter.Officials is [var official] && filter.WithoutTargetIn.IsEmpty && filter.WithTargetIn.IsEmpty)
        {
            return Text.OfficialCount(Text.Official(context.OfficialNamed(official)), items.Length, byList);
        }

        return Text.FilterCount(filter.Subject.IsEmpty ? byList : filter.Subject.ToString(), items.Length) + Numbering(filter, items);
    }

    /// <summary>A list of projects of which one number is given to several units has fewer numbers than tasks; empty for any other.</summary>
    private string Numbering(TaskFilter filter, ImmutableArray<IndexedItem> items) =>
        filter is { Lists: [not Notices.WorkListKind.WorkReport] } && (filter with { Lists = [] }).IsEverything && items.Select(i => Text.Place(i.Item)).Distinct(StringComparer.Ordinal).Count() is var numbers && numbers < items.Length
            ? Text.NumberedIn(numbers) : string.Empty;

    /// <summary>"甲牵头、乙配合的任务共 3 项", with what else narrows them; null where all have the same role.</summary>
    public string? OfRoles(TaskFilter filter, ImmutableArray<IndexedItem> items) => filter.AnyOrganization || CountOfRoles(filter, items) is not { } count ? null : Restriction(filter) + count;

    private string? CountOfRoles(TaskFilter filter, ImmutableArray<IndexedItem> items) =>
        IsByRole(filter) ? Text.CountOfRoles(string.Join(Text.ListSeparator, filter.Organizations.Select(o => Text.CarriedBy(Text.Organization(o), filter.RoleOf(o)))), items.Length) : null;

    /// <summary>Not all organizations have to have the same role.</summary>
    private static bool IsByRole(TaskFilter filter) => filter.Organizations.Any(o => filter.RoleOf(o) != filter.Role);

    /// <summary>Of the tasks found, for other things may narrow them, those that one organization has in a role.</summary>
    private string RoleCountOf(string organization, OrganizationRole role, ImmutableArray<IndexedItem> items)
    {
        var participation = context.Index.Of(organization);
        int CountOf(ImmutableArray<int> ordinals) => items.Count(i => ordinals.Contains(i.Ordinal));
        var (leads, supports, joint) = (CountOf(participation.Leads), CountOf(participation.Supports), CountOf(participation.Joint));
        var name = Text.Organization(organization);
        return role == OrganizationRole.Lead ? Text.RoleCount(name, role, leads, string.Empty)
            : role == OrganizationRole.Any ? Text.AllRolesCount(name, leads + supports + joint, leads, supports, joint)
            : joint > 0 ? Text.SupportsAndJoint(name, supports + joint, joint)
            : Text.RoleCount(name, role, supports, string.Empty);
    }
}
