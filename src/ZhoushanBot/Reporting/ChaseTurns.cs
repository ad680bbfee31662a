using System.Collections.Immutable;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>催办: what would be asked after is shown first, then done. The units hear of it in their next digest, by the rules of all reminders.</summary>
internal sealed class ChaseTurns(OfficeBook book, OfficeView view, NoticeArchive archive, RefusedActs refusals) : ITurnPart
{
    public const string PreviewVerb = "chase.preview";
    public const string SendVerb = "chase.send";

    private const int MostShown = 12;

    /// <summary>"催办" alone: the preview of all that is behind; nothing is sent before its button is pressed.</summary>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken) =>
        StatusWords.Of(text.Folded) is (StatusWish.Chase, var language)
            ? await ChaseAsync(request, PreviewVerb, new StatusQuery(StatusView.Lagging), language, cancellationToken)
            : null;

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.Verb is not (PreviewVerb or SendVerb) || command.IsRefresh)
        {
            return null;
        }

        return await ChaseAsync(request, command.Verb, StatusTurns.QueryIn(command, StatusCards.QueryField), StatusTurns.LanguageOf(request, command), cancellationToken);
    }

    private async ValueTask<TurnReply> ChaseAsync(TurnRequest request, string verb, StatusQuery? query, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var words = ReportingText.In(language);
        var asker = Asker.Of(request, book.Current);
        if (!asker.May(Right.Chase))
        {
            return refusals.Say(words.NotAllowed, language, verb, RefusedActs.NotAllowed, asker);
        }

        if (query is null)
        {
            return TurnReply.Say(words.StaleButton, language);
        }

        var isSent = verb == SendVerb;
        var chases = await book.DecideAsync(
            asker.Actor!,
            (state, now) =>
            {
                var judged = Judge(state, asker, query, now);
                return new Decision<ImmutableArray<Chase>>(judged, isSent ? [.. judged.Select(c => c.Outcome).OfType<ReminderOutcome.Done>().Select(d => d.Line)] : []);
            },
            cancellationToken);
        return ReplyOf(chases, query, isSent, language);
    }

    private ImmutableArray<Chase> Judge(OfficeState state, Asker asker, StatusQuery query, DateTimeOffset now)
    {
        var plan = view.Plan(state);
        var board = view.Board(state, asker.Role, asker.SeesInternal);
        var chases = ImmutableArray.CreateBuilder<Chase>();
        var seen = new HashSet<(string, Party)>();
        foreach (var entry in StatusPage.Behind(board, query))
        {
            foreach (var duty in DutiesOf(plan, entry).Where(d => seen.Add((d.Item.Id, d.Party))))
            {
                chases.Add(new Chase(entry, duty.Party, ReminderActions.Chase(plan, asker.Actor!, new ReminderTarget(duty.Item.Id, duty.Party, duty.Due), now)));
            }
        }

        return chases.DrainToImmutable();
    }

    /// <summary>Whom an entry falls to: the area whose figure it is, else those who lead.</summary>
    private static IEnumerable<Duty> DutiesOf(PlanInput plan, LaggingEntry entry) =>
        Duties.Of(plan, entry.Task.Task.Content, entry.Task.Task.Item)
            .Where(d => d.Milestone is null && (entry.Area.Length > 0 ? d.Party.Area == entry.Area && d.Kind != DutyKind.Supporting : d.Kind == DutyKind.Lead));

    private TurnReply ReplyOf(ImmutableArray<Chase> chases, StatusQuery query, bool isSent, ReplyLanguage language)
    {
        var words = ReportingText.In(language);
        var status = StatusText.Of(language, archive.Current.Index.Names);
        var done = chases.Where(c => c.Outcome is ReminderOutcome.Done).ToList();
        var refused = chases.Select(c => c.Outcome).OfType<ReminderOutcome.Refused>().GroupBy(r => r.Reason).ToList();
        var parties = done.GroupBy(c => c.Party).ToList();
        var message = new OfficeMessage
        {
            Language = language,
            Title = isSent ? words.Chased : words.ChasePreview,
            Sentences =
            [
                done.Count == 0 ? words.NobodyToChase : isSent ? words.ChasedCount(parties.Count, done.Count) : words.ToChase(parties.Count, done.Count),
                .. done.Count > 0 ? [words.ChaseRules] : Array.Empty<string>(),
                .. refused.Select(r => words.LeftOut(r.Count(), ReminderText.Of(language, archive.Current.Index.Names).Describe(r.Key))),
                .. parties.Count > MostShown ? [words.AndMoreParties(parties.Count - MostShown)] : Array.Empty<string>(),
            ],
            Lines =
            [
                .. parties.Take(MostShown).Select(p => new OfficeLine(
                    p.Key.Organization is { } organization ? status.Organization(organization) : status.Area(p.Key.Name),
                    string.Join('；', p.Take(3).Select(c => status.Task(c.Entry.Task.Task))) + (p.Count() > 3 ? $" (+{p.Count() - 3})" : string.Empty))
                { Lamp = p.Min(c => c.Entry.Lamp) == p.Max(c => c.Entry.Lamp) ? p.First().Entry.Lamp : Core.Progress.StatusLamp.Red }),
            ],
            Buttons =
            [
                .. !isSent && done.Count > 0
                    ? [new VerbButton(words.ChaseNow(parties.Count), SendVerb) { Data = [new(StatusCards.QueryField, query.Code), StatusCards.In(language)], Style = ButtonStyle.Positive }]
                    : Array.Empty<CardButton>(),
                StatusCards.Show($"← {StatusCardText.In(language).Back}", query, null, language),
            ],
        };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText(), ReplacesPressed = isSent, ReplacesView = !isSent };
    }

    /// <summary>One unit asked after for one task.</summary>
    /// <param name="Entry">What is behind.</param>
    /// <param name="Party">Whom it falls to.</param>
    /// <param name="Outcome">What comes of it.</param>
    private sealed record Chase(LaggingEntry Entry, Party Party, ReminderOutcome Outcome);
}
