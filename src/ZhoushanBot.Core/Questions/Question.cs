using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>What of a task is asked for.</summary>
public enum TaskAspect
{
    /// <summary>Which tasks they are.</summary>
    List,

    /// <summary>How many they are.</summary>
    Count,

    /// <summary>Who of several units or officials has more of them.</summary>
    CountsCompared,

    /// <summary>Who carries them: organizations and official.</summary>
    Owner,

    /// <summary>Which figures.</summary>
    Figures,

    /// <summary>Everything about them.</summary>
    Detail,

    /// <summary>By when.</summary>
    Deadline,

    /// <summary>Which organizations take part beside the one that was named.</summary>
    Partners,

    /// <summary>Under which officials.</summary>
    Officials,

    /// <summary>In which sections and fields.</summary>
    Fields,

    /// <summary>The notice's own words.</summary>
    Quote,

    /// <summary>Whether the named organizations are one and the same.</summary>
    Identity,

    /// <summary>Which organizations support them, and how many.</summary>
    Supporting,

    /// <summary>How many organizations carry them, and which.</summary>
    Units,

    /// <summary>Which organizations lead them, each with its count.</summary>
    Leads,

    /// <summary>Whether the named organizations take part in them, and how.</summary>
    TakesPart,
}

/// <summary>What is asked of area targets.</summary>
public enum AreaOperation
{
    /// <summary>The target of each named area, or of all areas when none is named.</summary>
    Value,

    /// <summary>Named areas side by side.</summary>
    Compare,

    /// <summary>The area with the largest target.</summary>
    Largest,

    /// <summary>The area with the smallest target.</summary>
    Smallest,

    /// <summary>All areas in the order of their targets.</summary>
    Rank,

    /// <summary>The named areas' part of the city's figure.</summary>
    Share,

    /// <summary>The named areas together.</summary>
    Sum,

    /// <summary>The areas that have none.</summary>
    Without,

    /// <summary>The targets that only the named areas have.</summary>
    Only,

    /// <summary>The targets of which the first named area has more than each other one named, or than all others where it is named alone.</summary>
    MoreIn,

    /// <summary>The targets of which the named area has the largest part of the city's figure, largest part first.</summary>
    LargestShare,

    /// <summary>Which of the named areas has more targets.</summary>
    CountCompared,

    /// <summary>What part of the city's figure the area with the largest target has.</summary>
    ShareOfLargest,

    /// <summary>What part of the city's figure the area with the smallest target has.</summary>
    ShareOfSmallest,

    /// <summary>The first named area against the others together.</summary>
    AgainstSum,
}

/// <summary>What is asked about a notice itself.</summary>
public enum NoticeTopic
{
    /// <summary>What the notice is: number, title, date, parts.</summary>
    Overview,

    /// <summary>文号.</summary>
    DocumentNumber,

    /// <summary>When it was issued.</summary>
    IssuedOn,

    /// <summary>Who issued it.</summary>
    Issuer,

    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its lists and sections.</summary>
    Parts,

    /// <summary>Which section has the most tasks.</summary>
    LargestSection,

    /// <summary>Which section has the fewest tasks.</summary>
    SmallestSection,

    /// <summary>How many tasks it has.</summary>
    TaskCount,

    /// <summary>Which areas its tables have.</summary>
    Areas,

    /// <summary>What the import repaired or doubts.</summary>
    Findings,

    /// <summary>主送: to whom it goes.</summary>
    Addressees,

    /// <summary>抄送: who gets a copy.</summary>
    CopiedTo,

    /// <summary>Whether it may be published.</summary>
    Disclosure,

    /// <summary>What its covering letter asks of the addressees.</summary>
    Demands,

    /// <summary>By when and to whom something is to be sent in, as its covering letter asks.</summary>
    SendingIn,

    /// <summary>Which deadlines it states, and what holds where it states none.</summary>
    Deadlines,
}

/// <summary>Words of the field that the bot explains.</summary>
public enum DefinedTerm
{
    /// <summary>民生实事.</summary>
    LivelihoodProject,

    /// <summary>牵头单位.</summary>
    LeadOrganization,

    /// <summary>配合单位.</summary>
    SupportingOrganization,

    /// <summary>责任单位.</summary>
    ResponsibleOrganizations,

    /// <summary>牵头领导.</summary>
    LeadOfficial,

    /// <summary>共同落实, group entries.</summary>
    JointTask,

    /// <summary>"/" in a table.</summary>
    Slash,

    /// <summary>序时进度.</summary>
    Pace,

    /// <summary>政府工作报告.</summary>
    WorkReport,
}

/// <summary>Talk that asks for nothing in the notice.</summary>
public enum SmallTalk
{
    /// <summary>你好.</summary>
    Greeting,

    /// <summary>谢谢.</summary>
    Thanks,

    /// <summary>再见.</summary>
    Goodbye,

    /// <summary>What can you do.</summary>
    Help,
}

/// <summary>Why a question cannot be answered from the notice.</summary>
public enum RefusalReason
{
    /// <summary>Another city or province.</summary>
    OtherPlace,

    /// <summary>Another year.</summary>
    OtherYear,

    /// <summary>Telephone numbers, weather and the like.</summary>
    NotKept,

    /// <summary>How far something has got: a notice only sets targets.</summary>
    Progress,

    /// <summary>Why something was decided.</summary>
    Reasons,

    /// <summary>Budgets and costs.</summary>
    Budget,

    /// <summary>An instruction to the bot instead of a question.</summary>
    Instruction,

    /// <summary>Nothing in the notice fits the subject.</summary>
    NotFound,

    /// <summary>The question was not understood.</summary>
    NotUnderstood,

    /// <summary>Nothing to read: blank, or no letter at all.</summary>
    Empty,

    /// <summary>Longer than a question.</summary>
    TooLong,

    /// <summary>Averages, which the bot does not make.</summary>
    Average,

    /// <summary>More than the notice says of what was shown.</summary>
    NotExplained,

    /// <summary>Something to be written for the asker: a speech, a report.</summary>
    Writing,
}

/// <summary>An understood question. A closed set.</summary>
public abstract record Question
{
    private Question()
    {
    }

    /// <summary>Talk.</summary>
    /// <param name="Kind">Which.</param>
    public sealed record Talk(SmallTalk Kind) : Question;

    /// <summary>About a notice itself.</summary>
    /// <param name="Topic">What.</param>
    public sealed record AboutNotice(NoticeTopic Topic) : Question
    {
        /// <summary>What is asked for together with the topic: "啥时候发的，文号是多少". May be empty; never holds the topic itself.</summary>
        public ImmutableArray<NoticeTopic> Besides { get; init; } = [];

        /// <summary>The one list that is asked about: "工作报告那份清单分几个部分"; null for the whole notice.</summary>
        public WorkListKind? List { get; init; }
    }

    /// <summary>The meaning of a word.</summary>
    /// <param name="Term">Which.</param>
    public sealed record Definition(DefinedTerm Term) : Question;

    /// <summary>About tasks.</summary>
    /// <param name="Filter">Which tasks.</param>
    /// <param name="Aspect">What of them.</param>
    public sealed record Tasks(TaskFilter Filter, TaskAspect Aspect) : Question
    {
        /// <summary>What is asked for together with the aspect: "多少，归谁管". May be empty; never holds the aspect itself.</summary>
        public ImmutableArray<TaskAspect> Besides { get; init; } = [];

        /// <summary>Which dated step is asked for: its number, -1 for the last; 0 for none.</summary>
        public int Step { get; init; }

        /// <summary>Which dated steps are asked for, in the notice's words; empty for none.</summary>
        public ImmutableArray<string> Steps { get; init; } = [];

        /// <summary>What is asked to be made of their figures.</summary>
        public Reckoning Reckoned { get; init; }

        /// <summary>Of those who carry them the official is asked for.</summary>
        public bool AsksOfficial { get; init; }

        /// <summary>The task was shown before: where the subject's own clause has no figure, those of the whole task are meant.</summary>
        public bool IsOfShown { get; init; }
    }

    /// <summary>About area targets.</summary>
    /// <param name="Filter">Of which tasks.</param>
    /// <param name="Areas">Of which areas; empty for all.</param>
    /// <param name="Operation">What is asked.</param>
    public sealed record AreaFigures(TaskFilter Filter, ImmutableArray<string> Areas, AreaOperation Operation) : Question
    {
        /// <summary>Who carries the task is asked for as well.</summary>
        public bool WithOwner { get; init; }

        /// <summary>All areas are asked for beside the one at an end of their order.</summary>
        public bool WithBreakdown { get; init; }

        /// <summary>Yes or no is asked: whether all areas have a target.</summary>
        public bool AsksWhetherAll { get; init; }

        /// <summary>Amounts between which an area's figure has to lie; null for any.</summary>
        public FigureBound? Bound { get; init; }

        /// <summary>Areas that are left out of a comparison; may be empty.</summary>
        public ImmutableArray<string> Excluded { get; init; } = [];

        /// <summary>Which place in the order is asked for; 0 for the first.</summary>
        public int Nth { get; init; }

        /// <summary>A county is asked for: where the end of the order is none, the county that stands nearest to it is told as well.</summary>
        public bool AmongCounties { get; init; }

        /// <summary>How many from that end of the order are asked for, or are added up; below 0 from its other end; 0 for the first alone, or all.</summary>
        public int Foremost { get; init; }
    }

    /// <summary>How many tasks each official has.</summary>
    public sealed record TasksByOfficial : Question
    {
        /// <summary>Which lists count; empty for all.</summary>
        public ImmutableArray<WorkListKind> Lists { get; init; } = [];

        /// <summary>Which of them are meant; null for all.</summary>
        public CountedPart? Part { get; init; }

        /// <summary>Which place in the order is asked for; 0 for the first.</summary>
        public int Nth { get; init; }

        /// <summary>Whether the one with the most or the fewest is asked for, or all.</summary>
        public AreaOperation Operation { get; init; }
    }

    /// <summary>How many tasks each organization has.</summary>
    /// <param name="Role">In which role.</param>
    public sealed record TasksByOrganization(OrganizationRole Role) : Question
    {
        /// <summary>Which lists count; empty for all.</summary>
        public ImmutableArray<WorkListKind> Lists { get; init; } = [];

        /// <summary>Which of them are meant; null for all.</summary>
        public CountedPart? Part { get; init; }

        /// <summary>Which place in the order is asked for; 0 for the first.</summary>
        public int Nth { get; init; }

        /// <summary>Whether the one with the most or the fewest is asked for, or all.</summary>
        public AreaOperation Operation { get; init; }
    }

    /// <summary>The next page of the last answer.</summary>
    public sealed record NextPage : Question;

    /// <summary>A wording that may mean several things.</summary>
    /// <param name="Mention">The wording and what it may mean.</param>
    /// <param name="Text">The question, in which a choice takes the place of the wording.</param>
    public sealed record Choice(Mention Mention, string Text) : Question;

    /// <summary>Notices of more places could be meant than can be answered at once.</summary>
    /// <param name="Places">The likeliest, never empty.</param>
    /// <param name="Text">The question as typed, asked again when a place is named.</param>
    public sealed record WhichPlace(ImmutableArray<string> Places, string Text) : Question;

    /// <summary>How the work stands: never the reading of a question, but what a reading asks beside the notice, for those who may see it.</summary>
    /// <param name="Query">Which status.</param>
    public sealed record Status(StatusQuery Query) : Question;

    /// <summary>Cannot be answered from the notice.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Word">The word that shows it; may be empty.</param>
    /// <param name="Near">What in the notice comes near; of another place the same of this one, kept for "and ours?" and not shown. Null when there is none.</param>
    public sealed record Refusal(RefusalReason Reason, string Word, Question? Near) : Question;
}
