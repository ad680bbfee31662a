// Stands in for the question engine until it is merged; then this file goes, and nothing else changes.
#pragma warning disable CS1591, MA0048, IDE0130
using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup
{
    public sealed class NamePack
    {
        public static ImmutableArray<NamePack> Shipped => [];
    }

    public sealed class WorkItemIndex
    {
        private WorkItemIndex(ImmutableArray<NoticeContent> notices) => Notices = notices;

        public static WorkItemIndex Empty { get; } = new([]);

        public ImmutableArray<NoticeContent> Notices { get; }

        public static WorkItemIndex Build(IEnumerable<NoticeContent> notices, IEnumerable<NamePack> names)
        {
            ArgumentNullException.ThrowIfNull(names);
            return new([.. notices]);
        }
    }
}

namespace ZhoushanBot.Core.Answers
{
    public sealed record ConversationContext
    {
        public static ConversationContext Empty { get; } = new();

        public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

        public string Subject { get; init; } = "";
    }

    public sealed record Explanation(string Text)
    {
        public override string ToString() => Text;
    }

    public sealed record AssistantReply(
        string Text, ReplyLanguage Language, ImmutableArray<string> Suggestions, ConversationContext Context, Explanation Explanation, bool IsAnswer);

    public sealed class Assistant
    {
        public AssistantReply Reply(string text, ConversationContext context, WorkItemIndex index, DateTimeOffset now)
        {
            var language = text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? ReplyLanguage.Chinese : ReplyLanguage.English;
            foreach (var content in index.Notices)
            {
                var organization = content.Organizations.FirstOrDefault(o => text.Contains(o.Name, StringComparison.Ordinal))?.Name
                    ?? (text.Contains('那', StringComparison.Ordinal) ? context.Subject : "");
                var items = content.WorkItems.Where(i => i.LeadOrganizations.Any(l => l.Name == organization)).ToList();
                if (organization.Length > 0 && items.Count > 0)
                {
                    var lines = items.Select((item, i) => $"{i + 1}. {item.Text} ({item.SectionTitle} {item.Section}.{item.Item})");
                    var head = language == ReplyLanguage.Chinese ? $"{organization}牵头 {items.Count} 项任务：" : $"{organization} leads {items.Count} tasks:";
                    return new(
                        $"{head}\n{string.Join('\n', lines)}\n{content.Notice.DocumentNumber}", language, [$"{organization}牵头哪些任务"],
                        context with { Subject = organization }, new($"organization {organization} at {now:O}"), IsAnswer: true);
                }
            }

            return new(language == ReplyLanguage.Chinese ? "没有找到。" : "Not found.", language, ["市水利局牵头哪些任务"], context, new("nothing"), IsAnswer: false);
        }
    }
}

namespace ZhoushanBot.Core.Notices
{
    public sealed class FindingText
    {
        public static FindingText In(ReplyLanguage language) => new();

        public string Describe(ImportFinding finding) => $"{finding.Code} {string.Join(", ", finding.Arguments)}";
    }
}
