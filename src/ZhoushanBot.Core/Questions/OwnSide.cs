namespace ZhoushanBot.Core.Questions;

/// <summary>The asker's own unit or county, which is the one asked about before. Nothing else may be named.</summary>
internal sealed class OwnSide(Recognition heard, ShownBefore before)
{
    private static readonly string[] OwnUnitWords = ["我们", "咱们", "我局", "咱局", "本局", "我单位", "本单位", "我委", " we ", "do we", "are we", "our bureau", "our unit"];
    private static readonly string[] OwnAreaWords = ["我们县", "我县", "咱县", "咱们县", "我们区", "我区", "咱区", "这个县", "这个区", "本县", "本区", "该县", "该区", "our county", "our district", "this county", "this district"];

    /// <summary>Null where the asker speaks of no own side, or none was asked about.</summary>
    public Question? Read() => (Question?)OfOwnUnit() ?? OfOwnArea();

    /// <summary>"有我们配合别人的吗" after what 某局 leads: the asker's own unit is the one asked about before.</summary>
    private Question.Tasks? OfOwnUnit() =>
        heard.Has(Cue.Lead, Cue.Support, Cue.Participate) && Array.Exists(OwnUnitWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)) && !heard.Has(Cue.Who, Cue.WhichOrganization)
        && before.Turns.Select(t => t.Question).OfType<Question.Tasks>().FirstOrDefault(t => t.Filter.Organizations.Length == 1) is { Filter.Organizations: var own }
            ? new Question.Tasks(TaskFilter.Everything with { Organizations = own, Role = heard.Role, Lists = heard.Lists }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List) : null;

    /// <summary>"有没有哪项是我们县没有任务的": what gives the area asked about before no target.</summary>
    private Question.AreaFigures? OfOwnArea() =>
        heard.Has(Cue.Without) && Array.Exists(OwnAreaWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))
        && before.Turns.Select(t => t.Question).OfType<Question.AreaFigures>().FirstOrDefault(f => f.Areas.Length == 1) is { } ofArea
            ? new Question.AreaFigures(TaskFilter.Everything with { Lists = heard.Lists }, ofArea.Areas, AreaOperation.Without) : null;
}
