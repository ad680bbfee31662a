using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Reads responsibility texts: labels ("牵头单位：A；配合单位：B"), or sentences ("A牵头，B、C按职责分工负责").</summary>
internal sealed class ResponsibilityReader(ReadingRules rules, ICollection<ImportFinding> findings)
{
    private readonly (ImmutableArray<string> Words, Role Role)[] labelWords =
    [
        (rules.Labels.LeadOfficial, Role.LeadOfficial),
        (rules.Labels.LeadOrganizations, Role.Lead),
        (rules.Labels.SupportingOrganizations, Role.Supporting),
        (rules.Labels.ResponsibleOrganizations, Role.Responsible),
        (rules.Labels.Deadline, Role.Deadline),
        (rules.Labels.Ignored, Role.Ignored),
    ];

    private enum Role
    {
        LeadOfficial,
        Lead,
        Supporting,
        Responsible,
        Deadline,
        Ignored,
    }

    /// <summary>Whether the words in a bracket give a responsibility.</summary>
    public bool IsResponsibility(StitchedText bracket) => LabelsIn(bracket.Text).Count > 0 || SentenceIn(bracket) is not null;

    /// <summary>Where the first label outside brackets begins, or -1.</summary>
    public int FirstLabelOutsideBrackets(string text)
    {
        var brackets = Brackets.Of(text);
        var next = 0;
        foreach (var label in LabelsIn(text))
        {
            while (next < brackets.Length && brackets[next].End <= label.Start)
            {
                next++;
            }

            if (next == brackets.Length || label.Start < brackets[next].Open)
            {
                return label.Start;
            }
        }

        return -1;
    }

    /// <summary>Reads a text that <see cref="IsResponsibility"/>, or a label line; the brackets around it may still be there.</summary>
    public Responsibility Read(StitchedText text)
    {
        var labels = LabelsIn(text.Text);
        if (labels.Count == 0)
        {
            return ReadSentence(text);
        }

        var officials = new List<LeadOfficial>();
        var organizations = Enum.GetValues<Role>().ToDictionary(r => r, _ => new List<NamedOrganization>());
        var due = StitchedText.Empty;
        for (var i = 0; i < labels.Count; i++)
        {
            var content = ContentOf(text, labels[i].ContentStart, i + 1 < labels.Count ? labels[i + 1].Start : text.Length);
            switch (labels[i].Role)
            {
                case Role.LeadOfficial:
                    officials.AddRange(OfficialNames.ReadList(content.Text, rules));
                    break;
                case Role.Deadline:
                    due = content;
                    break;
                case Role.Ignored:
                    break;
                default:
                    organizations[labels[i].Role].AddRange(OrganizationList.Read(content, rules, findings));
                    break;
            }
        }

        var responsibility = Responsibility.Compose(officials, organizations[Role.Lead], organizations[Role.Supporting], organizations[Role.Responsible]);
        return responsibility with { Due = due };
    }

    private Responsibility ReadSentence(StitchedText text)
    {
        if (SentenceIn(text) is not var (names, others))
        {
            return Responsibility.None;
        }

        var first = OrganizationList.Read(names, rules, findings);
        return others is null
            ? Responsibility.Compose([], [], [], first)
            : Responsibility.Compose([], first, PhrasesOf(others).SelectMany(p => OrganizationList.Read(p, rules, findings)), []);
    }

    /// <summary>
    /// "A牵头，B、C配合": the names before the verb, and what follows it; "A、B负责": the names, and nothing that follows. Null where the
    /// words before the verb are no names ("由龙头企业牵头组建联盟" is a way of working, not a responsibility).
    /// </summary>
    private (StitchedText Names, StitchedText? Others)? SentenceIn(StitchedText text)
    {
        var inner = Unbracket(text);
        if (inner.Text.Contains('。', StringComparison.Ordinal))
        {
            return null;
        }

        var start = inner.Text.StartsWith('由') ? 1 : 0;
        var verb = rules.LeadVerbs.FirstOrDefault(v => inner.Text.Contains(v, StringComparison.Ordinal));
        if (verb is not null)
        {
            var at = inner.Text.IndexOf(verb, StringComparison.Ordinal);
            var behind = at + verb.Length;
            var ends = behind == inner.Length || inner.Text[behind] is '，' or ',' or '；' or ';' or '、' or ' ';
            return at > start && ends && AreNames(inner.Slice(start, at)) ? (inner.Slice(start, at), inner.Slice(behind, inner.Length)) : null;
        }

        var tail = Wording.LongestAtEnd(inner.Text, rules.SupportTails.Concat(rules.SoleVerbs));
        var end = inner.Length - tail;
        return tail > 0 && end > start && Wording.EndsWithAny(inner.Text, rules.SoleVerbs) && AreNames(inner.Slice(start, end))
            ? (inner.Slice(start, end), null)
            : null;
    }

    private bool AreNames(StitchedText text) => OrganizationList.Split(text, rules).All(part =>
    {
        var name = Wording.Compact(part.Text);
        name = name[..^Wording.LongestAtEnd(name, rules.OrganizationTails)];
        return Wording.LongestAtEnd(name.TrimEnd('）', ')'), rules.OrganizationEndings) > 0 || OrganizationGroups.IsGroupName(name, rules);
    });

    /// <summary>"市经信局配合，各县（区）政府按职责分工负责": each phrase without what it does.</summary>
    private IEnumerable<StitchedText> PhrasesOf(StitchedText rest)
    {
        foreach (var phrase in OrganizationList.Split(rest, rules))
        {
            var tail = Wording.LongestAtEnd(phrase.Text, rules.SupportTails);
            if (phrase.Length > tail)
            {
                yield return phrase.Slice(0, phrase.Length - tail);
            }
        }
    }

    /// <summary>Labels in their order: with a colon, in brackets of their own ("【责任单位】"), or at the very beginning with a blank.</summary>
    private List<Label> LabelsIn(string text)
    {
        var labels = new List<Label>();
        var opening = text.AsSpan().IndexOfAnyExcept("（(【[〔");
        if (opening >= 0 && LabelAt(text.AsSpan(opening), atEnd: false) is { } first
            && text.AsSpan(opening + first.Length) is [' ' or '　', ..] rest && rest.TrimStart() is [not (':' or '：' or '】' or ']' or '〕'), ..])
        {
            labels.Add(new Label(opening, opening + first.Length, first.Role));
        }

        for (var at = text.AsSpan().IndexOfAny("：:】]〕"); at >= 0;)
        {
            var before = text.AsSpan(0, at).TrimEnd();
            if (LabelAt(before, atEnd: true) is { } label && (text[at] is '：' or ':' || (before.Length > label.Length && before[^(label.Length + 1)] is '【' or '[' or '〔')))
            {
                labels.Add(new Label(before.Length - label.Length, at + 1, label.Role));
            }

            var next = text.AsSpan(at + 1).IndexOfAny("：:】]〕");
            at = next < 0 ? -1 : at + 1 + next;
        }

        return labels;
    }

    /// <summary>Of overlapping words the longest: 牵头责任单位 holds 责任单位.</summary>
    private (int Length, Role Role)? LabelAt(ReadOnlySpan<char> text, bool atEnd)
    {
        var (length, found) = (0, Role.Responsible);
        foreach (var (words, role) in labelWords)
        {
            var own = atEnd ? Wording.LongestAtEnd(text, words) : Wording.LongestAtStart(text, words);
            (length, found) = own > length ? (own, role) : (length, found);
        }

        return length == 0 ? null : (length, found);
    }

    private static StitchedText Unbracket(StitchedText text)
    {
        var inner = text.Trim();
        return inner.Length >= 2 && inner.Text[0] is '（' or '(' ? inner.Slice(1, inner.Text[^1] is '）' or ')' ? inner.Length - 1 : inner.Length) : inner;
    }

    /// <summary>
    /// Without the delimiters before the next label, and without the closing bracket of a bracket opened before this content. A 、 at the
    /// end stays, to be reported.
    /// </summary>
    private static StitchedText ContentOf(StitchedText text, int start, int end)
    {
        end = Math.Max(start, end);
        while (start < end && (char.IsWhiteSpace(text.Text[start]) || text.Text[start] is '：' or ':'))
        {
            start++;
        }

        var content = text.Text.AsSpan(start, end - start);
        var surplus = content.Count('）') + content.Count(')') - content.Count('（') - content.Count('(');
        while (end > start)
        {
            var c = text.Text[end - 1];
            var closesOutside = c is '）' or ')' && surplus > 0;
            if (!closesOutside && !char.IsWhiteSpace(c) && c is not ('；' or ';' or '。' or '，' or ',' or '（' or '(' or '【' or '[' or '〔'))
            {
                break;
            }

            surplus += closesOutside ? -1 : c is '（' or '(' ? 1 : 0;
            end--;
        }

        return text.Slice(start, end);
    }

    private readonly record struct Label(int Start, int ContentStart, Role Role);
}
