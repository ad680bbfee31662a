using System.Diagnostics;

namespace ZhoushanBot.Core.Cards;

/// <summary>Room above an element, in the host's steps.</summary>
public enum Spacing
{
    /// <summary>The host's usual step.</summary>
    Default,

    /// <summary>None: it belongs to the element above.</summary>
    None,

    /// <summary>A little.</summary>
    Small,

    /// <summary>More than usual.</summary>
    Medium,

    /// <summary>A new part begins.</summary>
    Large,
}

/// <summary>Size of text.</summary>
public enum TextSize
{
    /// <summary>Running text.</summary>
    Default,

    /// <summary>Notes.</summary>
    Small,

    /// <summary>Headline of an answer.</summary>
    Medium,

    /// <summary>Title of a card.</summary>
    Large,

    /// <summary>A single figure that is the message.</summary>
    ExtraLarge,
}

/// <summary>Thickness of text.</summary>
public enum TextWeight
{
    /// <summary>Running text.</summary>
    Default,

    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>Colour by meaning; the host decides on the tone, in light and dark. Never the only bearer of a meaning.</summary>
public enum TextColor
{
    /// <summary>Running text.</summary>
    Default,

    /// <summary>Brought out.</summary>
    Accent,

    /// <summary>Green: done, on track.</summary>
    Good,

    /// <summary>Yellow: due soon.</summary>
    Warning,

    /// <summary>Red: overdue.</summary>
    Attention,
}

/// <summary>Ground of a container by meaning.</summary>
public enum ContainerStyle
{
    /// <summary>The card's own.</summary>
    Default,

    /// <summary>Set off.</summary>
    Emphasis,

    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Red.</summary>
    Attention,

    /// <summary>The host's own colour.</summary>
    Accent,
}

/// <summary>Where content stands in its line or column.</summary>
public enum Alignment
{
    /// <summary>Left.</summary>
    Start,

    /// <summary>Middle.</summary>
    Center,

    /// <summary>Right.</summary>
    End,
}

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    /// <summary>One of several.</summary>
    Default,

    /// <summary>What is expected.</summary>
    Positive,

    /// <summary>What takes something away.</summary>
    Destructive,
}

internal static class CardStyleNames
{
    public static ReadOnlySpan<byte> Name(this Spacing spacing) => spacing switch
    {
        Spacing.Default => "default"u8,
        Spacing.None => "none"u8,
        Spacing.Small => "small"u8,
        Spacing.Medium => "medium"u8,
        Spacing.Large => "large"u8,
        _ => throw new UnreachableException(),
    };

    public static ReadOnlySpan<byte> Name(this TextSize size) => size switch
    {
        TextSize.Default => "default"u8,
        TextSize.Small => "small"u8,
        TextSize.Medium => "medium"u8,
        TextSize.Large => "large"u8,
        TextSize.ExtraLarge => "extraLarge"u8,
        _ => throw new UnreachableException(),
    };

    public static ReadOnlySpan<byte> Name(this TextColor color) => color switch
    {
        TextColor.Default => "default"u8,
        TextColor.Accent => "accent"u8,
        TextColor.Good => "good"u8,
        TextColor.Warning => "warning"u8,
        TextColor.Attention => "attention"u8,
        _ => throw new UnreachableException(),
    };

    public static ReadOnlySpan<byte> Name(this ContainerStyle style) => style switch
    {
        ContainerStyle.Default => "default"u8,
        ContainerStyle.Emphasis => "emphasis"u8,
        ContainerStyle.Good => "good"u8,
        ContainerStyle.Warning => "warning"u8,
        ContainerStyle.Attention => "attention"u8,
        ContainerStyle.Accent => "accent"u8,
        _ => throw new UnreachableException(),
    };

    public static ReadOnlySpan<byte> Name(this Alignment alignment) => alignment switch
    {
        Alignment.Start => "left"u8,
        Alignment.Center => "center"u8,
        Alignment.End => "right"u8,
        _ => throw new UnreachableException(),
    };

    /// <summary>The same for what stands above and below.</summary>
    public static ReadOnlySpan<byte> VerticalName(this Alignment alignment) => alignment switch
    {
        Alignment.Start => "top"u8,
        Alignment.Center => "center"u8,
        Alignment.End => "bottom"u8,
        _ => throw new UnreachableException(),
    };

    public static ReadOnlySpan<byte> Name(this ButtonStyle style) => style switch
    {
        ButtonStyle.Default => "default"u8,
        ButtonStyle.Positive => "positive"u8,
        ButtonStyle.Destructive => "destructive"u8,
        _ => throw new UnreachableException(),
    };
}
