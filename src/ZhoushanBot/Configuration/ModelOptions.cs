using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>A language model that may put a question which found no answer into plainer words. Section <c>Model</c>; off while no endpoint is set.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Model";

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Address of an OpenAI-compatible API, up to and with its <c>/v1</c>; null for no model, and no call to anywhere.</summary>
    /// <value>Null.</value>
    public string? Endpoint { get; set; }

    /// <summary>Name of the model.</summary>
    public string Model { get; set; } = "";

    /// <summary>Key for the endpoint; may be empty where it asks for none.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>How long a person waits for the model before the ordinary answer is given: at most ten seconds, for channels wait fifteen.</summary>
    /// <value>Four seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Whether the timeout is one that a channel can bear.</summary>
    internal bool IsTimeoutBearable => Timeout > TimeSpan.Zero && Timeout <= LongestTimeout;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            return ValidateOptionsResult.Success;
        }

        var faults = new List<string>();
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
            || (endpoint.Scheme != Uri.UriSchemeHttps && !(endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)))
        {
            faults.Add($"{ModelOptions.Section}:{nameof(options.Endpoint)}（{options.Endpoint}）必须是 https:// 地址，本机可以是 http://。"
                + $" / {ModelOptions.Section}:{nameof(options.Endpoint)} ({options.Endpoint}) must be an https:// address, or http:// on this machine.");
        }

        if (string.IsNullOrWhiteSpace(options.Model))
        {
            faults.Add($"{ModelOptions.Section}:{nameof(options.Model)} 未设置：请写明模型名称。 / {ModelOptions.Section}:{nameof(options.Model)} is not set: name the model.");
        }

        if (!options.IsTimeoutBearable)
        {
            faults.Add($"{ModelOptions.Section}:{nameof(options.Timeout)}（{options.Timeout}）必须大于 0，不超过 10 秒。"
                + $" / {ModelOptions.Section}:{nameof(options.Timeout)} ({options.Timeout}) must be above 0 and at most 10 seconds.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
