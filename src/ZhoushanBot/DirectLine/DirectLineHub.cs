using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;

namespace ZhoushanBot.DirectLine;

/// <summary>
/// All conversations of the built-in Direct Line, in memory. The bot's answers come here instead of going to a connector, and so do messages of
/// its own accord, by conversation id. Bounded in number and bytes. Safe for several threads.
/// </summary>
internal sealed class DirectLineHub(IOptions<DirectLineOptions> options, TimeProvider time) : IActivitySender
{
    private readonly ConcurrentDictionary<string, DirectLineConversation> conversations = new(StringComparer.Ordinal);
    private readonly DirectLineOptions options = options.Value;
    private readonly Lock sweeping = new();

    // ConcurrentDictionary.Count takes all of its locks.
    private int count;
    private long bytes;
    private int sockets;

    /// <summary>Stands for a service URL in references to conversations that are kept here; no connector has it.</summary>
    public const string ServiceUrl = "urn:zhoushanbot:directline";

    /// <summary>The bot, as pages see it.</summary>
    public static ChannelAccount Bot => new() { Id = "zhoushanbot", Name = "ZhoushanBot", Role = "bot" };

    /// <summary>Conversations in memory.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Bytes of activities in memory.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Open sockets.</summary>
    public int Sockets => Volatile.Read(ref sockets);

    /// <summary>An id that nobody can guess.</summary>
    public static string NewConversationId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The conversation of a session. One that is not in memory, because the service was restarted, goes on with an empty past.</summary>
    public DirectLineConversation Open(string conversationId)
    {
        if (conversations.TryGetValue(conversationId, out var known))
        {
            return known;
        }

        var conversation = new DirectLineConversation(conversationId, options, time);
        if (!conversations.TryAdd(conversationId, conversation))
        {
            return Open(conversationId);
        }

        if (Interlocked.Increment(ref count) > options.MaxConversations)
        {
            ForgetSilent();
        }

        return conversation;
    }

    /// <summary>Puts an activity into a conversation, so that all who read it see it.</summary>
    /// <returns>The id that it got.</returns>
    public string Post(DirectLineConversation conversation, Activity activity, string? clientActivityId = null)
    {
        var (id, growth) = conversation.Append(activity, clientActivityId);
        if (Interlocked.Add(ref bytes, growth) > options.MaxKeptBytes)
        {
            ForgetPast(conversation);
        }

        return id;
    }

    /// <summary>Says something of the bot's own accord. Who is not there now sees it on coming back, unless the service is restarted before.</summary>
    /// <returns>The id that it got.</returns>
    public ValueTask<string?> PostAsync(string conversationId, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new(Post(Open(conversationId), activity with { From = Bot }));
    }

    /// <inheritdoc/>
    public ValueTask<string?> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return PostAsync(activity.Conversation?.Id ?? throw new ArgumentException("No conversation.", nameof(activity)), activity);
    }

    /// <summary>A page keeps what it was sent: the new one comes after the old.</summary>
    public async ValueTask UpdateAsync(Activity activity, CancellationToken cancellationToken) => await SendAsync(activity, cancellationToken);

    /// <summary>A page keeps what it was sent.</summary>
    public ValueTask DeleteAsync(ConversationReference reference, CancellationToken cancellationToken) => default;

    /// <summary>Takes a place for a socket; false when there are too many. On true, <see cref="LeaveSocket"/> must follow.</summary>
    public bool TryEnterSocket()
    {
        if (Interlocked.Increment(ref sockets) <= options.MaxSockets)
        {
            return true;
        }

        LeaveSocket();
        return false;
    }

    /// <summary>Gives the place back.</summary>
    public void LeaveSocket() => Interlocked.Decrement(ref sockets);

    // A quarter at once, so that a full memory is not sorted for every newcomer. Those who are being read stay.
    private void ForgetSilent()
    {
        lock (sweeping)
        {
            var surplus = Count - options.MaxConversations + (options.MaxConversations / 4);
            foreach (var (id, conversation) in conversations.ToArray().Where(pair => pair.Value.Readers == 0).OrderBy(pair => pair.Value.UsedAt).Take(Math.Max(surplus, 0)))
            {
                if (conversations.TryRemove(id, out _))
                {
                    Interlocked.Decrement(ref count);
                    Interlocked.Add(ref bytes, -conversation.Forget());
                }
            }
        }
    }

    // Whoever is connected has been sent it; of the others, those silent for longest lose it first.
    private void ForgetPast(DirectLineConversation newest)
    {
        lock (sweeping)
        {
            var past = conversations.Values.Where(conversation => conversation != newest && conversation.Bytes > 0).ToArray();
            foreach (var conversation in past.OrderByDescending(conversation => conversation.Readers > 0).ThenBy(conversation => conversation.UsedAt))
            {
                if (Bytes <= options.MaxKeptBytes / 4 * 3)
                {
                    return;
                }

                Interlocked.Add(ref bytes, -conversation.Forget());
            }
        }
    }
}
