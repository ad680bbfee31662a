using System.Text.RegularExpressions;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// "兹请梳理…", "烦请您帮忙提供…", "我们科室近期拟赴某县调研，想了解一下…": with which words something is asked for, and on what occasion, is no part
/// of what is asked.
/// </summary>
internal static partial class RequestWords
{
    private const int ShortestThing = 3;

    /// <summary>Errand, purpose, and any occasion in front of a request.</summary>
    private static readonly Regex[] Occasions = [Errand(), Purpose(), Occasion(), Order()];

    /// <summary>The question without them; as it is where nothing else would be left.</summary>
    public static string Without(string text, WorkItemIndex index)
    {
        text = WhatItIs().Replace(text, "是什么");
        foreach (var form in Occasions)
        {
            text = form.Match(text) is { Success: true, Groups: var said } && IsAsked(said["before"].Value, said["rest"].Value, index) ? said["rest"].Value : text;
        }

        text = IfNone().Replace(text, string.Empty);
        text = English().Match(text) is { Success: true, Groups: var english } && IsWhole(english["rest"].Value, index) ? english["rest"].Value : text;
        text = Asker().Match(text) is { Success: true, Groups: var asker } && Recognizer.Recognize(asker["who"].Value, index).Mentions.IsEmpty ? asker["rest"].Value : text;
        text = Examples().Replace(text, m => index.Items.Any(i => i.Item.SectionTitle.Length > 0 && m.Groups["field"].Value.EndsWith(i.Item.SectionTitle, StringComparison.Ordinal)) ? m.Groups["field"].Value : m.Value);
        return Request().Replace(text, m => m.Groups["mark"].Value) is { Length: > 1 } asked ? asked : text;
    }

    /// <summary>What stands behind the occasion asks by itself: it is about something, while nothing is named before that the store has, nor anybody who is not named again.</summary>
    private static bool IsAsked(string before, string rest, WorkItemIndex index)
    {
        var (occasion, asked) = (Recognizer.Recognize(before, index), Recognizer.Recognize(rest, index));
        return !occasion.Subject.Groups.Any(g => g.Pieces.Any(p => p.Length >= ShortestThing && index.Subjects.ContainsText(p))) && occasion.Mentions.All(m => m.Candidates.All(c => c is Entity.Issuer) || asked.Mentions.Any(a => a.Candidates.Any(m.Candidates.Contains)))
            && (asked.Mentions.Length > 0 ? !asked.Subject.IsEmpty || asked.Cues.Length > 0 : !SubjectSearch.Find(asked.Subject, index).IsEmpty);
    }

    /// <summary>It is about something that the store has, and asks for something of it.</summary>
    private static bool IsWhole(string rest, WorkItemIndex index) => Recognizer.Recognize(rest, index) is var heard && heard.Subject.Groups.Length > 1 && heard.Has(Cue.HowMuch, Cue.Target, Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial)
        && !SubjectSearch.Find(heard.Subject, index).IsEmpty;

    // 科长让我报一个数：…
    [GeneratedRegex("^(?<before>[^，,。：:？?]{0,20}(?:让我|要我|叫我|叫|让|要求|需要)[^：:？?]{2,24}[：:])(?<rest>.{6,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Order();

    // …，如果没有具体数字也请说明
    [GeneratedRegex("[，,。；;]\\s*(?:如果|如|若|要是|假如)(?:没有|没|无)[^，,。？?]{0,14}?(?:也)?(?:请|麻烦|就|可以|可)*(?:说明|告诉|告知|说一声|注明|直说|说一下|讲一下|指出)[^，,。]{0,4}|[,;.]?\\s*if (?:there (?:is|are) (?:no|none)|not|none)[^,;.?]{0,40}(?:say so|tell me|let me know)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex IfNone();

    // I am a consultant working on … and I would be grateful if you could tell me …
    [GeneratedRegex("^(?<before>.{20,260}?)\\b(?:if you could|could you|can you|would you|will you|please)(?: please| kindly)? (?:tell|give|let|send|show|list|advise|confirm)(?: me| us)?(?: know)?(?: what| about)? (?<rest>(?:the |how |which |who |what )?.{20,})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex English();

    // 兹请梳理, 烦请您帮忙提供, 请核实, 劳烦列明一下
    [GeneratedRegex("(?<mark>^|[，,。；;！!：:]\\s*)(?:兹|敬|现|谨|还|特|恳)?(?:烦请|劳烦|麻烦|恳请|请|望|盼|拜托)(?:您|你|贵办|贵处|贵科|贵局|贵委|贵室|贵单位|贵机器人|贵助手|各位|帮忙|帮我|协助|帮|予以|一并|一下|代为|及时|尽快|能)*(?:提供|梳理|核实|列明|列出|汇总|反馈|查明|查实|整理|统计|指明|示下|答复|回复|明确)(?:一下|下|一份)?(?=.{4})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Request();

    // 我们科室近期拟赴某县开展调研，烦请您…: the occasion, then the request
    [GeneratedRegex("^(?<before>.{6,80}[，,。；;！!])\\s*(?:还|就|现|特)?(?<rest>(?:烦请|劳烦|想麻烦|麻烦|恳请|想请教|想请您|想向您请教|想了解|想问|想咨询|需要了解|能否告知|可否告知)(?:您|你|一下|下|帮忙|告诉|告知|[：:])*.{6,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Occasion();

    // 市政协委员问起老旧小区改造，请问…: who asked the asker
    [GeneratedRegex("^(?:(?:你好|您好)[，,。！! ]*)?(?:刚才|今天|昨天|刚刚|有个?|有位)?(?<who>[^，,。？?谁哪什么]{2,12})(?:问起|来问|问到|打听|咨询我|问我们|问我)(?:了|的)?[：:，,]?(?<rest>.{6,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Asker();

    // 医疗卫生方面（疫苗、筛查、急救）: of a field that the notice has, what is in it
    [GeneratedRegex("(?<field>[\\p{IsCJKUnifiedIdeographs}]{2,8}方面)[（(][^（）()]{3,60}[）)]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Examples();

    // 为便于我处建立台账，…
    [GeneratedRegex("^(?<before>(?:为便于|为方便|为做好|为了|为此|因|鉴于|按照|根据)[^，,。]{2,30}[，,])(?<rest>.{6,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Purpose();

    // 明天要去某县调研，…
    [GeneratedRegex("^(?<before>[^，,。]{0,12}(?:明天|后天|今天|下周|下午|上午|马上|近期|晚上)[^，,。]{0,24}(?:调研|开会|汇报|检查|督查|考察|会议|出差|下乡|走访|培训)[^，,。]{0,6}[，,。])(?<rest>.{6,})$", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Errand();

    // 任务数为何？ asks what it is, 是为何 asks why
    [GeneratedRegex("(?<![是，,])[为為]何(?=[?？。！! ]*$|[?？。，,])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhatItIs();
}
