using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Which notices of a store of several places or years a question is asked of.</summary>
/// <param name="Groups">The likeliest first; never empty.</param>
/// <param name="IsNamed">The question names the place, or there is only one.</param>
internal sealed record NoticeChoice(ImmutableArray<NoticeGroup> Groups, bool IsNamed)
{
    /// <summary>A group that knows less of the words than this share of the best is not meant.</summary>
    private const float NearBest = 0.86f;

    /// <summary>So many are asked whatever their words: the answers tell which are meant.</summary>
    public const int MostReadings = 3;

    /// <summary>
    /// A named place, else <paramref name="usual"/>, else every place that knows the words of the question about as well as the best one.
    /// Of each place the named years, else the newest.
    /// </summary>
    public static NoticeChoice Of(string text, NoticeDirectory directory, ImmutableArray<string> usual)
    {
        var named = directory.PlacesNamed(text).Select(p => p.Place).ToImmutableArray();
        var years = directory.YearsNamed(text).Select(y => y.Year).ToImmutableArray();
        var places = !named.IsEmpty ? named : !usual.IsEmpty ? usual : directory.Places is [_] ? directory.Places : [];
        return places.IsEmpty ? new NoticeChoice(Knowing(text, directory, years), false)
            : named.IsEmpty && places.Length > 1 ? new NoticeChoice([.. OfPlaces(places, directory, years)], false)
            : new NoticeChoice([.. places.SelectMany(p => OfYears(directory.GroupsOf(p), years))], true);
    }

    /// <summary>The question as it is put to one group of several: without the other places and, where its own is among them, years that it names.</summary>
    /// <param name="text">Normalised.</param>
    /// <param name="group">Whom it is put to.</param>
    /// <param name="directory">All notices.</param>
    public static string TextFor(string text, NoticeGroup group, NoticeDirectory directory)
    {
        var years = directory.YearsNamed(text);
        var others = directory.PlacesNamed(text).Where(p => p.Place != group.Place).Select(p => p.Span)
            .Concat(years.Any(y => y.Year == group.Year) ? years.Where(y => y.Year != group.Year).Select(y => y.Span) : []);
        return others.Aggregate(text, (rest, span) => string.Concat(rest.AsSpan(0, span.Start), new string(' ', span.Length), rest.AsSpan(span.End)));
    }

    /// <summary>Of places that the question does not name: a year that only some have notices of leaves the others out.</summary>
    private static List<NoticeGroup> OfPlaces(ImmutableArray<string> places, NoticeDirectory directory, ImmutableArray<int> years)
    {
        var all = places.SelectMany(p => OfYears(directory.GroupsOf(p), years)).ToList();
        return all.Exists(g => years.Contains(g.Year)) ? all.FindAll(g => years.Contains(g.Year)) : all;
    }

    /// <summary>A year that the place has no notice of is told from its newest.</summary>
    private static IEnumerable<NoticeGroup> OfYears(ImmutableArray<NoticeGroup> groups, ImmutableArray<int> years)
    {
        var meant = groups.Where(g => years.Contains(g.Year)).OrderBy(g => years.IndexOf(g.Year)).ToList();
        return meant.Count > 0 ? meant : groups.Take(1);
    }

    private static ImmutableArray<NoticeGroup> Knowing(string text, NoticeDirectory directory, ImmutableArray<int> years)
    {
        var candidates = OfPlaces(directory.Places, directory, years);
        var allowed = new bool[directory.Groups.Length];
        foreach (var candidate in candidates)
        {
            allowed[candidate.Ordinal] = true;
        }

        var scores = directory.Words.Score(PiecesOf(text), allowed);
        var bar = candidates.Count <= MostReadings ? 0 : candidates.Max(c => scores[c.Ordinal]) * NearBest;
        return [.. candidates.Where(c => scores[c.Ordinal] >= bar).OrderByDescending(c => scores[c.Ordinal])];
    }

    /// <summary>What stands between the question words; those of one character may belong to a name (应 in 应急局).</summary>
    private static IEnumerable<string> PiecesOf(string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            Lexicon.Default.Words.Longest(text, at, out var length);
            if (length > 1)
            {
                yield return text[from..at];
                from = at + length;
            }

            at += Math.Max(1, length);
        }

        yield return text[from..];
    }
}
