using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Storage.FullText;

namespace ZhoushanBot.Import;

/// <summary>All notices with the index over them, as of one moment. Immutable: whoever holds one reads without a lock.</summary>
internal sealed class NoticeSnapshot
{
    // Listing tasks needs no index: it is built for the first question.
    private readonly Lazy<WorkItemIndex> index;
    private readonly NameFiles names;

    private NoticeSnapshot(ImmutableArray<NoticeContent> notices, NameFiles names, ITaskSearch search)
    {
        Notices = notices;
        this.names = names;
        index = new Lazy<WorkItemIndex>(() =>
        {
            var vocabulary = names.Current;
            return WorkItemIndex.Build(notices, vocabulary.Names, vocabulary.Synonyms);
        });
        Search = search;
        TaskCount = notices.Sum(content => content.WorkItems.Length);
    }

    /// <summary>No notice at all.</summary>
    public static NoticeSnapshot Empty { get; } = Of([], new NameFiles());

    /// <summary>The newest year first.</summary>
    public ImmutableArray<NoticeContent> Notices { get; }

    /// <summary>Over all notices; built when it is first wanted.</summary>
    /// <exception cref="UnreadableNamesException">A file of names that belongs to the program cannot be read.</exception>
    public WorkItemIndex Index => index.Value;

    /// <summary>Whether questions find the index ready.</summary>
    public bool IsIndexed => index.IsValueCreated;

    /// <summary>Full text over all notices.</summary>
    public ITaskSearch Search { get; }

    /// <summary>Number of tasks in all notices.</summary>
    public int TaskCount { get; }

    /// <summary>A snapshot of some notices.</summary>
    public static NoticeSnapshot Of(ImmutableArray<NoticeContent> notices, NameFiles names) => new(notices, names, new SearchOnDemand(notices));

    /// <summary>The same notices, to be asked about in other words.</summary>
    public NoticeSnapshot With(NameFiles names) => new(Notices, names, Search);

    /// <summary>The snapshot as if some tasks did not stand in the notices: nothing that is counted, listed or found in it can tell of them.</summary>
    /// <param name="isLeftOut">Which tasks.</param>
    public NoticeSnapshot Without(Func<WorkItem, bool> isLeftOut) => Of([.. Notices.Select(content => content.Without(isLeftOut))], names);

    /// <summary>Full text is the last resort: the index for it is built when it is first asked, so that no start waits for it.</summary>
    private sealed class SearchOnDemand(ImmutableArray<NoticeContent> notices) : ITaskSearch
    {
        private readonly Lazy<LuceneTaskSearch> search = new(() => LuceneTaskSearch.Build(notices));

        public ImmutableArray<SearchHit> Search(string text, int limit) => search.Value.Search(text, limit);
    }
}
