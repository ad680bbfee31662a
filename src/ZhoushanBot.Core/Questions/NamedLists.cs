using System.Collections.Frozen;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Which list the words for one mean in a notice of some rank.</summary>
internal sealed class NamedLists(string text, WorkItemIndex index)
{
    private static readonly FrozenDictionary<string, string[]> UpperListWords = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["市"] = ["市", "city", "municipal"],
        ["州"] = ["州", "prefect"],
        ["盟"] = ["盟", "league"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] ListAdjectives = ["own", "public-benefit", "public", "benefit", "livelihood"];

    /// <summary>The list that a question word means where it stands; the same cue where it means what it says.</summary>
    public Cue Meant(Cue cue, int at, int length) => IsUpperList(cue, at, length) ? Cue.ProvincialList
        : cue == Cue.WholeCity && IsListOfProjects(at + length) ? Cue.CityList
        : cue;

    /// <summary>"the city's eleven projects", "the city's own livelihood list": what stands between the city and its list says only more of it.</summary>
    private bool IsListOfProjects(int end)
    {
        var words = text[end..].Split([' ', '?', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var named = words.SkipWhile(w => CountWords.English.IndexOf(w) > 0 || w.All(char.IsAsciiDigit) || ListAdjectives.Contains(w, StringComparer.Ordinal)).FirstOrDefault() ?? string.Empty;
        return text[end - 1] == 's' && words.Length > 0 && (named.StartsWith("project", StringComparison.Ordinal) || (named is "list" or "programme" or "program" && named != words[0]));
    }

    /// <summary>市民生实事 in a county's notice: the list of the authority above, where there is one of that rank.</summary>
    private bool IsUpperList(Cue cue, int at, int length) => cue == Cue.CityList && UpperListWords.GetValueOrDefault(index.UpperRank) is { } names
        && Array.Exists(names, n => text.AsSpan(at, length).Contains(n, StringComparison.Ordinal));
}
