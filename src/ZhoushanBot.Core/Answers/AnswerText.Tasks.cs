using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of tasks: their figures, days and conditions.</content>
internal abstract partial class AnswerText
{
    public abstract string MoneyNotGiven { get; }

    /// <summary>Behind a count: the list has only so many numbers, for some are given to several units.</summary>
    public abstract string NumberedIn(int numbers);

    public abstract string FilterCount(string what, int count);

    public abstract string ListCount(WorkListKind list, int count);

    public abstract string TasksWord(int count);

    /// <summary>A step by its day; the notice's clause where that says more than the step's words, else empty.</summary>
    public abstract string StepNamed(Milestone step, string clause);

    /// <summary>What has to be done by a day: the steps up to it, the last one first.</summary>
    public abstract string StepsBy(string steps, string before);

    /// <summary>When all tasks of some lists are due, with the notice's words for it.</summary>
    public abstract string ListsDue(string lists, DateOnly on, string clause, int others);

    /// <summary>By when and to whom something is sent in, with the notice's words.</summary>
    public abstract string SentIn(DateOnly on, string to, string clause);

    public abstract string FiguresOf(int count);

    public abstract string NoFigure { get; }

    /// <summary>The clause that the subject stands in has no figure; other figures of the task measure something else.</summary>
    public abstract string NoFigureIn(string clause);

    /// <summary>The clause that the subject stands in has no figure; those of the clauses that carry it on, in the notice's words.</summary>
    public abstract string FiguresUnder(string clause, string figures);

    /// <summary>Words of the question that the notice does not have.</summary>
    public abstract string NotMentioned(string words);

    /// <summary>In front of figures of this year's notice: of another year that it speaks of there is none alone.</summary>
    public abstract string NoFigureOf(int year);

    /// <summary>In front of an answer: whether it costs anything is not said.</summary>
    public abstract string FreeNotSaid { get; }

    /// <summary>What was found is not said of these: the people that it is for, or the contrary of a word such as 新建 in it.</summary>
    public abstract string NotFor(string named);

    /// <summary>The figures of the task at one place.</summary>
    public abstract string FiguresAt(string place, string figures);

    /// <summary>One task, with the figures asked for.</summary>
    public abstract string FoundWith(string figures);

    /// <summary>Head of a count over fewer tasks than all of a unit or official: "Among the tasks …: ".</summary>
    public abstract string Among(string restriction);

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

    /// <summary>In front of the date for this year's part: the years that the task runs over, in the notice's words.</summary>
    public abstract string OverYears(string span);

    /// <summary>A figure is of several years, and this year's part of it is asked for.</summary>
    public abstract string NoPartOfYear { get; }

    /// <summary>Part of <see cref="Among"/>: so many units or more; from three on it is said that a group counts as one.</summary>
    public abstract string WithOrganizations(OrganizationCount count);

    /// <summary>Part of <see cref="Among"/>: the notice gives dated steps.</summary>
    public abstract string WithSteps { get; }

    /// <summary>Part of <see cref="Among"/>: a later year or several years are named.</summary>
    public abstract string ManyYears { get; }

    /// <summary>How many tasks are of a kind that <see cref="Among"/>'s parts describe; 0 for none.</summary>
    public abstract string CountOfKind(string kind, int count, string byList);

    /// <summary>Part of <see cref="Among"/>.</summary>
    public abstract string WithTargetIn(string areas);

    public abstract string TaskFound(int count);

    public abstract string ConflictNote { get; }

    /// <summary>The days within which something is due, as they follow a verb: "by 30 June 2024".</summary>
    public abstract string Period(DuePeriod period, int year);

    /// <summary>For so many tasks the notice states a day within the period; for some of them only of a step.</summary>
    public abstract string StatedDue(string period, int count, int steps);

    /// <summary>The notice states no day within the period.</summary>
    public abstract string NoneDue(string period);

    /// <summary>So many more have no date and count to the year's end.</summary>
    public abstract string UndatedDue(int count, DateOnly end);

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

    /// <summary>Behind a figure that is a part: what share of the whole it is.</summary>
    public abstract string PartOf(string whole, string percent);

    /// <summary>The notice gives the stage of work asked for no day.</summary>
    public abstract string StageUndated { get; }

    /// <summary>"先进制造业投资更多，相差 190亿元".</summary>
    public abstract string LargerBy(string larger, string difference);

    /// <summary>"合计 55个（40个 + 15个）".</summary>
    public abstract string Total(string sum, string parts);

    /// <summary>One dated step of a plan.</summary>
    /// <param name="number">Which, from one.</param>
    /// <param name="total">Of how many.</param>
    /// <param name="step">The step.</param>
    public abstract string StepOf(int number, int total, Milestone step);

    /// <summary>A plan has fewer steps than the one asked for.</summary>
    public abstract string StepsOnly(int total);

    /// <summary>What is left out of the tasks meant.</summary>
    public abstract string LeftOut(string conditions);

    /// <summary>Of tasks that everybody carries.</summary>
    public abstract string JointOnly { get; }

    public abstract string InSection(int section);
}
