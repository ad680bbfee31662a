using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about what a subject or a place names: the aspect asked for first, then the tasks in detail.</summary>
internal sealed class SubjectAnswers(AnswerContext context)
{
    private const int MostDetailed = 8;
    private const int MostInline = 4;
    private const int MostTogether = 4;
    private const float NearBestFigure = 0.8f;
    private const float LeastAsWell = 0.5f;

    /// <summary>Of a subject's characters the share that some figure's words must have.</summary>
    private const float LeastNamed = 0.26f;

    private readonly Dictionary<int, FigureFocus?> focuses = [];
    private TaskFilter? focused;

    private AnswerText Text => context.Text;

    /// <summary>Tasks about a subject, or one task by its place: the answer to the aspect first, then the tasks.</summary>
    public Answer Answer(Question.Tasks question, TaskSelection selection)
    {
        var inline = Inline(question, selection);
        selection = Leading(question, selection, inline);
        var items = selection.Items;
        var page = context.PageOf(items);
        var end = context.Offset + page.Length;
        var isDetailed = page.Length <= MostDetailed;
        var headline = $"{Total(question, selection, inline)}{SubjectHeadline(question, page, items.Length, selection, inline)}";
        if (question.Filter.AsksMoney && question.Aspect is TaskAspect.Figures or TaskAspect.Detail && !items.Any(i => (FocusBeside(RowsOf(i, selection, question.Filter), question.Filter, i)?.Targets ?? i.Item.Targets).Any(t => t.Figure.IsMoney)))
        {
            headline = items is [var single] && FocusedFigures(question.Filter, single, RowsOf(single, selection, question.Filter)).Length == 0 ? headline : $"{Text.MoneyNotGiven} {headline}";
        }

        var aspect = question.Besides.IsEmpty ? question.Aspect : TaskAspect.Detail;
        return new Answer
        {
            Headline = headline,
            PageMark = end < items.Length || context.Offset > 0 ? Text.Page(context.Offset + 1, end, items.Length) : string.Empty,
            Lines = [.. page.Select(i => isDetailed ? Detailed(i, aspect, RowsOf(i, selection, question.Filter)) : context.Line(i, page.Length, lead: true))],
            Source = context.SourceOf(page),
            Shown = [.. page.Select(i => i.Item.Id)],
            NextOffset = end < items.Length ? end : 0,
            Suggestions = SubjectSuggestions(page, end < items.Length),
        };
    }

    /// <summary>The tasks whose figures answer stand first; where a figure was asked for, the others are no part of the answer.</summary>
    private static TaskSelection Leading(Question.Tasks question, TaskSelection selection, List<(IndexedItem Item, string Figures)> inline)
    {
        if (inline.Count == 0 || inline.Count == selection.Items.Length)
        {
            return selection;
        }

        var first = inline.Select(i => i.Item).ToImmutableArray();
        return selection with { Items = question.Aspect is TaskAspect.Figures ? first : [.. first, .. selection.Items.Except(first)] };
    }

    /// <summary>"加起来", "差多少": the figures told in one; empty where nothing of the kind is asked for or can be made.</summary>
    private string Total(Question.Tasks question, TaskSelection selection, List<(IndexedItem Item, string Figures)> inline)
    {
        if (question is not { Aspect: TaskAspect.Figures, Reckoned: not Reckoning.None })
        {
            return string.Empty;
        }

        var items = inline.Count > 0 ? [.. inline.Select(i => i.Item)] : selection.Items;
        var each = items.SelectMany(i => AddedOf(question.Filter, i, selection).Select(f => (Item: i, f.Label, f.Figure))).ToList();
        if (question.Reckoned == Reckoning.Difference)
        {
            return FigureSum.Difference([.. each.Select(e => e.Figure)]) is { } difference
                ? (difference.Value == 0 ? Text.CompareEqual : Text.LargerBy(each.MaxBy(e => e.Figure.Normalized.Value).Label, Text.Figure(difference))) + Text.PartSeparator : string.Empty;
        }

        return question.Reckoned == Reckoning.Sum && FigureSum.Of([.. each.Select(e => e.Figure)]) is { } sum
            ? Text.Total(Text.Figure(sum), string.Join(" + ", each.Select(e => Text.Figure(e.Figure)))) + Text.PartSeparator
            : string.Empty;
    }

    /// <summary>The figures of a task that a sum takes: no part of another one.</summary>
    private IEnumerable<(string Label, Figure Figure)> AddedOf(TaskFilter filter, IndexedItem indexed, TaskSelection selection)
    {
        var rows = RowsOf(indexed, selection, filter);
        var targets = FocusBeside(rows, filter, indexed)?.Targets ?? indexed.Item.Targets;
        return targets.IsEmpty ? rows.Where(r => r.City.Value is CellValue.Amount).Select(r => (RowTitles.Of(r), ((CellValue.Amount)r.City.Value).Figure))
            : targets.Where(t => !t.Indicator.Contains(RowTitles.PartMark, StringComparison.Ordinal) && (!filter.AsksMoney || t.Figure.IsMoney)).Select(t => (Text.Indicator(t), t.Figure));
    }

    /// <summary>Which figures of a task are meant: asked for several times in one answer, told once.</summary>
    private FigureFocus? FocusOf(TaskFilter filter, IndexedItem indexed)
    {
        if (!ReferenceEquals(focused, filter))
        {
            focused = filter;
            focuses.Clear();
        }

        if (!focuses.TryGetValue(indexed.Ordinal, out var focus))
        {
            focuses.Add(indexed.Ordinal, focus = FigureFocus.Of(filter, indexed.Item, context.Index));
        }

        return focus;
    }

    /// <summary>Null where rows of a table are what is asked about, unless the task has other figures besides those of the rows.</summary>
    private FigureFocus? FocusBeside(List<AnnexRow> rows, TaskFilter filter, IndexedItem indexed)
    {
        if (rows.Count == 0)
        {
            return FocusOf(filter, indexed);
        }

        return indexed.Item.Targets.Length > 1 && FocusOf(filter, indexed) is { Score: > 0 } focus && !focus.Targets.IsEmpty && focus.Targets.Length < indexed.Item.Targets.Length
            && rows.TrueForAll(r => r.City.Value is CellValue.Amount city && focus.Targets.Any(t => t.Figure.Normalized == city.Figure.Normalized)) ? focus : null;
    }

    private static List<AnnexRow> RowsOf(IndexedItem item, TaskSelection selection, TaskFilter filter)
    {
        var rows = filter.SeveralFigures ? [.. item.Item.Rows] : selection.Rows.Where(r => r.Owner.Ordinal == item.Ordinal).Select(r => r.Row).ToList();
        var numbered = filter.Item > 0 ? rows.Where(r => r.Number == filter.Item).ToList() : [];
        return numbered.Count > 0 ? numbered : rows;
    }

    private string SubjectHeadline(Question.Tasks question, ImmutableArray<IndexedItem> page, int total, TaskSelection selection, List<(IndexedItem Item, string Figures)> each)
    {
        var aspect = question.Aspect;
        if (aspect == TaskAspect.Supporting && page.Length <= MostInline)
        {
            string SupportOf(IndexedItem i) => Text.SupportedBy(i.Item.SupportingOrganizations.Length, Text.Organizations(i.Item.SupportingOrganizations));
            return page.Length == 1 ? SupportOf(page[0]) : string.Join(Text.PartSeparator, page.Select(i => Text.FiguresAt(Text.Place(i.Item), SupportOf(i).TrimEnd('。', '.'))));
        }

        if (aspect == TaskAspect.Deadline && !question.Steps.IsEmpty && StepsOf(question, selection.Items) is { Length: > 0 } steps)
        {
            return steps;
        }

        if (page is not [var only])
        {
            var inline = Inlined(question, each);
            var differ = aspect is TaskAspect.Figures or TaskAspect.Detail && page.Length <= 3
                && ListComparison.CountTheLike([.. page.Select(i => i.Item)])
                && page.Select(i => i.Item.Targets.Select(t => t.Figure.Normalized).FirstOrDefault()).Distinct().Skip(1).Any();
            var headline = aspect switch
            {
                TaskAspect.Owner => new OwnerLines(context).Of(selection.Items, question.AsksOfficial),
                TaskAspect.Supporting => Text.OwnersOf(total),
                TaskAspect.Count => Text.FilterCount(string.Empty, total),
                TaskAspect.Figures when inline.Length > 0 => inline,
                TaskAspect.Figures when selection.Items.All(i => FocusBeside(RowsOf(i, selection, question.Filter), question.Filter, i) is { Targets.IsEmpty: true }) => Text.NoFigure,
                TaskAspect.Figures when selection.Items.All(i => (i.Item.Targets.IsEmpty && i.Item.Rows.IsEmpty) || (RowsOf(i, selection, question.Filter).Count == 0 && FocusOf(question.Filter, i) is null or { Targets.IsEmpty: true })) => Text.NoFigure,
                TaskAspect.Figures => selection.Items.All(i => !i.Item.Targets.IsEmpty || !i.Item.Rows.IsEmpty) ? Text.FiguresOf(total) : Text.TaskFound(total),
                TaskAspect.Deadline => Deadlines(selection.Items),
                _ => inline.Length > 0 ? $"{Text.TaskFound(total)} {inline}" : Text.TaskFound(total),
            };
            return differ ? $"{headline} {Text.ConflictNote}" : headline;
        }

        var rows = RowsOf(only, selection, question.Filter);
        return question.Besides.IsEmpty
            ? HeadlineOf(aspect, question, only, rows)
            : string.Join(Text.PartSeparator, question.Besides.Prepend(aspect).Select(a => HeadlineOf(a, question, only, rows).TrimEnd('。', '.')));
    }

    private string HeadlineOf(TaskAspect aspect, Question.Tasks question, IndexedItem only, List<AnnexRow> rows)
    {
        var (item, filter) = (only.Item, question.Filter);
        return aspect switch
        {
            TaskAspect.Owner when question.AsksOfficial && !item.IsJoint => new OwnerLines(context).OfficialOf(item),
            TaskAspect.Owner when item.IsJoint => Text.JointOwner(Text.Organizations(item.ResponsibleOrganizations)),
            TaskAspect.Units => Text.UnitsOf(item.ResponsibleOrganizations.Length, HeadlineOf(TaskAspect.Owner, question, only, rows)),
            TaskAspect.Owner => Text.OwnerOf(Text.Organizations(item.LeadOrganizations), Text.Organizations(item.SupportingOrganizations), context.OfficialsOf(item)),
            TaskAspect.Figures => FiguresHeadline(question, only, rows),
            TaskAspect.Deadline when question.Step != 0 && !item.Milestones.IsEmpty => Step(item.Milestones, question.Step),
            TaskAspect.Deadline when LongPlans.SpanIn(item.Text) is { Length: > 0 } span && LongPlans.IsOne(item.Text, only.Content.Notice.Year) => Text.OverYears(span) + string.Join(Text.PartSeparator, When(item)),
            TaskAspect.Deadline => string.Join(Text.PartSeparator, When(item)) + (LongPlans.IsOne(item.Text, only.Content.Notice.Year) ? Text.OfSeveralYears : string.Empty),
            TaskAspect.Detail when !filter.Subject.IsEmpty && OwnFigures(filter, only, rows) is { Length: > 0 } figures => Text.FoundWith(figures),
            _ => Text.TaskFound(1),
        };
    }

    /// <summary>Each task with its figures, and who leads it or when it is due where that was asked too.</summary>
    private string Inlined(Question.Tasks question, List<(IndexedItem Item, string Figures)> each)
    {
        if (each.Count > MostInline)
        {
            return string.Empty;
        }

        return string.Join(Text.PartSeparator, each.Select(e =>
        {
            var item = e.Item.Item;
            var besides = question.Besides.Select(a => a is TaskAspect.Deadline ? Text.DeadlineLabel(item.Deadline, !item.Milestones.IsEmpty)
                : item.IsJoint ? Text.JointLabel(Text.Organizations(item.ResponsibleOrganizations)) : Text.LeadLabel(Text.Organizations(item.LeadOrganizations)));
            return Text.FiguresAt(Text.Place(item), string.Join(Text.PartSeparator, besides.Prepend(e.Figures)));
        }));
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

    /// <summary>The steps asked for by name, each with its day; of several tasks each with its place.</summary>
    private string StepsOf(Question.Tasks question, ImmutableArray<IndexedItem> items)
    {
        var each = items.Select(i => (Item: i, Steps: i.Item.Milestones.Where(m => question.Steps.Contains(m.Text, StringComparer.Ordinal)).ToList())).Where(e => e.Steps.Count > 0).ToList();
        string Named(IndexedItem i, List<Milestone> steps) => string.Join(Text.PartSeparator, steps.Select(s => Text.StepNamed(s, ClauseOf(i, s))));
        return each.Count switch
        {
            0 => string.Empty,
            1 => Named(each[0].Item, each[0].Steps),
            _ => string.Join(Text.PartSeparator, each.Take(MostInline).Select(e => Text.FiguresAt(Text.Place(e.Item.Item), Named(e.Item, e.Steps)))),
        };
    }

    /// <summary>The notice's clause where it says more than the step: 石岭至云陵段10月底前通车. Empty otherwise.</summary>
    private static string ClauseOf(IndexedItem indexed, Milestone step)
    {
        const int fewestWords = 3;
        var clause = Wording.Compact(step.Span.Of(indexed.Content.Notice.SourceText));
        var at = clause.IndexOf(step.Text, StringComparison.Ordinal);
        var digit = clause.AsSpan().IndexOfAnyInRange('0', '9');
        return at > 0 && digit >= fewestWords && digit < at ? clause : string.Empty;
    }

    /// <summary>"第一步", "the last step".</summary>
    private string Step(ImmutableArray<Milestone> steps, int asked)
    {
        var number = asked < 0 ? steps.Length : asked;
        return number > steps.Length ? Text.StepsOnly(steps.Length) : Text.StepOf(number, steps.Length, steps[number - 1]);
    }

    /// <summary>Each day with the number of tasks due then; one day alone when all are due on it.</summary>
    private string Deadlines(ImmutableArray<IndexedItem> items)
    {
        if (items.Length > MostInline && items.All(i => i.Item.Deadline.On == items[0].Item.Deadline.On && i.Item.Milestones.IsEmpty) && items.FirstOrDefault(i => !i.Item.Deadline.IsDerived) is { } dated)
        {
            // One day for all, whether the notice says so of each or not.
            return Text.DueAlike(Text.DeadlineLabel(dated.Item.Deadline, false), items.Count(i => i.Item.Deadline.IsDerived));
        }

        var days = items.OrderBy(i => i.Item.Deadline.On).GroupBy(i => Text.DeadlineLabel(i.Item.Deadline, !i.Item.Milestones.IsEmpty), StringComparer.Ordinal).ToList();
        var each = days is [var only] ? only.Key : string.Join(Text.PartSeparator, days.Select(d => Text.NameAndCount(d.Key, d.Count(), string.Empty)));
        return items.All(i => LongPlans.IsOne(i.Item.Text, i.Content.Notice.Year)) ? $"{each}{Text.OfSeveralYears}" : each;
    }

    /// <summary>The figures that the subject asks for; where its own clause has none, that is said, for the others measure something else.</summary>
    private string FiguresHeadline(Question.Tasks question, IndexedItem indexed, List<AnnexRow> rows)
    {
        var filter = question.Filter;
        if (filter.SeveralFigures && indexed.Item.Targets.Length is > 1 and <= MostTogether)
        {
            return string.Join(Text.PartSeparator, context.FiguresOf(indexed.Item.Targets));
        }

        var focus = FocusBeside(rows, filter, indexed);
        if (FocusedFigures(filter, indexed, rows) is { Length: > 0 } figures)
        {
            figures += filter.Measured is ["%"] && focus is not null ? ShareOfPart(focus.Targets, indexed.Item.Targets) : string.Empty;
            return focus is { IsCarriedOn: true, Clause: var head } ? Text.FiguresUnder(head, figures) : figures;
        }

        if (indexed.Item.Targets.IsEmpty || focus is not { Clause: { Length: > 0 } clause })
        {
            return Text.NoFigure;
        }

        // Of a task shown before, the figures of the same sentence are told with whose they are; those of another sentence measure something else.
        // What stands in front of the clause is no figure of it.
        var at = indexed.Item.Text.IndexOf(clause, StringComparison.Ordinal);
        var beside = question.IsOfShown ? context.FiguresOf(focus.InSentence.Where(t => (!filter.AsksMoney || t.Figure.IsMoney) && indexed.Item.Text.IndexOf(t.Text, StringComparison.Ordinal) > at)).ToList() : [];
        return beside.Count == 0 ? Text.NoFigureIn(clause) : Text.FiguresAt(Text.Place(indexed.Item), string.Join(Text.PartSeparator, beside));
    }

    /// <summary>"十亿级的占几成": of the figures meant one that is a part, as a share of the one that it is part of; empty where there is none.</summary>
    private string ShareOfPart(ImmutableArray<Target> meant, ImmutableArray<Target> all)
    {
        var part = meant.FirstOrDefault(t => t.Indicator.Contains(RowTitles.PartMark, StringComparison.Ordinal) && !t.Figure.IsPercentage);
        var whole = part is null ? null : all.LastOrDefault(t => t.Span.Start < part.Span.Start && !t.Indicator.Contains(RowTitles.PartMark, StringComparison.Ordinal) && t.Figure.Normalized.MeasureUnit == part.Figure.Normalized.MeasureUnit && t.Figure.Normalized.Value >= part.Figure.Normalized.Value);
        return whole is null || whole.Figure.Normalized.Value == 0 ? string.Empty : Text.PartOf(Text.Figure(whole.Figure), Math.Round(part!.Figure.Normalized.Value * 100 / whole.Figure.Normalized.Value, 1, MidpointRounding.AwayFromZero).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture));
    }

    private string FocusedFigures(TaskFilter filter, IndexedItem indexed, List<AnnexRow> rows)
    {
        var focus = FocusBeside(rows, filter, indexed);
        var money = focus is null && filter.AsksMoney ? context.FiguresOf(indexed.Item.Targets.Where(t => t.Figure.IsMoney)).ToList() : [];
        return string.Join(Text.PartSeparator, money.Count > 0 ? money : focus is null ? context.FiguresOf(indexed, rows) : context.FiguresOf(focus.Targets));
    }

    /// <summary>Without those that only stand behind what is asked about.</summary>
    private string OwnFigures(TaskFilter filter, IndexedItem indexed, List<AnnexRow> rows) =>
        rows.Count == 0 && FocusOf(filter, indexed) is { IsCarriedOn: true } ? string.Empty : FocusedFigures(filter, indexed, rows);

    /// <summary>
    /// Of a few tasks those whose figures the subject means, so that the answer stands in the first line; of several subjects each with its
    /// own. Empty when none of them has the figure.
    /// </summary>
    private List<(IndexedItem Item, string Figures)> Inline(Question.Tasks question, TaskSelection selection)
    {
        var (filter, items) = (question.Filter, selection.Items);
        var isInline = (question.Aspect is TaskAspect.Figures && items.Length <= AnswerContext.PageSize)
            || (question.Aspect is TaskAspect.Detail && items.Length <= MostInline && !filter.Subject.IsEmpty);
        if (!isInline || items.Length < 2)
        {
            return [];
        }

        var parts = filter.Subject.Groups.Length < 2 ? [filter] : filter.Subject.Groups.Select(g => filter with { Subject = new SubjectWords([g]) }).ToList();
        var chosen = parts.SelectMany(p => Meant(p, items)).Select(i => i.Ordinal).ToHashSet();
        if (filter.AsksMoney && items.Any(HasMoney))
        {
            // "how much money goes into the markets": how many markets there are is no amount.
            chosen.RemoveWhere(at => !items.Any(i => i.Ordinal == at && HasMoney(i)));
        }

        return [.. items.Where(i => chosen.Contains(i.Ordinal)).Select(i => (i, OwnFigures(filter, i, RowsOf(i, selection, filter)))).Where(e => e.Item2.Length > 0)];

        bool HasMoney(IndexedItem item) => chosen.Contains(item.Ordinal) && (FocusOf(filter, item)?.Targets ?? item.Item.Targets).Any(t => t.Figure.IsMoney);

        List<IndexedItem> Meant(TaskFilter part, ImmutableArray<IndexedItem> among)
        {
            var each = among.Select(i => (Item: i, Score: FocusOf(part, i)?.Score ?? 0, Figures: OwnFigures(part, i, RowsOf(i, selection, filter))))
                .Where(e => e.Figures.Length > 0).ToList();
            var best = each.Count == 0 ? 0 : each.Max(e => e.Score);
            if (best == 0 && SubjectSearch.Find(part.Subject, context.Index).All(m => m.Coverage < SubjectSearch.Whole))
            {
                // "tourist arrivals", of which the notice has but the tourists: no figure of theirs is meant.
                return [];
            }

            if (part.IsField || best < part.Subject.Groups.Sum(g => g.Pieces.Sum(p => p.Length)) * LeastNamed)
            {
                // A field rather than a thing: none of its tasks is named more than the others.
                return each.ConvertAll(e => e.Item);
            }

            var near = each.Where(e => e.Score >= best * NearBestFigure).Select(e => e.Item.Item.List).ToHashSet();
            var front = each.First(e => e.Score >= best).Item;
            each.RemoveAll(e => e.Score < best * NearBestFigure && (near.Contains(e.Item.Item.List) || !(IsByOtherName(part.Subject, e.Item, front) || (e.Score >= best * LeastAsWell && IsAsWell(part.Subject, e.Item, front)))));
            var measured = each.Where(e => IsMeasuredSo(e.Item, filter.Measured)).ToList();
            return [.. (measured.Count > 0 ? measured : each).Select(e => e.Item)];
        }
    }

    /// <summary>病险水库除险加固 in one list and 除险加固病险水库 in the other: all that is asked for, in the same unit.</summary>
    private bool IsAsWell(SubjectWords subject, IndexedItem indexed, IndexedItem best) =>
        SubjectSearch.Find(subject, context.Index).Any(m => m.Item.Ordinal == indexed.Ordinal && m.Coverage >= SubjectSearch.Whole)
        && indexed.Item.Targets.Any(t => best.Item.Targets.Any(b => b.Figure.Normalized.MeasureUnit == t.Figure.Normalized.MeasureUnit));

    /// <summary>宫颈癌疫苗 in one list and HPV in the other: the same thing, called otherwise.</summary>
    private bool IsByOtherName(SubjectWords subject, IndexedItem indexed, IndexedItem best)
    {
        bool Has(IndexedItem item, string wording) => NormalizedText.Fold(item.Item.Text).Contains(wording, StringComparison.Ordinal);
        return SubjectSearch.Find(subject, context.Index).Any(m => m.Item.Ordinal == indexed.Ordinal && m.Coverage >= SubjectSearch.Whole)
            && subject.Groups.SelectMany(g => g.Pieces).Any(p => p.Any(SubjectIndex.IsHan) ? !Has(indexed, p) && context.Index.WordingsFor(p).Any(w => Has(indexed, w) && !Has(best, w))
                : context.Index.WordingsFor(p).Any(w => Has(indexed, w)) && context.Index.WordingsFor(p).All(w => !Has(best, w) || !Has(indexed, w)));
    }

    private static bool IsMeasuredSo(IndexedItem indexed, ImmutableArray<string> measured) =>
        indexed.Item.Targets.Any(t => measured.Contains(t.Figure.Normalized.MeasureUnit, StringComparer.Ordinal));

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
        else if (!figures.IsEmpty && aspect is not (TaskAspect.Owner or TaskAspect.Supporting))
        {
            details.Add(Text.TargetsLabel(string.Join(Text.PartSeparator, figures)));
        }

        if (aspect is TaskAspect.Detail)
        {
            // Of several rows each says what it counts; one of words alone only repeats the task's.
            var isNamed = item.Rows.Select(RowTitles.Of).Distinct(StringComparer.Ordinal).Count() > 1;
            details.AddRange(rows.Where(r => r.City.Value is not CellValue.Words || r.Areas.Any(a => a.Value is CellValue.Amount or CellValue.Words))
                .Select(r => context.Breakdown(r, isNamed ? Text.Row(indexed.Content.Notice, item, r) : string.Empty)));
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
}
