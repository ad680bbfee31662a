using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Lookup;

/// <summary>English names, and other forms in any script, of what the notices name: from name packs. What has none is shown in Chinese.</summary>
public sealed class EnglishNames
{
    /// <summary>No names at all.</summary>
    public static EnglishNames None { get; } = new();

    public IEnumerable<string> PlaceForms(string place) => [];

    public IEnumerable<string> AreaForms(string area) => [];

    public IEnumerable<string> OrganizationForms(string organization) => [];

    public IEnumerable<string> OfficialForms(string official) => [];

    /// <summary>English words of a task by which it can be found; empty when it has none.</summary>
    internal string SearchableTitle(Notice notice, WorkItem item) => string.Empty;

    /// <summary>English words of an annex row by which it can be found; empty when it has none.</summary>
    internal string SearchableRow(Notice notice, WorkItem item, AnnexRow row) => string.Empty;
}
