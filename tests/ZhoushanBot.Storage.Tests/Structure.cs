using System.Collections;
using System.Globalization;
using System.Text;

namespace ZhoushanBot.Storage.Tests;

/// <summary>
/// Everything that an object holds, as text. Records compare arrays by reference and decimals by value; this compares what is in them, to the last digit,
/// and shows the difference.
/// </summary>
internal static class Structure
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, depth: 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.AppendLine("null");
                break;
            case string words:
                // Escaped, so that half a surrogate pair shows.
                text.Append('"').AppendJoin(' ', words.Select(unit => char.IsAscii(unit) ? $"{unit}" : $"\\{(int)unit:x4}")).Append('"').AppendLine();
                break;
            case decimal number:
                text.AppendJoin(',', decimal.GetBits(number)).AppendLine();
                break;
            case bool or int or Enum:
                text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                break;
            case DateOnly day:
                text.AppendLine(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                text.AppendLine("[");
                foreach (var item in items)
                {
                    Append(text.Append(' ', depth + 1), item, depth + 1);
                }

                text.Append(' ', depth).AppendLine("]");
                break;
            default:
                AppendProperties(text, value, depth);
                break;
        }
    }

    private static void AppendProperties(StringBuilder text, object value, int depth)
    {
        text.AppendLine(value.GetType().Name);
        foreach (var property in value.GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.Append(' ', depth + 1).Append(property.Name).Append(": ");
            Append(text, property.Name == "Normalized" ? null : property.GetValue(value), depth + 1);
        }
    }
}
