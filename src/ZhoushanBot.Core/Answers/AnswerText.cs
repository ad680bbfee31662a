using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>All that an answer says, by meaning. One class a language, so that a missing translation does not compile.</summary>
internal abstract class AnswerText
{
    /// <param name="language">In which language.</param>
    /// <param name="names">Names in both languages.</param>
    /// <param name="rank">市, 县, 区, 省 or 州: of the place whose notices they are.</param>
    public static AnswerText Of(ReplyLanguage language, NameBook names, char rank = '市') =>
        language == ReplyLanguage.English ? new EnglishAnswerText(names, rank) : new ChineseAnswerText(rank);

    /// <summary>Between names of a list.</summary>
    public abstract string ListSeparator { get; }

    /// <summary>Between the parts of a line.</summary>
    public abstract string PartSeparator { get; }

    public abstract string List(WorkListKind list);

    /// <summary>List, section and item of a task.</summary>
    public abstract string Place(WorkItem item);

    /// <summary>List and number of an annex row.</summary>
    public abstract string Place(WorkItem item, AnnexRow row);

    public abstract string Section(WorkItem item);

    public abstract string Organization(string name);

    /// <summary>An organization where room is short.</summary>
    public abstract string OrganizationShort(string name);

    public abstract string Official(LeadOfficial official);

    public abstract string Area(string name);

    /// <summary>An area where room is short.</summary>
    public abstract string AreaShort(string name);

    public abstract string Figure(Figure figure);

    /// <summary>A task in its own words, at most <paramref name="limit"/> characters of them.</summary>
    public abstract string Task(Notice notice, WorkItem item, int limit);

    /// <summary>What an annex row counts, without the province's figures that its name may repeat.</summary>
    public abstract string Row(Notice notice, WorkItem item, AnnexRow row);

    public abstract string Indicator(Target target);

    public abstract string TargetLine(string indicator, string figure, bool isStretch);

    /// <summary>力争: a figure that is striven for.</summary>
    public abstract string Stretch(string figure);

    public abstract string LeadLabel(string organizations);

    public abstract string SupportLabel(string organizations);

    public abstract string OfficialLabel(string officials);

    public abstract string JointLabel(string organizations);

    public abstract string TargetsLabel(string targets);

    /// <summary>When a task is due; of a task with <paramref name="hasMilestones"/> it is not said that the notice gives no date.</summary>
    public abstract string DeadlineLabel(Deadline deadline, bool hasMilestones);

    public abstract string MilestonesLabel(ImmutableArray<Milestone> milestones);

    public abstract string BreakdownLabel(string city, string areas);

    public abstract string City(string figure);

    /// <summary>The city's figure, and how much of it a sum is.</summary>
    public abstract string CityAndShare(string figure, string percent);

    public abstract string NoTarget { get; }

    public abstract string NotStated { get; }

    public abstract string Source(Notice notice);

    public abstract string QuoteAt(string quote, SourcePlace place);

    public abstract string LeadsHeading(int count, int onPage);

    public abstract string SupportsHeading(int count, int onPage);

    public abstract string JointHeading(int count, int onPage);

    public abstract string CountOfRoles(string each, int count);

    public abstract string RoleCount(string organization, OrganizationRole role, int count, string byList);

    public abstract string AllRolesCount(string organization, int total, int leads, int supports, int joint);

    public abstract string LeadsNothing(string organization);

    public abstract string SupportsNothing(string organization);

    public abstract string SharedCount(string organizations, int count);

    public abstract string SharedOnlyJointly(string organizations, int count);

    public abstract string MoneyNotGiven { get; }

    public abstract string Areas(int count);

    public abstract string OfficialCount(string official, int count, string byList);

    public abstract string FilterCount(string what, int count);

    public abstract string ListCount(WorkListKind list, int count);

    public abstract string TasksWord(int count);

    public abstract string OwnerOf(string leads, string supporting, string officials);

    public abstract string OwnersOf(int count);

    /// <summary>Of one task or several, the official first and then the lead units.</summary>
    public abstract string OfficialFirst(string officials, string leads);

    /// <summary>The notice names no official for it.</summary>
    public abstract string NoOfficial(string leads);

    /// <summary>Who leads a task of several, and under whom; either may be empty.</summary>
    public abstract string OwnerAt(string task, string leads, string officials);

    /// <summary>So many tasks have the same lead unit or official.</summary>
    public abstract string SameOwner(string owner, int count);

    /// <summary>Of many tasks the officials and the lead units, each with its count.</summary>
    public abstract string OwnersCounted(int count, string officials, string leads);

    /// <summary>Whether an organization takes part in one task; null for not at all.</summary>
    public abstract string TakesPart(string organization, bool leads, bool jointly);

    /// <summary>An organization is not named in what was shown, and who is.</summary>
    public abstract string TakesNoPart(string organization, string owner);

    /// <summary>In how many of several tasks an organization takes part.</summary>
    public abstract string TakesPartInSome(string organization, int part, int count);

    /// <summary>A step by its day; the notice's clause where that says more than the step's words, else empty.</summary>
    public abstract string StepNamed(Milestone step, string clause);

    /// <summary>What has to be done by a day: the steps up to it, the last one first.</summary>
    public abstract string StepsBy(string steps, string before);

    /// <summary>When all tasks of some lists are due, with the notice's words for it.</summary>
    public abstract string ListsDue(string lists, DateOnly on, string clause, int others);

    /// <summary>By when and to whom something is sent in, with the notice's words.</summary>
    public abstract string SentIn(DateOnly on, string to, string clause);

    public abstract string JointOwner(string organizations);

    public abstract string FiguresOf(int count);

    public abstract string NoFigure { get; }

    /// <summary>The clause that the subject stands in has no figure; other figures of the task measure something else.</summary>
    public abstract string NoFigureIn(string clause);

    /// <summary>The clause that the subject stands in has no figure; those of the clauses that carry it on, in the notice's words.</summary>
    public abstract string FiguresUnder(string clause, string figures);

    /// <summary>A unit or official has no part in what the notice says about a subject.</summary>
    public abstract string NotTheirs(string names, string subject);

    /// <summary>Of percentages side by side: whose is higher.</summary>
    public abstract string Higher(string area);

    /// <summary>Words of the question that the notice does not have.</summary>
    public abstract string NotMentioned(string words);

    /// <summary>The figures of the task at one place.</summary>
    public abstract string FiguresAt(string place, string figures);

    /// <summary>One task, with the figures asked for.</summary>
    public abstract string FoundWith(string figures);

    /// <summary>Head of a count over fewer tasks than all of a unit or official: "Among the tasks …: ".</summary>
    public abstract string Among(string restriction);

    /// <summary>A restriction: led by an official.</summary>
    public abstract string LedByOfficial(string official);

    /// <summary>A restriction: in these lists.</summary>
    public abstract string InLists(string lists);

    /// <summary>A restriction: about a subject.</summary>
    public abstract string AboutSubject(string subject);

    /// <summary>A restriction: with a figure of a kind.</summary>
    public abstract string WithFigures(FigureKind kind);

    /// <summary>A restriction: no other unit supports.</summary>
    public abstract string WithoutSupport { get; }

    /// <summary>A restriction: no lead official is named.</summary>
    public abstract string WithoutOfficial { get; }

    /// <summary>A restriction: no target for these areas.</summary>
    public abstract string WithoutTargetIn(string areas);

    /// <summary>There is no such item: how many the section has.</summary>
    public abstract string SectionHasOnly(int section, int count);

    /// <summary>Part of <see cref="Among"/>.</summary>
    public abstract string SeveralLeads { get; }

    /// <summary>Behind a date: the task goes on for years, and the date is that of this year's part.</summary>
    public abstract string OfSeveralYears { get; }

    /// <summary>Part of <see cref="Among"/>: so many units or more; from three on it is said that a group counts as one.</summary>
    public abstract string WithOrganizations(OrganizationCount count);

    /// <summary>Part of <see cref="Among"/>: the notice gives dated steps.</summary>
    public abstract string WithSteps { get; }

    /// <summary>Part of <see cref="Among"/>: a later year or several years are named.</summary>
    public abstract string ManyYears { get; }

    /// <summary>How many tasks are of a kind that <see cref="Among"/>'s parts describe; 0 for none.</summary>
    public abstract string CountOfKind(string kind, int count, string byList);

    /// <summary>That every row of the annexes has a target for the areas.</summary>
    public abstract string AllHaveTarget(string areas, int rows);

    /// <summary>Part of <see cref="Among"/>.</summary>
    public abstract string WithTargetIn(string areas);

    /// <summary>How many tasks an organization supports, those included that it carries as a member of a group.</summary>
    public abstract string SupportsAndJoint(string organization, int total, int joint);

    /// <summary>That a name stands in the notice in brackets behind another.</summary>
    public abstract string SecondName(string other, string name);

    /// <summary>That the notice gives an organization no other name.</summary>
    public abstract string NoSecondName(string name);

    /// <summary>That the notice lists organizations apart.</summary>
    public abstract string SeparateUnits(string names);

    /// <summary>Under which officials somebody's tasks are, all of them named.</summary>
    public abstract string OfficialsNamed(string who, string officials);

    /// <summary>So many of those counted have equally many, the most or the fewest.</summary>
    public abstract string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most);

    /// <summary>Those at one end, in order, with their counts.</summary>
    public abstract string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role);

    /// <summary>How many have a number of tasks, "2" or "more than 10".</summary>
    public abstract string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role);

    /// <summary>How many deputy heads of government there are, and who.</summary>
    public abstract string Deputies(int count, string names);

    /// <summary>Who has the most or the fewest tasks, or which area targets.</summary>
    public abstract string Extreme(string names, int count, bool most, bool areTargets);

    public abstract string TaskFound(int count);

    public abstract string ConflictNote { get; }

    public abstract string DeadlineHeadline(string deadline);

    /// <summary>The days within which something is due, as they follow a verb: "by 30 June 2024".</summary>
    public abstract string Period(DuePeriod period, int year);

    /// <summary>For so many tasks the notice states a day within the period; for some of them only of a step.</summary>
    public abstract string StatedDue(string period, int count, int steps);

    /// <summary>The notice states no day within the period.</summary>
    public abstract string NoneDue(string period);

    /// <summary>So many more have no date and count to the year's end.</summary>
    public abstract string UndatedDue(int count, DateOnly end);

    /// <summary>A restriction: an organization's tasks, in a role.</summary>
    public abstract string CarriedBy(string organizations, OrganizationRole role);

    /// <summary>A bound in words: "more than 30 km".</summary>
    public abstract string Bound(FigureBound bound);

    /// <summary>A measure unit in words; may be empty.</summary>
    public abstract string MeasureUnit(string unit);

    public abstract string FiguresWithin(string bound, int count);

    public abstract string NoneWithin(string bound);

    /// <summary>What was found is not measured in the unit of the question.</summary>
    /// <param name="unit">Of the question; may be empty.</param>
    /// <param name="units">Those that there are; may be empty.</param>
    /// <param name="isCompared">An amount was held against them, not only the unit asked for.</param>
    public abstract string OtherUnits(string unit, string units, bool isCompared);

    /// <summary>The question names no unit, and what fits has several.</summary>
    public abstract string MixedUnits { get; }

    /// <summary>The areas whose target lies within a bound, each with its figure.</summary>
    public abstract string AreasWithin(string bound, int count, string areas);

    /// <summary>How many targets of some areas lie within a bound.</summary>
    public abstract string TargetsWithin(string areas, string bound, int count);

    public abstract string PartnersOf(string who, int count);

    public abstract string OfficialsOf(string organization, int count);

    public abstract string FieldsOf(string who, int count);

    public abstract string AreaValue(string area, string figure, string city);

    public abstract string AreaHasNone(string area);

    public abstract string AreaAllTargets(string area, int with, int without);

    /// <summary>How many indicators of the tables give the areas no target; may be 0.</summary>
    public abstract string AreaTargetsMissing(string areas, int count);

    public abstract string NotBrokenDown(string area);

    public abstract string CompareResult(string larger, string difference);

    public abstract string CompareEqual { get; }

    public abstract string Largest(string areas, string figure);

    public abstract string Smallest(string areas, string figure);

    public abstract string RankHeadline(int count);

    public abstract string ShareOf(string area, string figure, string city, string percent);

    public abstract string SumOf(string areas, string sum, string parts);

    /// <summary>"相差 0.5个百分点".</summary>
    public abstract string Difference(string difference);

    /// <summary>Organizations of a task, counted, in front of their names.</summary>
    public abstract string UnitsOf(int count, string owner);

    /// <summary>"合计 55个（40个 + 15个）".</summary>
    public abstract string Total(string sum, string parts);

    /// <summary>Of two areas only this one has a target.</summary>
    public abstract string OnlyOneHas(string area);

    /// <summary>What the areas besides those added up have.</summary>
    public abstract string Others(string values);

    /// <summary>How many targets only these areas have.</summary>
    public abstract string AreaTargetsAlone(string areas, int count);

    /// <summary>主送, in the notice's words; empty when it names nobody.</summary>
    public abstract string Addressees(string words);

    /// <summary>抄送, in the notice's words; empty when it names nobody.</summary>
    public abstract string CopiedTo(string words);

    /// <summary>What the covering letter asks, in the notice's words; empty when it says nothing.</summary>
    public abstract string Demands(string words);

    /// <summary>Whether it may be published, in the notice's words; empty when it does not say.</summary>
    public abstract string Disclosure(string words);

    /// <summary>Counts of several units or officials side by side.</summary>
    /// <param name="each">Each with its count, the most first.</param>
    /// <param name="difference">By how many the first of two has more; null of more than two.</param>
    public abstract string CountsCompared(string each, int? difference);

    /// <summary>How many targets each of several areas has.</summary>
    /// <param name="fewestFirst">In which order they stand.</param>
    /// <param name="areEqual">All have as many.</param>
    /// <param name="each">Each with its count.</param>
    public abstract string TargetsCompared(bool fewestFirst, bool areEqual, string each);

    /// <summary>Which units lead the tasks meant, each with its count.</summary>
    public abstract string LedBy(int count, string each);

    /// <summary>Who supports a task: how many, and who; none is said as well.</summary>
    public abstract string SupportedBy(int count, string organizations);

    /// <summary>One dated step of a plan.</summary>
    /// <param name="number">Which, from one.</param>
    /// <param name="total">Of how many.</param>
    /// <param name="step">The step.</param>
    public abstract string StepOf(int number, int total, Milestone step);

    /// <summary>A plan has fewer steps than the one asked for.</summary>
    public abstract string StepsOnly(int total);

    /// <summary>Who stands at a place in an order.</summary>
    public abstract string PlaceInOrder(int place, string names, string figure);

    /// <summary>Fewer stand in the order than the place asked for.</summary>
    public abstract string OrderHasOnly(int count);

    /// <summary>Several areas as one.</summary>
    public abstract string Together(string areas);

    /// <summary>What is left out of the tasks meant.</summary>
    public abstract string LeftOut(string conditions);

    /// <summary>Of tasks that everybody carries.</summary>
    public abstract string JointOnly { get; }

    public abstract string InSection(int section);

    /// <summary>The targets asked to be put in order are measured in different units.</summary>
    public abstract string UnlikeUnits { get; }

    public abstract string NoSumOfPercentages { get; }

    public abstract string WithoutTarget(string areas);

    public abstract string EveryAreaHasTarget { get; }

    public abstract string AllAreasHeadline(int rows);

    public abstract string Page(int from, int to, int total);

    public abstract string More { get; }

    public abstract string NothingMore { get; }

    public abstract string NotShown(int lines);

    public abstract string SuggestionsHeading { get; }

    public abstract string ByOfficialHeadline(int officials, int tasks);

    public abstract string ByOrganizationHeadline(int shown, int total, OrganizationRole role);

    public abstract string NameAndCount(string name, int count, string detail);

    public abstract string DocumentNumber(Notice notice);

    public abstract string IssuedOn(Notice notice);

    public abstract string Issuer(Notice notice);

    public abstract string Title(Notice notice);

    public abstract string Parts(Notice notice, int count);

    public abstract string Part(WorkList list, int tasks, int sections);

    public abstract string TaskCount(Notice notice, int total, string byList);

    public abstract string Findings(int total, int warnings);

    public abstract string Definition(DefinedTerm term);

    public abstract string Talk(SmallTalk kind, string notices);

    /// <summary>What the bot is, for whoever meets it first.</summary>
    public abstract string WelcomeTitle { get; }

    /// <summary>What it answers from and how it is asked.</summary>
    public abstract string WelcomeScope(string notices, int tasks);

    /// <summary>Over questions that begin with somebody and find what is to be done.</summary>
    public abstract string WelcomeByWhom { get; }

    /// <summary>Over questions that begin with a thing and find who does it and how much.</summary>
    public abstract string WelcomeByWhat { get; }

    /// <summary>Why there is no answer.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="word">What was asked for.</param>
    /// <param name="years">Of the notices that there are.</param>
    /// <param name="places">Of the notices that there are.</param>
    /// <param name="group">Whose year it is, where the store has notices of several places; null otherwise.</param>
    public abstract string Refusal(RefusalReason reason, string word, string years, string places, NoticeGroup? group);

    public abstract string NearHeading { get; }

    public abstract string ChooseAmong(string word);

    public abstract string NoNotice { get; }

    /// <summary>Place and year of a group of notices.</summary>
    public abstract string NoticeName(NoticeGroup group);

    /// <summary>An answer with the notices that it is from, in a store of several places or years.</summary>
    public abstract string InNotice(NoticeGroup group, string headline);

    /// <summary>Asks back: more notices could be meant than can be answered at once.</summary>
    public abstract string WhichNotices(int count, string names);

    /// <summary>A question with the place that it is asked of, and the year unless it is 0.</summary>
    public abstract string AskOf(string place, int year, string question);

    /// <summary>Behind those that are named: so many others.</summary>
    public abstract string AndMore(int count);

    /// <summary>Some places of many.</summary>
    public abstract string PlacesOf(string places, int count);

    public abstract string AskLeads(string organization);

    public abstract string AskSupports(string organization);

    public abstract string AskOfficial(string official);

    public abstract string AskOwner(string subject);

    public abstract string AskBreakdown(string subject);

    public abstract string AskArea(string area);

    public abstract string AskTaskCount { get; }

    public abstract string AskByYearEnd { get; }

    public abstract string AskHelp { get; }

    public abstract string AskPlace(WorkItem item);

    public abstract string Finding(ImportFinding finding, SourcePlace place);

    /// <summary>In front of an answer: it is as the question says.</summary>
    public abstract string Yes { get; }

    /// <summary>In front of an answer: it is not as the question says.</summary>
    public abstract string No { get; }

    /// <summary>A figure without trailing zeros.</summary>
    protected static string Plain(decimal value) =>
        decimal.IsInteger(value) && value is < int.MaxValue and > int.MinValue ? ((int)value).ToString(CultureInfo.InvariantCulture) : value.ToString("0.############", CultureInfo.InvariantCulture);

    protected static string Clip(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        // A number cut in two is another number, and half a surrogate pair is no character.
        var end = limit - 1;
        while (end > 0 && ((char.IsDigit(text[end]) && (char.IsDigit(text[end - 1]) || text[end - 1] is '.' or ',')) || (text[end] is '.' or ',' && char.IsDigit(text[end - 1])) || char.IsLowSurrogate(text[end])))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>Names after their list: "3、省 5".</summary>
    public string ByList(IEnumerable<WorkItem> items) =>
        string.Join(ListSeparator, items.CountBy(i => i.List).OrderBy(c => c.Key).Select(c => ListCount(c.Key, c.Value)));

    public string Organizations(ImmutableArray<OrganizationMention> mentions) => mentions is [var only] ? Organization(only.Name) : string.Join(ListSeparator, mentions.Select(m => Organization(m.Name)));

    public string OrganizationsShort(ImmutableArray<OrganizationMention> mentions) => mentions is [var only] ? OrganizationShort(only.Name) : string.Join(ListSeparator, mentions.Select(m => OrganizationShort(m.Name)));

    public string Officials(ImmutableArray<LeadOfficial> officials) => officials is [var only] ? Official(only) : string.Join(ListSeparator, officials.Select(Official));

    /// <summary>What a cell says, in words.</summary>
    public string Cell(CellValue value) => value switch
    {
        CellValue.Amount amount => Figure(amount.Figure),
        CellValue.Words words => words.Text,
        CellValue.Blank => NotStated,
        _ => NoTarget,
    };
}
