using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZhoushanBot.Benchmarks.Synthetic;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Exports;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Reporting;

namespace ZhoushanBot.Benchmarks;

/// <summary>
/// How long a manager waits for the overview, and for the official table: with the service's own state, notices and status desk, from the question that was
/// read to the card's bytes. Also what one new report costs before and with the next overview.
/// </summary>
internal static class StatusRuns
{
    private const int Seed = 7;
    private const int Tasks = 100_000;
    private static readonly Asker Manager = new(new Actor("directline:manager", string.Empty), Role.Manager, IsShared: false);

    public static async Task ReportAsync(TextWriter output)
    {
        var rows = new List<string>();
        using (var shipped = await Office.OfAsync([Subject.Read()], new DateTimeOffset(2024, 11, 20, 9, 0, 0, OfficeClock.Offset)))
        {
            await MeasureAsync(shipped, 1_000, rows);
        }

        var perNotice = NoticeReader.Read(new SyntheticNotices(Seed).TextOf(0, SyntheticNotices.FirstYear)).WorkItems.Length;
        var invented = new SyntheticNotices(Seed).Texts((Tasks + perNotice - 1) / perNotice)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(NoticeReader.Read).ToImmutableArray();
        using (var large = await Office.OfAsync(invented, new DateTimeOffset(SyntheticNotices.FirstYear + SyntheticNotices.YearsOfACity - 1, 11, 20, 9, 0, 0, OfficeClock.Offset)))
        {
            await MeasureAsync(large, 200, rows);
        }

        output.WriteLine("| tasks | reports and acts | first overview | overview p50 | p99 | a new report folded in | overview after it p50 | p99 | docx | xlsx | MiB |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        rows.ForEach(output.WriteLine);
    }

    private static async Task MeasureAsync(Office office, int rounds, List<string> rows)
    {
        var first = Timed(() => office.Overview());
        var (kept, folded, after) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            kept.Add(Timed(() => office.Overview()));
            var line = office.Report(round);
            var startedAt = Stopwatch.GetTimestamp();
            await office.Book.AppendAsync(Manager.Actor!, office.Clock.Now, [line], CancellationToken.None);
            folded.Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
            after.Add(Timed(() => office.Overview()));
        }

        var docx = Timed(() => office.Export(ExportFormat.Docx));
        var xlsx = Timed(() => office.Export(ExportFormat.Xlsx));
        rows.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"| {office.TaskCount:N0} | {office.Book.Current.Sequence:N0} | {first:F0} ms | {At(kept, 50):F1} ms | {At(kept, 99):F1} ms | {At(folded, 50):F2} ms | {At(after, 50):F1} ms | {At(after, 99):F1} ms | {docx / 1000:F2} s | {xlsx / 1000:F2} s | {GC.GetTotalMemory(forceFullCollection: true) >> 20} |"));
    }

    private static double Timed(Action run)
    {
        var startedAt = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    /// <summary>The parts of the service that make a status.</summary>
    private sealed class Office : IDisposable
    {
        private readonly NoticeArchive archive;
        private readonly OfficeView view;
        private readonly StatusDesk desk;

        private Office(NoticeArchive archive, OfficeBook book, OfficeClock clock)
        {
            this.archive = archive;
            Book = book;
            Clock = clock;
            var store = Options.Create(new StoreOptions { Folder = AppContext.BaseDirectory });
            view = new OfficeView(archive, book, new OfficeCalendar(store), Options.Create(new OfficeOptions()), clock);
            desk = new StatusDesk(view, Options.Create(new ReportingOptions()));
        }

        public OfficeBook Book { get; }

        public OfficeClock Clock { get; }

        public int TaskCount => archive.Current.TaskCount;

        public static async Task<Office> OfAsync(ImmutableArray<NoticeContent> notices, DateTimeOffset asOf)
        {
            var clock = new OfficeClock(TimeProvider.System, asOf);
            var loaded = new NoticeArchive(new GivenNotices([.. notices.OrderByDescending(n => n.Notice.Year)]), new NameFiles(NameFiles.OfTheProgram));
            _ = (await loaded.LoadAsync(CancellationToken.None)).Index;
            var book = new OfficeBook(new InventedJournal(notices, asOf), clock, NullLogger<OfficeBook>.Instance);
            await book.LoadAsync(CancellationToken.None);
            return new Office(loaded, book, clock);
        }

        public void Overview()
        {
            var (reply, _) = desk.Show(Manager, StatusQuery.Everything, null, ReplyLanguage.Chinese);
            if (reply.Card!.ToUtf8(CardHost.Teams).Length == 0)
            {
                throw new InvalidOperationException("No card.");
            }
        }

        public void Export(ExportFormat format)
        {
            using var file = new MemoryStream();
            new StatusExport(view.Status(Role.Manager, seesInternal: false), ReplyLanguage.Chinese).Write(file, format);
        }

        /// <summary>A report of some task, each time of another one.</summary>
        public JournalEvent Report(int round)
        {
            var items = archive.Current.Index.Items;
            var item = items[(int)((long)round * 7919 % items.Length)].Item;
            var measure = TaskMeasures.Of(item)[0].City;
            var content = new ReportContent { Line = measure.Line, Area = string.Empty, Period = ReportPeriod.On(Clock.Today), Note = "报" };
            return ProgressJson.Write(item.Id, measure.Target is { } target
                ? new ProgressEvent.Reported(content with { Figure = target with { Value = round } })
                : new ProgressEvent.Rated(content with { Rating = ProgressRating.OnTrack }));
        }

        public void Dispose()
        {
            Book.Dispose();
            archive.Dispose();
        }
    }

    /// <summary>Notices that are there already.</summary>
    private sealed class GivenNotices(ImmutableArray<NoticeContent> notices) : INoticeStore
    {
        public Task<SaveOutcome> SaveAsync(NoticeContent content, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<NoticeContent>> LoadAllAsync(CancellationToken cancellationToken) => Task.FromResult(notices);

        public Task<bool> RemoveAsync(string noticeId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>A year of invented reports for each notice, up to a day; made as it is read, since a million lines of text are not what is measured.</summary>
    private sealed class InventedJournal(ImmutableArray<NoticeContent> notices, DateTimeOffset until) : IJournal
    {
        private readonly IEnumerator<DemoEvent> rest = Enumerate(notices, until).GetEnumerator();
        private long sequence;

        public Task<ImmutableArray<JournalEntry>> AppendAsync(Actor by, DateTimeOffset at, IReadOnlyCollection<JournalEvent> events, CancellationToken cancellationToken) =>
            Task.FromResult(events.Select(e => new JournalEntry(++sequence, at, by, e, string.Empty)).ToImmutableArray());

        public Task<ImmutableArray<JournalEntry>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
        {
            var lines = ImmutableArray.CreateBuilder<JournalEntry>();
            while (lines.Count < limit && rest.MoveNext())
            {
                lines.Add(new JournalEntry(++sequence, rest.Current.At, rest.Current.By, rest.Current.Event, string.Empty));
            }

            return Task.FromResult(lines.ToImmutable());
        }

        private static IEnumerable<DemoEvent> Enumerate(ImmutableArray<NoticeContent> notices, DateTimeOffset until)
        {
            var after = 0L;
            foreach (var notice in notices)
            {
                var year = DemoYear.Of(notice, Seed, after);
                foreach (var happened in year.TakeWhile(e => e.At <= until))
                {
                    after++;
                    yield return happened;
                }
            }
        }
    }
}
