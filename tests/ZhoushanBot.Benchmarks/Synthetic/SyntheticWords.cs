namespace ZhoushanBot.Benchmarks.Synthetic;

/// <summary>What invented notices are written with: cities, bodies, works and measures that no real notice is copied from.</summary>
internal static class SyntheticWords
{
    /// <summary>First and second character of a city's name: 520 of them, each two characters.</summary>
    public const string CityFirst = "澄霁岚珩澜暄砚筠翊珂瑾昱槿蔚皓霖熙钰璟淳漪沅琅菁颢祺";

    public const string CitySecond = "州川陵浦泽源宁阳江城湾麓原岭津洲泉冈渚屿";

    public const string AreaFirst = "松柏枫桐榆槐樟楠梧桂梅兰荷菱芦苇竹杉柳棠";

    public const string AreaSecond = "溪坪塘桥墩埠垟坞畈店渡堰";

    public const string Families = "陆顾沈程贺林穆夏秦庄温崔姚邵祝卞聂骆荀褚";

    public const string Given = "明立若遥长青文远景和思源嘉言子衿怀瑜知行允恭维新";

    /// <summary>市…: departments that cities have; each city has most of them.</summary>
    public static readonly string[] Departments =
    [
        "水利局", "民政局", "教育局", "交通局", "住建局", "农业农村局", "卫健委", "发改委", "经信局", "科技局", "财政局", "人社局", "自然资源局", "生态环境局", "商务局", "文旅局",
        "应急局", "市场监管局", "体育局", "医保局", "统计局", "审计局", "公安局", "司法局", "数据局", "城管局", "林业局", "残联", "妇联", "总工会", "团市委", "税务局", "国资委", "退役军人局",
        "信访局", "气象局", "城投集团", "交投集团", "水务集团", "供销社",
    ];

    public static readonly string[] Titles = ["市长", "常务副市长", "副市长", "副市长", "副市长", "副市长", "副市长", "市政府秘书长"];

    /// <summary>Verb, thing and measure unit of a task with a figure.</summary>
    public static readonly (string Verb, string Thing, string Measure)[] Works =
    [
        ("新建", "社区老年食堂", "家"), ("改造", "城镇老旧小区", "个"), ("新改建", "农村公路", "公里"), ("新建", "公共充电桩", "个"), ("除险加固", "小型水库", "座"), ("更新改造", "老旧供水管网", "公里"),
        ("建成", "口袋公园", "个"), ("新增", "公办幼儿园学位", "个"), ("完成", "困难家庭适老化改造", "户"), ("新增", "残疾人就业", "人"), ("标准化建设", "村卫生室", "个"), ("免费接种", "适龄女生疫苗", "人"),
        ("新增", "城镇就业", "人"), ("建设", "高标准农田", "亩"), ("培育", "专精特新企业", "家"), ("新增", "光伏装机", "千瓦"), ("整治", "城市积水点", "处"), ("新增", "停车泊位", "个"),
        ("培训", "电梯安全管理员", "人"), ("修复", "历史建筑", "处"), ("清淤", "中小河道", "公里"), ("新建", "海塘安澜工程", "公里"), ("加装", "住宅电梯", "台"), ("新增", "养老护理床位", "张"),
        ("改造", "燃气立管", "公里"), ("建设", "未来乡村", "个"), ("新建", "体育公园", "个"), ("新设", "托育园", "所"), ("治理", "地质灾害隐患点", "处"), ("建设", "零工市场", "个"), ("改造", "农贸市场", "家"),
        ("新增", "绿道", "公里"), ("建设", "智慧渔港", "座"), ("创建", "星级工会驿站", "个"), ("建设", "青年夜校", "所"), ("新建", "污水处理站", "座"), ("新建", "气象监测站", "个"), ("发放", "消费券", "万元"),
        ("建设", "儿童友好街区", "条"), ("认定", "技能大师工作室", "家"), ("新建", "屋顶光伏车棚", "处"), ("投放", "共享助力车", "辆"), ("开通", "城乡公交线路", "条"), ("改建", "客运码头", "座"),
    ];

    /// <summary>Works without a figure.</summary>
    public static readonly string[] Policies =
    [
        "健全重大决策督办机制", "推进政务服务一网通办", "深化营商环境改革", "完善基层治理平台", "推动国有企业布局优化", "加强审计监督成果运用", "强化粮食安全责任", "完善社会信用体系", "优化海岛物流配送",
        "推进医共体同质管理", "建设青年发展型城市", "打造近海养殖示范带", "加快低空经济试点", "办好群众文化节", "推动职业院校产教融合", "加强未成年人保护", "完善退役军人服务网络", "推进机关节能改造",
    ];

    /// <summary>What sets one city's task off from another's.</summary>
    public static readonly string[] Manners =
    [
        "按照民生优先的要求", "结合城市体检成果", "坚持分类施策", "统筹城乡一体推进", "聚焦群众急难愁盼", "落实清单化管理", "强化要素保障", "推行片区负责制", "引入专业力量运营", "同步完善配套设施",
        "建立常态巡查机制", "推广样板经验", "严把工程质量关", "畅通群众评议渠道", "实行月度调度", "探索多元投入",
    ];

    public static readonly string[] Fields = ["城乡宜居", "交通出行", "教育助学", "医疗卫生", "社会保障", "生态环境"];
}
