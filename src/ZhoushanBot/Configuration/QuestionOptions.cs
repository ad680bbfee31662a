using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>What is kept of questions that found no answer, and of answers that somebody judged. Section <c>Questions</c>.</summary>
internal sealed class QuestionOptions
{
    public const string Section = "Questions";

    /// <summary>Whether the channel's id of whoever asked or judged is kept beside the question.</summary>
    /// <value>False.</value>
    public bool KeepAsker { get; set; }

    /// <summary>How many days after it was last asked a question is kept.</summary>
    /// <value>180.</value>
    public int KeepDays { get; set; } = 180;

    /// <summary>How many different questions are kept; beyond that the rarest and oldest go.</summary>
    /// <value>2,000.</value>
    public int MaxKept { get; set; } = 2_000;

    /// <summary>How many answers can still be judged; in memory only.</summary>
    /// <value>2,000.</value>
    public int MaxAnswers { get; set; } = 2_000;
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class QuestionOptionsValidator : IValidateOptions<QuestionOptions>
{
    public ValidateOptionsResult Validate(string? name, QuestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        Hold(nameof(options.KeepDays), options.KeepDays, 3_650, faults);
        Hold(nameof(options.MaxKept), options.MaxKept, 100_000, faults);
        Hold(nameof(options.MaxAnswers), options.MaxAnswers, 100_000, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Hold(string setting, int value, int most, List<string> faults)
    {
        if (value < 1 || value > most)
        {
            faults.Add($"{QuestionOptions.Section}:{setting}（{value}）必须在 1 到 {most} 之间。 / {QuestionOptions.Section}:{setting} ({value}) must be from 1 to {most}.");
        }
    }
}
