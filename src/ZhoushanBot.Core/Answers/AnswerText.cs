using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>All that an answer says, by meaning. One class a language, so that a missing translation does not compile.</summary>
internal abstract partial class AnswerText
{
    /// <param name="language">In which language.</param>
    /// <param name="names">Names in both languages.</param>
    /// <param name="ranks">Of the place whose notices they are; null for a city's.</param>
    public static AnswerText Of(ReplyLanguage language, NameBook names, PlaceRanks? ranks = null) =>
        language == ReplyLanguage.English ? new EnglishAnswerText(names, ranks ?? PlaceRanks.OfCity) : new ChineseAnswerText(ranks ?? PlaceRanks.OfCity);

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

    /// <summary>One day for several tasks, so many of which have it by inference.</summary>
    /// <param name="deadline">The day with its label.</param>
    /// <param name="derived">How many; 0 for none.</param>
    public abstract string DueAlike(string deadline, int derived);

    public abstract string MilestonesLabel(ImmutableArray<Milestone> milestones);

    public abstract string NoTarget { get; }

    public abstract string NotStated { get; }

    public abstract string Source(Notice notice);

    public abstract string QuoteAt(string quote, SourcePlace place);

    public abstract string Page(int from, int to, int total);

    public abstract string More { get; }

    public abstract string NothingMore { get; }

    public abstract string NotShown(int lines);

    public abstract string SuggestionsHeading { get; }

    public abstract string NameAndCount(string name, int count, string detail);

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

    /// <summary>In front of an answer: it is as the question says.</summary>
    public abstract string Yes { get; }

    /// <summary>In front of an answer: it is not as the question says.</summary>
    public abstract string No { get; }

    /// <summary>In front of a figure of which the one asked about is only striven for.</summary>
    public abstract string OnlyStriven { get; }

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
