using System.Globalization;
using ZhoushanBot.Commands;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Tests.Exports;

/// <summary>Commands at a terminal on a day of 2024, with a copy of a store.</summary>
internal sealed class AtTheTerminal : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly ReplyLanguage language;

    public AtTheTerminal(string store, ReplyLanguage language)
    {
        this.language = language;
        Directory.CreateDirectory(Store);
        foreach (var path in Directory.GetFiles(store))
        {
            File.Copy(path, Path.Combine(Store, Path.GetFileName(path)));
        }
    }

    public string Store => folder["store"];

    public string this[string name] => folder[name];

    public void Dispose() => folder.Dispose();

    public async Task<CommandRun> RunAsync(string day, params string[] args)
    {
        var clock = new OfficeClock(TimeProvider.System, new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(9, 0)), OfficeClock.Offset));
        var surroundings = new CommandSurroundings
        {
            OpenAsync = (_, cancel) => OpenStore.OfAsync(new StoreOptions { Folder = Store }, new QuestionOptions(), clock, cancel),
            Clock = clock,
            Text = CommandText.In(language),
            Folder = folder,
        };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Of(surroundings).RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
