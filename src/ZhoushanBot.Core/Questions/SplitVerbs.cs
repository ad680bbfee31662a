using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.Questions;

/// <summary>"供多少地", "招多少商": the question stands inside a word of the notice's, which is put together again.</summary>
internal static partial class SplitVerbs
{
    /// <summary>The question with such words whole; as it is where the store has no such word, or the character behind counts.</summary>
    public static string Joined(string text, WorkItemIndex index) => Asked().Replace(text, split =>
    {
        var (verb, noun) = (split.Groups["verb"].Value, split.Groups["noun"].Value);
        return index.Subjects.ContainsText(NormalizedText.Fold(verb + noun)) && !ReadingRules.Default.MeasureUnits.Contains(noun, StringComparer.Ordinal) && !index.MeasureUnits.Contains(noun)
            ? $"{verb}{noun}多少{split.Groups["unit"].Value}" : split.Value;
    });

    [GeneratedRegex("(?<verb>\\p{IsCJKUnifiedIdeographs})(?:了|个)?多少(?<unit>[亩吨米户家个条座]?)(?<noun>\\p{IsCJKUnifiedIdeographs})(?=[?？!！。,， ]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();
}
