using System.Globalization;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Progress;

/// <summary>Checks a report, and makes of it what is written down. All faults are told at once.</summary>
public static class ReportCheck
{
    /// <summary>From this share of the target on, in percent, a reason is asked for.</summary>
    public const decimal FarBeyond = 120;

    /// <summary>Offices collect a quarter's figures in its last days.</summary>
    public const int DaysBeforeTheEnd = 10;

    /// <summary>Characters of prose, and of a reason.</summary>
    public const int LongestText = 2_000;

    private const decimal Largest = 1_000_000_000_000_000m;
    private const int LongestAddress = 2_000;

    /// <summary>Checks a report.</summary>
    public static ReportOutcome Check(ReportDraft draft, ReportingContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Index.Find(draft.TaskId) is not { } indexed)
        {
            return Refuse(ReportFindingCode.UnknownTask, draft.TaskId);
        }

        if (!context.MayReport(indexed.Item, draft.Area))
        {
            return Refuse(ReportFindingCode.NotOwn, draft.Area.Length > 0 ? draft.Area : string.Join('、', indexed.Item.LeadOrganizations.Select(o => o.Name)));
        }

        var lines = TaskMeasures.Of(indexed.Item);
        var isProse = draft.Line == TaskMeasures.WholeTask;
        if (!isProse && !lines.Any(l => l.Name == draft.Line))
        {
            return Refuse(ReportFindingCode.UnknownLine, draft.Line);
        }

        var measure = TaskMeasures.Find(indexed.Item, draft.Line, draft.Area);
        if (measure is null && !(isProse && draft.Area.Length == 0))
        {
            return Refuse(ReportFindingCode.UnknownArea, draft.Area);
        }

        var progress = context.Book.Of(draft.TaskId);
        var held = progress.Thread(draft.Line, draft.Area)?.Holding;
        var findings = new List<ReportFinding>();
        CheckTime(draft, indexed, progress, context, findings);
        CheckTexts(draft, findings);
        var content = new ReportContent
        {
            Line = draft.Line,
            Area = draft.Area,
            Period = draft.Period,
            Note = draft.Note.Trim(),
            IsNoteInternal = draft.IsNoteInternal,
            Evidence = AddressOf(draft.Evidence),
            Reason = draft.Reason.Trim(),
            IsNoChange = draft.IsNoChange,
        };
        content = draft.IsNoChange ? Unchanged(content, held, findings) : Measured(content, draft, measure, held, findings);
        if (!content.Measures && content.Note.Length == 0 && findings.Count == 0)
        {
            findings.Add(new ReportFinding(ReportFindingCode.NothingSaid, []));
        }

        return findings.Count > 0
            ? new ReportOutcome.Refused([.. findings])
            : new ReportOutcome.Accepted(draft.TaskId, content.Rating is null ? new ProgressEvent.Reported(content) : new ProgressEvent.Rated(content), held);
    }

    private static void CheckTime(ReportDraft draft, IndexedItem indexed, TaskProgress progress, ReportingContext context, List<ReportFinding> findings)
    {
        var notice = indexed.Content.Notice;
        if (context.IsClosed(notice))
        {
            findings.Add(new ReportFinding(ReportFindingCode.NoticeClosed, [notice.Year.ToString(CultureInfo.InvariantCulture)]));
        }

        if (Review.Next(progress.State, ReviewMove.Report) is ReviewStep.Refused)
        {
            findings.Add(new ReportFinding(ReportFindingCode.TaskClosed, []));
        }

        var slack = draft.Period.Kind == ReportPeriodKind.Day ? 0 : DaysBeforeTheEnd;
        if (draft.Period.End > context.Today.AddDays(slack))
        {
            findings.Add(new ReportFinding(ReportFindingCode.PeriodToCome, [draft.Period.Code]));
        }

        // A day of the year after is the time in which a late task is brought to its end.
        var isOutside = draft.Period.End.Year < notice.Year || (draft.Period.Kind != ReportPeriodKind.Day && draft.Period.End.Year > notice.Year);
        if (notice.Year > 0 && isOutside)
        {
            findings.Add(new ReportFinding(ReportFindingCode.PeriodOutsideYear, [draft.Period.Code, notice.Year.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    private static void CheckTexts(ReportDraft draft, List<ReportFinding> findings)
    {
        foreach (var text in (string[])[draft.Note, draft.Reason])
        {
            if (text.Length > LongestText)
            {
                findings.Add(new ReportFinding(
                    ReportFindingCode.TooLong, [text.Length.ToString(CultureInfo.InvariantCulture), LongestText.ToString(CultureInfo.InvariantCulture)]));
            }
        }

        if (!string.IsNullOrWhiteSpace(draft.Evidence) && AddressOf(draft.Evidence) is null)
        {
            findings.Add(new ReportFinding(ReportFindingCode.EvidenceNotWeb, [Clip(draft.Evidence.Trim())]));
        }
    }

    /// <summary>Only http and https, and no name and password before the host: what people click must say where it leads.</summary>
    private static string? AddressOf(string typed) =>
        typed.Length <= LongestAddress && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    private static ReportContent Unchanged(ReportContent content, ProgressReport? held, List<ReportFinding> findings)
    {
        if (held is null)
        {
            findings.Add(new ReportFinding(ReportFindingCode.NoChangeFromNothing, []));
            return content;
        }

        return content with { Figure = held.Content.Figure, Rating = held.Content.Rating };
    }

    private static ReportContent Measured(ReportContent content, ReportDraft draft, Measure? measure, ProgressReport? held, List<ReportFinding> findings)
    {
        var target = measure?.Target;
        if (draft.Rating is not null && (measure is null || target is not null))
        {
            findings.Add(new ReportFinding(ReportFindingCode.RatingNotWanted, []));
        }

        switch (TypedFigure.Read(draft.Figure))
        {
            case TypedFigure.NotANumber:
                findings.Add(new ReportFinding(ReportFindingCode.NotANumber, [Clip(draft.Figure)]));
                break;
            case TypedFigure.Number when target is null:
                findings.Add(new ReportFinding(ReportFindingCode.FigureNotWanted, []));
                break;
            case TypedFigure.Number { Value: < 0 }:
                findings.Add(new ReportFinding(ReportFindingCode.Negative, [Clip(draft.Figure)]));
                break;
            case TypedFigure.Number { Value: > Largest }:
                findings.Add(new ReportFinding(ReportFindingCode.TooLarge, [Clip(draft.Figure)]));
                break;
            case TypedFigure.Number number when TypedFigure.In(number, target!.Value.MeasureUnit) is { } figure:
                content = content with { Figure = figure };
                CheckSize(content, measure!, held, findings);
                break;
            case TypedFigure.Number number:
                findings.Add(new ReportFinding(ReportFindingCode.MeasureUnitDiffers, [number.MeasureUnit, target!.Value.MeasureUnit]));
                break;
        }

        return content with { Rating = draft.Rating };
    }

    private static void CheckSize(ReportContent content, Measure measure, ProgressReport? held, List<ReportFinding> findings)
    {
        if (content.Reason.Length > 0 || content.Amount is not { } amount)
        {
            return;
        }

        if (held?.Content is { Amount: { } before, Figure: { } last } && amount < before)
        {
            findings.Add(new ReportFinding(ReportFindingCode.FallsWithoutReason, [Words(last), Words(content.Figure!.Value)]));
        }

        if (!measure.IsCap && measure.TargetAmount > 0 && amount > measure.TargetAmount * FarBeyond / 100)
        {
            findings.Add(new ReportFinding(ReportFindingCode.BeyondWithoutReason, [Words(content.Figure!.Value), Words(measure.Target!.Value)]));
        }
    }

    private static string Words(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.############}{figure.MeasureUnit}");

    private static string Clip(string typed) => typed.Length > 40 ? $"{typed[..40]}…" : typed;

    private static ReportOutcome.Refused Refuse(ReportFindingCode code, string argument) => new([new ReportFinding(code, [argument])]);
}
