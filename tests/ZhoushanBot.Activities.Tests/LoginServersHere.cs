namespace ZhoushanBot.Activities.Tests;

/// <summary>Takes what is meant for a login server to the one of the test, with its name as the first part of the path.</summary>
internal sealed class LoginServersHere(string url) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.IsLoopback)
        {
            request.RequestUri = new Uri(url + "/" + request.RequestUri.Host + request.RequestUri.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
