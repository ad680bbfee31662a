using System.Text;

namespace ZhoushanBot.Core.Answers;

/// <summary>An answer as plain text: headline, numbered lines, source, and what may be asked next.</summary>
internal static class PlainText
{
    /// <summary>A longer text is no chat reply; what does not fit is counted.</summary>
    private const int LongestLines = 7_400;

    public static string Of(Answer answer, AnswerText text)
    {
        var result = new StringBuilder(512);
        result.Append(answer.Headline);
        if (answer.PageMark.Length > 0)
        {
            result.Append(' ').Append(answer.PageMark);
        }

        var number = answer.LinesBefore;
        for (var at = 0; at < answer.Lines.Length; at++)
        {
            var line = answer.Lines[at];
            if (result.Length + line.Text.Length + line.Details.Sum(d => d.Length) > LongestLines)
            {
                result.Append('\n').Append(text.NotShown(answer.Lines.Skip(at).Count(l => !l.IsHeading)));
                break;
            }

            result.Append('\n');
            if (line.IsHeading)
            {
                result.Append(line.Text);
                continue;
            }

            result.Append(++number).Append(". ").Append(line.Text);
            if (line.Place.Length > 0)
            {
                result.Append(" 〔").Append(line.Place).Append('〕');
            }

            foreach (var detail in line.Details)
            {
                result.Append("\n   ").Append(detail);
            }
        }

        if (answer.Source.Length > 0)
        {
            result.Append('\n').Append(answer.Source);
        }

        if (!answer.IsFound && answer.Suggestions.Length > 0)
        {
            result.Append('\n').Append(text.SuggestionsHeading).Append(string.Join(" | ", answer.Suggestions));
        }

        return result.ToString();
    }
}
