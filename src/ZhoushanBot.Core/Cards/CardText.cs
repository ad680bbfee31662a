using System.Collections.Immutable;

namespace ZhoushanBot.Core.Cards;

/// <summary>A paragraph. Its text is plain: what looks like Markdown, a link or a date function is shown as it stands.</summary>
/// <param name="Text">One paragraph; a line end in it counts as a blank, see <see cref="Paragraphs"/>.</param>
public sealed record TextBlock(string Text) : CardElement
{
    /// <summary>Size.</summary>
    public TextSize Size { get; init; }

    /// <summary>Thickness.</summary>
    public TextWeight Weight { get; init; }

    /// <summary>Colour by meaning.</summary>
    public TextColor Color { get; init; }

    /// <summary>Toned down.</summary>
    public bool IsSubtle { get; init; }

    /// <summary>A heading for screen readers; lost when the text looks like markup.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Where it stands.</summary>
    public Alignment Align { get; init; }

    /// <summary>Paragraphs of a text with line ends, such as a report that somebody typed; empty lines are left out.</summary>
    public static ImmutableArray<CardElement> Paragraphs(string text) =>
        [.. text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, at) =>
            new TextBlock(line) { Spacing = at == 0 ? Spacing.Default : Spacing.Small })];

    internal override void Write(CardWriter writer)
    {
        // Runs are read by no host as Markdown; they cost some bytes more and know no heading.
        if (CardMarkup.IsIn(Text))
        {
            Open(writer, CardNames.RichTextBlock);
            WriteAlignment(writer, Align);
            writer.OpenArray(CardNames.Inlines);
            new TextRun(Text) { Size = Size, Weight = Weight, Color = Color, IsSubtle = IsSubtle }.Write(writer);
            writer.CloseArray();
            writer.Close();
            return;
        }

        Open(writer, CardNames.TextBlock);
        writer.Text(CardNames.Text, Text);
        writer.True(CardNames.Wrap);
        TextLook.Write(writer, Size, Weight, Color, IsSubtle);
        WriteAlignment(writer, Align);
        if (IsHeading)
        {
            // A heading without a size has the host's own, which is the largest.
            if (Size == TextSize.Default)
            {
                writer.Text(CardNames.Size, Size.Name());
            }

            writer.Text("style"u8, "heading"u8);
        }

        writer.Close();
    }

    internal static void WriteAlignment(CardWriter writer, Alignment alignment)
    {
        if (alignment != Alignment.Start)
        {
            writer.Text("horizontalAlignment"u8, alignment.Name());
        }
    }
}

/// <summary>A paragraph of runs that look different.</summary>
/// <param name="Runs">One after the other, without blanks between.</param>
public sealed record RichTextBlock(ImmutableArray<TextRun> Runs) : CardElement
{
    /// <summary>Where it stands.</summary>
    public Alignment Align { get; init; }

    internal override void Write(CardWriter writer)
    {
        Open(writer, CardNames.RichTextBlock);
        TextBlock.WriteAlignment(writer, Align);
        writer.OpenArray(CardNames.Inlines);
        foreach (var run in Runs)
        {
            run.Write(writer);
        }

        writer.CloseArray();
        writer.Close();
    }
}

/// <summary>A run of text; plain.</summary>
/// <param name="Text">One paragraph or a part of it.</param>
public sealed record TextRun(string Text)
{
    /// <summary>Size.</summary>
    public TextSize Size { get; init; }

    /// <summary>Thickness.</summary>
    public TextWeight Weight { get; init; }

    /// <summary>Colour by meaning.</summary>
    public TextColor Color { get; init; }

    /// <summary>Toned down.</summary>
    public bool IsSubtle { get; init; }

    internal void Write(CardWriter writer)
    {
        // {{DATE(…)}} works in runs too: between two runs its braces are only braces.
        var rest = Text.AsSpan();
        for (var at = rest.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = rest.IndexOf("{{", StringComparison.Ordinal))
        {
            WriteRun(writer, rest[..(at + 1)]);
            rest = rest[(at + 1)..];
        }

        WriteRun(writer, rest);
    }

    private void WriteRun(CardWriter writer, ReadOnlySpan<char> text)
    {
        writer.Open(CardNames.TextRun);
        writer.Text(CardNames.Text, text);
        TextLook.Write(writer, Size, Weight, Color, IsSubtle);
        writer.Close();
    }
}

internal static class TextLook
{
    public static void Write(CardWriter writer, TextSize size, TextWeight weight, TextColor color, bool isSubtle)
    {
        if (size != TextSize.Default)
        {
            writer.Text(CardNames.Size, size.Name());
        }

        if (weight == TextWeight.Bolder)
        {
            writer.Text(CardNames.Weight, "bolder"u8);
        }

        if (color != TextColor.Default)
        {
            writer.Text(CardNames.Color, color.Name());
        }

        if (isSubtle)
        {
            writer.True(CardNames.IsSubtle);
        }
    }
}
