using System.Collections.Immutable;
using System.Text.Json;

namespace ZhoushanBot.Core.Cards;

/// <summary>A part of a card. A closed set: text, layout, inputs, charts.</summary>
public abstract record CardElement
{
    private protected CardElement()
    {
    }

    /// <summary>Name within the card, for a <see cref="ToggleButton"/>; empty for none.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Room above it.</summary>
    public Spacing Spacing { get; init; }

    /// <summary>A line above it.</summary>
    public bool HasSeparator { get; init; }

    /// <summary>Hidden until a <see cref="ToggleButton"/> shows it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>What a host that does not know the element shows instead; null where every host knows it.</summary>
    public CardElement? Fallback { get; init; }

    internal abstract void Write(CardWriter writer);

    /// <summary>Begins the element with what all elements have.</summary>
    private protected void Open(CardWriter writer, ReadOnlySpan<byte> type)
    {
        writer.Open(type);
        WriteCommon(writer);
    }

    /// <summary>The same for one that is in every card many times.</summary>
    private protected void Open(CardWriter writer, JsonEncodedText type)
    {
        writer.Open(type);
        WriteCommon(writer);
    }

    private void WriteCommon(CardWriter writer)
    {
        writer.TextUnlessEmpty("id"u8, Id);
        if (Spacing != Spacing.Default)
        {
            writer.Text(CardNames.Spacing, Spacing.Name());
        }

        if (HasSeparator)
        {
            writer.True(CardNames.Separator);
        }

        if (IsHidden)
        {
            writer.False("isVisible"u8);
        }

        if (Fallback is not null)
        {
            writer.Name("fallback"u8);
            Fallback.Write(writer);
        }
    }
}

/// <summary>Elements one below the other, on a ground of their own.</summary>
/// <param name="Items">From top to bottom.</param>
public sealed record Container(ImmutableArray<CardElement> Items) : CardElement
{
    /// <summary>Its ground.</summary>
    public ContainerStyle Style { get; init; }

    /// <summary>Reaches to the card's edges.</summary>
    public bool Bleeds { get; init; }

    /// <summary>What a press on it does; null for nothing. Not a <see cref="FormButton"/>.</summary>
    public CardButton? OnPress { get; init; }

    internal override void Write(CardWriter writer)
    {
        Open(writer, "Container"u8);
        if (Style != ContainerStyle.Default)
        {
            writer.Text("style"u8, Style.Name());
        }

        if (Bleeds)
        {
            writer.True("bleed"u8);
        }

        if (OnPress is not null)
        {
            writer.Name("selectAction"u8);
            OnPress.Write(writer);
        }

        writer.Elements("items"u8, Items);
        writer.Close();
    }
}

/// <summary>Columns side by side.</summary>
/// <param name="Columns">From left to right.</param>
public sealed record ColumnSet(ImmutableArray<Column> Columns) : CardElement
{
    internal override void Write(CardWriter writer)
    {
        Open(writer, "ColumnSet"u8);
        writer.OpenArray("columns"u8);
        foreach (var column in Columns)
        {
            column.Write(writer);
        }

        writer.CloseArray();
        writer.Close();
    }
}

/// <summary>One of several columns.</summary>
/// <param name="Items">From top to bottom.</param>
public sealed record Column(ImmutableArray<CardElement> Items)
{
    /// <summary>Part of the row beside the other columns' parts; 0 for as wide as its content.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Where its content stands when another column is higher.</summary>
    public Alignment Vertical { get; init; }

    internal void Write(CardWriter writer)
    {
        writer.Open("Column"u8);
        if (Weight == 0)
        {
            writer.Text("width"u8, "auto"u8);
        }
        else
        {
            writer.Number("width"u8, Weight);
        }

        if (Vertical != Alignment.Start)
        {
            writer.Text("verticalContentAlignment"u8, Vertical.VerticalName());
        }

        writer.Elements("items"u8, Items);
        writer.Close();
    }
}

/// <summary>Names and values in two columns.</summary>
/// <param name="Facts">From top to bottom.</param>
public sealed record FactSet(ImmutableArray<CardFact> Facts) : CardElement
{
    internal override void Write(CardWriter writer)
    {
        // Hosts read Markdown in facts; in rows of columns it can be avoided.
        if (Facts.Any(fact => CardMarkup.IsIn(fact.Name) || CardMarkup.IsIn(fact.Value)))
        {
            AsRows().Write(writer);
            return;
        }

        Open(writer, "FactSet"u8);
        writer.OpenArray("facts"u8);
        foreach (var fact in Facts)
        {
            writer.OpenObject();
            writer.Text("title"u8, fact.Name);
            writer.Text("value"u8, fact.Value);
            writer.Close();
        }

        writer.CloseArray();
        writer.Close();
    }

    private Container AsRows() => new([.. Facts.Select(fact => new ColumnSet(
    [
        new Column([new TextBlock(fact.Name) { Weight = TextWeight.Bolder }]) { Weight = 2 },
        new Column([new TextBlock(fact.Value)]) { Weight = 5 },
    ]) { Spacing = Spacing.Small })])
    {
        Id = Id,
        Spacing = Spacing,
        HasSeparator = HasSeparator,
        IsHidden = IsHidden,
    };
}

/// <summary>A name with its value.</summary>
/// <param name="Name">Short.</param>
/// <param name="Value">Plain text.</param>
public readonly record struct CardFact(string Name, string Value);

/// <summary>Rows of texts under a row of headers, built of columns: every host and every phone shows these.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">From top to bottom; each has as many cells as there are columns.</param>
public sealed record TextTable(ImmutableArray<TextColumn> Columns, ImmutableArray<ImmutableArray<TextCell>> Rows) : CardElement
{
    internal override void Write(CardWriter writer)
    {
        Open(writer, "Container"u8);
        writer.OpenArray("items"u8);
        RowOf(Columns.Select(column => new TextCell(column.Header) { IsSubtle = true }), TextSize.Small, isFirst: true).Write(writer);
        foreach (var row in Rows)
        {
            RowOf(row, TextSize.Default, isFirst: false).Write(writer);
        }

        writer.CloseArray();
        writer.Close();
    }

    private ColumnSet RowOf(IEnumerable<TextCell> cells, TextSize size, bool isFirst) => new([.. cells.Zip(Columns, (cell, column) =>
        new Column([new TextBlock(cell.Text) { Size = size, Color = cell.Color, Weight = cell.Weight, IsSubtle = cell.IsSubtle, Align = column.Align }]) { Weight = column.Weight })])
    {
        Spacing = Spacing.Small,
        HasSeparator = !isFirst,
    };
}

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Header">Above it.</param>
/// <param name="Weight">Part of the row, at least 1: columns of one table must line up.</param>
public sealed record TextColumn(string Header, int Weight)
{
    /// <summary>Where its texts stand; figures at the end.</summary>
    public Alignment Align { get; init; }
}

/// <summary>A cell of a <see cref="TextTable"/>.</summary>
/// <param name="Text">Plain text.</param>
public sealed record TextCell(string Text)
{
    /// <summary>Colour by meaning; the text bears it too.</summary>
    public TextColor Color { get; init; }

    /// <summary>Thickness.</summary>
    public TextWeight Weight { get; init; }

    /// <summary>Toned down.</summary>
    public bool IsSubtle { get; init; }
}

/// <summary>A picture.</summary>
/// <param name="Url">Where it lies: https for Teams, which takes png, jpg and gif; a data URI for our own page only.</param>
/// <param name="AltText">All that it tells, in words.</param>
public sealed record Image(Uri Url, string AltText) : CardElement
{
    /// <summary>Width in pixels; 0 for as wide as there is room.</summary>
    public int Width { get; init; }

    internal override void Write(CardWriter writer)
    {
        Open(writer, "Image"u8);
        writer.Text("url"u8, Url.IsAbsoluteUri ? Url.AbsoluteUri : Url.OriginalString);
        writer.Text("altText"u8, AltText);
        if (Width > 0)
        {
            writer.Text("width"u8, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Width}px"));
        }
        else
        {
            writer.Text(CardNames.Size, "stretch"u8);
        }

        writer.Close();
    }
}

/// <summary>Buttons in the midst of a card.</summary>
/// <param name="Buttons">From left to right.</param>
public sealed record ButtonSet(ImmutableArray<CardButton> Buttons) : CardElement
{
    internal override void Write(CardWriter writer)
    {
        Open(writer, "ActionSet"u8);
        writer.Buttons("actions"u8, Buttons);
        writer.Close();
    }
}
