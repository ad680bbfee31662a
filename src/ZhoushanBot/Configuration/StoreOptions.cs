using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>Where everything durable lies. Section <c>Store</c>; <c>--data</c> overrides the folder.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The folder; made where missing.</summary>
    /// <value>A folder of its own in the user's local application data.</value>
    public string Folder { get; set; } = FolderOfThisUser();

    /// <summary>The store's file.</summary>
    public string File => Path.Combine(Path.GetFullPath(Folder), "zhoushanbot.db");

    private static string FolderOfThisUser()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length == 0 ? "" : Path.Combine(local, "ZhoushanBot");
    }
}

/// <summary>Finds every fault of the settings at once.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            faults.Add($"{StoreOptions.Section}:{nameof(options.Folder)} 未设置，且当前用户没有数据文件夹：请用 --data 指定。"
                + $" / {StoreOptions.Section}:{nameof(options.Folder)} is not set and this user has no data folder: give one with --data.");
        }
        else if (File.Exists(options.Folder))
        {
            faults.Add($"{StoreOptions.Section}:{nameof(options.Folder)}（{options.Folder}）是文件，不是文件夹。"
                + $" / {StoreOptions.Section}:{nameof(options.Folder)} ('{options.Folder}') is a file, not a folder.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
