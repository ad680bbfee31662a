using System.Collections.Concurrent;
using System.Text.Json;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests;

/// <summary>A notice of the folder <c>Samples</c>: read once, and what a person expects of it.</summary>
internal sealed class Sample
{
    private const string ShippedName = "zhoushan-2024-13";
    private static readonly ConcurrentDictionary<string, Sample> Read = new(StringComparer.Ordinal);
    private readonly string name;

    private Sample(string name)
    {
        this.name = name;
        Bytes = File.ReadAllBytes(PathOf($"{name}.txt"));
        Content = NoticeReader.Read(Text);
    }

    /// <summary>The notice that the product ships.</summary>
    public static Sample Shipped => Named(ShippedName);

    public byte[] Bytes { get; }

    public string Text => Assert.IsType<DecodedNotice.Text>(NoticeDecoder.Decode(Bytes)).Value;

    public NoticeContent Content { get; }

    public static Sample Named(string name) => Read.GetOrAdd(name, n => new Sample(n));

    /// <summary>The one task of a list with that number in that section.</summary>
    public WorkItem Task(WorkListKind list, int section, int item) =>
        Assert.Single(Content.WorkItems, w => w.List == list && w.Section == section && w.Item == item);

    /// <summary>The one annex row of a list with that number and line.</summary>
    public AnnexRow Row(WorkListKind list, int number, int line = 1) =>
        Assert.Single(Content.WorkItems.Where(w => w.List == list).SelectMany(w => w.Rows), r => r.Number == number && r.Line == line);

    /// <summary>What a person found in the notice; <paramref name="part"/> names a second file of expectations.</summary>
    public JsonElement Expected(string part = "expected")
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{name}.{part}.json")));
        return json.RootElement.Clone();
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Samples", file);
}
