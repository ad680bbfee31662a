using System.Net.WebSockets;
using Microsoft.Extensions.Options;

namespace ZhoushanBot.DirectLine;

/// <summary>
/// A conversation as a WebSocket. A socket keeps nothing but its position in the conversation, so that one at rest costs little, and a slow one
/// holds up nothing: it is dropped once a frame takes too long or what it has not read is kept no longer.
/// </summary>
internal sealed class StreamEndpoint(
    DirectLineTokens tokens, DirectLineHub hub, IOptions<DirectLineOptions> options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    // A tab that comes back overlaps with its own dead socket; more than a few are not a person.
    private const int MostReaders = 4;
    private const int LongestFrame = 256;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    /// <summary>Opens the stream; the token comes in the address, since a browser can set no header here.</summary>
    public async Task OpenAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "A WebSocket is needed.");
            return;
        }

        if (await DirectLineRequest.SessionAsync(http, http.Request.Query["t"], tokens, TokenUse.Stream) is not { } session)
        {
            return;
        }

        var conversation = hub.Open(session.ConversationId);
        if (!conversation.TryLocate(http.Request.Query["watermark"], out var position))
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status400BadRequest, "BadArgument", "No such watermark.");
            return;
        }

        if (!hub.TryEnterSocket())
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "TooManySockets", "Too many sockets are open.");
            return;
        }

        try
        {
            await ServeAsync(http, conversation, position, session);
        }
        finally
        {
            hub.LeaveSocket();
        }
    }

    private async Task ServeAsync(HttpContext http, DirectLineConversation conversation, long position, DirectLineSession session)
    {
        if (!conversation.TryJoin(MostReaders))
        {
            await DirectLineRequest.RefuseAsync(http, StatusCodes.Status429TooManyRequests, "TooManySockets", "Too many sockets of this conversation are open.");
            return;
        }

        try
        {
            // A session that is over is no longer read to; a client comes back with a new token, if it gets one.
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            var left = session.StartedAt + options.Value.SessionLifetime - time.GetUtcNow();
            using var over = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(over.Token, lifetime.ApplicationStopping, http.RequestAborted);
            var receiving = ReceiveAsync(socket, ended);
            await SendAsync(socket, conversation, position, ended.Token);
            await FarewellAsync(socket, receiving);
        }
        finally
        {
            conversation.Part();
        }
    }

    private async Task SendAsync(WebSocket socket, DirectLineConversation conversation, long position, CancellationToken ended)
    {
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                await conversation.WaitAsync(position, ended);
                while (conversation.TryRead(position) is var (frame, next))
                {
                    var sending = socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, ended);
                    if (!sending.IsCompletedSuccessfully)
                    {
                        await sending.AsTask().WaitAsync(options.Value.SendTimeout, time, ended);
                    }

                    position = next;
                }
            }
        }
        catch (Exception e) when (e is TimeoutException or ReaderTooSlowException)
        {
            socket.Abort();
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client, the session or the service has ended it.
        }
    }

    // Clients send empty frames to keep the line alive; whatever else they send is read and dropped, in bounds.
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ended)
    {
        try
        {
            var buffer = new byte[LongestFrame];
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            }
            while (received.MessageType != WebSocketMessageType.Close && received.EndOfMessage);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The client is gone, or we have hung up.
        }

        await ended.CancelAsync();
    }

    // Says so, and gives the client a moment to say so too; hanging up at once could lose what was sent last.
    private async Task FarewellAsync(WebSocket socket, Task receiving)
    {
        using var patience = new CancellationTokenSource(LongestFarewell, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
                await receiving.WaitAsync(patience.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // Then without one.
        }

        socket.Abort();
        await receiving;
    }
}
