using Microsoft.Identity.Client;

namespace ZhoushanBot.Activities.Connector;

/// <summary>The one way out: connector calls, tokens and keys share its connections. It follows no redirects, which could carry a token elsewhere.</summary>
public sealed class OutboundHttp : IMsalHttpClientFactory, IDisposable
{
    private const int MaxMetadataBytes = 1024 * 1024;
    private readonly HttpMessageInvoker invoker;
    private readonly HttpClient client;

    /// <summary>Sends by sockets.</summary>
    public OutboundHttp()
        : this(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
    }

    /// <summary>Sends by the given handler, which is disposed of along with this.</summary>
    public OutboundHttp(HttpMessageHandler handler)
    {
        invoker = new HttpMessageInvoker(handler, disposeHandler: true);
        client = new HttpClient(handler, disposeHandler: false)
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = MaxMetadataBytes,
        };
    }

    /// <summary>For tokens and keys: buffered, and limited in time and size.</summary>
    public HttpClient GetHttpClient() => client;

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        invoker.Dispose();
    }

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => invoker.SendAsync(request, cancellationToken);
}
