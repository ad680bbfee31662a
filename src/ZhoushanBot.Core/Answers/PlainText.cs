using System.Text;

namespace ZhoushanBot.Core.Answers;

/// <summary>An answer as plain text: headline, numbered lines, source, and what may be asked next.</summary>
internal static class PlainText
{
    public static string Of(Answer answer, AnswerText text)
    {
        var result = new StringBuilder(512);
        result.Append(answer.Headline);
        var number = 0;
        foreach (var line in answer.Lines)
        {
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
