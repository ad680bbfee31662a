using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Tests.Progress;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Status;

/// <summary>Whatever was reported, sent back and corrected in whatever order: the figures are those that a simple reckoning over the log gives.</summary>
public sealed class RollUpPropertyTests
{
    private static readonly WorkItem[] Items = [.. Reported.Index.Items.Select(i => i.Item).Where(i => !i.Rows.IsEmpty).Take(6)];
    private static readonly ReportPeriod[] Periods = [.. ReportPeriod.OfYear(2024), ReportPeriod.On(new DateOnly(2024, 5, 20))];

    /// <summary>One number holds all the choices of an act, so that shrinking stays simple.</summary>
    private static Arbitrary<Act[]> Acts => Gen.Choose(0, (6 * 10 * 5 * 201 * 10) - 1)
        .Select(n => new Act(n % 6, n / 6 % 10, n / 60 % 5, n / 300 % 201, n / 60_300)).ArrayOf().ToArbitrary();

    [Property(MaxTest = 200, EndSize = 80)]
    public Property The_city_s_figure_equals_a_recomputation_from_the_log() => Prop.ForAll(Acts, acts =>
    {
        var reported = Play(acts);
        var board = reported.Board("2025-02-01");
        return Items.All(item => TaskMeasures.Of(item).Zip(board.Find(item.Id)!.Lines).All(x => x.Second.City.Amount == Recomputed(reported, item, x.First)));
    });

    [Property(MaxTest = 60, EndSize = 80)]
    public Property Counts_of_lamps_make_up_the_tasks_by_every_grouping() => Prop.ForAll(Acts, acts =>
    {
        var board = Play(acts).Board("2024-10-20");
        return board.Overview().Counts.Total == 169 && board.ByList().Sum(g => g.Counts.Total) == 169
            && board.ByArea().Sum(g => g.Counts.Total) == board.Tasks.Sum(t => t.Areas.Count());
    });

    [Property(MaxTest = 60, EndSize = 80)]
    public Property A_book_extended_line_by_line_equals_one_folded_at_once() => Prop.ForAll(Acts, acts =>
    {
        var reported = Play(acts);
        var folded = ProgressBook.Of(reported.Entries);
        return Items.All(i => folded.Of(i.Id).History.SequenceEqual(reported.Book.Of(i.Id).History) && folded.Of(i.Id).State == reported.Book.Of(i.Id).State);
    });

    [Property(MaxTest = 60, EndSize = 80)]
    public Property A_board_renewed_act_by_act_equals_one_read_anew() => Prop.ForAll(Acts, acts =>
    {
        var reported = new Reported();
        var (told, searched) = (reported.Board("2025-02-01"), reported.Board("2025-02-01"));
        foreach (var act in acts)
        {
            var before = reported.LastSequence;
            Play([act], reported);
            told = told.Renewed(reported.Context("2025-02-01"), reported.Book.WrittenSince(before));
            searched = searched.Renewed(reported.Context("2025-02-01"));
        }

        var anew = reported.Board("2025-02-01");
        return Shown(told) == Shown(anew) && Shown(searched) == Shown(anew);
    });

    [Fact]
    public void What_was_written_too_long_ago_is_not_told()
    {
        var reported = new Reported();
        for (var report = 0; report <= 1_000; report++)
        {
            reported.Report(Items[0], TaskMeasures.Of(Items[0])[0].Name, string.Empty, "2024H1", "1", "2024-07-05");
        }

        Assert.Null(reported.Book.WrittenSince(0));
        Assert.Equal([Items[0].Id], reported.Book.WrittenSince(1)!.Value);
        Assert.Empty(reported.Book.WrittenSince(1_001)!.Value);
    }

    private static string Shown(StatusBoard board)
    {
        using var json = new MemoryStream();
        StatusRows.WriteJson(json, board);
        var groups = string.Join('\n', board.ByList().Concat(board.ByArea()).Concat(board.ByCategory()));
        return $"{Encoding.UTF8.GetString(json.ToArray())}\n{board.Overview()}\n{groups}";
    }

    private static Reported Play(Act[] acts) => Play(acts, new Reported());

    private static Reported Play(Act[] acts, Reported reported)
    {
        foreach (var act in acts)
        {
            var item = Items[act.Item];
            if (act.Kind == 0)
            {
                reported.Write(item, new ProgressEvent.Returned(act.Value, "核对"), "2025-01-20", Reported.Office);
                continue;
            }

            var line = TaskMeasures.Of(item)[act.Place % TaskMeasures.Of(item).Length];
            var measure = line.Areas.IsEmpty || act.Kind == 1 ? line.City : line.Areas[act.Place % line.Areas.Length];
            reported.Report(item, measure.Line, measure.Area, Periods[act.Period].Code, $"{act.Value}", "2025-01-10");
        }

        return reported;
    }

    /// <summary>By the journal alone: of each area the last figure, not sent back, of its latest period.</summary>
    private static decimal? Recomputed(Reported reported, WorkItem item, MeasureLine line)
    {
        var own = reported.Entries.Where(e => e.Event.Subject == item.Id).Select(e => (e.Sequence, Event: ProgressJson.Read(e.Event)!)).ToList();
        var sentBack = own.SelectMany((x, i) => x.Event is ProgressEvent.Returned returned && own.Take(i).Any(o => o.Sequence == returned.Report) ? [returned.Report] : Array.Empty<long>()).ToHashSet();
        var figures = own.Where(x => !sentBack.Contains(x.Sequence)).Select(x => (x.Sequence, (x.Event as ProgressEvent.Reported)?.Content))
            .Where(x => x.Content?.Line == line.Name && x.Content.Amount is not null).ToList();
        var last = figures.GroupBy(x => x.Content!.Area, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(x => (x.Content!.Period.End, x.Sequence)).Content!.Amount!.Value, StringComparer.Ordinal);
        var areas = line.AddsUp ? line.Areas.Where(a => last.ContainsKey(a.Area)).Select(a => last[a.Area]).ToList() : [];
        return areas.Count > 0 ? areas.Sum() : last.TryGetValue(string.Empty, out var city) ? city : null;
    }

    private sealed record Act(int Item, int Place, int Period, int Value, int Kind);
}
