using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>Whose tasks a question leaves out: "不是某局牵头的", "某局以外的", "除了某局牵头的", "not led by the Health Commission".</summary>
internal static class Denial
{
    private static readonly string[] Denying = ["不是", "非", "不由", "不归", "不属于", "not led by", "not headed by", "not under", "other than those of"];
    private static readonly string[] Excepting = ["除了", "除去", "除开", "除掉", "撇开", "不算", "不含", "除", "except for", "except", "other than", "apart from", "excluding", "leaving out", "not counting"];
    private static readonly string[] Outside = ["以外", "之外", "除外"];
    private static readonly string[] NoPart = ["不参与", "没参与", "没有参与", "未参与", "不沾边", "没份", "没有份", "不掺和", "is not involved", "isn't involved", "has no part", "takes no part", "not taking part"];
    private static readonly string[] Roles = ["牵头", "负责", "管", "主抓", "的", "那几项", "那些", " "];
    private static readonly string[] AskingWhether = ["是不是", "归不归", "由不由", "除非", "莫非", "并非"];

    /// <summary>The units and officials whose tasks are left out, each once; empty where nobody's are, or only whether they are is asked.</summary>
    public static List<Mention> In(Recognition heard)
    {
        var text = heard.Text.Text;
        return heard.Ending is '吗' or '吧' || heard.Has(Cue.Partners, Cue.Who) || heard.WordsOf(Cue.WhichOrganization).Any(w => w.AsSpan().IndexOfAny('哪', '什') >= 0 || w.StartsWith("wh", StringComparison.Ordinal)) ? []
            : [.. heard.Mentions.Where(m => m.Candidates is [Entity.Body or Entity.Group or Entity.Official] && IsLeftOut(text, m.Span.Start, m.Span.End))];
    }

    private static bool IsLeftOut(string text, int start, int end)
    {
        var before = text[..start].TrimEnd();
        before = before.EndsWith(" the", StringComparison.Ordinal) ? before[..^" the".Length] : before;
        if (Array.Exists(AskingWhether, w => before.EndsWith(w, StringComparison.Ordinal)))
        {
            return false;
        }

        return Array.Exists(Denying, w => before.EndsWith(w, StringComparison.Ordinal)) || Array.Exists(Excepting, w => before.EndsWith(w, StringComparison.Ordinal)) || IsBeforeOutside(text.AsSpan(end)) || IsWithoutPart(text, end);
    }

    /// <summary>"某局不参与的": it is in no role.</summary>
    public static bool IsWithoutPart(Recognition heard) => heard.Mentions.Any(m => m.Candidates is [Entity.Body or Entity.Group] && IsWithoutPart(heard.Text.Text, m.Span.End));

    private static bool IsWithoutPart(string text, int end) => text[end..].TrimStart() is var behind && Array.Exists(NoPart, w => behind.StartsWith(w, StringComparison.Ordinal));

    /// <summary>"某局以外的", "某局牵头的以外".</summary>
    private static bool IsBeforeOutside(ReadOnlySpan<char> behind)
    {
        for (var length = -1; length != behind.Length;)
        {
            length = behind.Length;
            foreach (var role in Roles)
            {
                behind = behind.StartsWith(role, StringComparison.Ordinal) ? behind[role.Length..] : behind;
            }
        }

        foreach (var word in Outside)
        {
            if (behind.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
