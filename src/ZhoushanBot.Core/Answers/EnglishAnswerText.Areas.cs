namespace ZhoushanBot.Core.Answers;

/// <content>What is said of areas and their targets. In English.</content>
internal sealed partial class EnglishAnswerText
{
    public override string CompareEqual => "both are the same";

    public override string TargetsCompared(bool fewestFirst, bool areEqual, string each) => areEqual ? $"As many targets: {each}." : $"Targets, the {(fewestFirst ? "fewest" : "most")} first: {each}.";

    public override string PlaceInOrder(int place, string names, string figure) => $"Number {place}: {names} with {figure}";

    public override string OrderHasOnly(int count) => $"Only {count} have a figure; there is no such place in the order";

    public override string Together(string areas) => $"{areas} together";

    public override string UnlikeUnits => "These targets are measured in different units and cannot be put in order. They are:";

    public override string NoSumOfRates => "Percentages, rates and averages cannot be added up; here is each one.";

    public override string EveryCountyHasTarget => "every county and district has a target";

    public override string EveryAreaHasTarget => "Every area in the table has a target.";

    public override string BreakdownLabel(string row, string city, string areas) => $"Breakdown{(row.Length > 0 ? $", {row}" : string.Empty)}: whole {PlaceWord} {city}; {areas}";

    public override string City(string figure) => $"whole {PlaceWord} {figure}";

    public override string CityAndShare(string figure, string percent) => $"{City(figure)}, of which that is {percent}%";

    public override string Higher(string area) => $"{area} is higher";

    public override string AllHaveTarget(string areas, int rows) => $"There is no such task: all {rows} indicators of the annexes have a target for {areas}.";

    public override string AreasWithin(string bound, int count, string areas) =>
        count == 0 ? $"There is no area with a target of {bound}" : $"{count} area{(count == 1 ? string.Empty : "s")} with a target of {bound}: {areas}";

    public override string TargetsWithin(string areas, string bound, int count) =>
        count == 0 ? $"There is no target of {bound} for {areas}." : $"{areas}: {count} target{(count == 1 ? string.Empty : "s")} of {bound}.";

    public override string AreaValue(string area, string figure, string city) => $"{area}: {figure} (whole {PlaceWord} {city})";

    public override string AreaHasNone(string area) => $"There is no target for {area} here.";

    public override string AreaTargetsMissing(string areas, int count) => count == 0 ? $"Every indicator of the tables gives {areas} a target." : $"The tables give {areas} no target for {count} {(count == 1 ? "indicator" : "indicators")}.";

    public override string AreaAllTargets(string area, int with, int without) =>
        $"{area} has {with} target{(with == 1 ? string.Empty : "s")}{(without > 0 ? $"; for {without} more indicators the tables give {area} no target" : string.Empty)}.";

    public override string AreaTargetsBeside(string area, int count) => $"Besides, the annexes set {count} target{(count == 1 ? string.Empty : "s")} for {area}.";

    public override string NotBrokenDown(string area) => $"This task is not broken down{(area.Length > 0 ? $" to {area}" : string.Empty)}; the notice gives the {PlaceWord}'s figure only:";

    public override string CompareResult(string larger, string difference) => $"{larger} has more, by {difference}";

    public override string AllAlike(string areas, string figure) => $"All have the same, {figure} ({areas})";

    public override string MoreIn(string area, string others, int count) =>
        $"{count} {(count == 1 ? "target" : "targets")} of {area} {(count == 1 ? "is" : "are")} larger than {(others.Length > 0 ? $"that of {others}" : "every other area's")}{(count > 0 ? ":" : ".")}";

    public override string Largest(string areas, string figure) => $"The largest is {areas}: {figure}";

    public override string Smallest(string areas, string figure) => $"The smallest is {areas}: {figure}";

    public override string AmongCounties(string areas, string figure) => $"of the counties and districts alone it is {areas}: {figure}";

    public override string Foremost(int count, string named, bool largest) => $"The {count} with the {(largest ? "most" : "least")}: {named}";

    public override string RankHeadline(int count) => $"From most to least, {count} areas have a target:";

    public override string ShareOf(string area, string figure, string city, string percent) => $"{area}: {figure} of {city}, that is {percent}%";

    public override string SumOf(string areas, string sum, string parts) => $"{areas} together: {sum} ({parts})";

    public override string OnlyOneHas(string area) => $"only {area} has a target for this";

    public override string Others(string values) => $"besides: {values}";

    public override string AreaTargetsAlone(string areas, int count) => count == 0 ? $"No target is set for {areas} alone." : $"Targets set for {areas} alone: {count}";

    public override string WithoutTarget(string areas) => $"There is no target for: {areas}";

    public override string AllAreasHeadline(int rows) => rows == 1 ? "Targets by area:" : $"Targets by area ({rows} indicators):";

    public override string Areas(int count) => $"The annex tables have {count} areas:";
}
