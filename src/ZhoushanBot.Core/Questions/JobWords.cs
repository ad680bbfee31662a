using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>"Jobs" for tasks: behind somebody's name or a word that asks which ones, where no jobs are made or sought.</summary>
internal static partial class JobWords
{
    private static readonly string[] Words = ["jobs", "job"];

    /// <summary>The question without "jobs" in its subject where tasks are meant.</summary>
    public static Recognition Without(Recognition heard)
    {
        var text = heard.Text.Text;
        if (!heard.Subject.Groups.Any(g => g.Pieces.Any(p => Words.Contains(p, StringComparer.Ordinal))) || OfEmployment().IsMatch(text)
            || !(OfTasks().IsMatch(text) || heard.Mentions.Any(m => BehindName().IsMatch(text[m.Span.End..]))))
        {
            return heard;
        }

        return heard with
        {
            Subject = new SubjectWords(
            [
                .. heard.Subject.Groups.Select(g => new SubjectGroup([.. g.Pieces.Where(p => !Words.Contains(p, StringComparer.Ordinal))])).Where(g => !g.Pieces.IsEmpty),
            ]),
        };
    }

    // new jobs, jobs created, job seekers
    [GeneratedRegex(@"\bnew jobs?\b|\bjobs? (?:\w+ ){0,3}(?:creat|add|generat|offer|for )|creat\w* (?:\w+ ){0,2}jobs|seek|employ|unemploy|urban jobs", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfEmployment();

    // which jobs, all jobs, whose jobs, list the jobs
    [GeneratedRegex(@"\blist (?:me )?(?:the )?jobs?\b|\bjobs? (?:where|which|that)\b|\b(?:which|what|whose|any|all|all the|joint|shared|common|same|these|those|other|his|her|their|its|our|my|lead) jobs?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfTasks();

    // Water Bureau's jobs
    [GeneratedRegex("^ ?(?:'s?)? ?jobs?\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BehindName();
}
