using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>How many conversations the bot remembers. Section <c>Conversation</c>.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How many conversations are remembered at once; beyond that the longest silent ones are forgotten.</summary>
    /// <value>10,000.</value>
    public int MaxContexts { get; set; } = 10_000;

    /// <summary>How many conversations' references are kept for messages of the bot's own accord; beyond that the longest silent ones are dropped.</summary>
    /// <value>50,000.</value>
    public int MaxReferences { get; set; } = 50_000;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class ConversationOptionsValidator : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        Positive(options.MaxContexts, nameof(options.MaxContexts), faults);
        Positive(options.MaxReferences, nameof(options.MaxReferences), faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Positive(int value, string key, List<string> faults)
    {
        if (value <= 0)
        {
            faults.Add($"{ConversationOptions.Section}:{key}（{value}）必须大于 0。 / {ConversationOptions.Section}:{key} ({value}) must be above 0.");
        }
    }
}
