using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Yes or no in front of the answer to a question that states a figure: "要改22个对不对", "Is the … target 880,000 cubic metres?".</summary>
internal static partial class Verdict
{
    /// <summary>Of so many tasks a figure that none of them has is none of theirs.</summary>
    private const int FewTasks = 3;

    /// <summary>
    /// Yes where the answer begins with that figure, no where neither the answer has it nor, of a task's own figures, the rest of that task, or of several tasks' any
    /// other, which may be the one meant. Else the answer speaks for itself, as where it is the city's figure beside an area's.
    /// </summary>
    public static Answer Before(Answer answer, Question question, Reading reading, WorkItemIndex index, AnswerText text)
    {
        if (!answer.IsFound || question is not (Question.Tasks { Aspect: TaskAspect.Figures or TaskAspect.Count or TaskAspect.List, Filter.Bound: null } or Question.AreaFigures { Bound: null }) || FigureClaim.In(reading.Recognition.Text.Text) is not { } claimed)
        {
            return answer;
        }

        var stated = FigureClaim.FiguresOf(answer.Headline);
        if (stated is not [var first, ..] || !claimed.IsMeasuredLike(first))
        {
            return answer;
        }

        if (reading.Recognition.Has(Cue.PerYear))
        {
            // "6.5亿是今年一年的吗": asked is the time, of which only some figures' own words speak.
            return SeveralYears().IsMatch(answer.Headline) ? answer with { Headline = text.No + answer.Headline } : answer;
        }

        var isSo = first.Value == claimed.Value;
        if (!isSo && FigureClaim.IsBound(reading.Recognition.Text.Text))
        {
            return answer;
        }

        var isOther = question is Question.Tasks { Aspect: TaskAspect.Figures } && (answer.Shown.Length <= FewTasks ? answer.Shown.Any(id => HasFigure(id, claimed.Value, index)) : index.HasFigure(claimed.Value, []));
        var isNot = !isOther && !stated.Exists(s => s.Value == claimed.Value);
        return isSo || isNot ? answer with { Headline = (isSo ? text.Yes : text.No) + answer.Headline } : answer;
    }

    private static bool HasFigure(string id, decimal value, WorkItemIndex index) =>
        index.Items.First(i => i.Item.Id == id).Item.Targets.Any(t => t.Figure.Normalized.Value == value);

    // 两年完成投资, 三年70亿元, over 3 years
    [GeneratedRegex("[两二三四五六七八九十2-9] ?年|\\b(?:[2-9]|two|three|four|five) years", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralYears();
}
