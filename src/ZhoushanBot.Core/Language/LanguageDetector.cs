namespace ZhoushanBot.Core.Language;

/// <summary>
/// Tells in which language a question is to be answered: that of its grammar, not of the names in it. "what does 市水利局 lead" is English,
/// "Daishan的HPV目标" is Chinese, and so is "daishan hpv mubiao", which is Chinese typed as pinyin.
/// </summary>
public static class LanguageDetector
{
    private const int GrammarWeight = 3;
    private const int FewestSyllables = 5;
    private const int FewestHan = 3;

    /// <summary>"the name in Chinese": in which language a name is written, and not the answer.</summary>
    private static readonly string[] Written = ["name", "names", "title", "titles", "wording", "characters", "名称", "名字"];

    private static readonly Lazy<LanguageMarks> Marks = new(LanguageMarks.Load);

    /// <summary>The language of a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="names">Stretches of the normalised text that name something, in any order; they do not count. May be empty.</param>
    /// <param name="fallback">The answer where nothing tells, as with "HPV" alone.</param>
    public static ReplyLanguage Detect(NormalizedText text, ReadOnlySpan<TextSpan> names, ReplyLanguage fallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (FindRequest(text) is { } request)
        {
            return request.Language;
        }

        var (chinese, english) = Weigh(text.Text, names);
        if (IsPinyinApart(text.Text))
        {
            return ReplyLanguage.Chinese;
        }

        if (chinese != english)
        {
            return chinese > english ? ReplyLanguage.Chinese : ReplyLanguage.English;
        }

        // "Taiyuan's GDP target": a place's pinyin is no Chinese sentence.
        return chinese == 0 ? fallback : english > 0 && !text.Text.Any(HanTables.IsHan) ? ReplyLanguage.English : ReplyLanguage.Chinese;
    }

    /// <summary>"责任单位 who?": Chinese words and at most two English ones, so that the conversation tells better which it is.</summary>
    public static bool IsMixedName(NormalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FindRequest(text) is null && text.Text.Any(HanTables.IsHan) && text.Text.Split([' ', '?', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsAsciiLetter)) is 1 or 2
            && text.Text.Count(HanTables.IsHan) >= FewestHan;
    }

    /// <summary>"shui li ju qian tou shen me": nothing but syllables, though some of them look like English words.</summary>
    private static bool IsPinyinApart(string text)
    {
        var words = text.Split([' ', '?', ',', '.', '!', '\''], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= FewestSyllables && Array.TrueForAll(words, w => Pinyin.CountSyllables(w) == 1);
    }

    /// <summary>The wish for a language that a text states; null when it states none. The longest wording counts.</summary>
    public static LanguageRequest? FindRequest(NormalizedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Text.AsSpan().ContainsAny(Marks.Value.RequestWords))
        {
            return null;
        }

        foreach (var wording in Marks.Value.Requests)
        {
            var at = text.Text.IndexOf(wording.Words, StringComparison.Ordinal);
            if (at >= 0 && IsWholeWord(text.Text, at, wording.Words.Length) && !Array.Exists(Written, w => text.Text.AsSpan(0, at).TrimEnd().EndsWith(w)))
            {
                return new LanguageRequest(wording.Language, new TextSpan(at, at + wording.Words.Length));
            }
        }

        return null;
    }

    private static (int Chinese, int English) Weigh(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> names)
    {
        var chinese = 0;
        var english = 0;
        var hasOtherHan = false;
        var (hasMark, hasGrammar) = (false, false);
        for (var i = 0; i < text.Length;)
        {
            if (NameAt(i, names) is { } name)
            {
                i = name.End;
            }
            else if (char.IsAsciiLetter(text[i]))
            {
                var word = WordAt(text[i..]);
                hasGrammar |= Marks.Value.EnglishGrammar.Contains(word);
                Weigh(word, ref chinese, ref english);
                i += word.Length;
            }
            else if (HanTables.IsHan(text[i]))
            {
                var mark = Marks.Value.ChineseMarkAt(text[i..]);
                hasMark |= mark > 0;
                chinese += mark > 0 ? GrammarWeight : 0;
                hasOtherHan |= mark == 0;
                i += Math.Max(mark, 1);
            }
            else
            {
                i++;
            }
        }

        // "GDP growth target 和 fixed asset investment 各多少": however many words are English, the sentence is Chinese.
        return (chinese + (hasOtherHan ? 1 : 0), hasMark && !hasGrammar ? 0 : english);
    }

    private static void Weigh(ReadOnlySpan<char> word, ref int chinese, ref int english)
    {
        var marks = Marks.Value;
        if (marks.EnglishGrammar.Contains(word))
        {
            english += GrammarWeight;
        }
        else if (marks.EnglishContent.Contains(word))
        {
            english++;
        }
        else if (marks.PinyinWords.Contains(word))
        {
            chinese += GrammarWeight;
        }
        else if (word.Length >= 4)
        {
            // Short ones are as often abbreviations: HPV, AED, GDP belong to both languages.
            var syllables = Pinyin.CountSyllables(word);
            chinese += syllables >= 2 ? 1 : 0;
            english += syllables == 0 ? 1 : 0;
        }
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '\''))
        {
            end++;
        }

        var word = text[..end];
        return word.EndsWith("'s", StringComparison.Ordinal) && word is not ("what's" or "who's" or "it's" or "let's" or "there's")
            ? word[..^2]
            : word;
    }

    private static TextSpan? NameAt(int offset, ReadOnlySpan<TextSpan> names)
    {
        foreach (var name in names)
        {
            if (name.Contains(offset))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsWholeWord(string text, int at, int length)
    {
        var startsInside = at > 0 && char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at - 1]);
        var end = at + length;
        var endsInside = end < text.Length && char.IsAsciiLetter(text[end - 1]) && char.IsAsciiLetter(text[end]);
        return !startsInside && !endsInside;
    }
}
