using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of tasks: their figures, days and conditions. In English.</content>
internal sealed partial class EnglishAnswerText
{
    public override string WithoutSupport => "without supporting units";

    public override string WithoutOfficial => "without a lead official";

    public override string NoFigure => "The notice does not give a figure for this, only words.";

    public override string ConflictNote => "The lists differ in what they count; each figure stands as printed.";

    public override string StepOf(int number, int total, Milestone step) => $"Step {number} of {total}: by {Date(step.On)} {step.Text.TrimEnd('。', '；', '，')}.";

    public override string StepsOnly(int total) => $"The notice has only {total} step{(total == 1 ? string.Empty : "s")}.";

    public override string LeftOut(string conditions) => $"leaving out those {conditions}";

    public override string JointOnly => "carried by everybody jointly";

    public override string InSection(int section) => $"in section {section}";

    public override string MoneyNotGiven => "The notice does not give an amount of money for this, only these figures.";

    public override string NumberedIn(int numbers) => $" (The list has {numbers} numbers; one that is given to several units counts once for each.)";

    public override string FilterCount(string what, int count) =>
        count == 0 ? $"There is no such task in the notice{(what.Length > 0 ? $": {what}" : string.Empty)}." : $"{Tasks(count)}{(what.Length > 0 ? $": {what}" : string.Empty)}.";

    public override string ListCount(WorkListKind list, int count) => $"{List(list)} {count}";

    public override string TasksWord(int count) => Tasks(count);

    public override string NoFigureIn(string clause) =>
        $"The notice does not give a figure for this; it only says “{Clip(clause, 60)}”. The other figures of the same item measure something else.";

    public override string NoFigureOf(int year) => $"The notice gives no figure for {year} alone, only: ";

    public override string FreeNotSaid => "The notice does not say whether it is free. ";

    public override string NotFor(string named) => $"The notice has no such task for “{named}”; what comes near:";

    public override string NotMentioned(string words) => $"(“{Clip(words, 60)}” is not in the notice.)";

    public override string FiguresUnder(string clause, string figures) => $"{figures} (stated right behind the notice's words “{Clip(clause, 60)}”).";

    public override string FiguresAt(string place, string figures) => $"{place}: {figures}";

    public override string FoundWith(string figures) => $"1 task fits, {figures}:";

    public override string Among(string restriction) => $"Among the tasks {restriction}: ";

    public override string InLists(string lists) => $"in the {lists}";

    public override string AboutSubject(string subject) => $"about “{Clip(subject, 60)}”";

    public override string WithFigures(FigureKind kind) => kind switch
    {
        FigureKind.Money => "with a money target",
        FigureKind.Number => "with a figure",
        FigureKind.None => "without any figure",
        _ => "with a percentage target",
    };

    public override string SectionHasOnly(int section, int count) => $"There is no such item: section {section} has only {count} items.";

    public override string OverYears(string span) => $"The task runs over several years ({span}) and the notice gives no date for all of it; this year's part: ";

    public override string NoPartOfYear => "The notice gives no figure for this year alone, only one for several years: ";

    public override string OfSeveralYears => ". The task runs over several years; this is the date for this year's part";

    public override string SeveralLeads => "led by several units together";

    public override string WithOrganizations(OrganizationCount count) =>
        $"with {count.Least} or more {(count.Role == OrganizationRole.Lead ? "lead" : count.Role == OrganizationRole.Support ? "supporting" : "responsible")} units{(count.Least > 2 ? " (a group counts as one)" : string.Empty)}";

    public override string WithSteps => "with dated milestones";

    public override string ManyYears => "that name a later year or a plan of several years";

    public override string CountOfKind(string kind, int count, string byList) => count == 0 ? $"There is no task {kind} in the notice." : $"{Tasks(count)} {kind}: {byList}.";

    public override string WithTargetIn(string areas) => $"with a target for {areas}";

    public override string WithoutTargetIn(string areas) => $"without a target for {areas}";

    public override string StepNamed(Milestone step, string clause) => $"By {Date(step.On)}: {step.Text.TrimEnd('。', '；', '，')}{(clause.Length > 0 ? $" (the notice: “{Clip(clause, 60)}”)" : string.Empty)}";

    public override string StepsBy(string steps, string before) => $"{steps}{(before.Length > 0 ? $"; before that: {before}" : string.Empty)}.";

    public override string ListsDue(string lists, DateOnly on, string clause, int others) =>
        $"{lists}: by {Date(on)}{(clause.Length > 0 ? $" (the notice: “{Clip(clause, 80)}”{(clause.Contains("原则上", StringComparison.Ordinal) ? ", that is in principle" : string.Empty)})" : string.Empty)}{(others > 0 ? $"; {others} more {(others == 1 ? "has a date" : "have dates")} of their own" : string.Empty)}.";

    public override string SentIn(DateOnly on, string to, string clause) => $"By {Date(on)}{(to.Length > 0 ? $", to {to}" : string.Empty)} (the notice: “{Clip(clause, 100)}”).";

    public override string FiguresOf(int count) => $"{Tasks(count)} with figures:";

    public override string TaskFound(int count) => count == 1 ? "1 task fits:" : $"{count} tasks fit:";

    public override string Period(DuePeriod period, int year) => period.From is not { } from ? $"by {Date(period.To.In(year))}"
        : from == period.To ? $"on {Date(from.In(year))}"
        : $"from {Date(from.In(year))} to {Date(period.To.In(year))}";

    public override string StatedDue(string period, int count, int steps) =>
        $"{Tasks(count)} with a stated date {period}{(steps == 0 ? string.Empty : steps == count ? ", each of them a step and not the whole task" : $", of which {steps} only as a step and not the whole task")}.";

    public override string NoneDue(string period) => $"The notice does not state any task due {period}.";

    public override string UndatedDue(int count, DateOnly end) =>
        $"Another {Tasks(count)} {(count == 1 ? "has" : "have")} no date of completion in the notice and {(count == 1 ? "counts" : "count")} to the year's end ({Date(end)}).";

    public override string Bound(FigureBound bound)
    {
        var unit = bound.MeasureUnits is [not "-" and var first, ..] ? MeasureUnitNames.English(first) : string.Empty;
        string Amount(decimal value) => unit == "%" ? $"{Plain(value)}%" : $"{Grouped(value)} {unit}".TrimEnd();
        return (bound.Least, bound.Most) switch
        {
            ({ } least, { } most) when least == most => Amount(least),
            ({ } least, { } most) => $"between {Amount(least)} and {Amount(most)}",
            ({ } least, null) => $"{(bound.WithLeast ? "at least" : "more than")} {Amount(least)}",
            (null, { } most) => $"{(bound.WithMost ? "at most" : "less than")} {Amount(most)}",
            _ => unit,
        };
    }

    public override string MeasureUnit(string unit) => MeasureUnitNames.English(unit) is { Length: > 0 } english ? english : unit;

    public override string FiguresWithin(string bound, int count) => $"{Tasks(count)} with a target of {bound}.";

    public override string NoneWithin(string bound) => $"There is no task with a target of {bound}.";

    public override string OtherUnits(string unit, string units, bool isCompared) =>
        $"There is no target here{(unit.Length > 0 ? $" in “{unit}”" : string.Empty)}{(units.Length > 0 ? $", only in {Clip(units, 120)}{(isCompared ? "; different units cannot be compared" : string.Empty)}" : string.Empty)}.";

    public override string MixedUnits => "The question does not name a unit; these are measured differently and cannot be compared with one another.";

    public override string PartOf(string whole, string percent) => $", {percent}% of {whole}";

    public override string StageUndated => "The notice gives no date for that, nor one for the whole task.";

    public override string LargerBy(string larger, string difference) => $"“{larger}” is higher, by {difference}";

    public override string Total(string sum, string parts) => $"{sum} in all ({parts})";
}
