using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>设定期限、节点: typed or by form, with author, time and reason kept. What is named by its place is done at once; what is named in words is shown first.</summary>
internal sealed class DeadlineTurns(OfficeBook book, OfficeView view, StatusDesk desk, OfficeClock clock, RefusedActs refusals) : ITurnPart
{
    private const int MostListed = 10;

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        if (TypedDeadline.Read(text.Source, clock.Today.Year) is not { } typed)
        {
            return null;
        }

        var asker = Asker.Of(request, book.Current);
        if (typed.Verb == DeadlineVerb.Ask)
        {
            return new DeadlineOrigins(book, view, desk, clock).Answer(asker, typed);
        }

        if (!asker.May(Right.SetDeadline))
        {
            return refusals.Say(DeadlineText.In(typed.Language).Describe(DeadlineRefusal.NotAllowed), typed.Language, $"deadline.{typed.Verb}", RefusedActs.NotAllowed, asker);
        }

        var words = DeadlineTurnText.In(typed.Language);
        if (typed.Task.Length == 0)
        {
            return TurnReply.Say(words.Which, typed.Language);
        }

        var named = NamedTasks.Of(typed.Task, view.Notices(asker.SeesInternal).Index, clock.Now, typed.Language);
        typed = typed with { Reason = typed.Reason.Length > 0 ? typed.Reason : named.Rest };
        return named.Tasks switch
        {
            [] => TurnReply.Say(words.NoTask(typed.Task), typed.Language),
            [var task] => named.IsPlace ? await TakeAsync(asker, task, typed, cancellationToken) : FormOf(task, Filled(typed, task) with { Faults = [words.CheckTask] }, typed.Language),
            _ => ListOf(named.Tasks, typed),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.Verb is not (DeadlineCards.FormVerb or DeadlineCards.SetVerb or DeadlineCards.ClearVerb or DeadlineCards.RestoreVerb) || command.IsRefresh)
        {
            return null;
        }

        var language = StatusTurns.LanguageOf(request, command);
        var asker = Asker.Of(request, book.Current);
        if (!asker.May(Right.SetDeadline))
        {
            return refusals.Say(DeadlineText.In(language).Describe(DeadlineRefusal.NotAllowed), language, command.Verb, RefusedActs.NotAllowed, asker);
        }

        if (command.Text(DeadlineCards.TaskField) is not { } taskId || view.Notices(asker.SeesInternal).Index.Find(taskId) is not { } task)
        {
            return TurnReply.Say(ReportingText.In(language).StaleButton, language);
        }

        var filled = FilledIn(command, task, language);
        if (command.Verb == DeadlineCards.FormVerb)
        {
            return FormOf(task, filled, language);
        }

        // Every card of ours tells what it was made from.
        if (!long.TryParse(command.Text(DeadlineCards.LastChangeField), NumberStyles.None, CultureInfo.InvariantCulture, out var madeFrom))
        {
            return TurnReply.Say(ReportingText.In(language).StaleButton, language);
        }

        return command.Verb switch
        {
            DeadlineCards.ClearVerb => await UndoAsync(asker, task, new DeadlineEvent.Cleared(filled.Reason), filled, madeFrom, language, cancellationToken),
            DeadlineCards.RestoreVerb => await UndoAsync(asker, task, new DeadlineEvent.MilestonesRestored(filled.Reason), filled, madeFrom, language, cancellationToken),
            _ when !filled.Faults.IsEmpty => FormOf(task, filled, language),
            _ => await SetAsync(asker, task, filled, madeFrom, language, cancellationToken),
        };
    }

    /// <inheritdoc/>
    public AssistantReply Amend(TurnRequest request, AssistantReply answer) => new DeadlineOrigins(book, view, desk, clock).Amend(answer);

    private ValueTask<TurnReply> TakeAsync(Asker asker, IndexedItem task, TypedDeadline typed, CancellationToken cancellationToken)
    {
        var (filled, language) = (Filled(typed, task), typed.Language);
        var words = DeadlineTurnText.In(language);
        filled = typed.Verb switch
        {
            DeadlineVerb.Set when typed.Day is null => filled with { Faults = filled.Faults.Add(words.DayMissing) },
            DeadlineVerb.SetSteps when typed.Steps.Length == 0 => filled with { Faults = filled.Faults.Add(words.StepsMissing) },
            _ => filled,
        };
        if (filled.Reason.Length == 0)
        {
            filled = filled with { Faults = filled.Faults.Add(DeadlineText.In(language).Describe(DeadlineRefusal.NoReason)) };
        }

        return typed.Verb switch
        {
            DeadlineVerb.Clear when filled.Reason.Length > 0 => UndoAsync(asker, task, new DeadlineEvent.Cleared(filled.Reason), filled, null, language, cancellationToken),
            DeadlineVerb.ClearSteps when filled.Reason.Length > 0 => UndoAsync(asker, task, new DeadlineEvent.MilestonesRestored(filled.Reason), filled, null, language, cancellationToken),
            _ when !filled.Faults.IsEmpty => new(FormOf(task, filled, language)),
            _ => SetAsync(asker, task, filled, null, language, cancellationToken),
        };
    }

    private ValueTask<TurnReply> SetAsync(Asker asker, IndexedItem task, Filling filled, long? madeFrom, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var wish = new DeadlineWish(filled.On, filled.Steps is null ? null : TypedSteps.Read(filled.Steps, YearOf(task)).Steps, filled.Reason);
        return ChangeAsync(
            asker, task, filled, madeFrom, language,
            (role, state, today) => DeadlineActions.Judge(wish, role, task.Content.Notice, task.Item, view.Rules, state.Deadlines, today), cancellationToken);
    }

    private ValueTask<TurnReply> UndoAsync(
        Asker asker, IndexedItem task, DeadlineEvent wish, Filling filled, long? madeFrom, ReplyLanguage language, CancellationToken cancellationToken) =>
        filled.Reason.Length == 0
            ? new(FormOf(task, filled with { Faults = [DeadlineText.In(language).Describe(DeadlineRefusal.NoReason)] }, language))
            : ChangeAsync(
                asker, task, filled with { On = null, Steps = null }, madeFrom, language,
                (role, state, today) => DeadlineActions.Judge(wish, role, task.Content.Notice, task.Item, state.Deadlines, today), cancellationToken);

    private async ValueTask<TurnReply> ChangeAsync(
        Asker asker, IndexedItem task, Filling filled, long? madeFrom, ReplyLanguage language, Func<Role, OfficeState, DateOnly, DeadlineOutcome> judge, CancellationToken cancellationToken)
    {
        // The directory's name, not one that a client sends, stands beside the deadline from now on.
        var by = book.Current.People.Directory.Find(asker.Actor!.AccountId) is { Name.Length: > 0 } person ? asker.Actor with { Name = person.Name } : asker.Actor;
        var outcome = await book.DecideAsync(
            by,
            (state, now) =>
            {
                // The role and the deadline may have changed while the writer before was at it.
                var judged = madeFrom is { } seen && state.Deadlines.LastChangeOf(task.Item.Id) != seen
                    ? new DeadlineOutcome.Refused(DeadlineRefusal.ChangedMeanwhile)
                    : judge(state.People.Directory.RoleOf(by), state, ShanghaiTime.DateOf(now));
                return new Decision<DeadlineOutcome>(judged, judged is DeadlineOutcome.Done done ? [.. done.Events.Select(e => DeadlineJournal.Write(task.Item.Id, e))] : []);
            },
            cancellationToken);
        if (outcome is DeadlineOutcome.Refused refused)
        {
            var why = DeadlineText.In(language).Describe(refused);
            return refused.Reason is DeadlineRefusal.NotAllowed or DeadlineRefusal.UnknownTask or DeadlineRefusal.Closed or DeadlineRefusal.NothingSet or DeadlineRefusal.NoStepsSet
                ? TurnReply.Say(why, language)
                : FormOf(task, filled with { Faults = [why] }, language);
        }

        var (reply, _) = desk.Show(asker, new StatusQuery(StatusView.Detail) { Ids = [task.Item.Id] }, null, language);
        return reply with { ReplacesPressed = true };
    }

    private TurnReply FormOf(IndexedItem task, Filling filled, ReplyLanguage language)
    {
        var (notice, state) = (task.Content.Notice, book.Current.Deadlines);
        if (DeadlinesInForce.IsClosed(notice, clock.Today))
        {
            return TurnReply.Say(DeadlineText.In(language).Describe(DeadlineRefusal.Closed), language);
        }

        var form = new DeadlineForm(
            task, DeadlinesInForce.Of(notice, task.Item, null, view.Rules, state), DeadlinesInForce.MilestonesOf(task.Item, state), state.LastChangeOf(task.Item.Id))
        {
            Language = language,
            Words = StatusText.Of(language, view.Notices(seesInternal: true).Index.Names),
            From = clock.Today,
            Until = notice.Year > 0 ? new DateOnly(notice.Year, 12, 31) : null,
            Faults = filled.Faults,
            On = filled.On,
            Reason = filled.Reason,
            Steps = filled.Steps,
            HasDay = state.HasDay(task.Item.Id),
            HasMilestones = state.HasMilestones(task.Item.Id),
        };
        return new TurnReply { Language = language, Card = DeadlineCards.Of(form), Text = DeadlineCards.ToText(form), ReplacesView = true };
    }

    /// <summary>Several tasks fit: which one is meant is pressed, and the form has what was said.</summary>
    private TurnReply ListOf(ImmutableArray<IndexedItem> tasks, TypedDeadline typed)
    {
        var language = typed.Language;
        var words = DeadlineTurnText.In(language);
        var status = StatusText.Of(language, view.Notices(seesInternal: true).Index.Names);
        var message = new OfficeMessage
        {
            Language = language,
            Title = words.Several(tasks.Length),
            Sentences = tasks.Length > MostListed ? [words.OnlyFirst(MostListed)] : [],
            Lines = [.. tasks.Take(MostListed).Select(t => new OfficeLine(status.Task(t), Standing(t, status, language), new VerbButton(words.Choose, DeadlineCards.FormVerb) { Data = DataOf(t, typed) }))],
        };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText() };
    }

    private string Standing(IndexedItem task, StatusText status, ReplyLanguage language)
    {
        var due = DeadlinesInForce.Of(task.Content.Notice, task.Item, null, view.Rules, book.Current.Deadlines);
        var words = DeadlineText.In(language);

        // The place alone does not tell them apart where notices of several years or cities have it.
        return $"{task.Content.Notice.DocumentNumber} {status.List(task.Item.List)} · {DeadlineCardText.In(language).Now(words.Day(due.On), words.Origin(due, task.Content.Notice))}";
    }

    private static ImmutableArray<CardDatum> DataOf(IndexedItem task, TypedDeadline typed)
    {
        CardDatum[] data =
        [
            new(DeadlineCards.TaskField, task.Item.Id), new(DeadlineCards.DayField, typed.Day ?? string.Empty), new(DeadlineCards.ReasonField, Begin(typed.Reason)),
            new(DeadlineCards.StepsField, Begin(typed.Steps)), StatusCards.In(typed.Language),
        ];
        return [.. data.Where(d => d.Value.Length > 0)];
    }

    // A card has a limit, and each of its lines carries it.
    private static string Begin(string text) => text[..Math.Min(text.Length, DeadlineWish.LongestText)];

    private static Filling Filled(TypedDeadline typed, IndexedItem task) =>
        Filled(typed.Day, typed.Reason, typed.Steps.Length > 0 ? typed.Steps : null, task, typed.Language);

    // Where an input is missing, what holds stays; only an emptied one takes the steps out.
    private static Filling FilledIn(CardCommand command, IndexedItem task, ReplyLanguage language) => Filled(
        command.Text(DeadlineCards.DayField),
        command.Text(DeadlineCards.ReasonField) ?? string.Empty,
        command.Text(DeadlineCards.StepsField) ?? (command.Data.TryGetProperty(DeadlineCards.StepsField, out _) ? string.Empty : null),
        task,
        language);

    private static Filling Filled(string? day, string reason, string? steps, IndexedItem task, ReplyLanguage language)
    {
        var words = DeadlineText.In(language);
        var faults = ImmutableArray.CreateBuilder<string>();
        DateOnly? on = null;
        if (day is not null)
        {
            switch (TypedDay.Only(day, YearOf(task)))
            {
                case TypedDay.Found found:
                    on = found.On;
                    break;
                case TypedDay.NoSuchDay none:
                    faults.Add(words.NoSuchDay(none.Words));
                    break;
                default:
                    faults.Add(words.NoDay(day));
                    break;
            }
        }

        faults.AddRange(steps is null ? [] : TypedSteps.Read(steps, YearOf(task)).Faults.Select(f => words.Describe(f.Words, f.Fault)));
        return new Filling(on, reason, steps, faults.ToImmutable());
    }

    private static int YearOf(IndexedItem task) => task.Content.Notice.Year > 0 ? task.Content.Notice.Year : task.Item.Deadline.On.Year;

    /// <summary>What was said so far.</summary>
    /// <param name="On">The day; null to leave it.</param>
    /// <param name="Reason">Why; may be empty.</param>
    /// <param name="Steps">The steps as typed; null to leave them.</param>
    /// <param name="Faults">What is wrong with it; empty for nothing.</param>
    private sealed record Filling(DateOnly? On, string Reason, string? Steps, ImmutableArray<string> Faults);
}
