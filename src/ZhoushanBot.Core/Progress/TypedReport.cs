using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Progress;

/// <summary>A report typed in one line: "填报 某疫苗接种 60人 半年度：已建台账", "report … 60 H1 note: …".</summary>
/// <param name="Words">What is left over: which task is meant; may be empty.</param>
/// <param name="Figure">The figure as typed; empty for none.</param>
/// <param name="Rating">The own rating; null for none.</param>
/// <param name="Period">The period; null for none.</param>
/// <param name="Note">Behind the colon; may be empty.</param>
/// <param name="IsNoChange">无变化.</param>
/// <param name="IsNoteInternal">The note began with 内部 or "internal": it is for those only who may see internal matters.</param>
public sealed record TypedReport(string Words, string Figure, ProgressRating? Rating, ReportPeriod? Period, string Note, bool IsNoChange, bool IsNoteInternal = false)
{
    private const string Chinese = "填报";
    private const string English = "report";

    private static readonly string[] InternalMarks = ["【内部】", "[内部]", "（内部）", "(内部)", "内部：", "内部:", "[internal]", "(internal)", "internal:"];
    private static readonly string[] NoteMarks = ["：", ":", "备注", "说明"];

    /// <summary>Nothing but the word was typed, so that one's own tasks are wanted.</summary>
    public bool IsBare => Words.Length == 0 && Figure.Length == 0 && Note.Length == 0 && !IsNoChange;

    /// <summary>Which language the word was of; null when a text does not begin like a report.</summary>
    public static ReplyLanguage? LanguageOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.AsSpan().TrimStart();
        return rest.StartsWith(Chinese, StringComparison.Ordinal) ? ReplyLanguage.Chinese
            : rest.StartsWith(English, StringComparison.OrdinalIgnoreCase) && (rest.Length == English.Length || char.IsWhiteSpace(rest[English.Length])) ? ReplyLanguage.English
            : null;
    }

    /// <summary>Reads a text of which <see cref="LanguageOf"/> is not null.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year of periods that name none.</param>
    public static TypedReport Read(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim()[(LanguageOf(text) == ReplyLanguage.Chinese ? Chinese.Length : English.Length)..].TrimStart('：', ':', ' ', '，', ',');
        var (words, note) = Parted(rest.Replace("no change", "unchanged", StringComparison.OrdinalIgnoreCase));
        var mark = Array.Find(InternalMarks, m => note.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        var report = new TypedReport(string.Empty, string.Empty, null, null, note[(mark?.Length ?? 0)..].TrimStart(), false, mark is not null);
        var left = new List<string>();
        foreach (var token in words.Split([' ', '\t', '，', ',', '；', ';', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            report = ReportText.IsNoChange(token) ? report with { IsNoChange = true }
                : report.Period is null && ReportPeriod.Read(token, year) is { } period ? report with { Period = period }
                : report.Figure.Length == 0 && TypedFigure.Read(token) is TypedFigure.Number ? report with { Figure = token }
                : report.Rating is null && ReportText.ReadRating(token) is { } rating ? report with { Rating = rating }
                : Left(report, token);
        }

        return report with { Words = string.Join(' ', left) };

        TypedReport Left(TypedReport same, string token)
        {
            left.Add(token);
            return same;
        }
    }

    private static (string Words, string Note) Parted(string text)
    {
        var at = NoteMarks.Select(m => (Mark: m, At: text.IndexOf(m, StringComparison.Ordinal))).Where(m => m.At >= 0).OrderBy(m => m.At).FirstOrDefault();
        return at.Mark is null ? (text, string.Empty) : (text[..at.At], text[(at.At + at.Mark.Length)..].TrimStart('：', ':', ' ').Trim());
    }
}
