using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers in English; official Chinese names stay beside the English ones.</summary>
internal sealed class EnglishAnswerText(NameBook names, char rank) : AnswerText
{
    private const int ChineseBesideTitle = 60;
    private const int ChineseBesideShortTitle = 22;

    public override string ListSeparator => ", ";

    public override string PartSeparator => "; ";

    public override string NoTarget => "no target";

    public override string Yes => "Yes: ";

    public override string No => "No: ";

    public override string NotStated => "blank in the table, not stated";

    public override string WithoutSupport => "without supporting units";

    public override string WithoutOfficial => "without a lead official";

    public override string NoFigure => "The notice does not give a figure for this, only words.";

    public override string ConflictNote => "The lists differ in what they count; each figure stands as printed.";

    public override string CompareEqual => "both are the same";

    public override string Addressees(string words) => words.Length == 0 ? "The notice does not say to whom it goes." : $"Addressed to: {words}.";

    public override string CopiedTo(string words) => words.Length == 0 ? "The notice does not say who gets a copy." : $"Copied to: {words}.";

    public override string Disclosure(string words) => words.Length == 0 ? "The notice does not say whether it may be published." : $"The notice says: {words} (on its publication).";

    public override string CountsCompared(string each, int? difference) =>
        $"Tasks, the most first: {each}{(difference is { } by ? by == 0 ? "; as many" : $"; {by} more" : string.Empty)}.";

    public override string TargetsCompared(bool fewestFirst, bool areEqual, string each) => areEqual ? $"As many targets: {each}." : $"Targets, the {(fewestFirst ? "fewest" : "most")} first: {each}.";

    public override string LedBy(int count, string each) => $"Lead units of {Tasks(count)}: {each}.";

    public override string SupportedBy(int count, string organizations) =>
        count == 0 ? "There is no supporting unit." : $"{count} supporting unit{(count == 1 ? string.Empty : "s")}: {organizations}.";

    public override string StepOf(int number, int total, Milestone step) => $"Step {number} of {total}: by {Date(step.On)} {step.Text.TrimEnd('。', '；', '，')}.";

    public override string StepsOnly(int total) => $"The notice has only {total} step{(total == 1 ? string.Empty : "s")}.";

    public override string PlaceInOrder(int place, string names, string figure) => $"Number {place}: {names} with {figure}";

    public override string OrderHasOnly(int count) => $"Only {count} have a figure; there is no such place in the order";

    public override string Together(string areas) => $"{areas} together";

    public override string LeftOut(string conditions) => $"leaving out those {conditions}";

    public override string JointOnly => "carried by everybody jointly";

    public override string UnlikeUnits => "These targets are measured in different units and cannot be put in order. They are:";

    public override string InSection(int section) => $"in section {section}";

    public override string NoSumOfPercentages => "Percentages cannot be added up; here is each one.";

    public override string EveryAreaHasTarget => "Every area in the table has a target.";

    public override string More => "more";

    public override string NothingMore => "There is nothing more.";

    public override string NotShown(int lines) => $"… {lines} more do not fit here; please ask for less at a time.";

    public override string SuggestionsHeading => "You can go on with:";

    public override string NearHeading => "What the notice has that comes near:";

    public override string NoNotice => "There is no notice in the store yet. Please have the administrator import one.";

    public override string NoticeName(NoticeGroup group) => group.Year > 0 ? $"{PlaceOf(group)}, {group.Year}" : PlaceOf(group);

    public override string InNotice(NoticeGroup group, string headline) => $"[{NoticeName(group)}] {headline}";

    public override string WhichNotices(int count, string names) => $"Notices of {count} places or years may have this. Which do you mean? For example: {names}.";

    public override string AskOf(string place, int year, string question) => $"{place}{(year > 0 ? $" {year}" : string.Empty)}: {question}";

    private string PlaceOf(NoticeGroup group) =>
        names.Places.FirstOrDefault(p => p.Name == group.Place)?.English is { } english ? $"{english} ({group.Place})" : group.Place;

    public override string AndMore(int count) => $" and {count} more";

    public override string PlacesOf(string places, int count) => $"{count} places, among them {places}";

    public override string AskTaskCount => "how many tasks are there";

    public override string AskByYearEnd => "what is due by the end of the year";

    public override string AskHelp => "what can you do";

    public override string List(WorkListKind list) => list == WorkListKind.CityProjects && rank != '市' ? $"{Capital(PlaceWord)} public-benefit projects" : names.List(TaskExport.NameOf(list)).English ?? TaskExport.NameOf(list);

    public override string Place(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => item.Section > 0 ? $"{ListShort(item.List)}, section {item.Section} item {item.Item}" : $"{ListShort(item.List)}, item {item.Item}",
        _ => item.Item > 0 ? $"{ListShort(item.List)} project {item.Item}" : $"{ListShort(item.List)} projects, {Section(item)}",
    };

    public override string Place(WorkItem item, AnnexRow row) => $"{ListShort(item.List)} projects, annex row {row.Number}";

    public override string Section(WorkItem item) => item.SectionTitle.Length == 0 ? List(item.List)
        : names.Category(item.SectionTitle).English is { } english ? $"{english} ({item.SectionTitle})" : item.SectionTitle;

    public override string Organization(string name) => Beside(name, names.Organization(name).English ?? names.Group(name).English);

    public override string OrganizationShort(string name) => name;

    public override string Official(LeadOfficial official)
    {
        var entry = names.Official(official.Name, official.Post);
        var name = entry.Names.English is { } english ? $"{english} {official.Name}" : official.Name;
        return (entry.PostEnglish ?? official.Post) is { Length: > 0 } post ? $"{name} ({post})" : name;
    }

    public override string Area(string name) => names.Area(name).English is { } english ? $"{english} ({name})" : name;

    public override string AreaShort(string name) => names.Area(name).English ?? name;

    public override string Figure(Figure figure)
    {
        var (_, unit) = figure.Normalized;
        var amount = figure.IsPercentage ? figure.Written(Plain, figure.MeasureUnit, " to ")
            : figure.WithoutMultiplier().Written(unit.EndsWith('元') ? Money : Grouped, $" {MeasureUnitNames.English(unit)}", " to ").TrimEnd();
        var written = !figure.IsPercentage && figure.MeasureUnit != unit ? $" ({figure.Written(Plain, $" {figure.MeasureUnit}", "—")})" : string.Empty;
        return figure.Comparator switch
        {
            Comparator.AtLeast => $"at least {amount}",
            Comparator.MoreThan => $"more than {amount}",
            Comparator.AtMost => $"at most {amount}",
            Comparator.LessThan => $"less than {amount}",
            Comparator.About => $"about {amount}",
            _ => amount,
        } + written;
    }

    public override string Task(Notice notice, WorkItem item, int limit) =>
        names.TitleOf(notice, item) is { } title ? $"{title} — {Clip(item.Text, limit < 260 ? ChineseBesideShortTitle : Math.Max(ChineseBesideTitle, limit - title.Length))}" : Clip(item.Text, limit);

    public override string Row(Notice notice, WorkItem item, AnnexRow row) =>
        names.TitleOf(notice, item, row) is { } title ? $"{title} ({RowTitles.Of(row)})" : RowTitles.Of(row);

    public override string Indicator(Target target) => names.Indicator(target.Indicator) is { } english ? $"{english} ({target.Indicator})" : target.Indicator;

    public override string TargetLine(string indicator, string figure, bool isStretch) => $"{indicator}: {(isStretch ? Stretch(figure) : figure)}";

    public override string Stretch(string figure) => $"strive for {figure}";

    public override string LeadLabel(string organizations) => $"Lead unit: {organizations}";

    public override string SupportLabel(string organizations) => $"Supporting: {organizations}";

    public override string OfficialLabel(string officials) => $"Lead official: {officials}";

    public override string JointLabel(string organizations) => $"Carried jointly by: {organizations}";

    public override string TargetsLabel(string targets) => $"Targets: {targets}";

    public override string DeadlineLabel(Deadline deadline, bool hasMilestones) => !deadline.IsDerived
        ? $"Due: {Date(deadline.On)}"
        : hasMilestones
            ? $"All done by: {Date(deadline.On)} (derived: the notice dates only the milestones, so the end of the year)"
            : $"Due: {Date(deadline.On)} (derived: the notice does not give a date, so the end of the year)";

    public override string MilestonesLabel(ImmutableArray<Milestone> milestones) =>
        $"Milestones: {string.Join("; ", milestones.Select(m => $"by {Date(m.On)} {m.Text.TrimEnd('。', '；', '，')}"))}";

    public override string BreakdownLabel(string city, string areas) => $"Breakdown: whole {PlaceWord} {city}; {areas}";

    public override string City(string figure) => $"whole {PlaceWord} {figure}";

    public override string CityAndShare(string figure, string percent) => $"{City(figure)}, of which that is {percent}%";

    public override string Source(Notice notice) => notice.DocumentNumber.Length > 0 ? $"Source: {notice.DocumentNumber}" : $"Source: {notice.Title}";

    public override string QuoteAt(string quote, SourcePlace place) => $"The notice's words (line {place.Line}): “{quote}”";

    public override string LeadsHeading(int count, int onPage) => $"Leads ({count}{OnPage(count, onPage)})";

    public override string SupportsHeading(int count, int onPage) => $"Supports ({count}{OnPage(count, onPage)})";

    public override string JointHeading(int count, int onPage) => $"Takes part jointly ({count}{OnPage(count, onPage)}; named through a group such as all county governments)";

    private static string OnPage(int count, int onPage) => onPage < count ? $", {onPage} on this page" : string.Empty;

    public override string CountOfRoles(string each, int count) => count == 0 ? $"There is no task {each} in the notice." : $"{Tasks(count)} {each}.";

    public override string RoleCount(string organization, OrganizationRole role, int count, string byList) =>
        $"{organization} {(role == OrganizationRole.Lead ? "leads" : "supports")} {Tasks(count)}{(byList.Length > 0 ? $" ({byList})" : string.Empty)}.";

    public override string AllRolesCount(string organization, int total, int leads, int supports, int joint) =>
        $"{organization} takes part in {Tasks(total)}: leads {leads}, supports {supports}{(joint > 0 ? $", {joint} jointly" : string.Empty)}.";

    public override string LeadsNothing(string organization) => $"{organization} does not lead any task in the notice.";

    public override string SupportsNothing(string organization) => $"{organization} does not support any task in the notice.";

    public override string SharedOnlyJointly(string organizations, int count) =>
        $"There is no task in the notice that names both {organizations}; as members of a group they share {Tasks(count)}.";

    public override string MoneyNotGiven => "The notice does not give an amount of money for this, only these figures.";

    public override string SharedCount(string organizations, int count) =>
        count == 0 ? $"There is no task in the notice that {organizations} share." : $"{organizations} share {Tasks(count)}.";

    public override string OfficialCount(string official, int count, string byList) => $"{official} leads {Tasks(count)} ({byList}).";

    public override string FilterCount(string what, int count) =>
        count == 0 ? $"There is no such task in the notice{(what.Length > 0 ? $": {what}" : string.Empty)}." : $"{Tasks(count)}{(what.Length > 0 ? $": {what}" : string.Empty)}.";

    public override string ListCount(WorkListKind list, int count) => $"{List(list)} {count}";

    public override string TasksWord(int count) => Tasks(count);

    public override string OwnerOf(string leads, string supporting, string officials) =>
        $"Led by {leads}{(supporting.Length > 0 ? $", supported by {supporting}" : string.Empty)}{(officials.Length > 0 ? $"; lead official: {officials}" : string.Empty)}.";

    public override string NoFigureIn(string clause) =>
        $"The notice does not give a figure for this; it only says “{Clip(clause, 60)}”. The other figures of the same item measure something else.";

    public override string NotTheirs(string names, string subject) => $"{names} is not named in any task about “{Clip(subject, 60)}”.";

    public override string Higher(string area) => $"{area} is higher";

    public override string NotMentioned(string words) => $"(“{Clip(words, 60)}” is not in the notice.)";

    public override string FiguresUnder(string clause, string figures) => $"{figures} (stated right behind the notice's words “{Clip(clause, 60)}”).";

    public override string FiguresAt(string place, string figures) => $"{place}: {figures}";

    public override string FoundWith(string figures) => $"1 task fits, {figures}:";

    public override string Among(string restriction) => $"Among the tasks {restriction}: ";

    public override string LedByOfficial(string official) => $"led by {official}";

    public override string InLists(string lists) => $"in the {lists}";

    public override string AboutSubject(string subject) => $"about “{Clip(subject, 60)}”";

    public override string WithFigures(FigureKind kind) => kind switch
    {
        FigureKind.Money => "with a money target",
        FigureKind.Number => "with a figure",
        FigureKind.None => "without any figure",
        _ => "with a percentage target",
    };

    public override string SectionHasOnly(int section, int count) => $"Section {section} has only {count} items, not this one.";

    public override string OfSeveralYears => ". The task runs over several years; this is the date for this year's part";

    public override string SeveralLeads => "led by several units together";

    public override string WithOrganizations(OrganizationCount count) =>
        $"with {count.Least} or more {(count.Role == OrganizationRole.Lead ? "lead" : count.Role == OrganizationRole.Support ? "supporting" : "responsible")} units{(count.Least > 2 ? " (a group counts as one)" : string.Empty)}";

    public override string WithSteps => "with dated milestones";

    public override string ManyYears => "that name a later year or a plan of several years";

    public override string CountOfKind(string kind, int count, string byList) => count == 0 ? $"There is no task {kind} in the notice." : $"{Tasks(count)} {kind}: {byList}.";

    public override string AllHaveTarget(string areas, int rows) => $"There is no such task: all {rows} indicators of the annexes have a target for {areas}.";

    public override string Demands(string words) => words.Length == 0 ? "The covering letter does not ask anything further." : $"The covering letter says: “{words}”";

    public override string SecondName(string other, string name) => $"In the notice {other} is another name of {name}.";

    public override string NoSecondName(string name) => $"The notice gives {name} no other name.";

    public override string SeparateUnits(string names) => $"No: the notice lists {names} as separate units.";

    public override string OfficialsNamed(string who, string officials) => $"The tasks of {who} are led by {officials}:";

    public override string ExtremeOfMany(int carriers, bool areOfficials, int count, bool most) =>
        $"The {(most ? "most" : "fewest")}: {carriers} {(areOfficials ? "officials" : "units")} with {Tasks(count)} each.";

    public override string EndOf(string namesAndCounts, int carriers, bool areOfficials, bool most, OrganizationRole role) =>
        $"The {carriers} {(areOfficials ? "officials" : "units")} that {Doing(role)} the {(most ? "most" : "fewest")} tasks: {namesAndCounts}.";

    public override string CarriersWithin(int carriers, bool areOfficials, string tasks, OrganizationRole role) => carriers == 0
        ? $"There are no {(areOfficials ? "officials" : "units")} that {Doing(role)} {tasks} {(tasks == "1" ? "task" : "tasks")}."
        : $"{(areOfficials ? "Officials" : "Units")} that {Doing(role)} {tasks} {(tasks == "1" ? "task" : "tasks")}: {carriers}.";

    public override string Deputies(int count, string names) => count == 0 ? "The notice names no vice mayor." : $"The notice names {count} vice mayors: {names}.";

    private static string Doing(OrganizationRole role) => role == OrganizationRole.Lead ? "lead" : role == OrganizationRole.Support ? "support" : "take part in";

    public override string WithTargetIn(string areas) => $"with a target for {areas}";

    public override string WithoutTargetIn(string areas) => $"without a target for {areas}";

    public override string SupportsAndJoint(string organization, int total, int joint) =>
        $"{organization} supports {Tasks(total - joint)} and takes part in {joint} more jointly, through a group such as all county governments; {total} in all.";

    public override string Extreme(string names, int count, bool most, bool areTargets) => $"The {(most ? "most" : "fewest")}: {names} with {(areTargets ? $"{count} target{(count == 1 ? string.Empty : "s")}" : Tasks(count))}.";

    public override string OfficialFirst(string officials, string leads) => $"{officials} leads it{(leads.Length > 0 ? $"; lead unit: {leads}" : string.Empty)}.";

    public override string NoOfficial(string leads) => $"The notice names no lead official{(leads.Length > 0 ? $"; lead unit: {leads}" : string.Empty)}.";

    public override string OwnerAt(string task, string leads, string officials) =>
        $"“{task}”: {(leads.Length > 0 ? leads : officials)}{(leads.Length > 0 && officials.Length > 0 ? $" under {officials}" : string.Empty)}";

    public override string SameOwner(string owner, int count) => $"{owner.TrimEnd('.')} (all {Tasks(count)} that fit).";

    public override string OwnersCounted(int count, string officials, string leads) => $"{Tasks(count)}; lead officials: {officials}; lead units: {leads}.";

    public override string TakesPart(string organization, bool leads, bool jointly) =>
        leads ? $"Yes, {organization} leads it." : jointly ? $"Yes, {organization} takes part jointly, through a group such as all county governments." : $"Yes, {organization} supports it.";

    public override string TakesNoPart(string organization, string owner) => $"No, {organization} is not named in it. {owner}";

    public override string TakesPartInSome(string organization, int part, int count) => $"{organization} takes part in {part} of these {count} tasks.";

    public override string StepNamed(Milestone step, string clause) => $"By {Date(step.On)}: {step.Text.TrimEnd('。', '；', '，')}{(clause.Length > 0 ? $" (the notice: “{Clip(clause, 60)}”)" : string.Empty)}";

    public override string StepsBy(string steps, string before) => $"{steps}{(before.Length > 0 ? $"; before that: {before}" : string.Empty)}.";

    public override string ListsDue(string lists, DateOnly on, string clause, int others) =>
        $"{lists}: by {Date(on)}{(clause.Length > 0 ? $" (the notice: “{Clip(clause, 80)}”{(clause.Contains("原则上", StringComparison.Ordinal) ? ", that is in principle" : string.Empty)})" : string.Empty)}{(others > 0 ? $"; {others} more {(others == 1 ? "has a date" : "have dates")} of their own" : string.Empty)}.";

    public override string SentIn(DateOnly on, string to, string clause) => $"By {Date(on)}{(to.Length > 0 ? $", to {to}" : string.Empty)} (the notice: “{Clip(clause, 100)}”).";

    public override string OwnersOf(int count) => $"{Tasks(count)} fit; this is who carries them:";

    public override string JointOwner(string organizations) => $"There is no single lead unit: carried jointly by {organizations}.";

    public override string FiguresOf(int count) => $"{Tasks(count)} with figures:";

    public override string TaskFound(int count) => count == 1 ? "1 task fits:" : $"{count} tasks fit:";

    public override string DeadlineHeadline(string deadline) => deadline;

    public override string Period(DuePeriod period, int year) => period.From is not { } from ? $"by {Date(period.To.In(year))}"
        : from == period.To ? $"on {Date(from.In(year))}"
        : $"from {Date(from.In(year))} to {Date(period.To.In(year))}";

    public override string StatedDue(string period, int count, int steps) =>
        $"{Tasks(count)} with a stated date {period}{(steps == 0 ? string.Empty : steps == count ? ", each of them a step and not the whole task" : $", of which {steps} only as a step and not the whole task")}.";

    public override string NoneDue(string period) => $"The notice does not state any task due {period}.";

    public override string UndatedDue(int count, DateOnly end) =>
        $"Another {Tasks(count)} {(count == 1 ? "has" : "have")} no date of completion in the notice and {(count == 1 ? "counts" : "count")} to the year's end ({Date(end)}).";

    public override string CarriedBy(string organizations, OrganizationRole role) =>
        $"{(role == OrganizationRole.Lead ? "led by" : role == OrganizationRole.Support ? "supported by" : "of")} {organizations}";

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

    public override string AreasWithin(string bound, int count, string areas) =>
        count == 0 ? $"There is no area with a target of {bound}" : $"{count} area{(count == 1 ? string.Empty : "s")} with a target of {bound}: {areas}";

    public override string TargetsWithin(string areas, string bound, int count) =>
        count == 0 ? $"There is no target of {bound} for {areas}." : $"{areas}: {count} target{(count == 1 ? string.Empty : "s")} of {bound}.";

    public override string PartnersOf(string who, int count) => $"{count} units take part in the tasks of {who}:";

    public override string OfficialsOf(string organization, int count) => $"The tasks of {organization} stand under {count} lead official{(count == 1 ? string.Empty : "s")}:";

    public override string FieldsOf(string who, int count) => $"The tasks of {who} stand in {count} section{(count == 1 ? string.Empty : "s")}:";

    public override string AreaValue(string area, string figure, string city) => $"{area}: {figure} (whole {PlaceWord} {city})";

    public override string AreaHasNone(string area) => $"There is no target for {area} here.";

    public override string AreaTargetsMissing(string areas, int count) => count == 0 ? $"Every indicator of the tables gives {areas} a target." : $"The tables give {areas} no target for {count} {(count == 1 ? "indicator" : "indicators")}.";

    public override string AreaAllTargets(string area, int with, int without) =>
        $"{area} has {with} target{(with == 1 ? string.Empty : "s")}{(without > 0 ? $"; for {without} more indicators the tables give {area} no target" : string.Empty)}.";

    public override string NotBrokenDown(string area) => $"This task is not broken down{(area.Length > 0 ? $" to {area}" : string.Empty)}; the notice gives the {PlaceWord}'s figure only:";

    public override string CompareResult(string larger, string difference) => $"{larger} has more, by {difference}";

    public override string Largest(string areas, string figure) => $"The largest is {areas}: {figure}";

    public override string Smallest(string areas, string figure) => $"The smallest is {areas}: {figure}";

    public override string RankHeadline(int count) => $"From most to least, {count} areas have a target:";

    public override string ShareOf(string area, string figure, string city, string percent) => $"{area}: {figure} of {city}, that is {percent}%";

    public override string Difference(string difference) => $"A difference of {difference}";

    public override string UnitsOf(int count, string owner) => $"{count} units: {owner}";

    public override string Total(string sum, string parts) => $"{sum} in all ({parts})";

    public override string SumOf(string areas, string sum, string parts) => $"{areas} together: {sum} ({parts})";

    public override string OnlyOneHas(string area) => $"only {area} has a target for this";

    public override string Others(string values) => $"besides: {values}";

    public override string AreaTargetsAlone(string areas, int count) => count == 0 ? $"No target is set for {areas} alone." : $"Targets set for {areas} alone: {count}";

    public override string WithoutTarget(string areas) => $"There is no target for: {areas}";

    public override string AllAreasHeadline(int rows) => rows == 1 ? "Targets by area:" : $"Targets by area ({rows} indicators):";

    public override string Page(int from, int to, int total) => $"({from}–{to} of {total}{(to < total ? "; type “more” for the next page" : string.Empty)})";

    public override string ByOfficialHeadline(int officials, int tasks) => $"{officials} officials lead {tasks} tasks:";

    public override string ByOrganizationHeadline(int shown, int total, OrganizationRole role) =>
        $"{total} units {(role == OrganizationRole.Lead ? "lead" : role == OrganizationRole.Support ? "support" : "take part in")} tasks{(shown < total ? $"; the first {shown}" : string.Empty)}:";

    public override string NameAndCount(string name, int count, string detail) => $"{name}: {count}{(detail.Length > 0 ? $" ({detail})" : string.Empty)}";

    public override string DocumentNumber(Notice notice) =>
        notice.DocumentNumber.Length == 0 ? "This notice does not have a document number." : $"The document number is {notice.DocumentNumber}.";

    public override string IssuedOn(Notice notice) => (notice.IssuedOn, notice.PrintedOn) switch
    {
        ({ } issued, { } printed) => $"Dated {Date(issued)}, printed and sent on {Date(printed)}.",
        ({ } issued, null) => $"Dated {Date(issued)}.",
        (null, { } printed) => $"Printed and sent on {Date(printed)}.",
        _ => "The notice does not state a date.",
    };

    public override string Issuer(Notice notice) => notice.Issuer.Length == 0 ? "The notice does not state who issued it." : $"Issued by {Beside(notice.Issuer, IssuerInEnglish(notice))}.";

    public override string Title(Notice notice) => notice.Title.Length == 0 ? "The notice does not have a title." : $"《{notice.Title}》 ({notice.DocumentNumber}).";

    public override string Parts(Notice notice, int count) => $"{notice.DocumentNumber} has {count} parts:";

    public override string Part(WorkList list, int tasks, int sections) => $"{List(list.Kind)} ({list.Title}): {(sections > 0 ? $"{sections} sections, " : string.Empty)}{tasks} tasks";

    public override string TaskCount(Notice notice, int total, string byList) => $"{notice.DocumentNumber} has {total} tasks: {byList}.";

    public override string Areas(int count) => $"The annex tables have {count} areas:";

    public override string Findings(int total, int warnings) => $"The import noted {total} findings, {warnings} of which need a look:";

    public override string Definition(DefinedTerm term) => term switch
    {
        DefinedTerm.LivelihoodProject => "Public-benefit projects (民生实事): what a government promises its people to get done within the year; there are provincial and city ones, each with responsible units and a target that can be checked.",
        DefinedTerm.LeadOrganization => "Lead unit (牵头单位): the first unit in a task's list of responsible units; it answers for the task and the others support it.",
        DefinedTerm.SupportingOrganization => "Supporting unit (配合单位): every responsible unit behind the first; it helps the lead unit.",
        DefinedTerm.ResponsibleOrganizations => "Responsible units (责任单位): all units that carry a task; the first leads, the others support.",
        DefinedTerm.LeadOfficial => "Lead official (牵头领导): the mayor, vice mayor or other official who leads a task.",
        DefinedTerm.JointTask => "Joint tasks (共同落实): named for a group such as all county governments; every member takes part and no single unit leads.",
        DefinedTerm.Slash => "A “/” in a table means that the area has no target there, which is not the same as 0.",
        DefinedTerm.Pace => "Pace (序时进度): the share of the year that has gone; a figure at or above it is on track, below it behind.",
        _ => "Government work report (政府工作报告): the government's yearly report to the people's congress; its key work is broken down to officials and units.",
    };

    public override string Talk(SmallTalk kind, string notices) => kind switch
    {
        SmallTalk.Greeting => $"Hello! I answer questions about tasks, targets and the breakdown by county in {notices}.",
        SmallTalk.Thanks => "You are welcome.",
        SmallTalk.Goodbye => "Goodbye, come back any time.",
        _ => $"I answer from {notices}: what a unit leads or supports, what an official leads, who is responsible for something, which target, how much for each county, and the notice's own words for an item. Ask in Chinese, English or pinyin.",
    };

    public override string WelcomeTitle => "Hello, I answer questions about key tasks";

    public override string WelcomeScope(string notices, int tasks) => $"I answer from the {tasks} tasks of {notices}, and say for each where it stands. Type a question in English, Chinese or pinyin, or press an example:";

    public override string WelcomeByWhom => "From a unit, official or area to its tasks";

    public override string WelcomeByWhat => "From a subject to who does it, and how much";

    public override string Refusal(RefusalReason reason, string word, string years, string places, NoticeGroup? group) => reason switch
    {
        RefusalReason.OtherPlace => $"I do not have a notice for {word}, only for {places}.",
        RefusalReason.OtherYear when group is not null => $"I do not have a notice of {PlaceOf(group)} for {word}, only for {years}.",
        RefusalReason.OtherYear => $"I do not have a notice for {word}, only for {years}.",
        RefusalReason.NotKept => $"That (“{word}”) is not in the notice; I can answer about tasks, who carries them and targets.",
        RefusalReason.NotExplained => "The notice does not say more than the words below.",
        RefusalReason.Progress => "The notice only has targets; there is no progress data in it.",
        RefusalReason.Reasons => "The notice does not give reasons, only tasks and targets.",
        RefusalReason.Budget => "The notice does not give budgets or costs.",
        RefusalReason.Instruction => "Sorry, I cannot follow such instructions; I only answer about the tasks and targets in the notice.",
        RefusalReason.NotFound => $"“{Clip(word, 60)}” is not in the notice.",
        RefusalReason.Empty => "I couldn't find a question in that. Please name a unit, an official, a task or an indicator.",
        RefusalReason.TooLong => "The question is too long; please ask it in a sentence or two.",
        RefusalReason.Writing => "Sorry, I do not write speeches, reports or other texts; I only answer about the tasks and targets in the notice.",
        RefusalReason.Average => "The notice does not give averages, and I do not work them out.",
        _ => "I didn't understand that. Please name a unit, an official, a task, an indicator or a county.",
    };

    public override string ChooseAmong(string word) => $"“{word}” may mean one of these. Which did you mean?";

    public override string AskLeads(string organization) => $"what does {organization} lead";

    public override string AskSupports(string organization) => $"what does {organization} support";

    public override string AskOfficial(string official) => $"what does {names.Official(official, string.Empty).Names.English ?? official} lead";

    public override string AskOwner(string subject) => $"who is responsible for {subject}";

    public override string AskBreakdown(string subject) => $"{subject} by county";

    public override string AskArea(string area) => $"all public-benefit targets of {names.Area(area).English ?? area}";

    public override string AskPlace(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport or WorkListKind.Other => item.Section > 0 ? $"section {item.Section} item {item.Item}" : $"work report item {item.Item}",
        WorkListKind.ProvincialProjects => $"provincial project {item.Item}",
        _ => $"{PlaceWord} project {item.Item}",
    };

    public override string Finding(ImportFinding finding, SourcePlace place) => $"line {place.Line}: {FindingText.In(ReplyLanguage.English).Describe(finding)}";

    private string ListShort(WorkListKind list) => list switch
    {
        WorkListKind.WorkReport => "Work report",
        WorkListKind.ProvincialProjects => "Provincial",
        WorkListKind.CityProjects => Capital(PlaceWord),
        _ => "Other",
    };

    /// <summary>What the notice's place is.</summary>
    private string PlaceWord => rank switch
    {
        '县' => "county",
        '区' => "district",
        '省' => "province",
        '州' => "prefecture",
        _ => "city",
    };

    private static string Capital(string word) => string.Concat(char.ToUpperInvariant(word[0]), word[1..]);

    private static string Tasks(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private static string Grouped(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static string Money(decimal value) => value switch
    {
        >= 1_000_000_000m => $"{Plain(value / 1_000_000_000m)} billion",
        >= 1_000_000m => $"{Plain(value / 1_000_000m)} million",
        _ => Grouped(value),
    };

    private static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Beside(string name, string? english) => english is null ? name : $"{name} ({english})";

    private string? IssuerInEnglish(Notice notice) =>
        names.Places.FirstOrDefault(p => notice.Issuer.StartsWith(p.Name, StringComparison.Ordinal))?.English is { } place ? $"General Office of the {place} government" : null;
}
