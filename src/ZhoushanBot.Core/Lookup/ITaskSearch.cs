using System.Collections.Immutable;

namespace ZhoushanBot.Core.Lookup;

/// <summary>
/// Finds tasks by the words in them: the last resort, for a question whose units, officials, areas and subjects were not recognised.
/// Immutable and safe for use by several threads at once: after an import a new one takes its place.
/// </summary>
public interface ITaskSearch
{
    /// <summary>The tasks that share words with a text, best first; of equal ones the earlier in its notice first.</summary>
    /// <param name="text">Any text, of any length; not a query language. Width, case and traditional characters do not matter.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <returns>Empty when no task shares a word with the text.</returns>
    ImmutableArray<SearchHit> Search(string text, int limit);
}

/// <summary>A task found by its words.</summary>
/// <param name="WorkItemId">The task, see <c>WorkItem.Id</c>.</param>
/// <param name="Score">How well it fits, above 0: comparable only within the hits of one search.</param>
/// <param name="Coverage">Share of the text's different words and character pairs that the task has, above 0 and at most 1: comparable between searches.</param>
public readonly record struct SearchHit(string WorkItemId, double Score, double Coverage);
