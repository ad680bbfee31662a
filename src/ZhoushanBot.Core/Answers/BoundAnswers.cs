using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about tasks whose figures lie within a bound. Only figures of the same measure unit are held against it.</summary>
internal sealed class BoundAnswers(AnswerContext context)
{
    private AnswerText Text => context.Text;

    /// <summary>Null when nothing fits the rest of the filter, whatever its figures.</summary>
    /// <param name="question">Its filter has the bound.</param>
    /// <param name="asked">That bound.</param>
    public Answer? Answer(Question.Tasks question, FigureBound asked)
    {
        var everything = question.Filter with { Bound = null };
        var all = TaskSelection.Of(everything, context.Index);
        if (all.Items.IsEmpty)
        {
            return new TaskAnswers(context).Answer(question with { Filter = everything });
        }

        var figures = all.Items.SelectMany(FiguresOf).ToList();
        var bound = Settle(asked, figures.Select(f => f.Figure));
        var measured = figures.Where(f => bound.IsMeasuredSo(f.Figure.Normalized.MeasureUnit)).ToList();
        if (measured.Count == 0)
        {
            return OtherUnits(question, bound, figures.Select(f => f.Figure), all.Items);
        }

        var fitting = measured.Where(f => bound.Fits(f.Figure)).ToLookup(f => f.Item.Ordinal);
        var items = all.Items.Where(i => fitting.Contains(i.Ordinal)).ToImmutableArray();
        if (items.IsEmpty)
        {
            return None(question with { Filter = everything }, bound, all.Items);
        }

        var page = context.PageOf(items);
        var end = context.Offset + page.Length;
        var isMixed = bound.MeasureUnits.IsEmpty && fitting.SelectMany(f => f).Select(f => f.Figure.Normalized.MeasureUnit).Distinct(StringComparer.Ordinal).Skip(1).Any();
        var headline = bound.IsExact && items is [var only]
            ? Text.TargetLine(Text.Place(only.Item), string.Join(Text.PartSeparator, fitting[only.Ordinal].Select(f => f.Words)), false)
            : $"{new TaskCounts(context).Scope(everything)}{Text.FiguresWithin(Text.Bound(bound), items.Length)}{(isMixed ? $" {Text.MixedUnits}" : string.Empty)}";
        return new Answer
        {
            Headline = headline,
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. page.Select(i => AnswerLine.Of(
                Text.Task(i.Content.Notice, i.Item, AnswerContext.LimitFor(page.Length)), Text.Place(i.Item), Text.TargetsLabel(string.Join(Text.PartSeparator, fitting[i.Ordinal].Select(f => f.Words)))))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = context.Suggestions(question.Filter, items, end < items.Length),
        };
    }

    /// <summary>A bound without a unit is one of percentages where nothing else is measured.</summary>
    public static FigureBound Settle(FigureBound bound, IEnumerable<Figure> figures) =>
        bound.MeasureUnits.IsEmpty && figures.All(f => f.IsPercentage) ? bound with { MeasureUnits = ["%"] } : bound;

    /// <summary>What is asked is measured otherwise: no comparison, and in which units it is.</summary>
    public string OtherUnitsIn(FigureBound bound, IEnumerable<Figure> figures) => Text.OtherUnits(
        Text.MeasureUnit(bound.MeasureUnits is [var unit, ..] ? unit : string.Empty),
        string.Join(Text.ListSeparator, figures.Select(f => Text.MeasureUnit(f.Normalized.MeasureUnit)).Where(u => u.Length > 0).Distinct(StringComparer.Ordinal)),
        bound is not { Least: null, Most: null });

    private Answer OtherUnits(Question.Tasks question, FigureBound bound, IEnumerable<Figure> figures, ImmutableArray<IndexedItem> items)
    {
        var shown = question.Filter.Subject.IsEmpty ? [] : items.Take(context.Room).ToImmutableArray();
        return new Answer
        {
            Headline = OtherUnitsIn(bound, figures),
            Lines = [.. shown.Select(i => AnswerLine.Of(Text.Task(i.Content.Notice, i.Item, AnswerContext.LimitFor(shown.Length)), Text.Place(i.Item), context.FiguresOf(i)))],
            Source = context.SourceOf(items),
            Shown = [.. shown.Select(i => i.Item.Id)],
            Suggestions = [.. items.SelectMany(i => i.Item.LeadOrganizations).Take(1).Select(o => Text.AskLeads(o.Name)), Text.AskHelp],
            IsFound = false,
        };
    }

    private Answer? None(Question.Tasks question, FigureBound bound, ImmutableArray<IndexedItem> items)
    {
        var none = $"{new TaskCounts(context).Scope(question.Filter)}{Text.NoneWithin(Text.Bound(bound))}";
        if (question.Filter.Subject.IsEmpty)
        {
            return new Answer { Headline = none, Source = context.SourceOf(items), Suggestions = [.. items.SelectMany(i => i.Item.LeadOrganizations).Take(1).Select(o => Text.AskLeads(o.Name)), Text.AskHelp], IsFound = false };
        }

        var answer = new TaskAnswers(context).Answer(question with { Aspect = TaskAspect.Figures });
        return answer is null ? null : answer with { Headline = $"{none} {answer.Headline}" };
    }

    /// <summary>The figures of a task's own words, and those of its rows that the words do not have.</summary>
    private IEnumerable<(IndexedItem Item, Figure Figure, string Words)> FiguresOf(IndexedItem indexed)
    {
        var item = indexed.Item;
        foreach (var target in item.Targets)
        {
            yield return (indexed, target.Figure, context.FigureOf(target));
        }

        foreach (var row in item.Rows)
        {
            if (row.City.Value is CellValue.Amount { Figure: var city } && !item.Targets.Any(t => t.Figure.Normalized == city.Normalized))
            {
                yield return (indexed, city, Text.TargetLine(Text.Row(indexed.Content.Notice, item, row), Text.City(Text.Figure(city)), false));
            }
        }
    }
}
