using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Whether a question is one for the status of the work, beside what it asks of the notice: who may see no status, or where there is none, gets the
/// notice's answer.
/// </summary>
internal sealed class StatusFrames(Recognition heard, ContextTurn? last, WorkItemIndex index)
{
    private const int Week = 7;

    private static readonly Cue[] Own = [Cue.Behind, Cue.RedLamp, Cue.YellowLamp, Cue.GreenLamp, Cue.NotReported, Cue.Changes, Cue.ToReview];

    private readonly ImmutableArray<string> units = [.. heard.Named<Entity.Body>().Select(b => b.Name)];
    private readonly ImmutableArray<string> officials = [.. heard.Named<Entity.Official>().Select(o => o.Name)];
    private readonly ImmutableArray<string> areas = [.. heard.Named<Entity.Region>().Select(r => r.Name)];

    private bool HasEntity => !units.IsEmpty || !officials.IsEmpty || !areas.IsEmpty;

    private bool ComparesAreas =>
        (heard.Has(Cue.Compare, Cue.Rank) && heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Counties)) && heard.Subject.IsEmpty && !HasEntity;

    /// <summary>The status asked for; null when it is none.</summary>
    /// <param name="question">What the question asks of the notice.</param>
    public Question.Status? Read(Question question)
    {
        if (heard.Has(Cue.Definition, Cue.Injection, Cue.Edit, Cue.NotKept, Cue.Reason)
            || question is Question.Refusal { Reason: RefusalReason.OtherPlace or RefusalReason.OtherYear or RefusalReason.TooLong or RefusalReason.Empty or RefusalReason.Instruction } or Question.Choice or Question.WhichPlace or Question.Talk)
        {
            return null;
        }

        if (StatusWords.Of(heard.Text.Text) is (var wish, _) && Whole(wish) is { } whole)
        {
            return new Question.Status(whole);
        }

        if (last?.Question is Question.Status before && Onward(before.Query) is { } followed)
        {
            return new Question.Status(followed);
        }

        var isAsked = heard.Has(Own) || ComparesAreas || (heard.Has(Cue.Progress) && question is Question.Refusal { Reason: RefusalReason.Progress or RefusalReason.NotUnderstood or RefusalReason.NotFound });
        return isAsked && Narrowed() is { } query ? new Question.Status(query) : null;
    }

    /// <summary>"各县区对比", "本周变化": what changed is looked at within the slice shown before.</summary>
    private StatusQuery? Whole(StatusWish wish) => wish switch
    {
        StatusWish.Areas => new StatusQuery(StatusView.ByArea),
        StatusWish.WeekChanges => (last?.Question is Question.Status { Query: var before } && !heard.Has(Cue.WholeCity) ? before : StatusQuery.Everything) with
        {
            View = StatusView.Changes,
            DaysAgo = Week,
            Page = 0,
            Lamps = [],
        },
        _ => null,
    };

    /// <summary>"那普陀呢", "谁滞后", "更多", "第二个": leans on the status shown before.</summary>
    private StatusQuery? Onward(StatusQuery before)
    {
        if (heard.Subject.IsEmpty && !HasEntity && heard.Has(Cue.More))
        {
            return before with { Page = before.Page + 1 };
        }

        if (heard.Place is { IsOrdinal: true, Item: var ordinal } && heard.Subject.IsEmpty && !HasEntity)
        {
            return ordinal >= 1 && ordinal <= last!.Shown.Length ? new StatusQuery(StatusView.Detail) { Ids = [last.Shown[ordinal - 1]] } : null;
        }

        if (heard.Place is not null || !heard.Subject.IsEmpty)
        {
            return null;
        }

        var isBare = heard.Cues.All(c => c.Cue is Cue.FollowUp or Cue.Progress || Own.Contains(c.Cue));
        if (HasEntity)
        {
            var view = OwnView() ?? (before.View is StatusView.Lagging or StatusView.NotReported or StatusView.Changes ? before.View : !areas.IsEmpty ? StatusView.AreaFigures : StatusView.Tasks);
            return isBare ? Of(before with { View = view, Page = 0, Official = string.Empty, Unit = string.Empty, Area = string.Empty }) : null;
        }

        return heard.Has(Own) && !heard.Has(Cue.WholeCity) && heard.Lists.IsEmpty && OwnView() is { } own
            ? WithWords(before with { View = own, Page = 0, Lamps = [] })
            : null;
    }

    private StatusQuery? Narrowed()
    {
        var query = WithWords(Of(new StatusQuery(OwnView() ?? StatusView.Overview) { Lists = heard.Lists }));
        if (heard.Place is { } place && (!place.IsOrdinal || !query.Lists.IsEmpty))
        {
            query = query with { Ids = AtPlace(query.Lists) };
            return query.Ids.IsEmpty ? null : query.View == StatusView.Overview ? query with { View = query.Ids.Length == 1 ? StatusView.Detail : StatusView.Tasks } : query;
        }

        if (!heard.Subject.IsEmpty)
        {
            var found = SubjectSearch.Find(heard.Subject, index).Select(m => m.Item).Where(i => query.Lists.IsEmpty || query.Lists.Contains(i.Item.List))
                .Select(i => i.Item.Id).Distinct(StringComparer.Ordinal).ToImmutableArray();
            if (found.IsEmpty)
            {
                return null;
            }

            query = query with { Ids = found };
        }

        return query.View != StatusView.Overview ? query
            : !areas.IsEmpty ? query with { View = StatusView.AreaFigures }
            : query.Ids is [_] ? query with { View = StatusView.Detail }
            : !query.Ids.IsEmpty || HasEntity ? query with { View = StatusView.Tasks }
            : heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Counties) ? query with { View = StatusView.ByArea }
            : heard.Has(Cue.EachOfficial, Cue.WhichOfficial) ? query with { View = StatusView.ByOfficial }
            : heard.Has(Cue.EachOrganization, Cue.WhichOrganization) ? query with { View = StatusView.ByUnit }
            : query;
    }

    private StatusView? OwnView() =>
        heard.Has(Cue.ToReview) ? StatusView.ToReview
        : heard.Has(Cue.NotReported) ? StatusView.NotReported
        : heard.Has(Cue.Changes) ? StatusView.Changes
        : heard.Has(Cue.Behind, Cue.RedLamp, Cue.YellowLamp) ? StatusView.Lagging
        : heard.Has(Cue.GreenLamp) ? StatusView.Tasks
        : ComparesAreas ? StatusView.ByArea
        : null;

    private StatusQuery Of(StatusQuery query) => query with
    {
        Official = officials.IsEmpty ? query.Official : officials[0],
        Unit = units.IsEmpty ? query.Unit : units[0],
        Area = areas.IsEmpty ? query.Area : areas[0],
    };

    private StatusQuery WithWords(StatusQuery query) => query with
    {
        Lamps =
        [
            .. heard.Has(Cue.GreenLamp) ? [StatusLamp.Green] : Array.Empty<StatusLamp>(),
            .. heard.Has(Cue.YellowLamp) ? [StatusLamp.Yellow] : Array.Empty<StatusLamp>(),
            .. heard.Has(Cue.RedLamp) ? [StatusLamp.Red] : Array.Empty<StatusLamp>(),
        ],
        Period = query.View == StatusView.NotReported ? ReportPeriod.KindIn(heard.Text.Text) : null,
        DaysAgo = query.View == StatusView.Changes ? Week : 0,
    };

    private ImmutableArray<string> AtPlace(ImmutableArray<Notices.WorkListKind> lists)
    {
        var place = heard.Place!;
        var meant = lists.IsEmpty ? [Notices.WorkListKind.WorkReport] : lists;
        return
        [
            .. index.Items.Select(i => i.Item)
                .Where(i => meant.Contains(i.List) && (place.Section == 0 || i.Section == place.Section) && (place.Item == 0 || i.Item == place.Item))
                .Select(i => i.Id),
        ];
    }
}
