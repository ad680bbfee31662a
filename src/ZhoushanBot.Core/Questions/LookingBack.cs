using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that goes back to something said before: to a list ("回到刚才那15项", "back to the list"), or to a figure that was not asked for ("咋还有个600", "is 600 then wrong?").</summary>
internal sealed partial class LookingBack(Recognition heard, ShownBefore before, bool hasEntity)
{
    private const int MostShown = 8;

    /// <summary>"回到刚才的清单，第4个讲什么": the list that the rest of the question is about; null where the words go back to none.</summary>
    /// <remarks>What else was heard comes back without the words that only go back, and as asked among those of the list.</remarks>
    public static (ContextTurn List, ImmutableArray<ContextTurn> Earlier, Recognition Asked)? ListBefore(Recognition heard, ContextTurn last, ImmutableArray<ContextTurn> earlier)
    {
        var turns = earlier.Prepend(last).ToImmutableArray();
        return BackAndThen().Match(heard.Text.Text) is { Success: true, Length: var end } && turns.FirstOrDefault(t => t.Shown.Length > 1) is { } list
            ? (list, turns.RemoveRange(0, turns.IndexOf(list) + 1), heard with { Cues = [.. heard.Cues.Where(c => c.Span.Start >= end), new CueMention(Cue.AmongThem, default)] }) : null;
    }

    /// <summary>Null where the words do not go back, or nothing of the kind was said.</summary>
    public Question? Read() => hasEntity || !heard.Subject.IsEmpty ? null : ToList() ?? OfFigure();

    /// <summary>The list shown before what was picked out of it, or the one of so many.</summary>
    private Question? ToList()
    {
        if (Back().Match(heard.Text.Text) is not { Success: true } match)
        {
            return null;
        }

        var lists = before.Turns.Where(t => t.Shown.Length > 1).ToList();
        var counted = int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? lists.Find(t => t.Shown.Length == number) : null;
        return (counted ?? lists.FirstOrDefault())?.Question;
    }

    /// <summary>Of what was shown that which has the figure: one of several lists, rows or areas.</summary>
    private Question? OfFigure()
    {
        var isTold = heard.Has(Cue.ThisYear, Cue.HowMuch, Cue.Share, Cue.When) && FigureClaim.In(heard.Text.Text) is null;
        if (FigureClaim.FiguresOf(heard.Text.Text).Where(f => f.Unit is not ("年" or "月")).ToList() is not [var said, ..] figures || before.Last.Shown.Length is 0 or > MostShown
            || !(AsksOfFigure().IsMatch(heard.Text.Text) && figures.Count == 1) && !(isTold && said.Value >= FigureClaim.LeastTelling))
        {
            return null;
        }

        var areas = (before.Last.Question as Question.AreaFigures)?.Areas ?? [];
        bool HasFigure(WorkItem item) => item.HasTargetOf(said.Value)
            || item.Rows.Any(r => r.Areas.Where(a => areas.IsEmpty || areas.Contains(a.Area, StringComparer.Ordinal)).Select(a => a.Value).Append(r.City.Value).Any(v => v is CellValue.Amount amount && amount.Figure.Normalized.Value == said.Value));
        if (before.Items.DistinctBy(i => i.Id, StringComparer.Ordinal).Where(HasFigure).ToList() is not [var only])
        {
            return null;
        }

        var one = TaskFilter.Everything with { Ids = [only.Id] };
        return areas.IsEmpty ? new Question.Tasks(one, heard.Has(Cue.When) ? TaskAspect.Deadline : TaskAspect.Figures) { IsOfShown = true } : new Question.AreaFigures(one, areas, AreaFrames.Operation(heard, areas.Length));
    }

    // 回到刚才那15项, 再看刚才的清单, back to the list, back to the first 15
    [GeneratedRegex("^(?:那|好|再)?(?:回到|返回|倒回|退回|切回|回去看|再看(?:看|一下)?|重新看)(?:刚才|前面|之前|上面|最开始|开头)?的?(?:说的|列的)?(?:那|这)?(?:个|些)?(?<n>[0-9]+)?(?:项|条|个|件)?(?:的)?(?:清单|列表|名单|任务|单子)?[?。 ]*$|\\b(?:back to|return to) (?:the|those|that|these|your)? ?(?:first |earlier |previous |original )?(?:(?<n>[0-9]+)(?: tasks| items| projects| ones)?|list|tasks|items|projects)[?. ]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Back();

    // 回到刚才的清单，…
    [GeneratedRegex("^(?:那|好|再|好的|行)?[,，]?(?:回到|返回|倒回|退回|切回|回去看)[^,，。]{0,10}(?:清单|列表|名单|单子|任务|项|条)[,，。 ]|^(?:ok,? |so,? |and |now |well,? )?(?:back|going back) to (?:the|those|that) [a-z ]{0,12}(?:list|tasks|items|projects) ?[,:–—-] ?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BackAndThen();

    // 咋还有个600, 600是什么, 那600呢, what is the 600 then, is 600 then wrong
    [GeneratedRegex("(?:怎么|咋|为啥|为什么|哪来|哪里来|怎么会)(?:还|又|会|是)?(?:有|出来|冒出|来)(?:了|一)?个? ?[0-9]|[0-9]\\p{IsCJKUnifiedIdeographs}?(?:又|那个)?(?:是什么|是啥|指什么|指啥|是哪来|哪来的|从哪来|怎么来|是怎么回事|怎么回事|是哪个的|是哪里的)|\\b(?:what|where|why)(?:'s| is| are| does| do)? (?:about |then )?(?:the |this |that |those )?[0-9][0-9,.]*(?: (?:then|for|come from|about|mean|from))*[?. ]*$|\\bis (?:the )?[0-9][0-9,.]* (?:then )?(?:wrong|false|a mistake|an error)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AsksOfFigure();
}
