using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Questions under one heading.</summary>
/// <param name="Heading">What they have in common.</param>
/// <param name="Questions">Each, typed, finds something; up to three, fewer where the store has nothing for one.</param>
public sealed record WelcomeGroup(string Heading, ImmutableArray<string> Questions);

/// <summary>What the bot says of itself to whoever meets it first: what it is, what it answers from, and what can be asked, both ways round.</summary>
public sealed record Welcome
{
    private const int LongestChineseSubject = 16;
    private const int LongestEnglishSubject = 44;
    private const int MostSubjectsTried = 40;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。,.;；");

    private static readonly ConditionalWeakTable<WorkItemIndex, Lazy<Welcome>[]> Known = [];

    private Welcome(WorkItemIndex index, ReplyLanguage language)
    {
        var text = AnswerText.Of(language, index.Names, PlaceRanks.Of(index));
        Language = language;
        Title = text.WelcomeTitle;
        if (index.Items.IsEmpty)
        {
            Scope = text.NoNotice;
            return;
        }

        var names = string.Join(text.ListSeparator, index.Notices.Select(n => n.Notice.DocumentNumber.Length > 0 ? n.Notice.DocumentNumber : n.Notice.Title));
        Scope = text.WelcomeScope(names, index.Items.Length);
        Source = string.Join(text.PartSeparator, index.Notices.Select(n => text.Title(n.Notice)));
        Groups = [.. new[] { ByWhom(index, text, language), ByWhat(index, text, language) }.Where(group => !group.Questions.IsEmpty)];
    }

    /// <summary>In which language.</summary>
    public ReplyLanguage Language { get; }

    /// <summary>What the bot is.</summary>
    public string Title { get; }

    /// <summary>From which notices it answers and how it is asked, in a sentence or two; that there is no notice yet, where there is none.</summary>
    public string Scope { get; }

    /// <summary>Title and number of the notices; empty where there is none.</summary>
    public string Source { get; } = string.Empty;

    /// <summary>What can be asked; empty where there is no notice.</summary>
    public ImmutableArray<WelcomeGroup> Groups { get; } = [];

    /// <summary>The welcome over a store. Made once for each index and kept as long as it: its questions are tried out.</summary>
    public static Welcome Of(WorkItemIndex index, ReplyLanguage language) =>
        Known.GetValue(index, static key => [.. Enum.GetValues<ReplyLanguage>().Select(l => new Lazy<Welcome>(() => new Welcome(key, l)))])[(int)language].Value;

    private static WelcomeGroup ByWhom(WorkItemIndex index, AnswerText text, ReplyLanguage language)
    {
        var organizations = index.Notices.SelectMany(n => n.Organizations).Select(o => o.Name)
            .OrderByDescending(o => index.Of(o).Leads.Length).Take(MostSubjectsTried).Select(text.AskLeads);
        var officials = index.Notices.SelectMany(n => n.Officials).Select(o => o.Name)
            .OrderByDescending(o => index.LedBy(o).Length).Select(text.AskOfficial);
        var areas = index.Notices.SelectMany(n => n.Areas)
            .OrderByDescending(a => a.Kind is AreaKind.County or AreaKind.District)
            .ThenByDescending(a => index.Rows.Count(r => r.Row.HasTarget(a.Name)))
            .Select(a => text.AskArea(a.Name));
        return new(text.WelcomeByWhom, [.. FirstFound(index, organizations, language), .. FirstFound(index, officials, language), .. FirstFound(index, areas, language)]);
    }

    private static WelcomeGroup ByWhat(WorkItemIndex index, AnswerText text, ReplyLanguage language)
    {
        var longest = language == ReplyLanguage.Chinese ? LongestChineseSubject : LongestEnglishSubject;
        var subjects = index.Rows
            .Select(r => language == ReplyLanguage.Chinese ? RowTitles.Of(r.Row) : index.Names.TitleOf(r.Owner.Content.Notice, r.Owner.Item, r.Row) ?? RowTitles.Of(r.Row))
            .Where(s => s.Length <= longest && !s.AsSpan().ContainsAny(SentenceMarks))
            .Distinct(StringComparer.Ordinal)
            .Take(MostSubjectsTried)
            .ToList();
        var breakdown = FirstFound(index, subjects.Select(text.AskBreakdown), language);
        var owner = FirstFound(index, subjects.Skip(1).Select(text.AskOwner), language);
        return new(text.WelcomeByWhat, [.. owner, .. breakdown, text.AskTaskCount]);
    }

    /// <summary>The first question that is understood and finds something, in its own language; none when there is none.</summary>
    private static IEnumerable<string> FirstFound(WorkItemIndex index, IEnumerable<string> questions, ReplyLanguage language) =>
        questions.Where(question => Assistant.Reply(question, ConversationContext.Empty, index, DateTimeOffset.UnixEpoch, language) is { Answer.IsFound: true } reply && reply.Language == language).Take(1);
}
