using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Model;

/// <summary>
/// Asks a language model for plainer words. It gets the question and the names that the notices name, no answer, no context and nobody's name.
/// Whatever goes wrong over there, the person gets the ordinary answer within the timeout.
/// </summary>
internal sealed class ModelReadings : IReadingProposer, IDisposable
{
    private const int LongestQuestion = 200;
    private const int MostTokens = 100;
    private const int MostAtOnce = 4;

    private readonly HttpClient http;
    private readonly IChatClient client;
    private readonly SemaphoreSlim slots = new(MostAtOnce);
    private readonly TimeSpan timeout;
    private readonly TimeProvider time;
    private readonly ILogger<ModelReadings> logger;

    public ModelReadings(ModelOptions options, TimeProvider time, ILogger<ModelReadings> logger)
    {
        timeout = options.Timeout;
        this.time = time;
        this.logger = logger;

        // A redirect would carry the question to somebody whom nobody named.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint!),
            NetworkTimeout = timeout,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(http),
        };
        client = new OpenAIClient(new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : "none"), settings).GetChatClient(options.Model).AsIChatClient();
    }

    /// <inheritdoc/>
    public async Task<string?> ProposeAsync(string question, ReplyLanguage language, WorkItemIndex index, CancellationToken cancellationToken)
    {
        if (!await slots.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            Log.NoProposal(logger, "busy");
            return null;
        }

        try
        {
            using var patience = new CancellationTokenSource(timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var options = new ChatOptions { Temperature = 0, MaxOutputTokens = MostTokens };
            ChatMessage[] messages =
            [
                new(ChatRole.System, ModelPrompt.Of(language, index)),
                new(ChatRole.User, question.Length <= LongestQuestion ? question : question[..LongestQuestion]),
            ];
            var response = await client.GetResponseAsync(messages, options, either.Token).WaitAsync(either.Token);
            return ModelPrompt.QuestionIn(response.Text);
        }
#pragma warning disable CA1031 // Whatever a foreign service or its client does, the person gets the ordinary answer.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NoProposal(logger, e.GetType().Name);
            return null;
        }
        finally
        {
            slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
        slots.Dispose();
    }
}

internal static class ModelRegistration
{
    /// <summary>The proposer where an endpoint is set, else none: then nothing here ever touches the network.</summary>
    public static IServiceCollection AddModel(this IServiceCollection services) => services.AddSingleton<IReadingProposer>(provider =>
        provider.GetRequiredService<IOptions<ModelOptions>>().Value is { Endpoint.Length: > 0 } options
            ? new ModelReadings(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelReadings>>())
            : null!);
}
