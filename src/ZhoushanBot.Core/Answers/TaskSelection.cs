using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Tasks that a filter lets through, and the annex rows that its subject means.</summary>
/// <param name="Items">In the index's order.</param>
internal sealed record TaskSelection(ImmutableArray<IndexedItem> Items)
{
    /// <summary>In the index's order; empty when no row is meant. Those of tasks that no subject chose are all their rows, made when somebody asks.</summary>
    public ImmutableArray<IndexedRow> Rows
    {
        get => field.IsDefault ? field = [.. Items.SelectMany(i => i.Item.Rows.Select(r => new IndexedRow(i, r)))] : field;
        private init;
    }

    public static TaskSelection Of(TaskFilter filter, WorkItemIndex index)
    {
        var selection = Select(filter, index);

        // "provincial" may be part of the subject's own words: a list that holds nothing fitting does not narrow.
        selection = selection.Items.IsEmpty && !filter.Lists.IsEmpty && !filter.Subject.IsEmpty
            ? Select(filter with { Lists = [] }, index)
            : selection;
        return filter.But is { } but ? selection.Without(Of(but, index)) : selection;
    }

    private TaskSelection Without(TaskSelection other)
    {
        var left = other.Items.Select(i => i.Ordinal).ToHashSet();
        return new TaskSelection([.. Items.Where(i => !left.Contains(i.Ordinal))]) { Rows = [.. Rows.Where(r => !left.Contains(r.Owner.Ordinal))] };
    }

    private static TaskSelection Select(TaskFilter filter, WorkItemIndex index)
    {
        var candidates = Candidates(filter, index);
        if (filter.Subject.IsEmpty)
        {
            return new TaskSelection([.. candidates.Where(i => Fits(i, filter, index))]);
        }

        // Only what the subject finds is held against the rest of the filter: the store may be large, the finds are few.
        var isWhole = index.IsOfOneYear && filter.Year == 0 && (filter with { Subject = SubjectWords.None }).IsEverything;
        var named = filter.Organizations.IsEmpty && filter.Officials.IsEmpty ? null : candidates.Select(i => i.Ordinal).ToHashSet();
        var matches = SubjectSearch.Find(filter.Subject, index, isWhole ? null : i => named?.Contains(i.Ordinal) != false && Fits(i, filter, index));
        if (filter.AsksMoney && SubjectSearch.FindMoney(filter.Subject, index, i => named?.Contains(i.Ordinal) != false && Fits(i, filter, index)) is { IsEmpty: false } withMoney)
        {
            matches = withMoney;
        }

        // "某市长管的交通方面": what the bureau of the field leads is of the field, whatever its words.
        var ofField = filter.FieldOf.IsEmpty ? [] : candidates.Where(i => i.Item.LeadOrganizations.Any(o => filter.FieldOf.Contains(o.Name, StringComparer.Ordinal)) && Fits(i, filter, index));
        var found = matches.Select(m => m.Item).Concat(ofField).DistinctBy(i => i.Ordinal).OrderBy(i => i.Ordinal).ToImmutableArray();
        return new TaskSelection(found) { Rows = RowsOf(matches, found, filter.Subject) };
    }

    /// <summary>Rows that the subject names, and of a task that is named as a whole those that tell whom it reaches; where it names none, all that are not another thing.</summary>
    private static ImmutableArray<IndexedRow> RowsOf(ImmutableArray<SubjectMatch> matches, ImmutableArray<IndexedItem> items, SubjectWords subject)
    {
        var rows = ImmutableArray.CreateBuilder<IndexedRow>();
        foreach (var item in items)
        {
            // "老旧小区 37 个" and "168 栋" are one subject in two units.
            var titles = matches.Where(m => m.Item.Ordinal == item.Ordinal && m.Row is not null).Select(m => RowTitles.Of(m.Row!)).ToHashSet(StringComparer.Ordinal);
            var isWhole = IsNamedAsAWhole(item, matches);
            rows.AddRange(item.Item.Rows.Where(r => titles.Contains(RowTitles.Of(r)) || (titles.Count == 0 && !IsOfAnother(r, item, subject)) || (isWhole && ReadingRules.Default.BenefitWords.Any(w => r.Subject.StartsWith(w, StringComparison.Ordinal)))).Select(r => new IndexedRow(item, r)));
        }

        return rows.ToImmutable();
    }

    /// <summary>"雨水管网": the row of 污水管网 shares a part of the wording that another row of the task has whole.</summary>
    private static bool IsOfAnother(AnnexRow row, IndexedItem item, SubjectWords subject) => subject.Groups.Length == 1 && subject.Groups[0].Pieces.Select(WorkWording.ThingOf).Any(piece =>
        !row.Subject.Contains(piece, StringComparison.Ordinal)
        && Enumerable.Range(0, Math.Max(0, piece.Length - 1)).Any(at => SubjectIndex.IsHan(piece[at]) && row.Subject.Contains(piece.Substring(at, 2), StringComparison.Ordinal))
        && item.Item.Rows.Any(r => r.Subject.Contains(piece, StringComparison.Ordinal)));

    /// <summary>The subject is the task itself, and all its rows are lines of one number: 46 communities and the households in them.</summary>
    private static bool IsNamedAsAWhole(IndexedItem item, ImmutableArray<SubjectMatch> matches) =>
        matches.Any(m => m.Item.Ordinal == item.Ordinal && m.Row is null) && item.Item.Rows.All(r => r.Number == item.Item.Rows[0].Number);

    private static IEnumerable<IndexedItem> Candidates(TaskFilter filter, WorkItemIndex index)
    {
        if (filter.Organizations is [var only])
        {
            return OfRole(index.Of(only), filter.RoleOf(only)).Select(o => index.Items[o]);
        }

        if (!filter.Organizations.IsEmpty)
        {
            var each = filter.Organizations.Select(IEnumerable<int> (o) => OfRole(index.Of(o), filter.RoleOf(o)));
            var ordinals = filter.AnyOrganization ? each.SelectMany(e => e).Distinct().Order() : each.Aggregate((a, b) => a.Intersect(b)).Order();
            return ordinals.Select(o => index.Items[o]);
        }

        return filter.Officials.IsEmpty ? index.Items : filter.Officials.SelectMany(o => index.LedBy(o)).Distinct().Order().Select(o => index.Items[o]);
    }

    private static ImmutableArray<int> OfRole(Participation participation, OrganizationRole role) => role switch
    {
        OrganizationRole.Lead => participation.Leads,
        OrganizationRole.Support => participation.NotLed,
        _ => participation.All,
    };

    private static bool Fits(IndexedItem indexed, TaskFilter filter, WorkItemIndex index)
    {
        var item = indexed.Item;
        return (filter.Ids.IsEmpty || filter.Ids.Contains(item.Id, StringComparer.Ordinal))
            && index.IsOfYear(indexed.Content.Notice, filter.Year)
            && (filter.Lists.IsEmpty || filter.Lists.Contains(item.List))
            && (filter.Officials.IsEmpty || IsLedByAny(item, filter.Officials))
            && (filter.Section == 0 || item.Section == filter.Section)
            && (filter.Item == 0 || item.Item == filter.Item || HasRow(item, filter.Item))
            && (!filter.JointOnly || item.IsJoint)
            && (!filter.SeveralLeads || item.LeadOrganizations.Length > 1)
            && (filter.Due?.HasStated(item, indexed.Content.Notice.Year) ?? true)
            && (filter.Bound?.FitsAny(item) ?? true)
            && (!filter.WithoutSupport || (item.SupportingOrganizations.IsEmpty && !item.IsJoint && item.LeadOrganizations.Length < 2))
            && (!filter.WithoutOfficial || item.LeadOfficials.IsEmpty)
            && (filter.OrganizationCount is not { } count || HasOrganizations(indexed, count))
            && (!filter.WithSteps || !item.Milestones.IsEmpty)
            && (!filter.ManyYears || LongPlans.IsOne(item.Text, indexed.Content.Notice.Year))
            && HasFigure(item, filter.Figures)
            && (filter.WithoutTargetIn.IsEmpty || (!item.Rows.IsEmpty && !HasTargetInAny(item, filter.WithoutTargetIn)))
            && (filter.WithTargetIn.IsEmpty || HasTargetInAll(item, filter.WithTargetIn));
    }

    /// <summary>A group is one entry of the list, though it stands for two or more.</summary>
    private static bool HasOrganizations(IndexedItem indexed, OrganizationCount count)
    {
        var named = count.Role switch
        {
            OrganizationRole.Lead => indexed.Item.IsJoint ? [] : indexed.Item.LeadOrganizations,
            OrganizationRole.Support => indexed.Item.SupportingOrganizations,
            _ => indexed.Item.ResponsibleOrganizations,
        };
        return named.Length >= count.Least || (count.Least == 2 && named is [var only] && indexed.Content.Groups.Any(g => g.Name == only.Name));
    }

    // Each of these has its own closure, which is then made only where the filter asks for it, and not for every task of a large store.
    private static bool IsLedByAny(WorkItem item, ImmutableArray<string> officials) => item.LeadOfficials.Any(o => officials.Contains(o.Name, StringComparer.Ordinal));

    private static bool HasRow(WorkItem item, int number) => item.Rows.Any(r => r.Number == number);

    private static bool HasTargetInAny(WorkItem item, ImmutableArray<string> areas) => item.Rows.Any(r => areas.Any(a => r.HasTarget(a)));

    private static bool HasTargetInAll(WorkItem item, ImmutableArray<string> areas) => areas.All(a => item.Rows.Any(r => r.HasTarget(a)));

    private static bool HasFigure(WorkItem item, FigureKind kind) => kind switch
    {
        FigureKind.Money => item.Targets.Any(t => t.Figure.IsMoney),
        FigureKind.Percentage => item.Targets.Any(t => t.Figure.IsPercentage) || item.Rows.Any(r => r.City.Value is CellValue.Amount { Figure.IsPercentage: true }),
        FigureKind.Number => !item.Targets.IsEmpty || !item.Rows.IsEmpty,
        FigureKind.None => item.Targets.IsEmpty && item.Rows.IsEmpty,
        _ => true,
    };
}
