using System.Text;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Tests.WorkDays;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Shipped = WorkCalendar.Shipped;

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_the_State_Council_says(int year, int expected) =>
        Assert.Equal(expected, Shipped.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void Every_shipped_file_says_where_it_comes_from_and_its_make_up_days_are_weekends_that_are_not_off()
    {
        Assert.Equal([2024, 2025, 2026], Shipped.Years.Select(y => y.Year));
        Assert.All(Shipped.Years, y => Assert.NotEmpty(y.Source));
        Assert.Equal(["国办发明电〔2023〕7号", "国办发明电〔2024〕12号", ""], Shipped.Years.Select(y => y.DocumentNumber));
        Assert.All(Shipped.Years.SelectMany(y => y.MakeupWorkdays), day =>
        {
            Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.True(Shipped.IsMakeupWorkday(day));
            Assert.True(Shipped.IsWorkingDay(day));
        });
    }

    [Theory]
    [InlineData("2024-02-09", true, "除夕 was only encouraged")]
    [InlineData("2024-02-10", false, "Spring Festival")]
    [InlineData("2024-02-18", true, "a Sunday that is worked")]
    [InlineData("2024-05-11", true, "a Saturday that is worked")]
    [InlineData("2024-05-12", false, "an ordinary Sunday")]
    [InlineData("2024-10-08", true, "the first day behind National Day")]
    [InlineData("2027-10-01", true, "no file: a Friday is a working day")]
    public void Days_are_worked_as_the_arrangement_says(string day, bool worked, string why) =>
        Assert.True(worked == Shipped.IsWorkingDay(DateOnly.Parse(day, null)), why);

    [Fact]
    public void A_year_without_a_file_is_assumed_and_says_so()
    {
        Assert.False(Shipped.IsAssumed(2024));
        Assert.True(Shipped.IsAssumed(2027));
        Assert.Contains("2027", WorkYearText.In(ReplyLanguage.Chinese).Assumed(2027), StringComparison.Ordinal);
        Assert.Contains("2027", WorkYearText.In(ReplyLanguage.English).Assumed(2027), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-12-31", -1, "2024-12-30")]
    [InlineData("2024-12-31", -3, "2024-12-26")]
    [InlineData("2024-12-31", -30, "2024-11-19")]
    [InlineData("2024-10-08", -1, "2024-09-30")]
    [InlineData("2024-09-30", -1, "2024-09-29")]
    [InlineData("2024-06-30", 1, "2024-07-01")]
    [InlineData("2024-06-30", -1, "2024-06-28")]
    [InlineData("2024-06-30", 0, "2024-06-30")]
    public void Working_days_are_added_over_holidays_and_make_up_days(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Shipped.Add(DateOnly.Parse(from, null), days));

    [Theory]
    [InlineData("2024-06-28", "2024-06-30", 0)]
    [InlineData("2024-07-03", "2024-06-30", -3)]
    [InlineData("2024-09-27", "2024-10-08", 3)]
    [InlineData("2024-12-30", "2024-12-30", 0)]
    public void Working_days_between_leave_the_first_out_and_count_the_last(string from, string to, int expected) =>
        Assert.Equal(expected, Shipped.Between(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void An_administrator_adds_a_year()
    {
        var read = Assert.IsType<WorkYearReading.Year>(WorkYearFile.Read(Encoding.UTF8.GetBytes(
            """{"year":2027,"documentNumber":"","issuedOn":"2026-11-01","source":"国务院办公厅","daysOff":[{"name":"元旦","from":"2027-01-01","to":"2027-01-03"}],"makeupWorkdays":["2027-01-09"]}""")));

        var calendar = Shipped.With(read.Value);

        Assert.False(calendar.IsAssumed(2027));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2027, 1, 1)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2027, 1, 9)));
        Assert.True(Shipped.IsAssumed(2027));
    }

    [Theory]
    [InlineData("{", WorkYearFault.NotReadable)]
    [InlineData("null", WorkYearFault.NotReadable)]
    [InlineData("""{"year":2027,"source":"","daysOff":[],"makeupWorkdays":[]}""", WorkYearFault.NoSource)]
    [InlineData("""{"year":2027,"source":"x","daysOff":[],"makeupWorkdays":[]}""", WorkYearFault.NoDaysOff)]
    [InlineData("""{"year":2027,"source":"x","daysOff":[{"name":"","from":"2026-12-31","to":"2027-01-03"}]}""", WorkYearFault.OutsideYear)]
    [InlineData("""{"year":2027,"source":"x","daysOff":[{"name":"","from":"2027-01-03","to":"2027-01-01"}]}""", WorkYearFault.EndsBeforeItBegins)]
    [InlineData("""{"year":2027,"source":"x","daysOff":[{"name":"","from":"2027-01-01","to":"2027-01-03"}],"makeupWorkdays":["2027-01-08"]}""", WorkYearFault.MakeupOnWeekday)]
    [InlineData("""{"year":2027,"source":"x","daysOff":[{"name":"","from":"2027-01-01","to":"2027-01-03"}],"makeupWorkdays":["2027-01-02"]}""", WorkYearFault.OffAndWorked)]
    public void A_file_that_cannot_be_right_is_refused_with_its_reason(string json, WorkYearFault fault)
    {
        var refused = Assert.IsType<WorkYearReading.Refused>(WorkYearFile.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(fault, refused.Fault);
        Assert.StartsWith("x.json", WorkYearText.In(ReplyLanguage.Chinese).Describe("x.json", refused), StringComparison.Ordinal);
        Assert.StartsWith("x.json", WorkYearText.In(ReplyLanguage.English).Describe("x.json", refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-11-20T08:29:59+08:00", "2024-11-20T08:30:00+08:00", "too early")]
    [InlineData("2024-11-20T00:30:00+00:00", "2024-11-20T08:30:00+08:00", "in whatever zone the machine is")]
    [InlineData("2024-11-20T17:29:59+08:00", "2024-11-20T17:29:59+08:00", "still allowed")]
    [InlineData("2024-11-20T17:30:00+08:00", "2024-11-21T08:30:00+08:00", "over")]
    [InlineData("2024-11-22T18:00:00+08:00", "2024-11-25T08:30:00+08:00", "over the weekend")]
    [InlineData("2024-09-30T18:00:00+08:00", "2024-10-08T08:30:00+08:00", "over National Day")]
    [InlineData("2024-10-11T20:00:00+08:00", "2024-10-12T08:30:00+08:00", "a Saturday that is worked")]
    public void Nobody_is_written_to_at_night_or_on_a_day_off(string now, string allowed, string why)
    {
        var at = DateTimeOffset.Parse(now, null);
        var next = SendingHours.Default.NextAllowed(at, Shipped);

        Assert.True(DateTimeOffset.Parse(allowed, null) == next, why);
        Assert.Equal(at == next, SendingHours.Default.Allow(at, Shipped));
        Assert.Equal(TimeSpan.FromHours(8), next.Offset);
    }
}
