using System.Text.RegularExpressions;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>"研发强度是2.5%吗？另外高新技术企业要新培育几家": two questions in one message. Each is answered, and the second may lean on the first.</summary>
internal static partial class DoubleQuestion
{
    private const int LongestQuestion = 200;
    private const int ShortestPart = 4;
    private const int ShortestClause = 2;
    private const int MostLines = 10;
    private const int MostTasks = 26;

    /// <summary>Both answers in one; null where the words are one question, or one of two has no short answer by itself.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="context">What was said before.</param>
    /// <param name="answer">Answers one question after what was said.</param>
    public static AssistantReply? Reply(string text, ConversationContext context, Func<string, ConversationContext, AssistantReply> answer)
    {
        if (text.Length > LongestQuestion || PartsOf(text) is not { } parts || parts.One.Trim().Length < ShortestPart || parts.Other.Trim().Length < (parts.IsByComma ? ShortestClause : ShortestPart))
        {
            return null;
        }

        if (answer(parts.One, context) is not { } first || !(IsShort(first) || IsCount(first)) || answer(parts.Other, first.Context) is not { } second || !(IsShort(second) || IsNone(second) || IsNotKept(second)))
        {
            return null;
        }

        if (parts.IsByComma && BareAmount().IsMatch(parts.Other) && first.Reading.Question is Question.AreaFigures { Areas.IsEmpty: true })
        {
            // "哪个区最多，多少个": whoever has most is told with how many.
            return first;
        }

        return first.Answer.Headline == second.Answer.Headline || (parts.IsByComma && (IsOverview(first) || IsOverview(second) || !(Leans(second.Reading) || IsNotKept(second)))) || (parts.IsByComma && answer(text, context) is var whole && IsWhole(whole)) ? null : Joined(first, second);
    }

    /// <summary>Two sentences, or two clauses that both ask; null where there are not two.</summary>
    private static (string One, string Other, bool IsByComma)? PartsOf(string text)
    {
        if (Between().Match(text) is { Success: true } between)
        {
            var (one, other) = (text[..(between.Index + 1)], text[(between.Index + between.Length)..]);
            return !Between().IsMatch(other) && Asks().IsMatch(other) ? (one, other, false) : null;
        }

        if (EnglishAnd().Match(text) is { Success: true } and && Asks().IsMatch(text[..and.Index]) && !EachOfThem().IsMatch(text[and.Index..]))
        {
            return (text[..and.Index], text[(and.Index + and.Length)..], true);
        }

        for (var at = text.AsSpan().LastIndexOfAny(',', '，'); at > 0; at = text.AsSpan(0, at).LastIndexOfAny(',', '，'))
        {
            // "…在哪几个区，各几座": both of the same.
            if (!IsInBrackets(text, at) && Asks().IsMatch(text[..at]) && Asks().IsMatch(text[(at + 1)..]) && !EachOfThem().IsMatch(text[(at + 1)..]) && !TakenInToo().IsMatch(text[(at + 1)..]))
            {
                return (text[..at], text[(at + 1)..], true);
            }
        }

        return null;
    }

    /// <summary>"(the municipal list, not the provincial one)": a comma inside of brackets parts nothing.</summary>
    private static bool IsInBrackets(string text, int at) => text.AsSpan(0, at).LastIndexOfAny('(', '（') > text.AsSpan(0, at).LastIndexOfAny(')', '）');

    /// <summary>"有牵头的吗": that there is none is an answer.</summary>
    private static bool IsNone(AssistantReply reply) =>
        reply is { Answer.IsFound: false, Reading: { IsFollowUp: true, Status: null, Question: Question.AreaFigures or Question.Tasks { Filter: { Subject.IsEmpty: true, Organizations.IsEmpty: false } } } };

    /// <summary>"…电话多少": what no notice has does not take away the answer to the rest.</summary>
    private static bool IsNotKept(AssistantReply reply) => reply.Reading.Question is Question.Refusal { Reason: RefusalReason.NotKept };

    /// <summary>It goes on from the first, or names something itself; "民生实事占几项" alone would count those of everybody.</summary>
    private static bool Leans(Reading reading) => reading.IsFollowUp || !reading.Recognition.Mentions.IsEmpty || !reading.Recognition.Subject.IsEmpty;

    /// <summary>Everybody's tasks, or the notice itself: what is asked of one is told together.</summary>
    private static bool IsOverview(AssistantReply reply) => reply.Reading.Question is Question.TasksByOfficial or Question.TasksByOrganization or Question.AboutNotice;

    /// <summary>"多少，归谁管": read as one question that asks for both.</summary>
    private static bool IsWhole(AssistantReply reply) => reply.Reading.Question is Question.Tasks { Besides.IsEmpty: false };

    private static bool IsShort(AssistantReply reply) =>
        reply is { Answer: { IsFound: true, NextOffset: 0, LinesBefore: 0, Lines.Length: <= MostTasks }, Turn: not null, Reading: { Status: null, Question: Question.Tasks or Question.AreaFigures or Question.AboutNotice or Question.TasksByOfficial or Question.TasksByOrganization } }
        && (reply.Reading.Question is Question.Tasks || reply.Answer.Lines.Length <= MostLines);

    /// <summary>However many tasks it lists, its first line is the answer.</summary>
    private static bool IsCount(AssistantReply reply) =>
        reply is { Answer: { IsFound: true, LinesBefore: 0 }, Turn: not null, Reading: { Status: null, Question: Question.Tasks { Aspect: TaskAspect.Count, Filter: { Subject.IsEmpty: true } filter } } } && !filter.IsEverything;

    private static AssistantReply Joined(AssistantReply first, AssistantReply second)
    {
        var (one, other) = (first.Answer, second.Answer);
        var gap = one.Headline[^1] is '。' or '.' or ':' or '：' ? " " : second.Words.PartSeparator;
        var answer = other with
        {
            Headline = one.Headline.Contains(other.Headline, StringComparison.Ordinal) ? one.Headline : other.Headline.Contains(Told(one.Headline), StringComparison.Ordinal) ? other.Headline : one.Headline + gap + other.Headline,
            Lines = IsNotKept(second) ? one.Lines : IsListedAgain(first, second) ? other.Lines : IsShort(first) ? [.. one.Lines, .. other.Lines.Where(l => !one.Lines.Any(o => o.Text == l.Text && o.Place == l.Place))] : other.Lines,
            IsFound = one.IsFound || other.IsFound,
            Source = one.Source == other.Source || other.Source.Length == 0 ? one.Source : one.Source.Length == 0 ? other.Source : $"{one.Source}{second.Words.PartSeparator}{other.Source}",
            Shown = [.. one.Shown.Union(other.Shown, StringComparer.Ordinal)],
        };
        return new AssistantReply(answer, first.Context, (IsNotKept(second) ? first.Turn! : second.Turn ?? first.Turn!) with { Shown = answer.Shown }, second.Reading, second.Words);
    }

    /// <summary>"领了几个，哪个跟…有关", "谁分管，几项": the tasks of the second stand among those of the first, and are asked for in the second.</summary>
    private static bool IsListedAgain(AssistantReply first, AssistantReply second) =>
        second.Answer.Shown.Length > 0 && second.Answer.Shown.All(id => first.Answer.Shown.Contains(id, StringComparer.Ordinal))
        && first.Reading.Question is Question.Tasks { Aspect: TaskAspect.Count or TaskAspect.List or TaskAspect.Officials } && second.Reading.Question is Question.Tasks { Aspect: not (TaskAspect.Partners or TaskAspect.Officials or TaskAspect.Leads or TaskAspect.Fields) };

    [GeneratedRegex(@"[?？;；]+\s*(?:另外|还有|此外|以及|and also|also|and)?[，,]?\s*(?=\S)|[，,。]\s*(?:另外|此外|还想问|顺便问)[，,]?\s*|,? and also ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    /// <summary>"找到 2 项相关任务：甲；乙" without what only counts.</summary>
    private static string Told(string headline) => Found().Replace(headline, string.Empty).Trim().TrimEnd('：', ':');

    [GeneratedRegex("^(?:找到 [0-9]+ 项(?:相关)?任务[，：]|[0-9,]+ tasks? fits?[,:])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Found();

    [GeneratedRegex("^ *(?:是|有|要)?(?:多少|几)(?:个|人|公里|家|座|台|户|所|万|条|处|套|栋|名)?[?？。 ]*$|^ *how (?:many|much)[?. ]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex BareAmount();

    [GeneratedRegex("^ *(?:各|分别|每个?)(?:是|有|要)?(?:几|多少)|\\beach[?. ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EachOfThem();

    // …，省里那几个也算上: counted in, and asked for with the rest
    [GeneratedRegex("(?:也|都|全)(?:要)?(?:算|计|列|加|包括)(?:上|入|进|在内|进来|进去)?[。!！?？ ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TakenInToo();

    [GeneratedRegex(@",? (?:and|&) (?=(?:what|which|who|whose|how|when|where|is|are|does|do|did|has|have) )", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft, 1000)]
    private static partial Regex EnglishAnd();

    [GeneratedRegex(@"多少|几|谁|哪|什么|啥|何时|吗|是不是|有没有|是否|还是|对不对|呢[?？。]*$|(\p{IsCJKUnifiedIdeographs}{1,2})不\1|\b(?:how|what|which|who|whose|whom|when|is|are|does|do|did|has|have|number of)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Asks();
}
