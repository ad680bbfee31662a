namespace ZhoushanBot.Turns;

/// <summary>The clock by which the offices work: Asia/Shanghai, which keeps one offset all the year.</summary>
internal static class ShanghaiClock
{
    /// <summary>From UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset GetShanghaiNow(this TimeProvider time) => time.GetUtcNow().ToOffset(Offset);
}
