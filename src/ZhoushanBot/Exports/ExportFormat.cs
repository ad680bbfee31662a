using System.Collections.Immutable;

namespace ZhoushanBot.Exports;

/// <summary>As what a table leaves the house. A closed set.</summary>
/// <param name="Name">Ending of the file, and the word for it.</param>
/// <param name="ContentType">MIME type.</param>
internal sealed record ExportFormat(string Name, string ContentType)
{
    /// <summary>The official table for Word.</summary>
    public static readonly ExportFormat Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /// <summary>The official table, the annexes and every figure for Excel.</summary>
    public static readonly ExportFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>Every figure.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv; charset=utf-8");

    /// <summary>Every figure, for programs.</summary>
    public static readonly ExportFormat Json = new("json", "application/json; charset=utf-8");

    /// <summary>All of them.</summary>
    public static ImmutableArray<ExportFormat> All { get; } = [Docx, Xlsx, Csv, Json];

    /// <summary>By its ending, without the dot; null for another one.</summary>
    public static ExportFormat? Named(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
