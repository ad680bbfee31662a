using System.Diagnostics;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Review;

namespace ZhoushanBot.Commands;

/// <summary>What <c>questions</c> says, in the language of the terminal.</summary>
internal abstract class QuestionsText
{
    private QuestionsText()
    {
    }

    public abstract string Questions { get; }

    public abstract string Review { get; }

    public abstract string Since { get; }

    public abstract string Clear { get; }

    public abstract string Before { get; }

    public abstract string Yes { get; }

    public abstract string Teach { get; }

    public abstract string Wording { get; }

    public abstract string Means { get; }

    public abstract string NotAgreed { get; }

    public abstract string NotADay(string text);

    public abstract string Line(LoggedQuestion question, DateTimeOffset lastAt);

    public abstract string Total(int count);

    public abstract string Cleared(int count);

    public abstract string Taught(string wording, Lesson.Learnt lesson, string path);

    public abstract string Refused(Lesson.Refused refused);

    public abstract string NotKept(string folder, string reason);

    public static QuestionsText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    // How a question was read takes several lines, indented below it.
    private static string Indented(string reading) => string.Join('\n', reading.Split('\n').Select(line => $"    {line}"));

    private static string Meaning(Lesson.Learnt lesson) => lesson switch
    {
        Lesson.Name name => name.OfficialName,
        Lesson.Subject subject => subject.Set.Chinese[0],
        _ => throw new UnreachableException(),
    };

    private sealed class Chinese : QuestionsText
    {
        public static readonly Chinese Instance = new();

        public override string Questions => "查看没有答上来或被评为“没用”的问题，教机器人新的说法。";

        public override string Review => "列出没有答上来或被评为“没用”的问题，次数多的在前。";

        public override string Since => "只列这一天（含）以后出现过的。";

        public override string Clear => "清除已看过的问题。";

        public override string Before => "只清除这一天以前最后出现的。";

        public override string Yes => "确认清除。";

        public override string Teach => "教一个说法，立即生效：例如 questions teach 打流感针 流感疫苗接种。";

        public override string Wording => "人们的说法。";

        public override string Means => "它的意思：通知里的单位、领导、地区或主题，用机器人已懂的任一说法。";

        public override string NotAgreed => "没有清除。确认请加 --yes。";

        public override string NotADay(string text) => $"“{text}”不是日期，应形如 2024-06-30。";

        public override string Line(LoggedQuestion question, DateTimeOffset lastAt) =>
            $"{question.Weight} 次（未答 {question.Unanswered}，👎 {question.Down}，👍 {question.Up}），最近 {lastAt:yyyy-MM-dd HH:mm}：{question.Text}\n{Indented(question.Reading)}";

        public override string Total(int count) => $"共 {count} 个问题";

        public override string Cleared(int count) => $"已清除 {count} 个问题";

        public override string Taught(string wording, Lesson.Learnt lesson, string path) => $"记住了：“{wording}”就是“{Meaning(lesson)}”，立即生效。写在 {path}，不要时删去该行。";

        public override string Refused(Lesson.Refused refused) => refused.Fault switch
        {
            LessonFault.WordingTooShort => $"“{refused.Word}”太短：至少两个字，且不能只有数字和标点。",
            LessonFault.WordingTooLong => "说法太长：最多 40 个字。",
            LessonFault.WordingIsQuestionWord => $"“{refused.Word}”是提问用的词，不能当作名称。",
            LessonFault.WordingTaken => $"这个说法已经指“{refused.Word}”。请换一个说法。",
            LessonFault.AlreadyKnown => $"“{refused.Word}”已经是这个意思，不用再教。",
            LessonFault.MeaningNotFound => $"通知里找不到“{refused.Word}”。请写单位、领导、地区的名称，或通知里的主题。",
            LessonFault.MeaningAmbiguous => $"“{refused.Word}”可能指几样东西。请写全称。",
            LessonFault.MeaningWithoutChinese => $"“{refused.Word}”没有已知的中文说法。请用中文写出意思。",
            _ => throw new UnreachableException(),
        };

        public override string NotKept(string folder, string reason) => $"没有记住，无法写入 {folder}：{reason} 请检查其中的 taught.*.json 和写权限。";
    }

    private sealed class English : QuestionsText
    {
        public static readonly English Instance = new();

        public override string Questions => "See which questions found no answer or got a thumb down, and teach the bot wordings.";

        public override string Review => "List questions that found no answer or got a thumb down, the most frequent first.";

        public override string Since => "Only those that came up on this day or later.";

        public override string Clear => "Forget questions that were looked through.";

        public override string Before => "Only those that came up last before this day.";

        public override string Yes => "Really forget them.";

        public override string Teach => "Teach a wording, which works at once: questions teach \"flu jab\" 流感疫苗.";

        public override string Wording => "What people say.";

        public override string Means => "What it means: a unit, official, area or subject of the notices, in any wording that the bot knows.";

        public override string NotAgreed => "Nothing was forgotten. Add --yes to confirm.";

        public override string NotADay(string text) => $"'{text}' is not a day. It looks like 2024-06-30.";

        public override string Line(LoggedQuestion question, DateTimeOffset lastAt) =>
            $"{question.Weight}x (unanswered {question.Unanswered}, 👎 {question.Down}, 👍 {question.Up}), last {lastAt:yyyy-MM-dd HH:mm}: {question.Text}\n{Indented(question.Reading)}";

        public override string Total(int count) => count == 1 ? "1 question" : $"{count} questions";

        public override string Cleared(int count) => count == 1 ? "Forgot 1 question" : $"Forgot {count} questions";

        public override string Taught(string wording, Lesson.Learnt lesson, string path) =>
            $"Learnt: '{wording}' means '{Meaning(lesson)}', as of now. It stands in {path}; delete its line to unteach it.";

        public override string Refused(Lesson.Refused refused) => refused.Fault switch
        {
            LessonFault.WordingTooShort => $"'{refused.Word}' is too short: it takes two characters or more, and a letter among them.",
            LessonFault.WordingTooLong => "The wording is too long: 40 characters at most.",
            LessonFault.WordingIsQuestionWord => $"'{refused.Word}' is a word to ask with and cannot name something.",
            LessonFault.WordingTaken => $"This wording means '{refused.Word}' already. Take another one.",
            LessonFault.AlreadyKnown => $"'{refused.Word}' means this already: nothing to teach.",
            LessonFault.MeaningNotFound => $"'{refused.Word}' is not in the notices. Give the name of a unit, an official or an area, or a subject of the notices.",
            LessonFault.MeaningAmbiguous => $"'{refused.Word}' may mean several things. Give the full name.",
            LessonFault.MeaningWithoutChinese => $"No Chinese wording is known for '{refused.Word}'. Give what it means in Chinese.",
            _ => throw new UnreachableException(),
        };

        public override string NotKept(string folder, string reason) => $"Not kept: cannot write to {folder}: {reason} Look at taught.*.json there, and at your permissions.";
    }
}
