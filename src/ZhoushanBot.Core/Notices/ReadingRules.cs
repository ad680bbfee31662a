using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// The words by which a notice is read: Chinese officialese in general, never the names of one city. Data in
/// <c>Data/reading-rules.json</c>, so that an office elsewhere adds a wording without touching code.
/// </summary>
internal sealed record ReadingRules
{
    private static readonly Lazy<ReadingRules> Loaded = new(Load);

    public static ReadingRules Default => Loaded.Value;

    public required ImmutableArray<string> ListTitleEndings { get; init; }

    public required ImmutableArray<string> ListTitleBans { get; init; }

    /// <summary>Names of the government work report; its list keeps its kind even where it mentions the public-benefit projects.</summary>
    public required ImmutableArray<string> WorkReportNames { get; init; }

    public required ImmutableArray<string> WorkReportWords { get; init; }

    public required ImmutableArray<string> LivelihoodWords { get; init; }

    public required ImmutableArray<string> ProvincialPrefixes { get; init; }

    public required ImmutableArray<string> AnnexMarkers { get; init; }

    public required ImmutableArray<string> EndMarkers { get; init; }

    public required ImmutableArray<string> NoticeTitleEndings { get; init; }

    public required ImmutableArray<string> IssuerEndings { get; init; }

    public required LabelWords Labels { get; init; }

    /// <summary>How the name of a body ends: tells a name from other words where no label stands in front.</summary>
    public required ImmutableArray<string> OrganizationEndings { get; init; }

    /// <summary>Words behind the last name of a list: 等, 等单位.</summary>
    public required ImmutableArray<string> OrganizationTails { get; init; }

    /// <summary>What a cell or list says where there is nothing to name: "/", "无".</summary>
    public required ImmutableArray<string> NoneMarks { get; init; }

    public required ImmutableArray<string> OrganizationNotes { get; init; }

    public required ImmutableArray<string> HeadingLeadWords { get; init; }

    /// <summary>How the rest of a heading begins behind the lead word: "…牵头的重点工作", not "…牵头作用".</summary>
    public required ImmutableArray<string> HeadingLeadRests { get; init; }

    public required ImmutableArray<string> JointHeadingWords { get; init; }

    public required ImmutableArray<string> LeadVerbs { get; init; }

    /// <summary>"（市教育局负责）": nobody leads apart, the first named does.</summary>
    public required ImmutableArray<string> SoleVerbs { get; init; }

    /// <summary>"市财政局（牵头）" in a list of names.</summary>
    public required ImmutableArray<string> LeadMarks { get; init; }

    /// <summary>共同牵头 in a bracket behind a unit: it leads together with the first one listed.</summary>
    public required ImmutableArray<string> CoLeadMarks { get; init; }

    public required ImmutableArray<string> SupportTails { get; init; }

    public required ImmutableArray<string> StandingSupport { get; init; }

    /// <summary>What may stand between a comma and the date that closes a task: 确保, 力争.</summary>
    public required ImmutableArray<string> CompletionLeads { get; init; }

    /// <summary>What may follow that date without opening something new: 全部完工, 建成投用.</summary>
    public required ImmutableArray<string> CompletionWords { get; init; }

    public required ImmutableArray<string> Posts { get; init; }

    /// <summary>增长: what a figure begins with that tells by how much the thing counted before it changes.</summary>
    public required ImmutableArray<string> ChangeWords { get; init; }

    /// <summary>惠及: what a row begins with that counts whom the row before it reaches.</summary>
    public required ImmutableArray<string> BenefitWords { get; init; }

    /// <summary>Words by which a figure is said to come on top of another list's.</summary>
    public required ImmutableArray<string> AdditionWords { get; init; }

    /// <summary>局长, 主任: what the head of an office is called, behind the office's name.</summary>
    public required ImmutableArray<string> OfficeHeads { get; init; }

    /// <summary>同志 behind a name is no post.</summary>
    public required ImmutableArray<string> CourtesyWords { get; init; }

    public required GroupWords Groups { get; init; }

    public required ImmutableArray<KindWords> OrganizationKinds { get; init; }

    public required ColumnWords Columns { get; init; }

    public required ImmutableArray<string> CityLevelAreas { get; init; }

    /// <summary>开发区: endings of areas that are zones, whatever else they end in.</summary>
    public required ImmutableArray<string> ZoneEndings { get; init; }

    public required ImmutableDictionary<string, ImmutableArray<string>> AreaEndings { get; init; }

    /// <summary>合计, 总计: a row or column that adds up the others.</summary>
    public required ImmutableArray<string> TotalWords { get; init; }

    /// <summary>率, 人均, 每千: figures of areas that are not added up.</summary>
    public required ImmutableArray<string> AverageWords { get; init; }

    public required ImmutableArray<string> MeasureUnits { get; init; }

    public required ImmutableArray<string> MeasureUnitBans { get; init; }

    /// <summary>What a unit may stand per, besides another unit: 微克/立方米, 万吨/年.</summary>
    public required ImmutableArray<string> RateUnits { get; init; }

    public required ComparatorWords Comparators { get; init; }

    public required ImmutableArray<string> StretchWords { get; init; }

    /// <summary>Stretch words that also mean to obtain: 争取.</summary>
    public required ImmutableArray<string> ObtainVerbs { get; init; }

    /// <summary>Units that say for what a thing is built and not how much of it: 220 千伏变电站.</summary>
    public required ImmutableArray<string> RatingUnits { get; init; }

    /// <summary>What is obtained and not reached: 补助资金, 专项债.</summary>
    public required ImmutableArray<string> ObtainedThings { get; init; }

    /// <summary>Right behind 争取 these say that a figure is to be reached, whatever it is a figure of: "争取达到", "争取完成投资".</summary>
    public required ImmutableArray<string> ReachVerbs { get; init; }

    /// <summary>What is done to a thing that is counted, in front of it or behind: 新建, 改造.</summary>
    public required ImmutableArray<string> WorkVerbs { get; init; }

    /// <summary>What is done with a thing, behind its name: 接种, 培训, 普及; the thing stays what the phrase is about.</summary>
    public required ImmutableArray<string> ActionNouns { get; init; }

    /// <summary>How a clause begins that names what is worked on, its figures standing behind it: 推进…, 加快…, 做强….</summary>
    public required ImmutableArray<string> HeadVerbs { get; init; }

    /// <summary>How the name of a city's government ends.</summary>
    public required ImmutableArray<string> CityGovernments { get; init; }

    public required ImmutableArray<string> IndicatorLeads { get; init; }

    public required ImmutableArray<string> IndicatorTails { get; init; }

    /// <summary>How much is produced, in front of a figure whose thing stands behind: 年产3万吨玻璃纤维.</summary>
    public required ImmutableArray<string> OutputWords { get; init; }

    /// <summary>What stands behind a product and is no part of it: 项目建设, 生产线.</summary>
    public required ImmutableArray<string> OutputTails { get; init; }

    /// <summary>How a thing is measured, behind its name: two things are not alike for it.</summary>
    public required ImmutableArray<string> MeasuredBy { get; init; }

    /// <summary>An investment that does not say in what.</summary>
    public required ImmutableArray<string> InvestmentWords { get; init; }

    /// <summary>How that in which money is invested ends: 项目, 工程.</summary>
    public required ImmutableArray<string> InvestedThings { get; init; }

    /// <summary>What several things in front of one such noun have in common: 接卸能力 of 铁矿石、煤炭接卸能力.</summary>
    public required ImmutableArray<string> SharedTails { get; init; }

    /// <summary>Kinds of one thing that share its name: 城镇、农村居民收入.</summary>
    public required ImmutableArray<string> SharedKinds { get; init; }

    /// <summary>Words that begin or end in one of those and stay whole: the 到 of 到位 and the 约 of 集约 belong to what is counted.</summary>
    public required ImmutableArray<string> IndicatorWholes { get; init; }

    private static ReadingRules Load()
    {
        using var stream = typeof(ReadingRules).Assembly.GetManifestResourceStream("reading-rules.json")
            ?? throw new InvalidOperationException("The embedded reading-rules.json is missing from the build.");
        return JsonSerializer.Deserialize(stream, ReadingRulesJson.Default.ReadingRules)
            ?? throw new InvalidOperationException("The embedded reading-rules.json is empty.");
    }

    /// <summary>Labels in front of names, longest first where one contains another.</summary>
    internal sealed record LabelWords(
        ImmutableArray<string> LeadOfficial,
        ImmutableArray<string> LeadOrganizations,
        ImmutableArray<string> SupportingOrganizations,
        ImmutableArray<string> ResponsibleOrganizations,
        ImmutableArray<string> Deadline,
        ImmutableArray<string> Ignored)
    {
        private readonly Lazy<(ImmutableArray<string> All, ImmutableArray<string> Organizations)> joined = new(() => (
            [.. LeadOfficial, .. LeadOrganizations, .. SupportingOrganizations, .. ResponsibleOrganizations, .. Deadline, .. Ignored],
            [.. LeadOrganizations, .. SupportingOrganizations, .. ResponsibleOrganizations]));

        /// <summary>Every label.</summary>
        [JsonIgnore]
        public ImmutableArray<string> All => joined.Value.All;

        /// <summary>Labels in front of organizations.</summary>
        [JsonIgnore]
        public ImmutableArray<string> Organizations => joined.Value.Organizations;
    }

    /// <summary>How a name that stands for several bodies is told, and whom it stands for (first matching row).</summary>
    internal sealed record GroupWords(ImmutableArray<string> Markers, ImmutableArray<string> Generic, ImmutableArray<MemberWords> Members);

    /// <summary>Words in a group's name and the kinds of organization that they stand for.</summary>
    internal sealed record MemberWords(ImmutableArray<string> Words, ImmutableArray<string> Kinds)
    {
        /// <summary>How the names of those meant end; missing for any.</summary>
        public ImmutableArray<string> Endings { get; init; }
    }

    /// <summary>How the kind of a body is told from its name (first matching row).</summary>
    internal sealed record KindWords(string Kind, ImmutableArray<string> Endings, ImmutableArray<string> Starts);

    /// <summary>Words of table headers.</summary>
    internal sealed record ColumnWords(
        ImmutableArray<string> Number,
        ImmutableArray<string> Category,
        ImmutableArray<string> Official,
        ImmutableArray<string> Lead,
        ImmutableArray<string> Support,
        ImmutableArray<string> Responsible,
        ImmutableArray<string> Plan,
        ImmutableArray<string> Subject,
        ImmutableArray<string> Target,
        ImmutableArray<string> SubjectElse,
        ImmutableArray<string> MeasureUnit,
        ImmutableArray<string> Ignored);

    /// <summary>Words before and behind a figure that say how it binds.</summary>
    internal sealed record ComparatorWords(
        ImmutableArray<string> AtLeastBefore,
        ImmutableArray<string> MoreThanBefore,
        ImmutableArray<string> AtMostBefore,
        ImmutableArray<string> LessThanBefore,
        ImmutableArray<string> AboutBefore,
        ImmutableArray<string> AtLeastAfter,
        ImmutableArray<string> AtMostAfter,
        ImmutableArray<string> AboutAfter,
        ImmutableArray<string> AboutInside);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadingRules))]
internal sealed partial class ReadingRulesJson : JsonSerializerContext;
