using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class RomanNumeralsTests
{
    [Theory]
    [InlineData("Work report section VII number 15", "Work report section 7 number 15")]
    [InlineData("VII.2 - contents?", "section 7 item 2 - contents?")]
    [InlineData("part iv item 3", "section 4 item 3")]
    [InlineData("which part I should read", "which part I should read")]
    [InlineData("the HPV vaccine", "the HPV vaccine")]
    public void The_number_of_a_section_is_read_in_digits(string asked, string read) => Assert.Equal(read, RomanNumerals.InDigits(asked));
}
