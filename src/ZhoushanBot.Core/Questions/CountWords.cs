using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>Finds how many units, officials or tasks a question speaks of: "5个以上单位", "牵头最多的三个单位", "the top three units", "只牵头一项的领导".</summary>
internal static partial class CountWords
{
    private const string Number = "(?<n>[0-9]{1,2}|[一两二三四五六七八九十]{1,3})";
    private const string EnglishNumber = "(?<n>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";

    /// <summary>Without one of these no question asks how many units a task has.</summary>
    private static readonly SearchValues<string> UnitWords = SearchValues.Create(["单位", "部门", "unit", "department", "bureau", "agenc"], StringComparison.Ordinal);

    /// <summary>Numbers as words, each at its own place.</summary>
    internal static readonly ImmutableArray<string> English =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>How many organizations a task is to have; null when the question does not say.</summary>
    public static OrganizationCount? OrganizationsOfTask(string text)
    {
        if (!text.AsSpan().ContainsAny(UnitWords))
        {
            return null;
        }

        if ((UnitsOrMore().Match(text) is { Success: true } behind ? behind : EnglishUnitsOrMore().Match(text)) is { Success: true } orMore)
        {
            return Of(NumberOf(orMore), orMore, text);
        }

        if ((UnitsAtLeast().Match(text) is { Success: true } before ? before : EnglishUnitsAtLeast().Match(text)) is { Success: true } atLeast)
        {
            return Of(NumberOf(atLeast) + (atLeast.Groups["beyond"].Success ? 1 : 0), atLeast, text);
        }

        return SeveralUnits().Match(text) is { Success: true } several ? Of(2, several, text) : null;
    }

    /// <summary>"前三名", "最多的五个单位", "the top three units": so many from the end; 0 when the question does not say.</summary>
    public static int FromTheEnd(string text) =>
        (TopUnits().Match(text) is { Success: true } top ? top : EnglishTopUnits().Match(text)) is { Success: true } match ? NumberOf(match) : 0;

    /// <summary>"任务最重的是哪三个县", "前三名是哪几个县", "the top three counties": so many areas from an end of their order; 0 when the question does not say.</summary>
    public static int AreasFromTheEnd(string text) =>
        (TopAreas().Match(text) is { Success: true } top ? top : EnglishTopAreas().Match(text)) is { Success: true } match ? NumberOf(match) : 0;

    /// <summary>"最后三条", "the first five items": so many tasks from the begin of a list, or of its end as a negative number; 0 when the question does not say.</summary>
    public static int Stretch(string text) =>
        (StretchOf().Match(text) is { Success: true } chinese ? chinese : EnglishStretchOf().Match(text)) is not { Success: true } match ? 0
        : match.Groups["end"].Success ? -NumberOf(match) : NumberOf(match);

    /// <summary>True when a stretch of the question is part of such words: the 前五 of 前五名, the deputy of "how many deputy mayors".</summary>
    public static bool IsCountWord(string text, string piece) =>
        new[] { TopUnits(), EnglishTopUnits(), StretchOf(), EnglishStretchOf(), CarriersAsked(), EnglishOnlyTasks(), EnglishBound() }.Any(r => r.Match(text) is { Success: true } match && match.Value.Contains(piece, StringComparison.Ordinal));

    /// <summary>"leading more than ten tasks", where the number is a word; null when the question does not say.</summary>
    public static FigureBound? TasksWithin(string text)
    {
        if (EnglishBound().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = NumberOf(match);
        return match.Groups["how"].Value switch
        {
            "more than" or "over" => new FigureBound(number, null, false, false, []),
            "at least" or "no fewer than" => new FigureBound(number, null, true, false, []),
            "at most" or "no more than" => new FigureBound(null, number, false, true, []),
            _ => new FigureBound(null, number, false, false, []),
        };
    }

    /// <summary>"只牵头一项的领导": so many tasks and no more; 0 when the question does not say.</summary>
    public static int TasksExactly(string text) =>
        (OnlyTasks().Match(text) is { Success: true } only ? only : EnglishOnlyTasks().Match(text)) is { Success: true } match ? NumberOf(match) : 0;

    /// <summary>"通知里有几位副市长", "how many units take part": where it is asked how many they are; empty when it is not.</summary>
    public static TextSpan HowManyCarriers(string text) => CarriersAsked().Match(text) is { Success: true } match ? new TextSpan(match.Index, match.Index + match.Length) : default;

    /// <summary>"五个县区", "the four counties": how many of them are spoken of; 0 when the question does not say.</summary>
    public static int Counties(string text) => CountiesNamed().Match(text) is { Success: true } match ? NumberOf(match) : 0;

    private static OrganizationCount? Of(int least, Match match, string text)
    {
        var role = match.Groups["role"].Value is "配合" or "supporting" ? OrganizationRole.Support
            : match.Groups["role"].Value is "牵头" or "lead" || LeadBehind().IsMatch(text[(match.Index + match.Length)..]) ? OrganizationRole.Lead
            : OrganizationRole.Any;
        return least > 1 ? new OrganizationCount(least, role) : null;
    }

    /// <summary>"these three", "这3项": a number said of things shown before; 0 where none is.</summary>
    public static int NumberIn(string text) => ThoseNamed().Match(text) is { Success: true } match ? NumberOf(match) : 0;

    private static int NumberOf(Match match)
    {
        var number = match.Groups["n"].Value;
        return English.IndexOf(number) is > 0 and var english ? english
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : ChineseNumerals.TryReadInteger(number, out var value, out _) ? (int)value
            : 0;
    }

    // 5个以上责任单位, 两家以上的配合单位, 5个单位以上, 配合单位有4家以上, 牵头单位有两家的, 两个单位共同牵头
    [GeneratedRegex("(?<role>责任|配合|牵头|参与)(?:单位|部门)(?:有|是|达到|达|为|在|数)?" + Number + "(?:个|家)?(?:及|或|或者)?以上|" + Number + "(?:(?:个|家)?(?:及|或|或者)?以上的?(?<role>责任|配合|牵头|参与)?(?:单位|部门)|(?:个|家)(?<role>责任|配合|牵头|参与)?(?:单位|部门)(?:及|或|或者)?以上)|(?<role>牵头|配合)(?:单位|部门)(?:是|有|为)(?<n>[两二三四五2-5])(?:个|家)的|(?<n>[两二三四五2-5])(?:个|家)(?:单位|部门)(?:共同|联合|一起|同时)(?<role>牵头|负责)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitsOrMore();

    // 不少于五个单位, 超过三家配合单位
    [GeneratedRegex("(?:不少于|至少有?|起码|(?<beyond>超过|多于))" + Number + "(?:个|家)的?(?<role>责任|配合|牵头|参与)?(?:单位|部门)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitsAtLeast();

    // 多个单位, 好几家单位, several units
    [GeneratedRegex("(?:多个|多家|好几个|好几家|不止一个|不止一家)(?<role>责任|配合|牵头|参与)?(?:单位|部门)|(?<role>责任|配合|牵头|参与)(?:单位|部门)(?:不止一个|不止一家|不只一个|有好几个|有多个)|several (?:different )?(?<role>lead|supporting|responsible)? ?(?:units|departments|bureaus|agencies)|more than one (?<role>lead|supporting|responsible)? ?(?:unit|department|bureau|agency)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SeveralUnits();

    // five or more units, 4 or more supporting units
    [GeneratedRegex(@"\b" + EnglishNumber + @"(?: or more| and more|\+) (?:different )?(?:(?<role>lead|supporting|responsible) )?(?:units|departments|bureaus|agencies|organi[sz]ations)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishUnitsOrMore();

    // at least five units, more than two supporting units
    [GeneratedRegex(@"\b(?:at least|no fewer than|no less than|(?<beyond>more than|over)) " + EnglishNumber + @" (?:different )?(?:(?<role>lead|supporting|responsible) )?(?:units|departments|bureaus|agencies|organi[sz]ations)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishUnitsAtLeast();

    // "两个以上单位牵头的": what stands right behind tells the role.
    [GeneratedRegex("^(?:共同|联合|一起)?牵头", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LeadBehind();

    // 前三名, 前5个单位, 最多的三个单位, 任务最少的两位领导
    [GeneratedRegex("(?:前|最多的?前?|最少的?前?|最重的?前?|最轻的?前?)" + Number + "(?:名|位|个|家)|前" + Number + "的?(?:单位|部门|领导)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TopUnits();

    // 最多的三个县, 最重的是哪三个地方, 前三名, 哪两个区最少
    [GeneratedRegex("(?:最[多大高重少小低轻长]的?(?:是|前)?哪?|排?前|垫底的)" + Number + "(?:名|(?:个|的)?(?:地方|地区|县市区|县区|区县|县市|市县|旗县|县|区)|个(?=是|呢|吗|有|加|合|相|一共|总共|共|占|[?。,]|$))|哪" + Number + "个(?:地方|地区|县市区|县区|区县|县市|市县|旗县|县|区).*最[多大高重少小低轻长]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TopAreas();

    // the top three counties, which two districts have the least, the 3 areas with the most
    [GeneratedRegex(@"\b(?:(?:top|bottom|leading) " + EnglishNumber + @"(?: (?:areas|counties|districts|places|regions|zones|ones))?\b|(?:which|what|the) " + EnglishNumber + @" (?:areas|counties|districts|places|regions|zones)\b.*\b(?:most|largest|biggest|highest|least|fewest|smallest|lowest))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishTopAreas();

    // 最后三条, 前五项, 头两个任务; no 牵头7项
    [GeneratedRegex("(?:(?<end>最后面?|末尾|末|倒数)|前面?|(?<![牵领带挑打当码])头|最前面?)的?" + Number + "(?:条|项|件|个(?!部分|大类|领域|方面))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StretchOf();

    // the last three items, first five projects
    [GeneratedRegex(@"\b(?:(?<end>last|final)|first) " + EnglishNumber + @"(?: of| (?:\w+[ -]){0,3}?(?:items?|tasks?|projects?|points|entries|ones)\b|[?.! ]*$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishStretchOf();

    // the top three units, the three units with the most tasks, the two busiest departments
    [GeneratedRegex(@"\b(?:(?:top|bottom|first) " + EnglishNumber + @"\b|" + EnglishNumber + @" (?:units|departments|bureaus|agencies|organi[sz]ations|officials|leaders|vice mayors) (?:that |who |which )?(?:with|have|has|having|lead|leading) the (?:most|fewest|least|largest|smallest)|" + EnglishNumber + " (?:busiest|most loaded))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishTopUnits();

    // these three, 那3项
    [GeneratedRegex(@"\b(?:these|those|the|all) " + EnglishNumber + @"\b|[这那]" + Number + "(?:项|条|个|件)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThoseNamed();

    // 五个县区, 4县（区）, the four counties and districts
    [GeneratedRegex(Number + @"个?(?:县|区县)|\b" + EnglishNumber + " (?:counties|districts)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountiesNamed();

    // 只牵头一项的领导, 仅负责两项的单位, 只有1件
    [GeneratedRegex("(?:只|仅|就|才)(?:牵头|负责|配合|参与|承担|分管|领|管|带|有|分到)?(?:了|有)?" + Number + "(?:项|个|件|条)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyTasks();

    // lead only one task, with just two tasks, exactly three items
    [GeneratedRegex(@"\b(?:only|just|exactly) (?:leads? |ha(?:s|ve) |supports? )?(?:a )?(?:single |" + EnglishNumber + @" )(?:task|item|project)s?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishOnlyTasks();

    // leading more than ten tasks
    [GeneratedRegex(@"\b(?<how>more than|over|at least|no fewer than|at most|no more than|fewer than|less than) " + EnglishNumber + @" (?:tasks|items|projects)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnglishBound();

    // 通知里有几位副市长, 多少家牵头单位, how many units take part, how many vice mayors
    [GeneratedRegex(@"(?:多少|几)(?:个|家|位|名)?(?:不同的)?(?:牵头|配合|责任|参与|负责)?的?(?:单位|部门|副市长|副县长|副区长|市领导|县领导|区领导|领导)|\bhow many (?:different )?(?:(?:lead|leading|supporting|responsible|city) )?(?:units|departments|bureaus|agencies|organi[sz]ations|officials|leaders|vice[ -]mayors|deputy mayors|deputies)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CarriersAsked();
}
