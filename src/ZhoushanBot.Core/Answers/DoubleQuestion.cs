using System.Text.RegularExpressions;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>"研发强度是2.5%吗？另外高新技术企业要新培育几家": two questions in one message. Each is answered, and the second may lean on the first.</summary>
internal static partial class DoubleQuestion
{
    private const int LongestQuestion = 200;
    private const int ShortestPart = 4;
    private const int MostLines = 10;

    /// <summary>Both answers in one; null where the words are one question, or one of two has no short answer by itself.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="context">What was said before.</param>
    /// <param name="answer">Answers one question after what was said.</param>
    public static AssistantReply? Reply(string text, ConversationContext context, Func<string, ConversationContext, AssistantReply> answer)
    {
        if (text.Length > LongestQuestion || Between().Match(text) is not { Success: true } between)
        {
            return null;
        }

        var (one, other) = (text[..between.Index], text[(between.Index + between.Length)..]);
        if (one.Trim().Length < ShortestPart || other.Trim().Length < ShortestPart || Between().IsMatch(other) || answer(one, context) is not { } first || !IsShort(first) || answer(other, first.Context) is not { } second || !IsShort(second))
        {
            return null;
        }

        return first.Answer.Headline == second.Answer.Headline ? null : Joined(first, second);
    }

    private static bool IsShort(AssistantReply reply) =>
        reply is { Answer: { IsFound: true, NextOffset: 0, LinesBefore: 0, Lines.Length: <= MostLines }, Turn: not null, Reading: { Status: null, Question: Question.Tasks or Question.AreaFigures or Question.AboutNotice or Question.TasksByOfficial or Question.TasksByOrganization } };

    private static AssistantReply Joined(AssistantReply first, AssistantReply second)
    {
        var (one, other) = (first.Answer, second.Answer);
        var gap = one.Headline[^1] is '。' or '.' or ':' or '：' ? " " : second.Words.PartSeparator;
        var answer = other with
        {
            Headline = one.Headline + gap + other.Headline,
            Lines = [.. one.Lines, .. other.Lines.Where(l => !one.Lines.Any(o => o.Text == l.Text && o.Place == l.Place))],
            Source = one.Source == other.Source || other.Source.Length == 0 ? one.Source : one.Source.Length == 0 ? other.Source : $"{one.Source}{second.Words.PartSeparator}{other.Source}",
            Shown = [.. one.Shown.Union(other.Shown, StringComparer.Ordinal)],
        };
        return new AssistantReply(answer, first.Context, second.Turn! with { Shown = answer.Shown }, second.Reading, second.Words);
    }

    [GeneratedRegex(@"[?？;；]+\s*(?:另外|还有|此外|以及|and also|also|and)?[，,]?\s*(?=\S)|[，,。]\s*(?:另外|此外|还想问|顺便问)[，,]?\s*|,? and also ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();
}
