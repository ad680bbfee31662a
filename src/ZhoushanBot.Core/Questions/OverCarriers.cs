using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that looks at who carries what was listed, and names nobody: "最少的呢", "list them" after who has the most, "哪位领导最多" after a list, "作为单位牵头了啥" after an area.</summary>
internal sealed class OverCarriers(Recognition heard, ShownBefore before, WorkItemIndex index)
{
    private static readonly string[] ListingWords = ["list them", "list all", "name them", "show them", "which ones", "what are they", "which are they", "列出", "列一下", "列举", "有哪些", "是哪些", "哪些", "分别是", "都有什么", "都是什么", "具体是"];
    private static readonly string[] WhichTasks = ["啥", "什么", "哪些", "哪几", "几项", "几个", "几件", "what ", "which ", "how many "];

    private bool HasLists => !heard.Lists.IsEmpty;

    /// <summary>Null where it is not asked of those who carry something.</summary>
    public Question? Read() => InLists() ?? (Question?)OfFront() ?? OtherEnd() ?? MostOfListed() ?? OfGovernment();

    /// <summary>"only the work report please" after who has the most: the same order in that list.</summary>
    private Question? InLists() => !HasLists || heard.IncludesLists || heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.HowManyTasks, Cue.Lead, Cue.Support) ? null : before.Last.Question switch
    {
        Question.TasksByOfficial by => by with { Lists = heard.Lists },
        Question.TasksByOrganization by => by with { Lists = heard.Lists },
        _ => null,
    };

    /// <summary>"哪位领导最多" after the tasks of a list: who has the most of these.</summary>
    private Question? MostOfListed()
    {
        if (!heard.Has(Cue.Most, Cue.Least, Cue.Rank) || HasLists || before.Last.Question is not Question.Tasks { Filter: { Lists.IsEmpty: false } filter } || !(filter with { Lists = [] }).IsEverything)
        {
            return null;
        }

        var operation = AreaFrames.Operation(heard, 0);
        return heard.Has(Cue.WhichOfficial) ? new Question.TasksByOfficial { Operation = operation, Lists = filter.Lists }
            : heard.Has(Cue.WhichOrganization) ? new Question.TasksByOrganization(heard.Role == OrganizationRole.Any ? OrganizationRole.Lead : heard.Role) { Operation = operation, Lists = filter.Lists }
            : null;
    }

    /// <summary>"作为单位牵头了啥" after all targets of an area: what its government does.</summary>
    private Question.Tasks? OfGovernment() =>
        before.Last.Question is Question.AreaFigures { Areas: [_] areas, Filter: { Subject.IsEmpty: true, Ids.IsEmpty: true } } && heard.Has(Cue.Lead, Cue.Support, Cue.Participate) && !heard.Has(Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial)
        && Array.Exists(WhichTasks, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) && index.GovernmentsOf(areas) is { IsEmpty: false } governments
            ? new Question.Tasks(TaskFilter.Everything with { Organizations = governments, Role = heard.Role, Lists = heard.Lists }, heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List) : null;

    /// <summary>"最少的呢" after who has the most, or after the tasks of whoever it was: the other end of the same order.</summary>
    private Question? OtherEnd()
    {
        if (!heard.Has(Cue.Most, Cue.Least) || !heard.Cues.All(c => c.Cue is Cue.Most or Cue.Least or Cue.FollowUp or Cue.Who))
        {
            return null;
        }

        var end = AreaFrames.Operation(heard, 0);
        var order = before.Last.Question is Question.AreaFigures ? null : before.Turns.Select(t => t.Question).FirstOrDefault(q => q is Question.TasksByOfficial or Question.TasksByOrganization);
        return order switch
        {
            Question.TasksByOfficial asked => asked with { Operation = end, Nth = 0 },
            Question.TasksByOrganization asked => asked with { Operation = end, Nth = 0 },
            _ => null,
        };
    }

    /// <summary>"list them" after who has the most tasks: the tasks of whoever it was.</summary>
    private Question.Tasks? OfFront()
    {
        var text = heard.Text.Text.Trim(' ', '?', '!', '。', '.');
        if (before.Last.Question is not (Question.TasksByOfficial or Question.TasksByOrganization) || HasLists || !heard.Has(Cue.Everything, Cue.FollowUp, Cue.More)
            || !Array.Exists(ListingWords, w => text.StartsWith(w, StringComparison.Ordinal) || text.EndsWith(w, StringComparison.Ordinal)) || heard.Has(Cue.WhichOrganization, Cue.WhichOfficial, Cue.EachOfficial, Cue.EachOrganization, Cue.Most, Cue.Least))
        {
            return null;
        }

        return before.Last.Question switch
        {
            Question.TasksByOfficial asked when before.FrontOf(asked) is { } name => new Question.Tasks(TaskFilter.Everything with { Officials = [name], Lists = asked.Lists }, TaskAspect.List),
            Question.TasksByOrganization asked when before.FrontOf(asked) is { } name => new Question.Tasks(TaskFilter.Everything with { Organizations = [name], Role = asked.Role, Lists = asked.Lists }, TaskAspect.List),
            _ => null,
        };
    }
}
