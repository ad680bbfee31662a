using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>牵头领导: an official's name and post out of "某某某常务副市长", "市长某某" or a bare name.</summary>
internal static class OfficialNames
{
    private const int ShortestName = 2;
    private const int LongestName = 4;

    public static LeadOfficial Read(string text, ReadingRules rules)
    {
        var compact = Markers.Compact(text);
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

    /// <summary>
    /// The official of a section heading; null when it names nobody. <paramref name="isCertain"/> is false when name and post could
    /// not be told apart.
    /// </summary>
    public static LeadOfficial? ReadHeading(string heading, ReadingRules rules, out bool isCertain)
    {
        isCertain = true;
        var compact = Markers.Compact(heading);
        if (Markers.ContainsAny(compact, rules.JointHeadingWords))
        {
            return null;
        }

        var verb = rules.HeadingLeadWords.Where(w => compact.Contains(w, StringComparison.Ordinal)).MaxBy(w => w.Length);
        if (verb is null || compact.IndexOf(verb, StringComparison.Ordinal) is var at && at < ShortestName)
        {
            return null;
        }

        var official = Read(compact[..compact.IndexOf(verb, StringComparison.Ordinal)], rules);
        isCertain = official.Post.Length > 0 || official.Name.Length <= LongestName;
        return official;
    }

    /// <summary>One post, or several that follow one another: 市委常委、常务副市长.</summary>
    private static bool IsPost(string text, ReadingRules rules)
    {
        var rest = text;
        while (rest.Length > 0)
        {
            rest = rest.TrimStart('、', '，');
            var post = rules.Posts.Where(p => rest.StartsWith(p, StringComparison.Ordinal)).MaxBy(p => p.Length);
            if (post is null)
            {
                return false;
            }

            rest = rest[post.Length..];
        }

        return true;
    }
}
