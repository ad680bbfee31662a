using System.Collections.Immutable;
using System.Diagnostics;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Core.Cards;

/// <summary>A status page as a card: lamps by colour, sign and word, a chart or bars of text, lines to press, and buttons to go on and back.</summary>
public static class StatusCards
{
    /// <summary>Shows another status; data: <see cref="QueryField"/>, <see cref="FromField"/>.</summary>
    public const string ShowVerb = "status.show";

    /// <summary>Field of a button's data: <see cref="StatusQuery.Code"/>.</summary>
    public const string QueryField = "query";

    /// <summary>Field of a button's data: the code of the status to go back to.</summary>
    public const string FromField = "from";

    /// <summary>Field of a button's data: the language of its card.</summary>
    public const string LanguageField = "language";

    /// <summary>Value of <see cref="LanguageField"/>.</summary>
    public const string Chinese = "zh";

    /// <summary>Value of <see cref="LanguageField"/>.</summary>
    public const string English = "en";

    private const int BarLength = 12;

    private static readonly StatusView[] Ways =
        [StatusView.Lagging, StatusView.ByArea, StatusView.NotReported, StatusView.ByOfficial, StatusView.ByUnit, StatusView.ByCategory, StatusView.Changes];

    /// <summary>The card.</summary>
    /// <param name="page">What it says.</param>
    /// <param name="back">Where the back button leads; null for nowhere.</param>
    /// <param name="more">Buttons for what the asker may do besides looking; may be empty.</param>
    public static AdaptiveCard Of(StatusPage page, StatusQuery? back = null, ImmutableArray<CardButton> more = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var words = StatusCardText.In(page.Language);
        return new AdaptiveCard
        {
            Language = page.Language,
            Summary = $"{page.Title}{words.Colon}{page.Sentences[0]}",
            IsWide = true,
            Body =
            [
                new TextBlock(page.Title) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true },
                .. page.Sentences.Select((s, at) => new TextBlock(s) { Spacing = at == 0 ? Spacing.Small : Spacing.None, Color = at == 0 && page.Task is { } task ? ColorOf(task.Lamp) : TextColor.Default }),
                .. page.Counts is { Total: > 0 } counts ? [Chart(page, counts)] : Array.Empty<CardElement>(),
                .. page.Lines.Select((line, at) => LineOf(line, page, at)),
                .. page.From > 0 && page.Total > page.Lines.Length
                    ? [new TextBlock(words.Shown(page.From, page.From + page.Lines.Length - 1, page.Total)) { Size = TextSize.Small, IsSubtle = true }]
                    : Array.Empty<CardElement>(),
            ],
            Buttons = ButtonsOf(page, back, more.IsDefault ? [] : more, words),
        };
    }

    /// <summary>A button that shows a status.</summary>
    public static VerbButton Show(string title, StatusQuery query, StatusQuery? from, ReplyLanguage language)
    {
        ArgumentNullException.ThrowIfNull(query);
        CardDatum[] data = [new(QueryField, query.Code), In(language)];
        return new VerbButton(title, ShowVerb) { Data = from is null ? [.. data] : [.. data, new(FromField, from.Code)], IgnoresInputs = true };
    }

    /// <summary>The language of a card, to go with a button.</summary>
    public static CardDatum In(ReplyLanguage language) => new(LanguageField, language == ReplyLanguage.Chinese ? Chinese : English);

    /// <summary>The colour of a lamp; its sign and word go with it.</summary>
    public static TextColor ColorOf(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done or StatusLamp.Green => TextColor.Good,
        StatusLamp.Yellow => TextColor.Warning,
        StatusLamp.Red => TextColor.Attention,
        StatusLamp.Grey => TextColor.Default,
        _ => throw new UnreachableException(),
    };

    /// <summary>A share as a bar of text, with which every host can draw.</summary>
    internal static string Bar(int part, int whole, int length)
    {
        // Something is never drawn as nothing, nor nearly all as all.
        var filled = whole == 0 ? 0 : (int)Math.Round((decimal)part * length / whole, MidpointRounding.AwayFromZero);
        filled = part > 0 ? Math.Max(1, filled) : 0;
        filled = part < whole ? Math.Min(length - 1, filled) : filled;
        return new string('█', filled) + new string('░', length - filled);
    }

    private static DonutChart Chart(StatusPage page, StatusCounts counts)
    {
        var lamps = Enum.GetValues<StatusLamp>().Where(l => counts.Of(l) > 0).ToList();
        var bars = new Container(
        [
            .. lamps.Select(l => new ColumnSet(
            [
                new Column([new TextBlock(page.Words.Lamp(l)) { Color = ColorOf(l), Weight = TextWeight.Bolder, IsSubtle = l == StatusLamp.Grey }]) { Weight = 4 },
                new Column([new TextBlock(Bar(counts.Of(l), counts.Total, BarLength)) { Color = ColorOf(l), IsSubtle = l == StatusLamp.Grey }]) { Weight = 6 },
                new Column([new TextBlock(counts.Of(l).ToString(System.Globalization.CultureInfo.InvariantCulture)) { Align = Alignment.End, Weight = TextWeight.Bolder }]) { Weight = 2 },
            ]) { Spacing = Spacing.Small }),
        ]);
        return new DonutChart([.. lamps.Select(l => new ChartPart(page.Words.Lamp(l), counts.Of(l), ChartColorOf(l)))], bars) { Title = page.Title, Spacing = Spacing.Medium };
    }

    private static ChartColor ChartColorOf(StatusLamp lamp) => lamp switch
    {
        StatusLamp.Done => ChartColor.Blue,
        StatusLamp.Green => ChartColor.Good,
        StatusLamp.Yellow => ChartColor.Warning,
        StatusLamp.Red => ChartColor.Attention,
        StatusLamp.Grey => ChartColor.Neutral,
        _ => throw new UnreachableException(),
    };

    private static CardElement LineOf(StatusLine line, StatusPage page, int at)
    {
        if (line.IsHeading)
        {
            return new TextBlock(line.Text) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, IsHeading = true };
        }

        var number = page.From > 0 ? $"{page.From + at}  " : string.Empty;
        ImmutableArray<CardElement> items =
        [
            new RichTextBlock(
            [
                .. number.Length > 0 ? [new TextRun(number) { Weight = TextWeight.Bolder, Color = TextColor.Accent }] : Array.Empty<TextRun>(),
                .. line.Lamp is { } lamp ? [new TextRun($"{StatusText.Symbol(lamp)} ") { Weight = TextWeight.Bolder, Color = ColorOf(lamp) }] : Array.Empty<TextRun>(),
                new TextRun(line.Text),
                .. line.Opens is null ? Array.Empty<TextRun>() : [new TextRun(" ›") { Color = TextColor.Accent, Weight = TextWeight.Bolder }],
            ]),
            .. line.Counts is { Total: > 0 } counts
                ? [ShareOf(counts)]
                : Array.Empty<CardElement>(),
            .. line.Small.Length > 0 ? [new TextBlock(line.Small) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None }] : Array.Empty<CardElement>(),
        ];
        return new Container(items)
        {
            HasSeparator = true,
            Spacing = Spacing.Small,
            OnPress = line.Opens is { } opens ? Show(StatusCardText.In(page.Language).Open, opens, page.Query, page.Language) : null,
        };
    }

    private static TextBlock ShareOf(StatusCounts counts) => new($"{Bar(counts.Done + counts.Green, counts.Total, BarLength)} {StatusText.Percent(counts.OnTrackShare)}")
    {
        Spacing = Spacing.None,
        Size = TextSize.Small,
        Color = counts.Red > 0 ? TextColor.Attention : counts.Yellow > 0 ? TextColor.Warning : TextColor.Default,
    };

    private static ImmutableArray<CardButton> ButtonsOf(StatusPage page, StatusQuery? back, ImmutableArray<CardButton> more, StatusCardText words)
    {
        var query = page.Query;
        var isNarrow = query.View != StatusView.Overview;
        return
        [
            .. back is not null && back != query ? [Show($"← {words.Back}", back, null, page.Language)] : Array.Empty<CardButton>(),
            .. page.HasMore ? [Show(words.NextPage, query with { Page = query.Page + 1 }, back, page.Language)] : Array.Empty<CardButton>(),
            .. query.Page > 0 ? [Show(words.PreviousPage, query with { Page = query.Page - 1 }, back, page.Language)] : Array.Empty<CardButton>(),
            .. more,
            .. isNarrow
                ? back?.View == StatusView.Overview ? [] : [Show(words.Button(StatusView.Overview), StatusQuery.Everything, null, page.Language)]
                : Ways.Select((view, at) => Show(words.Button(view), new StatusQuery(view) { DaysAgo = view == StatusView.Changes ? 7 : 0 }, query, page.Language) with { IsSecondary = at > 4 }),
        ];
    }
}
