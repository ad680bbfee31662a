namespace ZhoushanBot.Core.Language;

/// <summary>What somebody typed, for all who look whether it is theirs: what each of them would make of it is made once.</summary>
/// <param name="source">As typed, mentions taken off.</param>
public sealed class TypedText(string source)
{
    /// <summary>As typed.</summary>
    public string Source => source;

    /// <summary>See <see cref="NormalizedText.Fold"/>.</summary>
    public string Folded => field ??= NormalizedText.Fold(source);
}
