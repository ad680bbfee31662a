using Microsoft.Extensions.Options;

namespace ZhoushanBot.DirectLine;

/// <summary>The built-in Direct Line, by which the chat page talks with the bot. Section <c>DirectLine</c>.</summary>
internal sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Whether there is one at all.</summary>
    /// <value>True.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How the outside reaches this service, such as https://bot.example, when a proxy stands before it; empty for what a request itself says.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Origins of other sites whose pages may embed the chat.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How long a token is good; clients have it renewed before.</summary>
    /// <value>Half an hour.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long tokens can be renewed; after that a person signs in again.</summary>
    /// <value>Twelve hours.</value>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long one frame may take before its socket is given up.</summary>
    /// <value>Ten seconds.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most conversations in memory; beyond that the longest silent ones without a reader are forgotten.</summary>
    /// <value>10,000.</value>
    public int MaxConversations { get; set; } = 10_000;

    /// <summary>Most open sockets.</summary>
    /// <value>5,000.</value>
    public int MaxSockets { get; set; } = 5_000;

    /// <summary>Most activities that a conversation keeps for a reader who comes back.</summary>
    /// <value>100.</value>
    public int MaxKeptActivities { get; set; } = 100;

    /// <summary>Most bytes that all conversations together keep.</summary>
    /// <value>64 MiB.</value>
    public int MaxKeptBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Largest body of a posted activity, in bytes.</summary>
    /// <value>64 KiB.</value>
    public int MaxBodyBytes { get; set; } = 64 * 1024;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        void Demand(bool isRight, string key, object value, string chinese, string english)
        {
            if (!isRight)
            {
                faults.Add($"{DirectLineOptions.Section}:{key}（{value}）{chinese} / {DirectLineOptions.Section}:{key} ({value}) {english}");
            }
        }

        void Positive(bool isPositive, string key, object value) => Demand(isPositive, key, value, "必须大于 0。", "must be above 0.");

        Positive(options.TokenLifetime > TimeSpan.Zero, nameof(options.TokenLifetime), options.TokenLifetime);
        Positive(options.SendTimeout > TimeSpan.Zero, nameof(options.SendTimeout), options.SendTimeout);
        Positive(options.MaxConversations > 0, nameof(options.MaxConversations), options.MaxConversations);
        Positive(options.MaxSockets > 0, nameof(options.MaxSockets), options.MaxSockets);
        Positive(options.MaxKeptActivities > 0, nameof(options.MaxKeptActivities), options.MaxKeptActivities);
        Positive(options.MaxKeptBytes > 0, nameof(options.MaxKeptBytes), options.MaxKeptBytes);
        Positive(options.MaxBodyBytes > 0, nameof(options.MaxBodyBytes), options.MaxBodyBytes);
        Demand(options.SessionLifetime >= options.TokenLifetime, nameof(options.SessionLifetime), options.SessionLifetime,
            $"不能短于 {nameof(options.TokenLifetime)}。", $"must not be below {nameof(options.TokenLifetime)}.");
        Demand(options.PublicUrl.Length == 0 || IsOrigin(options.PublicUrl.TrimEnd('/')), nameof(options.PublicUrl), options.PublicUrl,
            "必须形如 https://bot.example。", "must look like https://bot.example.");
        foreach (var origin in options.AllowedOrigins)
        {
            Demand(IsOrigin(origin), nameof(options.AllowedOrigins), origin, "必须形如 https://site.example。", "must look like https://site.example.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
        && string.Equals(url.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
}
