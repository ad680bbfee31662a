using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>"…配合哪些任务？不要牵头的", "除了自己牵头的，还配合什么": the role that is left out says no more than the one that is asked for.</summary>
internal static partial class RoleExclusion
{
    private static readonly string[] Roles = ["牵头", "配合", "参与", "lead", "support"];

    /// <summary>The question without the role that it leaves out; as it is where it names no other role.</summary>
    public static string Without(string text) => WithoutRole(Denied().Replace(text, " "));

    private static string WithoutRole(string text) => LeftOut().Match(text) is { Success: true } match && text.Remove(match.Index, match.Length) is var rest
        && Array.Exists(Roles, r => r != match.Groups["role"].Value && rest.Contains(r, StringComparison.Ordinal)) && !rest.Contains(match.Groups["role"].Value, StringComparison.Ordinal)
        ? rest : text;

    // city (not provincial) projects, 充电桩总数（不是农村那行）: what is not meant narrows nothing
    [GeneratedRegex("\\s*[（(](?:不是|不要|不含|而不是|并非|and not|not|but not)(?: the| only)?(?!.*(?:牵头|配合))[^）)]{2,24}[）)]\\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Denied();

    // （不要配合的）, 除了自己牵头的，还
    [GeneratedRegex("[（(，,。；;？?]?\\s*(?:不要|不含|不算|不包括|不包含|不看|不用列|不列|别列|去掉|除了|除开|除去|除|排除)(?:掉|它|他们|自己|我们|本单位)*(?<role>牵头|配合|参与|lead|support)(?:的|任务|那些|部分|以外|之外|外)*[）)]?[，,]?(?:还|也|另外)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeftOut();
}
