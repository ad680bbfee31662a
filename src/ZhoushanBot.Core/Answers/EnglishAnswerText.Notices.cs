using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of notices, and what cannot be answered from them. In English.</content>
internal sealed partial class EnglishAnswerText
{
    public override string Addressees(string words) => words.Length == 0 ? "The notice does not say to whom it goes." : $"Addressed to: {words}.";

    public override string CopiedTo(string words) => words.Length == 0 ? "The notice does not say who gets a copy." : $"Copied to: {words}.";

    public override string Deadlines(DateOnly yearEnd, int stated) => $"Tasks without a date of their own are due on 31 December {yearEnd.Year} (derived: the end of the year); {stated} have a date or dated steps{(stated > 0 ? ":" : ".")}";

    public override string Disclosure(string words) => words.Length == 0 ? "The notice does not say whether it may be published." : $"The notice says: {words} (on its publication).";

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

    public override string Demands(string words) => words.Length == 0 ? "The covering letter does not ask anything further." : $"The covering letter says: “{words}”";

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

    public override string SectionName(Notice notice, WorkItem item) =>
        $"{ListShort(item.List)}{(item.Section > 0 ? $" section {item.Section}" : string.Empty)}{(item.SectionTitle.Length == 0 ? string.Empty : names.SectionOf(notice, item) is { } title ? $": {title} ({item.SectionTitle})" : $": {Section(item)}")}";

    public override string SectionAtEnd(string sections, int count, bool isLargest) => $"{(isLargest ? "Most" : "Fewest")} tasks: {sections}, {count}.";

    public override string TaskCount(Notice notice, int total, string byList) => $"{notice.DocumentNumber} has {total} tasks: {byList}.";

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

    /// <summary>Ningbo of 宁波, Hohhot of 呼和浩特; a name of unknown rank is spelt as a city's.</summary>
    private string OtherPlace(string name) => !SubjectIndex.IsHan(name[0]) ? name
        : name[^1] is '省' or '市' or '县' or '区' or '旗' ? AreaShort(name)
        : names.Area(name + '市').English is { } city ? city.Replace(" City", string.Empty, StringComparison.Ordinal) : name;

    public override string Refusal(RefusalReason reason, string word, string years, string places, NoticeGroup? group) => reason switch
    {
        RefusalReason.OtherPlace => $"I do not have a notice for {OtherPlace(word)}, only for {places}.",
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

    public override string Finding(ImportFinding finding, SourcePlace place) => $"line {place.Line}: {FindingText.In(ReplyLanguage.English).Describe(finding)}";

    private string? IssuerInEnglish(Notice notice) =>
        names.Places.FirstOrDefault(p => notice.Issuer.StartsWith(p.Name, StringComparison.Ordinal))?.English is { } place ? $"General Office of the {place} government" : null;
}
