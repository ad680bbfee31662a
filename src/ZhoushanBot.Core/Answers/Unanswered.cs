using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Tells the questions that somebody should look at from those that were answered with a well-founded no.</summary>
public static class Unanswered
{
    /// <summary>
    /// True when the question was not understood or nothing was found for its subject. False for talk, for what the bot does not keep (other cities,
    /// telephone numbers), for instructions and junk, and where "none" is the answer.
    /// </summary>
    public static bool IsUnanswered(this AssistantReply reply) => !reply.Answer.IsFound && reply.Reading.Question switch
    {
        Question.Refusal { Reason: RefusalReason.NotFound or RefusalReason.NotUnderstood } => true,
        Question.Tasks { Filter.Subject.IsEmpty: false } => true,
        Question.AreaFigures { Filter.Subject.IsEmpty: false } => true,
        _ => false,
    };
}
