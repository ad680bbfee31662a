using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Tests.People;

/// <summary>What is typed about people and chats, and what only looks like it.</summary>
public sealed class TypedWishTests
{
    public static TheoryData<string, TypedWish> Wishes => new()
    {
        { "我是谁？", new TypedWish.WhoAmI(ReplyLanguage.Chinese) },
        { "Who am I?", new TypedWish.WhoAmI(ReplyLanguage.English) },
        { "未绑定的单位", new TypedWish.Unbound(ReplyLanguage.Chinese) },
        { "移交给李四", new TypedWish.HandOver(ReplyLanguage.Chinese, "李四", null, null) },
        { "移交给 李四，到2024-11-30为止。", new TypedWish.HandOver(ReplyLanguage.Chinese, "李四", new DateOnly(2024, 11, 30), null) },
        { "交接给li@x.gov.cn至2024年11月30日", new TypedWish.HandOver(ReplyLanguage.Chinese, "li@x.gov.cn", new DateOnly(2024, 11, 30), null) },
        { "移交给到南", new TypedWish.HandOver(ReplyLanguage.Chinese, "到南", null, null) },
        { "移交给李四到2024-13-01", new TypedWish.HandOver(ReplyLanguage.Chinese, "李四到2024-13-01", null, "2024-13-01") },
        { "Hand over to Li Si until 2024-11-30", new TypedWish.HandOver(ReplyLanguage.English, "Li Si", new DateOnly(2024, 11, 30), null) },
        { "hand over to Li.Si@X.gov.cn", new TypedWish.HandOver(ReplyLanguage.English, "Li.Si@X.gov.cn", null, null) },
        { "收回", new TypedWish.TakeBack(ReplyLanguage.Chinese) },
        { "take back", new TypedWish.TakeBack(ReplyLanguage.English) },
        { "绑定会话 市水利局", new TypedWish.Bind(ReplyLanguage.Chinese, null, "市水利局") },
        { "people bind msteams/19:aBc@thread.tacv2 supervision office", new TypedWish.Bind(ReplyLanguage.English, "msteams/19:aBc@thread.tacv2", "supervision office") },
        { "bind this chat to 市水利局", new TypedWish.Bind(ReplyLanguage.English, null, "市水利局") },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_wish_is_heard(string text, TypedWish wish) => Assert.Equal(wish, TypedWish.Of(new TypedText(text)));

    [Theory]
    [InlineData("")]
    [InlineData("移交给")]
    [InlineData("hand over to")]
    [InlineData("收回多少土地")]
    [InlineData("土地移交给谁")]
    [InlineData("绑定 7KQ2M-9XTWD")]
    public void Other_words_stay_a_question(string text) => Assert.Null(TypedWish.Of(new TypedText(text)));
}
