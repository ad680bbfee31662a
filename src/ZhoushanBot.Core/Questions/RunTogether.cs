using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>"定普岱三地", "台开鹤恩四个县市": counties called by their first characters in a run are read as their names.</summary>
internal static partial class RunTogether
{
    /// <summary>The question with the names of counties and districts in full; as it is where a character is no beginning of one, or of several.</summary>
    public static string InFull(string text, WorkItemIndex index) => Run().Replace(text, run =>
    {
        var (said, behind) = (run.Groups["run"].Value, run.Groups["behind"].Value);
        for (var from = 0; from + 1 < said.Length; from++)
        {
            var named = said[from..].Select(c => index.AreasOfKinds(AreaKind.County, AreaKind.District).Where(a => a[0] == c).ToList()).ToList();
            if (named.TrueForAll(n => n.Count == 1) && named.Select(n => n[0]).Distinct(StringComparer.Ordinal).Count() == named.Count)
            {
                return $"{said[..from]}{string.Join('、', named.Select(n => n[0]))}{behind}";
            }
        }

        return run.Value;
    });

    [GeneratedRegex("(?<run>\\p{IsCJKUnifiedIdeographs}{2,6}?)(?<behind>[两三四五六2-6]个?(?:县市区|县区|县市|市县|旗县|县|区|市|地|家))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();
}
