using System.Collections.Immutable;
using System.Globalization;

namespace ZhoushanBot.Core.Cards;

/// <summary>Something to fill in. What was filled in comes with a <see cref="VerbButton"/>'s data, as text under the input's id.</summary>
/// <param name="Name">Name within the card and in the data; becomes its <see cref="CardElement.Id"/>.</param>
/// <param name="Label">Above it.</param>
public abstract record CardInput(string Name, string Label) : CardElement
{
    /// <summary>What is said when it is left empty or wrong; empty when it may be left empty.</summary>
    public string Required { get; init; } = string.Empty;

    /// <summary>Said inside it while it is empty; empty for nothing.</summary>
    public string Placeholder { get; init; } = string.Empty;

    private protected void OpenInput(CardWriter writer, ReadOnlySpan<byte> type)
    {
        (this with { Id = Name }).Open(writer, type);
        writer.Text("label"u8, Label);
        if (Required.Length > 0)
        {
            writer.True("isRequired"u8);
            writer.Text("errorMessage"u8, CardMarkup.Disarm(Required));
        }

        writer.TextUnlessEmpty("placeholder"u8, Placeholder);
    }
}

/// <summary>A text to type.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Label">Above it.</param>
public sealed record TextInput(string Name, string Label) : CardInput(Name, Label)
{
    /// <summary>Several lines.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>Most UTF-16 characters; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>What stands in it at first.</summary>
    public string Value { get; init; } = string.Empty;

    internal override void Write(CardWriter writer)
    {
        OpenInput(writer, "Input.Text"u8);
        if (IsMultiline)
        {
            writer.True("isMultiline"u8);
        }

        if (MaxLength > 0)
        {
            writer.Number("maxLength"u8, MaxLength);
        }

        writer.TextUnlessEmpty("value"u8, Value);
        writer.Close();
    }
}

/// <summary>A number to type.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Label">Above it.</param>
public sealed record NumberInput(string Name, string Label) : CardInput(Name, Label)
{
    /// <summary>Least; null for any.</summary>
    public decimal? Min { get; init; }

    /// <summary>Most; null for any.</summary>
    public decimal? Max { get; init; }

    /// <summary>What stands in it at first; null for nothing.</summary>
    public decimal? Value { get; init; }

    internal override void Write(CardWriter writer)
    {
        OpenInput(writer, "Input.Number"u8);
        WriteNumber(writer, "min"u8, Min);
        WriteNumber(writer, "max"u8, Max);
        WriteNumber(writer, "value"u8, Value);
        writer.Close();
    }

    private static void WriteNumber(CardWriter writer, ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } value)
        {
            writer.Number(name, value);
        }
    }
}

/// <summary>A day to pick; it comes as 2024-06-30.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Label">Above it.</param>
public sealed record DateInput(string Name, string Label) : CardInput(Name, Label)
{
    /// <summary>First day; null for any.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>Last day; null for any.</summary>
    public DateOnly? Max { get; init; }

    /// <summary>The day picked at first; null for none.</summary>
    public DateOnly? Value { get; init; }

    internal override void Write(CardWriter writer)
    {
        OpenInput(writer, "Input.Date"u8);
        WriteDay(writer, "min"u8, Min);
        WriteDay(writer, "max"u8, Max);
        WriteDay(writer, "value"u8, Value);
        writer.Close();
    }

    private static void WriteDay(CardWriter writer, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is { } value)
        {
            writer.Text(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>One or more of several choices.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Label">Above it.</param>
/// <param name="Choices">What there is to choose from.</param>
public sealed record ChoiceInput(string Name, string Label, ImmutableArray<CardChoice> Choices) : CardInput(Name, Label)
{
    /// <summary>More than one can be chosen; they come joined by commas.</summary>
    public bool AllowsSeveral { get; init; }

    /// <summary>All are seen at once, instead of in a list that unfolds.</summary>
    public bool IsExpanded { get; init; }

    /// <summary>The value chosen at first; empty for none.</summary>
    public string Value { get; init; } = string.Empty;

    internal override void Write(CardWriter writer)
    {
        OpenInput(writer, "Input.ChoiceSet"u8);
        writer.OpenArray("choices"u8);
        foreach (var choice in Choices)
        {
            writer.OpenObject();

            // Beside a box or a round button hosts read Markdown.
            writer.Text("title"u8, IsExpanded || AllowsSeveral ? CardMarkup.Disarm(choice.Title) : choice.Title);
            writer.Text("value"u8, choice.Value);
            writer.Close();
        }

        writer.CloseArray();
        writer.Text("style"u8, IsExpanded ? "expanded"u8 : "compact"u8);
        writer.True(CardNames.Wrap);
        if (AllowsSeveral)
        {
            writer.True("isMultiSelect"u8);
        }

        writer.TextUnlessEmpty("value"u8, Value);
        writer.Close();
    }
}

/// <summary>One choice.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Value">What is sent; no comma in it.</param>
public readonly record struct CardChoice(string Title, string Value);
