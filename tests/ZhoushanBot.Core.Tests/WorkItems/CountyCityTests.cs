using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.WorkItems;

/// <summary>The government of a county-level city is a county's; that of the city which issued the notice is not.</summary>
public sealed class CountyCityTests
{
    private static readonly NoticeContent Content = NoticeReader.Read("""
        某政办发〔2030〕5号
        甲州市人民政府办公室关于2030年工作的通知
        2030年政府工作报告重点任务分解
        1. 推进医共体。
        牵头单位：市卫健委
        配合单位：乙城市政府、丙县政府、甲州市政府
        2. 办好运动会。
        牵头单位：市体育局
        配合单位：各县（市、区）政府
        """);

    [Fact]
    public void It_is_a_member_of_all_counties_governments() =>
        Assert.Equal(["乙城市政府", "丙县政府"], Assert.Single(Content.Groups).Members);

    /// <summary>A group whose name has a 、 inside is one.</summary>
    [Theory]
    [InlineData("各县（市）、区政府", 2)]
    [InlineData("各开发区、管理区管委会", 1)]
    public void A_group_is_not_cut_at_its_own_mark(string group, int members)
    {
        var content = NoticeReader.Read($"""
            某政办发〔2030〕5号
            甲州市人民政府办公室关于2030年工作的通知
            2030年政府工作报告重点任务分解
            1. 推进医共体。
            牵头单位：市卫健委
            配合单位：乙区政府、丙县政府、丁开发区管委会
            2. 办好运动会。
            牵头单位：市体育局
            配合单位：{group}
            """);
        var found = Assert.Single(content.Groups);
        Assert.Equal((group, members), (found.Name, found.Members.Length));
    }

    /// <summary>各县政府 are those of the counties, without the districts'.</summary>
    [Fact]
    public void Counties_alone_are_a_group_as_well()
    {
        var content = NoticeReader.Read("""
            某政办发〔2030〕5号
            甲州市人民政府办公室关于2030年工作的通知
            2030年政府工作报告重点任务分解
            1. 推进医共体。
            牵头单位：市卫健委
            配合单位：乙区政府、丙县政府、丁县政府
            2. 办好运动会。
            牵头单位：市体育局
            配合单位：各县政府
            """);
        Assert.Equal(["丙县政府", "丁县政府"], Assert.Single(content.Groups).Members);
    }

    [Theory]
    [InlineData("乙城市政府", OrganizationKind.CountyGovernment)]
    [InlineData("丙县政府", OrganizationKind.CountyGovernment)]
    public void Its_kind_is_a_county_government(string name, OrganizationKind kind) =>
        Assert.Equal(kind, Assert.Single(Content.Organizations, o => o.Name == name).Kind);

    [Fact]
    public void The_issuing_city_is_none() =>
        Assert.NotEqual(OrganizationKind.CountyGovernment, Assert.Single(Content.Organizations, o => o.Name == "甲州市政府").Kind);
}
