using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>What the covering letter says about all tasks at once.</summary>
/// <param name="Supporting">"除特别注明的外，各县（市、区）政府都是配合单位": supporters of every task; may be empty.</param>
/// <param name="ProjectsDue">"民生实事项目应于11月底前全面完成": when the public-benefit projects are due; null when the letter does not say.</param>
internal sealed record StandingRules(ImmutableArray<NamedOrganization> Supporting, Deadline? ProjectsDue)
{
    public static StandingRules Read(StitchedText letter, int year, ReadingRules rules, List<ImportFinding> findings) =>
        new(ReadSupporting(letter, rules, findings), ReadProjectsDue(letter, year, rules));

    private static ImmutableArray<NamedOrganization> ReadSupporting(StitchedText letter, ReadingRules rules, List<ImportFinding> findings)
    {
        var phrase = rules.StandingSupport.FirstOrDefault(p => letter.Text.Contains(p, StringComparison.Ordinal));
        if (phrase is null)
        {
            return [];
        }

        var end = letter.Text.IndexOf(phrase, StringComparison.Ordinal);
        var start = letter.Text.AsSpan(0, end).LastIndexOfAny(Wording.ClauseMarks) + 1;
        return OrganizationList.Read(letter.Slice(start, end), rules, findings);
    }

    private static Deadline? ReadProjectsDue(StitchedText letter, int year, ReadingRules rules)
    {
        foreach (var date in DateWords.In(letter.Text, year))
        {
            var start = letter.Text.AsSpan(0, date.Start).LastIndexOfAny(Wording.SentenceMarks) + 1;
            var end = letter.Text.AsSpan(date.End).IndexOfAny(Wording.SentenceMarks) is >= 0 and var length ? date.End + length : letter.Length;
            var sentence = letter.Text[start..end];
            if (Wording.ContainsAny(sentence, rules.LivelihoodWords) && Wording.ContainsAny(sentence, rules.CompletionWords))
            {
                return new Deadline(date.On, false, letter.SpanOf(date.Start, date.End));
            }
        }

        return null;
    }
}
