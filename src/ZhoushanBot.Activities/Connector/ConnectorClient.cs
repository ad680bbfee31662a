using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using ZhoushanBot.Activities.Authentication;

namespace ZhoushanBot.Activities.Connector;

/// <summary>The Bot Connector's REST operations. One instance serves all service URLs and threads.</summary>
/// <remarks>Every call: refused unless the service URL is trusted, held back by the limits, repeated while that helps, else a <see cref="ConnectorException"/>.</remarks>
public sealed class ConnectorClient
{
    private const int AttachmentFactor = 16;
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");
    private static readonly MediaTypeWithQualityHeaderValue AnyType = new("*/*");
    private static readonly ProductInfoHeaderValue Agent = new("ZhoushanBot", "1.0");
    private static readonly int[] Done = [200, 201, 202];
    private static readonly int[] Deleted = [200, 202, 204];
    private static readonly int[] Found = [200];
    private static readonly int[] FoundOrElsewhere = [200, 301, 302];

    private readonly OutboundHttp http;
    private readonly BotTokens tokens;
    private readonly TrustedServiceUrls serviceUrls;
    private readonly ConnectorLimits limits;
    private readonly ConnectorPipelines pipelines;
    private readonly ConnectorOptions options;
    private readonly ILogger logger;

    internal ConnectorClient(
        IOptions<BotChannelOptions> options, OutboundHttp http, BotTokens tokens, TrustedServiceUrls serviceUrls, ConnectorLimits limits, TimeProvider time,
        ILogger<ConnectorClient> logger, Func<double>? jitter = null)
    {
        this.http = http;
        this.tokens = tokens;
        this.serviceUrls = serviceUrls;
        this.limits = limits;
        this.options = options.Value.Connector;
        this.logger = logger;
        pipelines = new ConnectorPipelines(this.options, time, logger, jitter);
    }

    private static ActivityJsonContext Types => ActivityJson.TypeInfo;

    /// <summary>Creates a conversation.</summary>
    /// <returns>Its id, and the service URL where to speak in it when that differs.</returns>
    public Task<ConversationResourceResponse> CreateConversationAsync(ConnectorAddress address, ConversationParameters parameters, CancellationToken cancellationToken) =>
        CallAsync(address, Post("v3/conversations", parameters, Types.ConversationParameters), Types.ConversationResourceResponse, cancellationToken);

    /// <summary>Says something at the end of a conversation.</summary>
    public Task<ResourceResponse> SendToConversationAsync(ConnectorAddress address, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(address, Post(Conversation(address, "/activities"), activity, Types.Activity), Types.ResourceResponse, cancellationToken);

    /// <summary>Answers an activity.</summary>
    public Task<ResourceResponse> ReplyToActivityAsync(ConnectorAddress address, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(address, Post(OneActivity(address, activityId), activity, Types.Activity), Types.ResourceResponse, cancellationToken);

    /// <summary>Puts an activity in the place of one that was sent before.</summary>
    public Task<ResourceResponse> UpdateActivityAsync(ConnectorAddress address, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(address, Post(OneActivity(address, activityId), activity, Types.Activity) with { Method = HttpMethod.Put }, Types.ResourceResponse, cancellationToken);

    /// <summary>Takes back an activity that was sent before.</summary>
    public Task DeleteActivityAsync(ConnectorAddress address, string activityId, CancellationToken cancellationToken) =>
        CallAsync(address, Delete(OneActivity(address, activityId)), cancellationToken);

    /// <summary>Puts activities of the past into a conversation.</summary>
    public Task<ResourceResponse> SendConversationHistoryAsync(ConnectorAddress address, Transcript transcript, CancellationToken cancellationToken) =>
        CallAsync(address, Post(Conversation(address, "/activities/history"), transcript, Types.Transcript), Types.ResourceResponse, cancellationToken);

    /// <summary>All members; large conversations should be read by pages.</summary>
    public Task<IList<ChannelAccount>> GetConversationMembersAsync(ConnectorAddress address, CancellationToken cancellationToken) =>
        CallAsync(address, Get(Conversation(address, "/members")), Types.IListChannelAccount, cancellationToken);

    /// <summary>One member.</summary>
    public Task<ChannelAccount> GetConversationMemberAsync(ConnectorAddress address, string memberId, CancellationToken cancellationToken) =>
        CallAsync(address, Get(Conversation(address, "/members/" + Escape(memberId))), Types.ChannelAccount, cancellationToken);

    /// <summary>A page of members.</summary>
    /// <param name="address">The conversation.</param>
    /// <param name="pageSize">Members a page; null for the service's own choice.</param>
    /// <param name="continuationToken">Of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        ConnectorAddress address, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var query = string.Join('&', new[]
        {
            pageSize is { } size ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"pageSize={size}") : "",
            continuationToken is null ? "" : "continuationToken=" + Uri.EscapeDataString(continuationToken),
        }.Where(part => part.Length > 0));
        return CallAsync(address, Get(Conversation(address, "/pagedmembers" + (query.Length > 0 ? "?" + query : ""))), Types.PagedMembersResult, cancellationToken);
    }

    /// <summary>Takes a member out of a conversation.</summary>
    public Task DeleteConversationMemberAsync(ConnectorAddress address, string memberId, CancellationToken cancellationToken) =>
        CallAsync(address, Delete(Conversation(address, "/members/" + Escape(memberId))), cancellationToken);

    /// <summary>Who can see an activity.</summary>
    public Task<IList<ChannelAccount>> GetActivityMembersAsync(ConnectorAddress address, string activityId, CancellationToken cancellationToken) =>
        CallAsync(address, Get(OneActivity(address, activityId) + "/members"), Types.IListChannelAccount, cancellationToken);

    /// <summary>Puts a file on the channel's store.</summary>
    public Task<ResourceResponse> UploadAttachmentAsync(ConnectorAddress address, AttachmentData attachment, CancellationToken cancellationToken) =>
        CallAsync(address, Post(Conversation(address, "/attachments"), attachment, Types.AttachmentData), Types.ResourceResponse, cancellationToken);

    /// <summary>What the channel knows of a stored file.</summary>
    public Task<AttachmentInfo> GetAttachmentInfoAsync(ConnectorAddress address, string attachmentId, CancellationToken cancellationToken) =>
        CallAsync(address, Get("v3/attachments/" + Escape(attachmentId)), Types.AttachmentInfo, cancellationToken);

    /// <summary>A stored file.</summary>
    /// <returns>Its bytes, or the place where it lies: that is not followed, as our token has no business there.</returns>
    public async Task<(byte[] Content, Uri? Location)> GetAttachmentAsync(
        ConnectorAddress address, string attachmentId, string viewId, CancellationToken cancellationToken)
    {
        var call = Get($"v3/attachments/{Escape(attachmentId)}/views/{Escape(viewId)}") with { Accepted = FoundOrElsewhere, AnswerFactor = AttachmentFactor };
        using var answer = await SendAsync(address, call, cancellationToken);
        return (await answer.Content.ReadAsByteArrayAsync(cancellationToken), answer.Headers.Location);
    }

    /// <summary>A team of Teams.</summary>
    public Task<TeamDetails> GetTeamAsync(ConnectorAddress address, string teamId, CancellationToken cancellationToken) =>
        CallAsync(address, Get("v3/teams/" + Escape(teamId)), Types.TeamDetails, cancellationToken);

    /// <summary>The channels of a team of Teams.</summary>
    public Task<ConversationList> GetTeamConversationsAsync(ConnectorAddress address, string teamId, CancellationToken cancellationToken) =>
        CallAsync(address, Get($"v3/teams/{Escape(teamId)}/conversations"), Types.ConversationList, cancellationToken);

    private static Call Get(string path) => new(HttpMethod.Get, path, null, Found, ConnectorUse.Read);

    private static Call Delete(string path) => new(HttpMethod.Delete, path, null, Deleted, ConnectorUse.Write);

    private static Call Post<T>(string path, T body, JsonTypeInfo<T> type) =>
        new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type), Done, ConnectorUse.Write);

    private static string Conversation(ConnectorAddress address, string rest) => "v3/conversations/" + Escape(address.ConversationId) + rest;

    private static string OneActivity(ConnectorAddress address, string activityId) => Conversation(address, "/activities/") + Escape(activityId);

    // A part of dots alone would be taken as a step up the path, escaped or not.
    private static string Escape(string? part) =>
        string.IsNullOrEmpty(part) || part is "." or ".." ? throw new ArgumentException("Not an id: '" + part + "'", nameof(part)) : Uri.EscapeDataString(part);

    private async Task<T> CallAsync<T>(ConnectorAddress address, Call call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await SendAsync(address, call, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            // Some channels answer a message with nothing at all.
            return JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, type) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new ConnectorException(ConnectorFailure.Rejected, (int)answer.StatusCode, "UnreadableAnswer", ForbiddenReason.None, null, e);
        }
    }

    private async Task CallAsync(ConnectorAddress address, Call call, CancellationToken cancellationToken) =>
        (await SendAsync(address, call, cancellationToken)).Dispose();

    private async Task<HttpResponseMessage> SendAsync(ConnectorAddress address, Call call, CancellationToken cancellationToken)
    {
        if (!serviceUrls.IsTrusted(address.ServiceUrl))
        {
            throw ConnectorException.Untrusted();
        }

        await limits.WaitAsync(address, call.Use, cancellationToken);
        var url = new Uri(address.ServiceUrl.EndsWith('/') ? address.ServiceUrl + call.Path : address.ServiceUrl + "/" + call.Path);
        HttpResponseMessage answer;
        try
        {
            answer = await pipelines.For(address.ServiceUrl).ExecuteAsync(
                static async (state, token) => await state.Self.TryOnceAsync(state.Url, state.Call, token),
                (Self: this, Url: url, Call: call),
                cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or BrokenCircuitException or TimeoutRejectedException or IOException)
        {
            var retryAfter = e is BrokenCircuitException ? options.BreakDuration : (TimeSpan?)null;
            Log.ConnectorFailed(logger, nameof(ConnectorFailure.Unavailable), 0, e.GetType().Name, url.Host);
            throw new ConnectorException(ConnectorFailure.Unavailable, 0, null, ForbiddenReason.None, retryAfter, e)
            {
                IsHeldBack = e is BrokenCircuitException,
                MayHaveArrived = e is not BrokenCircuitException
                    and not HttpRequestException
                    {
                        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
                    },
            };
        }

        if (call.Accepted.AsSpan().Contains((int)answer.StatusCode))
        {
            return answer;
        }

        using (answer)
        {
            var body = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            var failure = ConnectorException.OfAnswer((int)answer.StatusCode, body, pipelines.RetryAfterOf(answer));
            Log.ConnectorFailed(logger, failure.Failure.ToString(), failure.StatusCode, failure.Code, url.Host);
            throw failure;
        }
    }

    private async Task<HttpResponseMessage> TryOnceAsync(Uri url, Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, url) { Version = HttpVersion.Version11 };
        request.Headers.Accept.Add(AnyType);
        request.Headers.UserAgent.Add(Agent);
        if (await tokens.GetAsync(cancellationToken) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = JsonType;
        }

        var answer = await http.SendAsync(request, cancellationToken);
        try
        {
            // Inside the try's time: a server that never ends its answer is as dead as one that gives none.
            await answer.Content.LoadIntoBufferAsync(call.AnswerFactor * (long)options.MaxAnswerBytes, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private sealed record Call(HttpMethod Method, string Path, byte[]? Body, int[] Accepted, ConnectorUse Use)
    {
        public int AnswerFactor { get; init; } = 1;
    }
}
