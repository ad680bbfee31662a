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
        var source = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var (document, parsed) = NoticeParser.Parse(source);
        return new Reading(document, parsed).Read();
    }

    internal static IEnumerable<OrganizationMention> Mentions(IEnumerable<NamedOrganization> names) =>
        names.Select(n => new OrganizationMention(n.Name, n.Span));

    /// <summary>One reading: gathers while it goes through the lists.</summary>
    private sealed class Reading(NoticeDocument document, ImmutableArray<ImportFinding> parsed)
    {
        private readonly ReadingRules rules = ReadingRules.Default;
        private readonly List<ImportFinding> findings = [.. parsed];
        private readonly List<Area> areas = [];
        private readonly OrganizationRegistry registry = new();
        private readonly Dictionary<string, LeadOfficial> officials = new(StringComparer.Ordinal);
        private readonly HashSet<string> ids = new(StringComparer.Ordinal);

        public NoticeContent Read()
        {
            var standing = StandingSupport.Read(document.Letter, rules, findings);
            var drafts = document.Lists.Select(list => (list.List, Drafts: ReadList(list, standing))).ToList();
            foreach (var draft in drafts.SelectMany(d => d.Drafts))
            {
                registry.AddAll(draft.Responsibility.Leads.Concat(draft.Responsibility.Supporting));
                AddOfficials(draft.Responsibility.Officials);
            }

            var items = drafts.SelectMany(d => d.Drafts.Select((draft, index) => Build(d.List.Kind, draft, IndexInSection(d.Drafts, index)))).ToImmutableArray();
            findings.AddRange(ListComparison.Compare(items));
            var settled = SettleAreas();
            var (organizations, groups) = registry.Build(settled, rules, findings);
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

        private ImmutableArray<ItemDraft> ReadList(ListBlock block, ImmutableArray<NamedOrganization> standing)
        {
            var drafts = new ItemDraftReader(block.List.Kind, rules, findings).Read(block);
            var (rows, columns) = new AnnexTableReader(document.Notice.SourceText, rules, findings).Read(block.Tables);
            areas.AddRange(columns.Where(c => !areas.Any(a => a.Name == c.Name)));
            drafts = drafts.IsEmpty ? TableTasks.Of(rows, document.Notice.SourceText) : new RowLinker(rules, findings).Link(drafts, rows);
            return standing.IsEmpty
                ? drafts
                : [.. drafts.Select(d => d with { Responsibility = d.Responsibility.With(new Responsibility([], [], standing)) })];
        }

        private static int IndexInSection(ImmutableArray<ItemDraft> drafts, int index) =>
            drafts.Take(index + 1).Count(d => d.Section == drafts[index].Section);

        private WorkItem Build(WorkListKind kind, ItemDraft draft, int indexInSection)
        {
            var leads = Canonical(draft.Responsibility.Leads);
            var isJoint = draft.Responsibility.Officials.IsEmpty && leads is [var first, ..] && OrganizationGroups.IsGroupName(first.Name, rules);
            return new WorkItem
            {
                Id = IdOf(kind, draft.Section, IsNumbered(kind, draft) ? draft.Number : indexInSection),
                List = kind,
                Section = draft.Section,
                SectionTitle = draft.SectionTitle,
                Item = draft.Number,
                Text = draft.Text.Text,
                LeadOfficials = [.. draft.Responsibility.Officials.Select(o => officials[o.Name])],
                LeadOrganizations = leads,
                SupportingOrganizations = Canonical(draft.Responsibility.Supporting),
                IsJoint = isJoint,
                Targets = TargetReader.Read(draft.Text, rules),
                Rows = draft.Rows,
                Deadline = DeadlineReader.Read(draft.Text, document.Notice.Year),
                Span = draft.Text.Span,
            };
        }

        /// <summary>Clauses of prose have no number of their own: that of their annex row may be shared.</summary>
        private static bool IsNumbered(WorkListKind kind, ItemDraft draft) => draft.Number > 0 && kind != WorkListKind.ProvincialProjects;

        private ImmutableArray<OrganizationMention> Canonical(ImmutableArray<NamedOrganization> names) =>
            [.. Mentions(names).Select(m => m with { Name = registry.Canonical(m.Name) })];

        private string IdOf(WorkListKind kind, int section, int number)
        {
            var list = kind switch
            {
                WorkListKind.WorkReport => "workReport",
                WorkListKind.ProvincialProjects => "provincial",
                WorkListKind.CityProjects => "city",
                _ => "other",
            };
            var id = $"{document.Notice.Id}/{list}/{section}.{number}";

            // Numbering that starts again under one heading would make two tasks one.
            for (var again = 2; !ids.Add(id); again++)
            {
                id = $"{document.Notice.Id}/{list}/{section}.{number}-{again}";
            }

            return id;
        }

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

        /// <summary>A column that ends in 区 is a zone where a committee (管委会) governs it, and a district where a government does.</summary>
        private ImmutableArray<Area> SettleAreas() =>
            [.. areas.Select(a => a.Kind == AreaKind.District && registry.HasCommitteeOf(a.Name, rules) ? a with { Kind = AreaKind.FunctionalZone } : a)];
    }
}
