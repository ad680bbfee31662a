using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Notices;

/// <summary>What a notice says of itself around its lists, in its own words; each empty where it does not.</summary>
/// <param name="Addressees">主送: to whom it goes.</param>
/// <param name="CopiedTo">抄送: who gets a copy.</param>
/// <param name="Disclosure">Whether it may be published, such as 此件公开发布.</param>
public sealed partial record CoveringLetter(string Addressees, string CopiedTo, string Disclosure)
{
    /// <summary>What the letter itself says between the addressees and the signature, such as what is to be sent in by when; empty where it has no addressees.</summary>
    public string Body { get; init; } = string.Empty;

    private const int LinesOfTheHead = 40;
    private const int LinesOfTheBody = 6;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Reads it out of the notice's text.</summary>
    public static CoveringLetter Of(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new CoveringLetter(
            AddresseesIn(notice.SourceText),
            CopiedPattern().Match(notice.SourceText) is { Success: true } copied ? Wording.Compact(copied.Groups["to"].Value) : string.Empty,
            DisclosurePattern().Match(notice.SourceText) is { Success: true } disclosed ? Wording.Compact(disclosed.Groups["words"].Value) : string.Empty)
        {
            Body = string.Concat(LinesOf(notice.SourceText).SkipWhile(l => !IsAddressed(l)).Skip(1).TakeWhile(l => l[^1] is '。' or '；' or '：').Take(LinesOfTheBody)),
        };
    }

    /// <summary>The line before the letter that ends with a colon and names somebody.</summary>
    private static string AddresseesIn(string text)
    {
        foreach (var line in LinesOf(text).Take(LinesOfTheHead))
        {
            if (IsAddressed(line))
            {
                return line[..^1].Replace("主送：", string.Empty, StringComparison.Ordinal);
            }
        }

        return string.Empty;
    }

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Select(Wording.Compact).Where(l => l.Length > 0);

    private static bool IsAddressed(string line) => line[^1] is '：' or ':' && AddressedPattern().IsMatch(line);

    [GeneratedRegex(@"抄送\s*[：:](?<to>[^。]{2,400})", Options)]
    private static partial Regex CopiedPattern();

    [GeneratedRegex(@"[（(]\s*(?<words>此件[^）)]{2,40})[）)]", Options)]
    private static partial Regex DisclosurePattern();

    [GeneratedRegex("政府|管委会|单位|部门|委员会", Options)]
    private static partial Regex AddressedPattern();
}
