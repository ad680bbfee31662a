using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Who leads and who supports, as read from a label line, a bracket or a table row.</summary>
internal sealed record Responsibility(
    ImmutableArray<LeadOfficial> Officials,
    ImmutableArray<NamedOrganization> Leads,
    ImmutableArray<NamedOrganization> Supporting)
{
    public static Responsibility None { get; } = new([], [], []);

    public bool IsEmpty => Officials.IsEmpty && Leads.IsEmpty && Supporting.IsEmpty;

    /// <summary>Both together; what is named twice counts once, and a lead stays a lead.</summary>
    public Responsibility With(Responsibility other)
    {
        var leads = Distinct(Leads.Concat(other.Leads));
        return new Responsibility(
            [.. Officials.Concat(other.Officials).DistinctBy(o => o.Name, StringComparer.Ordinal)],
            leads,
            Distinct(Supporting.Concat(other.Supporting).Where(s => !leads.Any(l => l.Name == s.Name))));
    }

    private static ImmutableArray<NamedOrganization> Distinct(IEnumerable<NamedOrganization> names) => [.. names.DistinctBy(n => n.Name, StringComparer.Ordinal)];
}

/// <summary>Reads responsibility texts: labels ("牵头单位：A；配合单位：B"), or sentences ("A牵头，B、C按职责分工负责").</summary>
internal sealed class ResponsibilityReader(ReadingRules rules, ICollection<ImportFinding> findings)
{
    private enum Role
    {
        LeadOfficial,
        Lead,
        Supporting,
        Responsible,
    }

    /// <summary>Whether a bracket's words give a responsibility.</summary>
    public bool IsResponsibility(string text) =>
        LabelsIn(text).Any() || (rules.LeadVerbs.Any(v => text.Contains(v, StringComparison.Ordinal)) && !text.Contains('。', StringComparison.Ordinal));

    /// <summary>Where the first label outside brackets begins, or -1.</summary>
    public int FirstLabelOutsideBrackets(string text)
    {
        var brackets = Brackets.Of(text);
        foreach (var (start, _, _) in LabelsIn(text))
        {
            if (!brackets.Any(b => b.Open < start && start < b.End))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>Reads a text that <see cref="IsResponsibility"/>; the brackets around it may still be there.</summary>
    public Responsibility Read(StitchedText text)
    {
        var labels = LabelsIn(text.Text).ToList();
        if (labels.Count == 0)
        {
            return ReadSentence(Unbracket(text));
        }

        var (officials, leads, supporting, responsible) = (
            new List<LeadOfficial>(), new List<NamedOrganization>(), new List<NamedOrganization>(), new List<NamedOrganization>());
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : text.Length;
            var content = TrimEnd(text.Slice(labels[i].ContentStart, end));
            switch (labels[i].Role)
            {
                case Role.LeadOfficial:
                    officials.AddRange(OrganizationList.Split(content).Select(p => OfficialNames.Read(p.Text, rules)));
                    break;
                case Role.Lead:
                    leads.AddRange(OrganizationList.Read(content, rules, findings));
                    break;
                case Role.Supporting:
                    supporting.AddRange(OrganizationList.Read(content, rules, findings));
                    break;
                default:
                    responsible.AddRange(OrganizationList.Read(content, rules, findings));
                    break;
            }
        }

        return Compose(officials, leads, supporting, responsible);
    }

    /// <summary>列第一位者为牵头单位: of a plain list the first leads, unless lead organizations are named apart.</summary>
    public static Responsibility Compose(
        IEnumerable<LeadOfficial> officials,
        IReadOnlyCollection<NamedOrganization> leads,
        IEnumerable<NamedOrganization> supporting,
        IReadOnlyCollection<NamedOrganization> responsible) =>
        new Responsibility([.. officials], [.. leads.Count > 0 ? leads : responsible.Take(1)], [.. leads.Count > 0 ? responsible : responsible.Skip(1)])
            .With(new Responsibility([], [], [.. supporting]));

    private Responsibility ReadSentence(StitchedText text)
    {
        var verb = rules.LeadVerbs.FirstOrDefault(v => text.Text.Contains(v, StringComparison.Ordinal));
        if (verb is null)
        {
            return Responsibility.None;
        }

        var at = text.Text.IndexOf(verb, StringComparison.Ordinal);
        var lead = text.Slice(text.Text.StartsWith('由') && at > 0 ? 1 : 0, at);
        var rest = text.Slice(Math.Min(at + verb.Length, text.Length), text.Length).Trim();
        foreach (var tail in rules.SupportTails.Where(t => rest.Text.EndsWith(t, StringComparison.Ordinal)))
        {
            rest = rest.Slice(0, Math.Max(0, rest.Length - tail.Length));
        }

        return Compose([], OrganizationList.Read(lead, rules, findings), OrganizationList.Read(rest, rules, findings), []);
    }

    /// <summary>Labels with their colon, in order; of overlapping words the longest.</summary>
    private IEnumerable<(int Start, int ContentStart, Role Role)> LabelsIn(string text)
    {
        for (var colon = text.AsSpan().IndexOfAny('：', ':'); colon >= 0;)
        {
            var before = text.AsSpan(0, colon).TrimEnd();
            if (LabelAtEndOf(before) is { } label)
            {
                yield return (before.Length - label.Length, colon + 1, label.Role);
            }

            var next = text.AsSpan(colon + 1).IndexOfAny('：', ':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }
    }

    private (int Length, Role Role)? LabelAtEndOf(ReadOnlySpan<char> text)
    {
        var (length, found) = (0, Role.Responsible);
        foreach (var (words, role) in (ReadOnlySpan<(ImmutableArray<string>, Role)>)
            [
                (rules.Labels.LeadOfficial, Role.LeadOfficial),
                (rules.Labels.LeadOrganizations, Role.Lead),
                (rules.Labels.SupportingOrganizations, Role.Supporting),
                (rules.Labels.ResponsibleOrganizations, Role.Responsible),
            ])
        {
            foreach (var word in words)
            {
                if (word.Length > length && text.EndsWith(word, StringComparison.Ordinal))
                {
                    (length, found) = (word.Length, role);
                }
            }
        }

        return length == 0 ? null : (length, found);
    }

    private static StitchedText Unbracket(StitchedText text)
    {
        var inner = text.Trim();
        return inner.Length >= 2 && inner.Text[0] is '（' or '(' ? inner.Slice(1, inner.Text[^1] is '）' or ')' ? inner.Length - 1 : inner.Length) : inner;
    }

    /// <summary>Without the delimiters before the next label, and without the closing bracket of a bracket opened before this content.</summary>
    private static StitchedText TrimEnd(StitchedText content)
    {
        var trimmed = content.Trim();
        while (trimmed.Length > 0 && (trimmed.Text[^1] is '；' or ';' or '。' or '（' or '(' || ClosesOutside(trimmed.Text) || EndsInComma(trimmed, content)))
        {
            trimmed = trimmed.Slice(0, trimmed.Length - 1).Trim();
        }

        return trimmed;
    }

    private static bool ClosesOutside(string text) =>
        text[^1] is '）' or ')' && text.AsSpan().Count('（') + text.AsSpan().Count('(') < text.AsSpan().Count('）') + text.AsSpan().Count(')');

    /// <summary>"牵头领导：甲，责任单位：乙": the comma in front of the next label; a 、 at the end of all is left to be reported.</summary>
    private static bool EndsInComma(StitchedText trimmed, StitchedText content) => content.Length > 0 && trimmed.Text[^1] is '，' or ',';
}
