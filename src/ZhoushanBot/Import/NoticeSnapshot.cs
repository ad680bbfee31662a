using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Import;

/// <summary>All notices with the index over them, as of one moment. Immutable: whoever holds one reads without a lock.</summary>
/// <param name="Notices">The newest year first.</param>
/// <param name="Index">Over all of them.</param>
internal sealed record NoticeSnapshot(ImmutableArray<NoticeContent> Notices, WorkItemIndex Index)
{
    /// <summary>No notice at all.</summary>
    public static NoticeSnapshot Empty { get; } = Of([]);

    /// <summary>Number of tasks in all notices.</summary>
    public int TaskCount { get; } = Notices.Sum(n => n.WorkItems.Length);

    /// <summary>Builds the index.</summary>
    public static NoticeSnapshot Of(ImmutableArray<NoticeContent> notices) => new(notices, WorkItemIndex.Build(notices, NamePack.Shipped));
}
