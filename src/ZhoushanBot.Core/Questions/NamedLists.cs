using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Which list the words for one mean in a notice of some rank.</summary>
internal sealed partial class NamedLists(string text, WorkItemIndex index)
{
    private static readonly FrozenDictionary<string, string[]> UpperListWords = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["市"] = ["市", "city", "municipal"],
        ["州"] = ["州", "prefect"],
        ["盟"] = ["盟", "league"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"the city's own charger project".</summary>
    private const int MostOfOwn = 4;

    private static readonly string[] ListAdjectives = ["own", "public-benefit", "public", "benefit", "livelihood"];

    /// <summary>The list that a question word means where it stands; the same cue where it means what it says.</summary>
    public Cue Meant(Cue cue, int at, int length) => IsUpperList(cue, at, length) ? Cue.ProvincialList
        : cue == Cue.LivelihoodList && OfCity().IsMatch(text[..at]) ? index.UpperRank == "市" ? Cue.ProvincialList : Cue.CityList
        : cue == Cue.LivelihoodList && OfProvince().IsMatch(text[..at]) ? Cue.ProvincialList
        : cue == Cue.WholeCity && IsListOfProjects(at + length) ? Cue.CityList
        : cue;

    /// <summary>"the city's eleven projects", "the city's own livelihood list": what stands between the city and its list says only more of it.</summary>
    private bool IsListOfProjects(int end)
    {
        var words = text[end..].Split([' ', '?', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var named = words.SkipWhile(w => CountWords.English.IndexOf(w) > 0 || w.All(char.IsAsciiDigit) || ListAdjectives.Contains(w, StringComparer.Ordinal)).FirstOrDefault() ?? string.Empty;
        return text[end - 1] == 's' && words.Length > 0 && ((words[0] == "own" && words.Take(MostOfOwn).Any(w => w.StartsWith("project", StringComparison.Ordinal) || w.StartsWith("programme", StringComparison.Ordinal))) || named.StartsWith("project", StringComparison.Ordinal) || (named is "list" or "programme" or "program" && named != words[0]));
    }

    /// <summary>市民生实事 in a county's notice: the list of the authority above, where there is one of that rank.</summary>
    private bool IsUpperList(Cue cue, int at, int length) => cue == Cue.CityList && UpperListWords.GetValueOrDefault(index.UpperRank) is { } names
        && Array.Exists(names, n => text.AsSpan(at, length).Contains(n, StringComparison.Ordinal));

    // 市里11个, 市级的, the municipal
    [GeneratedRegex("(?:市里|市级|市定|市里头)的?(?:那?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[个项件大]?)?$|\\b(?:municipal|city|city's)(?: own)? $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfCity();

    // 省里的30件, the provincial
    [GeneratedRegex("(?:省里|省级|省定|区里|自治区级)的?(?:那?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[个项件大]?)?$|\\bprovincial $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfProvince();
}
