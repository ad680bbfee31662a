using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>What a taught name belongs to.</summary>
public enum NamedKind
{
    /// <summary>单位.</summary>
    Organization,

    /// <summary>各县（区）政府 等.</summary>
    Group,

    /// <summary>牵头领导.</summary>
    Official,

    /// <summary>县（区）、功能区.</summary>
    Area,
}

/// <summary>Why a wording cannot be taught.</summary>
public enum LessonFault
{
    /// <summary>Shorter than two characters, or without a letter.</summary>
    WordingTooShort,

    /// <summary>Longer than a wording.</summary>
    WordingTooLong,

    /// <summary>It asks something ("谁负责"), so that it cannot name something.</summary>
    WordingIsQuestionWord,

    /// <summary>It means something else already.</summary>
    WordingTaken,

    /// <summary>It means this already.</summary>
    AlreadyKnown,

    /// <summary>What it shall mean is in no notice.</summary>
    MeaningNotFound,

    /// <summary>What it shall mean may be several things.</summary>
    MeaningAmbiguous,

    /// <summary>No Chinese wording is known for what it shall mean.</summary>
    MeaningWithoutChinese,
}

/// <summary>What came of teaching a wording. A closed set.</summary>
public abstract record Lesson
{
    private Lesson()
    {
    }

    /// <summary>It can be kept.</summary>
    public abstract record Learnt : Lesson
    {
        private protected Learnt()
        {
        }
    }

    /// <summary>Another word for a subject.</summary>
    /// <param name="Set">All words for it, the new one among them.</param>
    public sealed record Subject(SynonymSet Set) : Learnt;

    /// <summary>Another name of something that the notices name.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="OfficialName">As the notice writes it.</param>
    /// <param name="Wording">The new name.</param>
    public sealed record Name(NamedKind Kind, string OfficialName, string Wording) : Learnt;

    /// <summary>It cannot be kept.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Word">The word at fault; what it means already, where it means something.</param>
    public sealed record Refused(LessonFault Fault, string Word) : Lesson;
}

/// <summary>Teaches the bot a wording (同义词) by what it shall mean: a name or a subject that it understands already.</summary>
public static class Teaching
{
    private const int Longest = 40;

    /// <summary>Judges a wording. Pure: keeping it is the caller's.</summary>
    /// <param name="wording">What people say.</param>
    /// <param name="means">A name or a subject of the notices, in any wording known.</param>
    /// <param name="index">The store.</param>
    /// <param name="synonyms">Those that <paramref name="index"/> was built with.</param>
    public static Lesson Of(string wording, string means, WorkItemIndex index, Synonyms synonyms)
    {
        var (word, meaning) = (wording.Trim(), means.Trim());
        var folded = NormalizedText.Fold(word);
        if (folded.Length < 2 || !folded.Any(char.IsLetter))
        {
            return new Lesson.Refused(LessonFault.WordingTooShort, word);
        }

        if (folded.Length > Longest)
        {
            return new Lesson.Refused(LessonFault.WordingTooLong, word);
        }

        if (!Lexicon.Default.Words.Of(folded).IsEmpty || VerdictWords.Of(folded) is not null)
        {
            return new Lesson.Refused(LessonFault.WordingIsQuestionWord, word);
        }

        if (folded == NormalizedText.Fold(meaning))
        {
            return new Lesson.Refused(LessonFault.AlreadyKnown, word);
        }

        return NamedBy(meaning, index) switch
        {
            [] => OfSubject(word, folded, meaning, index, synonyms),
            [var entity] => OfName(word, entity, index),
            _ => new Lesson.Refused(LessonFault.MeaningAmbiguous, meaning),
        };
    }

    private static Lesson OfName(string word, Entity entity, WorkItemIndex index)
    {
        (NamedKind Kind, string Name)? named = entity switch
        {
            Entity.Body body => (NamedKind.Organization, body.Name),
            Entity.Group group => (NamedKind.Group, group.Name),
            Entity.Official official => (NamedKind.Official, official.Name),
            Entity.Region region => (NamedKind.Area, region.Name),
            _ => null,
        };
        if (named is not var (kind, name))
        {
            return new Lesson.Refused(LessonFault.MeaningNotFound, word);
        }

        var known = NamedBy(word, index);
        return known.IsEmpty ? new Lesson.Name(kind, name, word)
            : known is [var same] && same == entity ? new Lesson.Refused(LessonFault.AlreadyKnown, word)
            : new Lesson.Refused(LessonFault.WordingTaken, NameOf(known[0]) ?? word);
    }

    private static Lesson OfSubject(string word, string folded, string meaning, WorkItemIndex index, Synonyms synonyms)
    {
        if (NamedBy(word, index) is [var named, ..])
        {
            return new Lesson.Refused(LessonFault.WordingTaken, NameOf(named) ?? word);
        }

        if (Recognizer.Recognize(meaning, index) is not { Mentions.IsEmpty: true, Years.IsEmpty: true, OtherPlaces.IsEmpty: true, Subject.IsEmpty: false }
            || !Assistant.Reply(meaning, ConversationContext.Empty, index, default).Answer.IsFound)
        {
            return new Lesson.Refused(LessonFault.MeaningNotFound, meaning);
        }

        var foldedMeaning = NormalizedText.Fold(meaning);
        var sets = synonyms.Sets.Where(set => WordsOf(set).Contains(foldedMeaning, StringComparer.Ordinal)).ToList();
        if (sets.Exists(set => WordsOf(set).Contains(folded, StringComparer.Ordinal)))
        {
            return new Lesson.Refused(LessonFault.AlreadyKnown, word);
        }

        if (synonyms.Sets.FirstOrDefault(set => WordsOf(set).Contains(folded, StringComparer.Ordinal)) is { } other)
        {
            return new Lesson.Refused(LessonFault.WordingTaken, other.Chinese[0]);
        }

        var words = sets.SelectMany(set => set.Chinese.Concat(set.English)).Prepend(meaning).Append(word).Distinct(StringComparer.OrdinalIgnoreCase).ToLookup(HasChinese);
        if (!words[true].Any(known => known != word))
        {
            return new Lesson.Refused(LessonFault.MeaningWithoutChinese, meaning);
        }

        var taught = new SynonymSet([.. words[true]], [.. words[false]], []);

        // The proof of the pudding: asked in the new words, the bot finds something.
        var trial = WorkItemIndex.Build(index.Notices, index.Names, synonyms.With(new Synonyms([taught])));
        return Assistant.Reply(word, ConversationContext.Empty, trial, default).Answer.IsFound
            ? new Lesson.Subject(taught)
            : new Lesson.Refused(LessonFault.MeaningNotFound, meaning);
    }

    /// <summary>What a text as a whole names, letter for letter; empty when it names nothing.</summary>
    private static ImmutableArray<Entity> NamedBy(string text, WorkItemIndex index) => index.Gazetteer.Names.Of(NormalizedText.Fold(text));

    private static string? NameOf(Entity entity) => entity switch
    {
        Entity.Body body => body.Name,
        Entity.Group group => group.Name,
        Entity.Official official => official.Name,
        Entity.Region region => region.Name,
        Entity.Issuer issuer => issuer.Name,
        _ => null,
    };

    private static IEnumerable<string> WordsOf(SynonymSet set) => set.Chinese.Concat(set.English).Select(NormalizedText.Fold);

    private static bool HasChinese(string word) => word.Any(c => c > '\u2E7F');
}
