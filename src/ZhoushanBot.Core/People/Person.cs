namespace ZhoushanBot.Core.People;

/// <summary>身份: what somebody may do; whoever is not in the directory is <see cref="Staff"/>.</summary>
public enum Role
{
    /// <summary>干部: asks.</summary>
    Staff,

    /// <summary>联络员 of a unit or an area: acknowledges and reports for it.</summary>
    Liaison,

    /// <summary>市领导、督查室: asks for the status of anything, chases, decides.</summary>
    Manager,

    /// <summary>管理员: imports notices, keeps the directory, connects chats to units.</summary>
    Administrator,
}

/// <summary>Somebody who did something, as the channel vouches for them; never taken from what was typed.</summary>
/// <param name="AccountId">Stable id of the account: in Teams the Entra object id, on the built-in Direct Line the token's user id.</param>
/// <param name="Name">Name to show; may be empty.</param>
public sealed record Actor(string AccountId, string Name)
{
    /// <summary>The service itself: what no person did.</summary>
    public static Actor Service { get; } = new("service", string.Empty);

    /// <summary>Whoever gives commands at the machine: who can open the store is its administrator, whatever the account there is called.</summary>
    public static Actor CommandLine { get; } = new("command-line", string.Empty);
}

/// <summary>人员: one entry of the directory.</summary>
/// <param name="AccountId">See <see cref="Actor.AccountId"/>; also a UPN until the person first speaks.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Organization">Official name of the unit that the person speaks for; null for none.</param>
/// <param name="Area">Area whose figures the person reports; null for none.</param>
/// <param name="DeputyAccountId">Who stands in; null for nobody.</param>
/// <param name="IsHead">The unit's head, to whom an overdue task escalates.</param>
public sealed record Person(string AccountId, string Name, Role Role, string? Organization, string? Area, string? DeputyAccountId, bool IsHead)
{
    /// <summary>督查室: one of those to whom the last step of an escalation goes, and whatever has no other recipient.</summary>
    public bool IsSupervisionOffice { get; init; }

    /// <summary>Name of the lead official whose office the person keeps (or who the person is); null for none.</summary>
    public string? OfficialName { get; init; }
}
