using System.Collections.Frozen;
using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// A person who is named with a post and whom the store does not know ("王某某副市长"): told so, instead of an answer about everybody who has that post.
/// What a name looks like is data: <c>persons.txt</c>.
/// </summary>
internal static class UnknownPersons
{
    private const int LongestName = 3;
    private const int ShortestName = 2;

    private static readonly Lazy<(FrozenSet<char> Families, ImmutableArray<string> Posts, FrozenSet<char> Never)> Words = new(Load);

    /// <summary>Name and post as typed; null when there is none.</summary>
    public static string? In(Recognition heard)
    {
        var text = heard.Text.Text;
        if (heard.Mentions.Any(m => m.Candidates.Any(c => c is Entity.Official) && !Words.Value.Posts.Contains(m.Form, StringComparer.Ordinal)))
        {
            return null;
        }

        foreach (var post in Words.Value.Posts)
        {
            for (var at = text.IndexOf(post, StringComparison.Ordinal); at >= 0; at = text.IndexOf(post, at + 1, StringComparison.Ordinal))
            {
                for (var length = LongestName; length >= ShortestName; length--)
                {
                    if (at >= length && IsName(text.AsSpan(at - length, length)) && !heard.Mentions.Any(m => m.Span.End > at - length && m.Span.Start < at))
                    {
                        return text.Substring(at - length, length + post.Length);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        var (families, posts, never) = Words.Value;
        foreach (var c in text)
        {
            if (!SubjectIndex.IsHan(c) || never.Contains(c))
            {
                return false;
            }
        }

        // 常务 of 常务副市长 is no name.
        foreach (var post in posts)
        {
            if (post.AsSpan().StartsWith(text))
            {
                return false;
            }
        }

        return families.Contains(text[0]);
    }

    private static (FrozenSet<char> Families, ImmutableArray<string> Posts, FrozenSet<char> Never) Load()
    {
        using var stream = typeof(UnknownPersons).Assembly.GetManifestResourceStream("persons.txt")
            ?? throw new InvalidOperationException("The embedded persons.txt is missing from the build.");
        using var reader = new StreamReader(stream);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank)
            {
                lines.Add(line[..blank], line[(blank + 1)..]);
            }
        }

        return (lines["family"].ToFrozenSet(), [.. lines["posts"].Split(' ')], lines["never"].ToFrozenSet());
    }
}
