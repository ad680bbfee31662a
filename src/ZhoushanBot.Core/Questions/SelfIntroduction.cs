using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// "我是岱山县府办的，我们县流感疫苗多少", "Hi, we're a shipping company from Rotterdam. What is the …": who asks is no part of what is asked, and
/// 我们县 is the county that they are of.
/// </summary>
internal static partial class SelfIntroduction
{
    private static readonly char[] WordEnds = [' ', ',', '.', '?', '!', ':', ';'];
    private static readonly string[] Articles = ["the", "a", "an", "our", "this", "year's"];
    private static readonly string[] SelfWords = ["我是", "我们是", "我在", "我来自", "这里是", "i work at", "i work at the", "i work for", "i work for the", "i am from", "i am from the", "i'm from", "i'm from the", "we at the"];

    /// <summary>The question without its introduction; as it is where it has none, or where nothing is asked but about the asker.</summary>
    public static string Without(string question, WorkItemIndex index)
    {
        if ((Chinese().Match(question) is { Success: true } chinese ? chinese : English().Match(question)) is not { Success: true } match)
        {
            return question;
        }

        var (self, rest) = (match.Groups["self"].Value, match.Groups["rest"].Value);
        var who = Recognizer.Recognize(self, index);
        var asked = Recognizer.Recognize(rest, index);
        if (OurPlace().IsMatch(rest))
        {
            return (who.Named<Entity.Region>() is [var region, ..] ? region.Name : who.Named<Entity.Body>() is [var governing, ..] ? index.AreaGovernedBy(governing.Name) : null) is { } ours ? OurPlace().Replace(rest, ours) : question;
        }

        if (OurTargets().IsMatch(rest) && who.Named<Entity.Region>() is [var own, ..])
        {
            return OurTargets().Replace(rest, $"{own.Name} ");
        }

        if (They().IsMatch(rest) && who.Named<Entity.Body>() is [var theirs] && asked.Mentions.IsEmpty)
        {
            return They().Replace(rest, $"{theirs.Name} ");
        }

        if (Ourselves().IsMatch(rest) && WhoWeAre(who, asked, index) is { } us)
        {
            return Ourselves().Replace(rest, $" {us} ");
        }

        if (OurUnit().IsMatch(rest))
        {
            return who.Named<Entity.Body>() is [var body, ..] ? OurUnit().Replace(rest, body.Name) : question;
        }

        if (Topic().Match(self) is { Success: true, Groups: var topic } && !IsNamedAgain(topic["of"].Value, rest) && SubjectSearch.Find(Recognizer.Recognize(topic["of"].Value, index).Subject, index) is [{ Coverage: > SubjectSearch.Whole }, ..])
        {
            // "I am drafting a briefing on electric vehicle charging. Could you …": what it is on is what is asked about.
            return $"{topic["of"].Value}: {rest}";
        }

        return asked.Mentions.Length > 0 || !SubjectSearch.Find(asked.Subject, index).IsEmpty || asked.Has(Cue.DocumentNumber, Cue.IssuedOn, Cue.IssuedBy, Cue.Parts, Cue.NoticeWord, Cue.NoticeTitle) ? rest : question;
    }

    /// <summary>我们: the unit; the place where how much is asked of one who names a place; its government where nothing but the place is named; null where neither is.</summary>
    private static string? WhoWeAre(Recognition who, Recognition asked, WorkItemIndex index)
    {
        var place = who.Named<Entity.Region>() is [var region, ..] ? region.Name : null;
        if (place is not null && asked.Has(Cue.HowMuch))
        {
            return place;
        }

        return who.Named<Entity.Body>() is [var unit, ..] ? unit.Name : place is null ? null : index.GovernmentsOf([place]).FirstOrDefault();
    }

    /// <summary>"a briefing on rural roads. … the rural road figures": what it is on is named in the question itself.</summary>
    private static bool IsNamedAgain(string topic, string question)
    {
        var said = question.ToLowerInvariant().Split(WordEnds, StringSplitOptions.RemoveEmptyEntries).Select(w => SubjectIndex.Stem(w).ToString()).ToHashSet(StringComparer.Ordinal);
        return topic.ToLowerInvariant().Split(WordEnds, StringSplitOptions.RemoveEmptyEntries).Where(w => !Articles.Contains(w, StringComparer.Ordinal)).All(w => said.Contains(SubjectIndex.Stem(w).ToString()));
    }

    /// <summary>"我是市府办的想查流感疫苗": the same where no mark parts the two.</summary>
    public static Recognition Without(Recognition heard, WorkItemIndex index)
    {
        if (heard.Mentions.Length == 0 || heard.Subject.IsEmpty || heard.Mentions[0].Candidates is not [Entity.Body or Entity.Group])
        {
            return heard;
        }

        var before = heard.Text.Text.AsSpan(0, heard.Mentions[0].Span.Start).TrimEnd();
        foreach (var words in SelfWords)
        {
            if (before.EndsWith(words, StringComparison.Ordinal) && !SubjectSearch.Find(heard.Subject, index).IsEmpty)
            {
                return heard with { Mentions = heard.Mentions.RemoveAt(0) };
            }
        }

        return heard;
    }

    // 我是市府办的，…
    [GeneratedRegex("^(?:(?:你好|您好|领导您好|各位老师好|各位好|各位同事好|领导你好|各位领导好|老师好|老师您好|同志你好|同志您好|大家好|喂|打扰了|打扰一下|打扰下|不好意思|麻烦了|麻烦一下|请问|领导好)[呀啊哦，,！!。\\s]*){0,3}(?<self>(?:我是|我们是|我在(?!写|准备|整理|做|弄|起草|搞|梳理|编)|我来自|我们这里是|这里是)[^，,。！!；;?？哪谁几么]{2,24})[，,。！!；;]\\s*(?<rest>.{5,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Chinese();

    // Hi, we're a shipping company from Rotterdam. …
    [GeneratedRegex("^(?:(?:hi|hello|hey|good morning|good afternoon)(?: there)?[,!.]?\\s+)?(?<self>(?:we're|we are|i'm|i am|i've|i have|i need to|we have to|we need to|my (?:boss|director|head|manager)|this is|i work|we work)\\b[^.!?;:]{3,100})[.!;:]\\s+(?<rest>.{8,})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex English();

    [GeneratedRegex("\\b(?:on|about|regarding|concerning) (?<of>[^.!?;,]{4,60})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Topic();

    [GeneratedRegex("我们县|我们区|我县|我区|咱县|咱区|咱们县|咱们区|本县|本区|\\bour (?:county|district)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OurPlace();

    // which items name us, 我们要配合哪些
    [GeneratedRegex("\\b(?:us|we)\\b|我们(?=要|得|该|牵头|配合|参与|有|负责)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ourselves();

    // I work with … What are they the lead unit for?
    [GeneratedRegex("\\bthey\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex They();

    // what are our numbers
    [GeneratedRegex("我们的?(?=指标|目标|任务|数字)|\\bour (?=numbers|targets|figures|quotas?|share|part)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OurTargets();

    [GeneratedRegex("我们局|我局|咱局|咱们局|本局|我们单位|我单位|本单位|我们委|我委|\\bour (?:bureau|office|commission|unit|department)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OurUnit();
}
