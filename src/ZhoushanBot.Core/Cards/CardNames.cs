using System.Text.Json;

namespace ZhoushanBot.Core.Cards;

/// <summary>The words that every line of a card has, some hundred times on a page: made ready for JSON once.</summary>
internal static class CardNames
{
    public static readonly JsonEncodedText Color = JsonEncodedText.Encode("color");

    public static readonly JsonEncodedText Inlines = JsonEncodedText.Encode("inlines");

    public static readonly JsonEncodedText IsSubtle = JsonEncodedText.Encode("isSubtle");

    public static readonly JsonEncodedText RichTextBlock = JsonEncodedText.Encode("RichTextBlock");

    public static readonly JsonEncodedText Separator = JsonEncodedText.Encode("separator");

    public static readonly JsonEncodedText Size = JsonEncodedText.Encode("size");

    public static readonly JsonEncodedText Spacing = JsonEncodedText.Encode("spacing");

    public static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");

    public static readonly JsonEncodedText TextBlock = JsonEncodedText.Encode("TextBlock");

    public static readonly JsonEncodedText TextRun = JsonEncodedText.Encode("TextRun");

    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");

    public static readonly JsonEncodedText Weight = JsonEncodedText.Encode("weight");

    public static readonly JsonEncodedText Wrap = JsonEncodedText.Encode("wrap");
}
