using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Review;

/// <summary>What the bot says to whoever judged an answer.</summary>
internal abstract class ReviewText
{
    private ReviewText()
    {
    }

    public abstract string Thanks(Verdict verdict);

    public abstract string AnswerNotKnown { get; }

    public static ReviewText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    private sealed class Chinese : ReviewText
    {
        public static readonly Chinese Instance = new();

        public override string Thanks(Verdict verdict) => verdict == Verdict.Up
            ? "谢谢，已记下“有用”。"
            : "谢谢，已记下“没用”，督查室会查看这个问题。也可以换个说法再问，或输入“帮助”。";

        public override string AnswerNotKnown => "这条回答已不在记录里，没有记下评价。请把问题再问一次，然后评价。";
    }

    private sealed class English : ReviewText
    {
        public static readonly English Instance = new();

        public override string Thanks(Verdict verdict) => verdict == Verdict.Up
            ? "Thank you, noted as helpful."
            : "Thank you, noted as not helpful: the supervision office will look at this question. You can also ask in other words, or type \"help\".";

        public override string AnswerNotKnown => "That answer is no longer on record, so nothing was noted. Please ask again and judge then.";
    }
}
