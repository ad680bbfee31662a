using System.Collections.Immutable;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>The notices of one place for one year: what a question is asked of.</summary>
/// <param name="Ordinal">Its place among all groups, from 0.</param>
/// <param name="Place">The city, county or province; the issuing office, or the title, where the notice does not tell it.</param>
/// <param name="Year">The year whose work is broken down; 0 when the notices name none.</param>
/// <param name="Notices">Never empty; in the store's order.</param>
public sealed record NoticeGroup(int Ordinal, string Place, int Year, ImmutableArray<NoticeContent> Notices)
{
    /// <summary>What a conversation remembers it by: unique in a store, and the same after an import.</summary>
    public string Key => $"{Place}/{Year}";
}
