using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>"section VII number 15", "VII.2": the number of a section in Roman numerals is read in digits.</summary>
internal static partial class RomanNumerals
{
    private static readonly string[] Numerals = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    /// <summary>The question with such numbers in digits.</summary>
    public static string InDigits(string text) => Section().Replace(text, section =>
    {
        var value = Array.FindIndex(Numerals, n => n.Equals(section.Groups["number"].Value, StringComparison.OrdinalIgnoreCase));
        var item = section.Groups["item"].Value;
        return value < 1 ? section.Value : string.Create(CultureInfo.InvariantCulture, $"section {value}{(item.Length > 0 ? $" item {item}" : string.Empty)}");
    });

    // section VII, part iv, VII.2; a single I is the one who asks
    [GeneratedRegex("\\b(?:[Ss]ection|[Ss]ec\\.?|[Pp]art|[Cc]hapter) +(?<number>[IVX]{2,5}|[VX]|[ivx]{2,5})\\b(?:[.-](?<item>[0-9]{1,2})\\b)?|(?<![A-Za-z])(?<number>[IVX]{1,5})[.-](?<item>[0-9]{1,2})\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Section();
}
