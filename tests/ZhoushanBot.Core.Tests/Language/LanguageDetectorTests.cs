using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("what does 市水利局 lead", ReplyLanguage.English)]
    [InlineData("which tasks do 市发改委 and 市经信局 share", ReplyLanguage.English)]
    [InlineData("How many EV chargers does Daishan have to build?", ReplyLanguage.English)]
    [InlineData("Putuo sewage target", ReplyLanguage.English)]
    [InlineData("GDP growth target 和 fixed asset investment 各多少", ReplyLanguage.Chinese)]
    [InlineData("shi shui li ju qian tou shen me", ReplyLanguage.Chinese)]
    [InlineData("who leads 能源", ReplyLanguage.English)]
    [InlineData("and Putuo?", ReplyLanguage.English)]
    [InlineData("Daishan的HPV目标", ReplyLanguage.Chinese)]
    [InlineData("daishan hpv mubiao", ReplyLanguage.Chinese)]
    [InlineData("shishuiliju fuze shenme", ReplyLanguage.Chinese)]
    [InlineData("市水利局牵头哪些任务", ReplyLanguage.Chinese)]
    [InlineData("岱山 HPV", ReplyLanguage.Chinese)]
    [InlineData("GDP目标是多少？", ReplyLanguage.Chinese)]
    [InlineData("岱山的EV charger目标多少", ReplyLanguage.Chinese)]
    [InlineData("市水利局牵头哪些任务 in English please", ReplyLanguage.English)]
    [InlineData("请用英文回答：HPV目标", ReplyLanguage.English)]
    [InlineData("who leads HPV, 用中文", ReplyLanguage.Chinese)]
    public void The_grammar_of_a_question_tells_its_language(string question, ReplyLanguage expected)
    {
        var other = expected == ReplyLanguage.Chinese ? ReplyLanguage.English : ReplyLanguage.Chinese;

        Assert.Equal(expected, LanguageDetector.Detect(NormalizedText.Of(question), [], other));
    }

    [Theory]
    [InlineData("HPV")]
    [InlineData("27")]
    [InlineData("👍")]
    [InlineData("")]
    public void Where_nothing_tells_the_fallback_stands(string question)
    {
        Assert.Equal(ReplyLanguage.English, LanguageDetector.Detect(NormalizedText.Of(question), [], ReplyLanguage.English));
        Assert.Equal(ReplyLanguage.Chinese, LanguageDetector.Detect(NormalizedText.Of(question), [], ReplyLanguage.Chinese));
    }

    [Fact]
    public void Names_do_not_count()
    {
        var text = NormalizedText.Of("岱山 HPV target");

        Assert.Equal(ReplyLanguage.English, LanguageDetector.Detect(text, [new TextSpan(0, 2), new TextSpan(2, 5)], ReplyLanguage.Chinese));
    }

    [Fact]
    public void A_wish_for_a_language_knows_its_place()
    {
        var text = NormalizedText.Of("GDP目标，请用英文回答");

        var request = LanguageDetector.FindRequest(text);

        Assert.Equal(ReplyLanguage.English, request?.Language);
        Assert.Equal("请用英文回答", text.SourceOf(request!.Value.Span).ToString());
    }

    [Fact]
    public void A_word_that_only_contains_a_wish_is_none()
    {
        Assert.Null(LanguageDetector.FindRequest(NormalizedText.Of("begin englishness")));
    }
}
