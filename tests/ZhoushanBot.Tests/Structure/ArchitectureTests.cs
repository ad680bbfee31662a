using System.Text.RegularExpressions;

namespace ZhoushanBot.Tests.Structure;

/// <summary>
/// Who may use whom. The table is read from top to bottom: a place may use places above it only, so that no circle can be written down.
/// A new folder needs a row; a new arrow needs a word in its row.
/// </summary>
public sealed partial class ArchitectureTests
{
    private const string Core = "ZhoushanBot.Core";
    private const string Wire = "ZhoushanBot.Activities";
    private const string Storage = "ZhoushanBot.Storage";
    private const string Host = "ZhoushanBot";

    private static readonly (string Place, string[] Uses)[] Table =
    [
        ($"{Core}.Language", []),
        ($"{Core}.Notices", [$"{Core}.Language"]),
        ($"{Core}.WorkItems", [$"{Core}.Language", $"{Core}.Notices"]),
        ($"{Core}.Lookup", [$"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems"]),
        ($"{Core}.WorkDays", [$"{Core}.Language"]),
        ($"{Core}.People", [$"{Core}.Language", $"{Core}.WorkItems", $"{Core}.WorkDays"]),
        ($"{Core}.Journal", [$"{Core}.People"]),
        ($"{Core}.Deadlines", [$"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.People", $"{Core}.Journal", $"{Core}.WorkDays"]),
        ($"{Core}.Progress",
            [$"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.People", $"{Core}.Journal", $"{Core}.WorkDays", $"{Core}.Deadlines"]),
        ($"{Core}.Questions", [$"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.Progress"]),
        ($"{Core}.Answers", [$"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.Questions", $"{Core}.Progress", $"{Core}.Deadlines"]),
        ($"{Core}.Subscriptions", [$"{Core}.Language", $"{Core}.People", $"{Core}.Journal", $"{Core}.WorkDays", $"{Core}.Questions"]),
        ($"{Core}.Status",
            [
                $"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.People", $"{Core}.Journal", $"{Core}.WorkDays", $"{Core}.Deadlines",
                $"{Core}.Progress", $"{Core}.Answers",
            ]),
        ($"{Core}.Reminders",
            [
                $"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.People", $"{Core}.Journal", $"{Core}.WorkDays", $"{Core}.Deadlines",
                $"{Core}.Progress", $"{Core}.Answers",
            ]),
        ($"{Core}.Cards",
            [
                $"{Core}.Language", $"{Core}.Notices", $"{Core}.WorkItems", $"{Core}.Lookup", $"{Core}.Questions", $"{Core}.People", $"{Core}.WorkDays", $"{Core}.Deadlines",
                $"{Core}.Progress", $"{Core}.Status", $"{Core}.Answers", $"{Core}.Reminders",
            ]),

        // The wire knows nothing of notices; its own folders share one namespace tree and are one concept, the channel.
        (Wire, []),
        ($"{Wire}.Authentication", [Wire]),
        ($"{Wire}.Connector", [Wire, $"{Wire}.Authentication"]),
        ($"{Wire}.Inbound", [Wire, $"{Wire}.Authentication", $"{Wire}.Connector"]),

        (Storage, []),
        ($"{Storage}.Documents", [Storage]),
        ($"{Storage}.LiteDb", [Storage, $"{Storage}.Documents", Core]),
        ($"{Storage}.FullText", [Storage, Core]),

        ($"{Host}.Configuration", [Wire]),
        ($"{Host}.Telemetry", []),
        ($"{Host}.Import", [$"{Host}.Configuration", $"{Host}.Telemetry", Core, Storage]),
        ($"{Host}.Saving", [$"{Host}.Telemetry", Storage]),
        ($"{Host}.Review", [$"{Host}.Configuration", $"{Host}.Saving", Core, Storage]),
        ($"{Host}.Model", [$"{Host}.Configuration", $"{Host}.Telemetry", Core]),
        ($"{Host}.Office", [$"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Import", Core]),
        ($"{Host}.SignIn", [$"{Host}.Configuration", $"{Host}.Telemetry"]),
        ($"{Host}.Signing", [Storage]),
        ($"{Host}.DirectLine", [$"{Host}.Signing", $"{Host}.Telemetry", $"{Host}.SignIn", Core, Wire, Storage]),
        ($"{Host}.Turns", [$"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Import", $"{Host}.Saving", $"{Host}.Review", $"{Host}.Office", $"{Host}.DirectLine", Core, Wire, Storage]),
        ($"{Host}.Reporting", [$"{Host}.Configuration", $"{Host}.Office", $"{Host}.Import", $"{Host}.Turns", Core]),
        ($"{Host}.Teams", []),
        ($"{Host}.Conversations", [$"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.DirectLine", Core, Wire, Storage]),
        ($"{Host}.People",
            [
                $"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Import", $"{Host}.Office", $"{Host}.DirectLine", $"{Host}.Turns", $"{Host}.Conversations",
                Core, Wire, Storage,
            ]),
        ($"{Host}.ChatPage", [$"{Host}.Configuration", $"{Host}.SignIn", $"{Host}.DirectLine", $"{Host}.People"]),
        ($"{Host}.Delivery", [$"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Conversations", Core, Wire, Storage]),
        ($"{Host}.Reminding",
            [
                $"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Import", $"{Host}.Office", $"{Host}.Turns", $"{Host}.Conversations", $"{Host}.Delivery",
                Core, Wire, Storage,
            ]),
        ($"{Host}.Subscriptions",
            [
                $"{Host}.Configuration", $"{Host}.Telemetry", $"{Host}.Office", $"{Host}.Turns", $"{Host}.Reporting", $"{Host}.Conversations", $"{Host}.Delivery", $"{Host}.Reminding",
                Core, Wire,
            ]),
        ($"{Host}.Ledger", [$"{Host}.Configuration", $"{Host}.Telemetry", Core, Storage]),
        ($"{Host}.Exports",
            [
                $"{Host}.Configuration", $"{Host}.Import", $"{Host}.Office", $"{Host}.SignIn", $"{Host}.Signing", $"{Host}.DirectLine", $"{Host}.Turns", Core, Wire, Storage,
            ]),
        ($"{Host}.Health", [$"{Host}.Configuration", $"{Host}.Import", $"{Host}.Office", $"{Host}.Delivery", $"{Host}.Reminding", $"{Host}.Ledger", Core]),
        ($"{Host}.Commands", [$"{Host}.Configuration", $"{Host}.Import", $"{Host}.Saving", $"{Host}.Review", $"{Host}.Office", $"{Host}.Turns", $"{Host}.Conversations", $"{Host}.Ledger", $"{Host}.Exports", $"{Host}.Reporting", $"{Host}.Reminding", $"{Host}.Teams", Core, Storage]),
        ($"{Host}.Relay", [$"{Host}.Configuration", $"{Host}.Import", $"{Host}.Commands", Core]),
    ];

    // The one file of a project that puts the parts together may name all of them.
    private static readonly string[] Assemblers = ["ZhoushanBot/Program.cs", "ZhoushanBot.Activities/BotChannel.cs", "ZhoushanBot.Activities/BotChannelOptions.cs"];

    private static readonly string[] BannedFolders =
    [
        "Services", "Managers", "Helpers", "Utils", "Utilities", "Common", "Shared", "Models", "DTOs", "Interfaces", "Constants", "Enums", "Extensions",
    ];

    [Fact]
    public void Every_row_uses_only_rows_above_it()
    {
        for (var row = 0; row < Table.Length; row++)
        {
            var above = Table.Take(row).Select(r => r.Place).ToHashSet(StringComparer.Ordinal);
            Assert.All(Table[row].Uses, used => Assert.Contains(above, place => IsWithin(place, used)));
        }
    }

    [Fact]
    public void Every_folder_of_the_source_has_a_row()
    {
        var known = Table.Select(row => row.Place).Append(Host).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(SourceTree.Files.Select(file => file.Place).Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void No_folder_uses_what_its_row_does_not_name()
    {
        var breaches =
            from file in SourceTree.Files
            where !Assemblers.Contains(file.Path, StringComparer.Ordinal)
            let row = Table.FirstOrDefault(r => r.Place == file.Place)
            where row.Uses is not null
            from used in NamespacesIn(file.Text)
            where used != file.Place && !file.Place.StartsWith($"{used}.", StringComparison.Ordinal) && !row.Uses.Any(allowed => IsWithin(used, allowed))
            select $"{file.Path} uses {used}";

        Assert.Empty(breaches.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_is_a_noun_of_the_domain()
    {
        Assert.Empty(SourceTree.Files.SelectMany(file => file.Path.Split('/')).Intersect(BannedFolders, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Projects_refer_to_one_another_as_the_table_says()
    {
        var references = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => ProjectReference().Matches(File.ReadAllText(project)).Select(m => $"{Path.GetFileNameWithoutExtension(project)} -> {m.Groups["name"].Value}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            "ZhoushanBot -> ZhoushanBot.Activities, ZhoushanBot -> ZhoushanBot.Core, ZhoushanBot -> ZhoushanBot.Storage, ZhoushanBot.Storage -> ZhoushanBot.Core",
            string.Join(", ", references));
    }

    private static bool IsWithin(string place, string allowed) => place == allowed || (allowed != Host && place.StartsWith($"{allowed}.", StringComparison.Ordinal));

    /// <summary>The places that a file names, by using or in full; the longest known one for each.</summary>
    private static IEnumerable<string> NamespacesIn(string text) =>
        from name in NamespaceUse().Matches(text).Select(match => match.Groups["name"].Value)
        let place = Table.Select(row => row.Place).Where(p => name == p || name.StartsWith($"{p}.", StringComparison.Ordinal)).MaxBy(p => p.Length)
        where place is not null
        select place;

    // "using ZhoushanBot.Core.Notices;", "ZhoushanBot.Core.Notices.Notice"; not the file's own "namespace ZhoushanBot.Core.Notices;".
    [GeneratedRegex(@"(?<!namespace )\b(?<name>ZhoushanBot(\.[A-Z][A-Za-z]*)+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamespaceUse();

    // "..\ZhoushanBot.Core\ZhoushanBot.Core.csproj"
    [GeneratedRegex(@"<ProjectReference Include=""[^""]*[\\/](?<name>[^""\\/]+)\.csproj""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ProjectReference();
}
