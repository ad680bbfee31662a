using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>The line between a page and the service, which can be cut: all connections are gone at once, as when a network fails, and new ones go through.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly int target;
    private readonly Task accepting;
    private ConcurrentBag<TcpClient> open = [];

    public Line(Uri service)
    {
        target = service.Port;
        listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    /// <summary>Where pages find the service.</summary>
    public string Url { get; }

    /// <summary>Cuts it.</summary>
    public void Cut()
    {
        foreach (var one in Interlocked.Exchange(ref open, []))
        {
            one.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await accepting;
        Cut();
        listener.Dispose();
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var page = await listener.AcceptTcpClientAsync(over.Token);
                var service = new TcpClient();
                await service.ConnectAsync(IPAddress.Loopback, target, over.Token);
                open.Add(page);
                open.Add(service);
                _ = CopyAsync(page, service);
                _ = CopyAsync(service, page);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or SocketException)
        {
            // Cut.
        }

        from.Close();
        to.Close();
    }
}
