using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about those who carry tasks: with whom, under whom, in which fields, who has more.</summary>
internal sealed class CarrierAnswers(AnswerContext context)
{
    private AnswerText Text => context.Text;

    /// <summary>"市水利局和市卫健委谁的任务多": the counts side by side, and what they are made of.</summary>
    public Answer CountsCompared(TaskFilter filter)
    {
        var each = filter.Organizations
            .Select(o => (Name: Text.Organization(o), Own: filter with { Organizations = [o], Officials = [] }))
            .Concat(filter.Officials.Select(o => (Name: Text.Official(context.OfficialNamed(o)), Own: filter with { Organizations = [], Officials = [o] })))
            .Select(e => (e.Name, e.Own, TaskSelection.Of(e.Own, context.Index).Items))
            .OrderByDescending(e => e.Items.Length)
            .ToList();
        return new Answer
        {
            Headline = Text.CountsCompared(string.Join(Text.ListSeparator, each.Select(e => Text.NameAndCount(e.Name, e.Items.Length, string.Empty))), each is [var first, var second] ? first.Items.Length - second.Items.Length : null),
            Lines = [.. each.Select(e => AnswerLine.Of(new TaskCounts(context).CountOf(e.Own, e.Items), string.Empty))],
            Source = context.SourceOf([.. each.SelectMany(e => e.Items)]),
            Suggestions = context.Suggestions(each[0].Own, each[0].Items, false),
        };
    }

    /// <summary>"剩下的是谁的": which units lead the tasks meant, and how many each.</summary>
    public Answer Leads(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var leads = items.Where(i => !i.Item.IsJoint).SelectMany(i => i.Item.LeadOrganizations).GroupBy(o => o.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        var page = items.Skip(context.Offset).Take(context.Room).ToImmutableArray();
        var end = context.Offset + page.Length;
        return new Answer
        {
            Headline = $"{new TaskCounts(context).Scope(question.Filter)}{Text.LedBy(items.Length, string.Join(Text.ListSeparator, leads.Select(g => Text.NameAndCount(Text.Organization(g.Key), g.Count(), string.Empty))))}",
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. page.Select(i => context.Line(i, page.Length, lead: true))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = context.Suggestions(question.Filter, items, end < items.Length),
        };
    }

    public Answer Partners(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var filter = question.Filter;
        var partners = items
            .SelectMany(i => i.Item.ResponsibleOrganizations.Select(o => o.Name).Distinct(StringComparer.Ordinal))
            .Where(o => !filter.Organizations.Contains(o, StringComparer.Ordinal))
            .GroupBy(o => o, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ToList();
        var who = filter.Officials is [var official] ? Text.Official(context.OfficialNamed(official)) : context.Joined(filter.Organizations);
        return new Answer
        {
            Headline = Text.PartnersOf(who, partners.Count),
            Lines = [.. partners.Select(p => AnswerLine.Of(Text.NameAndCount(Text.Organization(p.Key), p.Count(), string.Empty), string.Empty))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(context.Room).Select(i => i.Item.Id)],
            Suggestions = context.Suggestions(filter, items, false),
        };
    }

    public Answer Officials(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var officials = items.SelectMany(i => i.Item.LeadOfficials.Select(o => (Official: o, Item: i))).GroupBy(x => x.Official).ToList();
        var who = question.Filter.Organizations.IsEmpty ? Text.Section(items[0].Item) : context.Joined(question.Filter.Organizations);
        return new Answer
        {
            Headline = Text.OfficialsOf(who, officials.Count),
            Lines = [.. officials.Select(o => AnswerLine.Of(
                Text.NameAndCount(Text.Official(o.Key), o.Count(), string.Empty), string.Empty, [.. o.Select(x => $"{Text.Place(x.Item.Item)} {Text.Task(x.Item.Content.Notice, x.Item.Item, 40)}")]))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(context.Room).Select(i => i.Item.Id)],
            Suggestions = context.Suggestions(question.Filter, items, false),
        };
    }

    public Answer Fields(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var fields = items.GroupBy(i => (i.Item.List, Section: Text.Section(i.Item))).ToList();
        var who = question.Filter.Officials is [var official] ? Text.Official(context.OfficialNamed(official)) : context.Joined(question.Filter.Organizations);
        return new Answer
        {
            Headline = Text.FieldsOf(who, fields.Count),
            Lines = [.. fields.Select(f => AnswerLine.Of(Text.NameAndCount($"{Text.List(f.Key.List)} · {f.Key.Section}", f.Count(), string.Empty), string.Empty))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(context.Room).Select(i => i.Item.Id)],
            Suggestions = context.Suggestions(question.Filter, items, false),
        };
    }
}
