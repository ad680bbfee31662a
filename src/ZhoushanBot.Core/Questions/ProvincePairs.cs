using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>"Guangdong-Guangxi cooperation", 广东广西合作: two provinces that the notice calls by their abbreviations, 粤桂. Data: <c>Data/provinces.txt</c>.</summary>
internal static class ProvincePairs
{
    private static readonly Lazy<(Regex Pair, ILookup<string, string> Abbreviations)> Loaded = new(Load);

    /// <summary>The question with such a pair in the notice's words; as it is where the notice has no such pair.</summary>
    public static string Abbreviated(string text, WorkItemIndex index) => Loaded.Value.Pair.Replace(text, pair =>
    {
        var (first, second) = (AbbreviationsOf(pair.Groups["first"].Value), AbbreviationsOf(pair.Groups["second"].Value));
        return first.SelectMany(a => second.SelectMany(b => new[] { a + b, b + a })).FirstOrDefault(p => index.Subjects.ContainsText(p)) ?? pair.Value;
    });

    private static IEnumerable<string> AbbreviationsOf(string province) => Loaded.Value.Abbreviations[NormalizedText.Fold(province)];

    private static (Regex Pair, ILookup<string, string> Abbreviations) Load()
    {
        var all = EmbeddedText.Lines("provinces.txt").Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(l => l.Skip(1).Select(name => (Name: NormalizedText.Fold(name.Replace('_', ' ')), Abbreviation: l[0]))).ToList();
        var names = string.Join('|', all.Select(a => Regex.Escape(a.Name)).Distinct(StringComparer.Ordinal));
        return (new Regex($"(?<![a-z])(?<first>{names})(?:[-–—/]| and |和|与|、)?(?<second>{names})(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)),
            all.ToLookup(a => a.Name, a => a.Abbreviation, StringComparer.Ordinal));
    }
}
