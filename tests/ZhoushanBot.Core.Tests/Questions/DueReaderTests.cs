using System.Globalization;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Questions;

public sealed class DueReaderTests
{
    [Theory]
    [InlineData("哪些任务要在6月底前完成", "", "6-30")]
    [InlineData("六月底之前要完成什么", "", "6-30")]
    [InlineData("6 月底以前要做的", "", "6-30")]
    [InlineData("９月15日前要办结的", "", "9-15")]
    [InlineData("10月31日到期的任务", "10-31", "10-31")]
    [InlineData("10月到期的任务", "10-1", "10-31")]
    [InlineData("10月底到期的任务", "10-1", "10-31")]
    [InlineData("2月份要完成的", "2-1", "2-29")]
    [InlineData("11月中旬前要完成的", "", "11-20")]
    [InlineData("7月到9月要完成的任务", "7-1", "9-30")]
    [InlineData("上半年要完成的任务", "", "6-30")]
    [InlineData("下半年要完成的任务", "7-1", "12-31")]
    [InlineData("第三季度到期的任务", "7-1", "9-30")]
    [InlineData("前三季度要完成的任务", "", "9-30")]
    [InlineData("三季度末前要完成的任务", "", "9-30")]
    [InlineData("年底前要完成的任务", "", "12-31")]
    [InlineData("6月以后到期的", "7-1", "12-31")]
    [InlineData("what is due by the end of June", "", "6-30")]
    [InlineData("what must be finished before July", "", "6-30")]
    [InlineData("what is due in October", "10-1", "10-31")]
    [InlineData("tasks due by 30 June", "", "6-30")]
    [InlineData("tasks due by June 30th", "", "6-30")]
    [InlineData("due between July and September", "7-1", "9-30")]
    [InlineData("what is due in the third quarter", "7-1", "9-30")]
    [InlineData("to be finished by the end of Q3", "", "9-30")]
    [InlineData("tasks for the first half of the year", "", "6-30")]
    [InlineData("due by year-end", "", "12-31")]
    [InlineData("what is due after June", "7-1", "12-31")]
    [InlineData("what is due in May", "5-1", "5-31")]
    public void Days_are_read_as_offices_mean_them(string asked, string from, string to)
    {
        var period = DueReader.Read(NormalizedText.Of(asked).Text)!.Period;

        Assert.Equal((from, to), (period.From is { } first ? $"{first.Month}-{first.Day}" : "", $"{period.To.Month}-{period.To.Day}"));
    }

    /// <summary>Each word that a wording can lean on: one that the quick look in front of the patterns forgot would be read as no day at all.</summary>
    [Theory]
    [InlineData("{0}月底前要完成的", "1 2 3 4 5 6 7 8 9 10 11 12 一 二 三 四 五 六 七 八 九 十 十一 十二")]
    [InlineData("{0}前要完成的", "上半年 下半年 年底 年末 岁末 年终 年内 一季度 第四季度")]
    [InlineData("what is due in {0}", "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")]
    [InlineData("what is due in the {0} quarter", "first second third fourth last 1st 2nd 3rd 4th")]
    [InlineData("what is due in {0}", "q1 q2 q3 q4")]
    [InlineData("what is due in the {0} half of the year", "first second")]
    [InlineData("what is due by {0}", "year-end year's-end")]
    [InlineData("what is due before the year {0}", "ends is~out")]
    public void Each_word_for_days_is_found(string question, string words) =>
        Assert.All(words.Split(' '), w => Assert.NotNull(DueReader.Read(NormalizedText.Of(string.Format(CultureInfo.InvariantCulture, question, w.Replace('~', ' '))).Text)));

    [Theory]
    [InlineData("上半年GDP目标是多少")]
    [InlineData("岱山县3月什么天气")]
    [InlineData("离校2年内未就业高校毕业生")]
    [InlineData("what may be done by the bureau")]
    [InlineData("13月底前")]
    [InlineData("2月31日前要完成的")]
    [InlineData("two thirds of the tasks")]
    public void What_names_no_day_by_which_work_is_due_is_none(string asked) => Assert.Null(DueReader.Read(NormalizedText.Of(asked).Text));

    [Theory]
    [InlineData("一季度进展")]
    [InlineData("三季度谁没报")]
    [InlineData("通知是2月底印发的吗")]
    [InlineData("How many tasks does Han Jun lead?")]
    public void A_month_of_reports_or_of_a_name_is_no_deadline(string asked) => Assert.Null(Stores.Shipped.Ask(asked).Reading.Recognition.Due);

    [Theory]
    [InlineData(2024, 29)]
    [InlineData(2025, 28)]
    public void The_last_of_February_follows_the_year(int year, int day) => Assert.Equal(new DateOnly(year, 2, day), new MonthDay(2, 29).In(year));

    [Fact]
    public void A_day_derived_from_the_years_end_is_never_listed_as_stated()
    {
        var reply = Stores.Second.Ask("年底前要完成的任务");

        Assert.All(reply.Answer.Shown, id => Assert.True(Stores.Second.Find(id)!.Item is { Deadline.IsDerived: false } or { Milestones.Length: > 0 }));
        Assert.Contains("按年底", reply.Answer.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_shown_with_its_words_and_told_from_the_whole()
    {
        var reply = Stores.Second.Ask("6月底前要完成什么");

        Assert.Contains("节点，不是整项到期", reply.Answer.Headline, StringComparison.Ordinal);
        Assert.Contains(reply.Answer.Lines.Single().Details, d => d.Contains("2025年6月30日前建成 15 家", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_days_and_other_units_lean_on_the_turn_before()
    {
        var first = Stores.Second.Ask("市发改委有几项要在6月底前完成");
        var later = Stores.Second.Ask("那9月底前呢", first.Context);
        var other = Stores.Second.Ask("那市民政局呢", later.Context);

        Assert.False(first.Answer.IsFound);
        Assert.Single(later.Answer.Shown);
        Assert.Equal(["市民政局"], ((Question.Tasks)other.Reading.Question).Filter.Organizations);
        Assert.Equal(new MonthDay(9, 30), ((Question.Tasks)other.Reading.Question).Filter.Due!.To);
    }

    [Fact]
    public void A_full_question_by_date_is_not_coloured_by_the_turn_before()
    {
        var before = Stores.Second.Ask("市财政局牵头哪些任务");
        var asked = Stores.Second.Ask("哪些任务要在6月底前完成", before.Context);

        Assert.Empty(((Question.Tasks)asked.Reading.Question).Filter.Organizations);
    }
}
