using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>牵头领导: officials' names and posts out of "某某某常务副市长", "市长某某", bare names, and lists of these.</summary>
internal static class OfficialNames
{
    private const int ShortestName = 2;
    private const int LongestName = 4;

    /// <summary>More than three officials with all their posts; a longer text names nobody.</summary>
    private const int LongestList = 80;

    /// <summary>One official or several: "甲、乙副市长", "市委常委、常务副市长甲", "甲副市长，乙副市长". Empty when the text is no list of names.</summary>
    public static ImmutableArray<LeadOfficial> ReadList(string text, ReadingRules rules)
    {
        var compact = Wording.Compact(text);
        if (compact.Length is < ShortestName or > LongestList)
        {
            return [];
        }

        if (Read(compact, rules) is { Post.Length: > 0 } one)
        {
            return [one];
        }

        var officials = ImmutableArray.CreateBuilder<LeadOfficial>();
        var posts = string.Empty;
        foreach (var piece in compact.Split(['、', '，', ',', '；', ';', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsPost(piece, rules))
            {
                posts += posts.Length > 0 ? "、" + piece : piece;
                continue;
            }

            var official = Read(posts + piece, rules);
            posts = string.Empty;
            if (official.Name.Length >= ShortestName && !rules.NoneMarks.Contains(official.Name, StringComparer.Ordinal))
            {
                officials.Add(official);
            }
        }

        return [.. ShareLastPost(officials)];
    }

    /// <summary>"甲、乙副市长": the post behind the last name is that of all, where none of the others has one.</summary>
    private static IEnumerable<LeadOfficial> ShareLastPost(ImmutableArray<LeadOfficial>.Builder officials) =>
        officials.Count > 1 && officials.SkipLast(1).All(o => o.Post.Length == 0)
            ? officials.Select(o => o with { Post = officials[^1].Post })
            : officials;

    /// <summary>
    /// The officials of a section heading; empty when it names nobody. <paramref name="isCertain"/> is false when the heading has the form
    /// of one that names an official, and what stands in the name's place is none.
    /// </summary>
    public static ImmutableArray<LeadOfficial> ReadHeading(string heading, ReadingRules rules, out bool isCertain)
    {
        isCertain = true;
        var compact = Wording.Compact(heading);
        if (Wording.ContainsAny(compact, rules.JointHeadingWords))
        {
            return [];
        }

        var verb = rules.HeadingLeadWords.Where(w => compact.Contains(w, StringComparison.Ordinal)).MaxBy(w => w.Length);
        if (verb is null || compact.IndexOf(verb, StringComparison.Ordinal) is var at && at < ShortestName)
        {
            return [];
        }

        // "发挥龙头企业牵头作用" speaks of leading, "某某牵头的工作" names who does.
        var behind = compact[(compact.IndexOf(verb, StringComparison.Ordinal) + verb.Length)..].TrimStart('）', ')');
        if (behind.Length > 0 && !Wording.StartsWithAny(behind, rules.HeadingLeadRests))
        {
            return [];
        }

        // "经济发展（某某牵头）": the name stands in the bracket.
        var before = compact[..compact.IndexOf(verb, StringComparison.Ordinal)];
        before = before[(before.AsSpan().LastIndexOfAny('（', '(') + 1)..];
        var officials = ReadList(before, rules);
        isCertain = !officials.IsEmpty && officials.All(o => o.Name.Length <= LongestName && (o.Post.Length > 0 || IsPlainName(o.Name)));
        return isCertain ? officials : [];
    }

    private static bool IsPlainName(string name) => name.All(c => Wording.IsHan(c) || c == '·');

    private static LeadOfficial Read(string text, ReadingRules rules)
    {
        var compact = text[..^Wording.LongestAtEnd(text, rules.CourtesyWords)];
        for (var length = ShortestName; length <= LongestName && length < compact.Length; length++)
        {
            if (IsPost(compact[length..], rules))
            {
                return new LeadOfficial(compact[..length], compact[length..]);
            }
        }

        for (var length = LongestName; length >= ShortestName; length--)
        {
            if (compact.Length > length && IsPost(compact[..^length], rules))
            {
                return new LeadOfficial(compact[^length..], compact[..^length]);
            }
        }

        return new LeadOfficial(compact, string.Empty);
    }

    /// <summary>市公安局局长 behind 副市长、: the head of an office of the same government; 0 where no such post stands there.</summary>
    private static int LengthOfOffice(ReadOnlySpan<char> text, ReadingRules rules)
    {
        var end = text.IndexOfAny('、', '，');
        var post = end < 0 ? text : text[..end];
        var head = Wording.LongestAtEnd(post, rules.OfficeHeads);
        return head > 0 && post[0] is '市' or '县' or '区' or '州' or '省' && Wording.LongestAtEnd(post[..^head], rules.OrganizationEndings) > 0 ? post.Length : 0;
    }

    /// <summary>One post, or several that follow one another: 市委常委、常务副市长.</summary>
    private static bool IsPost(string text, ReadingRules rules)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart("、，");
            var post = Wording.LongestAtStart(rest, rules.Posts);
            if (post == 0 && rest.Length < text.Length)
            {
                post = LengthOfOffice(rest, rules);
            }

            if (post == 0)
            {
                return false;
            }

            rest = rest[post..];
        }

        return true;
    }
}
