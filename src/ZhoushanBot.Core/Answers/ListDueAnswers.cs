using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>"民生实事什么时候要完成": the day that the notice sets for whole lists, in its own words, instead of every task with the same day.</summary>
internal sealed class ListDueAnswers(AnswerContext context)
{
    /// <summary>Null where more than lists narrows, or the notice sets no day for most of their tasks together.</summary>
    public Answer? Answer(TaskFilter filter)
    {
        if (filter.Lists.IsEmpty || !(filter with { Lists = [] }).IsEverything)
        {
            return null;
        }

        var items = TaskSelection.Of(filter, context.Index).Items;
        var common = items.Where(i => i.Item.Deadline is { IsDerived: false, Span: not null }).GroupBy(i => (i.Content, i.Item.Deadline.Span)).OrderByDescending(g => g.Count()).FirstOrDefault();
        if (common is null || common.Count() * 2 <= items.Length || common.Count() < 2)
        {
            return null;
        }

        var (content, span) = common.Key;
        var others = items.Where(i => i.Item.Deadline.On != common.First().Item.Deadline.On).ToImmutableArray();
        var page = others.Take(context.Room).ToImmutableArray();
        return new Answer
        {
            Headline = context.Text.ListsDue(string.Join(context.Text.ListSeparator, items.Select(i => i.Item.List).Distinct().Select(context.Text.List)), common.First().Item.Deadline.On, ClauseAt(content.Notice, span!.Value.Start), others.Length),
            Lines = [.. page.Select(i => AnswerLine.Of(context.Text.Task(i.Content.Notice, i.Item, 60), context.Text.Place(i.Item), context.Text.DeadlineLabel(i.Item.Deadline, !i.Item.Milestones.IsEmpty)))],
            Source = context.SourceOf(items),
            Shown = [.. page.Select(i => i.Item.Id)],
            Suggestions = [context.Text.AskTaskCount, context.Text.AskHelp],
        };
    }

    /// <summary>The clause of the notice that a place stands in.</summary>
    private static string ClauseAt(Notice notice, int at)
    {
        var text = notice.SourceText;
        var start = text.AsSpan(0, at).LastIndexOfAny(Wording.SentenceMarks) + 1;
        var length = text.AsSpan(at).IndexOfAny(Wording.SentenceMarks);
        return Wording.Compact(text[start..(length < 0 ? text.Length : at + length)]);
    }
}
