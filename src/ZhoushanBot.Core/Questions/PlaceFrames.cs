using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>Questions that name a place in the notice: "第三部分第7条", "section 3 item 7", "附件第29行", "工作报告最后一条".</summary>
internal sealed partial class PlaceFrames(Asked asked)
{
    private static readonly string[] TableWords = ["行", "附件", "附表", "分解表", "row", "annex", "table"];
    private static readonly Cue[] Ordering = [Cue.Most, Cue.Least, Cue.Rank, Cue.EachOrganization, Cue.EachOfficial];
    private readonly Recognition heard = asked.Heard;

    /// <summary>"市民生实事第5个项目" counts in the list that it names, not in what was shown before.</summary>
    public Question? Read() => OfTheirs() ?? InNotice();

    private Question? InNotice() => heard.Place is { } place && (!place.IsOrdinal || !asked.Lists.IsEmpty) ? Stretch(place) ?? Several(place) ?? ByPlace(place) : Stretch(null);

    /// <summary>"市水利局牵头的第二项", "the last task led by …", "他牵头的前两项": counted in the order in which theirs are told. Null where a number of the notice is meant.</summary>
    private Question.Tasks? OfTheirs()
    {
        if (asked.Organizations.Length + asked.Officials.Length != 1 || !asked.Areas.IsEmpty || !asked.IsOfCount || !heard.FurtherPlaces.IsEmpty || heard.Has(Ordering) || heard.Place is { Section: not 0 } or { Item: 0 }
            || (heard.Place is { } said && !CountsTasks(said)))
        {
            return null;
        }

        var theirs = Theirs().ToList();
        var number = heard.Place is not { } place ? HowMany : PlaceReader.IsFromTheEnd(heard.Text.Text, place.Span.Start) ? -place.Item : place.Item;
        if (number == 0 || theirs.Count == 0 || (heard.Place is { IsOrdinal: false } numbered && IsNumberOfTheirs(numbered)))
        {
            return null;
        }

        if (Math.Abs(number) > theirs.Count)
        {
            // "第九项" of seven: how many there are is told, and which.
            return new Question.Tasks(asked.Filter() with { Subject = SubjectWords.None }, TaskAspect.List);
        }

        ImmutableArray<string> ids = [.. (heard.Place is null ? number > 0 ? theirs.Take(number) : theirs.TakeLast(-number) : [theirs[number > 0 ? number - 1 : theirs.Count + number]]).Select(i => i.Item.Id)];
        return new Question.Tasks(TaskFilter.Everything with { Ids = ids }, ids is [_] ? AspectOfTheirs : TaskAspect.List);

        // A number counts in the list or in the official's own section where something of theirs has it, or in the tables where they have not so many.
        bool IsNumberOfTheirs(PlaceMention place) => IsOfOwnSection(place)
            || ((!asked.Lists.IsEmpty || place.Item > theirs.Count) && theirs.Exists(i => i.Item.Item == place.Item || i.Item.Rows.Any(r => r.Number == place.Item)));
    }

    /// <summary>"第二项", "the third task": tasks are counted, and not who stands first among the units ("排在第一位的", "listed first").</summary>
    private bool CountsTasks(PlaceMention place)
    {
        var text = heard.Text.Text;
        return text[place.Span.End - 1] is var last && SubjectIndex.IsHan(last)
            ? last is '项' or '条' or '件' or '个' or '务' or '目' && !StandsInOrder().IsMatch(text[..place.Span.Start])
            : !place.IsOrdinal || TaskBehind().IsMatch(text[place.Span.End..]);
    }

    // 排在责任单位第一个
    [GeneratedRegex("[排列][^,。?]{0,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StandsInOrder();

    // the second task, the third one
    [GeneratedRegex("^ (?:\\w+ ){0,2}?(?:tasks?|items?|projects?|ones?|jobs?|things?)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TaskBehind();

    /// <summary>What the unit or official has, as an answer tells it: what it leads, what it supports, what it carries jointly.</summary>
    private IEnumerable<IndexedItem> Theirs()
    {
        var filter = asked.Filter();
        var ordinals = asked.Organizations is not [var unit] ? asked.Index.LedBy(asked.Officials[0])
            : asked.Index.Of(unit) is var part && filter.RoleOf(unit) == OrganizationRole.Lead ? part.Leads
            : filter.RoleOf(unit) == OrganizationRole.Support ? [.. part.Supports, .. part.Joint]
            : [.. part.Leads, .. part.Supports, .. part.Joint];
        return ordinals.Select(at => asked.Index.Items[at])
            .Where(i => (asked.Lists.IsEmpty || asked.Lists.Contains(i.Item.List)) && asked.Index.IsOfYear(i.Content.Notice, filter.Year));
    }

    /// <summary>What of the one is asked: whose it is was said, unless somebody else is asked for.</summary>
    private TaskAspect AspectOfTheirs =>
        heard.Has(Cue.Quote) ? TaskAspect.Quote
        : heard.Has(Cue.SupportUnitTerm) ? TaskAspect.Supporting
        : heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial) ? TaskAspect.Owner
        : heard.Has(Cue.When) ? TaskAspect.Deadline
        : asked.AsksFigure ? TaskAspect.Figures
        : TaskAspect.Detail;

    /// <summary>"最后三条" is -3, "the first five" 5; 0 when the question does not say.</summary>
    private int HowMany => CountWords.Stretch(heard.Text.Text) is not 0 and var said ? said : heard.Has(Cue.LastItem) ? -1 : 0;

    /// <summary>"第二部分最后三条", "the first five city projects", "工作报告最后一条": null when more is named than a list or a section, or how many is not said.</summary>
    private Question.Tasks? Stretch(PlaceMention? place)
    {
        var isOfWhole = place is null ? asked.Lists is [_] : place is { Section: not 0, Item: 0 };
        if (!isOfWhole || !asked.NamesNobody || !asked.IsOfCount || heard.Has(Ordering) || heard.Has(Cue.WhichOrganization, Cue.WhichOfficial)
            || HowMany is not (not 0 and var stretch))
        {
            return null;
        }

        var list = asked.Lists.IsEmpty ? WorkListKind.WorkReport : asked.Lists[0];
        var section = place is { Section: PlaceMention.Last } ? LastSection() : place?.Section ?? 0;
        var ids = asked.Index.Items.Where(i => i.Item.List == list && (section == 0 || i.Item.Section == section)).Select(i => i.Item.Id);
        ImmutableArray<string> some = [.. stretch > 0 ? ids.Take(stretch) : ids.TakeLast(-stretch)];
        return some.IsEmpty ? null : new Question.Tasks(TaskFilter.Everything with { Ids = some }, some is [_] ? asked.SubjectAspect : asked.AsksOwner ? TaskAspect.Owner : TaskAspect.List);
    }

    /// <summary>"第三部分第7条和第四部分第3条", "省民生实事第9项和市民生实事第3项": each in the list named before it. Null for one place, or where nothing stands at one of them.</summary>
    private Question.Tasks? Several(PlaceMention first)
    {
        if (heard.FurtherPlaces.IsEmpty || first.Item == 0 || !asked.Areas.IsEmpty || heard.FurtherPlaces.Any(p => p.Item == 0 || p.IsOrdinal))
        {
            return null;
        }

        var each = heard.FurtherPlaces.Prepend(first).Select(At).ToList();
        return each.TrueForAll(found => found.Count > 0)
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [.. each.SelectMany(found => found).Distinct(StringComparer.Ordinal)], Year = asked.Filter().Year }, AspectOf(first))
            : null;

        // A project's number is its row's in the table; only the report counts in sections.
        List<string> At(PlaceMention place)
        {
            var lists = IsOfOwnSection(place) ? [WorkListKind.WorkReport] : ListsAt(place);
            var items = Candidates().Where(i => lists.Contains(i.Item.List) && (place.Section == 0 || i.Item.Section == place.Section)).ToList();
            var byRow = place.Section > 0 ? [] : items.FindAll(i => i.Item.Rows.Any(r => r.Number == place.Item));
            return [.. (byRow.Count > 0 ? byRow : items.FindAll(i => i.Item.Item == place.Item)).Select(i => i.Item.Id)];
        }
    }

    /// <summary>The tasks of the officials named, or all.</summary>
    private IEnumerable<IndexedItem> Candidates() => asked.Officials.IsEmpty ? asked.Index.Items : asked.Officials.SelectMany(o => asked.Index.LedBy(o)).Distinct().Order().Select(at => asked.Index.Items[at]);

    /// <summary>"毛市长那一块第12条": an official's part of the report is a section, where no other list or section is named.</summary>
    private bool IsOfOwnSection(PlaceMention place) => asked.Lists.IsEmpty && place.Section == 0 && !asked.Officials.IsEmpty && Candidates().Any(i => i.Item.List == WorkListKind.WorkReport && i.Item.Item == place.Item);

    /// <summary>The list that is named nearest before a place, else all that the question names; without any, the report where a section is given.</summary>
    private ImmutableArray<WorkListKind> ListsAt(PlaceMention place)
    {
        var named = heard.Cues.LastOrDefault(c => c.Cue is Cue.WorkReportList or Cue.ProvincialList or Cue.CityList && c.Span.Start <= place.Span.Start);
        return named.Span.Length == 0 ? !asked.Lists.IsEmpty ? asked.Lists : place.Section > 0 ? [WorkListKind.WorkReport] : [.. Enum.GetValues<WorkListKind>()]
            : [named.Cue == Cue.WorkReportList ? WorkListKind.WorkReport : named.Cue == Cue.ProvincialList ? WorkListKind.ProvincialProjects : WorkListKind.CityProjects];
    }

    private TaskAspect AspectOf(PlaceMention place) => place.Item == 0
        ? heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : heard.Has(Cue.WhichOfficial, Cue.Who) ? TaskAspect.Officials : TaskAspect.List
        : heard.Has(Cue.Quote) ? TaskAspect.Quote : heard.Has(Cue.SupportUnitTerm) && !heard.Has(Cue.Lead, Cue.LeadUnitTerm, Cue.WhichOfficial) ? TaskAspect.Supporting : asked.AsksOwner ? TaskAspect.Owner : heard.Has(Cue.When) ? TaskAspect.Deadline : asked.AsksFigure ? TaskAspect.Figures : TaskAspect.Detail;

    private Question ByPlace(PlaceMention place)
    {
        if (ByRow(place) is { } row)
        {
            return row;
        }

        var section = place.Section == PlaceMention.Last ? LastSection() : place.Section;
        bool IsIn(WorkListKind list) => asked.Index.Items.Any(i => i.Item.List == list && i.Item.Section == section && (place.Item == 0 || i.Item.Item == place.Item));
        var where = asked.Lists.IsEmpty && section > 0 && asked.Officials.IsEmpty ? [IsIn(WorkListKind.Other) && !IsIn(WorkListKind.WorkReport) ? WorkListKind.Other : WorkListKind.WorkReport] : asked.Lists;
        if (asked.Officials is [_] && IsOfOwnSection(place))
        {
            where = [WorkListKind.WorkReport];
        }

        var filter = asked.Filter() with { Lists = where, Section = section, Item = place.Item, Subject = SubjectWords.None, JointOnly = section == 0 && heard.Has(Cue.Joint) };
        return new Question.Tasks(filter, AspectOf(place));
    }

    private int LastSection()
    {
        var list = asked.Lists.IsEmpty ? WorkListKind.WorkReport : asked.Lists[0];
        return asked.Index.Items.Where(i => i.Item.List == list).Select(i => i.Item.Section).DefaultIfEmpty().Max();
    }

    /// <summary>"附件第29行普陀多少", "省民生实事第20项各县区", "annex row 15": what the rows of that number say of the areas.</summary>
    private Question.AreaFigures? ByRow(PlaceMention place)
    {
        var isOfTable = Array.Exists(TableWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));
        var isByArea = !asked.Areas.IsEmpty || heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Rank, Cue.Without)
            || heard.Mentions.Any(m => m.Candidates is [Entity.Group] && m.Form.AsSpan().IndexOfAny("县区") >= 0 && !m.Form.Contains("政府", StringComparison.Ordinal))
            || (isOfTable && heard.Has(Cue.Most, Cue.Least, Cue.HowMuch, Cue.Who, Cue.Sum));
        var asksOwner = heard.Has(Cue.Responsible, Cue.Lead, Cue.Support);
        if (place.Item == 0 || place.Section > 0 || !isByArea || !asked.Officials.IsEmpty || heard.Has(Cue.Quote, Cue.When) || (asked.Areas.IsEmpty && asksOwner))
        {
            return null;
        }

        var where = asked.Lists.IsEmpty ? [WorkListKind.ProvincialProjects, WorkListKind.CityProjects] : asked.Lists;
        return asked.Index.Rows.Any(r => where.Contains(r.Owner.Item.List) && (r.Row.Number == place.Item || r.Owner.Item.Item == place.Item))
            ? new Question.AreaFigures(TaskFilter.Everything with { Lists = where, Item = place.Item, Year = asked.Filter().Year }, asked.Areas, AreaFrames.Operation(heard, asked.Areas.Length)) { Excluded = asked.Excluded, WithOwner = asksOwner }
            : null;
    }
}
