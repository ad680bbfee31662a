using System.Collections.Immutable;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.People;

/// <summary>Somebody to be while the bot is tried out.</summary>
/// <param name="AccountId">The account, as <see cref="Actor.AccountId"/>.</param>
/// <param name="Chinese">What the part is called.</param>
/// <param name="English">The same.</param>
public sealed record CastMember(string AccountId, string Chinese, string English);

/// <summary>演示人员: one person of each kind, so that a newcomer can try every part. Whom they speak for follows from the notice.</summary>
public static class DemonstrationCast
{
    private static readonly CastMember Staff = new("persona-staff", "干部", "Staff");
    private static readonly CastMember Liaison = new("persona-liaison", "单位联络员", "Unit liaison");
    private static readonly CastMember County = new("persona-county", "县区联络员", "County liaison");
    private static readonly CastMember Head = new("persona-head", "单位负责人", "Unit head");
    private static readonly CastMember Office = new("persona-manager", "督查室", "Supervision office");
    private static readonly CastMember Administrator = new("persona-administrator", "管理员", "Administrator");

    /// <summary>Everybody, in the order in which they are offered.</summary>
    public static ImmutableArray<CastMember> Members { get; } = [Staff, Liaison, County, Head, Office, Administrator];

    /// <summary>The cast as a directory: whom a notice gives nothing to speak for is left out.</summary>
    /// <param name="newest">The newest notice; null for none.</param>
    public static ImmutableArray<Person> People(NoticeContent? newest)
    {
        var organization = newest is null ? null : BusiestOrganization(newest);
        var area = newest is null ? null : BusiestCounty(newest);
        var people = ImmutableArray.CreateBuilder<Person>();
        people.Add(Of(Staff, Role.Staff));
        if (organization is not null)
        {
            people.Add(Of(Liaison, Role.Liaison) with { Organization = organization });
        }

        if (area is not null)
        {
            people.Add(Of(County, Role.Liaison) with { Area = area });
        }

        if (organization is not null)
        {
            people.Add(Of(Head, Role.Liaison) with { Organization = organization, IsHead = true });
        }

        people.Add(Of(Office, Role.Manager) with { IsSupervisionOffice = true });
        people.Add(Of(Administrator, Role.Administrator));
        return people.ToImmutable();
    }

    // Whoever meets the name in the journal or on a card must see that it is nobody's.
    private static Person Of(CastMember member, Role role) => new(member.AccountId, $"{member.Chinese}（演示）", role, null, null, null, false);

    private static string? BusiestOrganization(NoticeContent notice)
    {
        var units = notice.Organizations.Where(o => o.Area is null).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        return notice.WorkItems
            .SelectMany(i => i.LeadOrganizations.Select(o => o.Name))
            .Where(units.Contains)
            .GroupBy(name => name, StringComparer.Ordinal)
            .MaxBy(g => g.Count())?.Key;
    }

    private static string? BusiestCounty(NoticeContent notice)
    {
        var counties = notice.Areas.Where(a => a.Kind is AreaKind.County or AreaKind.District).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return notice.WorkItems
            .SelectMany(i => i.Rows)
            .SelectMany(r => r.Areas)
            .Where(a => counties.Contains(a.Area) && a.Value is (CellValue.Amount or CellValue.Words))
            .GroupBy(a => a.Area, StringComparer.Ordinal)
            .MaxBy(g => g.Count())?.Key;
    }
}
