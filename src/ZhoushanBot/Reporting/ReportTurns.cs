using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;
using TaskStatus = ZhoushanBot.Core.Status.TaskStatus;

namespace ZhoushanBot.Reporting;

/// <summary>填报: the form with one's own tasks, reports sent from it or typed, and the receipt.</summary>
internal sealed class ReportTurns(OfficeBook book, OfficeView view, NoticeArchive archive, OfficeClock clock, RefusedActs refusals) : ITurnPart
{
    private const int MostListed = 10;

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.Verb is not (ReportCards.FormVerb or ReportCards.SubmitVerb or ReportCards.SameVerb) || command.IsRefresh)
        {
            return null;
        }

        var language = StatusTurns.LanguageOf(request, command);
        if (OwnOf(request) is not { } own || own.Tasks.Count == 0)
        {
            return refusals.Say(ReportingText.In(language).NothingToReport, language, command.Verb, RefusedActs.NotYours, Asker.Of(request, book.Current));
        }

        if (command.Text(ReportCards.TaskField) is not { } taskId)
        {
            return ListOf(own, language, int.TryParse(command.Text("page"), CultureInfo.InvariantCulture, out var page) ? page : 0);
        }

        if (!own.Tasks.TryGetValue(taskId, out var measures))
        {
            return refusals.Say(ReportingText.In(language).NotYours, language, command.Verb, RefusedActs.NotYours, Asker.Of(request, book.Current));
        }

        return command.Verb == ReportCards.FormVerb
            ? FormOf(own, taskId, measures, language)
            : await SubmitAsync(own, DraftOf(command, taskId, measures), measures, language, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        if (TypedReport.LanguageOf(text.Source) is not { } language || OwnOf(request) is not { } own || own.Tasks.Count == 0)
        {
            return null;
        }

        var typed = TypedReport.Read(text.Source, clock.Today.Year);
        if (typed.IsBare)
        {
            return ListOf(own, language, 0);
        }

        var meant = TasksOf(typed.Words, own, language);
        if (meant is not [var taskId])
        {
            return meant.IsEmpty && typed.Figure.Length == 0 && language == ReplyLanguage.English
                ? null
                : ListOf(meant.IsEmpty ? own : own with { Tasks = own.Tasks.RemoveRange(own.Tasks.Keys.Except(meant, StringComparer.Ordinal)) }, language, 0);
        }

        var measures = own.Tasks[taskId];
        if (measures.Length > 1 || (typed.Figure.Length == 0 && typed.Rating is null && !typed.IsNoChange && typed.Note.Length == 0))
        {
            return FormOf(own, taskId, measures, language, form => form with
            {
                Figure = typed.Figure,
                Note = typed.Note,
                IsNoteInternal = typed.IsNoteInternal,
                Period = typed.Period is { } p && form.Periods.Contains(p) ? p : form.Period,
            });
        }

        var draft = new ReportDraft(taskId, measures[0].Line, measures[0].Area, typed.Period ?? DefaultPeriod(own.State, taskId, measures[0]))
        {
            Figure = typed.Figure,
            Rating = typed.Rating,
            Note = typed.Note,
            IsNoteInternal = typed.IsNoteInternal,
            IsNoChange = typed.IsNoChange,
        };
        return await SubmitAsync(own, draft, measures, language, cancellationToken);
    }

    /// <summary>The tasks that the words name, of those that the person reports; one only where the words tell.</summary>
    private ImmutableArray<string> TasksOf(string words, Own own, ReplyLanguage language)
    {
        if (words.Length == 0)
        {
            return [.. own.Tasks.Keys];
        }

        var shown = Assistant.Reply(words, ConversationContext.Empty, archive.Current.Index, clock.Now, language).Answer.Shown;
        return [.. shown.Where(own.Tasks.ContainsKey)];
    }

    private ReportDraft DraftOf(CardCommand command, string taskId, ImmutableArray<Measure> measures)
    {
        var key = command.Text(ReportCards.MeasureField);
        var (line, area) = key?.IndexOf('@', StringComparison.Ordinal) is > -1 and var at
            ? (key[..at], key[(at + 1)..])
            : command.Text(ReportCards.LineField) is { } named ? (named, command.Text(ReportCards.AreaField) ?? string.Empty)
            : measures is [var only] ? (only.Line, only.Area)
            : (command.Text(ReportCards.LineField) ?? TaskMeasures.WholeTask, command.Text(ReportCards.AreaField) ?? string.Empty);
        var measure = measures.FirstOrDefault(m => m.Line == line && m.Area == area) ?? measures[0];
        var period = command.Text(ReportCards.PeriodField) is { } text && (ReportPeriod.FromCode(text) ?? ReportPeriod.Read(text, clock.Today.Year)) is { } read
            ? read
            : DefaultPeriod(book.Current, taskId, measure);
        return new ReportDraft(taskId, line, area, period)
        {
            Figure = command.Text(ReportCards.FigureField) ?? string.Empty,
            Rating = measure.Target is null ? RatingNamed(command.Text(ReportCards.RatingField)) : null,
            Note = command.Text(ReportCards.NoteField) ?? string.Empty,
            IsNoteInternal = command.Text(ReportCards.NoteForField) == ReportCards.InternalNote,
            Reason = command.Text(ReportCards.ReasonField) ?? string.Empty,
            Evidence = command.Text(ReportCards.EvidenceField) ?? string.Empty,
            IsNoChange = command.Verb == ReportCards.SameVerb,
        };
    }

    private static ProgressRating? RatingNamed(string? name) =>
        Enum.GetValues<ProgressRating>().Where(r => ProgressJson.NameOf(r) == name).Select(r => (ProgressRating?)r).FirstOrDefault();

    private async ValueTask<TurnReply> SubmitAsync(Own own, ReportDraft draft, ImmutableArray<Measure> measures, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var before = StatusOf(own.State, draft.TaskId);
        var outcome = await book.DecideAsync(
            own.Actor,
            (state, now) =>
            {
                // Judged by the state under the lock: somebody may have lost the unit, or the task may have been closed, since the form was sent.
                var today = DateOnly.FromDateTime(now.DateTime);
                var plan = view.Plan(state);
                var context = new ReportingContext(archive.Current.Index, state.Progress, today, (item, area) => ReportRights.May(plan, own.Actor, item, area, today));
                var checkedReport = ReportCheck.Check(draft, context);
                return new Decision<ReportOutcome>(checkedReport, checkedReport is ReportOutcome.Accepted accepted ? [ProgressJson.Write(accepted.TaskId, accepted.Event)] : []);
            },
            cancellationToken);
        if (outcome is ReportOutcome.Refused refused)
        {
            var words = ReportText.In(language);
            return FormOf(own, draft.TaskId, measures, language, form => form with
            {
                Faults = [.. refused.Findings.Select(words.Describe)],
                WantsReason = refused.Findings.Any(f => f.WantsReason) || draft.Reason.Length > 0,
                Figure = draft.Figure,
                Note = draft.Note,
                IsNoteInternal = draft.IsNoteInternal,
                Chosen = measures.FirstOrDefault(m => m.Line == draft.Line && m.Area == draft.Area),
                Period = form.Periods.Contains(draft.Period) ? draft.Period : form.Period,
            });
        }

        return Receipt(draft, before, StatusOf(book.Current, draft.TaskId), language);
    }

    private TurnReply Receipt(ReportDraft draft, TaskStatus? before, TaskStatus? after, ReplyLanguage language)
    {
        var words = ReportingText.In(language);
        var status = StatusText.Of(language, archive.Current.Index.Names);
        var (was, now) = (FigureOf(before, draft), FigureOf(after, draft));
        var message = new OfficeMessage
        {
            Language = language,
            Title = words.Reported(status.Task(after!.Task)),
            Sentences =
            [
                status.Reports.Period(draft.Period) + (draft.Note.Length == 0 ? string.Empty : draft.IsNoteInternal ? $" · {words.InternalNoteTaken}" : $" · {draft.Note}"),
                .. was is not null && now is not null && was.Lamp != now.Lamp ? [words.LampChanged(status.Lamp(was.Lamp), status.Lamp(now.Lamp))] : Array.Empty<string>(),
                .. before is not null && before.Lamp != after.Lamp && now?.Measure.Area.Length > 0 ? [words.CityLampChanged(status.Lamp(before.Lamp), status.Lamp(after.Lamp))] : Array.Empty<string>(),
            ],
            Lines = now is null ? [] : [new OfficeLine(status.Line(after.Task, now), status.Reason(now.Reading.Reason)) { Lamp = now.Lamp }],
            Buttons =
            [
                new VerbButton(words.Correct, ReportCards.FormVerb) { Data = [new(ReportCards.TaskField, draft.TaskId), StatusCards.In(language)] },
                new VerbButton(ReportCardText.In(language).OtherTask, ReportCards.FormVerb) { Data = [StatusCards.In(language)] },
            ],
        };

        // The pressed card may be a reminder of many tasks, whose other lines are still everybody's.
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText(), ReplacesView = true };
    }

    private static MeasureStatus? FigureOf(TaskStatus? task, ReportDraft draft) =>
        task?.Lines.SelectMany(l => l.Areas.Prepend(l.City)).FirstOrDefault(m => m.Measure.Line == draft.Line && m.Measure.Area == draft.Area);

    private TurnReply FormOf(Own own, string taskId, ImmutableArray<Measure> measures, ReplyLanguage language, Func<ReportForm, ReportForm>? filled = null)
    {
        var status = StatusOf(own.State, taskId)!;
        var periods = PeriodsOf(status.Task);
        var words = StatusText.Of(language, archive.Current.Index.Names);
        var form = new ReportForm(
            status.Task,
            [.. status.Lines.SelectMany(l => l.Areas.Prepend(l.City)).Where(m => measures.Contains(m.Measure))],
            periods,
            DefaultPeriod(own.State, taskId, measures[0]))
        {
            Language = language,
            Words = words,
        };
        form = filled?.Invoke(form) ?? form;
        return new TurnReply
        {
            Language = language,
            Card = ReportCards.Of(form),
            Text = string.Join('\n', [ReportCardText.In(language).Fill(words.Task(form.Task)), .. form.Faults, .. form.Measures.Select(m => words.Line(form.Task, m)), ReportingText.In(language).TypeIt]),
            ReplacesView = true,
        };
    }

    private TurnReply ListOf(Own own, ReplyLanguage language, int page)
    {
        var words = ReportingText.In(language);
        var status = StatusText.Of(language, archive.Current.Index.Names);
        var board = StatusBoard.Of(view.Status(own.State, Role.Liaison, seesInternal: false) with { Sees = item => own.Tasks.ContainsKey(item.Id) });
        var tasks = board.Tasks.OrderBy(t => IsReported(t, own) ? 1 : 0).ThenBy(t => NearnessOf(t, own)).ThenBy(t => t.Task.Ordinal).ToList();
        page = Math.Clamp(page, 0, (tasks.Count - 1) / MostListed);
        var message = new OfficeMessage
        {
            Language = language,
            Title = words.YourTasks(tasks.Count),
            Sentences = [words.ToReport(tasks.Count(t => !IsReported(t, own)), board.DuePeriod is { } due ? status.Reports.Period(due) : string.Empty)],
            Lines =
            [
                .. tasks.Skip(page * MostListed).Take(MostListed).Select(t => new OfficeLine(
                    status.Task(t.Task),
                    IsReported(t, own) ? words.IsReported : words.IsMissing,
                    new VerbButton(words.Fill, ReportCards.FormVerb) { Data = [new(ReportCards.TaskField, t.Task.Item.Id), StatusCards.In(language)] })
                { Lamp = LampOf(t, own) }),
            ],
            Buttons = (page + 1) * MostListed < tasks.Count
                ? [new VerbButton(StatusCardText.In(language).NextPage, ReportCards.FormVerb) { Data = [new("page", (page + 1).ToString(CultureInfo.InvariantCulture)), StatusCards.In(language)] }]
                : [],
        };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText(), ReplacesView = true };
    }

    private static IEnumerable<MeasureStatus> FiguresOf(TaskStatus task, Own own) =>
        task.Lines.SelectMany(l => l.Areas.Prepend(l.City)).Where(m => own.Tasks[task.Task.Item.Id].Contains(m.Measure));

    /// <summary>What is one's own alone stands before what many carry jointly.</summary>
    private static int NearnessOf(TaskStatus task, Own own) => FiguresOf(task, own).Any(m => m.Measure.Area.Length > 0) ? 0 : task.Task.Item.IsJoint ? 2 : 1;

    private static bool IsReported(TaskStatus task, Own own) => FiguresOf(task, own).All(m => m.Lamp is not StatusLamp.Grey);

    private static StatusLamp LampOf(TaskStatus task, Own own) => FiguresOf(task, own).Select(m => m.Lamp).MaxBy(LampRule.Rank);

    private TaskStatus? StatusOf(OfficeState state, string taskId) =>
        StatusBoard.Of(view.Status(state, Role.Liaison, seesInternal: false) with { Sees = item => item.Id == taskId }).Find(taskId);

    private ImmutableArray<ReportPeriod> PeriodsOf(IndexedItem task)
    {
        var year = task.Content.Notice.Year > 0 ? task.Content.Notice.Year : clock.Today.Year;
        var over = ReportPeriod.OfYear(year).Where(p => p.End <= clock.Today.AddDays(ReportCheck.DaysBeforeTheEnd)).ToList();
        return clock.Today.Year == year ? [.. over, ReportPeriod.On(clock.Today)] : over.Count > 0 ? [.. over] : [ReportPeriod.On(clock.Today)];
    }

    /// <summary>The last period that is over, unless it was reported already: then the day that it is.</summary>
    private ReportPeriod DefaultPeriod(OfficeState state, string taskId, Measure measure)
    {
        var periods = PeriodsOf(archive.Current.Index.Find(taskId)!);
        var named = periods.Where(p => p.Kind != ReportPeriodKind.Day).Select(p => (ReportPeriod?)p).LastOrDefault();
        var held = state.Progress.Of(taskId).Thread(measure.Line, measure.Area)?.Holding?.Content.Period;
        return named is { } last && !(held is { } known && known >= last) ? last : periods[^1];
    }

    private Own? OwnOf(TurnRequest request)
    {
        if (request.Caller is not { Actor: var actor })
        {
            return null;
        }

        // One pass over all tasks: only where somebody speaks for anybody at all.
        var state = book.Current;
        var plan = view.Plan(state);
        var mayReport = ReportRights.Of(plan, actor, clock.Today);
        return new Own(actor, state, mayReport.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>What somebody reports on.</summary>
    /// <param name="Actor">Who.</param>
    /// <param name="State">By which state.</param>
    /// <param name="Tasks">Measures by task.</param>
    private sealed record Own(Actor Actor, OfficeState State, ImmutableSortedDictionary<string, ImmutableArray<Measure>> Tasks);
}
