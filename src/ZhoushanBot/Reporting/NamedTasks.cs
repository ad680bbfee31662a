using System.Collections.Immutable;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Reporting;

/// <summary>The tasks that somebody's words name.</summary>
/// <param name="Tasks">In the index's order; empty for none, several where the words do not tell.</param>
/// <param name="Rest">What stands behind the place; empty for nothing, and where no place was named.</param>
/// <param name="IsPlace">They are named by place, number or id, and by nothing else.</param>
internal sealed record NamedTasks(ImmutableArray<IndexedItem> Tasks, string Rest, bool IsPlace)
{
    /// <summary>Reads them: the shortest beginning that is a place; else all of the words, as a question reads them.</summary>
    public static NamedTasks Of(string words, WorkItemIndex index, DateTimeOffset now, ReplyLanguage language)
    {
        var several = ImmutableArray<IndexedItem>.Empty;
        var behind = string.Empty;
        for (var at = 1; at <= words.Length; at++)
        {
            if ((at == words.Length || IsBreak(words[at])) && PlacedTasks.Find(words[..at], index, now) is { IsEmpty: false } found)
            {
                if (found is [_])
                {
                    // Once a number alone has named several, the words behind it have chosen one.
                    return new NamedTasks(found, words[at..].TrimStart(' ', '\t', '，', ',', '：', ':', '；', ';', '。'), several.IsEmpty);
                }

                (several, behind) = several.IsEmpty ? (found, words[at..].TrimStart(' ', '\t', '，', ',', '：', ':', '；', ';', '。')) : (several, behind);
            }
        }

        if (!several.IsEmpty)
        {
            return new NamedTasks(several, behind, true);
        }

        var answer = Assistant.Reply(words, ConversationContext.Empty, index, now, language).Answer;
        return new NamedTasks(answer.IsFound ? [.. answer.Shown.Select(index.Find).OfType<IndexedItem>()] : [], string.Empty, false);
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '，' or ',' or '：' or ':' or '；' or ';';
}
