using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>加挂牌子: an organization that the question calls by the second name that the notice writes in brackets.</summary>
internal static class SecondNames
{
    private const int ShortestWithoutRank = 3;

    /// <summary>The second names that the question uses, with the names under which the notice counts their tasks; may be empty.</summary>
    public static IEnumerable<(string Other, string Name)> In(Recognition heard, WorkItemIndex index) =>
        from mention in heard.Mentions
        where mention.Candidates is [Entity.Body]
        let name = Entity.NameOf(mention.Candidates[0])
        let other = index.Notices.SelectMany(n => n.Organizations).Where(o => o.Name == name).SelectMany(o => o.OtherNames).FirstOrDefault(o => IsFormOf(mention.Form, o, index.Names))
        where other is not null && !IsFormOf(mention.Form, name, index.Names)
        select (other, name);

    private static bool IsFormOf(string form, string name, NameBook names)
    {
        var folded = NormalizedText.Fold(name);
        return form == folded
            || (folded.Length > ShortestWithoutRank && form.EndsWith(folded[1..], StringComparison.Ordinal))
            || (names.Organization(name).English is { } english && EnglishForms.Of(english).Any(e => NormalizedText.Fold(e) == form));
    }
}
