using ZhoushanBot.Core.People;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>Who asks or acts, with the role that the directory gives the account; whom no channel vouches for is staff and acts as nobody.</summary>
/// <param name="Actor">Account; null when nobody vouches for it.</param>
/// <param name="Role">Role.</param>
/// <param name="IsShared">Others read along.</param>
internal readonly record struct Asker(Actor? Actor, Role Role, bool IsShared)
{
    /// <summary>Who sent a request.</summary>
    public static Asker Of(TurnRequest request, OfficeState state) => request.Caller is { } caller
        ? new Asker(caller.Actor, state.People.Directory.RoleOf(caller.Actor), caller.IsShared)
        : new Asker(null, Role.Staff, true);

    /// <summary>Whether the table of rights lets this role do it; never so for nobody.</summary>
    public bool May(Right right) => Actor is not null && Permissions.Allow(Role, right);

    /// <summary>Internal matters are shown where nobody else reads along.</summary>
    public bool SeesInternal => !IsShared && May(Right.SeeInternal);
}
