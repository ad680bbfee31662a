using System.Collections.Immutable;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>What saving a notice changed.</summary>
public enum SaveOutcome
{
    /// <summary>The notice was not there before.</summary>
    Added,

    /// <summary>An older text of the same notice was replaced.</summary>
    Replaced,

    /// <summary>The very same content was there already: nothing was written.</summary>
    Unchanged,
}

/// <summary>Keeps the notices. Safe for use by several threads at once.</summary>
public interface INoticeStore
{
    /// <summary>Saves a notice whole or not at all; on return it survives a crash.</summary>
    Task<SaveOutcome> SaveAsync(NoticeContent content, CancellationToken cancellationToken);

    /// <summary>All notices, the newest year first, then by document number; empty when there is none.</summary>
    Task<ImmutableArray<NoticeContent>> LoadAllAsync(CancellationToken cancellationToken);

    /// <summary>Takes a notice out. False when it was not there.</summary>
    Task<bool> RemoveAsync(string noticeId, CancellationToken cancellationToken);
}
