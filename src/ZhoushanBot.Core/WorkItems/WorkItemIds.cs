using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Core.WorkItems;

/// <summary>Gives each task of a notice its id "notice/list/section.item".</summary>
internal sealed class WorkItemIds(string noticeId)
{
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<(WorkListKind, int), int> countInSection = [];

    /// <summary>
    /// The next task's id. Clauses of the provincial prose have no number of their own, and that of their annex row may be shared: they go by
    /// their place in the section, as does every task without a number.
    /// </summary>
    public string Next(WorkListKind list, int section, int number)
    {
        var place = countInSection.GetValueOrDefault((list, section)) + 1;
        countInSection[(list, section)] = place;
        var id = $"{noticeId}/{TaskExport.NameOf(list)}/{section}.{(number > 0 && list != WorkListKind.ProvincialProjects ? number : place)}";

        // Numbering that starts again under one heading would make two tasks one.
        var use = uses.GetValueOrDefault(id) + 1;
        uses[id] = use;
        return use == 1 ? id : $"{id}-{use}";
    }
}
