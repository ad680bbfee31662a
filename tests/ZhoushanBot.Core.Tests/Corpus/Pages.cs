using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>An answer and all that "more" brings behind it.</summary>
internal static class Pages
{
    private const int Most = 40;

    public static IReadOnlyList<AssistantReply> Of(WorkItemIndex index, AssistantReply first)
    {
        var pages = new List<AssistantReply> { first };
        while (pages[^1].Answer.NextOffset > 0 && pages.Count < Most)
        {
            pages.Add(index.Ask(first.Language == ReplyLanguage.English ? "more" : "更多", pages[^1].Context));
        }

        return pages;
    }
}
