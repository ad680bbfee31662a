using System.Collections.Immutable;
using System.CommandLine;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Commands;

/// <summary>
/// <c>demo --year YEAR</c>: writes a year of invented reports into the journal, so that a newcomer sees living status cards. Never beside real ones unless forced.
/// </summary>
internal static class DemoCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var words = DemoText.In(surroundings.Text.Language);
        var year = new Option<int>("--year") { Description = words.Year, HelpName = "YEAR", Required = true };
        var seed = new Option<int>("--seed") { Description = words.Seed, HelpName = "NUMBER" };
        var force = new Option<bool>("--force") { Description = words.Force };
        var command = new Command("demo", words.Demo) { year, seed, force };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            surroundings, words, parsed, parsed.GetRequiredValue(year), parsed.GetValue(seed), parsed.GetValue(force), parsed.GetValue(data), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandSurroundings surroundings, DemoText words, ParseResult parsed, int year, int seed, bool isForced, string? data, CancellationToken cancellationToken)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        using var opened = await surroundings.OpenAsync(data, cancellationToken);
        if (opened.Archive.Current.Notices.FirstOrDefault(n => n.Notice.Year == year) is not { } notice)
        {
            await error.WriteLineAsync(words.NoNotice(year, [.. opened.Archive.Current.Notices.Select(n => n.Notice.Year).Distinct()]));
            return ExitCode.NothingFound;
        }

        await opened.Book.LoadAsync(cancellationToken);
        var (invented, real) = Count(opened.Book.Current.Progress, notice);
        if (invented > 0)
        {
            await error.WriteLineAsync(words.AlreadyThere(year, invented));
            return ExitCode.NothingFound;
        }

        if (real > 0 && !isForced)
        {
            await error.WriteLineAsync(words.RealReports(year, real));
            return ExitCode.Declined;
        }

        var now = surroundings.Clock.Now;
        var lines = await opened.Book.RecordAsync(
            state => Count(state.Progress, notice).Invented > 0 ? [] : [.. DemoYear.Of(notice, seed, state.Sequence).Where(e => e.At <= now).Select(e => (e.At, e.By, e.Event))], CancellationToken.None);
        await output.WriteLineAsync(words.Written(notice.Notice.DocumentNumber, lines));
        return ExitCode.Done;
    }

    private static (int Invented, int Real) Count(ProgressBook book, NoticeContent notice)
    {
        var lines = notice.WorkItems.SelectMany(item => book.Of(item.Id).History).ToList();
        var invented = lines.Count(line => line.By.Name.Contains(DemoYear.Label, StringComparison.Ordinal));
        return (invented, lines.Count - invented);
    }

    private abstract class DemoText
    {
        public abstract string Demo { get; }

        public abstract string Year { get; }

        public abstract string Seed { get; }

        public abstract string Force { get; }

        public static DemoText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? new Chinese() : new English();

        public abstract string NoNotice(int year, ImmutableArray<int> years);

        public abstract string AlreadyThere(int year, int lines);

        public abstract string RealReports(int year, int lines);

        public abstract string Written(string notice, int lines);

        private sealed class Chinese : DemoText
        {
            public override string Demo => "写入一年的虚构进展（演示数据），供试看状态卡片";

            public override string Year => "为哪一年的通知编造";

            public override string Seed => "换一个数就是另一年；默认 0";

            public override string Force => "库里已有真实填报时也写入";

            public override string NoNotice(int year, ImmutableArray<int> years) =>
                $"库里没有{year}年的通知{(years.IsEmpty ? "" : $"，只有：{string.Join('、', years)}年")}。请先导入，或换一个年份。";

            public override string AlreadyThere(int year, int lines) => $"{year}年已有演示数据（{lines} 条），没有再写。要重来，请换一个数据文件夹（--data）。";

            public override string RealReports(int year, int lines) =>
                $"库里已有{year}年的真实填报（{lines} 条），没有写入演示数据。请换一个数据文件夹（--data）；确要混在一起，加 --force。";

            public override string Written(string notice, int lines) => $"已为{notice}写入 {lines} 条演示数据，都注明“{DemoYear.Label}”。在聊天里问：全市进展";
        }

        private sealed class English : DemoText
        {
            public override string Demo => "write a year of invented progress, to look at status cards";

            public override string Year => "of which year's notice";

            public override string Seed => "another number gives another year; 0 unless told";

            public override string Force => "write even where there are real reports";

            public override string NoNotice(int year, ImmutableArray<int> years) =>
                $"There is no notice of {year}{(years.IsEmpty ? "" : $", only of {string.Join(", ", years)}")}. Import one, or take another year.";

            public override string AlreadyThere(int year, int lines) =>
                $"The invented reports of {year} are there already ({lines} lines); nothing was written. To begin anew take another data folder (--data).";

            public override string RealReports(int year, int lines) =>
                $"There are real reports of {year} ({lines} lines); nothing was written. Take another data folder (--data), or add --force to mix them.";

            public override string Written(string notice, int lines) => $"{lines} invented lines written for {notice}, each marked \"{DemoYear.Label}\". Ask in the chat: status";
        }
    }
}
