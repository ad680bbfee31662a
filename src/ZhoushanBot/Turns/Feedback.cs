using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Review;

namespace ZhoushanBot.Turns;

/// <summary>👍 and 👎: the buttons of an answer's card, or a thumb or 没用 typed right behind the answer.</summary>
internal sealed class Feedback(QuestionLog questions, ConversationMemory memory) : ITurnPart
{
    /// <inheritdoc/>
    public ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken) => new(
        command.Verb == FeedbackButtons.Verb && command.Text(FeedbackButtons.AnswerField) is { } answerId && FeedbackButtons.VerdictIn(command.Text(FeedbackButtons.VerdictField)) is { } verdict
            ? Judge(request, answerId, verdict)
            : null);

    /// <inheritdoc/>
    public ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken) => new(
        VerdictWords.Of(text.Folded) is { } verdict && memory.LastAnswer(request.Key) is { } answerId ? Judge(request, answerId, verdict) : null);

    private TurnReply Judge(TurnRequest request, string answerId, Verdict verdict)
    {
        var judged = questions.Judge(answerId, verdict, request.Key.UserId);
        var language = judged ?? request.Language;
        var words = ReviewText.In(language);
        return TurnReply.Say(judged is null ? words.AnswerNotKnown : words.Thanks(verdict), language);
    }
}
