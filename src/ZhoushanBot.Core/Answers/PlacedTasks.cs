using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>Which task somebody names by its place: "第三部分第7条", "省民生实事第5项", "section 3 item 7"; or by its id.</summary>
public static class PlacedTasks
{
    /// <summary>The tasks that are meant, in the index's order: one where the place is exact, several where it is not, none where nothing stands there.</summary>
    /// <param name="place">As typed.</param>
    /// <param name="index">The tasks.</param>
    /// <param name="now">When.</param>
    public static ImmutableArray<IndexedItem> Find(string place, WorkItemIndex index, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(index);
        if (index.Find(place.Trim()) is { } known)
        {
            return [known];
        }

        // A place is a place; whatever else was typed (a subject, a unit) must not choose a task whose deadline is then changed.
        var reading = new QuestionReader(index, ConversationContext.Empty, now).Read(place, ReplyLanguage.Chinese);
        return reading.Question is Question.Tasks { Filter: { Item: > 0 } filter } ? TaskSelection.Of(filter, index).Items : [];
    }
}
