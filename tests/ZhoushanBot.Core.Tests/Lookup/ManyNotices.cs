using ZhoushanBot.Benchmarks.Synthetic;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Lookup;

/// <summary>A store of six invented cities with three years each, the newest year first, as a store gives them.</summary>
internal static class ManyNotices
{
    public const int Newest = 2026;
    private const int Cities = 6;
    private const int Years = 3;

    private static readonly Lazy<IReadOnlyList<NoticeContent>> LazyNotices = new(() =>
    [
        .. Enumerable.Range(0, Years).SelectMany(y => Enumerable.Range(0, Cities).Select(c => NoticeReader.Read(new SyntheticNotices(1).TextOf(c, Newest - y)))),
    ]);

    private static readonly Lazy<WorkItemIndex> LazyIndex = new(() => IndexOf(LazyNotices.Value));

    public static IReadOnlyList<NoticeContent> All => LazyNotices.Value;

    public static WorkItemIndex Index => LazyIndex.Value;

    public static string City(int city) => SyntheticNotices.CityAt(city);

    public static NoticeContent Of(int city, int year) => All.Single(n => n.Notice.Issuer.StartsWith(City(city), StringComparison.Ordinal) && n.Notice.Year == year);

    /// <summary>The notices of some cities only.</summary>
    public static WorkItemIndex OfCities(params int[] cities) =>
        IndexOf(All.Where(n => cities.Any(c => n.Notice.Issuer.StartsWith(City(c), StringComparison.Ordinal))));

    public static WorkItemIndex IndexOf(IEnumerable<NoticeContent> notices) => WorkItemIndex.Build(notices, new NameBook([]), Synonyms.BuiltIn());

    public static AssistantReply AskAlone(NoticeContent notice, string asked) =>
        Assistant.Reply(asked, ConversationContext.Empty, IndexOf([notice]), Stores.Now);
}
