using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Import;

namespace ZhoushanBot.Office;

/// <summary>Notices, state, rules and calendar put together: what plans, actions and status cards are made from.</summary>
internal sealed class OfficeView(NoticeArchive archive, OfficeBook book, OfficeCalendar calendar, IOptions<OfficeOptions> options, OfficeClock clock)
{
    private volatile Standing? standing;

    /// <summary>How everything stands, as plans and actions want it.</summary>
    public PlanInput Plan() => Plan(book.Current);

    /// <summary>The same by a given state: under the lock of <see cref="OfficeBook.DecideAsync"/>.</summary>
    public PlanInput Plan(OfficeState state) => new()
    {
        Notices = archive.Current.Notices,
        People = state.People,
        Calendar = calendar.Days,
        Deadlines = state.Deadlines,
        DeadlineRules = options.Value.Deadlines,
        Reminders = state.Reminders,
        Done = DoneBy(state),
        Settings = options.Value.Reminders,
    };

    /// <summary>What a status is computed from, for somebody of a role.</summary>
    public StatusContext Status(Role role) => Status(role, Permissions.Allow(role, Right.SeeInternal));

    /// <summary>The same where others may read along.</summary>
    /// <param name="role">Role of the asker.</param>
    /// <param name="seesInternal">Internal matters are shown, where the role may see them at all.</param>
    public StatusContext Status(Role role, bool seesInternal) => Status(book.Current, role, seesInternal);

    /// <summary>The same by a given state: under the lock of <see cref="OfficeBook.DecideAsync"/>.</summary>
    public StatusContext Status(OfficeState state, Role role, bool seesInternal)
    {
        var rules = options.Value.Deadlines;
        var years = archive.Current.Notices.SelectMany(n => n.WorkItems.Select(i => (i.Id, n.Notice))).ToDictionary(x => x.Id, x => x.Notice, StringComparer.Ordinal);
        return new StatusContext(archive.Current.Index, state.Progress, clock.Today)
        {
            Sees = static _ => true,
            SeesInternalNotes = seesInternal && Permissions.Allow(role, Right.SeeInternal),
            WorkdaysBetween = calendar.Days.Between,
            DueOn = item => DeadlinesInForce.Of(years[item.Id], item, null, rules, state.Deadlines).On,
            CutOffDay = options.Value.ReportDay,
        };
    }

    // A pass over all tasks: once for each line of the journal, day and import.
    private DoneWork DoneBy(OfficeState state)
    {
        var known = standing;
        if (known is null || known.Sequence != state.Sequence || known.Day != clock.Today || !ReferenceEquals(known.Snapshot, archive.Current))
        {
            standing = known = new Standing(state.Sequence, clock.Today, archive.Current, DoneOn(StatusBoard.Of(Status(state, Role.Manager, seesInternal: true))));
        }

        return known.Done;
    }

    private static DoneWork DoneOn(StatusBoard board) => new(
        board.Tasks.Where(t => t.Lamp == StatusLamp.Done).Select(t => t.Task.Item.Id).ToImmutableHashSet(StringComparer.Ordinal),
        [
            .. from task in board.Tasks
               from area in task.Areas.GroupBy(a => a.Measure.Area, StringComparer.Ordinal)
               where area.All(a => a.Lamp == StatusLamp.Done)
               select (task.Task.Item.Id, area.Key),
        ]);

    private sealed record Standing(long Sequence, DateOnly Day, NoticeSnapshot Snapshot, DoneWork Done);
}
