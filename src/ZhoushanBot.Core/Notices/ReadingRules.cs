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

    public required ImmutableArray<string> WorkReportWords { get; init; }

    public required ImmutableArray<string> LivelihoodWords { get; init; }

    public required ImmutableArray<string> ProvincialPrefixes { get; init; }

    public required ImmutableArray<string> AnnexMarkers { get; init; }

    public required ImmutableArray<string> EndMarkers { get; init; }

    public required LabelWords Labels { get; init; }

    public required ImmutableArray<string> OrganizationNotes { get; init; }

    public required ImmutableArray<string> HeadingLeadWords { get; init; }

    public required ImmutableArray<string> JointHeadingWords { get; init; }

    public required ImmutableArray<string> LeadVerbs { get; init; }

    public required ImmutableArray<string> SupportTails { get; init; }

    public required ImmutableArray<string> StandingSupport { get; init; }

    public required ImmutableArray<string> Posts { get; init; }

    public required GroupWords Groups { get; init; }

    public required ImmutableArray<KindWords> OrganizationKinds { get; init; }

    public required ColumnWords Columns { get; init; }

    public required ImmutableArray<string> CityLevelAreas { get; init; }

    public required ImmutableDictionary<string, ImmutableArray<string>> AreaEndings { get; init; }

    public required ImmutableArray<string> MeasureUnits { get; init; }

    public required ImmutableArray<string> MeasureUnitBans { get; init; }

    public required ComparatorWords Comparators { get; init; }

    public required ImmutableArray<string> StretchWords { get; init; }

    public required ImmutableArray<string> IndicatorLeads { get; init; }

    public required ImmutableArray<string> IndicatorTails { get; init; }

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
        ImmutableArray<string> ResponsibleOrganizations);

    /// <summary>How a name that stands for several bodies is told, and whom it stands for (first matching row).</summary>
    internal sealed record GroupWords(ImmutableArray<string> Markers, ImmutableArray<string> Generic, ImmutableArray<MemberWords> Members);

    /// <summary>Words in a group's name and the kinds of organization that they stand for.</summary>
    internal sealed record MemberWords(ImmutableArray<string> Words, ImmutableArray<string> Kinds);

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
        ImmutableArray<string> AboutAfter);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadingRules))]
internal sealed partial class ReadingRulesJson : JsonSerializerContext;
