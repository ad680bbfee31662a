using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Gathers the stretches of a question that nothing else explained.</summary>
internal sealed class SubjectCollector(string text, SubjectIndex subjects)
{
    private static readonly string[] BehindSingle = ["的", "方面", "这块", "这方面", "这类", "类", "相关", "有关", "问题", "工程"];
    /// <summary>完 of 要干完的: what is left of a verb.</summary>
    private const string VerbEnds = "完好成定掉起去来到过了分占摊排给拿领得差多少";
    private static readonly string[] BeforeSingle = ["关于", "涉及", "有关", "管", "抓", "跟", "和", "与", "查", "找"];
    private readonly List<List<Piece>> groups = [[]];
    private int start = -1;
    private int end;

    public string Text => text;

    /// <summary>Stretches that were not found as a whole phrase, in order: where slips are looked for.</summary>
    public IEnumerable<TextSpan> Loose => groups.SelectMany(g => g).Where(p => !p.IsPhrase).Select(p => p.Span);

    public void Add(int at, int length)
    {
        var isWord = char.IsAsciiLetter(text[at]);
        if (start >= 0 && end == at && !isWord && !char.IsAsciiLetter(text[at - 1]))
        {
            end = at + length;
            return;
        }

        EndPiece();
        (start, end) = (at, at + length);
    }

    /// <summary>A phrase that has synonyms; it stays one piece.</summary>
    public void AddPhrase(int at, int length)
    {
        EndPiece();
        groups[^1].Add(new Piece(new TextSpan(at, at + length), true));
    }

    /// <summary>True when the piece being gathered ends at a place.</summary>
    public bool EndsAt(int at) => start >= 0 && end == at;

    public void EndPiece()
    {
        if (start >= 0)
        {
            groups[^1].Add(new Piece(new TextSpan(start, end), false));
        }

        start = -1;
    }

    /// <summary>Leaves out the words of letters gathered last: they turned out to be another name of what follows in brackets.</summary>
    public void DropWords()
    {
        EndPiece();
        foreach (var group in groups)
        {
            group.RemoveAll(p => char.IsAsciiLetter(text[p.Span.Start]));
        }
    }

    public void EndGroup()
    {
        EndPiece();
        if (groups[^1].Count > 0)
        {
            groups.Add([]);
        }
    }

    /// <summary>Takes a stretch out: it turned out to name something.</summary>
    public void Remove(TextSpan span)
    {
        foreach (var group in groups)
        {
            for (var i = group.Count - 1; i >= 0; i--)
            {
                var piece = group[i];
                if (piece.Span.Overlaps(span))
                {
                    group.RemoveAt(i);
                    group.InsertRange(i, Around(piece, span));
                }
            }
        }
    }

    /// <summary>
    /// The subject. An area's name that the store's texts have inside the very wording of the question (六横公路大桥) is part of the
    /// subject and is taken out of <paramref name="mentions"/>.
    /// </summary>
    public SubjectWords Build(List<Mention> mentions)
    {
        var result = ImmutableArray.CreateBuilder<SubjectGroup>();
        foreach (var group in groups.Where(g => g.Count > 0))
        {
            var pieces = group.Select(p => Widen(p, mentions)).Select(s => text[s.Start..s.End]).Where(IsTelling).ToImmutableArray();
            if (!pieces.IsEmpty)
            {
                result.Add(new SubjectGroup(pieces));
            }
        }

        return result.Count == 0 && mentions.Count == 0 && Single() is { } single ? new SubjectWords([new SubjectGroup([single])]) : new SubjectWords(result.ToImmutable());
    }

    /// <summary>"水的事情", "路方面": one character is the subject where it is all that is left and the words around it say so.</summary>
    private string? Single()
    {
        if (groups.SelectMany(g => g).ToList() is not [{ Span: { Length: 1 } span }] || !SubjectIndex.IsHan(text[span.Start]) || VerbEnds.Contains(text[span.Start], StringComparison.Ordinal))
        {
            return null;
        }

        var (before, behind) = (text[..span.Start], text[span.End..]);
        return Array.Exists(BehindSingle, w => behind.StartsWith(w, StringComparison.Ordinal)) || Array.Exists(BeforeSingle, w => before.EndsWith(w, StringComparison.Ordinal))
            ? text.Substring(span.Start, 1)
            : null;
    }

    private TextSpan Widen(Piece piece, List<Mention> mentions)
    {
        // One character more is chance: 高新区新(改)建 is not the 高新区新 of 高新区新材料.
        var span = piece.Span;
        if (span.Length < 2)
        {
            return span;
        }

        foreach (var mention in mentions.ToList())
        {
            if (mention.Candidates is not [Entity.Region or Entity.Issuer, ..])
            {
                continue;
            }

            if (mention.Span.End == span.Start && IsKnown(mention.Span.Start, Math.Min(span.End, span.Start + 2)))
            {
                mentions.Remove(mention);
                span = span with { Start = mention.Span.Start };
            }
            else if (mention.Span.Start == span.End && IsKnown(Math.Max(span.Start, span.End - 2), mention.Span.End))
            {
                mentions.Remove(mention);
                span = span with { End = mention.Span.End };
            }
        }

        return span;
    }

    private bool IsKnown(int from, int to) => subjects.ContainsText(text.AsSpan(from, to - from));

    /// <summary>One Chinese character tells nothing; one letter hardly more.</summary>
    private static bool IsTelling(string piece) => piece.Length > 1;

    private static IEnumerable<Piece> Around(Piece piece, TextSpan span)
    {
        if (span.Start > piece.Span.Start)
        {
            yield return piece with { Span = piece.Span with { End = span.Start } };
        }

        if (span.End < piece.Span.End)
        {
            yield return piece with { Span = piece.Span with { Start = span.End } };
        }
    }

    private sealed record Piece(TextSpan Span, bool IsPhrase);
}
