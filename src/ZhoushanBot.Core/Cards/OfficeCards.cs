using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Status;

namespace ZhoushanBot.Core.Cards;

/// <summary>What is said about something that was done, or is to be done, to tasks.</summary>
public sealed record OfficeMessage
{
    /// <summary>Language.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>Heading.</summary>
    public required string Title { get; init; }

    /// <summary>In sentences; may be empty.</summary>
    public ImmutableArray<string> Sentences { get; init; } = [];

    /// <summary>The sentences say that something is wrong.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Below them; may be empty.</summary>
    public ImmutableArray<OfficeLine> Lines { get; init; } = [];

    /// <summary>What can follow; may be empty.</summary>
    public ImmutableArray<CardButton> Buttons { get; init; } = [];

    /// <summary>All of it as plain text.</summary>
    public string ToText() => string.Join('\n', [Title, .. Sentences, .. Lines.Select(l => l.Small.Length > 0 ? $"- {l.Text}（{l.Small}）" : $"- {l.Text}")]);
}

/// <summary>A line of an <see cref="OfficeMessage"/>.</summary>
/// <param name="Text">What.</param>
/// <param name="Small">More about it; empty for nothing.</param>
/// <param name="OnPress">What a press on it does; null for nothing.</param>
public sealed record OfficeLine(string Text, string Small = "", VerbButton? OnPress = null)
{
    /// <summary>Its lamp; null for none.</summary>
    public Progress.StatusLamp? Lamp { get; init; }
}

/// <summary>Receipts, previews and lists of one's own tasks.</summary>
public static class OfficeCards
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Of(OfficeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new AdaptiveCard
        {
            Language = message.Language,
            Summary = message.Sentences is [var first, ..] ? $"{message.Title} {first}" : message.Title,
            Body =
            [
                new TextBlock(message.Title) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true },
                .. message.Sentences.Select(s => new TextBlock(s) { Spacing = Spacing.Small, Color = message.IsWarning ? TextColor.Attention : TextColor.Default }),
                .. message.Lines.Select(LineOf),
            ],
            Buttons = message.Buttons,
        };
    }

    private static Container LineOf(OfficeLine line) => new(
    [
        new RichTextBlock(
        [
            .. line.Lamp is { } lamp ? [new TextRun($"{StatusText.Symbol(lamp)} ") { Weight = TextWeight.Bolder, Color = StatusCards.ColorOf(lamp) }] : Array.Empty<TextRun>(),
            new TextRun(line.Text),
            .. line.OnPress is null ? Array.Empty<TextRun>() : [new TextRun(" ›") { Color = TextColor.Accent, Weight = TextWeight.Bolder }],
        ]),
        .. line.Small.Length > 0 ? [new TextBlock(line.Small) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None }] : Array.Empty<CardElement>(),
    ])
    {
        HasSeparator = true,
        Spacing = Spacing.Small,
        OnPress = line.OnPress,
    };
}
