using System.Collections.Immutable;

namespace ZhoushanBot.Core.Cards;

/// <summary>A name and a text that go with a pressed button.</summary>
/// <param name="Name">Field of the data; not "verb", "ask" or "msteams", nor the id of an input.</param>
/// <param name="Value">Its value.</param>
public readonly record struct CardDatum(string Name, string Value);

/// <summary>Something to press. A closed set.</summary>
/// <param name="Title">On the button; plain text.</param>
public abstract record CardButton(string Title)
{
    /// <summary>How it looks.</summary>
    public ButtonStyle Style { get; init; }

    /// <summary>Whether it may stand behind "…".</summary>
    public bool IsSecondary { get; init; }

    /// <summary>More about it, for a pointer resting on it and for screen readers; empty for none.</summary>
    public string Tooltip { get; init; } = string.Empty;

    internal abstract void Write(CardWriter writer);

    private protected void WriteLook(CardWriter writer)
    {
        writer.TextUnlessEmpty("title"u8, Title);
        if (Style != ButtonStyle.Default)
        {
            writer.Text("style"u8, Style.Name());
        }

        if (IsSecondary)
        {
            writer.Text("mode"u8, "secondary"u8);
        }

        writer.TextUnlessEmpty("tooltip"u8, Tooltip);
    }
}

/// <summary>Equals typing a text: it appears as said by the person, and is answered like anything that was typed.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Text">What is typed; one line.</param>
public sealed record AskButton(string Title, string Text) : CardButton(Title)
{
    /// <summary>A button that shows what it types.</summary>
    public AskButton(string text)
        : this(text, text)
    {
    }

    internal override void Write(CardWriter writer)
    {
        writer.Open("Action.Submit"u8);
        WriteLook(writer);

        // Web Chat takes data that is a text for something typed; with the inputs of a form merged into it, it would be none.
        writer.Text("associatedInputs"u8, "none"u8);
        if (writer.Host == CardHost.WebChat)
        {
            writer.Text("data"u8, Text);
        }
        else
        {
            writer.OpenObject("data"u8);
            writer.Text("ask"u8, Text);
            writer.OpenObject("msteams"u8);
            writer.Text(CardNames.Type, "imBack"u8);
            writer.Text("value"u8, Text);
            writer.Close();
            writer.Close();
        }

        writer.Close();
    }
}

/// <summary>
/// Does something. The bot gets <c>{"verb": …}</c> with the data, and with the card's inputs by their ids. Where the host has Universal Actions
/// it comes as an invoke, whose answer takes the card's place; elsewhere as a message's value.
/// </summary>
/// <param name="Title">On the button.</param>
/// <param name="Verb">What to do.</param>
public sealed record VerbButton(string Title, string Verb) : CardButton(Title)
{
    /// <summary>Goes with it; may be empty.</summary>
    public ImmutableArray<CardDatum> Data { get; init; } = [];

    /// <summary>The inputs need not be valid, and are not sent.</summary>
    public bool IgnoresInputs { get; init; }

    internal override void Write(CardWriter writer)
    {
        if (!writer.Host.HasUniversalActions())
        {
            WriteSubmit(writer);
            return;
        }

        writer.Open("Action.Execute"u8);
        WriteLook(writer);
        WriteOwn(writer, Verb, Data, IgnoresInputs);
        writer.Text("verb"u8, Verb);
        writer.Name("fallback"u8);
        WriteSubmit(writer);
        writer.Close();
    }

    /// <summary>An Action.Execute without fallback, as a card's refresh wants it.</summary>
    internal static void WriteExecute(CardWriter writer, string title, string verb, ImmutableArray<CardDatum> data)
    {
        writer.Open("Action.Execute"u8);
        writer.TextUnlessEmpty("title"u8, title);
        WriteOwn(writer, verb, data, ignoresInputs: true);
        writer.Text("verb"u8, verb);
        writer.Close();
    }

    private static void WriteOwn(CardWriter writer, string verb, ImmutableArray<CardDatum> data, bool ignoresInputs)
    {
        if (ignoresInputs)
        {
            writer.Text("associatedInputs"u8, "none"u8);
        }

        // The verb is in the data too, so that both ways in are read alike.
        writer.OpenObject("data"u8);
        writer.Text("verb"u8, verb);
        foreach (var (name, value) in data)
        {
            writer.Text(name, value);
        }

        writer.Close();
    }

    private void WriteSubmit(CardWriter writer)
    {
        writer.Open("Action.Submit"u8);
        WriteLook(writer);
        WriteOwn(writer, Verb, Data, IgnoresInputs);
        writer.Close();
    }
}

/// <summary>Opens a page in the browser.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Url">Where; https.</param>
public sealed record LinkButton(string Title, Uri Url) : CardButton(Title)
{
    internal override void Write(CardWriter writer)
    {
        writer.Open("Action.OpenUrl"u8);
        WriteLook(writer);
        writer.Text("url"u8, Url.AbsoluteUri);
        writer.Close();
    }
}

/// <summary>Unfolds a form below the card.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Body">The form, with its inputs.</param>
/// <param name="Buttons">Below the form; what sends it.</param>
public sealed record FormButton(string Title, ImmutableArray<CardElement> Body, ImmutableArray<CardButton> Buttons) : CardButton(Title)
{
    internal override void Write(CardWriter writer)
    {
        writer.Open("Action.ShowCard"u8);
        WriteLook(writer);
        writer.OpenObject("card"u8);
        writer.Text(CardNames.Type, "AdaptiveCard"u8);
        writer.Elements("body"u8, Body);
        if (!Buttons.IsEmpty)
        {
            writer.Buttons("actions"u8, Buttons);
        }

        writer.Close();
        writer.Close();
    }
}

/// <summary>Shows elements that are hidden, and hides those that are shown.</summary>
/// <param name="Title">On the button.</param>
/// <param name="Ids">Which, by <see cref="CardElement.Id"/>.</param>
public sealed record ToggleButton(string Title, ImmutableArray<string> Ids) : CardButton(Title)
{
    internal override void Write(CardWriter writer)
    {
        writer.Open("Action.ToggleVisibility"u8);
        WriteLook(writer);
        writer.OpenArray("targetElements"u8);
        foreach (var id in Ids)
        {
            writer.Value(id);
        }

        writer.CloseArray();
        writer.Close();
    }
}
