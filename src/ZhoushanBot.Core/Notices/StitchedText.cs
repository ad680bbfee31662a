using System.Text;

namespace ZhoushanBot.Core.Notices;

/// <summary>
/// Text put together from pieces of a notice (page breaks left out, markup read), in which every character still knows
/// the place that it came from.
/// </summary>
internal sealed class StitchedText
{
    private readonly int[] starts;
    private readonly int[] ends;

    private StitchedText(string text, int[] starts, int[] ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public static StitchedText Empty { get; } = new(string.Empty, [], []);

    public string Text { get; }

    public int Length => Text.Length;

    public static StitchedText Of(string source, SourceSpan span) => new Builder().Append(source, span).Build();

    /// <summary>Where characters [start, end) came from; for an empty range the place before <paramref name="start"/>.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        if (end > start)
        {
            return new SourceSpan(starts[start], ends[end - 1]);
        }

        var place = Length == 0 ? 0 : start < Length ? starts[start] : ends[^1];
        return new SourceSpan(place, place);
    }

    public SourceSpan Span => SpanOf(0, Length);

    public StitchedText Slice(int start, int end) => new(Text[start..end], starts[start..end], ends[start..end]);

    public StitchedText Trim()
    {
        var (start, end) = (0, Length);
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == Length ? this : Slice(start, end);
    }

    /// <summary>This text with [start, end) left out.</summary>
    public StitchedText Without(int start, int end) => new Builder().Append(Slice(0, start)).Append(Slice(end, Length)).Build();

    public override string ToString() => Text;

    internal sealed class Builder
    {
        private readonly StringBuilder text = new();
        private readonly List<int> starts = [];
        private readonly List<int> ends = [];
        private int openBrackets;

        public int Length => text.Length;

        /// <summary>The last character; NUL while there is none.</summary>
        public char Last => text.Length == 0 ? '\0' : text[^1];

        /// <summary>Offset in the source behind the last character.</summary>
        public int End => ends[^1];

        /// <summary>More brackets were opened than closed so far.</summary>
        public bool IsBracketOpen => openBrackets > 0;

        public string Tail(int length) => text.ToString(Math.Max(0, text.Length - length), Math.Min(length, text.Length));

        public Builder Append(StitchedText piece)
        {
            text.Append(piece.Text);
            openBrackets += BracketsOf(piece.Text);
            starts.AddRange(piece.starts);
            ends.AddRange(piece.ends);
            return this;
        }

        public Builder Append(string source, SourceSpan span)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                Append(source[i] == '\t' ? ' ' : source[i], i, i + 1);
            }

            return this;
        }

        /// <summary>One character that stands for [start, end) of the source.</summary>
        public Builder Append(char c, int start, int end)
        {
            text.Append(c);
            openBrackets += BracketsOf([c]);
            starts.Add(start);
            ends.Add(end);
            return this;
        }

        public StitchedText Build() => new(text.ToString(), [.. starts], [.. ends]);

        private static int BracketsOf(ReadOnlySpan<char> text) => text.Count('（') + text.Count('(') - text.Count('）') - text.Count(')');
    }
}
