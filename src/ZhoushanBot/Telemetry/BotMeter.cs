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
    private readonly Meter meter;
    private readonly Histogram<double> thinking;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> retried;
    private readonly Counter<long> mayRepeat;

    public BotMeter(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        thinking = meter.CreateHistogram<double>("zhoushanbot.answer.duration", "s", "Time from a question's text to its answer");
        deliveries = meter.CreateCounter<long>("zhoushanbot.delivery", "{message}", "Sendings by what came of them: sent, failed, dead, withdrawn, or due: put off");
        retried = meter.CreateCounter<long>("zhoushanbot.delivery.retried", "{message}", "Sendings that were not the first of their message");
        mayRepeat = meter.CreateCounter<long>("zhoushanbot.delivery.may_repeat", "{message}", "Sendings of messages that may have arrived before");
    }

    /// <summary>Records one answer.</summary>
    public void Answered(long startedAt, bool found)
    {
        if (thinking.Enabled)
        {
            thinking.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, found ? Found : NotFound);
        }
    }

    /// <summary>Records what came of one sending.</summary>
    /// <param name="outcome">The state after it, such as <c>Sent</c>.</param>
    /// <param name="isRetry">It was not the first.</param>
    /// <param name="mayHaveArrivedBefore">The message is marked as perhaps repeated.</param>
    public void Delivered(string outcome, bool isRetry, bool mayHaveArrivedBefore)
    {
        deliveries.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        if (isRetry)
        {
            retried.Add(1);
        }

        if (mayHaveArrivedBefore)
        {
            mayRepeat.Add(1);
        }
    }

    /// <summary>Shows the outbox to whoever listens.</summary>
    /// <param name="depth">Messages that wait.</param>
    /// <param name="oldestDue">Seconds since the earliest of them was due; 0 when none is late.</param>
    public void ObserveOutbox(Func<int> depth, Func<double> oldestDue)
    {
        meter.CreateObservableGauge("zhoushanbot.outbox.depth", depth, "{message}", "Messages that wait in the outbox");
        meter.CreateObservableGauge("zhoushanbot.outbox.oldest_due", oldestDue, "s", "How late the earliest message is");
    }
}
