using FsCheck.Xunit;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Language;

public class EditDistanceTests
{
    [Theory]
    [InlineData("daishan", "daishan", 0)]
    [InlineData("daisan", "daishan", 1)]
    [InlineData("daihsan", "daishan", 1)]
    [InlineData("dashian", "daishan", 2)]
    [InlineData("putou", "putuo", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("岱珊", "岱山", 1)]
    public void Slips_are_counted(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Within(left, right, 5));
        Assert.Equal(expected, EditDistance.Within(right, left, 5));
    }

    [Theory]
    [InlineData("dinghai", "putuo", 2)]
    [InlineData("a", "abcdef", 3)]
    public void Beyond_the_limit_the_answer_is_one_more(string left, string right, int limit)
    {
        Assert.Equal(limit + 1, EditDistance.Within(left, right, limit));
    }

    [Property]
    public bool The_bound_never_changes_a_distance_within_it(byte[] left, byte[] right, byte limit)
    {
        var (a, b) = (Word(left), Word(right));
        var unbounded = EditDistance.Within(a, b, 1_000);
        var bound = limit % 6;

        return EditDistance.Within(a, b, bound) == Math.Min(unbounded, bound + 1);
    }

    private static string Word(byte[] letters) => string.Concat(letters.Take(200).Select(letter => (char)('a' + (letter % 4))));
}
