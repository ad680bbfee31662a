using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ZhoushanBot.Core.People;

/// <summary>人员名录: who is who. Immutable; in its own order throughout.</summary>
public sealed class PeopleDirectory
{
    private readonly FrozenDictionary<string, Person> byAccount;
    private readonly FrozenDictionary<string, ImmutableArray<Person>> byOrganization;
    private readonly FrozenDictionary<string, ImmutableArray<Person>> byArea;
    private readonly FrozenDictionary<string, ImmutableArray<Person>> byOfficial;

    /// <summary>Arranges people.</summary>
    /// <param name="people">Of two with the same account the last counts.</param>
    public PeopleDirectory(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        People = [.. people.Reverse().DistinctBy(p => p.AccountId, StringComparer.OrdinalIgnoreCase).Reverse()];
        byAccount = People.ToFrozenDictionary(p => p.AccountId, StringComparer.OrdinalIgnoreCase);
        byOrganization = By(p => p.Organization);
        byArea = By(p => p.Area);
        byOfficial = By(p => p.OfficialName);
        var office = People.Where(p => p.IsSupervisionOffice).ToImmutableArray();
        SupervisionOffice = office.IsEmpty ? [.. People.Where(p => p.Role == Role.Manager && p.OfficialName is null && p.Organization is null)] : office;
        Administrators = [.. People.Where(p => p.Role == Role.Administrator)];
    }

    /// <summary>Nobody.</summary>
    public static PeopleDirectory Empty { get; } = new([]);

    /// <summary>Everybody.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>督查室: those marked so, else the managers who belong to no unit and no official; may be empty.</summary>
    public ImmutableArray<Person> SupervisionOffice { get; }

    /// <summary>管理员; may be empty.</summary>
    public ImmutableArray<Person> Administrators { get; }

    /// <summary>The person of an account; null for whoever is not listed. Account ids are compared without case.</summary>
    public Person? Find(string accountId) => byAccount.GetValueOrDefault(accountId);

    /// <summary>What somebody may do; whoever is not listed is <see cref="Role.Staff"/>.</summary>
    public Role RoleOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Find(actor.AccountId)?.Role ?? Role.Staff;
    }

    /// <summary>联络员 of a unit or an area, heads left out; may be empty.</summary>
    public ImmutableArray<Person> LiaisonsOf(Party party) => [.. Of(party).Where(p => p is { Role: Role.Liaison, IsHead: false })];

    /// <summary>The unit's head, the first where several are marked; null when none is listed.</summary>
    public Person? HeadOf(Party party) => Of(party).FirstOrDefault(p => p.IsHead);

    /// <summary>Who stands in for somebody; null when nobody is named, or somebody who is not listed.</summary>
    public Person? DeputyOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.DeputyAccountId is { } deputy ? Find(deputy) : null;
    }

    /// <summary>A lead official's office, the official included where listed; may be empty.</summary>
    /// <param name="official">Name without post.</param>
    public ImmutableArray<Person> OfficeOf(string official) => byOfficial.GetValueOrDefault(official, []);

    private IEnumerable<Person> Of(Party party)
    {
        var unit = party.Organization is null ? [] : byOrganization.GetValueOrDefault(party.Organization, []);
        var area = party.Area is null ? [] : byArea.GetValueOrDefault(party.Area, []);
        return unit.Concat(area.Except(unit));
    }

    private FrozenDictionary<string, ImmutableArray<Person>> By(Func<Person, string?> key) => People
        .Where(p => key(p) is not null)
        .GroupBy(p => key(p)!, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
}
