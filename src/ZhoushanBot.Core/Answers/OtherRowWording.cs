using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>The row of a table may call a task otherwise than its text does, and than people do.</summary>
internal static class OtherRowWording
{
    private const char Build = '建';
    private const char Rebuild = '改';

    /// <summary>"农村公路提升…，省里和市里的都说一下": both lists are named, the table of one has the very words, and the other's calls what is done otherwise; the same where none is named and both build the thing.</summary>
    public static bool IsOfOneOfLists(TaskFilter filter, ImmutableArray<IndexedRow> rows, WorkItemIndex index) =>
        filter.Lists.Length is 0 or 2 && rows.All(r => r.Owner.Item.List == rows[0].Owner.Item.List)
        && WorkWording.ThingsOf(filter.Subject) is { } things && TaskSelection.Of(filter with { Subject = things }, index).Rows.Any(r => r.Owner.Item.List != rows[0].Owner.Item.List && (filter.Lists.Length == 2 || (IsBuilt(filter.Subject.ToString()) && IsBuilt(r.Row.Subject))));

    /// <summary>新建充电桩 in one list is 充电桩建设 in the other.</summary>
    private static bool IsBuilt(string wording) => wording.Contains(Build, StringComparison.Ordinal) && !wording.Contains(Rebuild, StringComparison.Ordinal);

    /// <summary>"新建幸福食堂": where a text with the verb has no table, one without it may.</summary>
    /// <param name="filter">What was asked for.</param>
    /// <param name="isWithout">That it found tasks and no row.</param>
    /// <param name="index">The notices.</param>
    /// <returns>The same in the words of a row; null where no row has them.</returns>
    public static TaskFilter? Of(TaskFilter filter, bool isWithout, WorkItemIndex index) =>
        WorkWording.ThingsOf(filter.Subject) is { } things && filter with { Subject = things } is var bare && !(isWithout && TaskSelection.Of(bare, index).Rows.IsEmpty) ? bare
        : isWithout ? InPairs(filter, index) : null;

    /// <summary>职业技能培训, where a table has 职业技能提升培训: rows that have all pairs of the wording.</summary>
    private static TaskFilter? InPairs(TaskFilter filter, WorkItemIndex index)
    {
        if (filter.Subject.Groups is not [{ Pieces: var pieces }] || pieces.Sum(p => p.Length) < 4 || !pieces.All(p => p.All(SubjectIndex.IsHan)) || (pieces is [{ Length: var only }] && only % 2 != 0))
        {
            return null;
        }

        var pairs = new SubjectWords([new SubjectGroup([.. pieces.SelectMany(p => p.Length % 2 != 0 ? [p] : Enumerable.Range(0, p.Length / 2).Select(at => p.Substring(at * 2, 2)))])]);
        var rows = SubjectSearch.Find(pairs, index).Where(m => m is { Row: not null, Coverage: > SubjectSearch.Whole }).Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return rows.IsEmpty ? null : filter with { Subject = pairs, Ids = rows };
    }
}
