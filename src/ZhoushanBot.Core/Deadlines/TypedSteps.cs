using System.Collections.Immutable;
using System.Globalization;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>Why a typed step cannot be read.</summary>
public enum StepFault
{
    /// <summary>It names no day.</summary>
    NoDay,

    /// <summary>It names a day that no calendar has.</summary>
    NoSuchDay,

    /// <summary>Nothing is said of what is done by then.</summary>
    NoWords,
}

/// <summary>A plan as typed: "4月底前 10公里；8月底前 20公里", or one step a line.</summary>
/// <param name="Steps">Those that could be read, in their order.</param>
/// <param name="Faults">The words of those that could not, and why; empty when all could.</param>
public sealed record TypedSteps(ImmutableArray<PlanStep> Steps, ImmutableArray<(string Words, StepFault Fault)> Faults)
{
    private static readonly char[] Around = [' ', '\t', '\r', '，', ',', '、', '：', ':', '；', ';', '。', '.', '-', '—', '·'];

    /// <summary>Reads a plan; an empty text is an empty plan.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year of days that name none.</param>
    public static TypedSteps Read(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        var faults = ImmutableArray.CreateBuilder<(string, StepFault)>();
        foreach (var part in text.Split(['\n', '；', ';'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.AsSpan().Trim(Around).Length > 0))
        {
            foreach (var (words, day) in Parted(part, year))
            {
                var said = day is null ? string.Empty : WordsOf(words, day);
                switch (day)
                {
                    case null:
                        faults.Add((words.Trim(), StepFault.NoDay));
                        break;
                    case TypedDay.NoSuchDay none:
                        faults.Add((none.Words, StepFault.NoSuchDay));
                        break;
                    case TypedDay.Found when said.Length == 0:
                        faults.Add((words.Trim(), StepFault.NoWords));
                        break;
                    case TypedDay.Found found:
                        steps.Add(new PlanStep(found.On, said));
                        break;
                }
            }
        }

        return new TypedSteps(steps.ToImmutable(), faults.ToImmutable());
    }

    /// <summary>Steps as <see cref="Read"/> takes them back, one a line; empty for none.</summary>
    public static string Write(IEnumerable<MilestoneInForce> steps) =>
        string.Join('\n', steps.Select(s => $"{s.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {s.Text.ReplaceLineEndings(" ").Replace('；', '，').Replace(';', ',')}"));

    /// <summary>"4月底前10公里，8月底前20公里": where a part begins with a day, every further day begins another step.</summary>
    private static IEnumerable<(string Words, TypedDay? Day)> Parted(string part, int year)
    {
        var days = TypedDay.In(part, year).ToList();
        if (days.Count == 0 || !IsNumbering(part.AsSpan(0, days[0].Start)))
        {
            yield return (part, days.FirstOrDefault());
            yield break;
        }

        for (var at = 0; at < days.Count; at++)
        {
            var words = part[(at == 0 ? 0 : days[at].Start)..(at + 1 < days.Count ? days[at + 1].Start : part.Length)];
            yield return (words, TypedDay.First(words, year));
        }
    }

    /// <summary>What stands behind the day, else what stands before it.</summary>
    private static string WordsOf(string words, TypedDay day)
    {
        var behind = words[day.End..].Trim(Around);
        return behind.Length > 0 ? behind : IsNumbering(words.AsSpan(0, day.Start)) ? string.Empty : words[..day.Start].Trim(Around);
    }

    private static bool IsNumbering(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && c is not ('.' or '．' or '、' or ')' or '）' or '(' or '（' or '-' or '·' or '•') && c is not (>= '①' and <= '⑳'))
            {
                return false;
            }
        }

        return true;
    }
}
