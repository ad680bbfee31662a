using System.Threading.Channels;

namespace ZhoushanBot.Delivery;

/// <summary>Wakes the worker: something was put into the outbox, an answer has come, or its time has come. Many calls while it is awake are one.</summary>
internal sealed class DeliverySignal
{
    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => calls.Writer.TryWrite(true);

    /// <summary>Returns at the next call, or at once when there was one since the last return.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await calls.Reader.ReadAsync(cancellationToken);
}
