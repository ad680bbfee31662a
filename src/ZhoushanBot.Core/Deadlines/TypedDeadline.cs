using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Deadlines;

/// <summary>What somebody types about a deadline.</summary>
public enum DeadlineVerb
{
    /// <summary>设定期限.</summary>
    Set,

    /// <summary>取消期限: the notice's own day holds again.</summary>
    Clear,

    /// <summary>设定节点.</summary>
    SetSteps,

    /// <summary>取消节点: the notice's own steps hold again.</summary>
    ClearSteps,

    /// <summary>期限是怎么定的: where it comes from.</summary>
    Ask,
}

/// <summary>
/// A wish or question about a deadline in one line: "设定期限 省民生实事第9项 2024-10-31 原因：…", "把27号的期限改为10月底，因为…", "deadline of item 9 to
/// the end of October because …", "设定节点 27号 4月底前 10公里；8月底前 20公里 原因…", "clear milestones of item 9".
/// </summary>
/// <param name="Verb">What is wished.</param>
/// <param name="Language">Language of the words.</param>
/// <param name="Task">The words that name the task; where neither day nor reason mark ends them, the reason may follow; empty for none.</param>
/// <param name="Day">The words of the day and offset-free; null where none was typed or none is wanted.</param>
/// <param name="Steps">The words of the steps; empty where none were typed or none are wanted.</param>
/// <param name="Reason">Behind 原因 or "because", or behind the day; empty for none.</param>
public sealed partial record TypedDeadline(DeadlineVerb Verb, ReplyLanguage Language, string Task, string? Day, string Steps, string Reason)
{
    private static readonly char[] Around = [' ', '\t', '\n', '\r', '，', ',', '：', ':', '；', ';', '。', '、'];

    /// <summary>Reads a line; null when it is none of these. Cheap for whatever does not speak of deadlines.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="year">The year of days that name none.</param>
    public static TypedDeadline? Read(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isChinese = text.Contains("期限", StringComparison.Ordinal) || text.Contains("节点", StringComparison.Ordinal);
        if (!isChinese && !text.Contains("deadline", StringComparison.OrdinalIgnoreCase) && !text.Contains("due date", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("milestone", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var typed = text.Trim();
        return isChinese ? Chinese(typed, year) : English(typed, year);
    }

    private static TypedDeadline? Chinese(string text, int year)
    {
        if (ChineseVerb().Match(text) is { Success: true } verb)
        {
            var isSteps = verb.Groups["steps"].Success;
            var isClear = verb.Groups["clear"].Success;
            return Parted(VerbOf(isClear, isSteps), ReplyLanguage.Chinese, string.Empty, text[verb.Length..], year);
        }

        if (ChineseUndo().Match(text) is { Success: true } undo && !IsQuestion(text))
        {
            return Parted(VerbOf(isClear: true, undo.Groups["steps"].Success), ReplyLanguage.Chinese, undo.Groups["task"].Value, undo.Groups["rest"].Value, year);
        }

        if (ChineseFor().Match(text) is { Success: true } given && !IsQuestion(text))
        {
            return Parted(VerbOf(isClear: false, given.Groups["steps"].Success), ReplyLanguage.Chinese, given.Groups["task"].Value, given.Groups["rest"].Value, year);
        }

        if (ChineseChange().Match(text) is { Success: true } change && TypedDay.First(change.Groups["rest"].Value, year) is { } day && change.Groups["rest"].Value[..day.Start].AsSpan().Trim(Around).IsEmpty)
        {
            return Parted(DeadlineVerb.Set, ReplyLanguage.Chinese, change.Groups["task"].Value, change.Groups["rest"].Value, year);
        }

        return ChineseQuestion().Match(text) is { Success: true } asked ? Question(ReplyLanguage.Chinese, asked.Groups["task"].Value) : null;
    }

    private static TypedDeadline? English(string text, int year)
    {
        if (EnglishVerb().Match(text) is { Success: true } verb)
        {
            return Parted(VerbOf(verb.Groups["clear"].Success, verb.Groups["steps"].Success), ReplyLanguage.English, string.Empty, text[verb.Length..], year);
        }

        if (EnglishChange().Match(text) is { Success: true } change && TypedDay.First(change.Groups["rest"].Value, year) is { } day && change.Groups["rest"].Value[..day.Start].AsSpan().Trim(Around).IsEmpty)
        {
            return Parted(DeadlineVerb.Set, ReplyLanguage.English, change.Groups["task"].Value, change.Groups["rest"].Value, year);
        }

        return EnglishQuestion().Match(text) is { Success: true } asked ? Question(ReplyLanguage.English, asked.Groups["task"].Value) : null;
    }

    private static bool IsQuestion(string text) => text.TrimEnd(' ', '。') is [.., '?' or '？' or '吗' or '么' or '呢'];

    private static DeadlineVerb VerbOf(bool isClear, bool isSteps) =>
        isClear ? isSteps ? DeadlineVerb.ClearSteps : DeadlineVerb.Clear : isSteps ? DeadlineVerb.SetSteps : DeadlineVerb.Set;

    private static TypedDeadline Question(ReplyLanguage language, string task) => new(DeadlineVerb.Ask, language, task.Trim(Around), null, string.Empty, string.Empty);

    private static TypedDeadline Parted(DeadlineVerb verb, ReplyLanguage language, string task, string rest, int year)
    {
        var mark = (language == ReplyLanguage.Chinese ? ChineseReason() : EnglishReason()).Match(rest);
        var (head, reason) = mark.Success ? (rest[..mark.Index], rest[(mark.Index + mark.Length)..].Trim(Around)) : (rest, string.Empty);
        if (verb is DeadlineVerb.Clear or DeadlineVerb.ClearSteps || TypedDay.First(head, year) is not { } day)
        {
            return new TypedDeadline(verb, language, Named(task.Length > 0 ? task : head, language), null, string.Empty, reason);
        }

        task = task.Length > 0 ? task : head[..day.Start];
        if (verb == DeadlineVerb.SetSteps)
        {
            return new TypedDeadline(verb, language, Named(task, language), null, head[day.Start..].Trim(Around), reason);
        }

        // Whatever stands behind the day is the reason, unless the day stands first: then the task does.
        var behind = head[day.End..].Trim(Around);
        var named = Named(task, language);
        return named.Length == 0
            ? new TypedDeadline(verb, language, behind, head[day.Start..day.End], string.Empty, reason)
            : new TypedDeadline(verb, language, named, head[day.Start..day.End], string.Empty, reason.Length > 0 ? reason : behind);
    }

    /// <summary>Without the words that only lead up to the day: 省民生实事第9项到, "item 9 to".</summary>
    private static string Named(string task, ReplyLanguage language) =>
        (language == ReplyLanguage.Chinese ? ChineseLeading().Replace(task.Trim(Around), string.Empty) : EnglishLeading().Replace(task.Trim(Around), string.Empty)).Trim(Around);

    // 设定期限 …, 请取消期限：…, 恢复通知的节点 …
    [GeneratedRegex(
        "^(请|请帮我|帮我)?(?<clear>取消|清除|撤销|删除|恢复(原|通知的?)?)(另设的)?(期限|(?<steps>节点))|^(请|请帮我|帮我)?(设定|设置|设|修改|调整|变更|改)(为|一下)?(期限|(?<steps>节点))(设为|改为|为)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ChineseVerb();

    // 把省民生实事第9项的期限改为10月底
    [GeneratedRegex(
        "^(请|请帮我|帮我)?(把|将)?(?<task>.{1,80}?)的?期限(设为|设定为|设到|设在|定为|定在|定到|改为|改到|改成|改在|调整为|调整到|变更为|变更到|推迟到|推迟至|延长到|延长至|延到|延至|提前到|提前至|放宽到|放宽至)(?<rest>.+)$"
        + "|^(请|请帮我|帮我)?(推迟|延长|延后|提前|放宽)(?<task>.{1,80}?)的?期限(到|至)(?<rest>.+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex ChineseChange();

    // 取消27号另设的期限
    [GeneratedRegex(
        "^(请|请帮我|帮我)?(取消|清除|撤销|恢复)(?<task>.{1,80}?)(另设)?的(期限|(?<steps>节点))(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex ChineseUndo();

    // 给27号设定期限 10月底
    [GeneratedRegex(
        "^(请|请帮我|帮我)?(给|为|对)(?<task>.{1,80}?)(设定|设置|设|调整|修改)(一个|一下)?(期限|(?<steps>节点))(为|到|至)?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex ChineseFor();

    // 市水利局的期限是怎么定的, 第三部分第7条的期限为什么是年底, 谁定的省民生实事第9项的期限
    [GeneratedRegex(
        "^(为什么|为何|谁(设)?定的?)?(?<task>.{1,80}?)(的)?(期限|截止日期)(是|为|是由)?(怎么|如何|怎样|为什么|为何|谁|依据什么|根据什么|凭什么|从哪|从哪里|什么依据|哪来|怎么来|何人).{0,20}$"
        + "|^(为什么|为何|谁(设)?定的?)(?<task>.{1,80}?)的(期限|截止日期).{0,20}$|^(?<task>.{1,80}?)的?(期限|截止日期)(的)?(依据|来源|由来|来历|变更记录|修改记录|调整记录|历史)(是什么|呢)?[?？。]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ChineseQuestion();

    [GeneratedRegex("(原因|理由)(是|为|如下)?[：:]?|因为|由于", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ChineseReason();

    [GeneratedRegex("^(任务|的|给)|(的|到|至|为|改为|设为|改到|在)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ChineseLeading();

    // set the deadline of …, please clear milestones of …
    [GeneratedRegex(
        @"^(please )?((?<clear>clear|cancel|remove|reset|restore|undo)|set|change|move|extend|shift|put|add) (the |a )?(notice's )?((new )?(deadline|due date)|(?<steps>milestones?))\b( of| for| on)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishVerb();

    // deadline of item 9 to 2024-10-31, move item 9's deadline to 31 October, the deadline for item 9 is now the end of October
    [GeneratedRegex(
        @"^(the )?(deadline|due date) (of|for) (?<task>.{1,120}?) (to|is now|becomes|moves to)(?<rest> .+)$"
        + @"|^(please )?(set|change|move|extend|shift|put) (the )?(?<task>.{1,120}?)('s|’s)? (deadline|due date) (to|until)(?<rest> .+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex EnglishChange();

    // why is the deadline of item 9 …, who set the deadline of item 9, where does the deadline of item 9 come from
    [GeneratedRegex(
        @"^(why|who|where|how|on what basis)( is| was| were| are| does| do| did| has| set| changed| moved| fixed)*( the)? (deadline|due date)s? (of|for) (?<task>.{1,120}?)( come from| comes from| set| fixed| changed| derived| moved| decided| what it is| so (early|late)| [0-9]{1,2} [a-z]{3,9}( [0-9]{4})?)?[?.]?$"
        + @"|^(the )?(history|origin|source) of the (deadline|due date)s? (of|for) (?<task>.{1,120}?)[?.]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishQuestion();

    [GeneratedRegex(@"\b(because( of)?|reason( is)?:?|since it|due to|as the)\b:?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishReason();

    [GeneratedRegex(@"^(of|for|the|task)\b|\b(to|by|until|till|on|at|is|be|before|no later than)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishLeading();
}
