using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>A table line with its merged cells filled in.</summary>
internal sealed record FilledRow
{
    /// <summary>Counts the numbers of all tables of the list: lines of one number share it, though another table starts at 1 again.</summary>
    public required int Group { get; init; }

    public required int Number { get; init; }

    public required int Line { get; init; }

    public required string Category { get; init; }

    public required string Subject { get; init; }

    public required ImmutableArray<SourceSpan> SubjectSpans { get; init; }

    public required ImmutableArray<SourceSpan> PlanSpans { get; init; }

    public required FigureRow Figures { get; init; }

    public required Responsibility Responsibility { get; init; }

    /// <summary>The row says nothing of its own and took the responsibility of the row above.</summary>
    public required bool IsResponsibilityCarried { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>The row as the notice's content keeps it, with the organizations that were found right for it.</summary>
    public AnnexRow With(Responsibility responsibility) =>
        new(Number, Line, Category, Subject, Figures.City, Figures.Areas, responsibility.Mentions, Span);
}
