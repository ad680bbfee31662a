using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>The text of a notice into all that it says. Pure; never throws on any text; the same text always gives the same content.</summary>
public static class NoticeReader
{
    /// <summary>Reads a notice.</summary>
    /// <param name="text">As decoded; any line ends.</param>
    /// <returns>
    /// What was read. A text without a single task gives an empty list of work items and the finding <see cref="FindingCode.NoTasks"/>.
    /// </returns>
    public static NoticeContent Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var (document, findings) = NoticeParser.Parse(source);
        return new Reading(document, findings).Read();
    }

    /// <summary>One reading: gathers while it goes through the lists.</summary>
    private sealed class Reading(NoticeDocument document, ImmutableArray<ImportFinding> parsed)
    {
        private readonly ReadingRules rules = ReadingRules.Default;
        private readonly List<ImportFinding> findings = [.. parsed];
        private readonly Dictionary<string, Area> areas = new(StringComparer.Ordinal);
        private readonly OrganizationRegistry registry = new(ReadingRules.Default, document.Notice.Issuer);
        private readonly Dictionary<string, LeadOfficial> officials = new(StringComparer.Ordinal);
        private readonly WorkItemIds ids = new(document.Notice.Id);

        private int Year => document.Notice.Year;

        public NoticeContent Read()
        {
            var standing = StandingRules.Read(document.Letter, Year, rules, findings);
            var lists = document.Lists.Select(block => (block.List.Kind, Drafts: ReadList(block, standing))).ToList();
            foreach (var responsibility in lists.SelectMany(l => l.Drafts).Select(d => d.Responsibility))
            {
                registry.AddAll(responsibility.Leads.Concat(responsibility.Supporting));
                AddOfficials(responsibility.Officials);
            }

            var items = lists.SelectMany(l => l.Drafts.Select(draft => Build(l.Kind, draft, standing))).ToImmutableArray();
            findings.AddRange(ListComparison.Compare(items, rules));
            var settled = registry.Settle(areas.Values);
            var (organizations, groups) = registry.Build(settled, findings);
            if (items.IsEmpty)
            {
                findings.Add(new ImportFinding(FindingCode.NoTasks, FindingSeverity.Error, new SourceSpan(0, 0), []));
            }

            return new NoticeContent(
                document.Notice,
                [.. document.Lists.Select(l => l.List)],
                items,
                organizations,
                groups,
                [.. officials.Values],
                settled,
                [.. findings.OrderBy(f => f.Span.Start).ThenBy(f => f.Code)]);
        }

        private ImmutableArray<ItemDraft> ReadList(ListBlock block, StandingRules standing)
        {
            var drafts = new ItemDraftReader(block.List.Kind, rules, findings).Read(block);
            var (rows, columns) = new AnnexTableReader(document.Notice.SourceText, rules, findings).Read(block.Tables);
            foreach (var column in columns)
            {
                areas.TryAdd(column.Name, column);
            }

            drafts = drafts.IsEmpty ? TableTasks.Of(rows, document.Notice.SourceText, Year) : new RowLinker(rules, findings).Link(drafts, rows);
            return standing.Supporting.IsEmpty
                ? drafts
                : [.. drafts.Select(d => d with { Responsibility = d.Responsibility.With(new Responsibility([], [], standing.Supporting)) })];
        }

        /// <summary>A figure that is left out of the targets must not be left out in silence.</summary>
        private void AddUnread(StitchedText text)
        {
            const int wordsAround = 10;
            foreach (var (start, end) in FigureScanner.Unread(text.Text, rules))
            {
                var around = text.Text[Math.Max(0, start - wordsAround)..Math.Min(text.Text.Length, end + wordsAround)].Trim();
                findings.Add(new ImportFinding(FindingCode.FigureNotRead, FindingSeverity.Warning, text.SpanOf(start, end), [around]));
            }
        }

        private WorkItem Build(WorkListKind list, ItemDraft draft, StandingRules standing)
        {
            AddUnread(draft.Text);
            var leads = Canonical(draft.Responsibility.Leads);
            var planned = MilestoneReader.Read(draft.Plan, Year) is { IsEmpty: false } plan ? plan : MilestoneReader.ReadNumbered(draft.Text, Year);
            var deadline = DeadlineOf(list, draft, planned, standing);
            return new WorkItem
            {
                Id = ids.Next(list, draft.Section, draft.Number),
                List = list,
                Section = draft.Section,
                SectionTitle = draft.SectionTitle,
                Item = draft.Number,
                Text = draft.Text.Text,
                LeadOfficials = [.. draft.Responsibility.Officials.Select(o => officials[o.Name])],
                LeadOrganizations = leads,
                SupportingOrganizations = Canonical(draft.Responsibility.Supporting),
                IsJoint = draft.Responsibility.Officials.IsEmpty && leads is [var first, ..] && OrganizationGroups.IsGroupName(first.Name, rules),
                Targets = TargetReader.Read(draft.Text, Year, rules),
                Rows = draft.Rows,
                Deadline = deadline,
                Milestones = planned.IsEmpty ? MilestoneReader.ReadParts(draft.Text, Year, deadline) : planned,
                Span = draft.Text.Span,
            };
        }

        /// <summary>A label's or plan's date, else the task's own words, else the covering letter, else the end of the year.</summary>
        private Deadline DeadlineOf(WorkListKind list, ItemDraft draft, ImmutableArray<Milestone> milestones, StandingRules standing)
        {
            if (!milestones.IsEmpty)
            {
                var last = milestones.MaxBy(m => m.On)!;
                return new Deadline(last.On, false, last.Span);
            }

            return DeadlineReader.ReadLabel(draft.Responsibility.Due, Year)
                ?? DeadlineReader.ReadLabel(draft.Plan, Year)
                ?? DeadlineReader.Read(draft.Text, Year, rules)
                ?? (list is WorkListKind.ProvincialProjects or WorkListKind.CityProjects ? standing.ProjectsDue : null)
                ?? DeadlineReader.EndOf(Year);
        }

        private ImmutableArray<OrganizationMention> Canonical(ImmutableArray<NamedOrganization> names) =>
            [.. names.Select(n => new OrganizationMention(registry.Canonical(n.Name), n.Span))];

        /// <summary>One official is named with and without post: the fullest form stands.</summary>
        private void AddOfficials(IEnumerable<LeadOfficial> named)
        {
            foreach (var official in named)
            {
                if (!officials.TryGetValue(official.Name, out var known) || known.Post.Length < official.Post.Length)
                {
                    officials[official.Name] = official;
                }
            }
        }
    }
}
