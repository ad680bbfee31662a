using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Tests.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>The shipped notice with its names, and the invented notices of another city and of a county, which have no names of their own.</summary>
internal static class Stores
{
    public static readonly DateTimeOffset Now = new(2024, 6, 3, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<WorkItemIndex> LazyShipped = new(() => WorkItemIndex.Build([ShippedFiles.Notice], ShippedFiles.Book, Synonyms.BuiltIn()));

    private static readonly Lazy<WorkItemIndex> LazySecond = new(() => Invented("qingyuan-2025-7.txt"));

    private static readonly Lazy<WorkItemIndex> LazyThird = new(() => Invented("yunting-2025-5.txt"));

    private static readonly Lazy<WorkItemIndex> LazyBoth = new(() => WorkItemIndex.Build([Read("qinglan-2025-7.txt"), ShippedFiles.Notice], ShippedFiles.Book, Synonyms.BuiltIn()));

    public static WorkItemIndex Shipped => LazyShipped.Value;

    public static WorkItemIndex Second => LazySecond.Value;

    public static WorkItemIndex Third => LazyThird.Value;

    /// <summary>The shipped notice and a newer one of another city, which has no English titles.</summary>
    public static WorkItemIndex Both => LazyBoth.Value;

    /// <summary>The store that a file of the corpus asks about.</summary>
    public static WorkItemIndex For(string file) =>
        file.StartsWith("second", StringComparison.Ordinal) ? Second : file.StartsWith("third", StringComparison.Ordinal) ? Third : file.StartsWith("both", StringComparison.Ordinal) ? Both : Shipped;

    private static WorkItemIndex Invented(string file) =>
        WorkItemIndex.Build([Read(file)], new NameBook([]), Synonyms.BuiltIn());

    private static NoticeContent Read(string file) => NoticeReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", file)));

    public static AssistantReply Ask(this WorkItemIndex index, string text, ConversationContext? context = null) =>
        Assistant.Reply(text, context ?? ConversationContext.Empty, index, Now);
}
