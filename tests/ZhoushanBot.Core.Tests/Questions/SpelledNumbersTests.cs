using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class SpelledNumbersTests
{
    [Theory]
    [InlineData("供地一万三千亩对不对", "供地13000亩对不对")]
    [InlineData("供地一万三对吗", "供地13000对吗")]
    [InlineData("是不是三亿三千五百万吨", "是不是335000000吨")]
    [InlineData("二十四公里、十一万七千人", "24公里、117000人")]
    [InlineData("两万人以上", "20000人以上")]
    [InlineData("有没有比七成高的县", "有没有比70%高的县")]
    [InlineData("化解债务52个亿？", "化解债务52亿？")]
    public void A_number_spelt_out_is_read_as_digits(string asked, string read) =>
        Assert.Equal(read, SpelledNumbers.InDigits(asked, Stores.Shipped));

    [Theory]
    [InlineData("千项万亿")]
    [InlineData("八八战略和一老一小")]
    [InlineData("第二十四条")]
    [InlineData("二十大、十四五规划、一件事")]
    [InlineData("定海占几成，三成立方案")]
    public void What_is_no_amount_stays_as_it_is(string asked) =>
        Assert.Equal(asked, SpelledNumbers.InDigits(asked, Stores.Shipped));
}
