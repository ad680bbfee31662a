using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>A notice taken apart by its form alone; what the parts mean is for <c>WorkItems</c>.</summary>
internal sealed record NoticeDocument(Notice Notice, StitchedText Letter, ImmutableArray<ListBlock> Lists);

/// <summary>One list: its sections with their entries, and its tables.</summary>
internal sealed record ListBlock(WorkList List, ImmutableArray<SectionBlock> Sections, ImmutableArray<TableBlock> Tables);

/// <summary>One section. A list without headings has one section, number 0 and no title.</summary>
internal sealed record SectionBlock(int Number, StitchedText Title, ImmutableArray<EntryBlock> Entries);

/// <summary>A numbered item, or (number 0) a paragraph of prose, with the label lines that follow it.</summary>
internal sealed record EntryBlock(int Number, StitchedText Body, ImmutableArray<StitchedText> Labels);

/// <summary>Lines of tab-separated cells that follow one another. The first row is the header.</summary>
internal sealed record TableBlock(ImmutableArray<TableRow> Rows);

/// <summary>One line of a table.</summary>
internal sealed record TableRow(ImmutableArray<TableCell> Cells, SourceSpan Span);

/// <summary>One cell: what it says, and where, blanks around it left out.</summary>
internal readonly record struct TableCell(string Text, SourceSpan Span)
{
    public bool IsBlank => Text.Length == 0;
}
