namespace ZhoushanBot.Core.Notices;

/// <summary>
/// A stretch of a notice's text, in UTF-16 code units of <see cref="Notice.SourceText"/>, half-open.
/// </summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset behind the last code unit; never below <paramref name="Start"/>.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>Number of code units covered; 0 marks a place between two characters.</summary>
    public int Length => End - Start;

    /// <summary>The text covered, letter for letter, line ends of a page break included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }
}

/// <summary>A place as people name it.</summary>
/// <param name="Line">Line, the first is 1.</param>
/// <param name="Column">Column in UTF-16 code units, the first is 1.</param>
public readonly record struct SourcePlace(int Line, int Column);
