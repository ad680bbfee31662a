using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Questions;

/// <summary>Finds where a question points: "第三部分第7条", "三-7", "section 3 item 7", "number 27", "第2个", "the second one".</summary>
internal static partial class PlaceReader
{
    private static readonly string[] SectionWords = ["大部分", "部分", "大项", "大类", "章", "节", "板块", "大块", "块", "部", "大条"];
    private static readonly string[] FieldWords = ["个大领域", "大领域", "个领域", "个方面", "大方面", "方面", "领域", "大板块"];
    private static readonly string[] ItemWords = ["条任务", "项任务", "条", "项", "点", "款", "号项目", "号任务", "号", "行", "件"];
    private static readonly string[] OrdinalWords = ["个任务", "个项目", "个", "位", "则", "步", "阶段"];
    private static readonly string[] ListWords = ["实事", "实事项目", "附件", "清单"];
    private static readonly string[] NumberWords = ["序号", "编号", "项目号"];
    private static readonly string[] LastSection = ["最后一", "最末一", "最后那"];
    private static readonly string[] EnglishLast = ["last ", "final "];
    private static readonly string[] EnglishSection = ["sections", "section", "sect.", "sec.", "sec", "parts", "part", "chapters", "chapter"];
    private static readonly string[] EnglishSteps = ["step", "stage", "milestone", "place"];
    private static readonly string[] BeforeNumber = ["item", "items", "project", "projects", "task", "tasks", "row", "rows", "point", "points", "section", "part", "serial", "annex", "table", "list", "provincial", "city", "municipal", "is", "s", "the", "of", "on", "in", "about", "and", "or", "for", "to", "quote", "show", "says", "say", "under", "what", "does", "give", "read"];
    private static readonly string[] OfShown = ["of these", "of those", "of them", "of his", "of her", "of their", "of its"];
    private static readonly string[] EnglishItem = ["items", "item", "points", "point", "numbers", "number", "nos.", "no.", "no", "projects", "project", "rows", "row", "tasks", "task", "#", "nr"];

    private static readonly string[] InstitutionWords = [" school", " high", " middle", " primary", " hospital", " kindergarten", " factory", " mine", " bridge", " offshore", " power"];
    private const int LongestNumbered = 24;

    private static readonly string[] EnglishOrdinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly string[] Joining = ["、", "和", "及", "与", "跟", ",", "，", "and", "&"];

    /// <summary>The places that a question names, in its order; those of one section may share its number. Empty for none.</summary>
    public static ImmutableArray<PlaceMention> Read(string text)
    {
        var places = ImmutableArray.CreateBuilder<PlaceMention>();
        PlaceMention? open = null;
        var isOwnSection = false;
        for (var at = 0; at < text.Length; at++)
        {
            var point = PointAt(text, at) ?? (open is { Item: > 0, IsOrdinal: false } ? Further(text, at, open.Span.End) : open is { Section: > 0, Item: 0 } ? ItemBehind(text, at, open.Span.End) : null);
            if (point is not { } found)
            {
                continue;
            }

            var isOrdinal = found.IsOrdinal || IsFromTheEnd(text, at);
            var isNext = open is not null && !isOrdinal && (found.Section != 0 ? open.Section != 0 && isOwnSection : open is { Item: > 0, IsOrdinal: false });
            if (isNext)
            {
                places.Add(open!);
            }

            open = open is null || isNext
                ? new PlaceMention(found.Section != 0 ? found.Section : open?.Section ?? 0, found.Item, isOrdinal && found.Section == 0, new TextSpan(at, at + found.Length))
                : new PlaceMention(found.Section != 0 ? found.Section : open.Section, open.Item == 0 ? found.Item : open.Item, (open.IsOrdinal || isOrdinal) && open.Section == 0 && found.Section == 0, new TextSpan(open.Span.Start, at + found.Length));
            isOwnSection = found.Section != 0 || (isOwnSection && !isNext);
            at += found.Length - 1;
        }

        return open is null ? [] : [.. places, open];
    }

    /// <summary>"projects 9 and 16", "第7、9条": a number joined to the place before it.</summary>
    private static Point? Further(string text, int at, int end)
    {
        if (!char.IsAsciiDigit(text[at]) || at == end || !Joining.Contains(text[end..at].Trim(), StringComparer.Ordinal))
        {
            return null;
        }

        var digits = Digits(text.AsSpan(at));
        var rest = text.AsSpan(at + digits.Length);
        var item = Match(rest, ItemWords)?.Length ?? 0;
        return (item > 0 || rest.TrimStart() is [] or [< (char)0x2E80, ..]) && rest is not ['%' or '.' or '-', ..] && int.TryParse(digits, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1000
            ? new Point(0, value, false, digits.Length + item)
            : null;
    }

    /// <summary>"第二部分18条", "第四节的12项": right behind its section an item needs no 第; "第四部分14项任务都" are as many.</summary>
    private static Point? ItemBehind(string text, int at, int end)
    {
        if (!char.IsAsciiDigit(text[at]) || text[end..at].Trim() is not ("" or "的" or "里" or "中"))
        {
            return null;
        }

        var digits = Digits(text.AsSpan(at));
        var rest = text.AsSpan(at + digits.Length);
        return rest is ['条' or '项' or '款' or '点', ..] && rest[1..] is not ['任', ..] and not ['工', ..] and not ['都', ..] and not ['分', ..] && int.TryParse(digits, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1000
            ? new Point(0, value, false, digits.Length + 1)
            : null;
    }

    /// <summary>倒数第二条: counted from the end of what was shown.</summary>
    public static bool IsFromTheEnd(string text, int at) => text.AsSpan(0, at).EndsWith("倒数");

    private static Point? PointAt(string text, int at) =>
        text[at] < 0x80 ? (char.IsAsciiLetter(text[at]) || text[at] == '#' ? English(text, at) : Dotted(text, at)) : Chinese(text, at);

    /// <summary>"No. 1 Middle School": a number in a name.</summary>
    private static bool IsInstitution(ReadOnlySpan<char> rest)
    {
        foreach (var word in InstitutionWords)
        {
            if (rest[..Math.Min(rest.Length, LongestNumbered)].Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Zheda No.2": behind a word that is no word for what is numbered.</summary>
    private static bool IsOfName(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        var word = before[(before.LastIndexOfAnyExceptInRange('a', 'z') + 1)..].ToString();
        return word.Length > 0 && !BeforeNumber.Contains(word, StringComparer.Ordinal);
    }

    private static Point? Chinese(string text, int at)
    {
        if (at > 0 && (text[at - 1] is '哪' or '每' or '任' or '同' || (text[at - 1] is '那' or '这' or '某' && text[at] != '第')))
        {
            // 哪一部分, 每一条
            return null;
        }

        if (Match(text.AsSpan(at), LastSection) is { } last && Match(text.AsSpan(at + last.Length), SectionWords) is { } lastSection)
        {
            return new Point(PlaceMention.Last, 0, false, last.Length + lastSection.Length);
        }

        var hasPrefix = text[at] is '第';
        var numberAt = hasPrefix ? at + 1 : at;
        if (numberAt >= text.Length || !ChineseNumerals.TryReadInteger(text.AsSpan(numberAt), out var value, out var length) || value is < 1 or > 999)
        {
            return null;
        }

        var rest = text.AsSpan(numberAt + length).TrimStart();
        var blank = text.Length - (numberAt + length) - rest.Length;
        if (SectionWidth(text, at, rest, hasPrefix) is > 0 and var section)
        {
            return new Point((int)value, 0, false, numberAt + length + blank + section - at);
        }

        if (hasPrefix && Match(rest, ItemWords) is { } item)
        {
            return new Point(0, (int)value, false, numberAt + length + blank + item.Length - at);
        }

        if (hasPrefix && (value > 1 || IsFromTheEnd(text, at)) && IsPlaceInOrder(rest))
        {
            return new Point(0, (int)value, true, numberAt + length + (rest is ['名', ..] ? blank + 1 : 0) - at);
        }

        if (hasPrefix && Match(rest, OrdinalWords) is { } ordinal)
        {
            return new Point(0, (int)value, true, numberAt + length + blank + ordinal.Length - at);
        }

        if (hasPrefix && rest is ['、', >= '0' and <= '9', ..] && Match(rest[(1 + Digits(rest[1..]).Length)..], ItemWords) is not null)
        {
            // "第7、9条" are two items of one section.
            return new Point(0, (int)value, false, numberAt + length - at);
        }

        // 四-3, 四.3: section and item.
        return rest is ['-' or '.' or '、' or '(' or '之', >= '0' and <= '9', ..] && ChineseNumerals.TryReadInteger(rest[1..], out var second, out var width)
            ? new Point((int)value, (int)second, false, numberAt + length + blank + 1 + width - at)
            : null;
    }

    /// <summary>How much of what stands behind a number makes it a section's; 0 when nothing does.</summary>
    private static int SectionWidth(string text, int at, ReadOnlySpan<char> rest, bool hasPrefix)
    {
        // "三大块各多少" are three of them.
        if (Match(rest, SectionWords) is { } section && (hasPrefix || (section.Length > 1 && rest[section.Length..] is not ['各' or '分', ..])))
        {
            return section.Length;
        }

        // "九的第2项"
        return hasPrefix ? Match(rest, FieldWords)?.Length ?? 0 : rest.StartsWith("的第") && (at == 0 || text[at - 1] < 0x2E80) ? 1 : 0;
    }

    /// <summary>"第二呢", "第三名": a place in an order; the first is what "most" asks for.</summary>
    private static bool IsPlaceInOrder(ReadOnlySpan<char> rest) => rest.IsEmpty || rest[0] is '名' or '呢' or '?' or '。' || rest is ['是', '谁' or '哪', ..] || rest is ['多' or '大' or '高' or '少'] or ['多' or '大' or '高' or '少', '的' or '呢' or '?' or '。', ..];

    /// <summary>4-3, 12号, 27条: figures in front of what they number.</summary>
    private static Point? Dotted(string text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '第')))
        {
            return null;
        }

        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end - at > 3 || !int.TryParse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture, out var value) || value == 0)
        {
            return null;
        }

        var rest = text.AsSpan(end).TrimStart();
        var blank = text.Length - end - rest.Length;
        if (Match(rest, SectionWords) is { Length: > 1 } section)
        {
            return new Point(value, 0, false, end + blank + section.Length - at);
        }

        if (at > 1 && NumberWords.Any(w => text.AsSpan(0, at).TrimEnd(" :是为").EndsWith(w, StringComparison.Ordinal)))
        {
            return new Point(0, value, false, end - at);
        }

        if (rest is ['项', ..] && at > 1 && ListWords.Any(w => text.AsSpan(0, at).TrimEnd().EndsWith(w, StringComparison.Ordinal)))
        {
            return new Point(0, value, false, end + blank + 1 - at);
        }

        if (rest is ['项' or '条', '的' or '谁' or '是' or '由' or '呢', ..] && text.AsSpan(0, at).Trim() is "" or "那" or "看" or "查")
        {
            // "26项的责任单位"
            return new Point(0, value, false, end + blank + 1 - at);
        }

        if (rest is ['.', >= '0' and <= '9', ..] && Digits(rest[1..]) is { Length: <= 2 } dotted && value <= 30 && int.TryParse(dotted, CultureInfo.InvariantCulture, out var numbered) && numbered > 0
            && text.AsSpan(0, at).TrimEnd() is "" or [.., '告'] or [.., '条'] && IsPlaceBehind(rest[(1 + dotted.Length)..]))
        {
            // "2.10是什么任务", "工作报告2.14讲的啥"
            return new Point(value, numbered, false, end + blank + 1 + dotted.Length - at);
        }

        return rest is ['号', ..] && IsNumberOfTask(text, at, rest[1..]) ? new Point(0, value, false, end + blank + 1 - at)
            : rest is ['-', >= '0' and <= '9', ..] && int.TryParse(Digits(rest[1..]), CultureInfo.InvariantCulture, out var second) && second is > 0 and < 200 && value <= 30
                && IsNoQuantity(rest[(1 + Digits(rest[1..]).Length)..])
                ? new Point(value, second, false, end + blank + 1 + Digits(rest[1..]).Length - at)
                : null;
    }

    /// <summary>Behind "2.10" what asks for its words, or nothing: 2.10亿元 is an amount.</summary>
    private static bool IsPlaceBehind(ReadOnlySpan<char> behind) => behind.TrimStart() is [] or ['是' or '讲' or '的' or '谁' or '由' or '条' or '项' or '写' or '说' or '?' or '呢', ..];

    /// <summary>"12号任务", "12号": but neither 〔2024〕13号 nor the name of a thing, such as 1号海上风电.</summary>
    private static bool IsNumberOfTask(string text, int at, ReadOnlySpan<char> behind) =>
        (at == 0 || text[at - 1] is not ']') && (behind.IsEmpty || behind[0] is '任' or '项' or '事' or '是' or '的' or '?' or '。' or '由' or '谁' or ' ');

    /// <summary>13-14岁: a Chinese word behind the pair is what it measures, unless it is one that follows a place.</summary>
    private static bool IsNoQuantity(ReadOnlySpan<char> behind) => behind.IsEmpty || behind[0] < 0x2E80 || behind[0] is '条' or '项' or '任' or '事' or '是' or '的' or '由' or '谁' or '有' or '怎' or '什' or '讲' or '要' or '。' or '、';

    private static Point? English(string text, int at)
    {
        if (at > 0 && char.IsAsciiLetter(text[at - 1]))
        {
            return null;
        }

        var rest = text.AsSpan(at);
        if (Match(rest, EnglishLast) is { } last && Match(rest[last.Length..], EnglishSection) is { } lastSection)
        {
            return new Point(PlaceMention.Last, 0, false, last.Length + lastSection.Length);
        }

        if (Match(rest, EnglishSection) is { } section && (NumberBehind(rest[section.Length..], out var value, out var length) || NumberWordBehind(rest[section.Length..], out value, out length)))
        {
            return new Point(value, 0, false, section.Length + length);
        }

        if (Match(rest, EnglishItem) is { } item && !(item is "no." or "no" or "number" && (IsInstitution(rest) || IsOfName(text, at))) && (NumberBehind(rest[item.Length..], out value, out length) || (item == "item" && NumberWordBehind(rest[item.Length..], out value, out length))))
        {
            return new Point(0, value, false, item.Length + length);
        }

        for (var ordinal = 1; ordinal < EnglishOrdinals.Length; ordinal++)
        {
            var word = EnglishOrdinals[ordinal];
            if (!rest.StartsWith(word, StringComparison.Ordinal))
            {
                continue;
            }

            var behind = rest[word.Length..].TrimStart();
            var blank = rest.Length - word.Length - behind.Length;
            if (Match(behind, EnglishSection) is { } named)
            {
                return new Point(ordinal, 0, false, word.Length + blank + named.Length);
            }

            if (Match(behind, EnglishSteps) is { } step)
            {
                return new Point(0, ordinal, true, word.Length + blank + step.Length);
            }

            if (behind.IsEmpty || behind.StartsWith("one", StringComparison.Ordinal) || Match(behind, OfShown) is not null || Match(behind, ["task", "item", "project"]) is not null || OfTheList().IsMatch(behind) || behind[0] is '?' or '.')
            {
                return new Point(0, ordinal, true, word.Length);
            }
        }

        return null;
    }

    // the fourth of the city's eleven projects
    [GeneratedRegex("^of (?:the |our )?(?:[a-z']+ ){0,4}(?:projects|items|tasks)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfTheList();

    private static bool NumberBehind(ReadOnlySpan<char> text, out int value, out int length)
    {
        var rest = text.TrimStart(" .:#");
        var digits = Digits(rest);
        length = text.Length - rest.Length + digits.Length;
        return int.TryParse(digits, CultureInfo.InvariantCulture, out value) && value is > 0 and < 1000;
    }

    /// <summary>"section nine", "item three".</summary>
    private static bool NumberWordBehind(ReadOnlySpan<char> text, out int value, out int length)
    {
        var word = text.TrimStart(' ');
        var end = word.IndexOfAnyExceptInRange('a', 'z');
        length = text.Length - word.Length + (end < 0 ? word.Length : end);
        value = CountWords.English.IndexOf(text[..length].TrimStart(' ').ToString());
        return value > 0 && text is [' ', ..];
    }

    private static ReadOnlySpan<char> Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }

    private static string? Match(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    private readonly record struct Point(int Section, int Item, bool IsOrdinal, int Length);
}
