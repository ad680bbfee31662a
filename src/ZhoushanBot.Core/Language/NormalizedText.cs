namespace ZhoushanBot.Core.Language;

/// <summary>
/// 规范化文本: what somebody typed, in the one form that names and words are looked up in, with a way back to what stood there.
/// Immutable; safe for use by several threads.
/// </summary>
/// <remarks>
/// Full width becomes half width, upper case lower, traditional characters simplified, accents and tone marks go. Dashes become <c>-</c>,
/// brackets <c>()</c> and <c>[]</c>; quotation and title marks go, an apostrophe inside a word stays. A blank stays, as one, only between two
/// ASCII letters or digits. <c>25,000</c> and <c>25 000</c> become <c>25000</c>, <c>11. 7 万</c> becomes <c>11.7万</c>. A comma that
/// stands between digits and groups nothing (a Chinese comma never does) becomes <c>、</c>, so a comma is never part of a number.
/// Control and invisible characters go.
/// </remarks>
public sealed class NormalizedText
{
    /// <summary>Code units of normalised text that are kept unless the caller says otherwise: a question is far shorter.</summary>
    public const int DefaultLimit = 2_000;

    private readonly int[] origins;

    internal NormalizedText(string source, string text, int[] origins, bool isCut)
    {
        this.origins = origins;
        Source = source;
        Text = text;
        IsCut = isCut;
    }

    /// <summary>What was typed, untouched.</summary>
    public string Source { get; }

    /// <summary>The normalised form; may be empty.</summary>
    public string Text { get; }

    /// <summary>True when the source was longer than the limit and its end is missing from <see cref="Text"/>.</summary>
    public bool IsCut { get; }

    /// <summary>Normalises a text. Takes time in proportion to the part that is kept; never throws on any text.</summary>
    /// <param name="source">Anything, lone surrogates included.</param>
    /// <param name="limit">Largest length of the result.</param>
    public static NormalizedText Of(string source, int limit = DefaultLimit)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return new TextNormalizer(source, limit).Run();
    }

    /// <summary>The normalised form alone, of any length: for names and words that questions are compared with.</summary>
    public static string Fold(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TextNormalizer(source, int.MaxValue).RunForText();
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in <see cref="Source"/>; everything that was dropped inside it is covered.</summary>
    /// <param name="span">Inside <see cref="Text"/>; an empty span gives an empty span.</param>
    public TextSpan SourceSpanOf(TextSpan span)
    {
        if (span.Length > 0)
        {
            return new TextSpan(origins[span.Start * 2], origins[((span.End - 1) * 2) + 1]);
        }

        var at = span.Start * 2 < origins.Length ? origins[span.Start * 2] : Source.Length;
        return new TextSpan(at, at);
    }

    /// <summary>What stood in <see cref="Source"/> for a stretch of <see cref="Text"/>.</summary>
    public ReadOnlySpan<char> SourceOf(TextSpan span)
    {
        var source = SourceSpanOf(span);
        return Source.AsSpan(source.Start, source.Length);
    }

    /// <summary>The normalised form.</summary>
    public override string ToString() => Text;
}
