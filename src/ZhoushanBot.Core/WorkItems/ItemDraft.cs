using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A task while it is put together: where it stands, its words and who carries it.</summary>
internal sealed record ItemDraft(int Section, string SectionTitle, int Number, StitchedText Text, Responsibility Responsibility)
{
    public ImmutableArray<AnnexRow> Rows { get; init; } = [];

    /// <summary>The plan of a table's row; empty elsewhere.</summary>
    public StitchedText Plan { get; init; } = StitchedText.Empty;
}
