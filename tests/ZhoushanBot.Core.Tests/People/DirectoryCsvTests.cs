using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Tests.People;

public sealed class DirectoryCsvTests
{
    private const string Headings = "姓名,账号,单位,区域,身份,单位负责人,代理人账号,督查室,服务的牵头领导\r\n";
    private static readonly KnownNames Names = new([Sample.Shipped.Content]);

    [Fact]
    public void A_good_file_is_read_whole()
    {
        var read = DirectoryCsv.Read(
            "\uFEFF" + Headings
            + "张三,zhang@x.cn,市水利局,,联络员,,li@x.cn,,\r\n"
            + "\"李四, 副局长\",li@x.cn,市水利局,,联络员,是,,,\r\n\r\n"
            + "王五,wang@x.cn,,岱山县,联络员,,,,\n"
            + "赵六,zhao@x.cn,,,督查,,,是,\n"
            + "孙七,sun@x.cn,,,manager,,,,孙小晓\n"
            + "周八,zhou@x.cn,,,管理员,,,,",
            Names);

        Assert.Empty(read.Findings);
        Assert.Equal(
            [
                new Person("zhang@x.cn", "张三", Role.Liaison, "市水利局", null, "li@x.cn", false),
                new Person("li@x.cn", "李四, 副局长", Role.Liaison, "市水利局", null, null, true),
                new Person("wang@x.cn", "王五", Role.Liaison, null, "岱山县", null, false),
                new Person("zhao@x.cn", "赵六", Role.Manager, null, null, null, false) { IsSupervisionOffice = true },
                new Person("sun@x.cn", "孙七", Role.Manager, null, null, null, false) { OfficialName = "孙小晓" },
                new Person("zhou@x.cn", "周八", Role.Administrator, null, null, null, false),
            ],
            read.People);
    }

    [Theory]
    [InlineData("", 0, DirectoryFault.NoPeople)]
    [InlineData(Headings, 0, DirectoryFault.NoPeople)]
    [InlineData("姓名,账号\n张三,a", 1, DirectoryFault.MissingColumn)]
    [InlineData("姓名,账号,身份,姓名\n张三,a,干部,b", 1, DirectoryFault.DoubleColumn)]
    [InlineData("姓名,账号,身份,电话\n张三,a,干部,1", 1, DirectoryFault.UnknownColumn)]
    [InlineData("姓名,账号,身份\n\"张三,a,干部", 2, DirectoryFault.OpenQuote)]
    [InlineData("姓名,账号,身份\n张三,a,干部,b", 2, DirectoryFault.TooManyCells)]
    [InlineData("姓名,账号,身份\n,a,干部", 2, DirectoryFault.NoName)]
    [InlineData("姓名,账号,身份\n张三,,干部", 2, DirectoryFault.NoAccount)]
    [InlineData("姓名,账号,身份\n张三,a,干部\n李四,A,干部", 3, DirectoryFault.DoubleAccount)]
    [InlineData("姓名,账号,身份,单位\n张三,a,联络员,水利局", 2, DirectoryFault.UnknownOrganization)]
    [InlineData("姓名,账号,身份,区域\n张三,a,联络员,岱山", 2, DirectoryFault.UnknownArea)]
    [InlineData("姓名,账号,身份,牵头领导\n张三,a,督查,孙小小", 2, DirectoryFault.UnknownOfficial)]
    [InlineData("姓名,账号,身份\n张三,a,局长", 2, DirectoryFault.UnknownRole)]
    [InlineData("姓名,账号,身份,督查室\n张三,a,督查,也许", 2, DirectoryFault.NotYesOrNo)]
    [InlineData("姓名,账号,身份,代理人\n张三,a,干部,b", 2, DirectoryFault.UnknownDeputy)]
    [InlineData("姓名,账号,身份,代理人\n张三,a,干部,A", 2, DirectoryFault.OwnDeputy)]
    [InlineData("姓名,账号,身份\n张三,a,联络员", 2, DirectoryFault.LiaisonOfNothing)]
    [InlineData("姓名,账号,身份,负责人\n张三,a,干部,是", 2, DirectoryFault.HeadOfNothing)]
    [InlineData("姓名,账号,身份,督查室\n张三,a,干部,是", 2, DirectoryFault.OfficeWithoutManager)]
    public void Every_fault_is_found_on_its_line_and_nothing_is_taken(string text, int line, DirectoryFault fault)
    {
        var read = DirectoryCsv.Read(text, Names);

        Assert.Empty(read.People);
        Assert.Contains(read.Findings, f => f.Line == line && f.Fault == fault);
        Assert.All(read.Findings, f => Assert.NotEmpty(DirectoryText.In(ReplyLanguage.English).Describe(f)));
        Assert.All(read.Findings, f => Assert.EndsWith(f.Fault is DirectoryFault.UnknownOrganization ? "？" : "", DirectoryText.In(ReplyLanguage.Chinese).Describe(f), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("水利局", "市水利局")]
    [InlineData("市水力局", "市水利局")]
    [InlineData("市发改革委", "市发改委")]
    [InlineData("杭州西湖管委会及其下属单位", null)]
    public void A_wrong_unit_gets_the_nearest_name(string wrong, string? nearest) => Assert.Equal(nearest, Names.NearestOrganization(wrong));

    [Fact]
    public void A_second_name_is_the_unit() => Assert.Equal("市财政局", Names.Organization("市国资委"));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var read = DirectoryCsv.Read("姓名;账号;身份;单位\n;a;x;市水利局\n李四;b;联络员;y\n", Names);

        Assert.Equal([(2, DirectoryFault.NoName), (2, DirectoryFault.UnknownRole), (3, DirectoryFault.UnknownOrganization)], read.Findings.Select(f => (f.Line, f.Fault)));
        Assert.Equal("第 3 行：通知中没有“y”这个单位。请按通知中的名称填写。", DirectoryText.In(ReplyLanguage.Chinese).Describe(read.Findings[2]));
        Assert.Equal("Line 3: no notice names a unit “y”. Please write the name as the notice does.", DirectoryText.In(ReplyLanguage.English).Describe(read.Findings[2]));
    }

    [Fact]
    public void What_is_written_comes_back_and_cannot_be_a_formula()
    {
        Person[] people =
        [
            new("=cmd@x.cn", "张\"三\",\n乙", Role.Liaison, "市水利局", "岱山县", "b", true),
            new("b", "李四", Role.Manager, null, null, null, false) { IsSupervisionOffice = true, OfficialName = "孙小晓" },
        ];

        var text = DirectoryCsv.Write(people);

        Assert.Contains("'=cmd@x.cn", text, StringComparison.Ordinal);
        Assert.Equal(people, DirectoryCsv.Read(text, Names).People);
    }

    [Fact]
    public void The_template_has_every_column_and_its_examples_only_need_real_names()
    {
        var read = DirectoryCsv.Read(DirectoryCsv.Template, Names);

        Assert.All(read.Findings, f => Assert.Contains(f.Fault, new[] { DirectoryFault.UnknownOrganization, DirectoryFault.UnknownArea, DirectoryFault.UnknownOfficial }));
        Assert.Equal(4, read.Findings.Length);
    }
}
