using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>Something in the store that a question names.</summary>
/// <param name="Span">Where, in the normalised text.</param>
/// <param name="Candidates">What it may be; more than one means that the wording is ambiguous.</param>
/// <param name="Form">The wording that it was taken for; differs from the text where a slip was mended.</param>
public sealed record Mention(TextSpan Span, ImmutableArray<Entity> Candidates, string Form);

/// <summary>A cue and its place.</summary>
/// <param name="Cue">Which.</param>
/// <param name="Span">Where, in the normalised text.</param>
public readonly record struct CueMention(Cue Cue, TextSpan Span);

/// <summary>Section and item, a row, or an ordinal: "第三部分第7条", "number 27", "the second one".</summary>
/// <param name="Section">第几部分; 0 when not given, <see cref="Last"/> for the last.</param>
/// <param name="Item">第几条; 0 when not given.</param>
/// <param name="IsOrdinal">Counts in what was shown before ("the second one"), not in the notice.</param>
/// <param name="Span">Where, in the normalised text.</param>
public sealed record PlaceMention(int Section, int Item, bool IsOrdinal, TextSpan Span)
{
    /// <summary>最后一部分.</summary>
    public const int Last = -1;
}

/// <summary>What was recognised in a question, before it is understood.</summary>
/// <param name="Text">The normalised question.</param>
/// <param name="Mentions">Named things, in order.</param>
/// <param name="Cues">Question words, in order.</param>
/// <param name="Place">A place in the notice; null when none is given.</param>
/// <param name="Years">Years given in figures, in order.</param>
/// <param name="OtherPlaces">Cities and provinces that the store does not know, in order; behind a tab as typed where that is another name.</param>
/// <param name="Subject">What is left over: what the question is about.</param>
public sealed partial record Recognition(
    NormalizedText Text,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<CueMention> Cues,
    PlaceMention? Place,
    ImmutableArray<int> Years,
    ImmutableArray<string> OtherPlaces,
    SubjectWords Subject)
{
    /// <summary>Days by or within which something is to be done; null when none are named.</summary>
    public DueMention? Due { get; init; }

    /// <summary>Amounts between which figures are to lie; null when none are named.</summary>
    public BoundMention? Bound { get; init; }

    /// <summary>Places named after the first, in order; may be empty.</summary>
    public ImmutableArray<PlaceMention> FurtherPlaces { get; init; } = [];

    /// <summary>The last character before the question's marks: 吗 asks whether; a zero character for nothing but marks.</summary>
    internal char Ending => Text.Text.TrimEnd('?', ' ', '。', '!') is [.., var last] ? last : default;

    /// <summary>"甲还是乙", "A or B".</summary>
    internal bool IsEitherOr => Text.Text.Contains("还是", StringComparison.Ordinal) || Text.Text.Contains(" or ", StringComparison.Ordinal);

    private readonly UInt128 cueBits = BitsOf(Cues);

    /// <summary>Question words, in order.</summary>
    public ImmutableArray<CueMention> Cues
    {
        get;
        init
        {
            field = value;
            cueBits = BitsOf(value);
        }
    } = Cues;

    private static UInt128 BitsOf(ImmutableArray<CueMention> cues) => cues.Aggregate(UInt128.Zero, (bits, c) => bits | (UInt128.One << (int)c.Cue));

    /// <summary>True when any of the cues was heard.</summary>
    public bool Has(params ReadOnlySpan<Cue> cues)
    {
        foreach (var cue in cues)
        {
            if ((cueBits & (UInt128.One << (int)cue)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Names of a figure, which ask for no further one beside 多少.</summary>
    private static readonly string[] GrowthNames = ["增速", "增幅", "涨幅", "增长率"];

    /// <summary>"甲牵头几项、乙配合几项": more than one number is asked for.</summary>
    internal bool AsksSeveralNumbers => Cues.Where(c => c.Cue is Cue.HowManyTasks || (c.Cue is Cue.HowMuch && !GrowthNames.Contains(Text.Text[c.Span.Start..c.Span.End], StringComparer.Ordinal)) || (c.Cue is Cue.Money && AsksNumber(c.Span))).Select(c => c.Span.Start).Distinct().Count() > 1;

    /// <summary>"年度投资多少": the word for money itself asks how much.</summary>
    private bool AsksNumber(TextSpan span) => Text.Text[span.Start..span.End] is var said && (said.Contains("多少", StringComparison.Ordinal) || said.Contains('几', StringComparison.Ordinal)) && !Cues.Any(c => c.Cue is Cue.HowManyTasks or Cue.HowMuch && c.Span.Overlaps(span));

    /// <summary>Lists that the question narrows to; 民生实事 alone means both. Empty where it names one only to include it: "含民生实事".</summary>
    public ImmutableArray<WorkListKind> Lists => IncludesLists ? [] : ListsSaid;

    /// <summary>Lists named, whether to narrow to them or to take them in.</summary>
    internal ImmutableArray<WorkListKind> ListsSaid
    {
        get
        {
            var both = BothLists().IsMatch(Text.Text);
            ImmutableArray<WorkListKind> named =
            [
                .. Has(Cue.WorkReportList) && !IsDeniedBesideOther(Cue.WorkReportList, Cue.LivelihoodList) && !IsDeniedBesideOther(Cue.WorkReportList, Cue.ProvincialList) ? [WorkListKind.WorkReport] : Array.Empty<WorkListKind>(),
                .. (both || Has(Cue.ProvincialList)) && !IsDeniedBesideOther(Cue.ProvincialList, Cue.CityList) ? [WorkListKind.ProvincialProjects] : Array.Empty<WorkListKind>(),
                .. (both || Has(Cue.CityList)) && !IsDeniedBesideOther(Cue.CityList, Cue.ProvincialList) ? [WorkListKind.CityProjects] : Array.Empty<WorkListKind>(),
            ];
            return named is [WorkListKind.WorkReport] && Has(Cue.LivelihoodList) ? [.. named, WorkListKind.ProvincialProjects, WorkListKind.CityProjects]
                : named.IsEmpty && (Has(Cue.LivelihoodList) || CountedProjects().IsMatch(Text.Text)) ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : named;
        }
    }

    /// <summary>"the municipal (not the provincial) programme": of two lists named the one that is not meant.</summary>
    private bool IsDeniedBesideOther(Cue list, Cue other) => Has(list) && Has(other) && Cues.Where(c => c.Cue == list).All(c => NotThat().IsMatch(Text.Text[..c.Span.Start]));

    // not the provincial, 而不是省里的
    [GeneratedRegex("(?:\\bnot|\\brather than|\\binstead of)(?: the)? $|(?:而不是|不是|而非|不要)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotThat();

    // 省里的任务和市里的任务, 省定跟市定
    [GeneratedRegex("省里.{1,16}市里|市里.{1,16}省里|省(?:里|级|定|的|政府|民生)[^,。?]{0,16}?(?:和|跟|与|、|还是|同|及|比|vs)市(?:里|级|定|的|自|政府|民生)|\\bprovincial (?:and|or) (?:the |in the )?(?:city|municipal)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BothLists();

    // 哪些实事, 第2件实事: where they are counted, the word alone means the projects.
    [GeneratedRegex("(?:件|项|个|条|哪些|什么|那些|这些)实事(?!求)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountedProjects();

    /// <summary>"有金额的", "涉及投资金额", "with percentages", "没有数字的": the kind of figures that the words name, <see cref="FigureKind.Any"/> where they name none.</summary>
    internal FigureKind FigureKindNamed => Has(Cue.Money) ? FigureKind.Money
        : Has(Cue.Percentages) ? FigureKind.Percentage
        : Has(Cue.WithoutFigures) ? FigureKind.None
        : Has(Cue.WithFigures) ? FigureKind.Number
        : FigureKind.Any;

    /// <summary>"含民生实事", "连民生实事一起算", "including public-benefit projects": not only those, but all.</summary>
    public bool IncludesLists => Cues.Where(c => c.Cue is Cue.LivelihoodList or Cue.ProvincialList or Cue.CityList or Cue.WorkReportList).ToList() is { Count: > 0 } named
        && named.TrueForAll(c => Inclusion.IsBeside(Text.Text, c.Span) || named.Exists(n => n.Span.Start >= c.Span.End && Text.Text[c.Span.End..n.Span.Start].Trim('的', '、', '和', ' ').Length == 0 && Inclusion.IsBeside(Text.Text, n.Span)));

    /// <summary>The role said, of whomever it is: "当牵头单位", where the term is the role.</summary>
    public OrganizationRole Role => (Has(Cue.Lead, Cue.LeadUnitTerm), Has(Cue.Support, Cue.SupportUnitTerm) && !Has(Cue.Partners)) switch
    {
        (true, false) => OrganizationRole.Lead,
        (false, true) => OrganizationRole.Support,
        (true, true) when IsAsked(Cue.Lead) => OrganizationRole.Support,
        (true, true) when IsAsked(Cue.Support) => OrganizationRole.Lead,
        _ => OrganizationRole.Any,
    };

    /// <summary>"配合的任务分别是谁牵头": the word stands only behind one that asks who.</summary>
    private bool IsAsked(Cue cue)
    {
        foreach (var said in Cues)
        {
            if (said.Cue == cue && !Cues.Any(c => c.Cue is Cue.Who or Cue.WhichOrganization && c.Span.End <= said.Span.Start && said.Span.Start - c.Span.End <= 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words that lean on something said before: "那普陀呢", "the two".</summary>
    public bool IsElliptic => Has(Cue.FollowUp, Cue.TheTwo);

    /// <summary>The words that each mention of a cue was heard in, in order; as in the normalised text.</summary>
    public IEnumerable<string> WordsOf(Cue cue) => Cues.Where(c => c.Cue == cue).Select(c => Text.Text[c.Span.Start..c.Span.End]);

    /// <summary>The named things of one type, each once; only wordings that mean one thing.</summary>
    public ImmutableArray<T> Named<T>()
        where T : Entity
    {
        // Asked for every type on every turn, and mostly there is none.
        ImmutableArray<T> named = [];
        foreach (var mention in Mentions)
        {
            if (mention.Candidates is [T only] && !named.Contains(only))
            {
                named = named.Add(only);
            }
        }

        return named;
    }
}

/// <summary>The words of a question that say what it is about, in groups that "和", "and" or a comma keep apart.</summary>
/// <param name="Groups">Each a list of pieces of normalised text; none is empty.</param>
public sealed record SubjectWords(ImmutableArray<SubjectGroup> Groups)
{
    /// <summary>Nothing.</summary>
    public static SubjectWords None { get; } = new([]);

    // A turn looks its subject up more than once: the last result is kept with the index that it was found in.
    private (WorkItemIndex Index, ImmutableArray<SubjectMatch> Matches)? found;

    /// <summary>What a search found before in this index, else what it finds now.</summary>
    internal ImmutableArray<SubjectMatch> FoundIn(WorkItemIndex index, Func<SubjectWords, WorkItemIndex, ImmutableArray<SubjectMatch>> search)
    {
        if (found is { } known && ReferenceEquals(known.Index, index))
        {
            return known.Matches;
        }

        var matches = search(this, index);
        found = (index, matches);
        return matches;
    }

    /// <summary>What the last search for it found in the whole store, best first; empty when nothing was found or nobody searched.</summary>
    internal ImmutableArray<SubjectMatch> Found => found?.Matches ?? [];

    /// <summary>True when the question has no subject.</summary>
    public bool IsEmpty => Groups.IsEmpty;

    /// <summary>All words, for showing.</summary>
    public override string ToString() => string.Join('、', Groups.Select(g => string.Join(' ', g.Pieces)));

    /// <inheritdoc/>
    public bool Equals(SubjectWords? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}

/// <summary>Pieces that belong together.</summary>
/// <param name="Pieces">In order; Chinese characters, or one English word or phrase.</param>
public sealed record SubjectGroup(ImmutableArray<string> Pieces);
