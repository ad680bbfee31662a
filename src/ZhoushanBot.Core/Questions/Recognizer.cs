using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Questions;

/// <summary>
/// Finds in a question what the store knows, question words, places and years; what is left over is its subject. Longest wording
/// first; of equal length names before subjects before question words.
/// </summary>
internal sealed partial class Recognizer
{
    private const int LongestBesidePlace = 12;
    /// <summary>谁 sounds like 水, and is no slip of it.</summary>
    private const string AskingCharacters = "谁几哪吗呢吧么多少啥何";
    private const int LongestArea = 8;
    private const string BuildingKinds = "屋院站点室馆所楼园厂场店线网桥库塘渠灯校房厅堂廊亭";
    private const string DigitalNouns = "化经政产技赋社治文校医要素资安共中";
    private const string LandscapeKinds = "河江湖溪山岭岛湾";
    /// <summary>产值, 产量, 比率: the last character of what is measured is no filler.</summary>
    private const string CountedEnds = "人个项名";
    private const string AmountEnds = "值量率额";
    private static readonly string[] AboutAmounts = ["以上", "以下", "以内", "左右"];
    private const string BeforeNames = "归给让靠找属派";
    private const string HardFillers = "的了吗啊呀吧嘛哦哈嗯么呢您你我谁";
    private static readonly string[] InstitutionWords = ["大学", "医院", "银行", "路", "大桥", "铁路", "高速", "university", "hospital", "bank", "railway", "bridge", "expressway"];
    private static readonly string[] Conjunctions = ["和", "与", "及", "以及", "、", ",", "跟", "and", "or", "还有"];
    private readonly WorkItemIndex index;
    private readonly string text;
    private readonly NormalizedText normalized;
    private readonly List<Mention> mentions = [];
    private readonly List<CueMention> cues = [];
    private readonly List<int> years = [];
    // 多少, a multiplier, a counting word of two characters, 了.
    private const int LongestSoFar = 6;
    private const int Article = 4;

    private readonly List<string> otherPlaces = [];
    private readonly SubjectCollector subject;
    private readonly bool withWeakNames;
    private readonly DueMention? due;
    private readonly BoundMention? bound;
    private readonly NumbersAround numbers;
    private readonly PinyinApart pinyin;
    private readonly NamedLists lists;
    private int keptAt = -1;
    private TextSpan languageRequest;
    private ImmutableArray<PlaceMention> places = [];

    /// <summary>Words beside which a month or quarter is that of reports, or of the notice itself, and no day by which work is due.</summary>
    private static readonly Cue[] NotDue =
        [Cue.Progress, Cue.NotReported, Cue.Behind, Cue.RedLamp, Cue.YellowLamp, Cue.GreenLamp, Cue.Changes, Cue.ToReview, Cue.IssuedOn, Cue.IssuedBy, Cue.Disclosure];

    private static readonly string[] WholeYearWords = ["年内", "今年内", "本年内", "年底前", "今年底前", "年底", "今年年底前", "到年底", "截至年底", "this year", "within the year", "by year end", "by the end of the year", "by the end of this year"];

    private Recognizer(string question, WorkItemIndex index, bool withWeakNames, bool withDays = true)
    {
        this.withWeakNames = withWeakNames;
        normalized = NumberWords.InDigits(SpellingMender.Mend(MoneyKinds.WithYuan(NormalizedText.Of(question)), index));
        normalized = QualifiedThings.InWordsOf(normalized, index);
        text = normalized.Text;
        this.index = index;
        subject = new SubjectCollector(text, index.Subjects);
        due = withDays && DueReader.Read(text) is { } days && !IsInName(days.Span) ? days : null;
        var amounts = new BoundReader(text, index);
        bound = amounts.Read();
        numbers = new NumbersAround(text, index, amounts);
        pinyin = new PinyinApart(text, index);
        lists = new NamedLists(text, index);
    }

    /// <summary>Jun of Han Jun is no June.</summary>
    private bool IsInName(TextSpan span)
    {
        for (var at = 0; at < span.End; at++)
        {
            if (!index.Gazetteer.Names.Longest(text, at, out var length).IsEmpty && at + length > span.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Recognises; a question for somebody's tasks is heard a second time with the words that name a body only there.</summary>
    public static Recognition Recognize(string question, WorkItemIndex index)
    {
        var heard = new Recognizer(question, index, false).Run();
        if (heard.Due is not null && (heard.Has(NotDue) || IsWholeYearOfFigure(heard)))
        {
            return new Recognizer(question, index, false, false).Run();
        }

        if (heard.Subject.IsEmpty || !HasWeakName(heard.Text.Text, index))
        {
            return heard;
        }

        var asksForBody = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Shared, Cue.HowManyTasks, Cue.Partners) && heard.Named<Entity.Body>().Length < 2 && !(heard.Has(Cue.WhichOrganization) && !heard.Has(Cue.Partners));
        if (!asksForBody && SubjectSearch.Find(heard.Subject, index) is { IsEmpty: false } found && !(heard.Has(Cue.Responsible, Cue.WhichOfficial, Cue.Who) && IsOnlyInHeadings(heard.Subject, found)))
        {
            return heard;
        }

        var again = new Recognizer(question, index, true).Run();
        return again.Named<Entity.Body>().Length > heard.Named<Entity.Body>().Length && JobWords.Without(again).Subject.IsEmpty ? again : heard;
    }

    /// <summary>"年内要投多少钱": the year that every figure of the notice is for, and no day by which something is due.</summary>
    private static bool IsWholeYearOfFigure(Recognition heard) =>
        !heard.Subject.IsEmpty && heard.Has(Cue.HowMuch, Cue.Money, Cue.Target) && !heard.Has(Cue.When) && WholeYearWords.Contains(heard.Text.Text[heard.Due!.Span.Start..heard.Due.Span.End].Trim(), StringComparer.Ordinal);

    /// <summary>"谁管水利", and only the heading 交通水利方面 has the word: what stands under it may be about roads.</summary>
    private static bool IsOnlyInHeadings(SubjectWords subject, ImmutableArray<SubjectMatch> found) =>
        subject.Groups is [{ Pieces: [var only] }] && found.All(m => !m.Item.Item.Text.Contains(only, StringComparison.Ordinal) && m.Row?.Subject.Contains(only, StringComparison.Ordinal) != true);

    private static bool HasWeakName(string text, WorkItemIndex index)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!index.Gazetteer.WeakNames.Longest(text, at, out _).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private Recognition Run()
    {
        places = PlacesOf();
        languageRequest = LanguageDetector.FindRequest(normalized)?.Span ?? default;
        for (var at = 0; at < text.Length;)
        {
            at += places.FirstOrDefault(p => p.Span.Contains(at)) is { } place ? Skip(place.Span.End - at)
                : due is { } days && days.Span.Contains(at) ? Skip(days.Span.End - at)
                : bound is { } asked && asked.Span.Contains(at) ? Skip(asked.Span.End - at)
                : languageRequest.Contains(at) ? Skip(languageRequest.End - at)
                : Step(at);
        }

        if (AsksSoFar(text))
        {
            cues.Add(new CueMention(Cue.Progress, new TextSpan(0, text.Length)));
        }

        subject.EndGroup();
        SlipMender.Mend(subject, index, mentions);
        return new Recognition(
            normalized,
            [.. mentions.OrderBy(m => m.Span.Start)],
            [.. cues],
            places.FirstOrDefault(),
            [.. years],
            [.. otherPlaces],
            subject.Build(mentions))
        { Due = due, Bound = bound, FurtherPlaces = places.Length > 1 ? places[1..] : [] };
    }

    /// <summary>"完成几座了", "建好多少个了？": how many by now, with the counting word between.</summary>
    private static bool AsksSoFar(string text)
    {
        var asked = text.AsSpan().TrimEnd("?。!吗啊呀 ");
        if (asked is not [.., '了'])
        {
            return false;
        }

        var near = asked[Math.Max(0, asked.Length - LongestSoFar)..];
        return near.Contains("多少", StringComparison.Ordinal) || (near.Contains('几') && !near.Contains("哪几", StringComparison.Ordinal));
    }

    private int Skip(int length)
    {
        subject.EndPiece();
        return length;
    }

    /// <summary>Takes what begins at a place and returns its length.</summary>
    private int Step(int at)
    {
        if (MoneyKinds.LengthAt(text, at, index.Subjects) is > 0 and var kind)
        {
            subject.AddPhrase(at, kind);
            return kind;
        }

        if (text[at] == '(' && mentions.Count > 0 && mentions[^1].Span.End >= at - 1 && Gloss().Match(text, at) is { Success: true, Length: var gloss } && index.Gazetteer.Names.Longest(text, at + 1, out _).IsEmpty)
        {
            // "the development zone (Jingkai)": the name once more in other letters.
            return Skip(gloss);
        }

        if (text[at] == '(' && mentions.Count > 0 && mentions[^1] is { Candidates: [var named], Span.End: var nameEnd } && nameEnd == at && text.IndexOf(')', at) is > 0 and var closed && closed - at is > 1 and < 5 && Entity.NameOf(named).Contains(text[(at + 1)..closed], StringComparison.Ordinal))
        {
            // 方市长(铁道): the rest of the name.
            return Skip(closed + 1 - at);
        }

        if (numbers.CountedLength(at) is > 0 and var counted)
        {
            return Skip(counted);
        }

        switch (text[at])
        {
            case ' ' or '?' or '!' or '。' or '.' or ';' or ':' or '(' or ')' or '/' or '|':
                subject.EndPiece();
                return 1;
            case ',' or '、' or '&' or '+' when text[at] != '&' || at == 0 || text[at - 1] == ' ':
                subject.EndGroup();
                return 1;
            case >= '0' and <= '9':
                return StepNumber(at);
            default:
                return StepWording(at);
        }
    }

    /// <summary>"how many mu of mangrove", "the subsidy per mu": in what it is counted is no word of the subject.</summary>
    private bool IsCountedIn(int at) => SubjectIndex.EndOfWord(text, at) is var end && MeasureUnitNames.HasWord(text[at..end])
        && (text.AsSpan(0, at).EndsWith(" per ") || (text.AsSpan(0, at).EndsWith("how many ") && text.AsSpan(end).StartsWith(" of ")));

    private int StepWording(int at)
    {
        if (IsCountedIn(at))
        {
            return Skip(SubjectIndex.EndOfWord(text, at) - at);
        }

        var names = NamesAt(at, out var nameLength);
        index.Phrases.Longest(text, at, out var subjectLength);
        var words = Lexicon.Default.Words.Longest(text, at, out var wordLength);
        if (nameLength == 0 && pinyin.Words.At == at && pinyin.Words.Length > wordLength)
        {
            (words, wordLength) = (pinyin.Words.Heard, pinyin.Words.Length);
        }

        if (subjectLength > 0 && text.AsSpan(at).StartsWith("the "))
        {
            // "the elderly meals": no "the elderly" where more goes together without the article.
            index.Phrases.Longest(text, at + Article, out var behindArticle);
            subjectLength = behindArticle + Article > subjectLength ? 0 : subjectLength;
        }

        if (subjectLength > wordLength && wordLength > 0 && NameBehindWord(at + wordLength) > subjectLength - wordLength)
        {
            subjectLength = 0;
        }

        if (nameLength > 0 && nameLength >= subjectLength && nameLength >= wordLength && IsInsideWording(at, nameLength, names))
        {
            subject.Add(at, nameLength);
            return nameLength;
        }

        if (nameLength > 0 && nameLength >= subjectLength && nameLength >= wordLength)
        {
            return StepName(at, nameLength, names);
        }

        if (IsNoQuestionWord(at, wordLength, words))
        {
            return StepUnknown(at);
        }

        if (wordLength > 2 && words.Any(w => w.Cue is Cue.HowManyTasks or Cue.HowMuch) && WithoutCountingWord(at, wordLength) is { IsEmpty: false } shorter)
        {
            (words, wordLength) = (shorter, wordLength - 1);
            keptAt = at + wordLength;
        }

        var isCue = words.Any(w => w.Cue is not null);
        if (subjectLength > 0 && (isCue ? subjectLength > wordLength : subjectLength >= wordLength))
        {
            subjectLength += GoesOn(at, subjectLength) ? 1 : 0;
            subject.AddPhrase(at, subjectLength);
            return subjectLength;
        }

        return wordLength > 0 && !BeginsLongerPlace(at, wordLength) && !BelongsToSubject(at, wordLength) ? StepWord(at, wordLength, words) : StepUnknown(at);
    }

    /// <summary>"the new city gas pipelines": a common word and "city" are no name without a capital, between an article and what it would be said of.</summary>
    private bool IsPlainWords(int at, int length) => char.IsAsciiLetter(text[at]) && text.AsSpan(0, at).EndsWith("the ") && at + length + 1 < text.Length && text[at + length] == ' ' && char.IsAsciiLetter(text[at + length + 1])
        && char.IsAsciiLetterLower(normalized.SourceOf(new TextSpan(at, at + 1))[0]) && text.Substring(at, length).Split(' ') is [var kind, "city"] && CommonWords.Contains(kind);

    /// <summary>献血屋, where the store has it, and only 献血 has synonyms: the kind of building more, with which the word ends.</summary>
    private bool GoesOn(int at, int length)
    {
        var end = at + length;
        return end < text.Length && SubjectIndex.IsHan(text[at]) && BuildingKinds.Contains(text[end], StringComparison.Ordinal) && !StartsWord(end) && (end + 1 == text.Length || !SubjectIndex.IsHan(text[end + 1]) || StartsWord(end + 1))
            && index.Subjects.ContainsText(text.AsSpan(at, length + 1));
    }

    /// <summary>
    /// 定嗨: a call in the middle of a word is a slip. 整改到: a word of the notice goes on into what would be an order. Yuan Long: no currency.
    /// "snow removal", where the notice speaks of snow: no talk of the weather. "more places to add": no sum. "for 2024 alone": no unit without others.
    /// </summary>
    private bool IsNoQuestionWord(int at, int length, ImmutableArray<LexiconWord> words) =>
        (length == 1 && at > 0 && SubjectIndex.IsHan(text[at - 1]) && words.All(w => w.Cue is Cue.Greeting))
        || (at > 0 && words.Any(w => w.Cue is Cue.Edit) && SubjectIndex.IsHan(text[at]) && index.Subjects.HasPair(text[at - 1], text[at]))
        || (words.Any(w => w.Cue is Cue.Money) && (IsBesideName(at, length) || (text.AsSpan(at, length) is "yuan" && IsPinyinApart)))
        || (words.Any(w => w.Cue is Cue.HowMuch) && BeginsLongerNoun(at, length))
        || (text.AsSpan(at, length) is "add" && text.AsSpan(0, at).EndsWith(" to ") && text.AsSpan(at + length).TrimStart() is var behind && (behind is [] or ['?' or ',' or '.', ..] || behind.StartsWith("than ")))
        || (text.AsSpan(at, length) is "support" && text.AsSpan(at + length).StartsWith(" for ") && !Gives().IsMatch(text[..at]))
        || (text.AsSpan(at, length) is "whose" && OfANoun().IsMatch(text[..at]))
        || (text.AsSpan(at, length) is "alone" && LivingAlone().IsMatch(text[..at]))
        || (text.AsSpan(at, length) is "alone" && text.AsSpan(0, at).TrimEnd() is [.., >= '0' and <= '9'] or [.., 'y', 'e', 'a', 'r'])
        || (words.Any(w => w.Cue is Cue.NotKept) && char.IsAsciiLetter(text[at]) && index.GlossaryTerm(text.Substring(at, length)) is { Documents.IsEmpty: false });

    /// <summary>数字化, 数字经济, 大数据局: the word for a figure is the begin or the end of a noun.</summary>
    private bool BeginsLongerNoun(int at, int length) => (text.AsSpan(at, length) is "数字" or "数据")
        && ((at + length < text.Length && DigitalNouns.Contains(text[at + length], StringComparison.Ordinal)) || (at > 0 && text[at - 1] is '大' or '公'));

    /// <summary>"kou dai gong yuan shui fuze": nothing but pinyin, in which yuan is a syllable.</summary>
    private bool IsPinyinApart => text.Split([' ', '?', ',', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 3 } words && Array.TrueForAll(words, w => Pinyin.CountSyllables(w) > 0);

    /// <summary>Written with a capital, and so is the word behind it.</summary>
    private bool IsBesideName(int at, int length)
    {
        var next = at + length + 1;
        return char.IsAsciiLetter(text[at]) && next < text.Length && text[next - 1] == ' ' && char.IsAsciiLetterUpper(normalized.SourceOf(new TextSpan(at, at + 1))[0]) && char.IsAsciiLetterUpper(normalized.SourceOf(new TextSpan(next, next + 1))[0]);
    }

    /// <summary>多少户厕: the counting word belongs to the character behind it where that would be left alone and the store has the two together.</summary>
    private ImmutableArray<LexiconWord> WithoutCountingWord(int at, int length)
    {
        var end = at + length;
        if (end >= text.Length || !SubjectIndex.IsHan(text[end]) || !index.Subjects.HasPair(text[end - 1], text[end]) || StartsWord(end))
        {
            return [];
        }

        var isAlone = end + 1 == text.Length || !SubjectIndex.IsHan(text[end + 1]) || StartsWord(end + 1);
        return isAlone ? Lexicon.Default.Words.Of(text.AsSpan(at, length - 1)) : [];
    }

    /// <summary>"the disabled" is a subject, but the Disabled Persons' Federation behind its article is a name; length with the blank.</summary>
    private int NameBehindWord(int at)
    {
        if (at + 1 >= text.Length || text[at] != ' ')
        {
            return 0;
        }

        index.Gazetteer.Names.Longest(text, at + 1, out var length);
        return length + 1;
    }

    /// <summary>台州, New York: a place goes before the word that it begins with.</summary>
    private bool BeginsLongerPlace(int at, int wordLength)
    {
        OtherPlaces.Default.Longest(text, at, out var length);
        return (wordLength == 1 || char.IsAsciiLetter(text[at])) && length > wordLength;
    }

    private ImmutableArray<Entity> NamesAt(int at, out int length)
    {
        var names = index.Gazetteer.Names.Longest(text, at, out length);
        if (length == 0 && withWeakNames)
        {
            names = index.Gazetteer.WeakNames.Longest(text, at, out length);
        }

        if (length > 0 && names.All(n => n is Entity.Region) && IsPlainWords(at, length))
        {
            length = 0;
            return [];
        }

        // gaoxinqu guanweihui: the first word is a name, and with the second another one.
        if (char.IsAsciiLetter(text[at]) && pinyin.NameAt(at, out var joined) is { IsEmpty: false } together && joined > length)
        {
            length = joined;
            return together;
        }

        return names;
    }

    /// <summary>工会 in 星级工会驿站: a short form of a body inside a wording of the store's own texts names no body.</summary>
    private bool IsInsideWording(int at, int length, ImmutableArray<Entity> names)
    {
        var end = at + length;
        if (end + 1 < text.Length && length > 2 && SubjectIndex.IsHan(text[end]) && SubjectIndex.IsHan(text[end + 1]) && names.All(n => n is Entity.Body { Name: var body } && !text.AsSpan(at, length).SequenceEqual(body)) && index.Subjects.ContainsText(text.AsSpan(end - 2, 4)))
        {
            // 石化基地三期, where the notice speaks of a 基地三期
            return true;
        }

        if (end < text.Length && LandscapeKinds.Contains(text[end], StringComparison.Ordinal) && names.All(n => n is Entity.Region { Name: var name } && !text.AsSpan(at, length).SequenceEqual(name)))
        {
            // The river of a name is no county of the name, where the store's own texts have the river.
            return index.Subjects.ContainsText(text.AsSpan(at, length + 1));
        }

        if (end + 1 < text.Length && LandscapeKinds.Contains(text[end - 1], StringComparison.Ordinal) && names.All(n => n is Entity.Region { Name: var name } && !text.AsSpan(at, length).SequenceEqual(name))
            && SubjectIndex.IsHan(text[end + 1]) && index.Subjects.ContainsText(text.AsSpan(at, length + 2)))
        {
            // The lake itself in 某湖水质, where the zone on its shore is called by it.
            return true;
        }

        if (end + 2 <= text.Length && SubjectIndex.IsHan(text[at]) && names.All(n => n is Entity.Region { Name: var name } && !text.AsSpan(at, length).SequenceEqual(name))
            && SubjectIndex.IsHan(text[end]) && SubjectIndex.IsHan(text[end + 1]) && !StartsWord(end) && index.Subjects.ContainsText(text.AsSpan(at, length + 2)))
        {
            // A product that is called by the county, in the store's own words.
            return true;
        }

        if (!SubjectIndex.IsHan(text[at]) || !names.All(n => n is Entity.Body { Name: var name } && !text.AsSpan(at, length).SequenceEqual(name)) || end >= text.Length || !SubjectIndex.IsHan(text[end]))
        {
            return false;
        }

        // 海大 in 上海大学: the last character belongs to the kind of another unit.
        if (length < 3 && SlipMender.IsCutOff(text, end))
        {
            return true;
        }

        return subject.EndsAt(at) && SubjectIndex.IsHan(text[at - 1]) ? index.Subjects.ContainsText(text.AsSpan(at - 1, length + 2))
            : length < 3 && end + 1 < text.Length && SubjectIndex.IsHan(text[end + 1]) && index.Subjects.ContainsText(text.AsSpan(at, length + 2));
    }

    private int StepName(int at, int length, ImmutableArray<Entity> names)
    {
        var isRepeated = at > 1 && mentions.Exists(m => m.Span.End >= at - 2 && m.Candidates.SequenceEqual(names));
        mentions.Add(new Mention(new TextSpan(at, at + length), names, text.Substring(at, length)));
        if (at > 0 && text[at - 1] == '(' && !isRepeated)
        {
            // "Port and Gateway Bureau (市港航和口岸局)": the words before are its name in another language.
            subject.DropWords();
        }

        return Skip(length);
    }

    /// <summary>A place that the store does not know, or a piece of the subject.</summary>
    private int StepUnknown(int at)
    {
        var elsewhere = OtherPlaces.Default.Longest(text, at, out var placeLength);
        if (placeLength > 0 && !IsSpeltLikeSubject(at, placeLength) && !BelongsToSubject(at, placeLength) && !NamesInstitution(at + placeLength) && !IsCutByName(at, placeLength))
        {
            var typed = text.Substring(at, placeLength);
            otherPlaces.Add(elsewhere[0] == typed ? typed : $"{elsewhere[0]}\t{typed}");
            return Skip(placeLength);
        }

        if (!subject.EndsAt(at) && AreaBySound(at) is { } area)
        {
            mentions.Add(new Mention(new TextSpan(at, at + area.Length), [new Entity.Region(area)], area));
            return Skip(area.Length);
        }

        if (!subject.EndsAt(at) && UnknownCities.LengthAt(normalized, at, index) is > 0 and var city)
        {
            otherPlaces.Add(normalized.SourceOf(new TextSpan(at, at + city)).ToString());
            return Skip(city);
        }

        if (BeforeNames.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length && !NamesAt(at + 1, out _).IsEmpty)
        {
            // …归教育局管吗
            return Skip(1);
        }

        if (!subject.EndsAt(at) || !SubjectIndex.IsHan(text[at]) || !index.Subjects.HasPair(text[at - 1], text[at]))
        {
            var light = LightWords.LengthAt(text, at, index.Subjects);
            if (light > 0 && !(light == 1 && IsSlipOfKnown(at)))
            {
                return Skip(light);
            }
        }

        var designation = SubjectIndex.EndOfDesignation(text, at) - at;
        var length = designation > 0 && index.Subjects.HasWord(text.AsSpan(at, designation)) ? designation : char.IsAsciiLetter(text[at]) ? SubjectIndex.EndOfWord(text, at) - at : 1;
        subject.Add(at, length);
        return length;
    }

    /// <summary>"yongzhou tielu", where the store has words that sound so: without a capital no other city is meant.</summary>
    private bool IsSpeltLikeSubject(int at, int length) => char.IsAsciiLetterLower(normalized.SourceOf(new TextSpan(at, at + 1))[0]) && Pinyin.TrySplit(text.AsSpan(at, length), out var syllables) && syllables.Length == 2
        && !index.Subjects.SyllableTerm(syllables[0], syllables[1]).Documents.IsEmpty;

    /// <summary>残急人 for 残疾人: the character belongs to a slip of a word that the store has.</summary>
    private bool IsSlipOfKnown(int at) => subject.EndsAt(at) && SubjectIndex.IsHan(text[at]) && (IsSlip(at - 1) || IsSlip(at - 2));

    /// <summary>除颤议 for 除颤仪: two characters that the store has side by side, and the third sounds right.</summary>
    private bool BeginsSlip(int at) => at + 1 < text.Length && !subject.EndsAt(at) && index.Subjects.HasPair(text[at], text[at + 1]) && IsSlip(at);

    private bool IsSlip(int from) => from >= 0 && from + 3 <= text.Length && SubjectIndex.IsHan(text[from]) && SubjectIndex.IsHan(text[from + 1]) && SubjectIndex.IsHan(text[from + 2])
        && !index.Subjects.ContainsText(text.AsSpan(from, 3)) && index.Subjects.SoundAlike(text.AsSpan(from, 3).ToString()) is not null;

    /// <summary>滕县 for 藤县: a homophone written for the whole name of an area that the store has; null for anything else.</summary>
    private string? AreaBySound(int at)
    {
        for (var end = at + 2; end <= Math.Min(text.Length, at + LongestArea) && SubjectIndex.IsHan(text[end - 1]); end++)
        {
            // Only where a rank ends the window are all areas looked through: a large store has many.
            if (text[end - 1] is '县' or '市' or '区' && AreaLike(text[at..end]) is { } area)
            {
                return area;
            }
        }

        return null;
    }

    private string? AreaLike(string window) => index.Notices.SelectMany(n => n.Areas).Select(a => a.Name)
        .FirstOrDefault(name => name.Length == window.Length && name[^1] == window[^1] && (Pinyin.SoundAlike(window, name) || IsSwapped(window, name) || (name.Length > 2 && name[0] == window[0] && Pinyin.FuzzyKey(Pinyin.Of(window)) == Pinyin.FuzzyKey(Pinyin.Of(name)))));

    /// <summary>泗嵊县 for 嵊泗县.</summary>
    private static bool IsSwapped(string window, string name) => name.Length == 3 && window != name && window[0] == name[1] && window[1] == name[0];

    /// <summary>民生实事中卫健委: no 中卫 where a name begins inside it and goes on behind it.</summary>
    private bool IsCutByName(int at, int placeLength)
    {
        for (var inside = at + 1; SubjectIndex.IsHan(text[at]) && inside < at + placeLength; inside++)
        {
            // 杭州市水利局 is another city's: the place stands without its 市 as well.
            index.Gazetteer.Names.Longest(text, inside, out var length);
            if (inside + length > at + placeLength && OtherPlaces.Default.Of(text.AsSpan(at, inside - at)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Zhejiang University, 上海银行: the place is the beginning of an institution's name.</summary>
    private bool NamesInstitution(int end)
    {
        var behind = text.AsSpan(end).TrimStart();
        foreach (var word in InstitutionWords)
        {
            if (behind.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private int StepNumber(int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        if (SubjectIndex.EndOfGeneration(text, at) > at && (text[end] == 'g' || index.Subjects.HasWord(text.AsSpan(at, 2))))
        {
            // 5G is a word and no number.
            subject.Add(at, 2);
            return 2;
        }

        if (end - at == 4 && int.TryParse(text.AsSpan(at, 4), CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2100)
        {
            if (numbers.RangeEnd(at, end) is > 0 and var rangeEnd)
            {
                return Skip(rangeEnd - at);
            }

            // "800还是2000": a figure without 年 is a year only where it may be one of a notice.
            var isNamed = end < text.Length && text[end] == '年';
            if (isNamed || year is >= 2010 and <= 2040)
            {
                years.Add(year);
            }

            end += isNamed ? 1 : 0;
        }

        end = numbers.UnitEnd(at, end);
        var counted = end + 1 < text.Length && SubjectIndex.IsHan(text[end]) && text[end] != '岁' && Array.Exists(AboutAmounts, w => text.AsSpan(end + 1).StartsWith(w)) ? 1 : 0;
        return Skip(end - at + (Array.Exists(AboutAmounts, w => text.AsSpan(end + counted).StartsWith(w)) ? counted + 2 : 0));
    }

    /// <summary>"13-14" of an age is no section and item: such a pair is a place when the store has it, or when nothing else is asked; "the number 620" of what has none is a figure.</summary>
    private ImmutableArray<PlaceMention> PlacesOf()
    {
        var found = PlaceReader.Read(text);
        bool IsPair(PlaceMention place) => place is { Section: > 0, Item: > 0 } && char.IsAsciiDigit(text[place.Span.Start]) && text.AsSpan(place.Span.Start, place.Span.Length).Contains('-');
        bool IsNumber(PlaceMention place) => place.Section == 0 && text.AsSpan(place.Span.Start, place.Span.Length).StartsWith("n") && !index.Items.Any(i => i.Item.Item == place.Item || i.Item.Rows.Any(r => r.Number == place.Item));
        return [.. found.Where(p => !IsNumber(p) && (!IsPair(p) || text.Length <= p.Span.Length + LongestBesidePlace || index.Items.Any(i => i.Item.Section == p.Section && i.Item.Item == p.Item)))];
    }

    private int StepWord(int at, int length, ImmutableArray<LexiconWord> words)
    {
        foreach (var word in words)
        {
            if (word.Cue is { } cue)
            {
                cues.Add(new CueMention(lists.Meant(cue, at, length), new TextSpan(at, at + length)));
            }
        }

        if (Conjunctions.Contains(text.Substring(at, length), StringComparer.Ordinal))
        {
            subject.EndGroup();
        }

        return Skip(length);
    }

    /// <summary>对 in 对口支援: a word of one character, or a place, that the store's own texts have inside a longer word.</summary>
    private bool BelongsToSubject(int at, int length)
    {
        if (at == keptAt || (length == 1 && !AskingCharacters.Contains(text[at], StringComparison.Ordinal) && (IsSlipOfKnown(at) || BeginsSlip(at))))
        {
            return true;
        }

        if (char.IsAsciiLetter(text[at]))
        {
            return pinyin.IsSyllableOfSubject(at, length);
        }

        if (!SubjectIndex.IsHan(text[at]) || (length == 1 && HardFillers.Contains(text[at], StringComparison.Ordinal)))
        {
            return false;
        }

        if (length == 1 && at + 1 < text.Length && Conjunctions.Contains(text[at].ToString(), StringComparer.Ordinal))
        {
            // 先进制造业和清洁能源投资: a known subject behind the "and" is another one.
            index.Phrases.Longest(text, at + 1, out var behind);
            if (behind > 2)
            {
                return false;
            }

            // 北斗终端和避风塘: where the store never has the three together, both its neighbours are.
            if (subject.EndsAt(at) && at > 1 && at + 2 < text.Length && index.Subjects.HasPair(text[at - 2], text[at - 1]) && SubjectIndex.IsHan(text[at + 1]) && index.Subjects.HasPair(text[at + 1], text[at + 2]) && !index.Subjects.ContainsText(text.AsSpan(at - 1, 3)))
            {
                return false;
            }
        }

        var before = subject.EndsAt(at) && index.Subjects.HasPair(text[at - 1], text[at]);
        var end = at + length;
        var after = end < text.Length && SubjectIndex.IsHan(text[end]) && index.Subjects.HasPair(text[end - 1], text[end]);
        if (length > 1)
        {
            // 上海LNG in the store's texts: the place is part of the subject where the whole wording goes on as it does there.
            return OtherPlaces.Default.Of(text.AsSpan(at, length)).Length > 0 && IsKnownWording(at, end);
        }

        // A lone character needs company on the right that is no word of the lexicon itself.
        return (before || after) && !(after && !before && StartsWord(end)) && (before ? !EndsPhrase(at) || after || AmountEnds.Contains(text[at], StringComparison.Ordinal) : after && (BeginsWording(at) || StartsKnownTriple(at) || (subject.EndsAt(at) && !CountedEnds.Contains(text[at], StringComparison.Ordinal) && text[end] != '数')));
    }

    private bool IsKnownWording(int at, int end)
    {
        var from = at > 0 && text[at - 1] != ' ' ? at - 1 : at;
        var to = Math.Min(text.Length, end + 2);
        return index.Subjects.ContainsText(text.AsSpan(at, to - at)) || (from < at && index.Subjects.ContainsText(text.AsSpan(from, end - from)));
    }

    private bool StartsWord(int at)
    {
        Lexicon.Default.Words.Longest(text, at, out var length);
        index.Gazetteer.Names.Longest(text, at, out var name);
        return Math.Max(length, name) > 1;
    }

    private bool EndsPhrase(int at) => at + 1 >= text.Length || !SubjectIndex.IsHan(text[at + 1]);

    /// <summary>人参产业: nothing stands before it that it could belong to.</summary>
    private bool BeginsWording(int at) => at == 0 || !SubjectIndex.IsHan(text[at - 1]);

    private bool StartsKnownTriple(int at) => at + 3 <= text.Length && index.Subjects.ContainsText(text.AsSpan(at, 3));

    // which units give support for …
    [GeneratedRegex("\\b(?:gives?|giving|provides?|providing|lends?|lending|in|who|which|units?|bureaus?|departments?|they|it|does|do|must|to) $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gives();

    // households whose homes, but not "tell me whose"
    [GeneratedRegex("(?<=[a-z])(?<!\\b(?:and|or|but|is|are|was|were|me|us|know|see|ask|tell|say|on|of|in|under|by|about|at|wonder|wondering|to|exactly|just|so|hi|hello)) $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OfANoun();

    // the elderly living alone
    [GeneratedRegex("\\bliv(?:e|es|ing) $", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LivingAlone();

    [GeneratedRegex("\\G\\([a-z]+(?: [a-z]+)?\\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gloss();
}
