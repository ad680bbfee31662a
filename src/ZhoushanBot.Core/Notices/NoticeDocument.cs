using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>A notice taken apart by its form alone; what the parts mean is for <c>WorkItems</c>.</summary>
internal sealed record NoticeDocument(Notice Notice, StitchedText Letter, ImmutableArray<ListBlock> Lists);

/// <summary>One list: its sections with their entries, and its tables.</summary>
internal sealed record ListBlock(WorkList List, ImmutableArray<SectionBlock> Sections, ImmutableArray<TableBlock> Tables);

/// <summary>One section, with the label lines right below its heading. A list without headings has one section, number 0 and no title.</summary>
internal sealed record SectionBlock(int Number, StitchedText Title, ImmutableArray<StitchedText> Labels, ImmutableArray<EntryBlock> Entries);

/// <summary>A numbered item, or (number 0) a paragraph of prose, with the label lines that follow it.</summary>
internal sealed record EntryBlock(int Number, StitchedText Body, ImmutableArray<StitchedText> Labels);

/// <summary>Lines of tab-separated cells that follow one another. The first row is the header.</summary>
internal sealed record TableBlock(ImmutableArray<TableRow> Rows);

/// <summary>One row of a table: a line, or several where line ends stand inside a cell.</summary>
internal sealed record TableRow(ImmutableArray<TableCell> Cells, SourceSpan Span);

/// <summary>One cell: what it says, blanks around it left out, and where.</summary>
internal readonly record struct TableCell(string Text, SourceSpan Span)
{
    /// <summary>As printed, where <see cref="Text"/> is the reading of a formula.</summary>
    public string Printed { get; init; } = Text;

    public bool IsBlank => Text.Length == 0;
}
