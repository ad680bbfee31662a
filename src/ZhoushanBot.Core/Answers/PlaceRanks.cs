using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Answers;

/// <summary>What the place of the notices is, and what the authority above it that sets public-benefit projects as well.</summary>
/// <param name="Own">市, 县, 区, 州, 盟, 旗 or 省.</param>
/// <param name="Upper">省, 自治区, 市, 州 or 盟.</param>
internal readonly record struct PlaceRanks(char Own, string Upper)
{
    /// <summary>A city below a province.</summary>
    public static PlaceRanks OfCity { get; } = new('市', "省");

    /// <summary>A city's unless all notices are of places of one other rank; the upper one as the titles of its lists say.</summary>
    public static PlaceRanks Of(WorkItemIndex index)
    {
        var issuers = index.Notices.Select(n => IssuerName.Of(n.Notice.Issuer).Rank).Distinct().ToList();
        return new PlaceRanks(issuers is [var rank] ? rank : OfCity.Own, index.UpperRank);
    }
}
