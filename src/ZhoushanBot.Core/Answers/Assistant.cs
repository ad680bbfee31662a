using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>From a question to its answer: understand, look up, say. Pure; the same question over the same index gives the same answer.</summary>
public static class Assistant
{
    private const int NearestShown = 3;
    /// <summary>"马拉松是几号": the day of something that takes place is asked for, and not when work has to be done.</summary>
    private static readonly string[] ExactDays = ["几号", "哪天", "哪一天", "几月几", "what day", "which day", "what date", "which date", "exact date"];

    private const float MuchUnknown = 0.3f;

    /// <summary>Answers one question.</summary>
    /// <param name="text">As typed; may be anything.</param>
    /// <param name="context">What was said before.</param>
    /// <param name="index">The store.</param>
    /// <param name="now">The time, for the context's age.</param>
    /// <param name="fallback">Language where the question's own does not tell.</param>
    /// <param name="search">Full text, asked last when the subject was not found; null for none.</param>
    public static AssistantReply Reply(
        string text,
        ConversationContext context,
        WorkItemIndex index,
        DateTimeOffset now,
        ReplyLanguage fallback = ReplyLanguage.Chinese,
        ITaskSearch? search = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(index);
        return DoubleQuestion.Reply(text, context, (part, before) => ReplyToOne(part, before, index, now, fallback, search)) ?? ReplyToOne(text, context, index, now, fallback, search);
    }

    private static AssistantReply ReplyToOne(string text, ConversationContext context, WorkItemIndex index, DateTimeOffset now, ReplyLanguage fallback, ITaskSearch? search) =>
        index.Group is not null || index.Notices.IsEmpty
            ? ReplyFrom(index, text, context, now, fallback, search)
            : new NoticeChooser(index, context, now, (asked, group, before) => ReplyFrom(group, asked, before, now, fallback, null)).Reply(text);

    /// <summary>The same reply with no more than so many tasks on its page.</summary>
    /// <param name="reply">A reply of which a next question can ask more.</param>
    /// <param name="index">Where it was answered from.</param>
    /// <param name="offset">Where its page begins.</param>
    /// <param name="room">How many tasks it may show.</param>
    internal static AssistantReply Shortened(AssistantReply reply, WorkItemIndex index, int offset, int room)
    {
        if (reply.Turn is not { } turn || reply.Answer.Shown.Length <= room || FromStore(turn.Question, new AnswerContext(index, reply.Words, offset) { Room = room }) is not { } answer)
        {
            return reply;
        }

        var (before, whole) = (new ConversationContext([.. reply.Context.Turns.Skip(1)]), reply.Answer);
        return new AssistantReply(answer with { Headline = whole.Headline }, before, turn with { Shown = answer.Shown, NextOffset = answer.NextOffset }, reply.Reading, reply.Words);
    }

    /// <summary>Answers from one place's notices of one year.</summary>
    private static AssistantReply ReplyFrom(
        WorkItemIndex index, string text, ConversationContext context, DateTimeOffset now, ReplyLanguage fallback, ITaskSearch? search)
    {
        var reading = new QuestionReader(index, context, now).Read(text, fallback);
        var words = AnswerText.Of(reading.Language, index.Names, PlaceRanks.Of(index));
        var last = context.Last(now);
        var (question, offset) = reading.Question is Question.NextPage && last is not null ? (last.Question, last.NextOffset) : (reading.Question, 0);
        var answer = Answer(question, reading, new AnswerContext(index, words, offset), offset > 0 || question is not Question.NextPage, text, search);
        if (reading.Question is Question.NextPage && offset == 0)
        {
            answer = new Answer { Headline = words.NothingMore, Suggestions = [words.AskHelp], IsFound = false };
        }

        answer = WithUnknownWords(answer, question, reading, index, words);
        answer = WithOtherYear(answer, question, reading, index, words);
        answer = WithUndatedStage(answer, question, reading, index, words);
        answer = WithSecondName(answer, question, reading, index, words);
        answer = Verdict.Before(answer, question, reading, index, words) with { LinesBefore = offset };
        var turn = new ContextTurn(question, answer.Shown, answer.NextOffset, reading.Language, now) { From = offset };

        // A turn that found nothing in what was shown leaves that as what the next one leans on.
        var isFruitless = reading.IsFollowUp && ((!answer.IsFound && answer.Shown.IsEmpty) || (question is Question.Tasks { Aspect: not (TaskAspect.CountsCompared or TaskAspect.TakesPart), Filter: var asked } && TaskSelection.Of(asked, index).Items.IsEmpty));
        return new AssistantReply(answer, context, isFruitless || question is Question.Talk or Question.NextPage || (question is Question.Refusal { Reason: RefusalReason.NotFound } && answer.Shown.IsEmpty && last is not null) || (question is Question.Refusal { Near: null } && answer.Shown.IsEmpty) ? null : turn, reading, words);
    }

    private static Answer Answer(Question question, Reading reading, AnswerContext context, bool hasPage, string text, ITaskSearch? search)
    {
        var notice = new NoticeAnswers(context);
        if (context.Index.Notices.IsEmpty)
        {
            return new Answer { Headline = context.Text.NoNotice, Suggestions = [context.Text.AskHelp], IsFound = false };
        }

        if (!hasPage)
        {
            return new Answer { Headline = context.Text.NothingMore, IsFound = false };
        }

        return question switch
        {
            Question.Refusal refusal => Refuse(refusal, reading, context, text, search),
            Question.Talk talk => notice.Talk(talk.Kind),
            Question.Definition definition => notice.Define(definition.Term),
            Question.AboutNotice about => notice.About(about),
            Question.TasksByOfficial by => new CountedAnswers(context).Officials(by),
            Question.TasksByOrganization by => new CountedAnswers(context).Organizations(by),
            Question.Choice choice => notice.Choose(choice),
            _ => FromStore(question, context)
                ?? Refuse(new Question.Refusal(RefusalReason.NotFound, SubjectOf(question, reading), null), reading, context, text, search),
        };
    }

    /// <summary>What was not found: of a question that leans on the turn before, the subject of that turn.</summary>
    private static string SubjectOf(Question question, Reading reading) => (reading.Recognition.Subject, question) switch
    {
        ({ IsEmpty: false } own, _) => own.ToString(),
        (_, Question.Tasks tasks) => tasks.Filter.Subject.ToString(),
        (_, Question.AreaFigures figures) => figures.Filter.Subject.ToString(),
        _ => string.Empty,
    };

    /// <summary>What the question names and the notice does not is said: in front where it is much of the question, else behind the answer.</summary>
    private static Answer WithUnknownWords(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text)
    {
        if (answer.IsFound && TellsFigures(question) && Contrasts.In(reading.Recognition.Text.Text, NormalizedText.Fold(answer.Headline)).ToList() is { Count: > 0 } contrary)
        {
            return answer with { Headline = $"{text.NotFor(string.Join(text.ListSeparator, contrary))} {answer.Headline}" };
        }

        if (!answer.IsFound && !answer.Lines.IsEmpty && question is Question.AreaFigures { Filter.Subject.IsEmpty: false } && !reading.IsFollowUp && UnknownIn(reading, index) is { Words.IsEmpty: false } notHere)
        {
            // "普陀山机场旅客吞吐量": with much unknown it is about something else, whose figures would mislead.
            var told = text.NotMentioned(string.Join(text.ListSeparator, notHere.Words));
            return notHere.Share >= MuchUnknown ? answer with { Headline = told, Lines = [], Shown = [] } : answer with { Headline = $"{told} {answer.Headline}" };
        }

        if (reading.IsFollowUp || !answer.IsFound || question is not (Question.Tasks { Filter.Subject.IsEmpty: false } or Question.AreaFigures { Filter.Subject.IsEmpty: false })
            && !(question is Question.Tasks or Question.AreaFigures && reading.IsBesideUnknown))
        {
            return answer;
        }

        if (OtherPeople(answer, reading.Recognition.Subject, index) is { Count: > 0 } others)
        {
            return answer with { Headline = $"{text.NotFor(string.Join(text.ListSeparator, others))} {answer.Headline}" };
        }

        var (unknown, share) = UnknownIn(reading, index);
        return unknown.IsEmpty ? answer
            : share >= MuchUnknown ? answer with { Headline = $"{text.NotMentioned(string.Join(text.ListSeparator, unknown))} {answer.Headline}" }
            : answer with { Headline = $"{answer.Headline} {text.NotMentioned(string.Join(text.ListSeparator, unknown))}" };
    }

    /// <summary>"儿童流感疫苗", and what was found is for the elderly: for whom it is asked and none of the tasks shown is.</summary>
    private static List<string> OtherPeople(Answer answer, SubjectWords subject, WorkItemIndex index) =>
    [
        .. subject.Groups is not [{ Pieces: { Length: > 1 } pieces }] ? [] : pieces.Where(p => Beneficiaries.Contains(p) && !answer.Shown.Any(id => index.Find(id) is { } shown && Beneficiaries.IsForElders(p, shown.Item.Text))
            && SubjectSearch.Find(new SubjectWords([new SubjectGroup([p])]), index).Select(m => m.Item.Item.Id).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } theirs && !answer.Shown.Any(theirs.Contains)),
    ];

    /// <summary>Whoever asks for the figure of a year that no notice is of is first told that it is not at hand.</summary>
    private static Answer WithOtherYear(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text) =>
        answer.IsFound && TellsFigures(question) && reading.Recognition.Years.FirstOrDefault(y => !index.HasYear(y)) is > 0 and var year
            ? answer with { Headline = text.NoFigureOf(year) + answer.Headline } : answer;

    private static bool TellsFigures(Question question) => question is Question.Tasks { Aspect: TaskAspect.Figures } or Question.AreaFigures;

    /// <summary>"什么时候通车": where the task's words give that stage no day, that is said before the day of the whole.</summary>
    private static Answer WithUndatedStage(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text) =>
        answer is { IsFound: true, Shown: [var only] } && question is Question.Tasks { Aspect: TaskAspect.Deadline, Steps.IsEmpty: true, Step: 0, Filter.Subject.IsEmpty: false } && reading.Recognition.Has(Cue.When)
        && (NamedSteps.HasStage(reading.Recognition.Text.Text) || ExactDays.Any(w => reading.Recognition.Text.Text.Contains(w, StringComparison.Ordinal))) && index.Find(only) is { Item.Deadline.IsDerived: true }
            ? answer with { Headline = text.StageUndated } : answer;

    /// <summary>Whoever asks for 市国资委 and is told of 市财政局 is first told that they are one.</summary>
    private static Answer WithSecondName(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text)
    {
        if (question is not Question.Tasks { Filter.Organizations.IsEmpty: false, Aspect: not TaskAspect.Identity })
        {
            return answer;
        }

        var said = SecondNames.In(reading.Recognition, index).Select(s => text.SecondName(s.Other, text.Organization(s.Name))).Distinct(StringComparer.Ordinal).ToList();
        return said.Count == 0 ? answer : answer with { Headline = $"{string.Join(' ', said)} {answer.Headline}" };
    }

    /// <summary>The words of the question that the notice does not have, and their share of its weight, 0 to 1.</summary>
    internal static (ImmutableArray<string> Words, float Share) UnknownIn(Reading reading, WorkItemIndex index)
    {
        // A notice without English titles has hardly an English word: that says nothing about what it is about.
        var hasEnglish = !index.Items.IsEmpty && index.Names.TitleOf(index.Items[0].Content.Notice, index.Items[0].Item) is not null;
        var (all, share) = SubjectSearch.Unknown(reading.Recognition, index);
        return ([.. all.Where(w => SubjectIndex.IsHan(w[0]) || (hasEnglish && !MeasureUnitNames.HasWord(w) && !BoundReader.IsUnitWord(w)))], share);
    }

    private static Answer? FromStore(Question question, AnswerContext context) => question switch
    {
        Question.Tasks tasks => new TaskAnswers(context).Answer(tasks),
        Question.AreaFigures figures => new AreaAnswers(context).Answer(figures),
        _ => null,
    };

    private static Answer Refuse(Question.Refusal refusal, Reading reading, AnswerContext context, string text, ITaskSearch? search)
    {
        var near = refusal.Near is null || refusal.Reason == RefusalReason.OtherPlace ? null : FromStore(refusal.Near, context);
        return new NoticeAnswers(context).Refuse(refusal, near, refusal.Reason == RefusalReason.NotFound ? Nearest(reading, context.Index, text, search) : []);
    }

    private static ImmutableArray<SubjectMatch> Nearest(Reading reading, WorkItemIndex index, string text, ITaskSearch? search)
    {
        var near = SubjectSearch.Near(reading.Recognition.Subject, index, NearestShown);
        if (!near.IsEmpty || search is null)
        {
            return near;
        }

        var byId = search.Search(text, NearestShown).Select(h => h.WorkItemId).ToHashSet(StringComparer.Ordinal);
        return [.. index.Items.Where(i => byId.Contains(i.Item.Id)).Select(i => new SubjectMatch(i, null, 0))];
    }
}
