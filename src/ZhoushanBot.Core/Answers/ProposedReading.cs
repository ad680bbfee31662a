using System.Buffers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers a question by the words that somebody else proposed for it. Nothing of the proposal is believed: it is a question, no more.</summary>
public static class ProposedReading
{
    private const int Longest = 80;
    private const int Shortest = 2;

    // What a plain question is written with; anything else (markup, links, line ends) is no question.
    private static readonly SearchValues<char> Marks = SearchValues.Create(" ,，、。.?？!！'’-()（）〔〕“”\"&");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789.%零〇一二三四五六七八九十百千万亿两");

    /// <summary>The answer, which says how the question was understood.</summary>
    /// <param name="proposed">The proposal; may be anything.</param>
    /// <param name="asked">What was typed.</param>
    /// <param name="refused">The reply without the proposal.</param>
    /// <param name="context">What was said before; the proposal itself leans on nothing.</param>
    /// <param name="index">The store.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null when the proposal is no plain question, brings figures of its own, or finds nothing either.</returns>
    public static AssistantReply? Answer(
        string proposed, string asked, AssistantReply refused, ConversationContext context, WorkItemIndex index, DateTimeOffset now)
    {
        var question = proposed.Trim();
        if (!IsPlain(question) || BringsFigures(question, asked))
        {
            return null;
        }

        var reply = Assistant.Reply(question, ConversationContext.Empty, index, now, refused.Language);
        var isFromStore = reply.Reading.Question is Question.Tasks or Question.AreaFigures or Question.AboutNotice or Question.TasksByOfficial or Question.TasksByOrganization;
        if (!reply.Answer.IsFound || !isFromStore || reply.Language != refused.Language)
        {
            return null;
        }

        var understood = UnderstoodText.In(reply.Language).UnderstoodAs(question);
        return reply with
        {
            Answer = reply.Answer with { Headline = $"{understood}\n{reply.Answer.Headline}" },
            Context = reply.Context.Turns is [var turn, ..] ? context.With(turn) : context,
            Reading = reply.Reading with { Rule = $"proposed; {reply.Reading.Rule}" },
        };
    }

    private static bool IsPlain(string question) =>
        question.Length is >= Shortest and <= Longest && question.All(c => char.IsLetterOrDigit(c) || Marks.Contains(c));

    /// <summary>True when a number, or two Chinese numerals together, stands in the proposal and nowhere in what was asked.</summary>
    private static bool BringsFigures(string question, string asked)
    {
        var (text, source) = (NormalizedText.Fold(question), NormalizedText.Fold(asked));
        if (text.Contains("百分之", StringComparison.Ordinal) && !source.Contains("百分之", StringComparison.Ordinal))
        {
            return true;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && Numerals.Contains(text[end]))
            {
                end++;
            }

            var run = text.AsSpan(at, end - at).Trim('.');
            if ((run.Length > 1 || (run.Length == 1 && char.IsAsciiDigit(run[0]))) && !source.AsSpan().Contains(run, StringComparison.Ordinal))
            {
                return true;
            }

            at = end;
        }

        return false;
    }
}

/// <summary>How the bot says in whose words it answers.</summary>
internal abstract class UnderstoodText
{
    private UnderstoodText()
    {
    }

    public abstract string UnderstoodAs(string question);

    public static UnderstoodText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private sealed class Chinese : UnderstoodText
    {
        public static readonly Chinese Instance = new();

        public override string UnderstoodAs(string question) => $"按“{question}”理解：";
    }

    private sealed class English : UnderstoodText
    {
        public static readonly English Instance = new();

        public override string UnderstoodAs(string question) => $"Understood as: {question}";
    }
}
