using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>"最少的是哪项…算了，就问嵊泗AED几台", "with the fire... sorry, with the environment bureau": what the asker takes back is no part of what is asked.</summary>
internal static partial class SecondThoughts
{
    private const int FewestWords = 4;

    /// <summary>The question without what was taken back; as it is where nothing was.</summary>
    public static string Without(string question)
    {
        if (Chinese().Match(question) is { Success: true } chinese)
        {
            return chinese.Groups["after"].Value;
        }

        if (English().Match(question) is not { Success: true } match)
        {
            return question;
        }

        // What is said instead begins with the word that the slip began with; else all of it is said anew.
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var first = after.Split(' ', 2)[0];
        var slip = before.LastIndexOf($" {first} ", StringComparison.OrdinalIgnoreCase);
        return slip > 0 ? $"{before[..slip]} {after}"
            : after.Split(' ').Length >= FewestWords && Asks().IsMatch(after) ? after
            : before.LastIndexOf(' ') is > 0 and var last ? $"{before[..last]} {after}"
            : question;
    }

    [GeneratedRegex("^(?:how|what|which|who|whose|when|where|is|are|does|do|did|has|have|list|show|tell|give|compare)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asks();

    // …算了，就问嵊泗AED几台
    [GeneratedRegex("^.{2,}?[,，。…?？.—\\s]\\s*(?:算了|说错了|打错了|问错了|哦不是?|噢不是?)[,，。…!！\\s]+(?:就问|我问|我是问|我想问|应该是|改问|只问|我是说|直接问)?(?<after>.{4,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Chinese();

    // … with the fire... sorry, with the environment bureau in the lead
    [GeneratedRegex("^(?<before>\\S+ .+?)\\s*(?:\\.\\.+|…|,|;|-|—)\\s*(?:oh )?(?:no,? )?(?:sorry|scratch that|no wait|correction|i meant?)[,:]?\\s+(?:i meant? )?(?<after>[a-z].+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex English();
}
