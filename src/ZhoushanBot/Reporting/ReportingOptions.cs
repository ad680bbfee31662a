namespace ZhoushanBot.Reporting;

/// <summary>What of the status is shown. Section <c>Reporting</c>.</summary>
internal sealed class ReportingOptions
{
    public const string Section = "Reporting";

    /// <summary>Areas are ranked against each other; else they stand in the notice's order.</summary>
    /// <value>True.</value>
    public bool ShowLeague { get; set; } = true;
}

internal static class ReportingRegistration
{
    /// <summary>Status, reports, review and chasing in the chat.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services)
    {
        services.AddOptions<ReportingOptions>().BindConfiguration(ReportingOptions.Section);
        return services
            .AddSingleton<StatusDesk>()
            .AddSingleton<RefusedActs>()
            .AddSingleton<Turns.ITurnPart, InternalTurns>()
            .AddSingleton<Turns.ITurnPart, DeadlineTurns>()
            .AddSingleton<Turns.ITurnPart, StatusTurns>()
            .AddSingleton<Turns.ITurnPart, ReportTurns>()
            .AddSingleton<Turns.ITurnPart, ReviewTurns>()
            .AddSingleton<Turns.ITurnPart, ChaseTurns>();
    }
}
