using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>How many conversations the bot remembers. Section <c>Conversation</c>.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>How many conversations are remembered at once; beyond that the longest silent ones are forgotten.</summary>
    /// <value>10,000.</value>
    public int MaxContexts { get; set; } = 10_000;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class ConversationOptionsValidator : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.MaxContexts > 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{ConversationOptions.Section}:{nameof(options.MaxContexts)}（{options.MaxContexts}）必须大于 0。"
                + $" / {ConversationOptions.Section}:{nameof(options.MaxContexts)} ({options.MaxContexts}) must be above 0.");
    }
}
