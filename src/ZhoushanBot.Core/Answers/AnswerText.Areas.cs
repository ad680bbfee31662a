namespace ZhoushanBot.Core.Answers;

/// <content>What is said of areas and their targets.</content>
internal abstract partial class AnswerText
{
    /// <summary>A row's figures for the city and the areas; the row's name is empty where the task has no other.</summary>
    public abstract string BreakdownLabel(string row, string city, string areas);

    public abstract string City(string figure);

    /// <summary>The city's figure, and how much of it a sum is.</summary>
    public abstract string CityAndShare(string figure, string percent);

    public abstract string Areas(int count);

    /// <summary>Of percentages side by side: whose is higher.</summary>
    public abstract string Higher(string area);

    /// <summary>That every row of the annexes has a target for the areas.</summary>
    public abstract string AllHaveTarget(string areas, int rows);

    /// <summary>The areas whose target lies within a bound, each with its figure.</summary>
    public abstract string AreasWithin(string bound, int count, string areas);

    /// <summary>How many targets of some areas lie within a bound.</summary>
    public abstract string TargetsWithin(string areas, string bound, int count);

    public abstract string AreaValue(string area, string figure, string city);

    public abstract string AreaHasNone(string area);

    public abstract string AreaAllTargets(string area, int with, int without);

    /// <summary>How many indicators of the tables give the areas no target; may be 0.</summary>
    public abstract string AreaTargetsMissing(string areas, int count);

    /// <summary>How many targets the annexes set for an area, beside the tasks of its government.</summary>
    public abstract string AreaTargetsBeside(string area, int count);

    public abstract string NotBrokenDown(string area);

    public abstract string CompareResult(string larger, string difference);

    public abstract string CompareEqual { get; }

    public abstract string Largest(string areas, string figure);

    /// <summary>How many targets of an area there are that are larger than others' (empty: than all others').</summary>
    public abstract string MoreIn(string area, string others, int count);

    /// <summary>"Which has the most?" where all have as much.</summary>
    public abstract string AllAlike(string areas, string figure);

    public abstract string Smallest(string areas, string figure);

    /// <summary>Of the counties and districts alone the one that stands at the end asked for.</summary>
    public abstract string AmongCounties(string areas, string figure);

    /// <summary>So many from an end of the order, each with its figure.</summary>
    public abstract string Foremost(int count, string named, bool largest);

    public abstract string RankHeadline(int count);

    public abstract string ShareOf(string area, string figure, string city, string percent);

    public abstract string SumOf(string areas, string sum, string parts);

    /// <summary>Of two areas only this one has a target.</summary>
    public abstract string OnlyOneHas(string area);

    /// <summary>What the areas besides those added up have.</summary>
    public abstract string Others(string values);

    /// <summary>How many targets only these areas have.</summary>
    public abstract string AreaTargetsAlone(string areas, int count);

    /// <summary>How many targets each of several areas has.</summary>
    /// <param name="fewestFirst">In which order they stand.</param>
    /// <param name="areEqual">All have as many.</param>
    /// <param name="each">Each with its count.</param>
    public abstract string TargetsCompared(bool fewestFirst, bool areEqual, string each);

    /// <summary>Who stands at a place in an order.</summary>
    public abstract string PlaceInOrder(int place, string names, string figure);

    /// <summary>Fewer stand in the order than the place asked for.</summary>
    public abstract string OrderHasOnly(int count);

    /// <summary>Several areas as one.</summary>
    public abstract string Together(string areas);

    /// <summary>The targets asked to be put in order are measured in different units.</summary>
    public abstract string UnlikeUnits { get; }

    public abstract string NoSumOfRates { get; }

    public abstract string WithoutTarget(string areas);

    public abstract string EveryAreaHasTarget { get; }

    /// <summary>Of the counties and districts each has one, whatever other areas have.</summary>
    public abstract string EveryCountyHasTarget { get; }

    public abstract string AllAreasHeadline(int rows);
}
