using System.Collections.Frozen;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>A city or county that is called one ("江城市", "Jiangcheng City") and is neither in the store nor in the list of places: its figures are not those of this one.</summary>
internal static class UnknownCities
{
    private static readonly string[] EnglishRanks = [" city", " district", " county", " town", " township"];

    /// <summary>What may stand before 区 and is no place's name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoDistrict = "工业 商业 住宅 居民 保护 开发 示范 度假 生活 办公 功能 经济 实验 试验 自治 风景 旅游 集聚 核心 中心 控制 限养 禁养 老旧 生态 产业 农业 新城 高新 主城 城市 市政 海洋 港口 物流 文化 特色 管理 服务 重点 周边 本地 各个 哪些 哪个 几个 那个 这个 所有 全部 山坡 移民 边境 沿海 内陆 北部 南部 东部 西部 中部"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // 大城市, 各城市 and the like name no city, nor do 农贸市场, 新建市民广场 and 旗县.
    private const string NoBeginning = "们起大小新老旧全各本我该省地县每哪几多整与和在对给由为让把从到比是有这那其亿万千百啥什么";
    private static readonly System.Buffers.SearchValues<char> NoName = System.Buffers.SearchValues.Create("全及的要去向给跟往到对由被让替为按据在把了着是我你他午");
    private const string NoCounty = "旗一二三四五六七八九十两同外别另区市海山";
    private const string NoEndOfCounty = "区市级城域道长里乡镇政中医直";
    private const string NoEnd = "场民政级直委长容域面井价值辖属镇";

    /// <summary>How long the name that begins at a place is; 0 when none does.</summary>
    public static int LengthAt(NormalizedText question, int at, WorkItemIndex index) =>
        SubjectIndex.IsHan(question.Text[at]) ? Chinese(question.Text, at, index) : char.IsAsciiLetter(question.Text[at]) ? EnglishAt(question, at, index) : 0;

    private static int Chinese(string text, int at, WorkItemIndex index)
    {
        if (CountyAt(text, at, index) is > 0 and var county)
        {
            return county;
        }

        if (DistrictAt(text, at, index) is > 0 and var district)
        {
            return district;
        }

        for (var length = 2; length <= 3; length++)
        {
            var city = at + length;
            if (city >= text.Length || !SubjectIndex.IsHan(text[city - 1]))
            {
                return 0;
            }

            if (text[city] == '市' && text.AsSpan(at, length).IndexOfAny(NoName) < 0 && text[at + 1] is not ('和' or '与' or '及' or '的') && !NoBeginning.Contains(text[at], StringComparison.Ordinal) && (city + 1 == text.Length || !NoEnd.Contains(text[city + 1], StringComparison.Ordinal)))
            {
                return IsKnown(text, at, city, index) ? 0 : length + 1;
            }
        }

        return 0;
    }

    /// <summary>"某某区今年…": a district of another place, of two characters that the store does not have; 0 for 园区, 库区 and the like.</summary>
    private static int DistrictAt(string text, int at, WorkItemIndex index)
    {
        const int length = 2;
        var end = at + length;
        return end < text.Length && text[end] == '区' && text[at + 1] != '个' && !IsLikeKnown(text.AsSpan(at, length), index) && SubjectIndex.IsHan(text[at + 1]) && !NoBeginning.Contains(text[at], StringComparison.Ordinal) && !NoDistrict.Contains(text.AsSpan(at, length))
            && !index.Subjects.HasPair(text[at], text[at + 1]) && !index.Subjects.HasPair(text[at + 1], '区') && LightWords.LengthAt(text, at, index.Subjects) == 0 && !IsKnown(text, at, end, index)
            ? length + 1 : 0;
    }

    /// <summary>A slip in the name of an area that the store has.</summary>
    private static bool IsLikeKnown(ReadOnlySpan<char> word, WorkItemIndex index)
    {
        foreach (var area in index.Notices.SelectMany(n => n.Areas))
        {
            if (area.Name.StartsWith(word[0]) || (area.Name.Length > 1 && area.Name[1] == word[1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>随县, 保康县: a county of another city; 0 for 各县, 县道 and the like.</summary>
    private static int CountyAt(string text, int at, WorkItemIndex index)
    {
        for (var county = at + 1; county <= at + 2 && county < text.Length; county++)
        {
            if (text[county] == '县')
            {
                return NoBeginning.Contains(text[at], StringComparison.Ordinal) || (county == at + 2 && NoBeginning.Contains(text[at + 1], StringComparison.Ordinal)) || NoCounty.Contains(text[at], StringComparison.Ordinal) || (county + 1 < text.Length && NoEndOfCounty.Contains(text[county + 1], StringComparison.Ordinal)) || IsKnown(text, at, county, index)
                    ? 0 : county + 1 - at;
            }
        }

        return 0;
    }

    /// <summary>协助市水利局, 其中市民生实事: the 市 belongs to what stands behind it; 宜居城市 of a notice's text is a subject.</summary>
    private static bool IsKnown(string text, int at, int city, WorkItemIndex index)
    {
        // 市的 and 市里 stand behind the name of any city.
        if (!index.Gazetteer.Names.Longest(text, city, out _).IsEmpty
            || (Lexicon.Default.Words.Longest(text, city, out var behind) is { IsEmpty: false } && behind > 2)
            || index.Subjects.ContainsText(text.AsSpan(at, city - at)))
        {
            return true;
        }

        for (var inside = at; inside < city; inside++)
        {
            if (!index.Gazetteer.Names.Longest(text, inside, out _).IsEmpty || (Lexicon.Default.Words.Longest(text, inside, out var length) is { IsEmpty: false } && length > 1 && inside + length <= city))
            {
                return true;
            }
        }

        return false;
    }

    // Only a name has capitals: "a beautiful city" is none. Of what is no city the name must be one in pinyin, too: "Industrial District" is none.
    private static int EnglishAt(NormalizedText question, int at, WorkItemIndex index)
    {
        var text = question.Text;
        var end = SubjectIndex.EndOfWord(text, at);
        var rank = end - at < 4 ? null : Array.Find(EnglishRanks, r => string.CompareOrdinal(text, end, r, 0, r.Length) == 0 && !(end + r.Length < text.Length && char.IsAsciiLetter(text[end + r.Length])));
        if (rank is null || (rank != EnglishRanks[0] && Pinyin.CountSyllables(text.AsSpan(at, end - at)) < 2))
        {
            return 0;
        }

        if (rank != EnglishRanks[0] && IsSlipOfOwn(text[at..end], index))
        {
            return 0;
        }

        var source = question.SourceOf(new TextSpan(at, end + rank.Length));
        return char.IsAsciiLetterUpper(source[0]) && (char.IsAsciiLetterUpper(source[^(rank.Length - 1)]) || (rank != EnglishRanks[0] && Pinyin.CountSyllables(text.AsSpan(at, end - at)) > 1)) && !char.IsAsciiLetterUpper(source[1]) && !index.Subjects.ContainsText(text.AsSpan(at, end - at))
            ? end + rank.Length - at
            : 0;
    }

    /// <summary>"Wancang county" for Wangcang: a letter off the name of an area that the store has.</summary>
    private static bool IsSlipOfOwn(string word, WorkItemIndex index) =>
        index.Gazetteer.LatinByStart[word[0]].Any(c => c.Entity is Entity.Region && Math.Abs(c.Form.Length - word.Length) < 2 && EditDistance.IsWithin(word, c.Form, 1));
}
