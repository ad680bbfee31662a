using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Tests;

/// <summary>The real service in this process, with a store of its own.</summary>
public sealed class BotService : WebApplicationFactory<Program>
{
    private ScratchFolder data = new();
    private bool isLent;
    private readonly Dictionary<string, string?> settings = [];
    private readonly List<Action<IServiceCollection>> replacements = [];
    private LiteDbFile? store;

    public string DataFolder => data;

    /// <summary>Sets something before the first request.</summary>
    public BotService With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>On the data that another service left; whoever made the folder takes it away.</summary>
    public BotService On(ScratchFolder folder)
    {
        data.Dispose();
        (data, isLent) = (folder, true);
        return this;
    }

    /// <summary>Puts something in the place of a part before the first request.</summary>
    public BotService With(Action<IServiceCollection> replace)
    {
        replacements.Add(replace);
        return this;
    }

    /// <summary>Listens on a free port of this machine, so that requests come as from a browser.</summary>
    /// <returns>Its address.</returns>
    public Uri Listen()
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>Asks and waits for the replies.</summary>
    public async Task<JsonArray> AskAsync(string text, string conversation = "c", string user = "u", CancellationToken cancellationToken = default)
    {
        using var response = await PostAsync(Message(text, conversation, user), cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        return body!["activities"]!.AsArray();
    }

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var client = CreateClient();
        return await client.PostAsJsonAsync("/api/messages", activity, JsonSerializerOptions.Web, cancellationToken);
    }

    public static JsonObject Message(string text, string conversation = "c", string user = "u") => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "emulator",
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["deliveryMode"] = "expectReplies",
        ["from"] = new JsonObject { ["id"] = user },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = text,
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        settings["Store:Folder"] = data;
        builder.ConfigureAppConfiguration((_, configuration) => configuration.AddInMemoryCollection(settings));
        builder.ConfigureLogging(logging => logging.ClearProviders());

        // Ours to close: the service may still be closing its own when the factory says that it is gone.
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(store = LiteDbFile.Open(data["zhoushanbot.db"]));
            replacements.ForEach(replace => replace(services));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        store?.Dispose();
        if (!isLent)
        {
            data.Dispose();
        }
    }
}
