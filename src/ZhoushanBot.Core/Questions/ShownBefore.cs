using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>What the turns before asked and found, for a question that points at it.</summary>
internal sealed class ShownBefore(ContextTurn last, ImmutableArray<ContextTurn> earlier, WorkItemIndex index)
{
    /// <summary>The turn before.</summary>
    public ContextTurn Last => last;

    /// <summary>The turns before that, newest first.</summary>
    public ImmutableArray<ContextTurn> Earlier => earlier;

    /// <summary>Which tasks the turn before was about; null when it was about none.</summary>
    public TaskFilter? Filter => (FilterOf(last.Question) is { } asked ? WithoutFigure(WithoutStrangers(asked)) : null) ?? (last is { Question: Question.Refusal { Reason: RefusalReason.NotFound }, Shown.Length: 1 or 2 } ? TaskFilter.Everything with { Ids = last.Shown } : null);

    /// <summary>"啥时候要完成" after "供地1.3万亩是谁的任务": the one task that the figure told.</summary>
    private TaskFilter WithoutFigure(TaskFilter asked) => asked.Bound is { IsExact: true } && last.Question is Question.Tasks && last.Shown is [var only] ? TaskFilter.Everything with { Ids = [only] } : asked;

    /// <summary>After "is A responsible for tourism?", of which B has the tasks: A is no part of what was shown.</summary>
    private TaskFilter WithoutStrangers(TaskFilter asked)
    {
        bool Has(WorkItem item) => item.LeadOfficials.Any(o => asked.Officials.Contains(o.Name, StringComparer.Ordinal)) || item.ResponsibleOrganizations.Any(o => asked.Organizations.Contains(o.Name, StringComparer.Ordinal));
        return !asked.Subject.IsEmpty && !(asked.Officials.IsEmpty && asked.Organizations.IsEmpty) && last.Question is Question.Tasks { Aspect: not TaskAspect.TakesPart } && last.Shown.Length > 0 && !Items.Any(Has)
            ? asked with { Officials = [], Organizations = [], AnyOrganization = false, Role = OrganizationRole.Any, Leading = [], Supporting = [] } : asked;
    }

    /// <summary>That turn and those before it, newest first.</summary>
    public IEnumerable<ContextTurn> Turns => earlier.Prepend(last);

    /// <summary>One task, or what a subject names, was asked about.</summary>
    public bool IsAboutOne => Filter is { } filter && IsOfOne(filter);

    /// <summary>The list that "the fifth" counts in: after one of its tasks was looked at, the list that it was picked from.</summary>
    public ContextTurn CountedIn => Filter is { Ids: [_] } ? earlier.FirstOrDefault(t => t.Shown.Length > 1) ?? last : last;

    /// <summary>The task at a number of that list, on the page shown or, as the numbers go on over the pages, on one before; null when there is none.</summary>
    public string? At(int number)
    {
        var page = CountedIn;
        foreach (var turn in Turns.SkipWhile(t => !ReferenceEquals(t, page)))
        {
            if (number > turn.From)
            {
                return number - turn.From <= turn.Shown.Length ? turn.Shown[number - turn.From - 1] : null;
            }

            if (turn.From == 0)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The area figures asked for last, in this turn or, of the same subject, in one before; null when there are none.</summary>
    public Question.AreaFigures? Figures => last.Question as Question.AreaFigures
        ?? (Filter is { } filter ? earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault(f => f.Filter.Subject == filter.Subject && f.Filter.Ids.SequenceEqual(filter.Ids, StringComparer.Ordinal)) : null);

    /// <summary>The one task just shown; of several, the one that the subject names best. Null when none or several are as good.</summary>
    public WorkItem? Item
    {
        get
        {
            var shown = last.Shown.Select(index.Find).OfType<IndexedItem>().DistinctBy(i => i.Ordinal).ToList();
            if (shown.Count < 2 || Filter is not { Subject.IsEmpty: false } filter)
            {
                return shown is [var only] ? only.Item : null;
            }

            var matches = SubjectSearch.Find(filter.Subject, index).Where(m => shown.Exists(s => s.Ordinal == m.Item.Ordinal)).ToList();
            var best = matches.Count == 0 ? 0 : matches.Max(m => m.Coverage);
            return matches.Where(m => m.Coverage == best).Select(m => m.Item.Item).Distinct().ToList() is [var named] ? named : null;
        }
    }

    /// <summary>Where a turn answered with some of what its subject finds, those are meant, and not what it left out.</summary>
    public TaskFilter WhatWasShown(TaskFilter filter)
    {
        var shown = last.Shown.Distinct(StringComparer.Ordinal).ToImmutableArray();
        var isPart = filter is { Subject.IsEmpty: false, Ids.IsEmpty: true } && last.Question is Question.Tasks or Question.AreaFigures && shown.Length > 0 && last is { NextOffset: 0, From: 0 }
            && SubjectSearch.Find(filter.Subject, index).Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal).Count() > shown.Length;
        return isPart ? filter with { Ids = shown } : filter;
    }

    /// <summary>Every task just shown, in order.</summary>
    public IEnumerable<WorkItem> Items => last.Shown.Select(index.Find).OfType<IndexedItem>().Select(i => i.Item);

    /// <summary>Narrowed to a task, or to what a subject names.</summary>
    public static bool IsOfOne(TaskFilter filter) => !filter.Subject.IsEmpty || !filter.Ids.IsEmpty || filter.Item > 0;

    /// <summary>The tasks that a question is about; null when it is about none.</summary>
    public static TaskFilter? FilterOf(Question question) => question switch
    {
        Question.Tasks tasks => tasks.Filter,
        Question.AreaFigures figures => figures.Filter,
        Question.Refusal { Near: { } near } => FilterOf(near),
        _ => null,
    };

    /// <summary>Areas with a target of what the last turns asked about, but for those whose were told.</summary>
    public ImmutableArray<string> OtherAreas()
    {
        var told = Turns.Select(t => t.Question).OfType<Question.AreaFigures>().TakeWhile(f => f.Filter.Subject == Filter?.Subject).SelectMany(f => f.Areas).ToHashSet(StringComparer.Ordinal);
        return [.. Filter is { } filter ? SubjectSearch.Find(filter.Subject, index).SelectMany(m => m.Row is { } row ? [row] : m.Item.Item.Rows).SelectMany(r => r.Areas.Where(a => r.HasTarget(a.Area))).Select(a => a.Area).Distinct(StringComparer.Ordinal).Where(a => !told.Contains(a)) : []];
    }

    /// <summary>The one area with the largest or smallest figure of each row shown, or the one at the place asked for; null when several share it, or it differs by row.</summary>
    public string? ExtremeOf(Question.AreaFigures asked)
    {
        var rows = SubjectSearch.Find(asked.Filter.Subject, index).Where(m => m.Row is not null).Select(m => m.Row!).Distinct().ToList();
        return asked.Operation is AreaOperation.Largest or AreaOperation.Smallest && rows.Select(r => ExtremeOf(r, asked)).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
    }

    private static string? ExtremeOf(AnnexRow row, Question.AreaFigures asked)
    {
        var amounts = row.Areas.Select(a => (a.Area, Amount: (a.Value as CellValue.Amount)?.Figure.Normalized.Value)).Where(a => a.Amount is not null).ToList();
        var ordered = asked.Operation == AreaOperation.Smallest ? amounts.OrderBy(a => a.Amount) : amounts.OrderByDescending(a => a.Amount);
        var at = Math.Max(1, asked.Nth);
        return amounts.Count < at ? null : amounts.Where(a => a.Amount == ordered.ElementAt(at - 1).Amount).Select(a => a.Area).ToList() is [var only] ? only : null;
    }

    /// <summary>The organization that a list of all of them had in front; null when several have as many.</summary>
    public string? FrontOf(Question.TasksByOrganization asked) =>
        Front(CarrierTasks.OfOrganizations(index, asked.Role, asked.Lists).Select(o => (o.Name, o.Items.Length)), asked.Operation, asked.Nth);

    /// <summary>The official that a list of all of them had in front; null when several have as many.</summary>
    public string? FrontOf(Question.TasksByOfficial asked) =>
        Front(CarrierTasks.OfOfficials(index, asked.Lists).Where(o => asked.Part?.IsDeputies != true || CountedPart.IsDeputy(o.Official.Post)).Select(o => (o.Official.Name, o.Items.Length)), asked.Operation, asked.Nth);

    private static string? Front(IEnumerable<(string Name, int Count)> all, AreaOperation operation, int nth)
    {
        var counted = all.Where(c => c.Count > 0).ToList();
        var ordered = operation == AreaOperation.Smallest ? counted.OrderBy(c => c.Count) : counted.OrderByDescending(c => c.Count);
        var at = Math.Max(1, nth);
        return counted.Count < at ? null
            : ordered.ElementAt(at - 1).Count is var count && counted.Where(c => c.Count == count).ToList() is [var only] ? only.Name : null;
    }

    /// <summary>The two of one kind that the last turns were about: "which one has more?". Null when there are not two.</summary>
    public TaskFilter? Pair()
    {
        if (last.Question is not Question.Tasks { Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } now })
        {
            return null;
        }

        foreach (var turn in earlier)
        {
            switch (turn.Question, now)
            {
                case (Question.Tasks { Filter: { Subject.IsEmpty: true, Officials: [var one] } then }, { Officials: [var other], Organizations.IsEmpty: true }) when one != other && then.Organizations.IsEmpty:
                    return now with { Officials = [one, other] };
                case (Question.Tasks { Filter: { Subject.IsEmpty: true, Organizations: [var one] } then }, { Organizations: [var other] }) when one != other && then.Officials.SequenceEqual(now.Officials, StringComparer.Ordinal):
                    return now with { Organizations = [one, other], Role = now.Role == then.Role ? now.Role : OrganizationRole.Any };
            }
        }

        return null;
    }

    /// <summary>What was shown stands in this list and in others.</summary>
    public bool IsPartlyOf(WorkListKind list) => Items.Select(i => i.List).Distinct().ToList() is { Count: > 1 } lists && lists.Contains(list);
}
