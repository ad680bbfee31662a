using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about area targets.</summary>
internal sealed class AreaAnswers(AnswerContext context)
{
    /// <summary>So many areas besides those added up are told, too.</summary>
    private const int MostOthers = 2;

    /// <summary>The targets of so many areas stand in the first line.</summary>
    private const int MostInHeadline = 6;

    private AnswerText Text => context.Text;

    /// <summary>Null when the subject is not in the notice at all.</summary>
    public Answer? Answer(Question.AreaFigures question)
    {
        var selection = TaskSelection.Of(question.Filter, context.Index);
        var rows = AskedRows.Of(selection.Rows, question.Filter, context.Index);
        if (rows.IsEmpty || OtherRowWording.IsOfOneOfLists(question.Filter, rows, context.Index))
        {
            return selection.Items.IsEmpty ? null : OtherRowWording.Of(question.Filter, rows.IsEmpty, context.Index) is { } otherwise ? Answer(question with { Filter = otherwise }) : NotBrokenDown(question, selection.Items);
        }

        if (rows.All(r => IsOfPartAlone(question.Filter.Subject, r)))
        {
            return NotBrokenDown(question, [.. rows.Select(r => r.Owner).DistinctBy(o => o.Ordinal)]);
        }

        if (question.Bound is { Least: null, Most: null } measure)
        {
            var measured = MeasuredSo(rows, measure);
            if (measured.IsEmpty)
            {
                return Within(question, rows, measure);
            }

            (rows, question) = (measured, question with { Bound = null });
        }

        var answer = question.Bound is { } bound ? Within(question, rows, bound) : (question.Areas.IsEmpty, question.Filter is { Subject.IsEmpty: true, Ids.IsEmpty: true, Item: 0 }, question.Operation) switch
        {
            (false, true, AreaOperation.Value or AreaOperation.Compare) => AllOf(question.Areas, rows),
            (false, true, AreaOperation.MoreIn) => MoreIn(question.Areas, rows),
            (false, true, AreaOperation.LargestShare) => ByShare(question.Areas[0], rows),
            (false, true, AreaOperation.Largest or AreaOperation.Smallest or AreaOperation.Rank) => AllOf(question.Areas, rows) with { Headline = Text.UnlikeUnits },
            (false, true, AreaOperation.Without) => NothingIn(question.Areas, rows),
            (false, true, AreaOperation.Only) => OnlyIn(question.Areas, rows),
            (false, _, AreaOperation.CountCompared) => CountCompared(question.Areas, rows, question.Nth),
            (false, _, AreaOperation.Share) when question.Areas.Length > 1 => Each(rows, r => ShareOfAll(r, question.Areas)),
            (false, _, AreaOperation.Share) => Each(rows, r => Share(r, question.Areas[0])),
            (false, _, AreaOperation.Sum) when question.Areas is [var only] => OverRows(rows, only) ?? Values(question, rows),
            (false, _, AreaOperation.Sum) => Sum(rows, question.Areas),
            (false, _, AreaOperation.Compare) => Each(rows, r => Compare(r, question.Areas), question.WithBreakdown ? r => context.Breakdown(r.Row) : null),
            (false, _, AreaOperation.AgainstSum) => Each(rows, r => AgainstSum(r, question.Areas)),
            (false, _, _) => Values(question, rows),
            (true, _, AreaOperation.ShareOfLargest or AreaOperation.ShareOfSmallest) => Each(rows, r => ShareOfExtreme(r, question)),
            (true, _, AreaOperation.Largest) => Each(rows, r => Extreme(r, question, largest: true), question.WithBreakdown ? r => context.Breakdown(r.Row) : null),
            (true, _, AreaOperation.Smallest) => Each(rows, r => Extreme(r, question, largest: false), question.WithBreakdown ? r => context.Breakdown(r.Row) : null),
            (true, _, AreaOperation.Sum) => SumOfAll(rows, question),
            (true, _, AreaOperation.Rank) => Each(rows, Rank),
            (true, _, AreaOperation.Without) => Each(rows, r => question.AsksWhetherAll ? WhetherAll(r, question.Excluded) : Without(r)),
            _ => AllAreas(rows),
        };
        if (question.WithOwner)
        {
            answer = answer with { Lines = answer.Lines.AddRange(rows.Select(r => r.Owner).DistinctBy(o => o.Ordinal).Select(o => context.Line(o, 1, lead: true))) };
        }

        return answer with
        {
            Source = context.SourceOf(rows.Select(r => r.Owner)),
            Shown = answer.Shown.IsEmpty ? [.. rows.Select(r => r.Owner.Item.Id).Distinct(StringComparer.Ordinal)] : answer.Shown,
            Suggestions = Suggestions(question, rows),
        };
    }

    /// <summary>"栋呢": the rows that are measured so; where none is, those that say it: 惠及户数 counts households, though its cells are bare numbers.</summary>
    private static ImmutableArray<IndexedRow> MeasuredSo(ImmutableArray<IndexedRow> rows, FigureBound measure)
    {
        ImmutableArray<IndexedRow> measured = [.. rows.Where(r => r.Row.Areas.Select(a => a.Value).Append(r.Row.City.Value).OfType<CellValue.Amount>().Any(a => measure.IsMeasuredSo(a.Figure.Normalized.MeasureUnit)))];
        return measured.IsEmpty ? [.. rows.Where(r => measure.MeasureUnits.Any(u => r.Row.Subject.Contains($"{u}数", StringComparison.Ordinal)))] : measured;
    }

    /// <summary>"哪些县区超过1000人", "定海区超过100人的目标": cells that lie within a bound, of rows measured in its unit.</summary>
    private Answer Within(Question.AreaFigures question, ImmutableArray<IndexedRow> rows, FigureBound asked)
    {
        var figures = rows.SelectMany(r => Amounts(r.Row)).Select(a => a.Figure).ToList();
        var bound = BoundAnswers.Settle(asked, figures);
        var measured = rows.Where(r => Amounts(r.Row).Any(a => bound.IsMeasuredSo(a.Figure.Normalized.MeasureUnit))).ToImmutableArray();
        if (measured.IsEmpty)
        {
            return new Answer { Headline = new BoundAnswers(context).OtherUnitsIn(bound, figures), Lines = [.. rows.Take(context.Room).Select(r => Line(r, context.Breakdown(r.Row)))], IsFound = false };
        }

        IEnumerable<(string Area, Figure Figure)> FittingIn(AnnexRow row) => Amounts(row)
            .Where(a => bound.Fits(a.Figure) && (question.Areas.IsEmpty || question.Areas.Contains(a.Area, StringComparer.Ordinal)) && !question.Excluded.Contains(a.Area, StringComparer.Ordinal));
        string Named(IndexedRow row) => string.Join(Text.ListSeparator, FittingIn(row.Row).Select(a => $"{Text.Area(a.Area)} {Text.Figure(a.Figure)}"));
        var words = Text.Bound(bound);
        var isOfSubject = !question.Filter.Subject.IsEmpty || !question.Filter.Ids.IsEmpty;
        if (question.Areas.IsEmpty && isOfSubject)
        {
            return Each(measured, r => FittingIn(r.Row).ToList() is { Count: > 0 } fitting ? Text.AreasWithin(words, fitting.Count, Named(r)) : $"{Text.AreasWithin(words, 0, string.Empty)}{Text.PartSeparator}{Extreme(r, question with { Nth = 0, Foremost = 0 }, bound.Least is not null)}");
        }

        var with = measured.Where(r => FittingIn(r.Row).Any()).ToImmutableArray();
        var areas = question.Areas.IsEmpty ? with.SelectMany(r => FittingIn(r.Row)).Select(a => a.Area).Distinct(StringComparer.Ordinal) : question.Areas;
        var joined = string.Join(Text.ListSeparator, areas.Select(Text.Area));
        return new Answer
        {
            Headline = $"{Text.TargetsWithin(joined, words, with.Sum(r => FittingIn(r.Row).Count()))}{(bound.MeasureUnits.IsEmpty && !isOfSubject ? $" {Text.MixedUnits}" : string.Empty)}",
            Lines = [.. (with.IsEmpty ? isOfSubject ? measured : [] : with).Select(r => Line(r, with.IsEmpty ? context.Breakdown(r.Row) : Named(r)))],
            Shown = [.. with.Select(r => r.Owner.Item.Id)],
            IsFound = with.Length > 0,
        };
    }

    private static CellValue CellOf(AnnexRow row, string area) => row.Areas.FirstOrDefault(a => a.Area == area)?.Value ?? new CellValue.None();

    private static IEnumerable<(string Area, Figure Figure)> Amounts(AnnexRow row) =>
        row.Areas.Where(a => a.Value is CellValue.Amount).Select(a => (a.Area, ((CellValue.Amount)a.Value).Figure));

    private AnswerLine Line(IndexedRow indexed, params ImmutableArray<string> details) => AnswerLine.Of(
        Text.Row(indexed.Owner.Content.Notice, indexed.Owner.Item, indexed.Row), Text.Place(indexed.Owner.Item, indexed.Row), details);

    /// <summary>What tells a row from the others of the same answer: its list, and where a list has several rows, or they are measured otherwise, what it counts.</summary>
    private string LabelOf(IndexedRow row, ImmutableArray<IndexedRow> among)
    {
        var list = Text.List(row.Owner.Item.List);
        string? UnitOf(IndexedRow r) => (r.Row.City.Value as CellValue.Amount)?.Figure.Normalized.MeasureUnit;
        return among.Count(r => r.Owner.Item.List == row.Owner.Item.List) == 1 && among.All(r => UnitOf(r) == UnitOf(among[0])) ? list : $"{list} {Text.Row(row.Owner.Content.Notice, row.Owner.Item, row.Row)}";
    }

    /// <summary>One sentence a row; a single one stands in the headline. Below each row stands its sentence, or what else is to be seen of it.</summary>
    private Answer Each(ImmutableArray<IndexedRow> rows, Func<IndexedRow, string> sentence, Func<IndexedRow, string>? detail = null)
    {
        var sentences = rows.Select(r => (Row: r, Sentence: sentence(r))).ToList();
        return new Answer
        {
            Headline = string.Join(Text.PartSeparator, sentences.Select(s => rows.Length == 1 ? s.Sentence : Text.TargetLine(LabelOf(s.Row, rows), s.Sentence.TrimEnd('。', '.'), false)).Take(4)),
            Lines = [.. sentences.Select(s => Line(s.Row, detail is null ? s.Sentence : detail(s.Row)))],
        };
    }

    private Answer Values(Question.AreaFigures question, ImmutableArray<IndexedRow> rows)
    {
        var areas = question.Areas;
        var some = rows.Where(r => areas.Any(a => r.Row.HasTarget(a))).ToImmutableArray();
        if (some.IsEmpty)
        {
            var blank = rows.Any(r => areas.Any(a => CellOf(r.Row, a) is CellValue.Blank));
            return new Answer
            {
                Headline = blank ? $"{string.Join(Text.ListSeparator, areas.Select(Text.Area))}: {Text.NotStated}" : Text.AreaHasNone(string.Join(Text.ListSeparator, areas.Select(Text.Area))),
                Lines = [.. rows.Select(r => Line(r, [.. areas.Select(a => $"{Text.Area(a)}: {Text.Cell(CellOf(r.Row, a))}"), Text.City(Text.Cell(r.Row.City.Value))]))],
                IsFound = blank,
            };
        }

        string ValueOf(IndexedRow r, string area) => Text.AreaValue(Text.Area(area), Text.Cell(CellOf(r.Row, area)), Text.Cell(r.Row.City.Value));
        if (question.Filter.Subject.Groups.Length > 1 && rows.Length <= 4)
        {
            some = rows;
        }

        var headline = some.Length <= 4
            ? string.Join(Text.PartSeparator, some.Select(r => string.Join(Text.ListSeparator, areas.Select(a => ValueOf(r, a)))).Zip(some, (value, r) => some.Length > 1 ? Text.TargetLine(LabelOf(r, some), value, false) : value))
            : Text.AllAreasHeadline(some.Length);
        return new Answer { Headline = headline, Lines = [.. rows.Select(r => Line(r, [.. areas.Select(a => ValueOf(r, a))]))] };
    }

    private Answer AllOf(ImmutableArray<string> areas, ImmutableArray<IndexedRow> rows)
    {
        var with = rows.Where(r => areas.Any(a => r.Row.HasTarget(a))).ToImmutableArray();
        var headline = string.Join(' ', areas.Select(a =>
        {
            var count = rows.Count(r => r.Row.HasTarget(a));
            return count == 0 ? Text.AreaHasNone(Text.Area(a))
                : Text.AreaAllTargets(Text.Area(a), count, rows.Length - count) + (count == 1 && with is [var only] ? $" {Text.TargetLine(Text.Row(only.Owner.Content.Notice, only.Owner.Item, only.Row), Text.Cell(CellOf(only.Row, a)), false)}" : string.Empty);
        }));
        var lines = ImmutableArray.CreateBuilder<AnswerLine>();
        foreach (var list in with.GroupBy(r => r.Owner.Item.List))
        {
            lines.Add(AnswerLine.Heading($"{Text.List(list.Key)} ({list.Count()})"));
            lines.AddRange(list.Select(r => AnswerLine.Of(
                $"{Text.Row(r.Owner.Content.Notice, r.Owner.Item, r.Row)}: {string.Join(Text.ListSeparator, areas.Select(a => areas.Length == 1 ? Text.Cell(CellOf(r.Row, a)) : $"{Text.AreaShort(a)} {Text.Cell(CellOf(r.Row, a))}"))}",
                $"#{r.Row.Number}")));
        }

        // A task for each line, so that "the third" is the third line.
        return new Answer { Headline = headline, Lines = lines.ToImmutable(), Shown = [.. with.Select(r => r.Owner.Item.Id)], IsFound = with.Length > 0 };
    }

    /// <summary>Rows that have a target for each of these areas and for no other.</summary>
    private Answer OnlyIn(ImmutableArray<string> areas, ImmutableArray<IndexedRow> rows)
    {
        var alone = rows.Where(r => areas.All(r.Row.HasTarget) && r.Row.Areas.All(a => areas.Contains(a.Area, StringComparer.Ordinal) || !r.Row.HasTarget(a.Area))).ToImmutableArray();
        return new Answer
        {
            Headline = Text.AreaTargetsAlone(string.Join(Text.ListSeparator, areas.Select(Text.Area)), alone.Length),
            Lines = [.. alone.Select(r => Line(r, context.Breakdown(r.Row)))],
            Shown = [.. alone.Select(r => r.Owner.Item.Id)],
            IsFound = alone.Length > 0,
        };
    }

    /// <summary>Rows in which the first area has more than the others named, or than every other area.</summary>
    private Answer MoreIn(ImmutableArray<string> areas, ImmutableArray<IndexedRow> rows)
    {
        decimal? AmountOf(IndexedRow row, string area) => CellOf(row.Row, area) is CellValue.Amount amount ? amount.Figure.Normalized.Value : null;
        var held = rows.Where(r => AmountOf(r, areas[0]) is not null).ToImmutableArray();
        ImmutableArray<IndexedRow> more =
        [
            .. held.Where(r => (areas.Length > 1 ? areas.Skip(1) : r.Row.Areas.Select(a => a.Area).Where(a => a != areas[0])).All(other => AmountOf(r, areas[0]) > (AmountOf(r, other) ?? 0))),
        ];
        var shown = more.GroupBy(r => r.Owner.Item.List).SelectMany(list => list
            .Select(r => AnswerLine.Of($"{Text.Row(r.Owner.Content.Notice, r.Owner.Item, r.Row)}: {string.Join(Text.ListSeparator, (areas.Length > 1 ? areas : areas.Take(1)).Select(a => $"{Text.AreaShort(a)} {Text.Cell(CellOf(r.Row, a))}"))}", $"#{r.Row.Number}"))
            .Prepend(AnswerLine.Heading($"{Text.List(list.Key)} ({list.Count()})")));
        return new Answer
        {
            Headline = Text.MoreIn(Text.Area(areas[0]), areas.Length > 1 ? string.Join(Text.ListSeparator, areas.Skip(1).Select(Text.Area)) : string.Empty, more.Length),
            Lines = [.. shown],
            Shown = [.. more.Select(r => r.Owner.Item.Id)],
            IsFound = more.Length > 0,
        };
    }

    /// <summary>One area's part of the city's figure in each row that has one, largest first.</summary>
    private Answer ByShare(string area, ImmutableArray<IndexedRow> rows)
    {
        var shares = rows.Where(r => r.Row.IsAdditive && CellOf(r.Row, area) is CellValue.Amount && r.Row.City.Value is CellValue.Amount { Figure: { IsPercentage: false, Normalized.Value: > 0 } })
            .Select(r => (Row: r, Part: ((CellValue.Amount)CellOf(r.Row, area)).Figure.Normalized.Value / ((CellValue.Amount)r.Row.City.Value).Figure.Normalized.Value))
            .OrderByDescending(s => s.Part).ToList();
        var top = shares.TakeWhile(s => s.Part == shares[0].Part).Select(s => Text.TargetLine(Text.Row(s.Row.Owner.Content.Notice, s.Row.Owner.Item, s.Row.Row), Share(s.Row, area), false)).ToList();
        return new Answer
        {
            Headline = shares.Count == 0 ? Text.AreaHasNone(Text.Area(area)) : string.Join(Text.PartSeparator, top.Take(MostOthers)),
            Lines = [.. shares.Select(s => Line(s.Row, Share(s.Row, area)))],
            Shown = [.. shares.Select(s => s.Row.Owner.Item.Id)],
            IsFound = shares.Count > 0,
        };
    }

    /// <summary>Rows that have no target for any of the areas.</summary>
    private Answer NothingIn(ImmutableArray<string> areas, ImmutableArray<IndexedRow> rows)
    {
        var without = rows.Where(r => !areas.Any(a => r.Row.HasTarget(a))).ToImmutableArray();
        var lines = without.GroupBy(r => r.Owner.Item.List).SelectMany(list => list.Select(r => Line(r, Text.City(Text.Cell(r.Row.City.Value)))).Prepend(AnswerLine.Heading($"{Text.List(list.Key)} ({list.Count()})")));
        return new Answer { Headline = Text.AreaTargetsMissing(string.Join(Text.ListSeparator, areas.Select(Text.Area)), without.Length), Lines = [.. lines], Shown = [.. without.Select(r => r.Owner.Item.Id)], IsFound = without.Length > 0 };
    }

    /// <summary>"它占多少" of the area at a place in the order, which may be another one in each row.</summary>
    private string ShareOfExtreme(IndexedRow indexed, Question.AreaFigures question)
    {
        var amounts = Amounts(indexed.Row).Where(a => !question.Excluded.Contains(a.Area, StringComparer.Ordinal)).ToList();
        var ordered = (question.Operation == AreaOperation.ShareOfLargest ? amounts.OrderByDescending(a => a.Figure.Normalized.Value) : amounts.OrderBy(a => a.Figure.Normalized.Value)).ToList();
        var at = Math.Max(1, question.Nth);
        return at > ordered.Count ? Text.OrderHasOnly(ordered.Count)
            : string.Join(Text.ListSeparator, amounts.Where(a => a.Figure.Normalized.Value == ordered[at - 1].Figure.Normalized.Value).Select(a => Share(indexed, a.Area)));
    }

    /// <summary>"两个谁的项目多": how many targets each has.</summary>
    private Answer CountCompared(ImmutableArray<string> areas, ImmutableArray<IndexedRow> rows, int end)
    {
        var each = areas.Select(a => (Area: a, Rows: rows.Where(r => r.Row.HasTarget(a)).ToList())).OrderBy(a => end < 0 ? a.Rows.Count : -a.Rows.Count).ToList();
        var front = each.Where(a => a.Rows.Count == each[0].Rows.Count).ToList();
        var extreme = end == 0 || front.Count == each.Count ? string.Empty : Text.Extreme(string.Join(Text.ListSeparator, front.Select(a => Text.Area(a.Area))), front[0].Rows.Count, end > 0, areTargets: true) + " ";
        return new Answer
        {
            Headline = extreme + Text.TargetsCompared(end < 0, front.Count == each.Count, string.Join(Text.ListSeparator, each.Select(a => Text.NameAndCount(Text.Area(a.Area), a.Rows.Count, string.Empty)))),
            Lines = [.. each.Select(a => AnswerLine.Of(
                Text.Area(a.Area), string.Empty, string.Join(Text.ListSeparator, a.Rows.GroupBy(r => r.Owner.Item.List).Select(l => Text.NameAndCount(Text.List(l.Key), l.Count(), string.Empty)))))],
        };
    }

    private Answer AllAreas(ImmutableArray<IndexedRow> rows) => new()
    {
        Headline = rows is [{ Row: var only }] && Amounts(only).ToList() is { Count: > 0 } each ? each.Count <= MostInHeadline ? Breakdown(only, each) : $"{CityIn(only)}{Text.AllAreasHeadline(rows.Length)}" : Text.AllAreasHeadline(rows.Length),
        Lines = [.. rows.Select(r => Line(r, context.Breakdown(r.Row)))],
    };

    /// <summary>The whole city's figure, and each area's behind it.</summary>
    private string Breakdown(AnnexRow row, List<(string Area, Figure Figure)> amounts)
    {
        return CityIn(row) + string.Join(Text.ListSeparator, amounts.Select(a => $"{Text.Area(a.Area)} {Text.Figure(a.Figure)}"));
    }

    /// <summary>The city's figure in front of its areas'; empty where it is told in words or not at all.</summary>
    private string CityIn(AnnexRow row) =>
        row.City.Value is CellValue.Amount && Text.City(Text.Cell(row.City.Value)) is var city ? char.ToUpperInvariant(city[0]) + city[1..] + Text.PartSeparator : string.Empty;

    private string Share(IndexedRow indexed, string area)
    {
        if (CellOf(indexed.Row, area) is not CellValue.Amount { Figure: var own })
        {
            return CellOf(indexed.Row, area) is CellValue.Blank ? $"{Text.Area(area)}: {Text.NotStated}" : Text.AreaHasNone(Text.Area(area));
        }

        if (!indexed.Row.IsAdditive || indexed.Row.City.Value is not CellValue.Amount { Figure: { IsPercentage: false } city } || city.Normalized.Value == 0)
        {
            // Asked in per cent, a percentage is the answer; of a rate no part is to be had.
            return Text.AreaValue(Text.Area(area), Text.Figure(own), Text.Cell(indexed.Row.City.Value)) + (own.IsPercentage ? string.Empty : $" {Text.NoSumOfRates}");
        }

        return Text.ShareOf(Text.Area(area), Text.Figure(own), Text.Figure(city), PercentOf(own, city));
    }

    /// <summary>Several areas as part of the city, each and together.</summary>
    private string ShareOfAll(IndexedRow indexed, ImmutableArray<string> areas)
    {
        var figures = areas.Select(a => CellOf(indexed.Row, a)).OfType<CellValue.Amount>().Select(a => a.Figure).ToList();
        if (figures.Count == 0 || !indexed.Row.IsAdditive || indexed.Row.City.Value is not CellValue.Amount { Figure: { IsPercentage: false, Normalized.Value: > 0 } city })
        {
            return SumOf(indexed, areas);
        }

        var sum = new Figure(Comparator.Equal, figures.Sum(f => f.Value), figures[0].MeasureUnit);
        var together = Text.ShareOf(Text.Together(string.Join(Text.ListSeparator, areas.Select(Text.Area))), Text.Figure(sum), Text.Figure(city), PercentOf(sum, city));
        return string.Join(Text.PartSeparator, areas.Select(a => Share(indexed, a).TrimEnd('。', '.')).Append(together));
    }

    private static string PercentOf(Figure part, Figure whole) =>
        Math.Round(part.Normalized.Value * 100 / whole.Normalized.Value, 1, MidpointRounding.AwayFromZero).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Of all areas, or of those at an end of each row's order.</summary>
    private Answer SumOfAll(ImmutableArray<IndexedRow> rows, Question.AreaFigures question) => question.Foremost != 0 ? Each(rows, r => SumOf(r, FrontOf(r.Row, question)))
        : Sum(rows, [.. rows.SelectMany(r => Amounts(r.Row)).Select(a => a.Area).Distinct(StringComparer.Ordinal).Except(question.Excluded, StringComparer.Ordinal)]);

    /// <summary>The areas with the most of a row, or with the least.</summary>
    private static ImmutableArray<string> FrontOf(AnnexRow row, Question.AreaFigures question)
    {
        var amounts = Amounts(row).Where(a => !question.Excluded.Contains(a.Area, StringComparer.Ordinal));
        var ordered = question.Foremost > 0 ? amounts.OrderByDescending(a => a.Figure.Normalized.Value) : amounts.OrderBy(a => a.Figure.Normalized.Value);
        return [.. ordered.Take(Math.Abs(question.Foremost)).Select(a => a.Area)];
    }

    private Answer Sum(ImmutableArray<IndexedRow> rows, ImmutableArray<string> areas) => Each(rows, r => SumOf(r, areas));

    /// <summary>"定海两个加一起": one area's figures of several rows; null where they cannot be added.</summary>
    private Answer? OverRows(ImmutableArray<IndexedRow> rows, string area)
    {
        var own = rows.Select(r => (Row: r, Cell: CellOf(r.Row, area) as CellValue.Amount)).Where(r => r.Cell is not null).ToList();
        if (FigureSum.Of([.. own.Select(r => r.Cell!.Figure)]) is not { } sum)
        {
            return null;
        }

        var note = own.Select(r => r.Row.Owner.Item.List).Distinct().Count() > 1 ? $" {Text.ConflictNote}" : string.Empty;
        return new Answer
        {
            Headline = Text.SumOf(Text.Area(area), Text.Figure(sum), string.Join(Text.ListSeparator, own.Select(r => $"{LabelOf(r.Row, rows)} {Text.Figure(r.Cell!.Figure)}"))) + note,
            Lines = [.. own.Select(r => Line(r.Row, Text.AreaValue(Text.Area(area), Text.Figure(r.Cell!.Figure), Text.Cell(r.Row.Row.City.Value))))],
        };
    }

    private string SumOf(IndexedRow indexed, ImmutableArray<string> areas)
    {
        var parts = areas.Select(a => (Area: a, Value: CellOf(indexed.Row, a))).ToList();
        var shown = string.Join(Text.ListSeparator, parts.Select(p => $"{Text.Area(p.Area)} {Text.Cell(p.Value)}"));
        var figures = parts.Select(p => p.Value).OfType<CellValue.Amount>().Select(a => a.Figure).ToList();
        if (!indexed.Row.IsAdditive)
        {
            return $"{Text.NoSumOfRates} {shown}";
        }

        if (figures.Count == 0)
        {
            return Text.AreaHasNone(string.Join(Text.ListSeparator, areas.Select(Text.Area)));
        }

        var sum = new Figure(Comparator.Equal, figures.Sum(f => f.Value), figures[0].MeasureUnit);
        var city = indexed.Row.City.Value is CellValue.Amount { Figure: { IsPercentage: false, Normalized.Value: > 0 } whole }
            ? Text.CityAndShare(Text.Figure(whole), PercentOf(sum, whole))
            : Text.City(Text.Cell(indexed.Row.City.Value));
        var rest = figures.Count < 2 || sum.Normalized.Value >= (indexed.Row.City.Value as CellValue.Amount)?.Figure.Normalized.Value ? [] : Amounts(indexed.Row).Where(a => !areas.Contains(a.Area, StringComparer.Ordinal)).Select(a => $"{Text.Area(a.Area)} {Text.Figure(a.Figure)}").ToList();
        return $"{Text.SumOf(string.Join(Text.ListSeparator, areas.Select(Text.Area)), Text.Figure(sum), shown)}{Text.PartSeparator}{city}{(rest.Count is 0 or > MostOthers ? string.Empty : Text.PartSeparator + Text.Others(string.Join(Text.ListSeparator, rest)))}";
    }

    private string Compare(IndexedRow indexed, ImmutableArray<string> areas)
    {
        var shown = string.Join(Text.ListSeparator, areas.Select(a => $"{Text.Area(a)} {Text.Cell(CellOf(indexed.Row, a))}"));
        var amounts = areas.Select(a => (Area: a, Cell: CellOf(indexed.Row, a) as CellValue.Amount)).Where(a => a.Cell is not null).ToList();
        if (amounts.Count < 2)
        {
            return amounts is [var (only, _)] && areas.Length == 2 && areas.All(a => CellOf(indexed.Row, a) is CellValue.Amount or CellValue.None) ? $"{shown}{Text.PartSeparator}{Text.OnlyOneHas(Text.Area(only))}" : shown;
        }

        if (amounts.Count > 2 || amounts.Exists(a => a.Cell!.Figure.IsPercentage))
        {
            var top = amounts.Max(a => a.Cell!.Figure.Normalized.Value);
            var at = amounts.Where(a => a.Cell!.Figure.Normalized.Value == top).ToList();
            var names = string.Join(Text.ListSeparator, at.Select(a => Text.Area(a.Area)));
            return at.Count == amounts.Count ? shown
                : $"{shown}{Text.PartSeparator}{(amounts.Count == 2 ? Text.Higher(names) : Text.Largest(names, Text.Figure(at[0].Cell!.Figure)))}";
        }

        var (larger, smaller) = amounts[0].Cell!.Figure.Normalized.Value >= amounts[1].Cell!.Figure.Normalized.Value ? (amounts[0], amounts[1]) : (amounts[1], amounts[0]);
        var difference = larger.Cell!.Figure.Value - smaller.Cell!.Figure.Value;
        return difference == 0
            ? $"{shown}{Text.PartSeparator}{Text.CompareEqual}"
            : $"{shown}{Text.PartSeparator}{Text.CompareResult(Text.Area(larger.Area), Text.Figure(larger.Cell.Figure with { Comparator = Comparator.Equal, Value = difference }))}";
    }

    private string Extreme(IndexedRow indexed, Question.AreaFigures question, bool largest)
    {
        var nth = question.Nth;
        var amounts = Amounts(indexed.Row).Where(a => !question.Excluded.Contains(a.Area, StringComparer.Ordinal)).ToList();
        if (amounts.Count == 0)
        {
            return Text.NoFigure;
        }

        var ordered = (largest ? amounts.OrderByDescending(a => a.Figure.Normalized.Value) : amounts.OrderBy(a => a.Figure.Normalized.Value)).ToList();
        if (nth > ordered.Count)
        {
            return Text.OrderHasOnly(ordered.Count);
        }

        if (question.Foremost > 1)
        {
            // Who has as much as the last of them is told, too.
            var last = ordered[Math.Min(question.Foremost, ordered.Count) - 1].Figure.Normalized.Value;
            var front = ordered.Where(a => largest ? a.Figure.Normalized.Value >= last : a.Figure.Normalized.Value <= last).Select(a => $"{Text.Area(a.Area)} {Text.Figure(a.Figure)}").ToList();
            return Text.Foremost(front.Count, string.Join(Text.ListSeparator, front), largest);
        }

        var bound = ordered[Math.Max(1, nth) - 1].Figure.Normalized.Value;
        var at = amounts.Where(a => a.Figure.Normalized.Value == bound).ToList();
        var names = string.Join(Text.ListSeparator, at.Select(a => Text.Area(a.Area)));
        if (nth > 1)
        {
            return Text.PlaceInOrder(nth, names, Text.Figure(at[0].Figure));
        }

        if (amounts.Count > 1 && at.Count == amounts.Count)
        {
            return Text.AllAlike(names, Text.Figure(at[0].Figure));
        }

        var end = largest ? Text.Largest(names, Text.Figure(at[0].Figure)) : Text.Smallest(names, Text.Figure(at[0].Figure));
        var counties = question.AmongCounties && at.TrueForAll(a => !IsCounty(indexed, a.Area)) ? ordered.Where(a => IsCounty(indexed, a.Area)).ToList() : [];
        return counties.Count == 0 ? end
            : $"{end}{Text.PartSeparator}{Text.AmongCounties(string.Join(Text.ListSeparator, counties.TakeWhile(a => a.Figure.Normalized.Value == counties[0].Figure.Normalized.Value).Select(a => Text.Area(a.Area))), Text.Figure(counties[0].Figure))}";
    }

    private static bool IsCounty(IndexedRow indexed, string area) => indexed.Owner.Content.Areas.Any(a => a.Name == area && a.Kind is AreaKind.County or AreaKind.District);

    /// <summary>"甲比乙和丙加起来还多": the others are added up first.</summary>
    private string AgainstSum(IndexedRow indexed, ImmutableArray<string> areas)
    {
        var others = areas.RemoveAt(0);
        var figures = others.Select(a => CellOf(indexed.Row, a)).OfType<CellValue.Amount>().Select(a => a.Figure).ToList();
        if (CellOf(indexed.Row, areas[0]) is not CellValue.Amount { Figure: var own } || figures.Count == 0 || !indexed.Row.IsAdditive)
        {
            return Compare(indexed, areas);
        }

        var sum = new Figure(Comparator.Equal, figures.Sum(f => f.Value), figures[0].MeasureUnit);
        var parts = string.Join(Text.ListSeparator, others.Select(a => $"{Text.Area(a)} {Text.Cell(CellOf(indexed.Row, a))}"));
        var difference = Text.Figure(own with { Comparator = Comparator.Equal, Value = Math.Abs(own.Value - sum.Value) });
        return string.Join(
            Text.PartSeparator,
            $"{Text.Area(areas[0])} {Text.Figure(own)}",
            Text.SumOf(string.Join(Text.ListSeparator, others.Select(Text.Area)), Text.Figure(sum), parts),
            own.Value == sum.Value ? Text.CompareEqual : Text.CompareResult(own.Value > sum.Value ? Text.Area(areas[0]) : Text.Together(string.Join(Text.ListSeparator, others.Select(Text.Area))), difference));
    }

    private string Rank(IndexedRow indexed)
    {
        var amounts = Amounts(indexed.Row).OrderByDescending(a => a.Figure.Normalized.Value).ToList();
        return Text.RankHeadline(amounts.Count) + " " + string.Join(Text.ListSeparator, amounts.Select(a => $"{Text.Area(a.Area)} {Text.Figure(a.Figure)}"));
    }

    private string Without(IndexedRow indexed)
    {
        var without = indexed.Row.Areas.Where(a => a.Value is CellValue.None or CellValue.Blank).Select(a => Text.Area(a.Area)).ToList();
        return without.Count == 0 ? Text.EveryAreaHasTarget : Text.WithoutTarget(string.Join(Text.ListSeparator, without));
    }

    /// <summary>Yes or no, of the areas that were asked about; the others are told besides.</summary>
    private string WhetherAll(IndexedRow indexed, ImmutableArray<string> others)
    {
        var without = indexed.Row.Areas.Where(a => a.Value is CellValue.None or CellValue.Blank).Select(a => a.Area).ToList();
        string Named(IEnumerable<string> areas) => Text.WithoutTarget(string.Join(Text.ListSeparator, areas.Select(Text.Area)));
        return without.Count == 0 ? Text.Yes + Text.EveryAreaHasTarget
            : without.TrueForAll(a => others.Contains(a, StringComparer.Ordinal)) ? $"{Text.Yes}{Text.EveryCountyHasTarget}{Text.PartSeparator}{Named(without)}"
            : Text.No + Named(without.Except(others, StringComparer.Ordinal));
    }

    /// <summary>旅游厕所, where the table has but all 公厕: the part that is asked about has a figure of the whole city's and none of the areas.</summary>
    private static bool IsOfPartAlone(SubjectWords subject, IndexedRow row) => row.Owner.Item.Targets.Any(t => RowTitles.PartIn(t.Indicator) is { Length: > 1 } part
        && subject.Groups.Any(g => string.Concat(g.Pieces).Contains(part, StringComparison.Ordinal)) && !row.Owner.Item.Rows.Any(r => RowTitles.Of(r).Contains(part, StringComparison.Ordinal)));

    private Answer NotBrokenDown(Question.AreaFigures question, ImmutableArray<IndexedItem> items) => new()
    {
        Headline = Text.NotBrokenDown(string.Join(Text.ListSeparator, question.Areas.Select(Text.Area))),
        Lines = [.. items.Take(context.Room).Select(i => AnswerLine.Of(
            Text.Task(i.Content.Notice, i.Item, AnswerContext.LimitFor(items.Length)), Text.Place(i.Item), context.FiguresOf(i)))],
        Source = context.SourceOf(items),
        Shown = [.. items.Take(context.Room).Select(i => i.Item.Id)],
        Suggestions = [.. question.Areas.Take(1).Select(Text.AskArea)],
        IsFound = false,
    };

    private ImmutableArray<string> Suggestions(Question.AreaFigures question, ImmutableArray<IndexedRow> rows)
    {
        var suggestions = ImmutableArray.CreateBuilder<string>();
        suggestions.AddRange(question.Areas.Take(1).Where(_ => !question.Filter.Subject.IsEmpty).Select(Text.AskArea));
        var other = rows[0].Row.Areas.Select(a => a.Area).FirstOrDefault(a => !question.Areas.Contains(a, StringComparer.Ordinal) && rows[0].Row.HasTarget(a));
        if (other is not null)
        {
            suggestions.Add(Text.AskArea(other));
        }

        if (rows[0].Owner.Item.LeadOrganizations is [var lead, ..] && !rows[0].Owner.Item.IsJoint)
        {
            suggestions.Add(Text.AskLeads(lead.Name));
        }

        return [.. suggestions.Distinct(StringComparer.Ordinal).Take(3)];
    }
}
