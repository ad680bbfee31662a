using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that names another subject, or narrows the one before: "那流感疫苗呢", "农村的呢" after 充电桩, "and new routes?". Nobody is named in it.</summary>
/// <remarks>The aspect is what of the tasks its words ask for; null when they ask for nothing.</remarks>
internal sealed class OtherSubject(Recognition heard, ShownBefore before, TaskAspect? aspect, WorkItemIndex index)
{
    private const int MostAlone = 3;
    private static readonly string[] BareAmounts = ["output", "output value", "value", "capacity", "volume", "length", "size", "growth", "growth rate", "investment", "yearly investment", "annual investment", "产值", "产量", "面积", "里程", "投资额", "增速", "比例", "金额", "产能"];
    private static readonly string[] WithinBegins = ["and in the ", "and in ", "in the ", "and for the ", "what about in ", "how about in "];
    private static readonly string[] PartEnds = ["的呢", "那部分呢", "这部分呢", "部分的呢", "那块呢", "的部分呢"];
    private static readonly string[] AmountWords = ["产值", "产量", "面积", "里程", "规模", "总额", "投资额", "增速", "比例", "金额", "收入", "数量", "产能", "总量", "吞吐量", "增加值", "覆盖率", "普及率", "率"];

    /// <summary>Null where the subject asks for something of its own, or the turn before was about none.</summary>
    public Question? Read()
    {
        if (before.Filter is not { } filter || filter.Subject.IsEmpty || SubjectSearch.Find(heard.Subject, index).IsEmpty)
        {
            return null;
        }

        var within = WithinShown(filter.Subject);
        if (!heard.IsElliptic && within is null)
        {
            return NamesOnlyAmount && before.Last.Question is Question.Tasks ? OfShownAlone() : null;
        }

        if (before.Last.Question is Question.Tasks && before.IsAboutOne && within is null && heard.IsElliptic && OfShownAlone() is { } own)
        {
            return own;
        }

        // In what the new subject is counted, and beside which figures, the turn before did not say.
        var renewed = filter with { Subject = within ?? heard.Subject, Ids = [], Measured = [], Stated = [], SeveralFigures = false, Bound = null };
        return before.Last.Question switch
        {
            Question.AreaFigures when heard.Has(Cue.WhichArea, Cue.EachArea, Cue.Most, Cue.Least, Cue.Rank) => new Question.AreaFigures(renewed, [], AreaFrames.Operation(heard, 0)),
            Question.AreaFigures figures when aspect is null or TaskAspect.Figures => figures with { Filter = renewed },
            Question.Tasks when within is not null && heard.Has(Cue.WhichArea, Cue.EachArea) => new Question.AreaFigures(renewed, [], AreaFrames.Operation(heard, 0)),
            Question.Tasks tasks => new Question.Tasks(renewed, aspect ?? (NamesAmount ? TaskAspect.Figures : tasks.Aspect)),
            _ => new Question.Tasks(renewed, aspect ?? TaskAspect.Detail),
        };
    }

    /// <summary>"and new routes?" after the buses of a task that has both: what it says of them, though other tasks have the like.</summary>
    private Question.Tasks? OfShownAlone()
    {
        ImmutableArray<string> shown = [.. before.Last.Shown.Distinct(StringComparer.Ordinal)];
        if (shown.Length is 0 or > MostAlone || SubjectSearch.Find(heard.Subject, index, i => shown.Contains(i.Item.Id, StringComparer.Ordinal)) is not { IsEmpty: false } own)
        {
            return null;
        }

        var all = SubjectSearch.Find(heard.Subject, index);
        return all.Select(m => m.Item.Ordinal).Distinct().Count() > own.Select(m => m.Item.Ordinal).Distinct().Count() && own[0].Coverage >= all[0].Coverage * SubjectSearch.NearBest
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [.. own.Select(m => m.Item.Item.Id).Distinct(StringComparer.Ordinal)], Subject = heard.Subject, AsksMoney = aspect is null && before.Filter is { AsksMoney: true } }, aspect ?? TaskAspect.Figures) { IsOfShown = true }
            : null;
    }

    /// <summary>"那产值呢" after who leads something else: an amount is asked for, whatever was before.</summary>
    private bool NamesAmount => heard.Subject.Groups is [.., { Pieces: [.., var last] }] && Array.Exists(AmountWords, w => last.EndsWith(w, StringComparison.Ordinal));

    /// <summary>"what is the output figure?": nothing but how it is measured is named.</summary>
    private bool NamesOnlyAmount => heard.Subject.Groups.All(g => g.Pieces.All(p => Array.Exists(BareAmounts, a => a == p)));

    /// <summary>"农村的呢" after 充电桩: of what was shown that which is so as well; null where there is no such thing, or another one is asked about.</summary>
    private SubjectWords? WithinShown(SubjectWords then)
    {
        var text = heard.Text.Text.TrimEnd(' ', '?', '!', '。');
        var isWithin = Array.Exists(WithinBegins, b => text.StartsWith(b, StringComparison.Ordinal));
        var leans = isWithin || heard.Has(Cue.WhichArea, Cue.EachArea) || heard.Has(Cue.AmongThem) || Array.Exists(PartEnds, e => text.EndsWith(e, StringComparison.Ordinal)) || heard.Subject.Groups is [{ Pieces: [var piece] }] && heard.Text.Text.StartsWith(piece + "的是", StringComparison.Ordinal) || text.EndsWith('的') || text.EndsWith(" ones", StringComparison.Ordinal) || text.Contains(" ones ", StringComparison.Ordinal);
        if (!leans || IsBeside(heard.Subject, then))
        {
            return null;
        }

        var both = new SubjectWords([new SubjectGroup([.. heard.Subject.Groups.Concat(then.Groups).SelectMany(g => g.Pieces)])]);
        return SubjectSearch.Find(both, index) is [{ Coverage: > SubjectSearch.Whole }, ..] found && found.All(m => before.Last.Shown.Contains(m.Item.Item.Id, StringComparer.Ordinal)) ? both : null;
    }

    /// <summary>"雨水的呢" after 污水管网, "市重点项目的呢" after 重大项目: what was shown has figures of it, and none of both.</summary>
    private bool IsBeside(SubjectWords now, SubjectWords then)
    {
        var measured = before.Items.SelectMany(i => i.Targets.Select(t => t.Indicator).Concat(i.Rows.Select(r => r.Subject))).ToList();
        bool Has(string indicator, SubjectWords words) => words.Groups.All(g => g.Pieces.All(p => indicator.Contains(p, StringComparison.Ordinal)));
        return measured.Exists(m => Has(m, now)) && !measured.Exists(m => Has(m, now) && Has(m, then)) && measured.Exists(m => Has(m, then));
    }
}
