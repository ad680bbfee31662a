using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Core.Cards;

/// <summary>A report that is to be filled in.</summary>
/// <param name="Task">The task.</param>
/// <param name="Measures">What the reporter may report on, as it stands; never empty.</param>
/// <param name="Periods">Periods to choose from, never empty.</param>
/// <param name="Period">The one that is chosen at first.</param>
public sealed record ReportForm(IndexedItem Task, ImmutableArray<MeasureStatus> Measures, ImmutableArray<ReportPeriod> Periods, ReportPeriod Period)
{
    /// <summary>Language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>Words for status.</summary>
    public required StatusText Words { get; init; }

    /// <summary>What is wrong with what was sent; empty at first.</summary>
    public ImmutableArray<string> Faults { get; init; } = [];

    /// <summary>A reason is asked for.</summary>
    public bool WantsReason { get; init; }

    /// <summary>What was filled in: the figure.</summary>
    public string Figure { get; init; } = string.Empty;

    /// <summary>What was filled in: the prose.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>What was filled in: the prose is internal.</summary>
    public bool IsNoteInternal { get; init; }

    /// <summary>What was chosen among several measures; null at first.</summary>
    public Measure? Chosen { get; init; }
}

/// <summary>The card in which a report is filled in.</summary>
public static class ReportCards
{
    /// <summary>Asks for the form; data: <see cref="TaskField"/>, or nothing for the list of one's own tasks.</summary>
    public const string FormVerb = "report.form";

    /// <summary>Sends a report; data: task, <see cref="LineField"/>, <see cref="AreaField"/> or <see cref="MeasureField"/>, and the inputs.</summary>
    public const string SubmitVerb = "report.submit";

    /// <summary>无变化: confirms the figure that holds; same data.</summary>
    public const string SameVerb = "report.same";

    /// <summary>Id of the task.</summary>
    public const string TaskField = "workItem";

    /// <summary>Line of the task.</summary>
    public const string LineField = "line";

    /// <summary>Area; empty or absent for the city.</summary>
    public const string AreaField = "area";

    /// <summary>Line and area together, where there is a choice: "r9.1@…".</summary>
    public const string MeasureField = "measure";

    /// <summary>Period, by code or in words.</summary>
    public const string PeriodField = "period";

    /// <summary>Figure as typed.</summary>
    public const string FigureField = "figure";

    /// <summary>The unit's own rating, by name.</summary>
    public const string RatingField = "rating";

    /// <summary>Prose.</summary>
    public const string NoteField = "note";

    /// <summary>Who may read the prose: <see cref="InternalNote"/> or <see cref="OpenNote"/>.</summary>
    public const string NoteForField = "noteFor";

    /// <summary>Value of <see cref="NoteForField"/>: those only who may see internal matters.</summary>
    public const string InternalNote = "internal";

    /// <summary>Value of <see cref="NoteForField"/>: whoever may see the status.</summary>
    public const string OpenNote = "open";

    /// <summary>Reason of an unusual figure.</summary>
    public const string ReasonField = "reason";

    /// <summary>Address of evidence.</summary>
    public const string EvidenceField = "evidence";

    private const int MostShown = 12;

    /// <summary>The value of <see cref="MeasureField"/>.</summary>
    public static string KeyOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return $"{measure.Line}@{measure.Area}";
    }

    /// <summary>The card.</summary>
    public static AdaptiveCard Of(ReportForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var words = ReportCardText.In(form.Language);
        var title = form.Words.Task(form.Task);
        return new AdaptiveCard
        {
            Language = form.Language,
            Summary = form.Faults is [var fault, ..] ? $"{words.Fill(title)} {fault}" : words.Fill(title),
            Body =
            [
                new TextBlock(words.Fill(title)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true },
                .. form.Faults.Select(f => new TextBlock($"⚠ {f}") { Color = TextColor.Attention, Weight = TextWeight.Bolder, Spacing = Spacing.Small }),
                .. form.Measures.Take(MostShown).Select(m => new TextBlock(form.Words.Line(form.Task, m)) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small }),
                .. Inputs(form, words),
            ],
            Buttons = Buttons(form, words),
        };
    }

    private static IEnumerable<CardElement> Inputs(ReportForm form, ReportCardText words)
    {
        if (form.Measures.Length > 1)
        {
            yield return new ChoiceInput(MeasureField, words.Which, [.. form.Measures.Select(m => new CardChoice(NameOf(form, m.Measure), KeyOf(m.Measure)))])
            {
                Required = words.WhichMissing,
                Value = form.Chosen is { } chosen ? KeyOf(chosen) : KeyOf(form.Measures[0].Measure),
            };
        }

        if (form.Measures.Any(m => m.Measure.Target is not null))
        {
            yield return new TextInput(FigureField, words.Figure) { Placeholder = words.FigureExample, Value = form.Figure, MaxLength = 40 };
        }

        if (form.Measures.Any(m => m.Measure.Target is null))
        {
            yield return new ChoiceInput(RatingField, words.Rating, [.. Enum.GetValues<ProgressRating>().Select(r => new CardChoice(form.Words.Reports.Rating(r), ProgressJson.NameOf(r)))]);
        }

        yield return new ChoiceInput(PeriodField, words.Period, [.. form.Periods.Select(p => new CardChoice(form.Words.Reports.Period(p), p.Code))]) { Value = form.Period.Code };
        yield return new TextInput(NoteField, words.Note) { IsMultiline = true, MaxLength = ReportCheck.LongestText, Value = form.Note };
        yield return new ChoiceInput(NoteForField, words.NoteFor, [new CardChoice(words.NoteOpen, OpenNote), new CardChoice(words.NoteInternal, InternalNote)])
        {
            Value = form.IsNoteInternal ? InternalNote : OpenNote,
        };
        if (form.WantsReason)
        {
            yield return new TextInput(ReasonField, words.Reason) { MaxLength = ReportCheck.LongestText, Required = words.ReasonMissing };
        }

        yield return new TextInput(EvidenceField, words.Evidence) { Placeholder = "https://", MaxLength = 2_000 };
    }

    private static string NameOf(ReportForm form, Measure measure) =>
        measure.Area.Length > 0 ? $"{form.Words.Indicator(form.Task, measure)} · {form.Words.Area(measure.Area)}" : form.Words.Indicator(form.Task, measure);

    private static ImmutableArray<CardButton> Buttons(ReportForm form, ReportCardText words)
    {
        ImmutableArray<CardDatum> data = form.Measures is [{ Measure: var only }]
            ? [new(TaskField, form.Task.Item.Id), new(LineField, only.Line), new(AreaField, only.Area), StatusCards.In(form.Language)]
            : [new(TaskField, form.Task.Item.Id), StatusCards.In(form.Language)];
        return
        [
            new VerbButton(words.Send, SubmitVerb) { Data = data, Style = ButtonStyle.Positive },
            .. form.Measures.Any(m => m.Report is not null) ? [new VerbButton(words.NoChange, SameVerb) { Data = data }] : Array.Empty<CardButton>(),
            new VerbButton(words.OtherTask, FormVerb) { Data = [StatusCards.In(form.Language)], IgnoresInputs = true, IsSecondary = true },
        ];
    }
}
