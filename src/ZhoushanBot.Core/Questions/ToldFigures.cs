using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that makes something of the figures just told: "加起来多少", "差多少", "多少幢", "is it 3%?".</summary>
internal sealed class ToldFigures(Recognition heard, ShownBefore before, bool hasEntity, WorkItemIndex index)
{
    private static readonly string[] TwoWords = ["两个", "两项", "两样", "两者", "俩", "both", "the two"];

    private bool HasLists => !heard.Lists.IsEmpty;

    private Reckoning Asked => Reckonings.Of(heard.Text.Text);

    /// <summary>"多少幢" of the areas before.</summary>
    private Question.AreaFigures? InMeasure() =>
        before.Last.Question is Question.AreaFigures { Areas.IsEmpty: false, Operation: AreaOperation.Value } figures && heard.Cues.All(c => c.Cue is Cue.HowMuch or Cue.HowManyTasks or Cue.FollowUp)
        && AskedMeasure.Of(heard.Text.Text, index) is { IsEmpty: false } measured
            ? figures with { Filter = figures.Filter with { Measured = measured } } : null;

    /// <summary>The figures just told once more: added up, or held against the one that the question states ("is it 3%?").</summary>
    public Question? Again() =>
        InMeasure() is { } measured ? measured
        : Asked != Reckoning.None && Together() is { } together ? together
        : FigureClaim.In(heard.Text.Text) is null ? null
        : heard.Has(Cue.WholeCity) && before.Last.Question is Question.AreaFigures { Filter: var of } ? new Question.Tasks(of, TaskAspect.Figures) { Reckoned = Asked == Reckoning.Sum ? Asked : Reckoning.None }
        : before.Last.Question is Question.Tasks tasks ? tasks with { Aspect = TaskAspect.Figures } : before.Last.Question;

    /// <summary>"加起来对得上吗", "和省里那个加起来呢": what was told in one, with the other list's where one is named.</summary>
    public Question? Together()
    {
        if (OfTwoSubjects() is { } two)
        {
            return two;
        }

        var filter = before.Filter!;
        var both = HasLists ? filter with { Lists = filter.Lists.IsEmpty ? [] : [.. filter.Lists.Union(heard.Lists)], Ids = [] } : filter;
        return before.Last.Question switch
        {
            Question.AreaFigures when Asked != Reckoning.Sum => null,
            Question.AreaFigures { Areas.IsEmpty: true } all => all with { Filter = both, Operation = AreaOperation.Sum },
            Question.AreaFigures { Areas.Length: > 1 } several when HasLists => several with { Filter = filter with { Lists = heard.Lists, Ids = [] }, Operation = AreaOperation.Sum },
            Question.AreaFigures all when HasLists && heard.Has(Cue.EachArea) => all with { Areas = [], Filter = filter with { Lists = heard.Lists, Ids = [] }, Operation = AreaOperation.Sum },
            Question.AreaFigures { Areas: [_] } one when HasLists => one with { Filter = both, Operation = AreaOperation.Sum },
            Question.Tasks when heard.Has(Cue.Money) => new Question.Tasks(filter with { Subject = SubjectWords.None, Ids = [.. before.Last.Shown.Distinct(StringComparer.Ordinal)], AsksMoney = true, Measured = [], Stated = [] }, TaskAspect.Figures) { Reckoned = Asked },
            Question.Tasks when !heard.Has(Cue.EachArea, Cue.WhichArea) => new Question.Tasks(HasLists ? both : before.WhatWasShown(both), TaskAspect.Figures) { Reckoned = Asked },
            _ => null,
        };
    }

    /// <summary>"两个加起来" after one subject and then another of the same areas: both of them.</summary>
    private Question? OfTwoSubjects()
    {
        if (Asked != Reckoning.Sum || HasLists || !(heard.Has(Cue.TheTwo) || Array.Exists(TwoWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))) || before.Filter is not { Subject.IsEmpty: false } now
            || before.Earlier is not [{ Question: var earlier } then, ..] || ShownBefore.FilterOf(earlier) is not { Subject.IsEmpty: false } other || other.Subject == now.Subject)
        {
            return null;
        }

        var both = TaskFilter.Everything with { Subject = new SubjectWords([.. other.Subject.Groups, .. now.Subject.Groups]), Ids = [.. then.Shown.Union(before.Last.Shown, StringComparer.Ordinal)] };
        return before.Last.Question is Question.AreaFigures { Areas: [_] areas } && earlier is Question.AreaFigures { Areas: [_] same } && areas.SequenceEqual(same, StringComparer.Ordinal) && !heard.Has(Cue.WholeCity)
            ? new Question.AreaFigures(both, areas, AreaOperation.Sum)
            : new Question.Tasks(both, TaskAspect.Figures) { Reckoned = Reckoning.Sum };
    }

    /// <summary>"两个年度投资合起来多少" of what was shown, "比规上工业的目标低几个点" against what was shown.</summary>
    public Question? OfSubject()
    {
        if (!hasEntity && Asked == Reckoning.Sum && before.Last.Question is Question.AreaFigures { Areas.IsEmpty: false } ofArea && SubjectSearch.Find(heard.Subject, index).Any(m => m.Row is not null))
        {
            // "add up the two HPV vaccine numbers" after an area's targets, "how much of the rural road total do the two make up together" after two areas'
            return ofArea with { Filter = ofArea.Filter with { Subject = heard.Subject, Ids = [] }, Operation = AreaOperation.Sum };
        }

        if (hasEntity || Asked == Reckoning.None || before.Last is not { Question: Question.Tasks { Filter: var shown }, Shown.Length: > 0 })
        {
            return null;
        }

        var of = shown with { AsksMoney = heard.Has(Cue.Money), Measured = [], Stated = [], SeveralFigures = false };
        if (!SubjectSearch.Find(heard.Subject, index, i => before.Last.Shown.Contains(i.Item.Id, StringComparer.Ordinal)).IsEmpty)
        {
            return new Question.Tasks(of with { Subject = heard.Subject, Ids = [.. before.Last.Shown.Distinct(StringComparer.Ordinal)] }, TaskAspect.Figures) { Reckoned = Asked };
        }

        return Asked == Reckoning.Difference && before.Last.Shown is [var only] && SubjectSearch.Find(heard.Subject, index) is { IsEmpty: false } other
            ? new Question.Tasks(of with { Subject = new SubjectWords([.. shown.Subject.Groups, .. heard.Subject.Groups]), Ids = [only, .. other.Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal)] }, TaskAspect.Figures) { Reckoned = Asked }
            : null;
    }
}
