using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A covering letter may add supporters to every task: "除特别注明的外，各县（市、区）政府都是配合单位".</summary>
internal static class StandingSupport
{
    public static ImmutableArray<NamedOrganization> Read(StitchedText letter, ReadingRules rules, List<ImportFinding> findings)
    {
        var phrase = rules.StandingSupport.FirstOrDefault(p => letter.Text.Contains(p, StringComparison.Ordinal));
        if (phrase is null)
        {
            return [];
        }

        var end = letter.Text.IndexOf(phrase, StringComparison.Ordinal);
        var start = letter.Text.AsSpan(0, end).LastIndexOfAny("，。；,;") + 1;
        return OrganizationList.Read(letter.Slice(start, end), rules, findings);
    }
}
