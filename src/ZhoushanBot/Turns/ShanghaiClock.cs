namespace ZhoushanBot.Turns;

/// <summary>The clock by which the offices work: Asia/Shanghai, which keeps one offset all the year.</summary>
internal static class ShanghaiClock
{
    public static DateTimeOffset GetShanghaiNow(this TimeProvider time) => time.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
}
