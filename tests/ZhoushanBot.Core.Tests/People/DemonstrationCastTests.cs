using ZhoushanBot.Core.People;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.People;

public sealed class DemonstrationCastTests
{
    [Theory]
    [InlineData("zhoushan-2024-13")]
    [InlineData("qingyuan-2025-7")]
    [InlineData("shape-h-ningfeng-2025-6")]
    public void Nobody_leads_more_tasks_than_the_unit_of_the_cast_and_no_county_has_more_figures(string sample)
    {
        var notice = Sample.Named(sample).Content;

        var cast = DemonstrationCast.People(notice);

        var unit = cast.Single(p => p.AccountId == "persona-liaison").Organization!;
        Assert.Equal(unit, cast.Single(p => p.IsHead).Organization);
        Assert.All(notice.Organizations.Where(o => o.Area is null), other => Assert.True(LedBy(notice, other.Name) <= LedBy(notice, unit), other.Name));
        if (cast.SingleOrDefault(p => p.AccountId == "persona-county")?.Area is { } county)
        {
            Assert.All(
                notice.Areas.Where(a => a.Kind is AreaKind.County or AreaKind.District),
                other => Assert.True(CellsOf(notice, other.Name) <= CellsOf(notice, county), other.Name));
        }
        else
        {
            Assert.DoesNotContain(notice.Areas, a => a.Kind is AreaKind.County or AreaKind.District && CellsOf(notice, a.Name) > 0);
        }
    }

    [Fact]
    public void Without_a_notice_there_is_nobody_to_speak_for()
    {
        Assert.Equal(
            ["persona-staff", "persona-manager", "persona-administrator"],
            DemonstrationCast.People(null).Select(p => p.AccountId));
    }

    [Fact]
    public void Every_role_is_there_and_nobody_is_taken_for_real()
    {
        var cast = DemonstrationCast.People(Sample.Shipped.Content);

        Assert.Equal(Enum.GetValues<Role>(), cast.Select(p => p.Role).Distinct().Order());
        Assert.Equal(DemonstrationCast.Members.Select(m => m.AccountId), cast.Select(p => p.AccountId));
        Assert.All(cast, p => Assert.Contains("演示", p.Name, StringComparison.Ordinal));
    }

    private static int LedBy(NoticeContent notice, string unit) => notice.WorkItems.Count(i => i.LeadOrganizations.Any(o => o.Name == unit));

    private static int CellsOf(NoticeContent notice, string area) =>
        notice.WorkItems.SelectMany(i => i.Rows).SelectMany(r => r.Areas).Count(a => a.Area == area && a.Value is (CellValue.Amount or CellValue.Words));
}
