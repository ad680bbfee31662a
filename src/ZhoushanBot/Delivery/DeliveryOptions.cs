using Microsoft.Extensions.Options;

namespace ZhoushanBot.Delivery;

/// <summary>How the outbox is sent. Section <c>Delivery</c>. How fast a channel may be spoken to is the channel's own matter: <c>Bot:Connector</c>.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>How many messages may be on their way at once, each to another conversation; half of them at most are retries.</summary>
    /// <value>32.</value>
    public int Parallel { get; set; } = 32;

    /// <summary>The first pause before a retry; it doubles each time, and up to half of it is taken off at random.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest such pause. What the channel asks for is kept even when it is longer.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after its due time a message is tried again; then it is dead. Long enough for an outage over a weekend.</summary>
    /// <value>3 days.</value>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long nothing is sent after the channel refused the bot itself; then one more try is made.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan PauseWhenRefused { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a stop waits for answers under way. What is cut off then may repeat.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (options.Parallel is < 1 or > 1000)
        {
            faults.Add($"{DeliveryOptions.Section}:{nameof(options.Parallel)}（{options.Parallel}）必须在 1 到 1000 之间。"
                + $" / {DeliveryOptions.Section}:{nameof(options.Parallel)} ({options.Parallel}) must be from 1 to 1000.");
        }

        AddUnlessPositive(nameof(options.RetryDelay), options.RetryDelay);
        AddUnlessPositive(nameof(options.GiveUpAfter), options.GiveUpAfter);
        AddUnlessPositive(nameof(options.PauseWhenRefused), options.PauseWhenRefused);
        AddUnlessPositive(nameof(options.StopGrace), options.StopGrace);
        if (options.MaxRetryDelay < options.RetryDelay)
        {
            faults.Add($"{DeliveryOptions.Section}:{nameof(options.MaxRetryDelay)}（{options.MaxRetryDelay}）不得小于 {nameof(options.RetryDelay)}（{options.RetryDelay}）。"
                + $" / {DeliveryOptions.Section}:{nameof(options.MaxRetryDelay)} ({options.MaxRetryDelay}) must not be below {nameof(options.RetryDelay)} ({options.RetryDelay}).");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void AddUnlessPositive(string option, TimeSpan value)
        {
            if (value <= TimeSpan.Zero)
            {
                faults.Add($"{DeliveryOptions.Section}:{option}（{value}）必须大于 0。 / {DeliveryOptions.Section}:{option} ({value}) must be above 0.");
            }
        }
    }
}
