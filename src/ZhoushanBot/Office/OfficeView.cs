using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Lookup;
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
    private volatile OpenNotices? open;
    private volatile KeptBoard? wholeBoard;
    private volatile KeptBoard? openBoard;

    /// <summary>The notices as they are shown to whoever asks.</summary>
    /// <param name="actor">The account; null when nobody vouches for it.</param>
    /// <param name="isShared">Others read along.</param>
    public NoticeSnapshot NoticesFor(Actor? actor, bool isShared)
    {
        var state = book.Current;
        return Notices(state, state.Internal.IsEmpty || (actor is not null && !isShared && Permissions.Allow(state.People.Directory.RoleOf(actor), Right.SeeInternal)));
    }

    /// <summary>The notices with internal tasks, or as if there were none.</summary>
    public NoticeSnapshot Notices(bool seesInternal) => Notices(book.Current, seesInternal);

    /// <summary>What holds where a notice names no day.</summary>
    public DeadlineRules Rules { get; } = options.Value.Deadlines;

    /// <summary>How everything stands, as plans and actions want it.</summary>
    public PlanInput Plan() => Plan(book.Current);

    /// <summary>
    /// The same by a given state: under the lock of <see cref="OfficeBook.DecideAsync"/>. Units may not see internal tasks, so that none of them falls to
    /// anybody: nobody is reminded of one, and nobody reports on one.
    /// </summary>
    public PlanInput Plan(OfficeState state) => new()
    {
        Notices = Notices(state, seesInternal: false).Notices,
        People = state.People,
        Calendar = calendar.Days,
        Deadlines = state.Deadlines,
        DeadlineRules = Rules,
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
        var seesAll = seesInternal && Permissions.Allow(role, Right.SeeInternal);
        return new StatusContext(Notices(state, seesAll).Index, state.Progress, clock.Today)
        {
            Sees = item => seesAll || !state.Internal.Contains(item.Id),
            SeesInternalNotes = seesAll,
            WorkdaysBetween = calendar.Days.Between,
            Deadlines = state.Deadlines,
            DeadlineRules = Rules,
            CutOffDay = options.Value.ReportDay,
        };
    }

    /// <summary>The status of everything for somebody of a role. Kept from one question to the next: only what was reported on in between is read again.</summary>
    /// <param name="role">Role of the asker.</param>
    /// <param name="seesInternal">Internal matters are shown, where the role may see them at all.</param>
    public StatusBoard Board(Role role, bool seesInternal) => Board(book.Current, role, seesInternal);

    /// <summary>The same by a given state: under the lock of <see cref="OfficeBook.DecideAsync"/>.</summary>
    public StatusBoard Board(OfficeState state, Role role, bool seesInternal)
    {
        var seesAll = seesInternal && Permissions.Allow(role, Right.SeeInternal);
        var context = Status(state, role, seesAll);
        var known = seesAll ? wholeBoard : openBoard;
        if (known is null || !ReferenceEquals(known.Index, context.Index) || known.Day != context.Today || !ReferenceEquals(known.Internal, state.Internal))
        {
            known = new KeptBoard(context.Index, context.Today, state.Internal, state.Deadlines, state.Sequence, StatusBoard.Of(context));
        }
        else if (known.Sequence != state.Sequence)
        {
            var changed = ReferenceEquals(known.Deadlines, state.Deadlines) ? state.Progress.WrittenSince(known.Sequence) : null;
            known = known with { Deadlines = state.Deadlines, Sequence = state.Sequence, Board = known.Board.Renewed(context, changed) };
        }

        return (seesAll ? wholeBoard = known : openBoard = known).Board;
    }

    // A second index costs as much as the first: it is there only while something is internal, and made anew only when that changes.
    private NoticeSnapshot Notices(OfficeState state, bool seesInternal)
    {
        var all = archive.Current;
        if (seesInternal || state.Internal.IsEmpty)
        {
            return all;
        }

        var known = open;
        if (known is null || !ReferenceEquals(known.Of, all) || !ReferenceEquals(known.But, state.Internal))
        {
            open = known = new OpenNotices(all, state.Internal, all.Without(item => state.Internal.Contains(item.Id)));
        }

        return known.Shown;
    }

    // A pass over all tasks: once for each line of the journal, day and import.
    private DoneWork DoneBy(OfficeState state)
    {
        var known = standing;
        if (known is null || known.Sequence != state.Sequence || known.Day != clock.Today || !ReferenceEquals(known.Snapshot, archive.Current))
        {
            standing = known = new Standing(state.Sequence, clock.Today, archive.Current, DoneOn(Board(state, Role.Manager, seesInternal: true)));
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

    /// <summary>What everybody may see.</summary>
    private sealed record OpenNotices(NoticeSnapshot Of, InternalTasks But, NoticeSnapshot Shown);

    private sealed record KeptBoard(WorkItemIndex Index, DateOnly Day, InternalTasks Internal, DeadlineState Deadlines, long Sequence, StatusBoard Board);

    private sealed record Standing(long Sequence, DateOnly Day, NoticeSnapshot Snapshot, DoneWork Done);
}
