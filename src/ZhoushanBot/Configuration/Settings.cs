using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace ZhoushanBot.Configuration;

/// <summary>
/// Where settings come from, weakest first: <c>appsettings.json</c> beside the program, environment variables (<c>Store__Folder</c>),
/// arguments (<c>--Store:Folder=…</c>), options of a command (<c>--data</c>). Every command reads the same ones.
/// </summary>
internal static class Settings
{
    private static readonly string[] HostKeys = ["environment", "contentRoot", "applicationName"];

    /// <summary>Takes the settings out of the arguments, so that the rest can be held to the command's own options.</summary>
    public static (ImmutableArray<string> Settings, string[] Others) Split(IReadOnlyCollection<string> args)
    {
        var settings = args.Where(IsSetting).ToImmutableArray();
        return (settings, [.. args.Where(arg => !IsSetting(arg))]);
    }

    /// <summary>The settings for a command that has no service around it.</summary>
    public static IConfiguration Read(IEnumerable<string> settings) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine([.. settings])
        .Build();

    /// <summary>The store that a command without a service works on.</summary>
    /// <exception cref="OptionsValidationException">It cannot be told.</exception>
    public static StoreOptions Store(IConfiguration configuration, string? folder)
    {
        var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        options.Folder = folder ?? options.Folder;
        var verdict = new StoreOptionsValidator().Validate(null, options);
        return verdict.Failed ? throw new OptionsValidationException(StoreOptions.Section, typeof(StoreOptions), verdict.Failures) : options;
    }

    /// <summary>The bounds of the question log, for a command without a service.</summary>
    /// <exception cref="OptionsValidationException">They are none.</exception>
    public static QuestionOptions Questions(IConfiguration configuration)
    {
        var options = configuration.GetSection(QuestionOptions.Section).Get<QuestionOptions>() ?? new QuestionOptions();
        var verdict = new QuestionOptionsValidator().Validate(null, options);
        return verdict.Failed ? throw new OptionsValidationException(QuestionOptions.Section, typeof(QuestionOptions), verdict.Failures) : options;
    }

    /// <summary>Puts all options of the service in place; a fault in any of them stops its start.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateOnStart();
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.Section).ValidateOnStart();
        services.AddOptions<ClockOptions>().BindConfiguration(ClockOptions.Section).ValidateOnStart();
        services.AddOptions<ConversationOptions>().BindConfiguration(ConversationOptions.Section).ValidateOnStart();
        services.AddOptions<QuestionOptions>().BindConfiguration(QuestionOptions.Section).ValidateOnStart();
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QuestionOptions>, QuestionOptionsValidator>();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>();
        services.AddSingleton<IValidateOptions<ConversationOptions>, ConversationOptionsValidator>();
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsValidator>();
        services.AddSingleton(provider =>
            new OfficeClock(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<ClockOptions>>().Value.Start));
        return services;
    }

    private static bool IsSetting(string arg)
    {
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        if (end < 0 || !arg.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var key = arg[2..end];
        return key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
