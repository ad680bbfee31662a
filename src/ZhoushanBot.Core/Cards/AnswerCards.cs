using System.Collections.Immutable;
using ZhoushanBot.Core.Answers;

namespace ZhoushanBot.Core.Cards;

/// <summary>
/// An answer as a card: the answer itself, a line for each task with its place and details, the source, and the questions that may follow as
/// buttons. It holds every word of the answer's text, in its order.
/// </summary>
public static class AnswerCards
{
    // A longer headline is a sentence to read, not a title.
    private const int LongestTitle = 130;

    // As long as the answer's text may be: a longer one is no chat reply, and what does not fit is counted.
    private const int LongestLines = 7_400;

    /// <summary>Whether the answer gains by being a card: one that is only a sentence is said as such.</summary>
    public static bool Suits(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return !answer.Lines.IsEmpty || answer.Source.Length > 0 || (!answer.IsFound && !answer.Suggestions.IsEmpty);
    }

    /// <summary>
    /// The cards, as a host wants them, each of at most <see cref="AdaptiveCard.MaxBytes"/>: nearly always one; a longer answer goes on with the
    /// next line on the next card, and the last one has the source and the buttons.
    /// </summary>
    /// <param name="reply">The answer.</param>
    /// <param name="host">What shows it.</param>
    /// <param name="answerId">By which it can be judged; null where nobody is asked.</param>
    public static ImmutableArray<ReadOnlyMemory<byte>> Of(AssistantReply reply, CardHost host, string? answerId = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var pages = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(1);
        AddPages(pages, reply, host, answerId, 0, LinesWithin(reply.Answer));
        return pages.DrainToImmutable();
    }

    private static void AddPages(ImmutableArray<ReadOnlyMemory<byte>>.Builder pages, AssistantReply reply, CardHost host, string? answerId, int from, int to)
    {
        var card = Card(reply, answerId, from, to).ToUtf8(host);
        if (card.Length <= AdaptiveCard.MaxBytes)
        {
            pages.Add(card);
        }
        else if (to - from > 1)
        {
            var middle = (from + to) / 2;
            AddPages(pages, reply, host, answerId, from, middle);
            AddPages(pages, reply, host, answerId, middle, to);
        }
        else
        {
            // One line that fills a card by itself, as it can only by characters that JSON writes in six: its details are left to a question for it alone.
            pages.Add(Card(reply with { Answer = WithoutDetails(reply.Answer) }, answerId, from, to).ToUtf8(host));
        }
    }

    private static Answer WithoutDetails(Answer answer) => answer with { Lines = [.. answer.Lines.Select(line => line with { Details = [] })] };

    private static int LinesWithin(Answer answer)
    {
        var used = answer.Headline.Length;
        for (var at = 0; at < answer.Lines.Length; at++)
        {
            var line = answer.Lines[at];
            used += line.Text.Length + line.Place.Length;
            foreach (var detail in line.Details)
            {
                used += detail.Length;
            }

            if (used > LongestLines)
            {
                return at;
            }
        }

        return answer.Lines.Length;
    }

    private static AdaptiveCard Card(AssistantReply reply, string? answerId, int from, int to)
    {
        var answer = reply.Answer;
        var body = ImmutableArray.CreateBuilder<CardElement>((3 * (to - from)) + 4);
        if (from == 0)
        {
            AddHeadline(body, answer);
        }

        AddLines(body, answer, from, to);
        var isLast = to == LinesWithin(answer);
        if (isLast)
        {
            AddEnd(body, reply, to);
        }

        return new AdaptiveCard
        {
            Language = reply.Language,
            Summary = answer.Headline,
            Body = body.DrainToImmutable(),
            Buttons = isLast ? ButtonsOf(reply, answerId) : [],
        };
    }

    private static ImmutableArray<CardButton> ButtonsOf(AssistantReply reply, string? answerId)
    {
        var asks = ImmutableArray.CreateRange(reply.Answer.Suggestions, CardButton (question) => new AskButton(question));
        return answerId is null ? asks : [.. asks, .. FeedbackButtons.For(answerId, reply.Language, asks.Length)];
    }

    private static void AddEnd(ImmutableArray<CardElement>.Builder body, AssistantReply reply, int shown)
    {
        var left = reply.Answer.Lines.Skip(shown).Count(line => !line.IsHeading);
        if (left > 0)
        {
            body.Add(new TextBlock(reply.Words.NotShown(left)) { Size = TextSize.Small, IsSubtle = true });
        }

        if (reply.Answer.Source.Length > 0)
        {
            body.Add(new TextBlock(reply.Answer.Source) { Size = TextSize.Small, IsSubtle = true, HasSeparator = true, Spacing = Spacing.Medium });
        }
    }

    private static void AddHeadline(ImmutableArray<CardElement>.Builder body, Answer answer)
    {
        var isTitle = Width(answer.Headline) <= LongestTitle;
        foreach (var sentence in answer.Headline.Split('\n'))
        {
            body.Add(new TextBlock(sentence) { Size = isTitle ? TextSize.Medium : TextSize.Default, Weight = isTitle ? TextWeight.Bolder : TextWeight.Default, IsHeading = isTitle });
        }

        if (answer.PageMark.Length > 0)
        {
            body.Add(new TextBlock(answer.PageMark) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None });
        }
    }

    private static void AddLines(ImmutableArray<CardElement>.Builder body, Answer answer, int from, int to)
    {
        var isNumbered = answer.LinesBefore > 0 || answer.Lines.Count(line => !line.IsHeading) > 1;
        var number = answer.LinesBefore + answer.Lines.Take(from).Count(line => !line.IsHeading);
        for (var at = from; at < to; at++)
        {
            var line = answer.Lines[at];
            if (line.IsHeading)
            {
                body.Add(new TextBlock(line.Text) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium, IsHeading = true });
                continue;
            }

            number++;
            body.Add(isNumbered
                ? new RichTextBlock([new TextRun(NumberLabel(number)) { Weight = TextWeight.Bolder, Color = TextColor.Accent }, new TextRun(line.Text)]) { Spacing = Spacing.Medium, HasSeparator = true }
                : new TextBlock(line.Text) { Spacing = Spacing.Medium, HasSeparator = true });
            if (line.Place.Length > 0)
            {
                body.Add(new TextBlock(line.Place) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None });
            }

            foreach (var detail in line.Details)
            {
                body.Add(new TextBlock(detail) { Size = TextSize.Small, Spacing = Spacing.None });
            }
        }
    }

    private static string NumberLabel(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}  ");

    /// <summary>Width in Latin letters: a Chinese character takes the room of two.</summary>
    private static int Width(string text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += c < '\u2E80' ? 1 : 2;
        }

        return width;
    }
}
