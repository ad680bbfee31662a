using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Finds the amounts between which a question wants figures to lie: "超过30公里", "不少于1000人", "100到300个之间", "more than 1,000 persons",
/// "at least 100 places". A wording that the notice itself has (5亿元以上项目) is a subject and no bound, unless the question asks for targets.
/// </summary>
internal sealed partial class BoundReader(string text, WorkItemIndex index)
{
    private const string Counted = "-";
    private const int LongestUnit = 8;

    private static readonly (string Word, bool IsLeast, bool IsIncluded)[] Before =
    [
        ("不少于", true, true), ("不低于", true, true), ("不小于", true, true), ("至少", true, true), ("最少", true, true), ("起码", true, true), ("达到", true, true), ("大于等于", true, true), (">=", true, true), ("≥", true, true),
        ("不超过", false, true), ("不高于", false, true), ("不多于", false, true), ("不大于", false, true), ("至多", false, true), ("最多", false, true), ("小于等于", false, true), ("<=", false, true), ("≤", false, true),
        ("超过", true, false), ("大于", true, false), ("高于", true, false), ("多于", true, false), ("突破", true, false), (">", true, false),
        ("低于", false, false), ("少于", false, false), ("小于", false, false), ("不到", false, false), ("不足", false, false), ("未到", false, false), ("<", false, false),
        ("no less than", true, true), ("not less than", true, true), ("no fewer than", true, true), ("not fewer than", true, true), ("not below", true, true), ("at least", true, true), ("a minimum of", true, true),
        ("no more than", false, true), ("not more than", false, true), ("not exceeding", false, true), ("not above", false, true), ("at most", false, true), ("up to", false, true), ("a maximum of", false, true),
        ("more than", true, false), ("greater than", true, false), ("larger than", true, false), ("bigger than", true, false), ("higher than", true, false), ("exceeding", true, false), ("exceeds", true, false), ("exceed", true, false),
        ("above", true, false), ("over", true, false), ("beyond", true, false),
        ("less than", false, false), ("fewer than", false, false), ("smaller than", false, false), ("lower than", false, false), ("below", false, false), ("under", false, false),
    ];

    private static readonly (string Word, bool IsLeast)[] Behind =
    [
        ("及以上", true), ("以上", true), ("及以下", false), ("以下", false), ("以内", false), ("之内", false),
        (" or more", true), (" or above", true), (" and above", true), (" and more", true), (" upwards", true), (" or less", false), (" or fewer", false), (" or below", false), (" and below", false),
    ];

    private static readonly string[] Joints = ["到", "至", "-", "~", "和", "与", " and ", " to "];
    private static readonly string[] RangeLeads = ["介于", "在", "between "];
    private static readonly string[] RangeEnds = ["之间", "间"];
    private static readonly string[] NoAmount = ["岁", "年", "月", "日", "号", "点", "分钟", "小时", "天", "周", "条任务", "years", "year", "days", "months", "weeks"];

    // Words of a question for a task by its figure, and what stands before a number that is none.
    private static readonly string[] LookUps =
        ["那个", "那项", "那条", "那件", "的项目是", "的是什么", "的是啥", "的是哪", "的是谁", "是哪", "是什么", "是啥", "哪项", "哪个", "哪一", "哪条", "哪件", "什么任务", "什么指标", "什么目标", "什么项目", "谁的任务", "谁负责", "谁牵头", "指的", "说的是", "说的啥", "干什么的", "哪来的", "which", "what task", "what project", "whose", "what is", "what's", "who "];

    private static readonly string[] AskedAreas = ["哪些地方", "哪些地区", "哪些县", "哪些区", "哪几个", "哪个地方", "哪个县", "哪个区", "哪里", "which areas", "which counties", "which districts", "which places", "which county", "which district", "which area", "where"];
    private static readonly string[] Ordinals = ["第", "前", "后", "#", "item", "section", "number", "no.", "no", "task", "row", "part", "top", "first", "last", "号"];

    /// <summary>Words of a question for those within a limit.</summary>
    private static readonly string[] AskedOf = ["哪", "有没有", "有无", "any ", "which ", "there "];

    private static readonly string[] Kinds = ["项目", "企业", "产业", "制造业", "工业", "重大"];
    private static readonly string[] EnglishKinds = ["projects", "enterprises", "companies", "firms", "deals"];
    private static readonly string[] TargetWords = ["目标", "指标", "target", "goal"];
    private static readonly string[] AgedWords = ["people", "persons", "residents", "women", "men", "girls", "children", "elderly", "adults", "seniors", "citizens", "those", "anyone", "aged", "age", "ages"];

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789" + ChineseNumerals.Beginnings);
    private static readonly SearchValues<char> Starts = SearchValues.Create(
        [.. Before.Select(b => b.Word[0]), .. RangeLeads.Select(w => w[0]), .. "0123456789百比 ", .. ChineseNumerals.Beginnings]);

    private static readonly Lazy<FrozenDictionary<string, string>> Words = new(LoadWords);

    /// <summary>The first bound of the question; null when there is none.</summary>
    public BoundMention? Read()
    {
        // Most questions have no number, and each that has one only few places where a bound can begin.
        var last = text.AsSpan().LastIndexOfAny(Numerals);
        for (var at = 0; at <= last; at++)
        {
            var next = text.AsSpan(at, last + 1 - at).IndexOfAny(Starts);
            if (next < 0)
            {
                break;
            }

            at += next;
            if ((RangeAt(at) ?? BoundAt(at) ?? BeyondAt(at) ?? BoundBehind(at)) is { } found && !IsNoticeWording(found) && !IsStated(found))
            {
                return found;
            }
        }

        return Exact();
    }

    /// <summary>tonnage, spaces: an English word that only says in what something is counted.</summary>
    public static bool IsUnitWord(string word) => Words.Value.ContainsKey(word);

    /// <summary>Every English word for a measure unit.</summary>
    public static IEnumerable<string> UnitWords => Words.Value.Keys;

    /// <summary>The store's measure units that a word names; empty when it names none that the store has.</summary>
    public ImmutableArray<string> UnitsNamed(string word)
    {
        var unit = index.MeasureUnits.Contains(word) || MeasureUnitNames.IsKnown(word) ? word : Words.Value.GetValueOrDefault(word);
        return unit is null ? [] : [.. UnitsFor(unit).Where(index.MeasureUnits.Contains)];
    }

    /// <summary>"100到300个之间", "between 100 and 300 places".</summary>
    private BoundMention? RangeAt(int at)
    {
        if (IsInsideWord(at))
        {
            return null;
        }

        var lead = RangeLeads.FirstOrDefault(w => StartsAt(at, w)) ?? string.Empty;
        if (AmountAt(at + lead.Length) is not { } first || Joints.FirstOrDefault(j => StartsAt(first.End, j)) is not { } joint || AmountAt(first.End + joint.Length) is not { } second)
        {
            return null;
        }

        var end = RangeEnds.FirstOrDefault(w => StartsAt(second.End, w));
        if ((lead is not ("介于" or "between ") && end is null) || (first.Unit.Length > 0 && second.Unit.Length > 0 && first.Unit != second.Unit))
        {
            return null;
        }

        // "1 到 3 万人": the multiplier behind the second is that of both.
        var unit = second.Unit.Length > 0 ? second.Unit : first.Unit;
        var least = first.Unit.Length == 0 && first.Factor == 1 && first.Value * second.Factor < second.Value ? first.Value * second.Factor : first.Value;
        return least < second.Value ? new BoundMention(new FigureBound(least, second.Value, true, true, UnitsFor(unit)), Span(at, second.End + (end?.Length ?? 0))) : null;
    }

    private BoundMention? BoundAt(int at)
    {
        if (IsInsideWord(at))
        {
            return null;
        }

        foreach (var (word, isLeast, isIncluded) in Before)
        {
            if (StartsAt(at, word) && AmountAt(at + word.Length) is { } amount && (amount.Unit.Length > 0 || !FollowsPeople(at)))
            {
                // "达到100人以上" and "超过100人以上": what stands behind says no more.
                var behind = BehindAt(amount.End, isLeast)?.Word.Length ?? 0;
                return Of(amount, isLeast, isIncluded, Span(at, amount.End + behind));
            }
        }

        return null;
    }

    /// <summary>"比70%高", "比300个还多".</summary>
    private BoundMention? BeyondAt(int at)
    {
        // "比750万吨多吗" asks of one figure, and looks for none.
        if (!StartsAt(at, "比") || !Array.Exists(AskedOf, w => text.Contains(w, StringComparison.Ordinal)) || AmountAt(at + 1) is not { } amount)
        {
            return null;
        }

        var end = amount.End + (StartsAt(amount.End, "还") || StartsAt(amount.End, "要") ? 1 : 0);
        return end >= text.Length ? null
            : text[end] is '高' or '多' or '大' or '长' ? Of(amount, true, false, Span(at, end + 1))
            : text[end] is '低' or '少' or '小' or '短' ? Of(amount, false, false, Span(at, end + 1))
            : null;
    }

    private BoundMention? BoundBehind(int at)
    {
        if (IsInsideWord(at) || AmountAt(at) is not { } amount || (amount.Unit.Length == 0 && FollowsPeople(at)))
        {
            return null;
        }

        return BehindAt(amount.End, null) is (var word, var isLeast) ? Of(amount, isLeast, true, Span(at, amount.End + word.Length)) : null;
    }

    private (string Word, bool IsLeast)? BehindAt(int at, bool? isLeast)
    {
        foreach (var behind in Behind)
        {
            if ((isLeast ?? behind.IsLeast) == behind.IsLeast && StartsAt(at, behind.Word))
            {
                return behind;
            }
        }

        return null;
    }

    /// <summary>"目标是350亿的是哪项", "which project has a target of 4740": a figure of the store, by which a task is looked up.</summary>
    private BoundMention? Exact()
    {
        if (OnlyOf().Match(text) is { Success: true } only && AskedAreas.Any(w => text.Contains(w, StringComparison.Ordinal)) && AmountAt(only.Index + only.Length) is { Unit.Length: > 0 } cell)
        {
            // "哪些地方只要搞1个"
            return new BoundMention(new FigureBound(cell.Value, cell.Value, true, true, UnitsFor(cell.Unit)), Span(only.Index, cell.End));
        }

        // "20公里还是24公里": which of two it is, and no task told by the first.
        if (text.Contains("还是", StringComparison.Ordinal) || !Array.Exists(LookUps, w => text.Contains(w, StringComparison.Ordinal)))
        {
            return null;
        }

        for (var at = text.AsSpan().IndexOfAnyInRange('0', '9'); at >= 0 && at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && !IsInsideWord(at) && !FollowsOrdinal(at) && AmountAt(at) is { } amount && IsTelling(amount))
            {
                var units = UnitsFor(amount.Unit);
                if (index.HasFigure(amount.Value, units))
                {
                    return new BoundMention(new FigureBound(amount.Value, amount.Value, true, true, units), Span(at, amount.End));
                }
            }
        }

        return null;
    }

    /// <summary>A small number without a unit is no figure by which a task is told, nor is a year or a count of tasks.</summary>
    private bool IsTelling(Amount amount) =>
        amount.Unit is not ("项" or "条" or "件" or Counted)
        && (amount.Unit.Length > 0 || amount.Factor > 1 || (amount.Value >= 1000 && amount.Value is not (>= 1949 and <= 2100))
            || (amount.Value >= 100 && Array.Exists(TargetWords, w => text.Contains(w, StringComparison.Ordinal))));

    /// <summary>第9, 前3, "item 9", "no. 9".</summary>
    private bool FollowsOrdinal(int at) => Array.Exists(Ordinals, w => text.AsSpan(0, at).TrimEnd().EndsWith(w, StringComparison.Ordinal));

    private BoundMention Of(Amount amount, bool isLeast, bool isIncluded, TextSpan span) => new(
        isLeast ? new FigureBound(amount.Value, null, isIncluded, false, UnitsFor(amount.Unit)) : new FigureBound(null, amount.Value, false, isIncluded, UnitsFor(amount.Unit)), span);

    private static TextSpan Span(int start, int end) => new(start, end);

    private bool StartsAt(int at, string word) => at <= text.Length && text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    /// <summary>Of 12 the 2, of "moreover" the "over".</summary>
    private bool IsInsideWord(int at) => at > 0 && ((char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at - 1])) || (char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.')));

    /// <summary>"people over 60", "aged 60 and above": an age.</summary>
    private bool FollowsPeople(int at)
    {
        return at > 0 && text[at - 1] == ' ' && AgedWords.Any(w => text.AsSpan(0, at - 1).EndsWith(w, StringComparison.Ordinal));
    }

    /// <summary>A number with its multiplier and measure unit; null where there is no number, or one of years and days.</summary>
    private Amount? AmountAt(int at)
    {
        var start = at;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var isPercent = StartsAt(start, "百分之");
        start += isPercent ? 3 : 0;
        if (!NumberAt(start, out var value, out var end) || value > 1_000_000_000_000m)
        {
            return null;
        }

        var factor = Multipliers.Read(text, end, out end);
        if (NoAmount.Any(w => StartsAt(end, w) || StartsAt(end, " " + w)))
        {
            return null;
        }

        var unit = isPercent ? "%" : UnitAt(end, out var length) is { } known ? Take(known, length, ref end) : string.Empty;
        return new Amount(value * factor, factor, unit, end);
    }

    private static string Take(string unit, int length, ref int end)
    {
        end += length;
        return unit;
    }

    private bool NumberAt(int at, out decimal value, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end > at && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (end > at)
        {
            return decimal.TryParse(text.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
        }

        var isNumeral = ChineseNumerals.TryReadInteger(text.AsSpan(Math.Min(at, text.Length)), out var whole, out var length);
        (value, end) = (whole, at + length);
        return isNumeral;
    }

    /// <summary>The measure unit at a place: as notices write it, or by its English name; null when no unit is known there.</summary>
    internal string? UnitAt(int at, out int length)
    {
        length = 0;
        if (at >= text.Length)
        {
            return null;
        }

        if (SubjectIndex.IsHan(text[at]) || text[at] == '%')
        {
            for (length = Math.Min(LongestUnit, text.Length - at); length > 0; length--)
            {
                var typed = text.Substring(at, length);
                if (index.MeasureUnits.Contains(typed) || MeasureUnitNames.IsKnown(typed))
                {
                    return typed;
                }
            }

            return null;
        }

        var blank = text[at] == ' ' ? 1 : 0;
        var end = SubjectIndex.EndOfWord(text, at + blank);
        length = end - at;
        return length > blank && Words.Value.TryGetValue(text[(at + blank)..end], out var english) ? english : null;
    }

    /// <summary>The store's units that a word means: 人 and 名 both for people, each counting word for places. A unit that the store lacks stays itself.</summary>
    internal ImmutableArray<string> UnitsFor(string word)
    {
        if (word.Length == 0)
        {
            return [];
        }

        var english = word == Counted ? string.Empty : char.IsAsciiLetter(word[0]) ? word : MeasureUnitNames.English(word);
        ImmutableArray<string> same = word == Counted || english.Length > 0 ? [.. index.MeasureUnits.Where(u => u != word && MeasureUnitNames.English(u) == english).Order(StringComparer.Ordinal)] : [];
        return word == Counted || char.IsAsciiLetter(word[0]) ? same.IsEmpty ? [word] : same : [word, .. same];
    }

    /// <summary>5亿元以上项目, "projects above 500 million yuan": what the notice calls a kind of project is a subject.</summary>
    private bool IsNoticeWording(BoundMention found)
    {
        if (Array.Exists(TargetWords, w => text.Contains(w, StringComparison.Ordinal)))
        {
            return false;
        }

        var words = text.AsSpan(found.Span.Start, found.Span.Length);
        return (SubjectIndex.IsHan(words[^1]) && index.Subjects.ContainsText(words)) || (found.Bound.MeasureUnits is [[.., '元'], ..] && IsKindOfProject(found.Span));
    }

    /// <summary>"要超过1100公里，对吗", "收入50万以上的村占多少": a figure that the store has, stated of what is asked and no limit to look for.</summary>
    private bool IsStated(BoundMention found) =>
        (found.Bound.Least ?? found.Bound.Most) is { } value && (FigureClaim.In(text) is { } claimed ? claimed.Value == value && StartsAt(found.Span.Start, "超过") && !Array.Exists(AskedOf, w => text.Contains(w, StringComparison.Ordinal)) : ShareBehind().IsMatch(text[found.Span.End..]))
        && index.HasFigure(value, found.Bound.MeasureUnits);

    [GeneratedRegex("占(?!用)|比例|百分之几|\\b(?:share|percentage|proportion)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShareBehind();

    /// <summary>10亿元以上项目, "projects above 1 billion yuan": the money tells which projects, and is no figure of a task.</summary>
    private bool IsKindOfProject(TextSpan span) => SubjectIndex.IsHan(text[span.End - 1])
        ? text.AsSpan(span.Start, span.Length).EndsWith("以上") && Array.Exists(Kinds, w => StartsAt(span.End, w))
        : Array.Exists(EnglishKinds, w => text.AsSpan(0, span.Start).TrimEnd().EndsWith(w, StringComparison.Ordinal));

    [GeneratedRegex("只(?:要|用|需|有|分到|分|给|搞|建|做|下了)*(?:搞|建|做|完成|改|修)?(?=[0-9一二两三四五六七八九十])|\\b(?:just|only) (?=[0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyOf();

    private static FrozenDictionary<string, string> LoadWords()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Read("measure-words.txt").Split('\n'))
        {
            if (EmbeddedText.IsData(line) && line.Split(": ") is [var unit, var list])
            {
                foreach (var word in list.Split(' '))
                {
                    words[word] = unit;
                }
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A number as typed.</summary>
    /// <param name="Value">Without multiplier.</param>
    /// <param name="Factor">The multiplier that was taken in.</param>
    /// <param name="Unit">See <see cref="UnitAt"/>; empty for none.</param>
    /// <param name="End">Behind it.</param>
    private readonly record struct Amount(decimal Value, decimal Factor, string Unit, int End);
}

/// <summary>A bound that a question names.</summary>
/// <param name="Bound">Which.</param>
/// <param name="Span">Where, in the normalised text.</param>
public sealed record BoundMention(FigureBound Bound, TextSpan Span);
