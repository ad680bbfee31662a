using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>A small client of Direct Line, for what Microsoft's own would not do.</summary>
internal sealed class DirectLineClient(Uri service) : IDisposable
{
    private const string Base = "/v3/directline";
    private readonly HttpClient http = new() { BaseAddress = service };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Token { get; set; } = "";

    public string ConversationId { get; private set; } = "";

    /// <summary>A token for a persona, and its conversation opened.</summary>
    public static async Task<(DirectLineClient Client, JsonNode Opened)> OpenAsync(Uri service, string persona = "persona-staff", string locale = "zh-CN")
    {
        var client = new DirectLineClient(service);
        await client.GenerateAsync(persona, locale);
        var (status, opened) = await client.SendAsync(HttpMethod.Post, "/conversations", new JsonObject { ["locale"] = locale });
        Assert.Equal(HttpStatusCode.Created, status);
        return (client, opened!);
    }

    public async Task GenerateAsync(string persona = "persona-staff", string locale = "zh-CN")
    {
        var (status, token) = await SendAsync(HttpMethod.Post, "/tokens/generate", new JsonObject { ["user"] = new JsonObject { ["id"] = persona }, ["locale"] = locale });
        Assert.Equal(HttpStatusCode.OK, status);
        Use(token!);
    }

    /// <summary>Takes a token that was got elsewhere.</summary>
    public void Use(JsonNode token) => (Token, ConversationId) = ((string)token["token"]!, (string)token["conversationId"]!);

    /// <summary>Says something in the own conversation.</summary>
    public Task<(HttpStatusCode Status, JsonNode? Body)> SayAsync(string text, string? clientActivityId = null) => PostAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.NewGuid().ToString() },
    });

    public Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(JsonObject activity) => SendAsync(HttpMethod.Post, $"/conversations/{ConversationId}/activities", activity);

    public async Task<(JsonArray Activities, string Watermark)> ReadAsync(string watermark = "")
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"/conversations/{ConversationId}/activities?watermark={watermark}");
        Assert.Equal(HttpStatusCode.OK, status);
        return (body!["activities"]!.AsArray(), (string)body["watermark"]!);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await RawAsync(method, path, body, headers);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Base + path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Authorization = Token.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await http.SendAsync(request, Cancel);
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A stream.</summary>
internal sealed class DirectLineStream(ClientWebSocket socket) : IDisposable
{
    private readonly Queue<JsonNode> waiting = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Watermark { get; private set; } = "";

    public static async Task<DirectLineStream> OpenAsync(string url)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new Uri(url), Cancel);
        }
        catch (WebSocketException e)
        {
            throw new HttpRequestException("refused", e, socket.HttpStatusCode);
        }

        return new DirectLineStream(socket);
    }

    /// <summary>The next activity; waits for it.</summary>
    public async Task<JsonNode> NextAsync()
    {
        while (waiting.Count == 0)
        {
            var frame = JsonNode.Parse(await ReceiveAsync() ?? throw new InvalidOperationException("closed"))!;
            Watermark = (string)frame["watermark"]!;
            frame["activities"]!.AsArray().ToList().ForEach(activity => waiting.Enqueue(activity!));
        }

        return waiting.Dequeue();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>What was said at parting; null when nothing was.</returns>
    public async Task<WebSocketCloseStatus?> EndAsync()
    {
        try
        {
            while (await ReceiveAsync() is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            return null;
        }

        return socket.CloseStatus;
    }

    public Task SendAsync(int bytes) => socket.SendAsync(new byte[bytes], WebSocketMessageType.Text, endOfMessage: true, Cancel);

    public void Dispose() => socket.Dispose();

    private async Task<byte[]?> ReceiveAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), Cancel);
            frame.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return received.MessageType == WebSocketMessageType.Close ? null : frame.ToArray();
    }
}
