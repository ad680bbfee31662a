using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Notices;

/// <summary>Number, title, issuer, dates and year of a notice.</summary>
internal static partial class FrontMatter
{
    private const int LongestTitleLines = 3;
    private const int LongestIssuer = 40;
    private const int LinesOfTheHead = 12;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const string Date = @"(?<y>[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?<m>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*日";
    private const string Number = @"\p{IsCJKUnifiedIdeographs}{2,12}\s*[〔\[［（(【﹝]\s*(?<y>[0-9０-９]{4})\s*[〕\]］）)】﹞]\s*第?\s*[0-9０-９]{1,4}\s*号";

    public static Notice Read(string source, ImmutableArray<SourceLine> lines, IEnumerable<string> listTitles)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
        var number = DocumentNumberOf(lines);
        var title = TitleOf(lines);
        var (issuer, issuedOn) = SignatureOf(lines);
        return new Notice
        {
            Id = number.Length > 0 ? IdOf(number) : hash[..12],
            DocumentNumber = number,
            Title = title,
            Issuer = issuer.Length > 0 ? issuer : LetterheadOf(lines, title),
            Year = YearOf([.. listTitles, title], number, issuedOn),
            IssuedOn = issuedOn,
            PrintedOn = PrintedPattern().Match(source) is { Success: true } printed ? DateOf(printed) : null,
            SourceText = source,
            ContentHash = hash,
        };
    }

    /// <summary>The title with its line ends taken out; empty when no line tells what the notice is about.</summary>
    public static string TitleOf(ImmutableArray<SourceLine> lines)
    {
        var about = lines.FirstOrDefault(l =>
            !l.HasTab && l.Text.Contains("关于", StringComparison.Ordinal) && !l.Text.Contains('。', StringComparison.Ordinal));
        if (about.Source is null)
        {
            return string.Empty;
        }

        var title = new StringBuilder();
        foreach (var line in lines.SkipWhile(l => l.Span != about.Span).Where(l => !l.IsBlank).Take(LongestTitleLines))
        {
            title.Append(Wording.Compact(line.Text));
            if (Wording.EndsWithAny(title.ToString(), ReadingRules.Default.NoticeTitleEndings))
            {
                return title.ToString();
            }
        }

        return Wording.Compact(about.Text);
    }

    /// <summary>文号 alone in its line, such as 某政办发〔2024〕13号; scans set the brackets in many ways.</summary>
    [GeneratedRegex($@"^\s*{Number}\s*$", Options)]
    private static partial Regex DocumentNumberLinePattern();

    /// <summary>文号 anywhere in a line.</summary>
    [GeneratedRegex(Number, Options)]
    private static partial Regex DocumentNumberPattern();

    /// <summary>A date alone in its line: 2024年3月6日, 二〇二四年三月六日.</summary>
    [GeneratedRegex($@"^\s*{Date}\s*$", Options)]
    private static partial Regex DateLinePattern();

    /// <summary>2024年3月8日印发.</summary>
    [GeneratedRegex($@"{Date}\s*印发", Options)]
    private static partial Regex PrintedPattern();

    /// <summary>2024年, 2024 年.</summary>
    [GeneratedRegex(@"(?<y>[12][0-9]{3}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年", Options)]
    private static partial Regex YearPattern();

    /// <summary>A number that stands alone is the notice's own; one inside a sentence of the letter may be another document's.</summary>
    private static string DocumentNumberOf(ImmutableArray<SourceLine> lines)
    {
        var head = lines.Where(l => !l.IsBlank).Take(LinesOfTheHead).Select(l => l.Text).ToList();
        var own = head.Find(l => DocumentNumberLinePattern().IsMatch(l)) ?? head.Find(l => DocumentNumberPattern().IsMatch(l));
        return own is null ? string.Empty : Wording.Compact(DocumentNumberPattern().Match(own).Value);
    }

    private static string IdOf(string documentNumber)
    {
        var id = new StringBuilder(documentNumber.Length);
        foreach (var c in documentNumber)
        {
            id.Append(char.IsLetter(c) ? c : Wording.DigitOf(c) is { } digit ? (char)('0' + digit) : '-');
        }

        return id.ToString();
    }

    /// <summary>The last line before the first date that stands alone, where it names an office.</summary>
    private static (string Issuer, DateOnly? On) SignatureOf(ImmutableArray<SourceLine> lines)
    {
        var before = string.Empty;
        foreach (var line in lines.Where(l => !l.IsBlank))
        {
            if (DateLinePattern().Match(line.Text) is { Success: true } match && DateOf(match) is { } date)
            {
                return (IsIssuer(before) ? before : string.Empty, date);
            }

            before = Wording.Compact(line.Text);
        }

        return (string.Empty, null);
    }

    /// <summary>"某市人民政府办公室文件" at the top, or what stands before 关于 in the title.</summary>
    private static string LetterheadOf(ImmutableArray<SourceLine> lines, string title)
    {
        foreach (var line in lines.Where(l => !l.IsBlank).Take(LinesOfTheHead))
        {
            var office = Wording.Compact(line.Text);
            office = office.EndsWith("文件", StringComparison.Ordinal) ? office[..^2] : office;
            if (IsIssuer(office))
            {
                return office;
            }
        }

        var about = title.IndexOf("关于", StringComparison.Ordinal);
        return about > 0 && IsIssuer(title[..about]) ? title[..about] : string.Empty;
    }

    private static bool IsIssuer(string line) => line.Length is > 2 and <= LongestIssuer
        && Wording.EndsWithAny(line, ReadingRules.Default.IssuerEndings)
        && !Wording.ContainsAny(line, ["。", "，", "："]);

    private static int YearOf(IEnumerable<string> titles, string documentNumber, DateOnly? issuedOn)
    {
        foreach (var title in titles)
        {
            if (YearPattern().Match(title) is { Success: true } match)
            {
                return NumberOf(match.Groups["y"].ValueSpan);
            }
        }

        return DocumentNumberPattern().Match(documentNumber) is { Success: true } number
            ? NumberOf(number.Groups["y"].ValueSpan)
            : issuedOn?.Year ?? 0;
    }

    private static DateOnly? DateOf(Match match)
    {
        var (year, month, day) = (NumberOf(match.Groups["y"].ValueSpan), NumberOf(match.Groups["m"].ValueSpan), NumberOf(match.Groups["d"].ValueSpan));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int NumberOf(ReadOnlySpan<char> digits) => Wording.WholeNumber(digits) is { } number
        ? number
        : ChineseNumerals.TryParse(digits.ToString().Replace('○', '〇'), out var chinese)
            ? int.CreateSaturating(chinese)
            : 0;
}
