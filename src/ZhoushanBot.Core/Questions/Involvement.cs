using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Whether somebody takes part in what was shown, or which of several does.</summary>
internal sealed class Involvement(Recognition heard, ShownBefore before, ImmutableArray<string> organizations, ImmutableArray<string> officials, ImmutableArray<string> areas, WorkItemIndex index)
{
    private const int MostAskedAtOnce = 8;
    private static readonly string[] WhetherWords = ["吗", "吧", "也", "是不是", "有没有", "是否", "在不在", "要不要", "参不参", "参加不", "参与不", "牵头不", "配合不", "还是", "角色", "作用", "排第几", "列第几", "第几位", "么", "too?", "as well", "also"];
    private static readonly string[] AllOfThem = ["都是", "都归", "都由", "全是", "全归", "全由", "是不是都", "是否都", "are they all", "are all of them", "are all of these", "is it all", "all of them"];
    private static readonly string[] InWords = [" in it", " in there", " part of it", " in that", " on it", "在里面吗", "在不在里面", "在内吗"];
    private static readonly string[] WhetherBegins = ["is ", "are ", "does ", "do ", "has ", "must ", "will ", "and is ", "and does ", "what about "];

    /// <summary>Null where something else is asked, or nothing was shown that it could be asked of.</summary>
    public Question.Tasks? Read() => AsksWho() ?? TakesPart();

    /// <summary>"是甲局牵头还是乙局牵头", "除了甲局还有谁": who carries what was shown.</summary>
    private Question.Tasks? AsksWho()
    {
        var isEitherOr = organizations.Length > 1 && heard.Has(Cue.Lead, Cue.Responsible) && heard.IsEitherOr;
        var isBesides = organizations.Length == 1 && officials.IsEmpty && heard.Has(Cue.Except) && heard.Has(Cue.Who, Cue.WhichOrganization, Cue.Partners);
        return (isEitherOr || isBesides) && before.IsAboutOne && heard.Subject.IsEmpty && areas.IsEmpty
            ? new Question.Tasks(before.WhatWasShown(before.Filter!), TaskAspect.Owner) { IsOfShown = true } : null;
    }

    /// <summary>"财政局也参与吗", "is the Finance Bureau involved too?": whether one takes part in what was shown.</summary>
    private Question.Tasks? TakesPart()
    {
        var isIn = Array.Exists(InWords, w => heard.Text.Text.TrimEnd(' ', '?').EndsWith(w, StringComparison.Ordinal)) && before.Item is { Rows.IsEmpty: true };
        var governments = organizations.IsEmpty && areas is [_] && (isIn || heard.Has(Cue.Participate, Cue.Support, Cue.Lead)) ? index.GovernmentsOf(areas) : [];
        var named = organizations.IsEmpty ? governments : organizations;
        var text = heard.Text.Text;
        var isOfAll = Array.Exists(AllOfThem, w => text.StartsWith(w, StringComparison.Ordinal));
        if (named.Length + officials.Length != 1 || !(before.IsAboutOne || isOfAll))
        {
            return null;
        }

        var asks = (heard.Has(Cue.AmongThem) && heard.Has(Cue.Participate)) || Array.Exists(WhetherWords, w => text.Contains(w, StringComparison.Ordinal)) || isOfAll || Array.Exists(WhetherBegins, w => text.StartsWith(w, StringComparison.Ordinal));
        var isOfRole = heard.IsEitherOr || text.Contains("第几", StringComparison.Ordinal);
        var isPlain = heard.Cues.All(c => (isOfRole && c.Cue is Cue.Compare or Cue.Rank) || c.Cue is Cue.Participate or Cue.Support or Cue.Lead or Cue.Responsible or Cue.FollowUp or Cue.AmongThem or Cue.Shared or Cue.Partners or Cue.WhichOfficial or Cue.WhichOrganization or Cue.SupportUnitTerm or Cue.LeadUnitTerm);
        return asks && isPlain && (areas.IsEmpty || !governments.IsEmpty) && heard.Subject.IsEmpty && heard.Lists.IsEmpty && heard.Place is null && heard.Due is null && heard.Bound is null
            && before.Filter is { } filter && before.Last.Shown.Length is > 0 and <= MostAskedAtOnce
            ? new Question.Tasks(TaskFilter.Everything with { Ids = [.. before.Last.Shown.Distinct(StringComparer.Ordinal)], Subject = filter.Subject, Organizations = named, Officials = officials, Role = heard.Role, Year = filter.Year }, TaskAspect.TakesPart)
            : null;
    }
}
