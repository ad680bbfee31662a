using System.Collections.Immutable;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>What kind of body an organization is, as far as its name tells.</summary>
public enum OrganizationKind
{
    /// <summary>A department, commission or office of the issuing government or Party committee.</summary>
    Department,

    /// <summary>县（区）政府, a county's or district's government.</summary>
    CountyGovernment,

    /// <summary>功能区管委会, the committee of a functional zone.</summary>
    ZoneCommittee,

    /// <summary>企业, a company or group of companies.</summary>
    Enterprise,

    /// <summary>Anything else: schools, courts, bodies of the state or the province, mass organizations.</summary>
    Other,
}

/// <summary>单位: a body that carries tasks.</summary>
/// <param name="Name">Official name as the notice writes it, brackets and second name taken off.</param>
/// <param name="OtherNames">Second names that the notice gives in brackets, such as 市国资委 behind 市财政局; may be empty.</param>
/// <param name="Kind">What kind of body.</param>
/// <param name="Area">Name of the area whose government or committee it is; null for others.</param>
public sealed record Organization(string Name, ImmutableArray<string> OtherNames, OrganizationKind Kind, string? Area);

/// <summary>各县（区）政府 等: a "unit" of a list that stands for several. Its members take part; none of them leads.</summary>
/// <param name="Name">As the notice writes it.</param>
/// <param name="Members">Official names of the members that the notice knows, in its order; empty when it does not tell.</param>
public sealed record OrganizationGroup(string Name, ImmutableArray<string> Members);

/// <summary>What kind of area a column is.</summary>
public enum AreaKind
{
    /// <summary>市本级, the city itself without its counties.</summary>
    CityLevel,

    /// <summary>县 or 县级市.</summary>
    County,

    /// <summary>区.</summary>
    District,

    /// <summary>功能区, such as a new town, a development or high-tech zone.</summary>
    FunctionalZone,
}

/// <summary>县（区）、功能区、市本级: a column of an annex table.</summary>
/// <param name="Name">As the table header writes it.</param>
/// <param name="Kind">What kind of area.</param>
public sealed record Area(string Name, AreaKind Kind);
