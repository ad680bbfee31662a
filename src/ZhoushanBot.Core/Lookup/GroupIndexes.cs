namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// The indexes of the groups asked about lately, each built when it is first asked: a store of many cities and years costs memory for those that
/// people ask about, and every answer comes from an index as small as a single notice's. Safe for several threads.
/// </summary>
/// <param name="build">Builds the index of a group; may run twice for one group, with the same result.</param>
internal sealed class GroupIndexes(Func<NoticeGroup, WorkItemIndex> build)
{
    /// <summary>Tasks in all the indexes that are kept: some 10 KB each.</summary>
    private const int MostTasks = 40_000;

    private readonly Lock gate = new();
    private readonly Dictionary<int, LinkedListNode<(int Group, WorkItemIndex Index)>> known = [];
    private readonly LinkedList<(int Group, WorkItemIndex Index)> latest = [];
    private int tasks;

    public WorkItemIndex Of(NoticeGroup group)
    {
        lock (gate)
        {
            if (known.TryGetValue(group.Ordinal, out var node))
            {
                latest.Remove(node);
                latest.AddFirst(node);
                return node.Value.Index;
            }
        }

        // Outside the lock: a question about another group need not wait.
        return Keep(group, build(group));
    }

    private WorkItemIndex Keep(NoticeGroup group, WorkItemIndex index)
    {
        lock (gate)
        {
            if (known.TryGetValue(group.Ordinal, out var node))
            {
                return node.Value.Index;
            }

            known.Add(group.Ordinal, latest.AddFirst((group.Ordinal, index)));
            tasks += index.TaskCount;
            while (tasks > MostTasks && latest.Count > 1)
            {
                var (oldest, leaving) = latest.Last!.Value;
                latest.RemoveLast();
                known.Remove(oldest);
                tasks -= leaving.TaskCount;
            }

            return index;
        }
    }
}
