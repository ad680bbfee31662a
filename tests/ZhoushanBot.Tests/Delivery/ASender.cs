using System.Threading.Channels;
using ZhoushanBot.Activities;
using ZhoushanBot.Conversations;

namespace ZhoushanBot.Tests.Delivery;

/// <summary>Stands for the channels: writes down what is sent, and answers as told.</summary>
internal sealed class ASender : IProactiveSender
{
    private readonly Channel<string> sent = Channel.CreateUnbounded<string>();

    /// <summary>What to answer for a text; by default an id made of it.</summary>
    public Func<string, CancellationToken, Task<string?>> Answer { get; set; } = (text, _) => Task.FromResult<string?>($"id of {text}");

    /// <summary>The next text that is sent; waits for it.</summary>
    public ValueTask<string> NextAsync() => sent.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Those sent and not yet read.</summary>
    public string[] Rest()
    {
        var rest = new List<string>();
        while (sent.Reader.TryRead(out var text))
        {
            rest.Add(text);
        }

        return [.. rest];
    }

    public async Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken)
    {
        await sent.Writer.WriteAsync(activity.Text!, cancellationToken);
        return await Answer(activity.Text!, cancellationToken);
    }

    public Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();
}
