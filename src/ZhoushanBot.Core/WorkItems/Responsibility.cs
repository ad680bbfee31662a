using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Who leads and who supports, as read from a label line, a bracket or a table row.</summary>
internal sealed record Responsibility(
    ImmutableArray<LeadOfficial> Officials,
    ImmutableArray<NamedOrganization> Leads,
    ImmutableArray<NamedOrganization> Supporting)
{
    public static Responsibility None { get; } = new([], [], []);

    /// <summary>What a label such as 完成时限 says; empty when there is none.</summary>
    public StitchedText Due { get; init; } = StitchedText.Empty;

    public bool IsEmpty => Officials.IsEmpty && Leads.IsEmpty && Supporting.IsEmpty;

    /// <summary>The organizations as they are mentioned, leads first.</summary>
    public ImmutableArray<OrganizationMention> Mentions => [.. Leads.Concat(Supporting).Select(o => new OrganizationMention(o.Name, o.Span))];

    /// <summary>
    /// 列第一位者为牵头单位: of a plain list the first leads, unless lead organizations are named apart or marked "（牵头）".
    /// </summary>
    public static Responsibility Compose(
        IEnumerable<LeadOfficial> officials,
        IReadOnlyCollection<NamedOrganization> leads,
        IEnumerable<NamedOrganization> supporting,
        IReadOnlyCollection<NamedOrganization> responsible)
    {
        if (leads.Count == 0)
        {
            var marked = responsible.Where(r => r.IsMarkedLead).ToList();
            leads = marked.Count > 0 ? marked : [.. responsible.Take(1).Concat(responsible.Where(r => r.IsMarkedCoLead)).Distinct()];
        }

        return Union([new Responsibility([.. officials], [.. leads], [.. responsible.Concat(supporting)])]);
    }

    public Responsibility With(Responsibility other) => Union([this, other]);

    /// <summary>All together, in their order; what is named twice counts once, and a lead stays a lead.</summary>
    public static Responsibility Union(IReadOnlyCollection<Responsibility> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ImmutableArray<NamedOrganization> leads = [.. all.SelectMany(r => r.Leads).Where(o => seen.Add(o.Name))];
        return new Responsibility(
            [.. all.SelectMany(r => r.Officials).DistinctBy(o => o.Name, StringComparer.Ordinal)],
            leads,
            [.. all.SelectMany(r => r.Supporting).Where(o => seen.Add(o.Name))])
        {
            Due = all.Select(r => r.Due).FirstOrDefault(d => d.Length > 0, StitchedText.Empty),
        };
    }

    /// <summary>What is missing here is taken from what holds for the whole section.</summary>
    public Responsibility Or(Responsibility section) => new(
        Officials.IsEmpty ? section.Officials : Officials,
        Leads.IsEmpty ? section.Leads : Leads,
        Leads.IsEmpty ? Union([this, section]).Supporting : Supporting)
    {
        Due = Due.Length > 0 ? Due : section.Due,
    };
}
