using System.Collections.Immutable;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Who has how many tasks, where only some of them are asked for: one end or both, the top three, those with exactly one.</summary>
internal sealed class CountedAnswers(AnswerContext context)
{
    private const int MostLines = 40;
    private const int MostNamed = 12;

    private AnswerText Text => context.Text;

    public Answer Officials(AreaOperation operation, CountedPart part)
    {
        var officials = context.Index.Notices.SelectMany(n => n.Officials).DistinctBy(o => o.Name, StringComparer.Ordinal)
            .Where(o => !part.IsDeputies || CountedPart.IsDeputy(o.Post))
            .Select(o => new Carrier(Text.Official(o), [.. context.Index.LedBy(o.Name).Select(i => context.Index.Items[i].Item)]))
            .ToList();
        if (part.IsDeputies && part is { First: 0, IsBothEnds: false, Within: null } && operation == AreaOperation.Value)
        {
            return Of(Text.Deputies(officials.Count, string.Join(Text.ListSeparator, officials.Select(o => o.Name))), Ordered(officials, true));
        }

        return Of(officials, operation, part, OrganizationRole.Lead, true);
    }

    public Answer Organizations(OrganizationRole role, AreaOperation operation, CountedPart part)
    {
        var organizations = context.Index.Notices.SelectMany(n => n.Organizations).Select(o => o.Name).Distinct(StringComparer.Ordinal)
            .Select(o => new Carrier(Text.Organization(o), ItemsOf(o, role)))
            .Where(o => o.Count > 0)
            .ToList();
        return Of(organizations, operation, part, role, false);
    }

    private ImmutableArray<WorkItem> ItemsOf(string organization, OrganizationRole role)
    {
        var participation = context.Index.Of(organization);
        var ordinals = role == OrganizationRole.Lead ? participation.Leads : role == OrganizationRole.Support ? participation.Supports : participation.All;
        return [.. ordinals.Select(i => context.Index.Items[i].Item)];
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
        Lines = [.. carriers.Take(MostLines).Select(c => AnswerLine.Of(Text.NameAndCount(c.Name, c.Count, Text.ByList(c.Items)), string.Empty))],
        Source = string.Join(Text.PartSeparator, context.Index.Notices.Select(n => Text.Source(n.Notice))),
        Suggestions = [Text.AskTaskCount, Text.AskHelp],
    };

    private sealed record Carrier(string Name, ImmutableArray<WorkItem> Items)
    {
        public int Count => Items.Length;
    }
}
