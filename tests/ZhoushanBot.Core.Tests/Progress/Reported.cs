using System.Globalization;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Progress;

/// <summary>A journal in the making, on the shipped notice. Tasks by their place in it, such as "provincial/1.9"; days in Shanghai.</summary>
internal sealed class Reported
{
    public const string Notice = "舟政办发-2024-13号";

    public static readonly Actor Liaison = new("liaison", "联络员");
    public static readonly Actor Office = new("office", "督查室");

    private JournalEntry? last;

    public ProgressBook Book { get; } = new();

    public List<JournalEntry> Entries { get; } = [];

    public long LastSequence => last?.Sequence ?? 0;

    public static WorkItemIndex Index => Stores.Shipped;

    /// <summary>The one task that owns an annex row of a list.</summary>
    public static WorkItem TaskOfRow(string list, int number) =>
        Index.Items.First(i => TaskExport.NameOf(i.Item.List) == list && i.Item.Rows.Any(r => r.Number == number)).Item;

    public static WorkItem Task(string place) => Index.Find($"{Notice}/{place}")!.Item;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string day) => new(Day(day).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8));

    /// <summary>Monday to Friday; holidays are the calendar's matter.</summary>
    public static int Weekdays(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return count;
    }

    /// <summary>A figure or, for a task of words, a rating.</summary>
    public Reported Report(WorkItem item, string line, string area, string period, string figure, string day, string note = "", bool isInternal = false, Actor? by = null)
    {
        var measure = TaskMeasures.Find(item, line, area);
        var content = new ReportContent { Line = line, Area = area, Period = ReportPeriod.FromCode(period)!.Value, Note = note, IsNoteInternal = isInternal };
        if (figure.Length > 0)
        {
            content = measure?.Target is { } target
                ? content with { Figure = TypedFigure.In((TypedFigure.Number)TypedFigure.Read(figure), target.MeasureUnit) }
                : content with { Rating = ReportText.ReadRating(figure) };
        }

        return Write(item, content.Rating is null ? new ProgressEvent.Reported(content) : new ProgressEvent.Rated(content), day, by ?? Liaison);
    }

    public Reported Write(WorkItem item, ProgressEvent happened, string day, Actor by)
    {
        last = JournalChain.Next(last, by, Moment(day), ProgressJson.Write(item.Id, happened));
        Entries.Add(last);
        Assert.True(Book.Append(last));
        return this;
    }

    public Reported Write(DemoEvent invented)
    {
        last = JournalChain.Next(last, invented.By, invented.At, invented.Event);
        Entries.Add(last);
        Assert.True(Book.Append(last));
        return this;
    }

    public static Reported Demo(int seed = 1, string? until = null)
    {
        var reported = new Reported();
        foreach (var invented in DemoYear.Of(Index.Notices[0], seed).Where(e => until is null || e.At < Moment(until)))
        {
            reported.Write(invented);
        }

        return reported;
    }

    public StatusContext Context(string today) => new(Index, Book, Day(today)) { Sees = _ => true, SeesInternalNotes = true, WorkdaysBetween = Weekdays };

    public StatusBoard Board(string today) => StatusBoard.Of(Context(today));

    public ReportingContext Reporting(string today) => new(Index, Book, Day(today), (_, _) => true);
}
