using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Who has how many tasks: everybody, one end or both, the top three, those with exactly one; in all lists or in some.</summary>
internal sealed class CountedAnswers(AnswerContext context)
{
    private const int MostLines = 40;
    private const int MostNamed = 12;
    private const int MostOrganizations = 25;

    private AnswerText Text => context.Text;

    public Answer Officials(Question.TasksByOfficial asked) => In(asked.Lists, OfOfficials(asked));

    public Answer Organizations(Question.TasksByOrganization asked) => In(asked.Lists, OfOrganizations(asked));

    private Answer OfOfficials(Question.TasksByOfficial asked)
    {
        var all = CarrierTasks.OfOfficials(context.Index, asked.Lists);
        if (asked.Part is not { } part || asked.Nth > 1)
        {
            var officials = all.ConvertAll(o => new Carrier(Text.Official(o.Official), o.Items));
            var tasks = all.SelectMany(o => o.Items).DistinctBy(i => i.Ordinal).Count();
            var headline = ExtremeOf(officials, asked.Operation, asked.Nth) + Text.ByOfficialHeadline(officials.Count, tasks);
            return Of(headline, Ordered(officials, true)) with { Suggestions = [.. all.Take(2).Select(o => Text.AskOfficial(o.Official.Name)), Text.AskTaskCount] };
        }

        var carriers = all.Where(o => !part.IsDeputies || CountedPart.IsDeputy(o.Official.Post)).Select(o => new Carrier(Text.Official(o.Official), o.Items)).ToList();
        return part is { IsDeputies: true, First: 0, IsBothEnds: false, Within: null } && asked.Operation == AreaOperation.Value
            ? Of(Text.Deputies(carriers.Count, string.Join(Text.ListSeparator, carriers.Select(o => o.Name))), Ordered(carriers, true))
            : Of(carriers, asked.Operation, part, OrganizationRole.Lead, true);
    }

    private Answer OfOrganizations(Question.TasksByOrganization asked)
    {
        var all = CarrierTasks.OfOrganizations(context.Index, asked.Role, asked.Lists);
        var carriers = all.ConvertAll(o => new Carrier(Text.Organization(o.Name), o.Items));
        if (asked.Part is { } part && asked.Nth < 2)
        {
            return Of(carriers, asked.Operation, part, asked.Role, false);
        }

        var shown = Ordered(carriers, true).Take(MostOrganizations).ToList();
        var headline = ExtremeOf(carriers, asked.Operation, asked.Nth) + Text.ByOrganizationHeadline(shown.Count, carriers.Count, asked.Role);
        return Of(headline, shown) with
        {
            Lines = [.. shown.Select(c => AnswerLine.Of(Text.NameAndCount(c.Name, c.Count, string.Empty), string.Empty))],
            Suggestions = [.. all.OrderByDescending(o => o.Items.Length).Take(2).Select(o => Text.AskLeads(o.Name)), Text.AskTaskCount],
        };
    }

    /// <summary>"列入省民生实事的任务中：" in front, where lists are named.</summary>
    private Answer In(ImmutableArray<WorkListKind> lists, Answer answer) =>
        lists.IsEmpty ? answer : answer with { Headline = Text.Among(Text.InLists(string.Join(Text.ListSeparator, lists.Select(Text.List)))) + answer.Headline };

    /// <summary>Who has the most or the fewest, all that have equally many; blank when neither is asked.</summary>
    private string ExtremeOf(List<Carrier> carriers, AreaOperation operation, int nth)
    {
        if (carriers.Count == 0 || operation is not (AreaOperation.Largest or AreaOperation.Smallest))
        {
            return string.Empty;
        }

        var most = operation == AreaOperation.Largest;
        if (nth > 1)
        {
            var at = nth > carriers.Count ? -1 : Ordered(carriers, most)[nth - 1].Count;
            return at < 0 ? $"{Text.OrderHasOnly(carriers.Count)} "
                : $"{Text.PlaceInOrder(nth, string.Join(Text.ListSeparator, carriers.Where(c => c.Count == at).Select(c => c.Name)), Text.TasksWord(at))} ";
        }

        var names = ExtremeOf(carriers, most);
        return names.Count > MostNamed ? string.Empty : Text.Extreme(string.Join(Text.ListSeparator, names.Select(c => c.Name)), names[0].Count, most, false) + " ";
    }

    private Answer Of(List<Carrier> carriers, AreaOperation operation, CountedPart part, OrganizationRole role, bool areOfficials)
    {
        var most = operation != AreaOperation.Smallest;
        if (part.Within is { } bound)
        {
            var within = Ordered([.. carriers.Where(c => IsWithin(c.Count, bound))], true);
            var amount = bound.Least is { } least && bound.Most is { } top && least == top ? $"{(int)least}" : Text.Bound(bound with { MeasureUnits = [] });
            return Of(Text.CarriersWithin(within.Count, areOfficials, amount, role), within);
        }

        if (part.First > 0 && !part.IsBothEnds)
        {
            var ordered = Ordered(carriers, most);
            var last = ordered.Count == 0 ? 0 : ordered[Math.Min(part.First, ordered.Count) - 1].Count;
            var end = ordered.Where(c => most ? c.Count >= last : c.Count <= last).ToList();
            if (end.Count > MostNamed)
            {
                return Of(Text.ExtremeOfMany(end.Count, areOfficials, last, most), end);
            }

            return Of(Text.EndOf(string.Join(Text.ListSeparator, end.Select(c => $"{c.Name} {Text.TasksWord(c.Count)}")), end.Count, areOfficials, most, role), end);
        }

        var (highest, lowest) = (ExtremeOf(carriers, true), ExtremeOf(carriers, false));
        var shown = part.IsBothEnds ? [.. highest, .. lowest.Except(highest)] : most ? highest : lowest;
        var headline = part.IsBothEnds ? $"{Extreme(highest, areOfficials, true)} {Extreme(lowest, areOfficials, false)}" : Extreme(shown, areOfficials, most);
        return Of(headline, shown);
    }

    private static List<Carrier> Ordered(List<Carrier> carriers, bool most) => most ? [.. carriers.OrderByDescending(c => c.Count)] : [.. carriers.OrderBy(c => c.Count)];

    private static List<Carrier> ExtremeOf(List<Carrier> carriers, bool most)
    {
        var bound = carriers.Count == 0 ? 0 : most ? carriers.Max(c => c.Count) : carriers.Min(c => c.Count);
        return [.. carriers.Where(c => c.Count == bound)];
    }

    private string Extreme(List<Carrier> carriers, bool areOfficials, bool most)
    {
        var count = carriers is [var first, ..] ? first.Count : 0;
        return carriers.Count > MostNamed ? Text.ExtremeOfMany(carriers.Count, areOfficials, count, most) : Text.Extreme(string.Join(Text.ListSeparator, carriers.Select(c => c.Name)), count, most, false);
    }

    private static bool IsWithin(int count, FigureBound bound) =>
        (bound.Least is not { } least || (bound.WithLeast ? count >= least : count > least)) && (bound.Most is not { } most || (bound.WithMost ? count <= most : count < most));

    private Answer Of(string headline, List<Carrier> carriers) => new()
    {
        Headline = headline,
        Lines = [.. carriers.Take(MostLines).Select(c => AnswerLine.Of(Text.NameAndCount(c.Name, c.Count, Text.ByList(c.Items.Select(i => i.Item))), string.Empty))],
        Source = string.Join(Text.PartSeparator, context.Index.Notices.Select(n => Text.Source(n.Notice))),
        Suggestions = [Text.AskTaskCount, Text.AskHelp],
    };

    private sealed record Carrier(string Name, ImmutableArray<IndexedItem> Items)
    {
        public int Count => Items.Length;
    }
}
