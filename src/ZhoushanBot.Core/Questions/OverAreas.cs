using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that looks at the same figures over other areas: "哪个最多", "各县区呢", "那普陀呢", "定海没有？".</summary>
internal sealed class OverAreas(Recognition heard, ShownBefore before, ImmutableArray<string> areas, WorkItemIndex index)
{
    private const int FewTasks = 3;
    private static readonly string[] WhoHasWords = ["then who does", "who does", "so who does", "who does then", "which ones do", "which ones do then", "which do", "who gets it", "who gets them", "who gets it then", "who gets them then", "who has it then", "who has one", "who has", "那谁有", "谁有", "哪些有", "那哪些有", "那哪里有", "哪里有"];

    private static readonly string[] AnyBegins = ["is ", "are ", "does ", "do ", "did ", "has ", "have ", "will ", "and is ", "and does ", "and has ", "what about "];

    /// <summary>"哪个最多", "占全市多少", "全市呢", "各县区呢", "哪里没有": the same figures over other areas.</summary>
    public Question? SameFigures(TaskFilter filter)
    {
        var sums = before.Last.Question is Question.AreaFigures && heard.Has(Cue.Sum);
        if (AsksOrganization || heard.Has(Cue.WhichOfficial, Cue.Lead, Cue.Support) || (heard.Has(Cue.HowManyTasks) && !sums))
        {
            return null;
        }

        if (before.IsAboutOne && heard.Has(Cue.WhichArea) && heard.Has(Cue.Participate) && WithRows().IsEmpty)
        {
            // "which county is involved" of what no table breaks down
            return new Question.Tasks(before.WhatWasShown(filter), TaskAspect.Owner) { IsOfShown = true };
        }

        if (before.Last.Question is Question.AreaFigures { Areas: [_] } ofOne && Array.Exists(WhoHasWords, w => heard.Text.Text.TrimEnd('?', ' ', '呢', '啊', '?') == w))
        {
            // "then who does?" after one that has none
            return ofOne with { Areas = [], Operation = AreaOperation.Value };
        }

        if (before.Last.Question is Question.AreaFigures { Areas.IsEmpty: false } ofSome && heard.Has(Cue.TheRest) && !heard.Has(Cue.Rank, Cue.Most, Cue.Least) && ShownBefore.IsOfOne(filter) && before.OtherAreas() is { IsEmpty: false } others)
        {
            // "剩下5家在哪" after some of the areas
            return ofSome with { Areas = others, Operation = AreaOperation.Value };
        }

        filter = before.IsAboutOne && AskedMeasure.Of(heard.Text.Text, index) is { IsEmpty: false } measured && !measured.Any(u => u is "个" or "-") ? filter with { Measured = measured } : filter;
        var isOfAll = filter.Subject.IsEmpty && filter.Ids.IsEmpty;
        if (before.Last.Question is Question.AreaFigures figures && heard.Has(Cue.Most, Cue.Least, Cue.Rank, Cue.EachArea, Cue.WhichArea, Cue.Share, Cue.Sum, Cue.WholeCity, Cue.Compare, Cue.Without, Cue.TheTwo))
        {
            return Over(figures, filter, isOfAll);
        }

        if (before.Last.Question is Question.Tasks && heard.Has(Cue.Share) && before.Earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault() is { Areas: [_] } shared && shared.Filter.Subject == filter.Subject)
        {
            // "占全市多少" after "谁负责": of the area before.
            return shared with { Operation = AreaOperation.Share };
        }

        if (isOfAll && heard.Has(Cue.EachArea, Cue.WhichArea) && OfFewShown([]) is { } ofShown)
        {
            // "各地分别多少" after a unit's few tasks
            return ofShown;
        }

        return isOfAll ? null
            : heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Without) || (heard.Has(Cue.Most, Cue.Least, Cue.Rank) && !WithRows().IsEmpty) ? new Question.AreaFigures(filter, [], heard.Has(Cue.Sum) && !heard.Has(Cue.Most, Cue.Least, Cue.Rank) ? AreaOperation.Sum : AreaFrames.Operation(heard, 0)) { Excluded = NoCounties }
            : heard.Has(Cue.WholeCity) ? new Question.Tasks(before.WhatWasShown(filter), TaskAspect.Figures)
            : null;
    }

    /// <summary>A unit is asked for; "最少的是哪家" of figures that areas have asks for an area.</summary>
    private bool AsksOrganization => heard.Has(Cue.WhichOrganization) && !(heard.Has(Cue.Most, Cue.Least) && !WithRows().IsEmpty && heard.WordsOf(Cue.WhichOrganization).All(said => said.EndsWith("哪家", StringComparison.Ordinal)));

    private ImmutableArray<string> NoCounties => heard.Has(Cue.Most, Cue.Least) ? [.. Asked.NoCounties(heard, index)] : [];

    private Question? Over(Question.AreaFigures figures, TaskFilter filter, bool isOfAll)
    {
        if (heard.Has(Cue.Sum, Cue.Compare, Cue.TheTwo) && (!heard.Has(Cue.WholeCity) || (heard.Has(Cue.TheTwo) && heard.Has(Cue.Share))) && (heard.Has(Cue.TheTwo) || !heard.Has(Cue.Share)) && figures.Areas.Length == 1 && before.Earlier is [{ Question: Question.AreaFigures { Areas: [var other] } }, ..] && !figures.Areas.Contains(other, StringComparer.Ordinal))
        {
            // "the total of both?": of the areas of the last two turns.
            return new Question.AreaFigures(filter, [other, .. figures.Areas], heard.Has(Cue.Share) && Reckonings.Of(heard.Text.Text) != Reckoning.Sum ? AreaOperation.Share : heard.Has(Cue.Sum, Cue.Share) ? AreaOperation.Sum : AreaOperation.Compare);
        }

        if (heard.Has(Cue.Share) && figures is { Foremost: not 0, Operation: AreaOperation.Sum })
        {
            // "as a percentage of the whole?" of the three in front: told with their sum.
            return figures;
        }

        if (heard.Has(Cue.Share) && heard.Has(Cue.Most, Cue.Least) && !isOfAll)
        {
            // "占比最高的区占了多少" of all areas
            return figures with { Areas = [], Operation = heard.Has(Cue.Most) ? AreaOperation.ShareOfLargest : AreaOperation.ShareOfSmallest };
        }

        if (heard.Has(Cue.Share))
        {
            // "它占多少" after the largest: of the one that was found.
            ImmutableArray<string> part = figures.Areas.IsEmpty && before.ExtremeOf(figures) is { } top ? [top] : figures.Areas;
            return part.IsEmpty && figures.Operation is AreaOperation.Largest or AreaOperation.Smallest
                ? figures with { Operation = figures.Operation == AreaOperation.Largest ? AreaOperation.ShareOfLargest : AreaOperation.ShareOfSmallest }
                : new Question.AreaFigures(filter, part, part.IsEmpty ? AreaOperation.Rank : part.Length > 1 && Reckonings.Of(heard.Text.Text) == Reckoning.Sum ? AreaOperation.Sum : AreaOperation.Share);
        }

        if (heard.Has(Cue.WholeCity))
        {
            return isOfAll ? null : new Question.Tasks(before.WhatWasShown(filter), TaskAspect.Figures);
        }

        // Which of all targets of one area is the largest: they are measured in different units, and that is said.
        return heard.Has(Cue.Sum) ? new Question.AreaFigures(filter, figures.Areas, figures.Areas.IsEmpty ? AreaOperation.Sum : AreaFrames.Operation(heard, figures.Areas.Length))
            : isOfAll && heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Without) ? null
            : new Question.AreaFigures(filter, isOfAll ? figures.Areas : [], AreaFrames.Operation(heard, 0)) { Bound = figures.Bound, Excluded = isOfAll ? [] : [.. NoCounties.Union(figures.Excluded, StringComparer.Ordinal)] };
    }

    /// <summary>"定海没有？", "普陀最多吧", "那经开区呢" after what another has no target for.</summary>
    public Question? OfNamed()
    {
        if (areas.IsEmpty || before.Filter is not { } filter)
        {
            return null;
        }

        if (filter is { Subject.IsEmpty: true, Ids.IsEmpty: true } && heard.Has(Cue.Share) && OfFewShown(areas) is { } ofShown)
        {
            // "Daishan's share?" after a unit's few tasks
            return ofShown;
        }

        if (before.Last.Question is Question.Tasks { Filter.WithoutTargetIn.IsEmpty: false } without && heard.IsElliptic && heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.Without))
        {
            return new Question.Tasks(filter with { WithoutTargetIn = areas }, without.Aspect);
        }

        if ((filter.Subject.IsEmpty && filter.Ids.IsEmpty) || heard.Has(Cue.Participate, Cue.Lead, Cue.Support) || (heard.Has(Cue.HowManyTasks) && !heard.Text.Text.TrimEnd('?', ' ').EndsWith(" get", StringComparison.Ordinal)) || (heard.Has(Cue.Everything) && !AsksWhetherAny && !heard.WordsOf(Cue.Everything).All(said => said is "分别是")) || (!heard.Lists.IsEmpty && !IsOfEachList && !IsOfShownList))
        {
            return null;
        }

        if (!heard.Lists.IsEmpty)
        {
            return new Question.AreaFigures(filter with { Lists = heard.Lists }, areas, AreaFrames.Operation(heard, areas.Length));
        }

        return heard.Has(Cue.Without) ? new Question.AreaFigures(filter, areas, AreaOperation.Value)
            : heard.Has(Cue.Share) && areas.Length == 1 ? new Question.AreaFigures(filter, areas, AreaOperation.Share)
            : areas.Length == 1 && Reckonings.Of(heard.Text.Text) == Reckoning.Sum && before.Last.Question is not Question.AreaFigures { Areas.IsEmpty: false } ? new Question.AreaFigures(filter, areas, AreaOperation.Sum)
            : AsksWhetherAny ? new Question.AreaFigures(filter, areas, AreaOperation.Value)
            : heard.Has(Cue.Most, Cue.Least, Cue.Rank) && areas.Length == 1 ? new Question.AreaFigures(filter, [], AreaFrames.Operation(heard, 0))
            : null;
    }

    /// <summary>"is Dinghai getting any?"</summary>
    private bool AsksWhetherAny => heard.Text.Text.TrimEnd('?', ' ') is var text && text.EndsWith(" any", StringComparison.Ordinal) && Array.Exists(AnyBegins, b => text.StartsWith(b, StringComparison.Ordinal));

    /// <summary>"两张清单上各是多少": of what was asked about before.</summary>
    private bool IsOfEachList => heard.Lists.Length > 1 && heard.Has(Cue.HowMuch) && (heard.Text.Text.Contains('各', StringComparison.Ordinal) || heard.Text.Text.Contains("each", StringComparison.Ordinal));

    /// <summary>"of the provincial ones how many go to Putuo?", "其中省里的普陀几个"</summary>
    private bool IsOfShownList => heard.Has(Cue.HowMuch, Cue.HowManyTasks, Cue.FollowUp) && (heard.Has(Cue.AmongThem) || heard.Text.Text.Contains(" ones", StringComparison.Ordinal));

    /// <summary>"那普陀呢", "普陀和定海呢": what was asked before, of these areas.</summary>
    public Question? WithAreas(TaskFilter filter)
    {
        switch (before.Last.Question)
        {
            case Question.AreaFigures figures:
                var adds = heard.Has(Cue.Sum) && !figures.Areas.IsEmpty && areas.Length == 1;
                var joined = adds || (heard.Has(Cue.Compare) && areas.Length == 1) ? [.. figures.Areas.Union(areas, StringComparer.Ordinal)] : areas;
                var operation = adds ? AreaOperation.Sum : joined.Length > 1 || heard.Has(Cue.Share, Cue.Sum) ? AreaFrames.Operation(heard, joined.Length)
                    : figures.Operation is AreaOperation.Share or AreaOperation.ShareOfLargest or AreaOperation.ShareOfSmallest ? AreaOperation.Share : AreaOperation.Value;
                return new Question.AreaFigures(filter, joined, operation);
            case Question.Tasks tasks when filter.Due is not null && filter.Subject.IsEmpty:
                return tasks with { Filter = filter with { WithTargetIn = areas } };
            case Question.Tasks when !filter.Subject.IsEmpty || !filter.Ids.IsEmpty:
                return new Question.AreaFigures(filter, areas, AreaFrames.Operation(heard, areas.Length));
            case Question.Tasks { Filter.Organizations: [var before] } tasks when heard.IsElliptic && GovernmentOf(before) is not null:
                var governments = index.GovernmentsOf(areas);
                return governments.IsEmpty ? null
                    : heard.Has(Cue.Compare) ? new Question.Tasks(filter with { Organizations = [before, .. governments] }, TaskAspect.CountsCompared)
                    : new Question.Tasks(filter with { Organizations = governments }, tasks.Aspect);
            case Question.Tasks:
                return OfShown(areas);
            default:
                return null;
        }
    }

    private Question.AreaFigures? OfFewShown(ImmutableArray<string> among) => before.Last is { Question: Question.Tasks, Shown.Length: > 0 and <= FewTasks } ? OfShown(among) : null;

    /// <summary>The tasks just shown over these areas, or over all; null where none of them is broken down.</summary>
    private Question.AreaFigures? OfShown(ImmutableArray<string> among) =>
        WithRows() is { IsEmpty: false } shown ? new Question.AreaFigures(TaskFilter.Everything with { Ids = shown }, among, AreaFrames.Operation(heard, among.Length)) : null;

    /// <summary>Of the tasks just shown those that are broken down: "how many for 某县?" asks about them.</summary>
    private ImmutableArray<string> WithRows() => [.. before.Last.Shown.Where(id => index.Find(id) is { Item.Rows.IsEmpty: false })];

    private string? GovernmentOf(string organization) => index.Notices.SelectMany(n => n.Organizations).FirstOrDefault(o => o.Name == organization)?.Area;
}
