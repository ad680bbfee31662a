using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ZhoushanBot.Activities;
using ZhoushanBot.Activities.Inbound;

namespace ZhoushanBot.Benchmarks;

/// <summary>What the service is measured beside; each runs until it is stopped.</summary>
internal static class BareServers
{
    /// <summary>Kestrel and System.Text.Json, nothing else: reads a message, answers in the shape of expectReplies.</summary>
    public static Task RunEchoAsync(string url)
    {
        var service = Slim(url).Build();
        service.Run(async http =>
        {
            var message = await http.Request.ReadFromJsonAsync(BareJson.Default.BareMessage, http.RequestAborted);
            var echo = new BareMessage("message", message?.Id, $"Echo: {message?.Text}");
            await http.Response.WriteAsJsonAsync(new BareReplies([echo]), BareJson.Default.BareReplies, cancellationToken: http.RequestAborted);
        });
        return service.RunAsync();
    }

    /// <summary>Our adapter with a bot that only echoes: what the protocol costs.</summary>
    public static Task RunAdapterAsync(string url)
    {
        var builder = Slim(url);
        builder.Services.AddSingleton<ITurnHandler, EchoTurns>();
        builder.Services.AddBotChannel(_ => { });
        var service = builder.Build();
        service.MapBotChannel();
        return service.RunAsync();
    }

    /// <summary>A channel that takes every reply; GET /count tells how many.</summary>
    public static Task RunConnectorAsync(string url)
    {
        var count = 0L;
        var service = Slim(url).Build();
        service.Run(async http =>
        {
            if (HttpMethods.IsGet(http.Request.Method))
            {
                await http.Response.WriteAsync($"{Interlocked.Read(ref count)}", http.RequestAborted);
                return;
            }

            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            Interlocked.Increment(ref count);
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"id":"1"}""", http.RequestAborted);
        });
        return service.RunAsync();
    }

    private static WebApplicationBuilder Slim(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        return builder;
    }

    private sealed class EchoTurns : ITurnHandler
    {
        public async ValueTask<InvokeResponse?> OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
        {
            await turn.SendAsync($"Echo: {turn.Text}", cancellationToken);
            return null;
        }
    }
}

internal sealed record BareMessage(string? Type, string? Id, string? Text);

internal sealed record BareReplies(BareMessage[] Activities);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BareMessage))]
[JsonSerializable(typeof(BareReplies))]
internal sealed partial class BareJson : JsonSerializerContext;
