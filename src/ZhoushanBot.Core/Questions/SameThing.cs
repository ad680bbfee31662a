using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A subject that is the one of before, only named shorter: "how many mines are to close" after the closing of coal mines, "站点几个" after 院前急救站点; and
/// a step of the task just shown: "啥时候装完设备".
/// </summary>
internal sealed class SameThing(Recognition heard, ShownBefore before, WorkItemIndex index)
{
    private const int MostShown = 3;
    private static readonly string[] Pointing = ["这个", "那个", "该", "这座", "那座", "这条", "那条", "此", "这项", "那项"];

    /// <summary>The question without its subject where that only repeats what was shown; null where it names something else.</summary>
    public Recognition? Bare()
    {
        var asks = heard.Has(Cue.HowMuch, Cue.HowManyTasks, Cue.When, Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Responsible, Cue.Lead, Cue.Support, Cue.Target, Cue.Most, Cue.Least, Cue.Rank, Cue.EachArea, Cue.WhichArea)
            || heard.Named<Entity.Region>().Length > 0;
        return asks && !heard.Subject.IsEmpty && before.Filter is { Subject: { IsEmpty: false } then } && before.Last.Shown.Length is > 0 and <= MostShown && heard.Named<Entity.Body>().IsEmpty && heard.Named<Entity.Official>().IsEmpty
            && Names(then) ? heard with { Subject = SubjectWords.None } : null;
    }

    /// <summary>"啥时候装完设备": that step of the task just shown; null when it has none of the kind.</summary>
    public Question.Tasks? Step()
    {
        var asksWhen = heard.Has(Cue.When) || (heard.Has(Cue.FollowUp) && before.Last.Question is Question.Tasks { Aspect: TaskAspect.Deadline });
        if (!asksWhen || heard.Mentions.Length > 0 || heard.Place is not null || before.Item is not { } item)
        {
            return null;
        }

        // What is named beside the step must be the task's own, too: another task's step is another question.
        var steps = NamedSteps.Of(heard.Text.Text, item);
        var rest = NamedSteps.WithoutStages(heard.Subject);
        return steps.IsEmpty || !(rest == heard.Subject || rest.IsEmpty || rest.Groups.SelectMany(g => g.Pieces).All(p => Holds(item, p))) || !IsOwn(heard.Subject, item, steps)
            ? null
            : new Question.Tasks(TaskFilter.Everything with { Ids = [item.Id], Subject = before.Filter?.Subject ?? SubjectWords.None }, TaskAspect.Deadline) { Steps = [.. steps.Select(s => s.Text)], IsOfShown = true };
    }

    /// <summary>Every word that is no name of a stage stands in the task.</summary>
    private static bool IsOwn(SubjectWords subject, WorkItem item, ImmutableArray<Milestone> steps) =>
        subject.IsEmpty || subject.Groups.SelectMany(g => g.Pieces).All(p => Holds(item, p) || NamedSteps.HasStage(p) || steps.Any(s => p.Contains(s.Text, StringComparison.Ordinal)));

    private static bool Holds(WorkItem item, string piece) => NormalizedText.Fold(item.Text).Contains(piece, StringComparison.Ordinal);

    private bool Names(SubjectWords then)
    {
        var (now, old) = (WordsOf(heard.Subject), WordsOf(then));
        if (now.Count == 0 || now.Exists(w => SubjectIndex.IsHan(w[0])) != old.Exists(w => SubjectIndex.IsHan(w[0])))
        {
            return false;
        }

        if (!SubjectIndex.IsHan(now[0][0]))
        {
            // An English name has its thing last.
            return now.Count < old.Count && now.TrueForAll(w => old.Exists(o => AreAlike(w, o))) && now.Exists(w => AreAlike(w, old[^1]));
        }

        var (word, whole) = (string.Concat(now), string.Concat(old));
        return word.Length > 1 && word.Length < whole.Length && (IsPointedAt(word) ? whole.Contains(word, StringComparison.Ordinal) : whole.EndsWith(word, StringComparison.Ordinal) && !IsElsewhere(word));
    }

    /// <summary>"这个水库", "该项目": the word stands behind one that points back.</summary>
    private bool IsPointedAt(string word) => heard.Text.Text.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && Array.Exists(Pointing, p => heard.Text.Text.AsSpan(0, at).EndsWith(p));

    /// <summary>Another task has the very word, too.</summary>
    private bool IsElsewhere(string word) => SubjectSearch.Find(heard.Subject, index)
        .Any(m => !before.Last.Shown.Contains(m.Item.Item.Id, StringComparer.Ordinal) && NormalizedText.Fold(m.Item.Item.Text).Contains(word, StringComparison.Ordinal));

    private static List<string> WordsOf(SubjectWords subject) => [.. subject.Groups.SelectMany(g => g.Pieces).SelectMany(p => p.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))];

    private static bool AreAlike(string one, string other) => Root(one).SequenceEqual(Root(other));

    private static ReadOnlySpan<char> Root(string word) => SubjectIndex.Stem(word) is [.. var root, 'e'] && root.Length > 3 ? root : SubjectIndex.Stem(word);
}
