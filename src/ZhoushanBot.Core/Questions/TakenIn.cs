using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Words of a subject that narrow nothing: "…牵头几个，粮食、农田这些都算上" takes them in, and "充电桩多少，其中农村多少" asks for a part besides the whole.</summary>
internal static class TakenIn
{
    private static readonly string[] Including = ["包括", "包含", "连同", "including ", "including the "];
    private static readonly string[] AreaKinds = ["district", "districts", "county", "counties", "area", "areas", "region", "regions", "town", "towns", "zone", "zones", "place", "places"];

    /// <summary>The question without such words in its subject.</summary>
    public static Recognition Without(Recognition heard)
    {
        if (heard.Subject.IsEmpty)
        {
            return heard;
        }

        if ((heard.Has(Cue.EachArea) || heard.Mentions.Any(m => m.Candidates is [Entity.Region])) && heard.Subject.Groups.All(g => g.Pieces.All(p => AreaKinds.Contains(p, StringComparer.Ordinal))))
        {
            // "how is it split between districts?", "all targets for the … zone"
            return heard with { Subject = SubjectWords.None };
        }

        return heard.Mentions.Length > 0 && IsAllTakenIn(heard) ? heard with { Subject = SubjectWords.None }
            : heard.Subject.Groups.Length > 1 && heard.Subject.Groups.RemoveAll(g => IsPart(g, heard)) is { IsEmpty: false } rest && rest.Length < heard.Subject.Groups.Length ? heard with { Subject = new SubjectWords(rest) }
            : heard;
    }

    /// <summary>What stands last is counted in, and what stands before it is said of somebody.</summary>
    private static bool IsAllTakenIn(Recognition heard)
    {
        var text = heard.Text.Text;
        var (first, last) = (heard.Subject.Groups[0].Pieces[0], heard.Subject.Groups[^1].Pieces[^1]);
        var (from, at) = (text.IndexOf(first, StringComparison.Ordinal), text.LastIndexOf(last, StringComparison.Ordinal));
        return from > heard.Mentions[0].Span.End && at >= 0 && heard.Has(Cue.Lead, Cue.Support, Cue.Participate) && Inclusion.IsBeside(text, new TextSpan(from, at + last.Length));
    }

    /// <summary>It stands right behind 其中, in a question that names the whole before.</summary>
    private static bool IsPart(SubjectGroup group, Recognition heard) => heard.Text.Text.IndexOf(group.Pieces[0], StringComparison.Ordinal) is > 0 and var at
        && (heard.Cues.Any(c => c.Cue == Cue.AmongThem && c.Span.Start > 0 && c.Span.End == at) || (heard.Text.Text.AsSpan(0, at) is var before && (before.EndsWith("?and ") || before.EndsWith("? and ")) && heard.Text.Text.AsSpan(at).StartsWith(group.Pieces[0] + " ones")) || Array.Exists(Including, w => heard.Text.Text.AsSpan(0, at).EndsWith(w)));
}
