using System.Collections.Immutable;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Cards;

/// <summary>An Adaptive Card, version 1.5. Immutable; all text in it is plain, whatever characters it holds.</summary>
public sealed record AdaptiveCard
{
    /// <summary>Most bytes of a card's JSON: safe on every path to every host.</summary>
    public const int MaxBytes = 25 * 1024;

    /// <summary>Media type of a card as an attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Language of its texts.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>What it says in one sentence: read aloud, and shown where cards of this version are not.</summary>
    public required string Summary { get; init; }

    /// <summary>From top to bottom; may be empty.</summary>
    public ImmutableArray<CardElement> Body { get; init; } = [];

    /// <summary>Below the body; may be empty. Teams shows six and puts the rest, and secondary ones, behind "…".</summary>
    public ImmutableArray<CardButton> Buttons { get; init; } = [];

    /// <summary>Keeps itself up to date where the host can; null for a card that does not change.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>Takes the whole width of a Teams chat.</summary>
    public bool IsWide { get; init; }

    /// <summary>The JSON for one host, UTF-8.</summary>
    public ReadOnlyMemory<byte> ToUtf8(CardHost host)
    {
        using var writer = CardWriter.Rent(host);
        Write(writer);
        return writer.ToUtf8();
    }

    private void Write(CardWriter writer)
    {
        writer.Open("AdaptiveCard"u8);
        writer.Text("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
        writer.Text("version"u8, "1.5"u8);
        writer.Text("lang"u8, Language == ReplyLanguage.Chinese ? "zh"u8 : "en"u8);
        var summary = CardMarkup.Disarm(Summary);
        writer.Text("speak"u8, summary);
        writer.Text("fallbackText"u8, summary);
        if (IsWide && writer.Host == CardHost.Teams)
        {
            writer.OpenObject("msteams"u8);
            writer.Text("width"u8, "Full"u8);
            writer.Close();
        }

        if (Refresh is not null && writer.Host.HasUniversalActions())
        {
            Refresh.Write(writer);
        }

        writer.Elements("body"u8, Body);
        if (!Buttons.IsEmpty)
        {
            writer.Buttons("actions"u8, Buttons);
        }

        writer.Close();
    }
}

/// <summary>How a card that is looked at brings itself up to date: the bot is asked and answers with a new card.</summary>
/// <param name="Verb">What the bot is asked to do; it must change nothing.</param>
/// <param name="Data">Goes with the verb.</param>
/// <param name="UserIds">
/// Channel ids of those for whom it is done unasked; empty for nobody (they can still ask for it). Default, and more than <see cref="MostUsers"/>, are left out:
/// then the host does it for everybody in a chat of at most as many, and for nobody in a larger one.
/// </param>
public sealed record CardRefresh(string Verb, ImmutableArray<CardDatum> Data, ImmutableArray<string> UserIds)
{
    /// <summary>More are not taken by Teams.</summary>
    public const int MostUsers = 60;

    internal void Write(CardWriter writer)
    {
        writer.OpenObject("refresh"u8);
        writer.Name("action"u8);
        VerbButton.WriteExecute(writer, string.Empty, Verb, Data);
        if (!UserIds.IsDefault && UserIds.Length <= MostUsers)
        {
            writer.OpenArray("userIds"u8);
            foreach (var user in UserIds)
            {
                writer.Value(user);
            }

            writer.CloseArray();
        }

        writer.Close();
    }
}
