using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Connector;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Delivery;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Telemetry;
using Activity = ZhoushanBot.Activities.Activity;

namespace ZhoushanBot.Tests.Delivery.Crash;

/// <summary>
/// This program started once more as a process of its own, to be killed: the real store, worker, connector client and limits; it sends the outbox of a store to a
/// channel and says when nothing waits any more.
/// </summary>
internal static class DeliveryChild
{
    public const string Argument = "delivery-child";
    public const string Opening = "opening";
    public const string Drained = "drained";

    public static Process Start(string storePath, string serviceUrl, params string[] settings)
    {
        // Under "dotnet test" and under its own name alike the program stands beside its own assembly.
        var program = Path.Combine(AppContext.BaseDirectory, typeof(DeliveryChild).Assembly.GetName().Name!);
        return Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? $"{program}.exe" : program, [Argument, storePath, serviceUrl, .. settings])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var storePath, var serviceUrl, .. var settings])
        {
            return 64;
        }

        await SayAsync(Opening);
        using var file = LiteDbFile.Open(storePath);
        using var host = Build(file, serviceUrl, settings);
        var drained = new TaskCompletionSource();
        var status = host.Services.GetRequiredService<DeliveryStatus>();
        status.Changed += (_, _) =>
        {
            if (status.Current is { Activity: DeliveryActivity.Running, NextAt: null, Waiting: 0, IsIdle: true })
            {
                drained.TrySetResult();
            }
        };
        await host.StartAsync();
        await drained.Task;
        await host.StopAsync();
        await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{Drained} {PeakMegabytes()}"));
        return 0;
    }

    private static IHost Build(LiteDbFile file, string serviceUrl, string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddCommandLine(settings);
        builder.Services.AddLogging();
        builder.Services.AddMetrics();
        builder.Services
            .AddBotChannel(builder.Configuration.GetSection("Bot").Bind)
            .AddDelivery()
            .AddSingleton(file)
            .AddSingleton<IJournal>(new LiteDbJournal(file))
            .AddSingleton(new OfficeClock(TimeProvider.System))
            .AddSingleton<BotMeter>()
            .AddSingleton<IOutboxContent, TestContents>()
            .AddSingleton<IProactiveSender>(provider => new SenderTo(provider.GetRequiredService<ConnectorSender>(), serviceUrl));
        return builder.Build();
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static async Task SayAsync(string line)
    {
        await Console.Out.WriteLineAsync(line);
        await Console.Out.FlushAsync();
    }

    /// <summary>All conversations are at one service URL.</summary>
    private sealed class SenderTo(ConnectorSender connector, string serviceUrl) : IProactiveSender
    {
        public async Task<string?> SendAsync(ConversationAddress conversation, Activity activity, CancellationToken cancellationToken) =>
            await connector.SendAsync(
                activity.ApplyConversationReference(new ConversationReference
                {
                    ServiceUrl = serviceUrl,
                    ChannelId = conversation.ChannelId,
                    Conversation = new ConversationAccount { Id = conversation.ConversationId },
                    Bot = new ChannelAccount { Id = "bot" },
                }),
                cancellationToken);

        public Task UpdateAsync(ConversationAddress conversation, string activityId, Activity activity, CancellationToken cancellationToken) =>
            throw new UnreachableException();
    }
}

/// <summary>Messages that name their key, and tell when they may repeat.</summary>
internal sealed class TestContents : IOutboxContent
{
    public const string KindOfTest = "test";
    public const string MayRepeat = "may repeat";

    public string Kind => KindOfTest;

    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken) =>
        ValueTask.FromResult<Activity?>(new() { Type = ActivityTypes.Message, Text = $"{row.Message.Key}|{(row.MayRepeat ? MayRepeat : "")}" });

    /// <summary>Messages to as many recipients, all due.</summary>
    public static IEnumerable<OutboxMessage> Messages(int count, string channel) => Enumerable.Range(0, count)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}"))
        .Select(key => new OutboxMessage(key, new OutboxRecipient(channel, $"conversation-{key}", $"account-{key}", ""), KindOfTest, "{}", DateTimeOffset.UnixEpoch));
}
