using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ZhoushanBot.Tests.DirectLine;

/// <summary>The real service on a port of this machine, by a clock that stands still.</summary>
public sealed class ListeningService : IAsyncDisposable
{
    private readonly BotService service = new();

    public ListeningService()
    {
        service.With("DirectLine:MaxKeptActivities", "20").With(services => services.AddSingleton<TimeProvider>(Time));
        Url = service.Listen();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero));

    public Uri Url { get; }

    public IServiceProvider Parts => service.Services;

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
