using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Turns;

/// <summary>
/// What one slice does in a conversation: it takes what is its own and leaves the rest. The first part that answers is the one that does; what no part takes is
/// a question about the notice.
/// </summary>
internal interface ITurnPart
{
    /// <summary>A button that was pressed.</summary>
    /// <param name="request">Who, where and how.</param>
    /// <param name="command">What.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when the verb is not this part's.</returns>
    ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken) => default;

    /// <summary>Something typed, before it is read as a question: called on every turn, so it must tell cheaply that a text is not its own.</summary>
    /// <param name="request">Who, where and how.</param>
    /// <param name="text">What, mentions taken off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when it is not this part's.</returns>
    ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken) => default;

    /// <summary>A question that was read, with the notice's answer to it.</summary>
    /// <param name="request">Who, where and how.</param>
    /// <param name="answer">How it was read, and what the notice says.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Null when it is a question about the notice.</returns>
    ValueTask<TurnReply?> TryQuestionAsync(TurnRequest request, AssistantReply answer, CancellationToken cancellationToken) => default;

    /// <summary>Completes what the notice says by what happened since; called for every answer, so that it must be cheap where nothing did.</summary>
    /// <param name="request">Who, where and how.</param>
    /// <param name="answer">How it was read, and what the notice says.</param>
    /// <returns>The same where there is nothing to add.</returns>
    AssistantReply Amend(TurnRequest request, AssistantReply answer) => answer;
}

/// <summary>Who asks, where, and how an answer is shown there.</summary>
/// <param name="Caller">Who and where; null when the activity does not tell, so that nothing but asking is allowed.</param>
/// <param name="Language">Of the person's client, where the words do not tell.</param>
/// <param name="Host">What shows cards; null where none are shown.</param>
/// <param name="Key">The channel's own names of all that: for what is remembered of the conversation, and for a card's refresh. Nobody vouches for them.</param>
internal sealed record TurnRequest(Caller? Caller, ReplyLanguage Language, CardHost? Host, ConversationKey Key);

/// <summary>A pressed button: <c>{"verb": …}</c> with its data and the card's inputs.</summary>
/// <param name="Verb">Such as <c>reminder.acknowledge</c>; each part owns the verbs that begin with its name.</param>
/// <param name="Data">All of it, an object.</param>
/// <param name="IsRefresh">The card asked by itself: nothing may change.</param>
internal sealed record CardCommand(string Verb, JsonElement Data, bool IsRefresh)
{
    /// <summary>A text of the data, trimmed; null when it is missing, empty or no text.</summary>
    public string? Text(string name) =>
        Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text
        : Data.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetRawText()
        : null;

    /// <summary>The command in a button's data; null when there is none.</summary>
    public static CardCommand? In(JsonElement data, bool isRefresh) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String && verb.GetString() is { Length: > 0 } name
            ? new CardCommand(name, data, isRefresh)
            : null;
}

/// <summary>What is said.</summary>
internal sealed record TurnReply
{
    /// <summary>Language of it.</summary>
    public required ReplyLanguage Language { get; init; }

    /// <summary>A card; null when a sentence is enough, and for an answer, which makes its own.</summary>
    public AdaptiveCard? Card { get; init; }

    /// <summary>The card takes the place of the one whose button was pressed, for everybody in the conversation.</summary>
    public bool ReplacesPressed { get; init; }

    /// <summary>The channel's id of another message that shows what the card shows, and is to show it too; null for none.</summary>
    public string? AlsoReplaces { get; init; }

    /// <summary>
    /// The card takes the place of the one whose button was pressed for whoever pressed: they looked, and nothing was done. Where others see the pressed card too
    /// and the channel cannot tell them apart, it comes below.
    /// </summary>
    public bool ReplacesView { get; init; }

    /// <summary>An answer about the notice; null for anything else.</summary>
    public AssistantReply? Answer { get; init; }

    /// <summary>Id by which the answer can be judged; null for one that is not asked about.</summary>
    public string? AnswerId { get; init; }

    /// <summary>All of it as plain text, for where no card is shown.</summary>
    public string Text { get => Answer?.Text ?? field; init; } = string.Empty;

    /// <summary>Questions that may follow, where no card carries them; may be empty.</summary>
    public ImmutableArray<string> Suggestions { get => Answer?.Suggestions ?? field; init; } = [];

    /// <summary>It in one line.</summary>
    public string Summary => Answer?.Answer.Headline ?? Card?.Summary ?? Text;

    /// <summary>An answer about the notice.</summary>
    /// <param name="answer">It.</param>
    /// <param name="answerId">See <see cref="AnswerId"/>.</param>
    public static TurnReply Of(AssistantReply answer, string? answerId = null) => new() { Language = answer.Language, Answer = answer, AnswerId = answerId };

    /// <summary>A sentence.</summary>
    public static TurnReply Say(string text, ReplyLanguage language) => new() { Language = language, Text = text };
}
