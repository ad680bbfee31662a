using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Relay;

/// <summary>How a command finds the service that has its store: a file beside it, readable by its owner alone.</summary>
/// <param name="Url">Where the service listens on this machine.</param>
/// <param name="Key">Whoever can read the store's folder may have commands run.</param>
internal sealed record ServiceMark(string Url, string Key)
{
    private const string FileName = "service.json";

    /// <summary>Reads the mark of a folder; null when no service left one.</summary>
    public static ServiceMark? Read(StoreOptions store)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(FileIn(store)), RelayJson.Default.ServiceMark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Leaves the mark.</summary>
    public void Write(StoreOptions store)
    {
        Remove(store);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(FileIn(store), options);
        JsonSerializer.Serialize(file, this, RelayJson.Default.ServiceMark);
    }

    /// <summary>Takes it away.</summary>
    public static void Remove(StoreOptions store) => File.Delete(FileIn(store));

    private static string FileIn(StoreOptions store) => Path.Combine(Path.GetDirectoryName(store.File)!, FileName);
}

/// <summary>The key of this run of the service.</summary>
internal sealed class RelayKey
{
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Leaves the mark once the service listens, and takes it away when it stops.</summary>
internal sealed class ServiceMarkKeeper(IServer server, RelayKey key, IOptions<StoreOptions> store, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            if (LocalUrl() is { } url)
            {
                new ServiceMark(url, key.Value).Write(store.Value);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        ServiceMark.Remove(store.Value);
        return Task.CompletedTask;
    }

    private string? LocalUrl() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(address => address.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//[::1]", StringComparison.Ordinal))
        .FirstOrDefault(address => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback);
}

/// <summary>A command for the service.</summary>
/// <param name="Args">As typed, settings taken out.</param>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Language">Of the terminal.</param>
internal sealed record RelayedCommand(string[] Args, string Folder, ReplyLanguage Language);

/// <summary>What came of it.</summary>
internal sealed record RelayedAnswer(int ExitCode, string Output, string Error);

[JsonSerializable(typeof(ServiceMark))]
[JsonSerializable(typeof(RelayedCommand))]
[JsonSerializable(typeof(RelayedAnswer))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class RelayJson : JsonSerializerContext;
