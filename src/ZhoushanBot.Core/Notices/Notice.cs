using System.Collections.Immutable;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// 通知: one official notice that breaks a year's work down, with the text that every fact is cited from.
/// </summary>
public sealed record Notice
{
    /// <summary>Stable key made from the document number (or, where a text has none, from its hash); unique in a store.</summary>
    public required string Id { get; init; }

    /// <summary>文号, letter for letter as printed; empty when the text has none.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Title of the notice, page breaks removed; empty when none was found.</summary>
    public required string Title { get; init; }

    /// <summary>发文机关, the office that issued it; empty when none was found.</summary>
    public required string Issuer { get; init; }

    /// <summary>The year whose work the notice breaks down; 0 when the text names none.</summary>
    public required int Year { get; init; }

    /// <summary>成文日期, the date under the covering letter; null when none was found.</summary>
    public required DateOnly? IssuedOn { get; init; }

    /// <summary>印发日期, the date on which it was printed and sent; null when none was found.</summary>
    public required DateOnly? PrintedOn { get; init; }

    /// <summary>
    /// The whole text as decoded, line ends as LF and without byte order mark; every <see cref="SourceSpan"/> counts in it.
    /// </summary>
    public required string SourceText { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="SourceText"/> in UTF-8: equal hashes mean the same notice text.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The verbatim words of a span.</summary>
    public string Quote(SourceSpan span) => span.Of(SourceText);

    /// <summary>Line and column of an offset. Costs a scan of the text before it: not for a hot path.</summary>
    public SourcePlace PlaceOf(int offset)
    {
        var before = SourceText.AsSpan(0, offset);
        var lastBreak = before.LastIndexOf('\n');
        return new SourcePlace(before.Count('\n') + 1, offset - lastBreak);
    }
}

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>A repair or reading that follows from a rule; nobody needs to act.</summary>
    Info,

    /// <summary>Doubtful: somebody should compare it with the printed notice.</summary>
    Warning,

    /// <summary>Something could not be read, or figures contradict each other: somebody has to decide.</summary>
    Error,
}

/// <summary>Something that was repaired, inferred or doubtful while a notice was read.</summary>
/// <param name="Code">What kind of finding.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Span">Where in the notice.</param>
/// <param name="Arguments">What the message names, in the order that the code's documentation gives; never null, may be empty.</param>
public sealed record ImportFinding(FindingCode Code, FindingSeverity Severity, SourceSpan Span, ImmutableArray<string> Arguments);
