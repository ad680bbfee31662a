using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>
/// Which numbers a reply may state: those that stand in the source of the tasks it cites, counts that can be counted again, and shares,
/// sums and differences of its own areas. Places, list positions, dates and document numbers are no statements about figures.
/// </summary>
internal sealed partial class GroundedNumbers(WorkItemIndex index, AssistantReply reply)
{
    private readonly List<IndexedItem> cited = [.. index.Items.Where(i => Pages.Of(index, reply).Any(p => p.Answer.Shown.Contains(i.Item.Id, StringComparer.Ordinal)))];

    /// <summary>Numbers of the reply that nothing backs; empty when all are grounded.</summary>
    public IReadOnlyList<string> Ungrounded()
    {
        var allowed = cited.SelectMany(InSource).Concat(Counts()).Concat(Asked().SelectMany(Computed)).Concat(index.Notices.SelectMany(OfNotice)).ToHashSet();
        return [.. NumbersOf(Statements()).Where(n => !allowed.Contains(n.Value)).Select(n => n.Written)];
    }

    /// <summary>What the reply states, without what only says where something stands.</summary>
    private string Statements()
    {
        var answer = reply.Answer;
        var text = new StringBuilder(answer.Headline).Append('\n');
        foreach (var line in answer.Lines)
        {
            text.Append(line.Text).Append('\n').AppendJoin('\n', line.Details).Append('\n');
        }

        var words = reply.Reading.Question is Question.Refusal { Word: { Length: > 0 } word } ? text.ToString().Replace(word, " ", StringComparison.Ordinal) : text.ToString();
        words = index.Notices.Select(n => n.Notice.DocumentNumber).Where(d => d.Length > 0).Aggregate(words, (w, d) => w.Replace(d, " ", StringComparison.Ordinal));
        return NotStated().Replace(words, " ");
    }

    /// <summary>Dates; "第 1—25 项" and "1–25 of" of a page; line numbers of quotes; places of tasks told inside a line; what a refusal repeats; a place in an order and a step of a plan.</summary>
    [GeneratedRegex(@"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2} [A-Z][a-z]+ \d{4}|第 \d+—\d+ 项|\(\d+–\d+ of|第\d+行|第\d+名|Number \d+:|第\d+步（共\d+步）|Step \d+ of \d+|line \d+|第\d+(?:部分|条|项)|附件序号\d+|section \d+ item \d+|section \d+|, item \d+|work report item \d+|project \d+|annex row \d+", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex NotStated();

    [GeneratedRegex(@"(?<n>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?<scale>万|亿|billion|million)?", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Number();

    private static IEnumerable<(string Written, decimal Value)> NumbersOf(string text)
    {
        foreach (var match in Number().Matches(text.Normalize(NormalizationForm.FormKC)).Cast<Match>())
        {
            var value = decimal.Parse(match.Groups["n"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            yield return (match.Value.Trim(), value * Scale(match.Groups["scale"].Value));
        }
    }

    private static decimal Scale(string word) => word switch
    {
        "万" => 10_000m,
        "亿" => 100_000_000m,
        "million" => 1_000_000m,
        "billion" => 1_000_000_000m,
        _ => 1m,
    };

    private static IEnumerable<decimal> InSource(IndexedItem indexed)
    {
        var notice = indexed.Content.Notice;
        var spans = indexed.Item.Rows.Select(r => r.Span).Prepend(indexed.Item.Span);
        var own = spans.SelectMany(s => NumbersOf(string.Concat(notice.Quote(s).Where(c => c != '\n'))).Concat(NumbersOf(notice.Quote(s))));

        // A row's cell may leave out the unit that its city cell has: "11.7" under "万人".
        var cells = indexed.Item.Rows.SelectMany(r => r.Areas.Append(r.City)).Select(c => c.Value).OfType<CellValue.Amount>().SelectMany(a => new[] { a.Figure.Value, a.Figure.Normalized.Value });
        return own.Select(n => n.Value).Concat(cells);
    }

    private static IEnumerable<decimal> OfNotice(NoticeContent content) => [content.Notice.Year];

    private IEnumerable<decimal> Counts()
    {
        var question = reply.Context.Turns is [var last, ..] && reply.Reading.Question is not Question.Refusal ? last.Question : reply.Reading.Question;
        IEnumerable<int> counts = question switch
        {
            Question.Tasks tasks => OfTasks(tasks),
            Question.Refusal { Near: Question.Tasks near } => OfTasks(near),
            Question.AreaFigures figures => OfAreas(figures),
            Question.Refusal { Near: Question.AreaFigures near } => OfAreas(near),
            Question.AboutNotice or Question.TasksByOfficial or Question.TasksByOrganization => OfStore(),
            _ => [],
        };
        counts = counts.Concat(Asked().Skip(1).OfType<Question.Tasks>().Select(t => TaskSelection.Of(t.Filter, index).Items).SelectMany(found => found.GroupBy(i => i.Item.List).Select(l => l.Count()).Append(found.Length).Append(NumbersIn([.. found.Select(i => i.Item)]))));
        var bound = (question as Question.Tasks)?.Filter.Bound ?? (question as Question.AreaFigures)?.Bound;
        return [.. OfPlace(question), bound?.Least ?? 0, bound?.Most ?? 0, .. counts.Select(c => (decimal)c), .. question is Question.AboutNotice { Topic: NoticeTopic.Findings } ? OfFindings() : [], .. question is Question.AboutNotice { Topic: NoticeTopic.Demands or NoticeTopic.SendingIn } || IsOfWholeLists(question) ? OfLetter() : [], .. question is Question.Definition { Term: DefinedTerm.Slash } ? (decimal[])[0] : []];
    }

    /// <summary>The section that a question points into, and how many tasks stand there.</summary>
    private IEnumerable<decimal> OfPlace(Question question) => question is Question.Tasks { Filter: { Section: > 0 and var section, Lists: var lists } }
        ? index.Items.Where(i => i.Item.Section == section && lists.Contains(i.Item.List)).GroupBy(i => i.Item.List).Select(l => (decimal)l.Count()).Append(section)
        : [];

    /// <summary>When whole lists are due: the covering letter says so, and is quoted.</summary>
    private static bool IsOfWholeLists(Question question) => question is Question.Tasks { Aspect: TaskAspect.Deadline, Filter: { Lists.IsEmpty: false } filter } && (filter with { Lists = [] }).IsEverything;

    /// <summary>All that the question finds, on whatever page; of several notices each counts its own.</summary>
    private IEnumerable<int> OfTasks(Question.Tasks question)
    {
        IEnumerable<Question.Tasks> parts = reply.Context.Turns is [{ Parts: { IsEmpty: false } of }, ..] ? of.Select(p => p.Question).OfType<Question.Tasks>() : [question];
        var each = parts.SelectMany(p => Sides(p).Prepend(p.Filter));
        var found = each.Select(f => TaskSelection.Of(f, index).Items).ToList();
        return OfCited(question, cited).Concat(Compared(question)).Concat(found.SelectMany(f => OfCited(question, [.. f]))).Concat(found.SelectMany(f => f.GroupBy(i => i.Content.Notice.Id, StringComparer.Ordinal)).SelectMany(n => OfCited(question, [.. n]))).Concat(OfDays(question));
    }

    /// <summary>By how many tasks one of two units or officials has more.</summary>
    private IEnumerable<int> Compared(Question.Tasks question)
    {
        return Sides(question).Select(f => TaskSelection.Of(f, index).Items.Length).ToList() is [var one, var other] ? [Math.Abs(one - other)] : [];
    }

    /// <summary>Each of those whose counts are held against one another.</summary>
    private static IEnumerable<TaskFilter> Sides(Question.Tasks question)
    {
        var filter = question.Filter;
        return question.Aspect != TaskAspect.CountsCompared ? []
            : filter.Organizations.Select(o => filter with { Organizations = [o], Officials = [] }).Concat(filter.Officials.Select(o => filter with { Organizations = [], Officials = [o] }));
    }

    /// <summary>Of tasks due within some days: those of which only a step is, and those without a date.</summary>
    private IEnumerable<int> OfDays(Question.Tasks question)
    {
        if (question.Filter.Due is not { } due)
        {
            return [];
        }

        var byNotice = TaskSelection.Of(question.Filter with { Due = null }, index).Items.GroupBy(i => i.Content.Notice);
        return byNotice.SelectMany(n => new[]
        {
            n.Count(i => i.Item.Deadline.IsDerived && !due.HasStated(i.Item, n.Key.Year)),
            n.Count(i => due.HasStated(i.Item, n.Key.Year) && (i.Item.Deadline.IsDerived || !due.Has(i.Item.Deadline.On, n.Key.Year))),
        });
    }

    private IEnumerable<int> OfCited(Question.Tasks question, List<IndexedItem> counted)
    {
        var items = counted.Select(i => i.Item).ToList();
        var byList = items.GroupBy(i => i.List).Select(g => g.Count());
        var bySection = items.GroupBy(i => (i.List, i.SectionTitle)).Select(g => g.Count()).ToList();
        var byOfficial = items.SelectMany(i => i.LeadOfficials).GroupBy(o => o.Name, StringComparer.Ordinal).Select(g => g.Count()).ToList();
        var byOrganization = items.SelectMany(i => i.ResponsibleOrganizations.Select(o => o.Name).Distinct(StringComparer.Ordinal)).GroupBy(o => o, StringComparer.Ordinal).Select(g => g.Count()).ToList();
        var roles = question.Filter.Organizations.Select(index.Of).SelectMany(p => new[] { p.Leads, p.Supports, p.Joint, p.All })
            .SelectMany(all => new[] { all.Length, all.Count(o => counted.Exists(i => i.Ordinal == o)) });
        var governed = question.Filter.Organizations is [var only] ? index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Name == only)?.Area : null;
        IEnumerable<int> supporting = question.Aspect == TaskAspect.Supporting ? items.Select(i => i.SupportingOrganizations.Length) : [];
        return [items.Count, NumbersIn(items), .. governed is null ? [] : new[] { index.Items.SelectMany(i => i.Item.Rows).Count(r => r.HasTarget(governed)) }, .. supporting, .. byList, .. bySection, bySection.Count, .. byOfficial, byOfficial.Count, .. byOrganization, byOrganization.Count - question.Filter.Organizations.Length, byOrganization.Count, .. roles, .. OfPages()];
    }

    /// <summary>Under how many numbers of their lists the tasks stand.</summary>
    private static int NumbersIn(List<WorkItem> items) => items.Select(i => (i.List, i.Section, i.Rows.IsEmpty ? i.Item : i.Rows[0].Number)).Distinct().Count();

    private IEnumerable<int> OfAreas(Question.AreaFigures question)
    {
        var rows = cited.SelectMany(i => i.Item.Rows).ToList();
        var with = question.Areas.Select(a => rows.Count(r => r.HasTarget(a))).ToList();
        var ofList = cited.GroupBy(i => i.Item.List).SelectMany(g => question.Areas.Select(a => g.SelectMany(i => i.Item.Rows).Count(r => r.HasTarget(a))));

        // Of all targets of an area those are counted, too, that the tables do not give it; the answer shows only those that they do.
        var asked = !question.Filter.Subject.IsEmpty || !question.Filter.Ids.IsEmpty ? rows
            : [.. TaskSelection.Of(question.Filter, index).Rows.Select(r => r.Row)];
        var within = question.Bound is { } bound ? asked.Select(r => r.Areas.Count(a => a.Value is CellValue.Amount { Figure: var figure } && bound.Fits(figure) && (question.Areas.IsEmpty || question.Areas.Contains(a.Area, StringComparer.Ordinal)))).ToList() : [];
        var missing = question.Operation != AreaOperation.Without ? [] : TaskSelection.Of(question.Filter, index).Rows.Where(r => !question.Areas.Any(a => r.Row.HasTarget(a))).GroupBy(r => r.Owner.Item.List).Select(g => g.Count()).ToList();
        var foremost = question.Foremost < 2 ? [] : rows.Select(r => r.Areas.Where(a => !question.Excluded.Contains(a.Area, StringComparer.Ordinal)).Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure.Normalized.Value).ToList())
            .Select(all => question.Operation == AreaOperation.Smallest ? all.Count(v => all.Count(o => o < v) < question.Foremost) : all.Count(v => all.Count(o => o > v) < question.Foremost)).ToList();
        return [missing.Sum(), .. foremost, .. missing, within.Sum(), .. within, rows.Count, .. with, .. with.Select(w => asked.Count - w), .. ofList, .. rows.Select(r => r.Areas.Count(a => a.Value is CellValue.Amount)), .. rows.Select(r => r.Number)];
    }

    /// <summary>Roles are counted page by page: a page's headings count what stands below them.</summary>
    private IEnumerable<int> OfPages() => reply.Answer.Lines.Where(l => l.IsHeading).Select((h, at) => reply.Answer.Lines.SkipWhile(l => l != h).Skip(1).TakeWhile(l => !l.IsHeading).Count());

    private IEnumerable<int> OfStore()
    {
        foreach (var content in index.Notices)
        {
            var items = content.WorkItems;
            foreach (var count in (int[])[items.Length, content.Lists.Length, content.Areas.Length, content.Officials.Length, content.Findings.Length, content.Findings.Count(f => f.Severity > FindingSeverity.Info),
                items.Count(i => !i.LeadOfficials.IsEmpty), reply.Answer.Lines.Length])
            {
                yield return count;
            }

            foreach (var list in items.GroupBy(i => i.List))
            {
                yield return list.Count();
                yield return list.Count(i => !i.LeadOfficials.IsEmpty);
                yield return list.Select(i => (i.Section, i.SectionTitle)).Distinct().Count();
                foreach (var section in list.Select(i => i.Section).Distinct())
                {
                    yield return section;
                }
            }

            foreach (var official in content.Officials.Select(o => items.Where(i => i.LeadOfficials.Any(l => l.Name == o.Name)).ToList()))
            {
                yield return official.Count;
                foreach (var list in official.GroupBy(i => i.List))
                {
                    yield return list.Count();
                }
            }

            foreach (var participation in content.Organizations.Select(o => index.Of(o.Name)))
            {
                yield return participation.Leads.Length;
                yield return participation.Supports.Length;
                yield return participation.All.Length;
            }

            yield return content.Organizations.Count(o => index.Of(o.Name).Leads.Length > 0);
            yield return content.Organizations.Count(o => index.Of(o.Name).Supports.Length > 0);
            yield return content.Organizations.Count(o => index.Of(o.Name).All.Length > 0);
        }
    }

    private IEnumerable<decimal> OfLetter() => index.Notices.SelectMany(n => NumbersOf(CoveringLetter.Of(n.Notice).Body)).Select(n => n.Value);

    private IEnumerable<decimal> OfFindings() => index.Notices.SelectMany(n => n.Findings).SelectMany(f => f.Arguments).SelectMany(NumbersOf).Select(n => n.Value);

    /// <summary>The question, and the first one of two in one message: the turn before, if all that it showed is cited.</summary>
    private IEnumerable<Question> Asked()
    {
        yield return reply.Reading.Question is Question.Refusal { Near: { } near } ? near : reply.Reading.Question;
        if (reply.Context.Turns is [_, var first, ..] && first.Shown.All(id => cited.Exists(i => i.Item.Id == id)))
        {
            yield return first.Question;
        }
    }

    /// <summary>Share, sum and difference over the areas that a question names, or for all areas their sum; sums and differences of tasks where they are asked for.</summary>
    private IEnumerable<decimal> Computed(Question asked)
    {
        if (asked is Question.Tasks { Reckoned: not Reckoning.None })
        {
            foreach (var value in Reckoned([.. cited.SelectMany(i => i.Item.Targets.Select(t => t.Figure).Concat(i.Item.Rows.Select(r => r.City.Value).OfType<CellValue.Amount>().Select(a => a.Figure)))]))
            {
                yield return value;
            }
        }

        foreach (var item in asked is Question.Tasks { Filter.Measured: ["%"] } ? cited : [])
        {
            // "占几成": a part of a task's figure as a share of the whole.
            foreach (var alike in item.Item.Targets.Select(t => t.Figure.Normalized).GroupBy(f => f.MeasureUnit))
            {
                foreach (var share in alike.SelectMany(part => alike.Where(whole => whole.Value > part.Value).Select(whole => Math.Round(part.Value * 100 / whole.Value, 1, MidpointRounding.AwayFromZero))))
                {
                    yield return share;
                }
            }
        }

        if (asked is not Question.AreaFigures question)
        {
            yield break;
        }

        foreach (var area in question is { Operation: AreaOperation.Sum, Areas.Length: 1 } ? question.Areas : [])
        {
            foreach (var value in Reckoned([.. cited.SelectMany(i => i.Item.Rows).SelectMany(r => r.Areas).Where(a => a.Area == area).Select(a => a.Value).OfType<CellValue.Amount>().Select(a => a.Figure)]))
            {
                yield return value;
            }
        }

        foreach (var row in cited.SelectMany(i => i.Item.Rows))
        {
            var areas = row.Areas.Where(a => question.Areas.IsEmpty ? !question.Excluded.Contains(a.Area, StringComparer.Ordinal) : question.Areas.Contains(a.Area, StringComparer.Ordinal));
            var amounts = areas.Select(a => a.Value).OfType<CellValue.Amount>().Where(a => !a.Figure.IsPercentage).Select(a => a.Figure).ToList();
            if (question is { Operation: AreaOperation.Sum, Foremost: not 0 and var foremost })
            {
                amounts = [.. (foremost > 0 ? amounts.OrderByDescending(f => f.Normalized.Value) : amounts.OrderBy(f => f.Normalized.Value)).Take(Math.Abs(foremost))];
            }

            var whole = (row.City.Value as CellValue.Amount)?.Figure.Normalized.Value ?? 0;
            foreach (var one in question.Operation is AreaOperation.ShareOfLargest or AreaOperation.ShareOfSmallest or AreaOperation.Share && whole > 0 ? amounts : [])
            {
                yield return Math.Round(one.Normalized.Value * 100 / whole, 1, MidpointRounding.AwayFromZero);
            }

            if (question is { Operation: AreaOperation.AgainstSum, Areas: [var first, ..] } && (row.Areas.FirstOrDefault(a => a.Area == first)?.Value as CellValue.Amount)?.Figure.Value is { } own)
            {
                // The others together, and by how much that is more or less.
                yield return amounts.Sum(f => f.Value) - own;
                yield return Math.Abs(amounts.Sum(f => f.Value) - own - own);
            }

            yield return amounts.Sum(f => f.Value);
            yield return amounts.Sum(f => f.Normalized.Value);
            if (amounts.Count == 2)
            {
                yield return Math.Abs(amounts[0].Value - amounts[1].Value);
                yield return Math.Abs(amounts[0].Normalized.Value - amounts[1].Normalized.Value);
            }

            if (amounts.Count > 0 && row.City.Value is CellValue.Amount { Figure.IsPercentage: false } city && city.Figure.Normalized.Value > 0)
            {
                yield return Math.Round(amounts.Sum(f => f.Normalized.Value) * 100 / city.Figure.Normalized.Value, 1, MidpointRounding.AwayFromZero);
            }
        }
    }

    /// <summary>Sums and differences of any two figures of one measure unit, and the sum of all of a unit.</summary>
    private static IEnumerable<decimal> Reckoned(List<Figure> figures)
    {
        foreach (var alike in figures.GroupBy(f => f.Normalized.MeasureUnit))
        {
            var values = alike.Select(f => f.Normalized.Value).ToList();
            var pairs = values.SelectMany((one, at) => values.Skip(at + 1).SelectMany(other => new[] { one + other, Math.Abs(one - other) }));
            foreach (var value in pairs.Append(values.Sum()))
            {
                yield return value;
            }
        }
    }
}
