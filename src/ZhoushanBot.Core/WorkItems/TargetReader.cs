using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Figures in a task's own words, each with what it counts: "增长 6.5%、力争 7%" is two targets of one indicator.</summary>
internal static class TargetReader
{
    private const int ShortestIndicator = 3;
    private const int LongestIndicator = 80;

    /// <summary>Of so many figures before, one may be the whole that a dated part belongs to.</summary>
    private const int MostWholes = 4;

    /// <summary>So many dated steps may stand between a figure and what it belongs to.</summary>
    private const int MostSteps = 3;

    private const int LongestChange = 6;
    private const string TownAndCountry = "城乡";
    /// <summary>城镇 of 城镇和农村居民收入: what of both stands but once.</summary>
    private const int LongestFirst = 4;

    private static readonly char[] Both = ['和', '与', '及'];
    private static readonly char[] Origins = ['由', '从'];

    public static ImmutableArray<Target> Read(StitchedText text, int year, ReadingRules rules)
    {
        var targets = ImmutableArray.CreateBuilder<Target>();
        var (previousEnd, previousIndicator) = (0, string.Empty);
        var startsAt = -1;
        var dates = DateWords.In(text.Text, year).Where(d => !d.IsWholeYear).ToList();
        var nextDate = 0;
        for (var next = FigureScanner.Next(text.Text, 0, rules); next is { } figure;)
        {
            next = FigureScanner.Next(text.Text, figure.End, rules);
            if (next is { } following && (IsQualifier(text.Text, figure, following) || IsOtherQualifier(text.Text, figure, following, rules)))
            {
                continue;
            }

            if (figure.End < text.Text.Length && (text.Text[figure.End] == '级' || (rules.RatingUnits.Contains(figure.Figure.Normalized.MeasureUnit, StringComparer.Ordinal) && Language.HanTables.IsHan(text.Text[figure.End]))))
            {
                // 220 千伏变电站, 20万吨级码头: what it is built for, and no target.
                continue;
            }

            if (next is { } reached && IsWhereItStarts(text.Text, figure, reached))
            {
                startsAt = figure.NumberStart;
                continue;
            }

            var start = FragmentStart(text.Text, previousEnd, figure.NumberStart);
            var fragment = startsAt > start ? text.Text[start..startsAt].TrimEnd().TrimEnd(Origins) : text.Text[start..figure.NumberStart];
            while (nextDate < dates.Count && dates[nextDate].Start < start)
            {
                nextDate++;
            }

            var date = nextDate < dates.Count && dates[nextDate].End <= figure.NumberStart ? dates[nextDate] : default;
            if (date.End > date.Start)
            {
                if (date.On < new DateOnly(year, 12, 31) && IsOnTheWay(figure.Figure, targets))
                {
                    previousEnd = figure.End;
                    continue;
                }

                // "9月底前新建公路20公里": the date is no part of what is counted.
                fragment = string.Concat(text.Text.AsSpan(start, date.Start - start).TrimEnd(), text.Text.AsSpan(date.End, figure.NumberStart - date.End).TrimStart());
            }

            var isStretch = IsStretch(fragment, rules);
            var place = new FigurePlace(text.Text, fragment, start, figure.End, previousEnd, year);
            var counted = CountedBeforeOf(previousIndicator, targets, figure.Figure, fragment);
            var indicator = IndicatorOf(place, counted, rules);
            targets.Add(new Target(
                indicator, figure.Figure, isStretch, text.Text[start..figure.End].Trim(), text.SpanOf(SignStart(text.Text, figure.NumberStart), figure.UnitEnd)));
            (previousEnd, previousIndicator) = (figure.End, indicator);
        }

        return Distribute(targets, rules);
    }

    /// <summary>What stands before the figure; of "项目186个，年度投资320亿元，其中新开工64个" the projects, of which the last is a part.</summary>
    private static CountedBefore CountedBeforeOf(string indicator, ImmutableArray<Target>.Builder before, Figure figure, string fragment)
    {
        var isOfThisUnit = before.Count > 0 && IsOfOneUnit(before[^1].Figure, figure);
        return !isOfThisUnit && fragment.Contains(RowTitles.PartMark, StringComparison.Ordinal) && before.LastOrDefault(t => IsOfOneUnit(t.Figure, figure)) is { } whole && !whole.Indicator.Contains(RowTitles.PartMark, StringComparison.Ordinal)
            ? new CountedBefore(whole.Indicator, true) : new CountedBefore(indicator, isOfThisUnit);
    }

    /// <summary>"27 个，6月底前开工 15 个": a dated part of what is counted before is a step on the way there, see <see cref="MilestoneReader"/>.</summary>
    private static bool IsOnTheWay(Figure part, ImmutableArray<Target>.Builder before)
    {
        var (value, unit) = part.Normalized;
        return before.Skip(before.Count - MostWholes).Any(t => t.Figure.Normalized is var whole && whole.MeasureUnit == unit && whole.Value >= value);
    }

    /// <summary>力争 7%; 争取 too, unless it asks somebody for money or the like: "争取上级补助资金 20 亿元" is what is to be done.</summary>
    private static bool IsStretch(string fragment, ReadingRules rules)
    {
        var word = rules.StretchWords.FirstOrDefault(w => fragment.Contains(w, StringComparison.Ordinal));
        if (word is null || !rules.ObtainVerbs.Contains(word, StringComparer.Ordinal))
        {
            return word is not null;
        }

        var what = fragment[(fragment.IndexOf(word, StringComparison.Ordinal) + word.Length)..].Trim();
        return Wording.StartsWithAny(what, rules.ReachVerbs) || !Wording.ContainsAny(what, rules.ObtainedThings);
    }

    /// <summary>A sign such as ≥ right before the number belongs to the figure.</summary>
    private static int SignStart(string text, int numberStart)
    {
        var start = numberStart;
        while (start > 0 && text[start - 1] is '≥' or '≤' or '>' or '<' or '＞' or '＜' or '=')
        {
            start--;
        }

        return start;
    }

    /// <summary>
    /// "新引进5亿元以上制造业项目20个", "10亿元级项目3个", "其中10亿元以上12个": the first figure says what kind is counted. A share ("75%以上行政村…达到50万元") is a
    /// target itself.
    /// </summary>
    private static bool IsQualifier(string text, ScannedFigure figure, ScannedFigure following)
    {
        var between = text.AsSpan(figure.End, following.NumberStart - figure.End);
        return (figure.End > figure.UnitEnd || between.StartsWith("级"))
            && !figure.Figure.IsPercentage
            && (!between.Trim().IsEmpty || (figure.Figure.IsMoney && !following.Figure.IsMoney && !following.Figure.IsPercentage))
            && !between.ContainsAny(Wording.ListMarks);
    }

    /// <summary>"总投资30亿元或3亿美元以上重大项目26个": the same size in another measure.</summary>
    private static bool IsOtherQualifier(string text, ScannedFigure figure, ScannedFigure other, ReadingRules rules) =>
        text.AsSpan(figure.End, other.NumberStart - figure.End).Trim() is "或" or "或者" && FigureScanner.Next(text, other.End, rules) is { } counted && IsQualifier(text, other, counted);

    /// <summary>"由9家整合为5家", "从60%提高到75%": where a thing stands today is no target; what it is to become is.</summary>
    private static bool IsWhereItStarts(string text, ScannedFigure figure, ScannedFigure reached)
    {
        var before = text.AsSpan(0, SignStart(text, figure.NumberStart)).TrimEnd();
        var between = text.AsSpan(figure.End, reached.NumberStart - figure.End).Trim();
        return before.Length > 0 && Origins.Contains(before[^1]) && between.Length is > 1 and <= LongestChange && between[^1] is ('为' or '到' or '至' or '成') && !between.ContainsAny(Wording.ListMarks)
            && IsOfOneUnit(figure.Figure, reached.Figure);
    }

    /// <summary>Back to the last mark that ends a clause. A 、 is one only right behind a figure: elsewhere it lists things counted together.</summary>
    private static int FragmentStart(string text, int from, int numberStart)
    {
        var (start, depth) = (from, 0);
        for (var at = from; at < numberStart; at++)
        {
            depth += text[at] is '（' or '(' ? 1 : text[at] is '）' or ')' ? -1 : 0;
            if (depth <= 0 && (text[at] is '，' or '。' or '；' or '：' or ',' or ';' || (text[at] is '、' && at == from && from > 0)))
            {
                start = at + 1;
            }
        }

        return start;
    }

    private static bool IsOfOneUnit(Figure a, Figure b) => a.Normalized.MeasureUnit == b.Normalized.MeasureUnit;

    private static string IndicatorOf(FigurePlace place, CountedBefore counted, ReadingRules rules)
    {
        if (ThingBehind(place, rules) is { Length: > 0 } thing)
        {
            return thing;
        }

        var own = Strip(place.Fragment, rules);

        if (OfThingBefore(place, counted, own, rules) is { } continued)
        {
            return continued;
        }

        if (InvestedThing(place, counted, own, rules) is { Length: > 0 } invested)
        {
            return invested + own;
        }

        if (own.Length >= ShortestIndicator)
        {
            return own;
        }

        // "增长 6.5%、力争 7%", "37个、168栋", "23个1480户", "4.8%和7%": the same thing again; "600 套，75%以上行政村…" is not.
        if ((own.Length == 0 || own is "和" or "与") && counted.Indicator.Length > 0 && place.Start <= place.PreviousEnd + 1 && !IsStrivenForElse(place, counted, rules)
            && (place.Text[place.PreviousEnd] is '、' or '和' or '与' || (place.Fragment.Length == 0 && place.Start == place.PreviousEnd) || Wording.ContainsAny(place.Fragment, rules.StretchWords)))
        {
            return counted.IsOfThisUnit ? counted.Indicator : WithoutChange(counted.Indicator, rules);
        }

        // "为120户困难群众改善居住环境": what is counted stands behind.
        var behind = own.Length == 0 ? Strip(place.ClauseBehind, rules) : string.Empty;
        if (behind.Length >= ShortestIndicator)
        {
            return behind;
        }

        // "…“示范食堂”建设行动，2024 年完成 20 家以上": it stands in the clause before.
        var before = Strip(own.Length > 0 ? place.UndatedClauseBefore : place.ClauseBefore, rules);
        return (before.Length, own.Length) switch
        {
            ( > 0, > 0) => $"{before}·{own}",
            ( > 0, 0) => before,

            // "惠及 60 所学校": a bare verb, and what it counts stands behind.
            (0, > 0) => own + Strip(place.ClauseBehind, rules),
            _ => place.Fragment.Trim() is { Length: > 0 } fragment ? fragment : place.Nearby,
        };
    }

    /// <summary>外贸总额 of "外贸总额增长10%、达到168亿元": the amount is none of growth.</summary>
    private static string WithoutChange(string indicator, ReadingRules rules) => indicator[..^Wording.LongestAtEnd(indicator, rules.ChangeWords)] is { Length: >= ShortestIndicator } whole ? whole : indicator;

    /// <summary>"投资412亿元，争取35个以上项目列入省名单": what is striven for is counted in another unit, and stands behind.</summary>
    private static bool IsStrivenForElse(FigurePlace place, CountedBefore counted, ReadingRules rules) =>
        !counted.IsOfThisUnit && Wording.ContainsAny(place.Fragment, rules.StretchWords) && Strip(place.ClauseBehind, rules).Length >= ShortestIndicator;

    /// <summary>"其中农村120个、城市80个", "46亿元、增长12%": a part of what was counted before, or its change; null where the figure is of something else.</summary>
    private static string? OfThingBefore(FigurePlace place, CountedBefore counted, string own, ReadingRules rules)
    {
        if (own.Length == 0 || counted.Indicator.Length == 0)
        {
            return null;
        }

        var isNext = place.Start == place.PreviousEnd + 1 && place.Text[place.PreviousEnd] is '、' or '，';
        if (isNext && rules.ChangeWords.Contains(own, StringComparer.Ordinal))
        {
            return counted.Indicator + own;
        }

        // "其中农村120个以上": a part of what was counted before; behind "投资 400 亿元" the 30 个 of "其中续建项目30个" are no investment.
        return place.Fragment.Contains(RowTitles.PartMark, StringComparison.Ordinal) ? counted.IsOfThisUnit ? $"{counted.Indicator}（{RowTitles.PartMark}{own}）" : RowTitles.PartMark + own
            : isNext && counted.IsOfThisUnit && place.Text[place.PreviousEnd] == '、' && PartOf(counted.Indicator) is { } whole ? $"{whole}（{RowTitles.PartMark}{own}）"
            : null;
    }

    /// <summary>Of "营造林（其中油茶新造）" the whole; null where an indicator is no part.</summary>
    private static string? PartOf(string indicator) => indicator.IndexOf($"（{RowTitles.PartMark}", StringComparison.Ordinal) is > 0 and var at ? indicator[..at] : null;

    /// <summary>
    /// "年产3万吨玻纤、年产2万套阀门项目": what is produced stands behind its figure, and what stands between 、 and the figure before belongs to that
    /// one. The same of "建设2万平方米厂房、新建5条管廊". Empty where the thing does not stand behind.
    /// </summary>
    private static string ThingBehind(FigurePlace place, ReadingRules rules)
    {
        var mark = place.PreviousEnd > 0 && place.Start == place.PreviousEnd ? place.Fragment.LastIndexOf('、') : -1;
        var lead = place.Fragment[(mark + 1)..].Trim();
        var output = lead[^Wording.LongestAtEnd(lead, rules.OutputWords)..];
        var verb = Strip(lead, rules);
        if (output.Length == 0 && (mark <= 0 || (verb.Length > 0 && !rules.WorkVerbs.Contains(verb, StringComparer.Ordinal))))
        {
            return string.Empty;
        }

        var thing = Strip(place.ClauseBehind, rules);
        for (var length = -1; output.Length > 0 && length != thing.Length;)
        {
            length = thing.Length;
            thing = thing[..^Wording.LongestAtEnd(thing, rules.OutputTails)].TrimEnd();
        }

        return thing.Length < 2 ? string.Empty : output.Length > 0 ? thing + output : verb + thing;
    }

    /// <summary>"重点工程40个，年度投资200亿元", "其中省级重点工程9个，年度投资60亿元": in what is invested. Empty where no such thing stands in front.</summary>
    private static string InvestedThing(FigurePlace place, CountedBefore counted, string own, ReadingRules rules)
    {
        var at = counted.Indicator.LastIndexOf(RowTitles.PartMark, StringComparison.Ordinal);
        var part = at < 0 ? counted.Indicator[Wording.LongestAtStart(counted.Indicator, rules.WorkVerbs)..] : counted.Indicator[(at + RowTitles.PartMark.Length)..].TrimEnd('）');
        return rules.InvestmentWords.Contains(own, StringComparer.Ordinal)
            && Wording.LongestAtEnd(part, rules.InvestedThings) > 0
            && place.Start == place.PreviousEnd + 1
            && place.Text[place.PreviousEnd] is '，' or ',' or '、'
            ? part
            : string.Empty;
    }

    /// <summary>Takes years and words such as 力争, 完成, 达到 off both ends.</summary>
    private static string Strip(string fragment, ReadingRules rules)
    {
        // Nothing that is counted takes more words; peeling them off one by one costs the square of their number.
        var text = fragment.Trim();
        text = text.Length > LongestIndicator ? text[^LongestIndicator..] : text;
        for (var changed = true; changed;)
        {
            var before = text.Length;
            text = StripYear(text);
            text = StripWord(text, rules.IndicatorLeads, rules.IndicatorWholes, atEnd: false);
            text = StripWord(text, rules.IndicatorTails, rules.IndicatorWholes, atEnd: true);
            changed = text.Length != before;
        }

        return text;
    }

    private static string StripYear(string text)
    {
        var digits = 0;
        while (digits < text.Length && Wording.DigitOf(text[digits]) is not null)
        {
            digits++;
        }

        return digits == 4 && text[digits..].TrimStart().StartsWith('年') ? text[(text.IndexOf('年', StringComparison.Ordinal) + 1)..].Trim() : text;
    }

    private static string StripWord(string text, IEnumerable<string> words, IEnumerable<string> wholes, bool atEnd)
    {
        var length = atEnd ? Wording.LongestAtEnd(text, words) : Wording.LongestAtStart(text, words);
        return length == 0 || length < (atEnd ? Wording.LongestAtEnd(text, wholes) : Wording.LongestAtStart(text, wholes)) ? text
            : atEnd ? text[..^length].TrimEnd()
            : text[length..].TrimStart();
    }

    /// <summary>
    /// "铁矿石、煤炭接卸能力分别达 1.26 亿吨、2600 万吨": the first figure belongs to the first thing, the second to the second. What stands
    /// behind 分别 ("分别增长") belongs to both.
    /// </summary>
    private static ImmutableArray<Target> Distribute(ImmutableArray<Target>.Builder targets, ReadingRules rules)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            var whole = targets[i].Indicator;
            var at = whole.IndexOf("分别", StringComparison.Ordinal);
            if (at < 0 && !targets[i].Text.Contains("分别", StringComparison.Ordinal))
            {
                continue;
            }

            var (subject, verb) = at < 0 ? (whole, string.Empty) : (whole[..at], whole[(at + 2)..]);
            var alike = targets.Skip(i).TakeWhile(t => t.Indicator == whole).Count();
            if (at == 0 && alike > 1 && i >= alike)
            {
                // "接待游客2650万人次，旅游花费350亿元，分别增长8%、10%"
                for (var k = 0; k < alike; k++)
                {
                    targets[i + k] = targets[i + k] with { Indicator = targets[i - alike + k].Indicator + verb };
                }

                continue;
            }

            var things = subject.Split('、', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (things.Length == 1 && subject.StartsWith(TownAndCountry, StringComparison.Ordinal))
            {
                // "城乡居民收入分别增长6%、7%"
                things = [$"城镇{subject[TownAndCountry.Length..]}", $"农村{subject[TownAndCountry.Length..]}"];
            }

            if (things.Length == 1 && alike == 2 && subject.Split(Both, StringSplitOptions.RemoveEmptyEntries) is [{ Length: > 1 and <= LongestFirst } first, var second] && second.Length > first.Length)
            {
                // "城镇和农村居民收入分别增长5.5%、7.5%"
                things = [first + second[first.Length..], second];
            }

            for (var k = 0; k < things.Length && things.Length > 1 && i + k < targets.Count && targets[i + k].Indicator == whole; k++)
            {
                targets[i + k] = targets[i + k] with { Indicator = Completed(things[k], things[^1], rules) + verb };
            }
        }

        return targets.ToImmutable();
    }

    /// <summary>
    /// "城镇、农村居民收入", "城镇居民、农村居民人均收入", "铁矿石、煤炭接卸能力": the first thing lacks what the last one says for both. Of other things
    /// nobody can tell where the shared words begin, and they stay as they are.
    /// </summary>
    private static string Completed(string thing, string last, ReadingRules rules)
    {
        var kind = Wording.LongestAtStart(thing, rules.SharedKinds);
        var lastKind = Wording.LongestAtStart(last, rules.SharedKinds);
        if (kind > 0 && lastKind > 0 && last.AsSpan(lastKind).StartsWith(thing.AsSpan(kind)))
        {
            return string.Concat(thing.AsSpan(0, kind), last.AsSpan(lastKind));
        }

        var tail = Wording.LongestAtEnd(last, rules.SharedTails);
        return tail > 0 && tail < last.Length && Wording.LongestAtEnd(thing, rules.SharedTails) == 0 ? string.Concat(thing, last.AsSpan(last.Length - tail)) : thing;
    }

    /// <summary>What the figure before counts.</summary>
    /// <param name="Indicator">Empty when there is none.</param>
    /// <param name="IsOfThisUnit">Whether both are measured alike.</param>
    private readonly record struct CountedBefore(string Indicator, bool IsOfThisUnit);

    /// <summary>A figure's surroundings.</summary>
    /// <param name="Text">The task's words.</param>
    /// <param name="Fragment">From the clause's beginning, or the figure before, to the figure.</param>
    /// <param name="Start">Where the fragment begins.</param>
    /// <param name="End">Behind the figure.</param>
    /// <param name="PreviousEnd">Behind the figure before; 0 when there is none.</param>
    /// <param name="Year">The notice's year, by which dates are told.</param>
    private readonly record struct FigurePlace(string Text, string Fragment, int Start, int End, int PreviousEnd, int Year)
    {
        public string ClauseBehind
        {
            get
            {
                var reach = Text.AsSpan(End, Math.Min(LongestIndicator, Text.Length - End));
                var end = reach.IndexOfAny(Wording.ListMarks);
                return (end < 0 ? reach : reach[..end]).ToString();
            }
        }

        /// <summary>Empty where that clause has a figure of its own: its words belong to that figure.</summary>
        public string ClauseBefore => ClauseEndingAt(Math.Max(0, Start - 1));

        /// <summary>"某铁路6月底前开工，年内完成投资8亿元": the words in front of a step's date, or else the clause before the step.</summary>
        public string UndatedClauseBefore
        {
            get
            {
                var end = Math.Max(0, Start - 1);
                for (var left = MostSteps; left > 0; left--)
                {
                    var clause = ClauseEndingAt(end);
                    var date = DateWords.In(clause, Year).FirstOrDefault(d => !d.IsWholeYear);
                    if (date.End == 0 || clause[..date.Start].Trim().Length > 0)
                    {
                        return date.End == 0 ? clause : clause[..date.Start];
                    }

                    end = Math.Max(0, end - clause.Length - 1);
                }

                return string.Empty;
            }
        }

        /// <summary>The last resort: the words around the figure.</summary>
        public string Nearby => Text[Math.Max(0, Start - LongestIndicator)..Math.Min(Text.Length, End + LongestIndicator)].Trim();

        private string ClauseEndingAt(int end)
        {
            var reach = Text.AsSpan(0, end);
            reach = reach[Math.Max(0, end - LongestIndicator)..];
            var clause = reach[(reach.LastIndexOfAny(Wording.ClauseMarks) + 1)..];
            return PreviousEnd > end - clause.Length ? string.Empty : clause.ToString();
        }
    }
}
