using System.Collections.Immutable;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that points into what was shown: "那第二条", "最后一个说具体点", "第三项的配合单位", "第二名呢", "第一步什么时候".</summary>
internal sealed class Picking(Recognition heard, ShownBefore before, ImmutableArray<string> areas, bool hasEntity)
{
    private static readonly string[] InWords = ["里面", "里头", "里", "中", "的", "那个", "说"];
    private static readonly string[] StepWords = ["步", "step", "stage", "milestone"];

    private bool IsFromTheEnd => heard.Place is { } place && PlaceReader.IsFromTheEnd(heard.Text.Text, place.Span.Start);

    /// <summary>The number that is all that was said: "and 13?", "那13呢"; 0 for anything else.</summary>
    private int BareNumber => int.TryParse(heard.Text.Text.Replace("and ", string.Empty, StringComparison.Ordinal).Trim(' ', '?', '那', '呢', '。'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private bool NamesStep => StepWords.Any(w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>"第二条里面要建哪些电厂", "最后那个嵊泗几个孩子": the subject only says more of the one that is picked.</summary>
    private bool NamesPicked => heard.Place is null or { Section: 0, Item: > 0 } && heard.Lists.IsEmpty && before.CountedIn.Shown.Length > 1
        && (heard.Has(Cue.LastItem) || (heard.Place is { } place && Array.Exists(InWords, w => heard.Text.Text.AsSpan(place.Span.End).TrimStart().StartsWith(w))));

    /// <summary>Null when the words do not point at one of several.</summary>
    public Question? Read()
    {
        if (!heard.Subject.IsEmpty && !NamesPicked)
        {
            return null;
        }

        if (heard.Place is null && !hasEntity && before.Filter is { Section: > 0, Item: > 0 } shown && BareNumber is > 0 and var number)
        {
            // "and 13?" after item 12 of a section
            return new Question.Tasks(shown with { Item = number }, TaskAspect.Detail);
        }

        var isLast = heard.Has(Cue.LastItem);
        if (heard.Place is not { Section: 0, Item: > 0 } && !isLast)
        {
            return null;
        }

        var ordinal = isLast ? -1 : heard.Place!.Item;
        if (NamesStep && !hasEntity && before.Item is { Milestones.IsEmpty: false } stepped)
        {
            return new Question.Tasks(TaskFilter.Everything with { Ids = [stepped.Id] }, TaskAspect.Deadline) { Step = ordinal };
        }

        return (isLast || heard.Place!.IsOrdinal) && !hasEntity && OfOrder(ordinal) is { } ofOrder ? ofOrder : OfList(ordinal, isLast);
    }

    /// <summary>"第二名呢" after who has the most: the next in that order.</summary>
    private Question? OfOrder(int ordinal)
    {
        // "第二是谁" is the second of that order, "第二个谁负责" a task of a list.
        if (ordinal < 1 || heard.Has(Cue.Lead, Cue.Support, Cue.Responsible) || (heard.Has(Cue.Who) && !heard.Cues.All(c => c.Cue is Cue.Who or Cue.FollowUp or Cue.Most or Cue.Least or Cue.HowMuch)))
        {
            return null;
        }

        AreaOperation Ordered(AreaOperation operation) => (operation == AreaOperation.Smallest) != IsFromTheEnd ? AreaOperation.Smallest : AreaOperation.Largest;
        return OrderBefore() switch
        {
            Question.AreaFigures { Operation: AreaOperation.Largest or AreaOperation.Smallest or AreaOperation.Rank } figures => figures with { Areas = [], Operation = Ordered(figures.Operation), Nth = ordinal },
            Question.TasksByOfficial by => by with { Operation = Ordered(by.Operation), Nth = ordinal },
            Question.TasksByOrganization by => by with { Operation = Ordered(by.Operation), Nth = ordinal },
            _ => null,
        };
    }

    /// <summary>The last question for an order; the share of its first, asked in between, does not put it out of mind.</summary>
    private Question OrderBefore() => before.Last.Question is Question.AreaFigures { Operation: AreaOperation.Share or AreaOperation.Value or AreaOperation.Compare } shown
        && before.Earlier.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault(f => f.Operation is AreaOperation.Largest or AreaOperation.Smallest or AreaOperation.Rank) is { } ordered
        && ordered.Filter.Subject == shown.Filter.Subject && ordered.Filter.Ids.SequenceEqual(shown.Filter.Ids, StringComparer.Ordinal)
            ? ordered : before.Last.Question;

    private Question? OfList(int ordinal, bool isLast)
    {
        var counted = before.CountedIn;
        var lists = heard.Lists;
        if (!isLast && !heard.Place!.IsOrdinal && lists.IsEmpty && !hasEntity && before.Filter is { Section: > 0, Item: > 0 } place)
        {
            // "item 14?" after another of that section
            return new Question.Tasks(place with { Item = ordinal }, Aspect());
        }

        var isPicked = isLast || heard.Place!.IsOrdinal || counted.Shown.Length > 1;
        if (!lists.IsEmpty || !isPicked || (hasEntity && (areas.IsEmpty || !(isLast || heard.Place is { IsOrdinal: true }))))
        {
            return null;
        }

        var end = counted.From + counted.Shown.Length;
        var at = isLast ? end : IsFromTheEnd ? end + 1 - ordinal : ordinal;
        if (before.Last.Question is Question.Tasks { Filter: { Lists: [_], Ids.IsEmpty: true, Section: 0, Subject.IsEmpty: true, Organizations.IsEmpty: true, Officials.IsEmpty: true } listed } && !isLast && !heard.Place!.IsOrdinal && at > counted.From + counted.Shown.Length)
        {
            // "第30项" of a list of which a page was shown.
            return new Question.Tasks(listed with { Item = at }, Aspect());
        }

        if (before.At(at) is not { } id)
        {
            return null;
        }

        var one = TaskFilter.Everything with { Ids = [id] };
        if (areas.IsEmpty && heard.Has(Cue.EachArea, Cue.WhichArea, Cue.Most, Cue.Least, Cue.Rank))
        {
            return new Question.AreaFigures(one, [], AreaFrames.Operation(heard, 0));
        }

        return areas.IsEmpty ? new Question.Tasks(one, Aspect()) { IsOfShown = true } : new Question.AreaFigures(one, areas, AreaFrames.Operation(heard, areas.Length));
    }

    /// <summary>What of the one is asked; everything when nothing is said.</summary>
    private TaskAspect Aspect() =>
        heard.Has(Cue.Quote) ? TaskAspect.Quote
        : heard.Has(Cue.Support, Cue.SupportUnitTerm, Cue.Partners) && !heard.Has(Cue.Lead, Cue.LeadUnitTerm, Cue.WhichOfficial) ? TaskAspect.Supporting
        : heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible, Cue.Lead) ? TaskAspect.Owner
        : heard.Has(Cue.When, Cue.Milestones) ? TaskAspect.Deadline
        : heard.Has(Cue.Target, Cue.HowMuch, Cue.Money) ? TaskAspect.Figures
        : TaskAspect.Detail;
}
