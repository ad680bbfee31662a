using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Review;

namespace ZhoushanBot.Turns;

/// <summary>
/// 👍 and 👎: a card's button sends <c>{"verb":"feedback","answer":"ID","verdict":"up"}</c> (or <c>"down"</c>), as a message's value or an invoke's
/// data; or somebody types a thumb or 没用 right behind the answer.
/// </summary>
internal sealed class Feedback(QuestionLog questions, ConversationMemory memory)
{
    /// <summary>The verb of a button that judges.</summary>
    public const string Verb = "feedback";

    /// <summary>Takes a verdict.</summary>
    /// <returns>What to say to it; null when the turn is something else.</returns>
    public Activity? ReplyTo(TurnContext turn)
    {
        var activity = turn.Activity;
        if ((turn.CardAction?.Action?.Data ?? (turn.Text.Length == 0 ? activity.Value : null)) is { } data)
        {
            return PressedIn(data) is var (answerId, pressed) ? Judge(activity, answerId, pressed) : null;
        }

        return VerdictWords.Of(turn.Text) is { } typed && memory.LastAnswer(ConversationKey.Of(activity)) is { } last ? Judge(activity, last, typed) : null;
    }

    private static (string AnswerId, Verdict Verdict)? PressedIn(JsonElement data)
    {
        if (TextIn(data, "verb") != Verb || TextIn(data, "answer") is not { } answerId)
        {
            return null;
        }

        return TextIn(data, "verdict") switch
        {
            "up" => (answerId, Verdict.Up),
            "down" => (answerId, Verdict.Down),
            _ => null,
        };
    }

    private static string? TextIn(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private Activity Judge(Activity activity, string answerId, Verdict verdict)
    {
        var judged = questions.Judge(answerId, verdict, activity.From?.Id);
        var language = judged ?? ReplyActivities.LanguageOf(activity.Locale);
        var words = ReviewText.In(language);
        return ReplyActivities.Of(judged is null ? words.AnswerNotKnown : words.Thanks(verdict), language);
    }
}
