using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Notices;

/// <summary>Number, title, issuer, dates and year of a notice.</summary>
internal static partial class FrontMatter
{
    private const int LongestTitleLines = 3;

    public static Notice Read(string source, ImmutableArray<SourceLine> lines, IEnumerable<string> listTitles)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        var number = DocumentNumberPattern().Match(source) is { Success: true } match ? Markers.Compact(match.Value) : string.Empty;
        var title = TitleOf(lines);
        var (issuer, issuedOn) = SignatureOf(lines);
        var printed = PrintedPattern().Match(source);
        return new Notice
        {
            Id = number.Length > 0 ? IdOf(number) : hash[..12],
            DocumentNumber = number,
            Title = title,
            Issuer = issuer,
            Year = YearOf([.. listTitles, title], number, issuedOn),
            IssuedOn = issuedOn,
            PrintedOn = printed.Success ? DateOf(printed) : null,
            SourceText = source,
            ContentHash = hash,
        };
    }

    /// <summary>文号 such as 某政办发〔2024〕13号; scans set the brackets in many ways.</summary>
    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,12}\s*[〔\[［（(【]\s*(?<y>[0-9]{4})\s*[〕\]］）)】]\s*第?\s*[0-9]{1,4}\s*号", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DocumentNumberPattern();

    /// <summary>A date alone in its line: 2024年3月6日.</summary>
    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})\s*年\s*(?<m>[0-9]{1,2})\s*月\s*(?<d>[0-9]{1,2})\s*日\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateLinePattern();

    /// <summary>2024年3月8日印发.</summary>
    [GeneratedRegex(@"(?<y>[0-9]{4})\s*年\s*(?<m>[0-9]{1,2})\s*月\s*(?<d>[0-9]{1,2})\s*日\s*印发", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PrintedPattern();

    /// <summary>2024年, 2024 年.</summary>
    [GeneratedRegex(@"(?<y>[12][0-9]{3})\s*年", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex YearPattern();

    private static string IdOf(string documentNumber)
    {
        var id = new StringBuilder(documentNumber.Length);
        foreach (var c in documentNumber)
        {
            id.Append(c switch { '〔' or '[' or '［' or '（' or '(' or '【' or '〕' or ']' or '］' or '）' or ')' or '】' => '-', _ => c });
        }

        return id.ToString();
    }

    private static string TitleOf(ImmutableArray<SourceLine> lines)
    {
        var about = lines.FirstOrDefault(l => l.Text.Contains("关于", StringComparison.Ordinal) && !l.Text.Contains('。', StringComparison.Ordinal));
        if (about.Source is null)
        {
            return string.Empty;
        }

        var title = new StringBuilder();
        foreach (var line in lines.SkipWhile(l => l.Span != about.Span).Where(l => !l.IsBlank).Take(LongestTitleLines))
        {
            title.Append(Markers.Compact(line.Text));
            if (title.ToString().EndsWith("通知", StringComparison.Ordinal) || title.ToString().EndsWith("方案", StringComparison.Ordinal))
            {
                return title.ToString();
            }
        }

        return Markers.Compact(about.Text);
    }

    private static (string Issuer, DateOnly? On) SignatureOf(ImmutableArray<SourceLine> lines)
    {
        var before = string.Empty;
        foreach (var line in lines.Where(l => !l.IsBlank))
        {
            if (DateLinePattern().Match(line.Text) is { Success: true } match && DateOf(match) is { } date)
            {
                return (before.Contains('。', StringComparison.Ordinal) ? string.Empty : before, date);
            }

            before = Markers.Compact(line.Text);
        }

        return (string.Empty, null);
    }

    private static int YearOf(IEnumerable<string> titles, string documentNumber, DateOnly? issuedOn)
    {
        foreach (var title in titles)
        {
            if (YearPattern().Match(title) is { Success: true } match)
            {
                return int.Parse(match.Groups["y"].ValueSpan, provider: System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return DocumentNumberPattern().Match(documentNumber) is { Success: true } number
            ? int.Parse(number.Groups["y"].ValueSpan, provider: System.Globalization.CultureInfo.InvariantCulture)
            : issuedOn?.Year ?? 0;
    }

    private static DateOnly? DateOf(Match match)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var (year, month, day) = (
            int.Parse(match.Groups["y"].ValueSpan, provider: invariant),
            int.Parse(match.Groups["m"].ValueSpan, provider: invariant),
            int.Parse(match.Groups["d"].ValueSpan, provider: invariant));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}
