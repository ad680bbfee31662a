using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Which of the organizations that a question names a word for leading or supporting belongs to: "甲牵头、乙配合", "led by A and supported by B",
/// "乙配合甲牵头的任务". Such a word stands behind whom it is said of, save in "led by", "with the support of" and "牵头单位是".
/// </summary>
internal sealed class RoleBinding
{
    private static readonly string[] Conjunctions = ["以及", "或者", "and", "or", "the", "both", "plus", "和", "与", "及", "跟", "同", "或", "、", ",", "&"];
    private static readonly string[] Links = ["的单位是", "的单位为", "的部门是", "的是", "的为", "里有", "中有", "包括", "包含", "是", "为", "有", "含", ":", "is", "are", "by", "from", "of"];
    private static readonly string[] LeadNouns = ["lead unit", "lead units", "leading unit", "lead agency", "lead department", "responsible unit"];
    private static readonly string[] SupportNouns = ["supporting unit", "supporting units", "co-units"];
    private static readonly string[] PartWords = ["参与", "参加", "take part", "takes part", "take part in", "participate", "participates", "participate in", "involved", "involves", "involve", "involving"];
    private static readonly string[] WhatWords = ["anything", "something", "any tasks", "what", "什么", "任务", "吗", "?"];
    private static readonly string[] EachWords = ["分别", "各自", "各有", "各几", "各多少", "各牵头", "各配合", "respectively"];

    private readonly Recognition heard;
    private readonly string text;
    private readonly List<Mention> carriers;
    private readonly List<RoleWord> words;
    private readonly Dictionary<Mention, OrganizationRole> roles = [];

    private RoleBinding(Recognition heard)
    {
        this.heard = heard;
        text = heard.Text.Text;
        carriers = [.. heard.Mentions.Where(m => m.Candidates is [Entity.Body or Entity.Group or Entity.Official]).OrderBy(m => m.Span.Start)];
        words = carriers.Count < 2 ? [] : [.. WordsIn()];
    }

    /// <summary>The role of each organization that a word gives one; empty where fewer than two are named or no word can be told to belong to one.</summary>
    public static ImmutableDictionary<string, OrganizationRole> Of(Recognition heard)
    {
        if (!heard.Has(Cue.Lead, Cue.LeadUnitTerm, Cue.Support, Cue.SupportUnitTerm, Cue.WhichOrganization) || heard.Mentions.Length < 2)
        {
            return ImmutableDictionary<string, OrganizationRole>.Empty;
        }

        var binding = new RoleBinding(heard);
        binding.Bind();
        return binding.roles.Select(r => (Name: NameOf(r.Key), r.Value)).Where(r => r.Name is not null).DistinctBy(r => r.Name, StringComparer.Ordinal).ToImmutableDictionary(r => r.Name!, r => r.Value, StringComparer.Ordinal);
    }

    /// <summary>"甲牵头几项、乙配合几项", "how many does A lead and how many does B support": each is asked for by itself.</summary>
    public static bool IsEachAsked(Recognition heard) =>
        heard.AsksSeveralNumbers
        || Array.Exists(EachWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    private static string? NameOf(Mention mention) => mention.Candidates[0] is Entity.Body or Entity.Group ? Entity.NameOf(mention.Candidates[0]) : null;

    private IEnumerable<RoleWord> WordsIn()
    {
        var supports = heard.Has(Cue.Support, Cue.SupportUnitTerm);
        foreach (var at in heard.Cues.GroupBy(c => c.Span).OrderBy(g => g.Key.Start))
        {
            if (RoleOf([.. at.Select(c => c.Cue)], text[at.Key.Start..at.Key.End], supports) is { } role && !carriers.Exists(c => c.Span.Overlaps(at.Key)))
            {
                yield return new RoleWord(at.Key, role, IsForward(at.Key));
            }
        }
    }

    /// <summary>负责 is to lead beside somebody who supports.</summary>
    private static OrganizationRole? RoleOf(List<Cue> said, string word, bool supports) =>
        said.Exists(c => c is Cue.Lead or Cue.LeadUnitTerm) || LeadNouns.Contains(word, StringComparer.Ordinal) ? OrganizationRole.Lead
        : said.Exists(c => c is Cue.Support or Cue.SupportUnitTerm) || SupportNouns.Contains(word, StringComparer.Ordinal) ? OrganizationRole.Support
        : supports && said.Contains(Cue.Responsible) ? OrganizationRole.Lead
        : said.Contains(Cue.Participate) && PartWords.Contains(word, StringComparer.Ordinal) ? OrganizationRole.Any
        : null;

    /// <summary>"led by A", "support from A", "牵头单位是甲", "lead unit A": whom it is said of stands behind it.</summary>
    private bool IsForward(TextSpan word)
    {
        if (text.AsSpan(0, word.End).EndsWith(" by"))
        {
            return true;
        }

        var at = AfterBlanks(word.End);
        var isNoun = text.AsSpan(0, word.End) is var before && (before.EndsWith("单位") || before.EndsWith("部门") || before.EndsWith("unit") || before.EndsWith("units") || before.EndsWith("agency"));
        var link = Links.FirstOrDefault(l => text.AsSpan(at).StartsWith(l, StringComparison.Ordinal) && !(char.IsAsciiLetter(l[0]) && at + l.Length < text.Length && char.IsAsciiLetter(text[at + l.Length])));
        return (link is not null && BeginsCarrier(AfterBlanks(at + link.Length))) || (isNoun && BeginsCarrier(at));
    }

    private bool BeginsCarrier(int at)
    {
        at = text.AsSpan(at).StartsWith("the ", StringComparison.Ordinal) ? at + 4 : at;
        return carriers.Exists(c => c.Span.Start == at);
    }

    private int AfterBlanks(int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private void Bind()
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            var behind = Between(word.Span.End, at + 1 < words.Count ? words[at + 1].Span.Start : text.Length);
            var before = Between(at > 0 ? words[at - 1].Span.End : 0, word.Span.Start);
            if (word.IsForward)
            {
                var taken = behind.TakeWhile((c, i) => i == 0 || AreJoined(behind[i - 1], c)).ToList();
                if (taken.Count > 1 && taken.Count == behind.Count && at + 1 < words.Count && !words[at + 1].IsForward)
                {
                    // "led by A and B supports": the last of them is the next word's.
                    taken.RemoveAt(taken.Count - 1);
                }

                Give(taken, word.Role);
            }
            else if (before.Count > 0)
            {
                var free = before.Where(c => !roles.ContainsKey(c)).Reverse().ToList();
                Give([.. free.TakeWhile((c, i) => i == 0 || AreJoined(c, free[i - 1]))], word.Role);
            }
            else if (at > 0 && !words[at - 1].IsForward && words[at - 1].Role != word.Role)
            {
                // "甲牵头和配合的": either will do.
                Give(Between(at > 1 ? words[at - 2].Span.End : 0, words[at - 1].Span.Start), OrganizationRole.Any);
            }
        }

        BindObjects();
    }

    /// <summary>"乙配合甲的任务": whom one supports leads. "which does A lead, and B": a name that is only added has the same role.</summary>
    private void BindObjects()
    {
        foreach (var carrier in carriers.Where(c => !roles.ContainsKey(c)))
        {
            var word = words.LastOrDefault(w => w.Span.End <= carrier.Span.Start);
            if (word.Span.Length == 0 || roles.Count == 0 || Between(word.Span.End, carrier.Span.Start).Count > 0)
            {
                continue;
            }

            var between = text[word.Span.End..carrier.Span.Start].Trim();
            if (between is "" or "the" && !word.IsForward && word.Role == OrganizationRole.Support)
            {
                roles[carrier] = OrganizationRole.Lead;
            }
            else if (words.Count == 1 && between.Length > 0 && IsConjunction(WithoutWhat(between)))
            {
                roles[carrier] = word.Role;
            }
        }
    }

    /// <summary>"… leading anything? And B?": what is led stands between.</summary>
    private static string WithoutWhat(string between)
    {
        while (Array.Find(WhatWords, w => between.StartsWith(w, StringComparison.Ordinal)) is { } what)
        {
            between = between[what.Length..].TrimStart();
        }

        return between;
    }

    private void Give(List<Mention> taken, OrganizationRole role) => taken.ForEach(c => roles[c] = role);

    private List<Mention> Between(int start, int end) => carriers.FindAll(c => c.Span.Start >= start && c.Span.End <= end);

    private bool AreJoined(Mention first, Mention second) => IsConjunction(text[first.Span.End..second.Span.Start]);

    private static bool IsConjunction(string between)
    {
        var rest = between.AsSpan().Trim();
        while (rest.Length > 0)
        {
            var length = 0;
            foreach (var word in Conjunctions)
            {
                if (rest.StartsWith(word, StringComparison.Ordinal))
                {
                    length = word.Length;
                    break;
                }
            }

            if (length == 0)
            {
                return false;
            }

            rest = rest[length..].TrimStart();
        }

        return true;
    }

    private readonly record struct RoleWord(TextSpan Span, OrganizationRole Role, bool IsForward);
}
