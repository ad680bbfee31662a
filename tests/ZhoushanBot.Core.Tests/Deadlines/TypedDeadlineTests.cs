using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Tests.Deadlines;

public sealed class TypedDeadlineTests
{
    [Theory]
    [InlineData("2024-10-31", "2024-10-31")]
    [InlineData("2024/10/3", "2024-10-03")]
    [InlineData("2024.10.31", "2024-10-31")]
    [InlineData("２０２４－１０－３１", "2024-10-31")]
    [InlineData("2024年10月31日前", "2024-10-31")]
    [InlineData("10月31日", "2024-10-31")]
    [InlineData("10月31号之前", "2024-10-31")]
    [InlineData("十月三十一日", "2024-10-31")]
    [InlineData("10月底", "2024-10-31")]
    [InlineData("10月底前", "2024-10-31")]
    [InlineData("2024年10月底前", "2024-10-31")]
    [InlineData("10月份", "2024-10-31")]
    [InlineData("十月中旬", "2024-10-20")]
    [InlineData("上半年", "2024-06-30")]
    [InlineData("三季度末", "2024-09-30")]
    [InlineData("年底前", "2024-12-31")]
    [InlineData("end of October", "2024-10-31")]
    [InlineData("the end of October 2025", "2025-10-31")]
    [InlineData("31 October", "2024-10-31")]
    [InlineData("31st of October, 2024", "2024-10-31")]
    [InlineData("Oct 31, 2024", "2024-10-31")]
    [InlineData("October 2024", "2024-10-31")]
    [InlineData("the end of Q3", "2024-09-30")]
    [InlineData("end of the year", "2024-12-31")]
    [InlineData("2月29日", "2024-02-29")]
    public void A_day_is_read_as_people_write_it(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Assert.IsType<TypedDay.Found>(TypedDay.Only(text, 2024)).On);

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2月30日")]
    [InlineData("13月1日")]
    [InlineData("31 November")]
    [InlineData("2024-13-01")]
    public void A_day_that_no_calendar_has_is_told_from_none(string text) => Assert.Equal(text, Assert.IsType<TypedDay.NoSuchDay>(TypedDay.Only(text, 2024)).Words, ignoreCase: true);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("第三部分第7条")]
    [InlineData("27号")]
    [InlineData("4-3")]
    [InlineData("10公里")]
    [InlineData("maybe")]
    public void What_is_no_day_is_none(string text) => Assert.Null(TypedDay.First(text, 2024));

    [Theory]
    [InlineData("设定期限 省民生实事第9项 2024-10-31 原因：市长要求", DeadlineVerb.Set, "省民生实事第9项", "2024-10-31", "", "市长要求")]
    [InlineData("设定期限 省民生实事第9项 2024-10-31 市长要求", DeadlineVerb.Set, "省民生实事第9项", "2024-10-31", "", "市长要求")]
    [InlineData("设定期限：第三部分第7条到10月底，因为台风", DeadlineVerb.Set, "第三部分第7条", "10月底", "", "台风")]
    [InlineData("设定期限 2024-10-31 第三部分第7条 原因 台风", DeadlineVerb.Set, "第三部分第7条", "2024-10-31", "", "台风")]
    [InlineData("把27号的期限改为10月31日，因为台风", DeadlineVerb.Set, "27号", "10月31日", "", "台风")]
    [InlineData("将第三部分第7条的期限推迟到10月底前，由于台风", DeadlineVerb.Set, "第三部分第7条", "10月底前", "", "台风")]
    [InlineData("设定期限 第三部分第7条", DeadlineVerb.Set, "第三部分第7条", null, "", "")]
    [InlineData("设定期限", DeadlineVerb.Set, "", null, "", "")]
    [InlineData("取消期限 27号 原因：恢复原计划", DeadlineVerb.Clear, "27号", null, "", "恢复原计划")]
    [InlineData("恢复通知的期限 27号", DeadlineVerb.Clear, "27号", null, "", "")]
    [InlineData("设定节点 27号 4月底前 10公里；8月底前 20公里 原因：分期", DeadlineVerb.SetSteps, "27号", null, "4月底前 10公里；8月底前 20公里", "分期")]
    [InlineData("取消节点 27号 因为并入", DeadlineVerb.ClearSteps, "27号", null, "", "并入")]
    [InlineData("取消27号另设的期限，因为恢复原计划", DeadlineVerb.Clear, "27号", null, "", "恢复原计划")]
    [InlineData("恢复第三部分第7条的节点 原因：并入", DeadlineVerb.ClearSteps, "第三部分第7条", null, "", "并入")]
    [InlineData("给第三部分第7条设定期限 10月底 原因：台风", DeadlineVerb.Set, "第三部分第7条", "10月底", "", "台风")]
    [InlineData("为27号设定节点：4月底前 10公里 原因：分期", DeadlineVerb.SetSteps, "27号", null, "4月底前 10公里", "分期")]
    [InlineData("推迟第三部分第7条的期限到10月底，因为台风", DeadlineVerb.Set, "第三部分第7条", "10月底", "", "台风")]
    [InlineData("市水利局的期限是怎么定的", DeadlineVerb.Ask, "市水利局", null, "", "")]
    [InlineData("第三部分第7条的期限是谁定的？", DeadlineVerb.Ask, "第三部分第7条", null, "", "")]
    [InlineData("第三部分第7条的期限为什么是年底", DeadlineVerb.Ask, "第三部分第7条", null, "", "")]
    [InlineData("为什么第三部分第7条的期限是10月底？", DeadlineVerb.Ask, "第三部分第7条", null, "", "")]
    [InlineData("第三部分第7条的期限变更记录", DeadlineVerb.Ask, "第三部分第7条", null, "", "")]
    public void A_line_in_Chinese_is_parted(string text, DeadlineVerb verb, string task, string? day, string steps, string reason) =>
        Assert.Equal(new TypedDeadline(verb, ReplyLanguage.Chinese, task, day, steps, reason), TypedDeadline.Read(text, 2024));

    [Theory]
    [InlineData("deadline of item 9 to 2024-10-31 because of the typhoon", DeadlineVerb.Set, "item 9", "2024-10-31", "", "the typhoon")]
    [InlineData("Set the deadline of section 3 item 7 to the end of October, because it rains", DeadlineVerb.Set, "section 3 item 7", "the end of October", "", "it rains")]
    [InlineData("change deadline for section 3 item 7 to 31 October reason: typhoon", DeadlineVerb.Set, "section 3 item 7", "31 October", "", "typhoon")]
    [InlineData("move section 3 item 7's deadline to 31 October because of rain", DeadlineVerb.Set, "section 3 item 7", "31 October", "", "rain")]
    [InlineData("set deadline of section 3 item 7", DeadlineVerb.Set, "section 3 item 7", null, "", "")]
    [InlineData("clear the deadline of item 9 because the plan holds", DeadlineVerb.Clear, "item 9", null, "", "the plan holds")]
    [InlineData("set milestones of item 27: by the end of April 10 km; end of August 20 km because of stages", DeadlineVerb.SetSteps, "item 27", null, "the end of April 10 km; end of August 20 km", "stages")]
    [InlineData("clear milestones of item 27 because merged", DeadlineVerb.ClearSteps, "item 27", null, "", "merged")]
    [InlineData("why is the deadline of section 3 item 7 31 December?", DeadlineVerb.Ask, "section 3 item 7", null, "", "")]
    [InlineData("who set the deadline of section 3 item 7", DeadlineVerb.Ask, "section 3 item 7", null, "", "")]
    [InlineData("where does the deadline of section 3 item 7 come from?", DeadlineVerb.Ask, "section 3 item 7", null, "", "")]
    public void A_line_in_English_is_parted(string text, DeadlineVerb verb, string task, string? day, string steps, string reason) =>
        Assert.Equal(new TypedDeadline(verb, ReplyLanguage.English, task, day, steps, reason), TypedDeadline.Read(text, 2024));

    [Theory]
    [InlineData("第三部分第7条的期限")]
    [InlineData("第三部分第7条什么时候到期，期限是哪天")]
    [InlineData("市水利局牵头哪些任务")]
    [InlineData("27号的期限改为什么时候了？")]
    [InlineData("取消27号的期限了吗？")]
    [InlineData("给市水利局设定期限的是谁呢")]
    [InlineData("deadline of item 9")]
    [InlineData("what is the deadline of item 9")]
    [InlineData("when is the deadline of item 9")]
    [InlineData("which tasks have milestones")]
    [InlineData("")]
    public void Other_questions_are_left_alone(string text) => Assert.Null(TypedDeadline.Read(text, 2024));

    [Fact]
    public void Nothing_that_is_typed_makes_it_throw_and_every_day_stands_where_it_says()
    {
        string[] pieces = ["设定", "期限", "节点", "取消", "把", "的", "改为", "原因", "因为", "2024-", "10", "月", "底", "31", "日", "２", "第", "27号", " ", "，", "；", "deadline", " of ", "end of ", "may", "\0", "\ud83d", "\n", "99999999999", "十", "?"];
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            _ = TypedDeadline.Read(text, 2024);
            _ = TypedSteps.Read(text, 2024);
            Assert.All(TypedDay.In(text, 2024), day => Assert.True(0 <= day.Start && day.Start < day.End && day.End <= text.Length, text));
        }
    }

    [Theory]
    [InlineData("4月底前 10公里；8月底前 20公里", "2024-04-30 10公里|2024-08-31 20公里")]
    [InlineData("1.4月底前完成设计；2.8月底前开工", "2024-04-30 完成设计|2024-08-31 开工")]
    [InlineData("4月底前10公里，8月底前20公里", "2024-04-30 10公里|2024-08-31 20公里")]
    [InlineData("4月底前：完成设计，并报审\n10月31日 竣工", "2024-04-30 完成设计，并报审|2024-10-31 竣工")]
    [InlineData("完成设计 4月底前", "2024-04-30 完成设计")]
    [InlineData("end of April 10 km; by 31 August: 20 km", "2024-04-30 10 km|2024-08-31 20 km")]
    [InlineData(" ; ", "")]
    public void Steps_are_read_from_a_line_or_several(string text, string steps)
    {
        var read = TypedSteps.Read(text, 2024);

        Assert.Empty(read.Faults);
        Assert.Equal(steps, string.Join('|', read.Steps.Select(s => $"{s.On:yyyy-MM-dd} {s.Text}")));
    }

    [Theory]
    [InlineData("完成设计", "完成设计", StepFault.NoDay)]
    [InlineData("2月30日 设计", "2月30日", StepFault.NoSuchDay)]
    [InlineData("4月底前 ", "4月底前", StepFault.NoWords)]
    public void What_is_wrong_with_a_step_is_told(string text, string words, StepFault fault)
    {
        Assert.Equal([(words, fault)], TypedSteps.Read(text, 2024).Faults);
        Assert.Contains(words, DeadlineText.In(ReplyLanguage.Chinese).Describe(words, fault), StringComparison.Ordinal);
        Assert.Contains(words, DeadlineText.In(ReplyLanguage.English).Describe(words, fault), StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_are_written_come_back_as_they_were()
    {
        MilestoneInForce[] steps = [new("n1", new DateOnly(2024, 4, 30), "开工；首段 10公里", null, null), new("m7", new DateOnly(2024, 8, 31), "20公里", null, null)];

        Assert.Equal([new PlanStep(new DateOnly(2024, 4, 30), "开工，首段 10公里"), new PlanStep(new DateOnly(2024, 8, 31), "20公里")], TypedSteps.Read(TypedSteps.Write(steps), 2024).Steps);
    }
}
