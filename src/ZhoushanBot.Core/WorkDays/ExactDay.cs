using System.Globalization;

namespace ZhoushanBot.Core.WorkDays;

/// <summary>A day with its year, as somebody types it: 2024-11-30, 2024/11/30, 2024.11.30 or 2024年11月30日.</summary>
public static class ExactDay
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The day; null for anything else.</summary>
    public static DateOnly? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DateOnly.TryParseExact(text.Trim(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
