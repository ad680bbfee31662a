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

    // With these the answer is as long as its text may be; the card's JSON has a limit of its own.
    private const int LongestLines = 7_400;

    /// <summary>Whether the answer gains by being a card: one that is only a sentence is said as such.</summary>
    public static bool Suits(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return !answer.Lines.IsEmpty || answer.Source.Length > 0 || (!answer.IsFound && !answer.Suggestions.IsEmpty);
    }

    /// <summary>The card, as a host wants it. Never more than <see cref="AdaptiveCard.MaxBytes"/>: lines that do not fit are counted on it.</summary>
    public static ReadOnlyMemory<byte> Of(AssistantReply reply, CardHost host)
    {
        ArgumentNullException.ThrowIfNull(reply);
        for (var lines = LinesWithin(reply.Answer); ; lines -= Math.Max(1, lines / 8))
        {
            var card = Card(reply, lines).ToUtf8(host);
            if (card.Length <= AdaptiveCard.MaxBytes || lines == 0)
            {
                return card;
            }
        }
    }

    private static int LinesWithin(Answer answer)
    {
        var used = answer.Headline.Length;
        for (var at = 0; at < answer.Lines.Length; at++)
        {
            var line = answer.Lines[at];
            used += line.Text.Length + line.Place.Length + 8;
            foreach (var detail in line.Details)
            {
                used += detail.Length + 1;
            }

            if (used > LongestLines)
            {
                return at;
            }
        }

        return answer.Lines.Length;
    }

    private static AdaptiveCard Card(AssistantReply reply, int lines)
    {
        var answer = reply.Answer;
        var body = ImmutableArray.CreateBuilder<CardElement>((3 * lines) + 4);
        AddHeadline(body, answer);
        AddLines(body, answer, lines);
        var left = answer.Lines.Skip(lines).Count(line => !line.IsHeading);
        if (left > 0)
        {
            body.Add(new TextBlock(reply.Words.NotShown(left)) { Size = TextSize.Small, IsSubtle = true });
        }

        if (answer.Source.Length > 0)
        {
            body.Add(new TextBlock(answer.Source) { Size = TextSize.Small, IsSubtle = true, HasSeparator = true, Spacing = Spacing.Medium });
        }

        return new AdaptiveCard
        {
            Language = reply.Language,
            Summary = answer.Headline,
            Body = body.DrainToImmutable(),
            Buttons = ImmutableArray.CreateRange(answer.Suggestions, CardButton (question) => new AskButton(question)),
        };
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

    private static void AddLines(ImmutableArray<CardElement>.Builder body, Answer answer, int lines)
    {
        var isNumbered = answer.Lines.Count(line => !line.IsHeading) > 1;
        var number = 0;
        for (var at = 0; at < lines; at++)
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
