using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>What is imported of its own accord. Section <c>Import</c>.</summary>
internal sealed class ImportOptions
{
    public const string Section = "Import";

    /// <summary>The notice that the service imports when its store is empty; relative to the program's own folder. Empty: none.</summary>
    /// <value>The notice that is shipped.</value>
    public string FirstNotice { get; set; } = Path.Combine("Data", "zhoushan-2024-13.txt");

    /// <summary>Full path of <see cref="FirstNotice"/>; null for none.</summary>
    public string? FirstNoticePath => FirstNotice.Length == 0 ? null : Path.Combine(AppContext.BaseDirectory, FirstNotice);
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class ImportOptionsValidator : IValidateOptions<ImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.FirstNoticePath is { } path && !File.Exists(path)
            ? ValidateOptionsResult.Fail(
                $"{ImportOptions.Section}:{nameof(options.FirstNotice)}：没有文件 {path}。 / {ImportOptions.Section}:{nameof(options.FirstNotice)}: there is no file '{path}'.")
            : ValidateOptionsResult.Success;
    }
}
