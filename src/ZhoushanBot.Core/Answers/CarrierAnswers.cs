using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about those who carry tasks: with whom, under whom, in which fields, who has more.</summary>
internal sealed class CarrierAnswers(AnswerContext context)
{
    private const int MostNamed = 4;

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

    /// <summary>"…是同一个单位吗": two names are one where the notice writes one in brackets behind the other.</summary>
    public Answer Identity(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        var others = filter.Organizations is [var only]
            ? context.Index.Notices.SelectMany(n => n.Organizations).Where(o => o.Name == only).SelectMany(o => o.OtherNames).Distinct(StringComparer.Ordinal).ToList()
            : [];
        return new Answer
        {
            Headline = filter.Organizations.Length > 1 ? Text.SeparateUnits(context.Joined(filter.Organizations))
                : others.Count > 0 ? Text.SecondName(string.Join(Text.ListSeparator, others), Text.Organization(filter.Organizations[0]))
                : Text.NoSecondName(Text.Organization(filter.Organizations[0])),
            Lines = [.. filter.Organizations.Select(o => AnswerLine.Of(new TaskCounts(context).CountOf(TaskFilter.Everything with { Organizations = [o] }, TaskSelection.Of(TaskFilter.Everything with { Organizations = [o] }, context.Index).Items), string.Empty))],
            Source = context.SourceOf(items),
            Suggestions = [.. filter.Organizations.SelectMany(o => context.AskTasksOf(o)).Take(3)],
        };
    }

    /// <summary>"剩下的是谁的": which units lead the tasks meant, and how many each.</summary>
    public Answer Leads(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var leads = items.Where(i => !i.Item.IsJoint).SelectMany(i => i.Item.LeadOrganizations).GroupBy(o => o.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        var page = context.PageOf(items);
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

    /// <summary>"财政局也参与吗": yes or no first, then who carries the task.</summary>
    public Answer TakesPart(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        if (question.Filter.Officials is [var official])
        {
            return Leads(official, items);
        }

        var organization = question.Filter.Organizations[0];
        var (name, participation) = (Text.Organization(organization), context.Index.Of(organization));
        var part = items.Where(i => participation.All.Contains(i.Ordinal)).ToImmutableArray();
        string OwnerOf(IndexedItem i) => i.Item.IsJoint ? Text.JointOwner(Text.Organizations(i.Item.ResponsibleOrganizations))
            : Text.OwnerOf(Text.Organizations(i.Item.LeadOrganizations), Text.Organizations(i.Item.SupportingOrganizations), context.OfficialsOf(i.Item));
        return new Answer
        {
            Headline = items.Length > 1 ? Text.TakesPartInSome(name, part.Length, part.Count(i => participation.Leads.Contains(i.Ordinal)), items.Length)
                : question.Filter.Role == OrganizationRole.Lead && !part.IsEmpty && !participation.Leads.Contains(items[0].Ordinal) ? Text.No + OwnerOf(items[0])
                : part.IsEmpty ? Text.TakesNoPart(name, OwnerOf(items[0]))
                : Text.TakesPart(name, participation.Leads.Contains(items[0].Ordinal), participation.Joint.Contains(items[0].Ordinal)),
            Lines = [.. (part.IsEmpty ? items : part).Select(i => context.Line(i, items.Length, lead: true))],
            Source = context.SourceOf(items),
            Shown = [.. items.Select(i => i.Item.Id)],
            Suggestions = context.Suggestions(TaskFilter.Everything, items, false),
        };
    }

    /// <summary>"领导是周国岭吗": yes or no first, then whose they are.</summary>
    private Answer Leads(string official, ImmutableArray<IndexedItem> items)
    {
        var led = items.Where(i => i.Item.LeadOfficials.Any(o => o.Name == official)).ToImmutableArray();
        var owners = new OwnerLines(context).Of(items, official: true);
        return new Answer
        {
            Headline = led.Length == items.Length ? Text.Yes + owners : led.IsEmpty ? Text.No + owners : Text.TakesPartInSome(Text.Official(context.OfficialNamed(official)), led.Length, led.Length, items.Length),
            Lines = [.. items.Select(i => context.Line(i, items.Length, lead: true))],
            Source = context.SourceOf(items),
            Shown = [.. items.Select(i => i.Item.Id)],
            Suggestions = context.Suggestions(TaskFilter.Everything, items, false),
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
        if (officials.Count == 0)
        {
            // Nobody leads them: who carries them is what there is to tell.
            return new Answer
            {
                Headline = new OwnerLines(context).Of(items, official: false),
                Lines = [.. items.Take(context.Room).Select(i => context.Line(i, items.Length, lead: true))],
                Source = context.SourceOf(items),
                Shown = [.. items.Take(context.Room).Select(i => i.Item.Id)],
                Suggestions = context.Suggestions(question.Filter, items, false),
            };
        }

        return new Answer
        {
            Headline = officials.Count > MostNamed ? Text.OfficialsOf(who, officials.Count) : Text.OfficialsNamed(who, string.Join(Text.ListSeparator, officials.Select(o => Text.Official(o.Key)))),
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
        var who = question.Filter switch
        {
            { Officials: [var official] } => Text.Official(context.OfficialNamed(official)),
            { Organizations.IsEmpty: true } => string.Join(Text.ListSeparator, items.Select(i => i.Item.List).Distinct().Select(Text.List)),
            var filter => context.Joined(filter.Organizations),
        };
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
