using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ZhoushanBot.Saving;

namespace ZhoushanBot.Tests.Turns;

/// <summary>The same store under one service after another.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly ScratchFolder data = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_follow_up_leans_on_what_was_asked_before_the_restart()
    {
        await using (var first = new BotService().KeptIn(data))
        {
            await first.AskAsync("岱山县流感疫苗要接种多少人？", cancellationToken: Cancel);
            await first.Services.GetRequiredService<LateSaving>().SaveNowAsync();
        }

        await using var second = new BotService().KeptIn(data);
        var replies = await second.AskAsync("那普陀呢", cancellationToken: Cancel);
        var strange = await second.AskAsync("那普陀呢", user: "another", cancellationToken: Cancel);

        Assert.Contains("38300", Assert.Single(replies)!.Shown().Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(replies[0]!.Shown(), strange[0]!.Shown());
    }

    [Fact]
    public async Task Half_an_hour_later_the_conversation_begins_anew()
    {
        await using (var first = new BotService().KeptIn(data))
        {
            await first.AskAsync("岱山县流感疫苗要接种多少人？", cancellationToken: Cancel);
            await first.Services.GetRequiredService<LateSaving>().SaveNowAsync();
        }

        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(31));
        await using var second = new BotService().KeptIn(data).With(services => services.AddSingleton<TimeProvider>(later));
        var replies = await second.AskAsync("那普陀呢", cancellationToken: Cancel);

        var strange = await second.AskAsync("那普陀呢", "another", cancellationToken: Cancel);
        Assert.Equal(Assert.Single(strange)!.Shown(), Assert.Single(replies)!.Shown());
    }

    [Fact]
    public async Task What_changed_is_saved_every_second_and_at_the_end()
    {
        var time = new FakeTimeProvider();
        var part = new Part();
        using var saving = new LateSaving([part], time, Microsoft.Extensions.Logging.Abstractions.NullLogger<LateSaving>.Instance);
        await saving.StartAsync(Cancel);
        Assert.Equal(1, part.Loaded);

        var first = part.NextSaving();
        time.Advance(TimeSpan.FromSeconds(1));
        await first.WaitAsync(Cancel);
        var second = part.NextSaving();
        time.Advance(TimeSpan.FromSeconds(1));
        await second.WaitAsync(Cancel);
        await saving.StopAsync(Cancel);

        Assert.Equal(3, part.Saved);
    }

    [Fact]
    public async Task A_full_disk_does_not_stop_the_saving()
    {
        var time = new FakeTimeProvider();
        var part = new Part { Fails = true };
        using var saving = new LateSaving([part], time, Microsoft.Extensions.Logging.Abstractions.NullLogger<LateSaving>.Instance);
        await saving.StartAsync(Cancel);

        await saving.SaveNowAsync();
        part.Fails = false;
        await saving.SaveNowAsync();

        Assert.Equal(2, part.Saved);
        await saving.StopAsync(Cancel);
    }

    /// <summary>Counts.</summary>
    private sealed class Part : ISavedLater
    {
        private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Loaded { get; private set; }

        public int Saved { get; private set; }

        public bool Fails { get; set; }

        public Task NextSaving() => (next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public Task LoadAsync(CancellationToken cancellationToken)
        {
            Loaded++;
            return Task.CompletedTask;
        }

        public Task SaveAsync(CancellationToken cancellationToken)
        {
            Saved++;
            next.TrySetResult();
            return Fails ? throw new IOException("full") : Task.CompletedTask;
        }
    }
}
