using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Relay;

/// <summary>Has the running service carry out a command.</summary>
internal static class RelayClient
{
    /// <summary>Runs the command over there and shows what it says.</summary>
    /// <returns>Its exit code; null when no service answers, so that another program has the store.</returns>
    public static async Task<int?> TryRunAsync(StoreOptions store, string[] args, ReplyLanguage language)
    {
        if (ServiceMark.Read(store) is not { } mark)
        {
            return null;
        }

        // An import may take long; a service that is gone refuses at once.
        using var client = new HttpClient { BaseAddress = new Uri(mark.Url), Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Add(RelayEndpoint.KeyHeader, mark.Key);
        var command = new RelayedCommand(args, Environment.CurrentDirectory, language);
        try
        {
            using var response = await client.PostAsJsonAsync(RelayEndpoint.Path, command, RelayJson.Default.RelayedCommand);
            if (!response.IsSuccessStatusCode
                || await response.Content.ReadFromJsonAsync(RelayJson.Default.RelayedAnswer) is not { } answer)
            {
                return null;
            }

            await Console.Out.WriteAsync(answer.Output);
            await Console.Error.WriteAsync(answer.Error);
            return answer.ExitCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
