namespace ZhoushanBot.Core.People;

/// <summary>承办方: who carries a task or a share of it: a unit, an area's government, or an area whose government no notice names.</summary>
/// <param name="Organization">Official name of the unit; null where only the area is known.</param>
/// <param name="Area">Area whose government or committee it is; null for others.</param>
public readonly record struct Party(string? Organization, string? Area)
{
    /// <summary>The name to show: the unit's, else the area's.</summary>
    public string Name => Organization ?? Area ?? string.Empty;

    /// <summary>Whether somebody speaks for it: by unit or by area.</summary>
    public bool IsSpokenForBy(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (Organization is not null && person.Organization == Organization) || (Area is not null && person.Area == Area);
    }
}
