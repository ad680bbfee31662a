using System.Collections.Immutable;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>期限是怎么定的: the day in force with the notice's words, or who set it, when and why; and the same beside what the notice says.</summary>
internal sealed class DeadlineOrigins(OfficeBook book, OfficeView view, StatusDesk desk, OfficeClock clock)
{
    private const int MostListed = 10;

    /// <summary>Where the deadlines of the tasks named come from; null when none is.</summary>
    public TurnReply? Answer(Asker asker, TypedDeadline typed)
    {
        var language = typed.Language;
        var index = view.Notices(asker.SeesInternal).Index;
        var tasks = NamedTasks.Of(typed.Task, index, clock.Now, language).Tasks;
        if (tasks.IsEmpty)
        {
            return null;
        }

        if (tasks is [var only] && asker.May(Right.SeeStatus))
        {
            return desk.Show(asker, new StatusQuery(StatusView.Detail) { Ids = [only.Item.Id] }, null, language).Reply;
        }

        var words = DeadlineTurnText.In(language);
        var status = StatusText.Of(language, index.Names);
        var state = book.Current.Deadlines;
        var message = new OfficeMessage
        {
            Language = language,
            Title = words.Origins(tasks.Length),
            Sentences = tasks.Length > MostListed ? [words.OnlyFirst(MostListed)] : [],
            Lines =
            [
                .. tasks.Take(MostListed).Select(t => new OfficeLine(
                    status.Task(t),
                    InForce(t, state, language),
                    asker.May(Right.SeeStatus) ? StatusCards.Show(StatusCardText.In(language).Open, new StatusQuery(StatusView.Detail) { Ids = [t.Item.Id] }, null, language) : null)),
                .. tasks is [var single] ? StepsOf(single, state, language) : [],
            ],
        };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText() };
    }

    /// <summary>With the day in force where it is not the one that the notice gives.</summary>
    public AssistantReply Amend(AssistantReply answer)
    {
        var state = book.Current.Deadlines;
        if ((ReferenceEquals(state, DeadlineState.Empty) && view.Rules.ByList.IsEmpty)
            || answer.Reading.Question is not Question.Tasks { Aspect: TaskAspect.Deadline or TaskAspect.Detail } || answer.Answer.Shown.IsEmpty)
        {
            return answer;
        }

        var index = view.Notices(seesInternal: true).Index;
        ImmutableArray<IndexedItem> other = [.. answer.Answer.Shown.Select(index.Find).OfType<IndexedItem>().Where(t => IsOther(t, state))];
        if (other.IsEmpty)
        {
            return answer;
        }

        var words = DeadlineTurnText.In(answer.Language);
        var status = StatusText.Of(answer.Language, index.Names);
        var isAlone = answer.Answer.Shown is [_];
        var said = string.Join('\n', other.Take(MostListed).Select(t => words.InForce(isAlone ? string.Empty : status.Task(t), InForce(t, state, answer.Language), Steps(t, state, answer.Language))));
        return answer with { Answer = answer.Answer with { Headline = $"{said}\n{words.InTheNotice}{answer.Answer.Headline}" } };
    }

    private bool IsOther(IndexedItem task, DeadlineState state) =>
        state.HasMilestones(task.Item.Id) || DeadlinesInForce.Of(task.Content.Notice, task.Item, null, view.Rules, state) is var due && (due.Given is not null || due.On != task.Item.Deadline.On);

    private string InForce(IndexedItem task, DeadlineState state, ReplyLanguage language)
    {
        var words = DeadlineText.In(language);
        var due = DeadlinesInForce.Of(task.Content.Notice, task.Item, null, view.Rules, state);
        return $"{words.Day(due.On)} · {words.Origin(due, task.Content.Notice)}";
    }

    private static string Steps(IndexedItem task, DeadlineState state, ReplyLanguage language) => state.HasMilestones(task.Item.Id)
        ? string.Join(language == ReplyLanguage.Chinese ? "；" : "; ", DeadlinesInForce.MilestonesOf(task.Item, state).Select(m => DeadlineText.In(language).Step(m.On, m.Text)))
        : string.Empty;

    private static IEnumerable<OfficeLine> StepsOf(IndexedItem task, DeadlineState state, ReplyLanguage language)
    {
        var words = DeadlineText.In(language);
        return DeadlinesInForce.MilestonesOf(task.Item, state).Select(m => new OfficeLine(words.Step(m.On, m.Text), words.Origin(m, task.Content.Notice)));
    }
}
