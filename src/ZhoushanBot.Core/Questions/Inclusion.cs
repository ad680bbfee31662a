using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>Words that take something in besides the rest, where without them it would be all that is meant.</summary>
internal static partial class Inclusion
{
    /// <summary>True where such a word stands in front of the wording or behind it.</summary>
    /// <param name="text">The normalised question.</param>
    /// <param name="wording">What is taken in.</param>
    public static bool IsBeside(string text, TextSpan wording) => Before().IsMatch(text[..wording.Start]) || Behind().IsMatch(text[wording.End..]);

    // 含民生实事, 包括省市民生实事, 连民生实事, including the provincial projects
    [GeneratedRegex(@"(?:工作和|工作及|任务和|任务及|含|包括|包含|包括了|连|连同|连带|算上|加上|计入|计上|\b(?:including|incl\.?|counting|also counting|includes|plus))(?:了|上|着|省、?市?|市|的| ?the| ?all| ?both)*\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Before();

    // 民生实事也算, 民生实事在内, public-benefit projects included
    [GeneratedRegex(@"^(?:的|项目|的项目|(?:那|这)?(?:几|两|些|[0-9]+)?(?:个|项|件|条)?)?(?:都|也|全|要)*(?:一起|一块|一并)?(?:算|在内|计入|包括在内|加进)|^(?:实事|项目|的)*也(?:要|得|列|加|给|一起|一并)|^(?:部分|那部分|的部分)?(?:亦|也|都)?请?(?:一并|一起|同时|都)(?:列出|列上|列明|列入|列示|提供|告知|说明)|^(?:的)?(?:都|全|全部)要|^ (?:included|too|as well)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behind();
}
