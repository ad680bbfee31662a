using System.Collections.Immutable;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Progress;

namespace ZhoushanBot.Core.Status;

/// <summary>A task's plan: from when, by when, and the steps in force.</summary>
/// <param name="From">First day.</param>
/// <param name="DueOn">Last day.</param>
/// <param name="Steps">By day; empty when there is no plan.</param>
internal readonly record struct PacePlan(DateOnly From, DateOnly DueOn, ImmutableArray<MilestoneInForce> Steps)
{
    private static readonly string[] Leading =
        ["累计完成", "累计", "完成", "建成", "达到", "实现", "不少于", "至少", "at least", "complete", "completed", "reach", "finish", "finished", "done", "build", "built"];

    /// <summary>
    /// The pace of one measure. Where every step gives a figure that goes with the measure's, and none asks less than the one before, the figures are the pace: "4月底前 10公里"
    /// of 40 公里 asks a quarter. An area's share has the pace of the whole.
    /// </summary>
    public Pace Of(Measure measure)
    {
        if (Steps.IsEmpty)
        {
            return new Pace(From, DueOn);
        }

        var pace = new Pace(From, DueOn, [.. Steps.Select(s => s.On)]) { CountsDaysToFirst = Steps.Any(s => s.Given is not null) };
        return SharesOf(measure) is { IsEmpty: false } shares ? pace with { Shares = shares } : pace;
    }

    private ImmutableArray<decimal> SharesOf(Measure measure)
    {
        if (measure.Target is not { } target || measure.IsCap || measure.IsStanding || measure.TargetAmount <= 0)
        {
            return [];
        }

        var shares = ImmutableArray.CreateBuilder<decimal>(Steps.Length);
        foreach (var step in Steps)
        {
            if (TypedFigure.Read(Bare(step.Text)) is not TypedFigure.Number { MeasureUnit.Length: > 0 } number || TypedFigure.In(number, target.MeasureUnit) is not { } figure)
            {
                return [];
            }

            var share = 100 * figure.Normalized.Value / measure.TargetAmount;
            if (shares.Count > 0 && share < shares[^1])
            {
                return [];
            }

            shares.Add(share);
        }

        return shares.MoveToImmutable();
    }

    private static string Bare(string text)
    {
        var bare = text.Trim().TrimEnd('。', '.', '以', '上');
        var word = Array.Find(Leading, w => bare.StartsWith(w, StringComparison.OrdinalIgnoreCase));
        return word is null ? bare : bare[word.Length..].Trim();
    }
}
