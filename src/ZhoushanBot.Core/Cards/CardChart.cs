using System.Collections.Immutable;
using System.Diagnostics;

namespace ZhoushanBot.Core.Cards;

/// <summary>Colour of a part of a chart.</summary>
public enum ChartColor
{
    /// <summary>Green.</summary>
    Good,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Red.</summary>
    Attention,

    /// <summary>Grey.</summary>
    Neutral,

    /// <summary>Blue, without a meaning.</summary>
    Blue,

    /// <summary>Purple, without a meaning.</summary>
    Purple,

    /// <summary>Teal, without a meaning.</summary>
    Teal,
}

/// <summary>A chart that the host draws itself. Where it cannot, the words or rows are shown that say the same.</summary>
public abstract record CardChart : CardElement
{
    private protected CardChart(CardElement inWords) => Fallback = inWords;

    /// <summary>Above it; empty for nothing.</summary>
    public string Title { get; init; } = string.Empty;

    internal override void Write(CardWriter writer)
    {
        if (!writer.Host.DrawsCharts())
        {
            (Fallback! with { Spacing = Spacing, HasSeparator = HasSeparator, Id = Id, IsHidden = IsHidden }).Write(writer);
            return;
        }

        Open(writer, Type);
        writer.TextUnlessEmpty("title"u8, Title);
        WriteData(writer);
        writer.Close();
    }

    private protected abstract ReadOnlySpan<byte> Type { get; }

    private protected abstract void WriteData(CardWriter writer);

    private protected static void WriteColor(CardWriter writer, ChartColor color) => writer.Text(CardNames.Color, color switch
    {
        ChartColor.Good => "good"u8,
        ChartColor.Warning => "warning"u8,
        ChartColor.Attention => "attention"u8,
        ChartColor.Neutral => "neutral"u8,
        ChartColor.Blue => "categoricalBlue"u8,
        ChartColor.Purple => "categoricalPurple"u8,
        ChartColor.Teal => "categoricalTeal"u8,
        _ => throw new UnreachableException(),
    });
}

/// <summary>A part of a chart.</summary>
/// <param name="Legend">Its name.</param>
/// <param name="Value">How much.</param>
/// <param name="Color">Its colour.</param>
public readonly record struct ChartPart(string Legend, decimal Value, ChartColor Color);

/// <summary>A ring of parts.</summary>
/// <param name="Parts">Clockwise.</param>
/// <param name="InWords">The same in words or rows.</param>
public sealed record DonutChart(ImmutableArray<ChartPart> Parts, CardElement InWords) : CardChart(InWords)
{
    private protected override ReadOnlySpan<byte> Type => "Chart.Donut"u8;

    private protected override void WriteData(CardWriter writer)
    {
        writer.OpenArray("data"u8);
        foreach (var (legend, value, color) in Parts)
        {
            writer.OpenObject();
            writer.Text("legend"u8, legend);
            writer.Number("value"u8, value);
            WriteColor(writer, color);
            writer.Close();
        }

        writer.CloseArray();
    }
}

/// <summary>A dial from 0 to 100 percent.</summary>
/// <param name="Percent">Where the needle stands.</param>
/// <param name="Segments">Its parts from left to right, in percent.</param>
/// <param name="InWords">The same in words or rows.</param>
public sealed record GaugeChart(decimal Percent, ImmutableArray<ChartPart> Segments, CardElement InWords) : CardChart(InWords)
{
    private protected override ReadOnlySpan<byte> Type => "Chart.Gauge"u8;

    private protected override void WriteData(CardWriter writer)
    {
        writer.Number("value"u8, Percent);
        writer.Number("min"u8, 0);
        writer.Number("max"u8, 100);
        writer.Text("valueFormat"u8, "Percentage"u8);
        writer.OpenArray("segments"u8);
        foreach (var (legend, size, color) in Segments)
        {
            writer.OpenObject();
            writer.Text("legend"u8, legend);
            writer.Number("size"u8, size);
            WriteColor(writer, color);
            writer.Close();
        }

        writer.CloseArray();
    }
}

/// <summary>Bars one below the other.</summary>
/// <param name="Bars">From top to bottom.</param>
/// <param name="InWords">The same in words or rows.</param>
public sealed record BarChart(ImmutableArray<ChartPart> Bars, CardElement InWords) : CardChart(InWords)
{
    private protected override ReadOnlySpan<byte> Type => "Chart.HorizontalBar"u8;

    private protected override void WriteData(CardWriter writer)
    {
        writer.OpenArray("data"u8);
        foreach (var (legend, value, color) in Bars)
        {
            writer.OpenObject();
            writer.Text("x"u8, legend);
            writer.Number("y"u8, value);
            WriteColor(writer, color);
            writer.Close();
        }

        writer.CloseArray();
    }
}

/// <summary>Bars one below the other, each of several parts.</summary>
/// <param name="Bars">From top to bottom: the name of the bar and its parts from left to right.</param>
/// <param name="InWords">The same in words or rows.</param>
public sealed record StackedBarChart(ImmutableArray<(string Name, ImmutableArray<ChartPart> Parts)> Bars, CardElement InWords) : CardChart(InWords)
{
    private protected override ReadOnlySpan<byte> Type => "Chart.HorizontalBar.Stacked"u8;

    private protected override void WriteData(CardWriter writer)
    {
        writer.OpenArray("data"u8);
        foreach (var (name, parts) in Bars)
        {
            writer.OpenObject();
            writer.Text("title"u8, name);
            writer.OpenArray("data"u8);
            foreach (var (legend, value, color) in parts)
            {
                writer.OpenObject();
                writer.Text("legend"u8, legend);
                writer.Number("value"u8, value);
                WriteColor(writer, color);
                writer.Close();
            }

            writer.CloseArray();
            writer.Close();
        }

        writer.CloseArray();
    }
}
