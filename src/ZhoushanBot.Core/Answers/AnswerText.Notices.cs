using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <content>What is said of notices, and what cannot be answered from them.</content>
internal abstract partial class AnswerText
{
    /// <summary>主送, in the notice's words; empty when it names nobody.</summary>
    public abstract string Addressees(string words);

    /// <summary>抄送, in the notice's words; empty when it names nobody.</summary>
    public abstract string CopiedTo(string words);

    /// <summary>What the covering letter asks, in the notice's words; empty when it says nothing.</summary>
    public abstract string Demands(string words);

    /// <summary>Whether it may be published, in the notice's words; empty when it does not say.</summary>
    public abstract string Disclosure(string words);

    /// <summary>The day of tasks without one of their own, and how many have one, or dated steps.</summary>
    public abstract string Deadlines(DateOnly yearEnd, int stated);

    public abstract string DocumentNumber(Notice notice);

    public abstract string IssuedOn(Notice notice);

    public abstract string Issuer(Notice notice);

    public abstract string Title(Notice notice);

    public abstract string Parts(Notice notice, int count);

    public abstract string Part(WorkList list, int tasks, int sections);

    /// <summary>A section by its list, number and title.</summary>
    /// <param name="notice">Its notice.</param>
    /// <param name="item">Any task of it.</param>
    public abstract string SectionName(Notice notice, WorkItem item);

    public abstract string SectionAtEnd(string sections, int count, bool isLargest);

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

    public abstract string Finding(ImportFinding finding, SourcePlace place);
}
