using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about tasks.</summary>
internal sealed class TaskAnswers(AnswerContext context)
{
    /// <summary>A subject found in part may be about a task without figures as well as one with.</summary>
    private const float WhollyFound = 0.9f;

    private AnswerText Text => context.Text;

    /// <summary>Null when no task fits and the reason must be told otherwise.</summary>
    public Answer? Answer(Question.Tasks question)
    {
        if (question.Aspect == TaskAspect.CountsCompared)
        {
            return new CarrierAnswers(context).CountsCompared(question.Filter);
        }

        if (question.Aspect is TaskAspect.List or TaskAspect.Count or TaskAspect.Deadline or TaskAspect.Detail or TaskAspect.Figures)
        {
            switch (question.Filter)
            {
                case { Due: { } due }:
                    return new DueAnswers(context).Answer(question, due);
                case { Bound: { } bound }:
                    return new BoundAnswers(context).Answer(question, bound);
            }
        }

        if (question.Aspect == TaskAspect.Deadline && new ListDueAnswers(context).Answer(question.Filter) is { } ofLists)
        {
            return ofLists;
        }

        var selection = TaskSelection.Of(question.Aspect == TaskAspect.TakesPart ? question.Filter with { Organizations = [], Officials = [], Subject = SubjectWords.None } : question.Filter, context.Index);
        if (question is { Aspect: TaskAspect.Figures, Filter.Subject.IsEmpty: false } && SubjectSearch.Find(question.Filter.Subject, context.Index).Any(m => m.Coverage >= WhollyFound))
        {
            selection = WithFiguresOnly(selection);
        }

        var items = selection.Items;
        if (items.IsEmpty)
        {
            return OfOthers(question) ?? Nothing(question);
        }

        return question.Aspect switch
        {
            TaskAspect.Identity => new CarrierAnswers(context).Identity(question.Filter, items),
            TaskAspect.List or TaskAspect.Count => List(question, items),
            TaskAspect.Partners when question.Filter is { Organizations.IsEmpty: true, Officials.IsEmpty: true } => new SubjectAnswers(context).Answer(question with { Aspect = TaskAspect.Owner }, selection),
            TaskAspect.Partners => new CarrierAnswers(context).Partners(question, items),
            TaskAspect.Officials => new CarrierAnswers(context).Officials(question, items),
            TaskAspect.TakesPart => new CarrierAnswers(context).TakesPart(question, items),
            TaskAspect.Leads => new CarrierAnswers(context).Leads(question, items),
            TaskAspect.Fields when items.All(i => Text.Section(i.Item) == Text.Section(items[0].Item)) => List(question, items),
            TaskAspect.Fields => new CarrierAnswers(context).Fields(question, items),
            TaskAspect.Figures when question.Filter is { Subject.IsEmpty: true, Ids.IsEmpty: true, Item: 0 } => WithFigures(question, items),
            _ => new SubjectAnswers(context).Answer(question, selection),
        };
    }

    /// <summary>Where a figure is asked for, a task that has none only stands in the way of those that do.</summary>
    private static TaskSelection WithFiguresOnly(TaskSelection selection)
    {
        var with = selection.Items.Where(i => !i.Item.Targets.IsEmpty || !i.Item.Rows.IsEmpty).ToImmutableArray();
        return with.IsEmpty ? selection : selection with { Items = with };
    }

    /// <summary>The subject is in the store, only not with the unit or official named, or in another role: that is said, and whose it is.</summary>
    private Answer? OfOthers(Question.Tasks question)
    {
        var filter = question.Filter;
        if (filter.Subject.IsEmpty || (filter.Organizations.IsEmpty && filter.Officials.IsEmpty))
        {
            return null;
        }

        var inAnyRole = filter with { Role = OrganizationRole.Any, Leading = [], Supporting = [] };
        if (filter.Organizations.Any(o => filter.RoleOf(o) != OrganizationRole.Any) && !TaskSelection.Of(inAnyRole, context.Index).Items.IsEmpty)
        {
            return Answer(question with { Filter = inAnyRole }) is { } inOther
                ? inOther with { Headline = $"{Text.FilterCount(new TaskCounts(context).Conditions(filter), 0)} {inOther.Headline}" }
                : null;
        }

        if (Answer(question with { Filter = inAnyRole with { Organizations = [], Officials = [] }, Aspect = TaskAspect.Owner }) is not { } others)
        {
            return null;
        }

        var named = filter.Organizations.Select(Text.Organization).Concat(filter.Officials.Select(o => Text.Official(context.OfficialNamed(o))));
        return others with { Headline = $"{Text.NotTheirs(string.Join(Text.ListSeparator, named), filter.Subject.ToString())} {others.Headline}" };
    }

    private Answer? Nothing(Question.Tasks question)
    {
        var filter = question.Filter;
        if (!filter.Subject.IsEmpty)
        {
            return null;
        }

        if (filter.Organizations is [var only] && filter with { Organizations = [], Role = OrganizationRole.Any } is { IsEverything: true, SeveralLeads: false })
        {
            var headline = filter.Role switch
            {
                OrganizationRole.Lead => Text.LeadsNothing(Text.Organization(only)),
                _ => Text.SupportsNothing(Text.Organization(only)),
            };
            var rest = TaskSelection.Of(filter with { Role = OrganizationRole.Any }, context.Index).Items;
            return new Answer
            {
                Headline = headline,
                Lines = rest.IsEmpty ? [] : [AnswerLine.Heading(Text.NearHeading), .. ByRole(filter with { Role = OrganizationRole.Any }, rest, rest)],
                Source = context.SourceOf(rest),
                Shown = [.. InOrderOfRole(filter with { Role = OrganizationRole.Any }, rest).Select(i => i.Item.Id)],
                Suggestions = [.. context.AskTasksOf(only, filter.Role), Text.AskHelp],
                IsFound = false,
            };
        }

        if (filter is { Section: > 0, Item: > 0, Organizations.IsEmpty: true, Officials.IsEmpty: true }
            && TaskSelection.Of(filter with { Item = 0 }, context.Index).Items is { IsEmpty: false } section)
        {
            return new Answer { Headline = Text.SectionHasOnly(filter.Section, section.Length), Source = context.SourceOf(section), Suggestions = context.Suggestions(filter with { Item = 0 }, section, false), IsFound = false };
        }

        var nothing = filter is { WithoutTargetIn.IsEmpty: false, WithTargetIn.IsEmpty: true, Organizations.IsEmpty: true, Officials.IsEmpty: true } && RowsOf(filter) is > 0 and var rows
            ? Text.AllHaveTarget(string.Join(Text.ListSeparator, filter.WithoutTargetIn.Select(Text.Area)), rows)
            : new TaskCounts(context).OfKind(filter, []) is { } ofKind ? ofKind
            : filter is { Organizations.Length: > 1, Leading.IsEmpty: true, Supporting.IsEmpty: true } && filter with { Organizations = [], Role = OrganizationRole.Any } is { IsEverything: true }
            ? Text.SharedCount(context.Joined(filter.Organizations), 0, 0)
            : new TaskCounts(context).OfRoles(filter, []) is { } ofRoles ? ofRoles
            : Text.FilterCount(new TaskCounts(context).Conditions(filter), 0);
        // "is leading by itself": what it leads with others is near.
        var near = filter is { WithoutSupport: true, Organizations: [_] } ? TaskSelection.Of(filter with { WithoutSupport = false }, context.Index).Items : [];
        return new Answer { Headline = nothing, Lines = near.IsEmpty ? [] : [AnswerLine.Heading(Text.NearHeading), .. ByRole(filter, near, near)], Source = context.SourceOf(near), IsFound = false, Suggestions = [.. filter.Organizations.Take(2).SelectMany(o => context.AskTasksOf(o)), .. filter.Officials.Take(1).Select(Text.AskOfficial), Text.AskHelp] };
    }

    private int RowsOf(TaskFilter filter) => context.Index.Rows.Count(r => filter.Lists.IsEmpty || filter.Lists.Contains(r.Owner.Item.List));

    private Answer List(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var filter = question.Filter;
        items = InOrderOfRole(filter, items);
        var page = context.PageOf(items);
        var end = context.Offset + page.Length;
        var headline = new TaskCounts(context).Of(filter, items);
        var targets = TargetsBeside(filter);
        return new Answer
        {
            Headline = targets is { } beside ? $"{headline} {Text.AreaTargetsBeside(Text.Area(beside.Area), beside.Count)}" : headline,
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. ByRole(filter, page, items)],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = targets is { } ofArea ? [Text.AskArea(ofArea.Area), .. context.Suggestions(filter, items, end < items.Length).Take(2)] : context.Suggestions(filter, items, end < items.Length),
        };
    }

    /// <summary>"某县有哪些任务": beside what its government carries the annexes set targets for the area. Null where only some tasks are asked for, or there are no such targets.</summary>
    private (string Area, int Count)? TargetsBeside(TaskFilter filter)
    {
        if (filter.Organizations is not [var only] || filter with { Organizations = [] } is not { IsEverything: true, Role: OrganizationRole.Any } || context.Offset > 0)
        {
            return null;
        }

        var area = context.Index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Name == only)?.Area;
        return area is not null && context.Index.Rows.Count(r => r.Row.HasTarget(area)) is > 0 and var count ? (area, count) : null;
    }

    /// <summary>Tasks of one organization under a heading for each role, which counts all of them and not only those of the page; others in one run.</summary>
    private IEnumerable<AnswerLine> ByRole(TaskFilter filter, ImmutableArray<IndexedItem> items, ImmutableArray<IndexedItem> all)
    {
        if (filter.Organizations is not [var only] || filter.Role == OrganizationRole.Lead)
        {
            return items.Select(i => context.Line(i, items.Length, lead: filter.Role != OrganizationRole.Lead || filter.Organizations.Length != 1, official: filter.Officials.Length != 1));
        }

        var participation = context.Index.Of(only);
        return Group(items, all, participation.Leads, Text.LeadsHeading, lead: false)
            .Concat(Group(items, all, participation.Supports, Text.SupportsHeading, lead: true))
            .Concat(Group(items, all, participation.Joint, Text.JointHeading, lead: true));
    }

    /// <summary>As the lines stand: what is shown and what is counted must agree on which is the second.</summary>
    private ImmutableArray<IndexedItem> InOrderOfRole(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        if (filter.Organizations is not [var only] || filter.Role == OrganizationRole.Lead)
        {
            return items;
        }

        var participation = context.Index.Of(only);
        return [.. items.OrderBy(i => participation.Leads.Contains(i.Ordinal) ? 0 : participation.Supports.Contains(i.Ordinal) ? 1 : 2)];
    }

    private IEnumerable<AnswerLine> Group(ImmutableArray<IndexedItem> items, ImmutableArray<IndexedItem> all, ImmutableArray<int> ordinals, Func<int, int, string> heading, bool lead)
    {
        var group = items.Where(i => ordinals.Contains(i.Ordinal)).ToList();
        return group.Count == 0 ? [] : group.Select(i => context.Line(i, items.Length, lead)).Prepend(AnswerLine.Heading(heading(all.Count(i => ordinals.Contains(i.Ordinal)), group.Count)));
    }

    private Answer WithFigures(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var withFigures = items.Where(i => !i.Item.Targets.IsEmpty || !i.Item.Rows.IsEmpty).ToImmutableArray();
        if (withFigures.IsEmpty)
        {
            return List(question, items) with { Headline = Text.NoFigure };
        }

        var page = context.PageOf(withFigures);
        var end = context.Offset + page.Length;
        return new Answer
        {
            Headline = Text.FiguresOf(withFigures.Length),
            PageMark = end < withFigures.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, withFigures.Length) : string.Empty,
            Lines = [.. page.Select(i => AnswerLine.Of(Text.Task(i.Content.Notice, i.Item, 60), Text.Place(i.Item), context.FiguresOf(i)))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < withFigures.Length ? end : 0,
            Suggestions = context.Suggestions(question.Filter, withFigures, end < withFigures.Length),
        };
    }
}
