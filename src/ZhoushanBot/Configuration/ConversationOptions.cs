using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>How long the bot remembers what a conversation is about. Section <c>Conversation</c>.</summary>
internal sealed class ConversationOptions
{
    public const string Section = "Conversation";

    /// <summary>After so long a silence a question stands alone again.</summary>
    /// <value>30 minutes.</value>
    public TimeSpan ContextExpiry { get; set; } = TimeSpan.FromMinutes(30);

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
        var faults = new List<string>();
        if (options.ContextExpiry <= TimeSpan.Zero)
        {
            faults.Add(MustBePositive(nameof(options.ContextExpiry), options.ContextExpiry.ToString()));
        }

        if (options.MaxContexts <= 0)
        {
            faults.Add(MustBePositive(nameof(options.MaxContexts), $"{options.MaxContexts}"));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string MustBePositive(string name, string value) =>
        $"{ConversationOptions.Section}:{name}（{value}）必须大于 0。 / {ConversationOptions.Section}:{name} ({value}) must be above 0.";
}
