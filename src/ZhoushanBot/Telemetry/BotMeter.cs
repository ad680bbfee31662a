using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ZhoushanBot.Telemetry;

/// <summary>The service's own figures, under the meter <c>ZhoushanBot</c> (dotnet-counters, OpenTelemetry). Nobody listening costs nothing.</summary>
internal sealed class BotMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ZhoushanBot";

    private static readonly KeyValuePair<string, object?> Found = new("answer", "found");
    private static readonly KeyValuePair<string, object?> NotFound = new("answer", "none");
    private readonly Histogram<double> thinking;

    public BotMeter(IMeterFactory factory) =>
        thinking = factory.Create(Name).CreateHistogram<double>("zhoushanbot.answer.duration", "s", "Time from a question's text to its answer");

    /// <summary>Records one answer.</summary>
    public void Answered(long startedAt, bool found)
    {
        if (thinking.Enabled)
        {
            thinking.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, found ? Found : NotFound);
        }
    }
}
