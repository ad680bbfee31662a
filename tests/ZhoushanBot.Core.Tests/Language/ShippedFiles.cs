using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Language;

/// <summary>The notice that the product ships, read once, and the pack of names beside it.</summary>
internal static class ShippedFiles
{
    private static readonly Lazy<NoticeContent> LazyNotice = new(() => NoticeReader.Read(File.ReadAllText(PathOf("zhoushan-2024-13.txt"))));
    private static readonly Lazy<NamePack> LazyPack = new(() => NamePack.Read(File.ReadAllBytes(PathOf("zhoushan-2024-13.names.json"))));

    public static NoticeContent Notice => LazyNotice.Value;

    public static NamePack Pack => LazyPack.Value;

    public static NameBook Book { get; } = new([Pack]);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Shipped", file);
}
