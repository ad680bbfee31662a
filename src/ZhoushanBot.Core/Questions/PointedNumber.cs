using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhoushanBot.Core.Questions;

/// <summary>A number by which a thing of the notice is called: "那245个市重点的呢", "and for the 47?", "the investment for the 47 projects".</summary>
internal readonly partial struct PointedNumber(string text)
{
    /// <summary>Null where no number points at a thing.</summary>
    public decimal? Value => Pointed().Match(text) is { Success: true } match && decimal.TryParse(match.Groups["n"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The figures asked for before of the thing that one of the tasks just shown has so many of; null where none has.</summary>
    /// <param name="heard">What was recognised.</param>
    /// <param name="before">What was shown.</param>
    /// <param name="areas">Areas named now, whose part is asked for; may be empty.</param>
    public Question? OfShown(Recognition heard, ShownBefore before, ImmutableArray<string> areas)
    {
        if (Value is not { } number || before is not { Last.Question: Question.Tasks { Filter: { } filter } asked } || !(asked.Aspect == TaskAspect.Figures || !areas.IsEmpty) || heard.Has(Cue.Who, Cue.WhichOrganization, Cue.When)
            || before.Items.Where(i => i.Targets.Any(t => t.Figure.Value == number)).DistinctBy(i => i.Id, StringComparer.Ordinal).ToList() is not [var of])
        {
            return null;
        }

        if (!areas.IsEmpty || heard.Has(Cue.EachArea, Cue.WhichArea))
        {
            return new Question.AreaFigures(TaskFilter.Everything with { Ids = [of.Id] }, areas, AreaFrames.Operation(heard, areas.Length));
        }

        return new Question.Tasks(TaskFilter.Everything with { Ids = [of.Id], Subject = heard.Subject.IsEmpty ? filter.Subject : heard.Subject, Stated = [number], AsksMoney = filter.AsksMoney || heard.Has(Cue.Money) }, TaskAspect.Figures) { IsOfShown = true };
    }

    // 那245个, 28公里那个, the 47 projects, for the 245?
    [GeneratedRegex(@"[那这](?<n>[0-9]+)(?:个|项|家|条|座|处|台|套|所|辆|艘|户)|(?<n>[0-9]+(?:\.[0-9]+)?)\p{IsCJKUnifiedIdeographs}{1,3}那[个项条]|\b(?:the|those|these) (?<n>[0-9][0-9,]*)(?![0-9.%])(?! ?(?:percent|per cent|hundred|thousand|million|billion|trillion|yuan)\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pointed();
}
