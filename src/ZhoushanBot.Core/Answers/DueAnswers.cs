using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>
/// Answers about what is due within some days. Only days that the notice states count; the end of the year, which holds where it states
/// none, is named as derived.
/// </summary>
internal sealed class DueAnswers(AnswerContext context)
{
    private AnswerText Text => context.Text;

    /// <summary>Null when nothing fits the rest of the filter, whatever its day.</summary>
    /// <param name="question">Its filter names the days.</param>
    /// <param name="period">Those days.</param>
    public Answer? Answer(Question.Tasks question, DuePeriod period)
    {
        var everything = question.Filter with { Due = null };
        var all = TaskSelection.Of(everything, context.Index).Items;
        if (all.IsEmpty)
        {
            return new TaskAnswers(context).Answer(question with { Filter = everything });
        }

        var year = all[0].Content.Notice.Year;
        var days = Text.Period(period, year);
        var due = all.Where(i => period.HasStated(i.Item, i.Content.Notice.Year)).ToImmutableArray();
        if (due.IsEmpty && !everything.Subject.IsEmpty)
        {
            // "绿道6月底前要完成吗": no, and when it is.
            var answer = new TaskAnswers(context).Answer(new Question.Tasks(everything, TaskAspect.Deadline));
            return answer is null ? null : answer with { Headline = $"{new TaskCounts(context).Scope(everything)}{Text.NoneDue(days)} {answer.Headline}" };
        }

        var undated = period.IsToYearEnd ? all.Count(i => i.Item.Deadline.IsDerived && !due.Contains(i)) : 0;
        var page = context.PageOf(due);
        var end = context.Offset + page.Length;
        var steps = due.Count(i => i.Item.Deadline.IsDerived || !period.Has(i.Item.Deadline.On, i.Content.Notice.Year));
        var stated = due.IsEmpty ? Text.NoneDue(days) : Text.StatedDue(days, due.Length, steps);
        return new Answer
        {
            Headline = due is [var one] && !everything.Subject.IsEmpty && StepsBy(one, period) is { Length: > 0 } byThen ? byThen : $"{new TaskCounts(context).Scope(everything)}{stated}{(undated == 0 ? string.Empty : $" {Text.UndatedDue(undated, period.To.In(year))}")}",
            PageMark = end < due.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, due.Length) : string.Empty,
            Lines = [.. page.Select(i => Line(i, page.Length, period))],
            Source = context.SourceOf(due.IsEmpty ? all : page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < due.Length ? end : 0,
            Suggestions = due.IsEmpty ? [.. period.IsToYearEnd ? [] : new[] { Text.AskByYearEnd }, Text.AskHelp] : context.Suggestions(question.Filter, due, end < due.Length),
            IsFound = !due.IsEmpty || undated > 0,
        };
    }

    /// <summary>"9月底前要做到什么程度": what has to be done by then, the last step first. Empty where no step lies within.</summary>
    private string StepsBy(IndexedItem indexed, DuePeriod period)
    {
        var steps = indexed.Item.Milestones.Where(m => period.Has(m.On, indexed.Content.Notice.Year)).OrderBy(m => m.On).ToList();
        return steps.Count == 0 ? string.Empty
            : Text.StepsBy(Text.StepNamed(steps[^1], string.Empty), string.Join(Text.PartSeparator, steps.SkipLast(1).Select(s => Text.StepNamed(s, string.Empty))));
    }

    /// <summary>A task with those of its steps that lie within the days, and when all of it is due.</summary>
    private AnswerLine Line(IndexedItem indexed, int count, DuePeriod period)
    {
        var line = context.Line(indexed, count, lead: true);
        var item = indexed.Item;
        var steps = item.Milestones.Where(m => period.Has(m.On, indexed.Content.Notice.Year)).ToImmutableArray();
        return line with
        {
            Details = [.. line.Details, .. steps.IsEmpty ? [] : new[] { Text.MilestonesLabel(steps) }, Text.DeadlineLabel(item.Deadline, !item.Milestones.IsEmpty)],
        };
    }
}
