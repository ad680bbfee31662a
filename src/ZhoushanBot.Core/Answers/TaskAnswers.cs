using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about tasks.</summary>
internal sealed class TaskAnswers(AnswerContext context)
{
    private const int MostDetailed = 8;
    private const int MostInline = 4;
    private const float NearBestFigure = 0.8f;

    private AnswerText Text => context.Text;

    /// <summary>Null when no task fits and the reason must be told otherwise.</summary>
    public Answer? Answer(Question.Tasks question)
    {
        if (question.Aspect == TaskAspect.CountsCompared)
        {
            return CountsCompared(question.Filter);
        }

        var selection = TaskSelection.Of(question.Filter, context.Index);
        if (question is { Aspect: TaskAspect.Figures, Filter.Subject.IsEmpty: false })
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
            TaskAspect.List or TaskAspect.Count => List(question, items),
            TaskAspect.Partners when question.Filter is { Organizations.IsEmpty: true, Officials.IsEmpty: true } => OfSubject(question with { Aspect = TaskAspect.Owner }, selection),
            TaskAspect.Partners => Partners(question, items),
            TaskAspect.Officials => Officials(question, items),
            TaskAspect.Fields => Fields(question, items),
            TaskAspect.Figures when question.Filter is { Subject.IsEmpty: true, Ids.IsEmpty: true, Item: 0 } => WithFigures(question, items),
            _ => OfSubject(question, selection),
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

        if (filter.Role != OrganizationRole.Any && !TaskSelection.Of(filter with { Role = OrganizationRole.Any }, context.Index).Items.IsEmpty)
        {
            return Answer(question with { Filter = filter with { Role = OrganizationRole.Any } });
        }

        if (Answer(question with { Filter = filter with { Organizations = [], Officials = [], Role = OrganizationRole.Any }, Aspect = TaskAspect.Owner }) is not { } others)
        {
            return null;
        }

        var named = filter.Organizations.Select(Text.Organization).Concat(filter.Officials.Select(o => Text.Official(OfficialNamed(o))));
        return others with { Headline = $"{Text.NotTheirs(string.Join(Text.ListSeparator, named), filter.Subject.ToString())} {others.Headline}" };
    }

    private Answer? Nothing(Question.Tasks question)
    {
        var filter = question.Filter;
        if (!filter.Subject.IsEmpty)
        {
            return null;
        }

        if (filter.Organizations is [var only] && filter.Officials.IsEmpty && filter.Lists.IsEmpty && filter.Section == 0)
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
                Lines = rest.IsEmpty ? [] : [AnswerLine.Heading(Text.NearHeading), .. ByRole(filter with { Role = OrganizationRole.Any }, rest)],
                Source = context.SourceOf(rest),
                Shown = [.. InOrderOfRole(filter with { Role = OrganizationRole.Any }, rest).Select(i => i.Item.Id)],
                Suggestions = [.. context.AskTasksOf(only, filter.Role), Text.AskHelp],
                IsFound = false,
            };
        }

        if (filter is { Section: > 0, Item: > 0, Organizations.IsEmpty: true, Officials.IsEmpty: true }
            && TaskSelection.Of(filter with { Item = 0 }, context.Index).Items is { IsEmpty: false } section)
        {
            return List(question with { Filter = filter with { Item = 0 } }, section) with { Headline = Text.SectionHasOnly(filter.Section, section.Length), IsFound = false };
        }

        var nothing = filter.Organizations.Length > 1 ? Text.SharedCount(Joined(filter.Organizations), 0) : Text.FilterCount(string.Empty, 0);
        return new Answer { Headline = nothing, IsFound = false, Suggestions = [.. filter.Organizations.Take(2).SelectMany(o => context.AskTasksOf(o)), Text.AskHelp] };
    }

    private string Joined(IEnumerable<string> organizations) => string.Join(Text.ListSeparator, organizations.Select(Text.Organization));

    private Answer List(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var filter = question.Filter;
        items = InOrderOfRole(filter, items);
        var page = items.Skip(context.Offset).Take(AnswerContext.PageSize).ToImmutableArray();
        var end = context.Offset + page.Length;
        var headline = Headline(filter, items);
        return new Answer
        {
            Headline = headline,
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. ByRole(filter, page)],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = Suggestions(filter, items, end < items.Length),
        };
    }

    /// <summary>What narrows the tasks beside the unit or official that the headline names: without it the count would be taken for all of theirs.</summary>
    private string Restriction(TaskFilter filter)
    {
        var parts = new List<string>();
        var isOfOrganization = !filter.Organizations.IsEmpty;
        if (isOfOrganization || !filter.WithoutTargetIn.IsEmpty || !filter.WithTargetIn.IsEmpty)
        {
            parts.AddRange(filter.Officials.Select(o => Text.LedByOfficial(Text.Official(OfficialNamed(o)))));
        }

        void Add(bool applies, Func<string> part)
        {
            if (applies)
            {
                parts.Add(part());
            }
        }

        Add(isOfOrganization && !filter.Lists.IsEmpty, () => Text.InLists(string.Join(Text.ListSeparator, filter.Lists.Select(Text.List))));
        Add(!filter.Subject.IsEmpty && (isOfOrganization || !filter.Officials.IsEmpty), () => Text.AboutSubject(filter.Subject.ToString()));
        Add(filter.Figures != FigureKind.Any, () => Text.WithFigures(filter.Figures));
        Add(filter.SeveralLeads, () => Text.SeveralLeads);
        Add(filter.WithoutSupport && isOfOrganization, () => Text.WithoutSupport);
        Add(!filter.WithoutTargetIn.IsEmpty, () => Text.WithoutTargetIn(string.Join(Text.ListSeparator, filter.WithoutTargetIn.Select(Text.Area))));
        Add(!filter.WithTargetIn.IsEmpty, () => Text.WithTargetIn(string.Join(Text.ListSeparator, filter.WithTargetIn.Select(Text.Area))));
        return parts.Count == 0 ? string.Empty : Text.Among(string.Join(Text.ListSeparator, parts));
    }

    private string Headline(TaskFilter filter, ImmutableArray<IndexedItem> items) => Restriction(filter) + CountHeadline(filter, items);

    private string CountHeadline(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        var byList = Text.ByList(items.Select(i => i.Item));
        if (filter.Organizations is [var only])
        {
            var name = Text.Organization(only);
            var participation = context.Index.Of(only);
            int CountOf(ImmutableArray<int> ordinals) => items.Count(i => ordinals.Contains(i.Ordinal));
            var joint = CountOf(participation.Joint);
            return filter.Role switch
            {
                OrganizationRole.Lead => Text.RoleCount(name, OrganizationRole.Lead, items.Length, byList),
                OrganizationRole.Support => joint > 0 ? Text.SupportsAndJoint(name, items.Length, joint) : Text.RoleCount(name, OrganizationRole.Support, items.Length, byList),
                _ => Text.AllRolesCount(name, items.Length, CountOf(participation.Leads), CountOf(participation.Supports), joint),
            };
        }

        if (filter.Organizations.Length > 1)
        {
            return filter.AnyOrganization
                ? string.Join(' ', filter.Organizations.Select(o => RoleCountOf(o, filter.Role)))
                : items.All(i => filter.Organizations.Any(o => context.Index.Of(o).Joint.Contains(i.Ordinal)))
                    ? Text.SharedOnlyJointly(Joined(filter.Organizations), items.Length)
                    : Text.SharedCount(Joined(filter.Organizations), items.Length);
        }

        if (filter.Officials is [var official] && filter.WithoutTargetIn.IsEmpty && filter.WithTargetIn.IsEmpty)
        {
            return Text.OfficialCount(Text.Official(OfficialNamed(official)), items.Length, byList);
        }

        return Text.FilterCount(filter.Subject.IsEmpty ? byList : filter.Subject.ToString(), items.Length);
    }

    private string RoleCountOf(string organization, OrganizationRole role)
    {
        var participation = context.Index.Of(organization);
        var count = role == OrganizationRole.Lead ? participation.Leads.Length : participation.Supports.Length + participation.Joint.Length;
        return Text.RoleCount(Text.Organization(organization), role, count, string.Empty);
    }

    private LeadOfficial OfficialNamed(string name) =>
        context.Index.Notices.SelectMany(n => n.Officials).FirstOrDefault(o => o.Name == name) ?? new LeadOfficial(name, string.Empty);

    /// <summary>Tasks of one organization under a heading for each role; others in one run.</summary>
    private IEnumerable<AnswerLine> ByRole(TaskFilter filter, ImmutableArray<IndexedItem> items)
    {
        if (filter.Organizations is not [var only] || filter.Role == OrganizationRole.Lead)
        {
            return items.Select(i => context.Line(i, items.Length, lead: filter.Role != OrganizationRole.Lead || filter.Organizations.Length != 1, official: filter.Officials.Length != 1));
        }

        var participation = context.Index.Of(only);
        return Group(items, participation.Leads, Text.LeadsHeading, lead: false)
            .Concat(Group(items, participation.Supports, Text.SupportsHeading, lead: true))
            .Concat(Group(items, participation.Joint, Text.JointHeading, lead: true));
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

    private IEnumerable<AnswerLine> Group(ImmutableArray<IndexedItem> items, ImmutableArray<int> ordinals, Func<int, string> heading, bool lead)
    {
        var group = items.Where(i => ordinals.Contains(i.Ordinal)).ToList();
        return group.Count == 0 ? [] : group.Select(i => context.Line(i, items.Length, lead)).Prepend(AnswerLine.Heading(heading(group.Count)));
    }

    private ImmutableArray<string> Suggestions(TaskFilter filter, ImmutableArray<IndexedItem> items, bool hasMore)
    {
        var suggestions = ImmutableArray.CreateBuilder<string>();
        if (hasMore)
        {
            suggestions.Add(Text.More);
        }

        if (filter.Organizations is [var only])
        {
            suggestions.AddRange(context.AskTasksOf(only, filter.Role));
        }

        suggestions.AddRange(items.SelectMany(i => i.Item.LeadOfficials).Select(o => o.Name).Distinct(StringComparer.Ordinal)
            .Where(o => !filter.Officials.Contains(o, StringComparer.Ordinal)).Take(1).Select(Text.AskOfficial));
        if (items.FirstOrDefault(i => i.Item.Item > 0) is { } first)
        {
            suggestions.Add(Text.AskPlace(first.Item));
        }

        return [.. suggestions.Take(3)];
    }

    private Answer WithFigures(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var withFigures = items.Where(i => !i.Item.Targets.IsEmpty || !i.Item.Rows.IsEmpty).ToImmutableArray();
        if (withFigures.IsEmpty)
        {
            return List(question, items) with { Headline = Text.NoFigure };
        }

        var page = withFigures.Skip(context.Offset).Take(AnswerContext.PageSize).ToImmutableArray();
        var end = context.Offset + page.Length;
        return new Answer
        {
            Headline = Text.FiguresOf(withFigures.Length),
            PageMark = end < withFigures.Length ? Text.Page(context.Offset + 1, end, withFigures.Length) : string.Empty,
            Lines = [.. page.Select(i => AnswerLine.Of(Text.Task(i.Content.Notice, i.Item, 60), Text.Place(i.Item), context.FiguresOf(i)))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < withFigures.Length ? end : 0,
            Suggestions = Suggestions(question.Filter, withFigures, end < withFigures.Length),
        };
    }

    /// <summary>Tasks about a subject, or one task by its place: the answer to the aspect first, then the tasks.</summary>
    private Answer OfSubject(Question.Tasks question, TaskSelection selection)
    {
        var items = selection.Items;
        var page = items.Skip(context.Offset).Take(AnswerContext.PageSize).ToImmutableArray();
        var end = context.Offset + page.Length;
        var isDetailed = page.Length <= MostDetailed;
        var headline = SubjectHeadline(question, page, items.Length, selection);
        if (question.Filter.AsksMoney && !items.Any(i => (FigureFocus.Of(question.Filter, i.Item, context.Index)?.Targets ?? i.Item.Targets).Any(FigureFocus.IsMoney)))
        {
            headline = items is [var single] && FocusedFigures(question.Filter, single, RowsOf(single, selection, question.Filter)).Length == 0 ? headline : $"{Text.MoneyNotGiven} {headline}";
        }

        return new Answer
        {
            Headline = headline,
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. page.Select(i => isDetailed ? Detailed(i, question.Aspect, RowsOf(i, selection, question.Filter)) : context.Line(i, page.Length, lead: true))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = SubjectSuggestions(page, end < items.Length),
        };
    }

    private static List<AnnexRow> RowsOf(IndexedItem item, TaskSelection selection, TaskFilter filter)
    {
        var rows = selection.Rows.Where(r => r.Owner.Ordinal == item.Ordinal).Select(r => r.Row).ToList();
        var numbered = filter.Item > 0 ? rows.Where(r => r.Number == filter.Item).ToList() : [];
        return numbered.Count > 0 ? numbered : rows;
    }

    private string SubjectHeadline(Question.Tasks question, ImmutableArray<IndexedItem> page, int total, TaskSelection selection)
    {
        var aspect = question.Aspect;
        if (page is not [var only])
        {
            var inline = (aspect is TaskAspect.Figures && total <= AnswerContext.PageSize) || (aspect is TaskAspect.Detail && total <= MostInline && !question.Filter.Subject.IsEmpty) ? InlineFigures(question.Filter, page, selection) : string.Empty;
            var differ = aspect is TaskAspect.Figures or TaskAspect.Detail && page.Length <= 3
                && page.Any(a => page.Any(b => a.Item.List != b.Item.List && ListComparison.CountTheLike(a.Item, b.Item)));
            var headline = aspect switch
            {
                TaskAspect.Owner => Text.OwnersOf(total),
                TaskAspect.Count => Text.FilterCount(string.Empty, total),
                TaskAspect.Figures when inline.Length > 0 => inline,
                TaskAspect.Figures => Text.FiguresOf(total),
                TaskAspect.Deadline => Deadlines(selection.Items),
                _ => inline.Length > 0 ? $"{Text.TaskFound(total)} {inline}" : Text.TaskFound(total),
            };
            return differ ? $"{headline} {Text.ConflictNote}" : headline;
        }

        var item = only.Item;
        return aspect switch
        {
            TaskAspect.Owner when item.IsJoint => Text.JointOwner(Text.Organizations(item.ResponsibleOrganizations)),
            TaskAspect.Owner => Text.OwnerOf(Text.Organizations(item.LeadOrganizations), Text.Organizations(item.SupportingOrganizations), context.OfficialsOf(item)),
            TaskAspect.Figures => FiguresHeadline(question.Filter, only, RowsOf(only, selection, question.Filter)),
            TaskAspect.Deadline => Text.DeadlineHeadline(string.Join(Text.PartSeparator, When(item))),
            TaskAspect.Detail when !question.Filter.Subject.IsEmpty && FocusedFigures(question.Filter, only, RowsOf(only, selection, question.Filter)) is { Length: > 0 } figures => Text.FoundWith(figures),
            _ => Text.TaskFound(1),
        };
    }

    /// <summary>The dated steps in their order, then when all of it is due.</summary>
    private IEnumerable<string> When(WorkItem item)
    {
        if (!item.Milestones.IsEmpty)
        {
            yield return Text.MilestonesLabel(item.Milestones);
        }

        yield return Text.DeadlineLabel(item.Deadline, !item.Milestones.IsEmpty);
    }

    /// <summary>Each day with the number of tasks due then; one day alone when all are due on it.</summary>
    private string Deadlines(ImmutableArray<IndexedItem> items)
    {
        var days = items.OrderBy(i => i.Item.Deadline.On).GroupBy(i => Text.DeadlineLabel(i.Item.Deadline, !i.Item.Milestones.IsEmpty), StringComparer.Ordinal).ToList();
        return days is [var only] ? only.Key : string.Join(Text.PartSeparator, days.Select(d => Text.NameAndCount(d.Key, d.Count(), string.Empty)));
    }

    /// <summary>The figures that the subject asks for; where its own clause has none, that is said, for the others measure something else.</summary>
    private string FiguresHeadline(TaskFilter filter, IndexedItem indexed, List<AnnexRow> rows)
    {
        if (FocusedFigures(filter, indexed, rows) is { Length: > 0 } figures)
        {
            return figures;
        }

        return indexed.Item.Targets.IsEmpty || FigureFocus.Of(filter, indexed.Item, context.Index) is not { Clause: { Length: > 0 } clause } ? Text.NoFigure : Text.NoFigureIn(clause);
    }

    private string FocusedFigures(TaskFilter filter, IndexedItem indexed, List<AnnexRow> rows)
    {
        var focus = rows.Count > 0 ? null : FigureFocus.Of(filter, indexed.Item, context.Index);
        return string.Join(Text.PartSeparator, focus is null ? context.FiguresOf(indexed, rows) : focus.Targets.Select(context.FigureOf));
    }

    /// <summary>A few tasks: each list with its figures, so that the answer stands in the first line. Empty when none of them has the figure.</summary>
    private string InlineFigures(TaskFilter filter, ImmutableArray<IndexedItem> page, TaskSelection selection)
    {
        var each = page
            .Select(i => (Item: i, Figures: FocusedFigures(filter, i, RowsOf(i, selection, filter)), Score: FigureFocus.Of(filter, i.Item, context.Index)?.Score ?? 0))
            .Where(e => e.Figures.Length > 0).ToList();
        var best = each.Count == 0 ? 0 : each.Max(e => e.Score);
        each.RemoveAll(e => filter.Subject.Groups.Length < 2 && e.Score < best * NearBestFigure);
        return each.Count > MostInline ? string.Empty : string.Join(Text.PartSeparator, each.Select(e => Text.FiguresAt(Text.Place(e.Item.Item), e.Figures)));
    }

    private AnswerLine Detailed(IndexedItem indexed, TaskAspect aspect, List<AnnexRow> rows)
    {
        var item = indexed.Item;
        var details = ImmutableArray.CreateBuilder<string>();
        if (item.IsJoint)
        {
            details.Add(Text.JointLabel(Text.Organizations(item.ResponsibleOrganizations)));
        }
        else
        {
            details.Add(Text.LeadLabel(Text.Organizations(item.LeadOrganizations)));
            if (!item.SupportingOrganizations.IsEmpty)
            {
                details.Add(Text.SupportLabel(Text.Organizations(item.SupportingOrganizations)));
            }
        }

        if (!item.LeadOfficials.IsEmpty)
        {
            details.Add(Text.OfficialLabel(context.OfficialsOf(item)));
        }

        var figures = context.FiguresOf(indexed, rows);
        if (figures.IsEmpty && aspect is TaskAspect.Figures)
        {
            details.Add(Text.NoFigure);
        }
        else if (!figures.IsEmpty && aspect is not TaskAspect.Owner)
        {
            details.Add(Text.TargetsLabel(string.Join(Text.PartSeparator, figures)));
        }

        if (aspect is TaskAspect.Detail)
        {
            details.AddRange(rows.Select(context.Breakdown));
        }

        if (aspect is TaskAspect.Detail or TaskAspect.Deadline)
        {
            details.AddRange(When(item));
        }

        if (aspect is TaskAspect.Quote)
        {
            details.Add(Quote(indexed));
        }

        return AnswerLine.Of(Text.Task(indexed.Content.Notice, item, 400), Text.Place(item), details.ToImmutable());
    }

    private string Quote(IndexedItem indexed)
    {
        var notice = indexed.Content.Notice;
        return Text.QuoteAt(string.Concat(notice.Quote(indexed.Item.Span).Where(c => c != '\n')), notice.PlaceOf(indexed.Item.Span.Start));
    }

    private ImmutableArray<string> SubjectSuggestions(ImmutableArray<IndexedItem> page, bool hasMore)
    {
        var suggestions = ImmutableArray.CreateBuilder<string>();
        if (hasMore)
        {
            suggestions.Add(Text.More);
        }

        if (page.FirstOrDefault(i => i.Item.LeadOrganizations.Length > 0 && !i.Item.IsJoint) is { } led)
        {
            suggestions.Add(Text.AskLeads(led.Item.LeadOrganizations[0].Name));
        }

        if (page.SelectMany(i => i.Item.LeadOfficials).FirstOrDefault() is { } official)
        {
            suggestions.Add(Text.AskOfficial(official.Name));
        }

        return [.. suggestions.Take(3)];
    }

    /// <summary>"市水利局和市卫健委谁的任务多": the counts side by side, and what they are made of.</summary>
    private Answer CountsCompared(TaskFilter filter)
    {
        var each = filter.Organizations
            .Select(o => (Name: Text.Organization(o), Own: filter with { Organizations = [o], Officials = [] }))
            .Concat(filter.Officials.Select(o => (Name: Text.Official(OfficialNamed(o)), Own: filter with { Organizations = [], Officials = [o] })))
            .Select(e => (e.Name, e.Own, TaskSelection.Of(e.Own, context.Index).Items))
            .OrderByDescending(e => e.Items.Length)
            .ToList();
        return new Answer
        {
            Headline = Text.CountsCompared(string.Join(Text.ListSeparator, each.Select(e => Text.NameAndCount(e.Name, e.Items.Length, string.Empty)))),
            Lines = [.. each.Select(e => AnswerLine.Of(CountHeadline(e.Own, e.Items), string.Empty))],
            Source = context.SourceOf([.. each.SelectMany(e => e.Items)]),
            Suggestions = Suggestions(each[0].Own, each[0].Items, false),
        };
    }

    private Answer Partners(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var filter = question.Filter;
        var partners = items
            .SelectMany(i => i.Item.ResponsibleOrganizations.Select(o => o.Name).Distinct(StringComparer.Ordinal))
            .Where(o => !filter.Organizations.Contains(o, StringComparer.Ordinal))
            .GroupBy(o => o, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ToList();
        var who = filter.Officials is [var official] ? Text.Official(OfficialNamed(official)) : Joined(filter.Organizations);
        return new Answer
        {
            Headline = Text.PartnersOf(who, partners.Count),
            Lines = [.. partners.Select(p => AnswerLine.Of(Text.NameAndCount(Text.Organization(p.Key), p.Count(), string.Empty), string.Empty))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(AnswerContext.PageSize).Select(i => i.Item.Id)],
            Suggestions = Suggestions(filter, items, false),
        };
    }

    private Answer Officials(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var officials = items.SelectMany(i => i.Item.LeadOfficials.Select(o => (Official: o, Item: i))).GroupBy(x => x.Official).ToList();
        var who = question.Filter.Organizations.IsEmpty ? Text.Section(items[0].Item) : Joined(question.Filter.Organizations);
        return new Answer
        {
            Headline = Text.OfficialsOf(who, officials.Count),
            Lines = [.. officials.Select(o => AnswerLine.Of(
                Text.NameAndCount(Text.Official(o.Key), o.Count(), string.Empty), string.Empty, [.. o.Select(x => $"{Text.Place(x.Item.Item)} {Text.Task(x.Item.Content.Notice, x.Item.Item, 40)}")]))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(AnswerContext.PageSize).Select(i => i.Item.Id)],
            Suggestions = Suggestions(question.Filter, items, false),
        };
    }

    private Answer Fields(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var fields = items.GroupBy(i => (i.Item.List, Section: Text.Section(i.Item))).ToList();
        var who = question.Filter.Officials is [var official] ? Text.Official(OfficialNamed(official)) : Joined(question.Filter.Organizations);
        return new Answer
        {
            Headline = Text.FieldsOf(who, fields.Count),
            Lines = [.. fields.Select(f => AnswerLine.Of(Text.NameAndCount($"{Text.List(f.Key.List)} · {f.Key.Section}", f.Count(), string.Empty), string.Empty))],
            Source = context.SourceOf(items),
            Shown = [.. items.Take(AnswerContext.PageSize).Select(i => i.Item.Id)],
            Suggestions = Suggestions(question.Filter, items, false),
        };
    }
}
