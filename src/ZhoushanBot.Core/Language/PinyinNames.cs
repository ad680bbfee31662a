using System.Globalization;

namespace ZhoushanBot.Core.Language;

/// <summary>Chinese proper names in Latin letters.</summary>
internal static class PinyinNames
{
    /// <summary>岱山 is Daishan, 西安 is Xi'an; empty when a character has no reading.</summary>
    public static string Capitalized(string name)
    {
        var syllables = Pinyin.SyllablesOf(name);
        if (syllables.IsEmpty || syllables.Length != name.Length)
        {
            return "";
        }

        var letters = syllables[0];
        foreach (var syllable in syllables.AsSpan()[1..])
        {
            letters += syllable[0] is 'a' or 'e' or 'o' ? "'" + syllable : syllable;
        }

        return char.ToUpper(letters[0], CultureInfo.InvariantCulture) + letters[1..];
    }
}
