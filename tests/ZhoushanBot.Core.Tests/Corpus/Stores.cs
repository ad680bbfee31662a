using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>Two stores: the shipped notice with its names, and the invented notice of another city, which has no names of its own.</summary>
internal static class Stores
{
    public static readonly DateTimeOffset Now = new(2024, 6, 3, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<WorkItemIndex> LazyShipped = new(() => WorkItemIndex.Build([ShippedFiles.Notice], ShippedFiles.Book, Synonyms.BuiltIn()));

    private static readonly Lazy<WorkItemIndex> LazySecond = new(() => WorkItemIndex.Build(
        [NoticeReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "qingyuan-2025-7.txt")))], new NameBook([]), Synonyms.BuiltIn()));

    public static WorkItemIndex Shipped => LazyShipped.Value;

    public static WorkItemIndex Second => LazySecond.Value;

    /// <summary>The store that a file of the corpus asks about.</summary>
    public static WorkItemIndex For(string file) => file.StartsWith("second", StringComparison.Ordinal) ? Second : Shipped;

    public static AssistantReply Ask(this WorkItemIndex index, string text, ConversationContext? context = null) =>
        Assistant.Reply(text, context ?? ConversationContext.Empty, index, Now);
}
