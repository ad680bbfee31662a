using System.Collections.Immutable;
using System.Globalization;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Core.Cards;

/// <summary>The cards of reminders: the digest, one task of it, a request for more time and its result, and lists of tasks.</summary>
/// <param name="input">As everything stands.</param>
/// <param name="names">English names.</param>
/// <param name="language">Of the cards.</param>
/// <param name="now">When.</param>
/// <param name="viewers">For whom a digest brings itself up to date, see <see cref="CardRefresh.UserIds"/>; default leaves it to the host.</param>
public sealed class ReminderCards(PlanInput input, NameBook names, ReplyLanguage language, DateTimeOffset now, ImmutableArray<string> viewers = default)
{
    /// <summary>Tasks of a digest that have buttons of their own; a longer one has rows to press.</summary>
    public const int MostWithButtons = 5;

    /// <summary>Rows of a list, and of one part of a digest.</summary>
    public const int MostRows = 12;

    private const int MostHeld = 3;

    private readonly ReminderText words = ReminderText.Of(language, names);
    private readonly ReminderCardText text = ReminderCardText.In(language);
    private readonly AnswerText answers = AnswerText.Of(language, names);
    private readonly DeadlineText deadlines = DeadlineText.In(language);

    /// <summary>What a chat is reminded of, with what was done about it.</summary>
    /// <param name="digest">As it was planned.</param>
    /// <param name="mayRepeat">It may have arrived before.</param>
    /// <param name="page">Which part of a long one, from 0; behind the last one stands the last.</param>
    public AdaptiveCard Digest(Digest digest, bool mayRepeat = false, int page = 0)
    {
        ArgumentNullException.ThrowIfNull(digest);
        if (digest.Lines is [var only] && only.MilestoneId is null && words.Words(only, input) is not null)
        {
            return One(digest, only, mayRepeat, isAlone: true);
        }

        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(Heading(words.Heading(digest)));
        AddNotes(body, digest, mayRepeat);
        var hasButtons = digest.Lines.Length <= MostWithButtons;
        var all = OrderOf(digest);
        page = Math.Clamp(page, 0, Math.Max(0, all.Length - 1) / MostRows);
        var first = page * MostRows;
        ImmutableArray<PlannedReminder> shown = [.. all.Skip(first).Take(MostRows)];
        body.AddRange(shown.Select(line => Row(digest, line, words.Words(line, input)!, hasButtons)));
        var hidden = all.Except(shown).ToList();
        if (hidden.Count > 0)
        {
            body.Add(new TextBlock(text.Part(first + 1, first + shown.Length, all.Length, hidden.Count(IsOpen))) { IsSubtle = true, Spacing = Spacing.Medium });
        }

        return new AdaptiveCard
        {
            Language = language,
            Summary = words.Heading(digest),
            Body = body.ToImmutable(),
            Buttons = [.. AcknowledgeOf(digest, shown, hidden.Count > 0), .. PagesOf(digest, page, all.Length)],
            Refresh = RefreshOf(digest, page),
        };
    }

    /// <summary>The lines that the card of a digest shows now: of a long one those first that nobody has acknowledged, so that each press brings the next ones up.</summary>
    public ImmutableArray<PlannedReminder> ShownOf(Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return [.. OrderOf(digest).Take(MostRows)];
    }

    /// <summary>One task of a digest, with the notice's words and all that can be done about it; null when no such task is in it.</summary>
    public AdaptiveCard? Task(Digest digest, ReminderTarget target)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(target);
        return digest.Lines.FirstOrDefault(l => l.WorkItemId == target.WorkItemId && l.Party == target.Party && l.Due == target.Due) is { } line && words.Words(line, input) is not null
            ? One(digest, line, mayRepeat: false, isAlone: digest.Lines.Length == 1)
            : null;
    }

    /// <summary>A request for more time, for those who decide; with the decision once there is one.</summary>
    public AdaptiveCard Request(Extension asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var unit = NameOf(asked.Party);
        var data = new CardDatum(ReminderButtons.Request, asked.Request.ToString(CultureInfo.InvariantCulture));
        return new AdaptiveCard
        {
            Language = language,
            Summary = $"{text.RequestHeading(unit)} · {TitleOf(asked.WorkItemId)}",
            Body =
            [
                Heading(text.RequestHeading(unit)),
                new TextBlock(TitleOf(asked.WorkItemId)) { Weight = TextWeight.Bolder },
                new FactSet(
                [
                    new CardFact(text.From, deadlines.Day(asked.Due)),
                    new CardFact(text.To, deadlines.Day(asked.Until)),
                    new CardFact(text.Reason, asked.Reason),
                ]),
                new TextBlock(text.Asked(NameOf(asked.By), ShanghaiTime.Of(asked.At))) { IsSubtle = true, Size = TextSize.Small },
                .. asked.Decision is { } decision ? (ImmutableArray<CardElement>)[Decided(decision)] : [],
            ],
            Buttons = asked.Decision is not null ? [] :
            [
                new FormButton(
                    text.Grant,
                    [
                        new DateInput(ReminderButtons.Until, text.Until) { Value = asked.Until, Min = asked.Due.AddDays(1), Required = text.DayNeeded },
                    ],
                    [new VerbButton(text.Grant, ReminderButtons.Decide) { Style = ButtonStyle.Positive, Data = [data, new CardDatum(ReminderButtons.Granted, "yes")] }]) { Style = ButtonStyle.Positive },
                new FormButton(
                    text.Refuse,
                    [new TextInput(ReminderButtons.Reason, text.Reason) { IsMultiline = true, MaxLength = 300, Required = text.ReasonNeeded }],
                    [new VerbButton(text.Refuse, ReminderButtons.Decide) { Data = [data, new CardDatum(ReminderButtons.Granted, "no")] }]),
            ],
        };
    }

    /// <summary>What was decided, for the unit that asked.</summary>
    /// <param name="asked">The request; decided.</param>
    public AdaptiveCard Result(Extension asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var granted = asked.Decision?.Granted == true;
        return new AdaptiveCard
        {
            Language = language,
            Summary = $"{text.ResultHeading(granted)} · {TitleOf(asked.WorkItemId)}",
            Body =
            [
                Heading(text.ResultHeading(granted)),
                new TextBlock(TitleOf(asked.WorkItemId)) { Weight = TextWeight.Bolder },
                new FactSet(
                [
                    new CardFact(text.From, deadlines.Day(granted ? asked.Until : asked.Due)),
                    .. asked.Decision is { Reason.Length: > 0 } given ? (ImmutableArray<CardFact>)[new CardFact(text.Reason, given.Reason)] : [],
                ]),
                .. asked.Decision is { } decision ? (ImmutableArray<CardElement>)[Decided(decision)] : [],
            ],
        };
    }

    /// <summary>What is open for somebody.</summary>
    /// <param name="duties">The soonest first.</param>
    public AdaptiveCard MyTasks(ImmutableArray<Duty> duties) => ListOf(text.MyTasks(duties.Length), duties);

    /// <summary>What is open of matters that were handed over, for whoever takes over.</summary>
    /// <param name="giver">Whose matters.</param>
    /// <param name="until">Last day; null for until they are taken back.</param>
    /// <param name="duties">The soonest first; may be empty.</param>
    public AdaptiveCard HandedOver(string giver, DateOnly? until, ImmutableArray<Duty> duties) =>
        ListOf(text.HandedOver(giver, until is { } day ? deadlines.Day(day) : null, duties.Length), duties);

    /// <summary>What falls due for a unit in the week.</summary>
    /// <param name="unit">Its name.</param>
    /// <param name="duties">The soonest first; may be empty.</param>
    public AdaptiveCard DueThisWeek(string unit, ImmutableArray<Duty> duties) => ListOf(text.DueThisWeek(unit, duties.Length), duties);

    /// <summary>Who has not acknowledged, with how many tasks.</summary>
    public AdaptiveCard NotAcknowledged(ImmutableArray<Duty> duties)
    {
        var units = duties.GroupBy(d => d.Party).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ToList();
        var heading = text.NotAcknowledged(duties.Length, units.Count);
        return new AdaptiveCard
        {
            Language = language,
            Summary = heading,
            Body =
            [
                Heading(heading),
                units.Count == 0 ? new TextBlock(text.Nothing) : new FactSet([.. units.Take(MostRows * 2).Select(g => new CardFact(NameOf(g.Key), g.Count().ToString(CultureInfo.InvariantCulture)))]),
                .. units.Count > MostRows * 2 ? (ImmutableArray<CardElement>)[new TextBlock($"+{units.Count - (MostRows * 2)}") { IsSubtle = true }] : [],
            ],
        };
    }

    /// <summary>What will go out, to whom, on the coming days.</summary>
    /// <param name="plans">One a working day.</param>
    public AdaptiveCard Preview(ImmutableArray<ReminderPlan> plans)
    {
        var heading = text.Preview(plans.Sum(p => p.Digests.Length));
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(Heading(heading));
        foreach (var plan in plans)
        {
            body.Add(new TextBlock(words.HeadingOf(plan)) { Weight = TextWeight.Bolder, HasSeparator = true });
            foreach (var digest in plan.Digests.Take(MostRows))
            {
                var reasons = string.Join(text.Comma, digest.Lines.GroupBy(l => l.Occasion).Take(4).Select(g => $"{words.Rule(g.Key)} × {g.Count()}"));
                body.Add(new TextBlock($"{words.RecipientName(digest.To)} · {reasons}") { Size = TextSize.Small, Spacing = Spacing.None });
            }

            if (plan.Digests.Length > MostRows)
            {
                body.Add(new TextBlock($"+{plan.Digests.Length - MostRows}") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None });
            }

            body.AddRange(HeldBack(plan).Select(said => new TextBlock(said) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None }));
        }

        return new AdaptiveCard { Language = language, Summary = heading, Body = body.ToImmutable() };
    }

    /// <summary>What does not go out that day, and why.</summary>
    private IEnumerable<string> HeldBack(ReminderPlan plan) =>
    [
        .. plan.Held.IsEmpty ? Array.Empty<string>() : [text.HeldBack(plan.Held.Length, plan.Held.Sum(h => h.Lines))],
        .. plan.Held.Take(MostHeld).Select(words.HeldOf),
        .. plan.Quiet > 0 ? [words.Quiet(plan.Quiet)] : Array.Empty<string>(),
    ];

    private AdaptiveCard ListOf(string heading, ImmutableArray<Duty> duties) => new()
    {
        Language = language,
        Summary = heading,
        Body =
        [
            Heading(heading),
            .. duties.IsEmpty ? (ImmutableArray<CardElement>)[new TextBlock(text.Nothing)] : [],
            .. duties.Take(MostRows).Select(CardElement (d) => new Container(
            [
                new TextBlock(answers.Task(d.Content.Notice, d.Item, 60)) { Weight = TextWeight.Bolder },
                new TextBlock($"{deadlines.Day(d.Due)} · {answers.Place(d.Item)}{StandingOf(d.Item.Id, d.Party, d.Due, d.ShareArea)}") { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.None },
                .. d.Milestone is { } step ? (ImmutableArray<CardElement>)[new TextBlock(step.Text) { Size = TextSize.Small, Spacing = Spacing.None }] : [],
            ]) { HasSeparator = true }),
            .. duties.Length > MostRows ? (ImmutableArray<CardElement>)[new TextBlock($"+{duties.Length - MostRows}") { IsSubtle = true }] : [],
        ],
    };

    private AdaptiveCard One(Digest digest, PlannedReminder line, bool mayRepeat, bool isAlone)
    {
        var said = words.Words(line, input)!;
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(Heading(isAlone ? words.Heading(digest) : said.Title));
        AddNotes(body, digest, mayRepeat);
        if (isAlone)
        {
            body.Add(new TextBlock(said.Title) { Weight = TextWeight.Bolder });
        }

        body.AddRange(Lines(line, said));
        body.Add(new Container([new TextBlock(text.Words) { IsSubtle = true, Size = TextSize.Small }, new TextBlock(said.Quote) { Size = TextSize.Small, Spacing = Spacing.None }])
        {
            Style = ContainerStyle.Emphasis,
        });
        var buttons = ButtonsOf(digest, line);
        return new AdaptiveCard
        {
            Language = language,
            Summary = $"{words.Heading(digest)} · {said.Title}",
            Body = body.ToImmutable(),
            Buttons = isAlone ? buttons : buttons.Add(new VerbButton(text.Back, ReminderButtons.Refresh) { IgnoresInputs = true, Data = [new CardDatum(ReminderButtons.Digest, digest.Key)] }),
            Refresh = isAlone ? RefreshOf(digest) : null,
        };
    }

    private ImmutableArray<CardButton> ButtonsOf(Digest digest, PlannedReminder line)
    {
        var target = new ReminderTarget(line.WorkItemId, line.Party, line.Due);
        if (!IsCurrent(line))
        {
            return [];
        }

        var data = ReminderButtons.DataOf(target, digest.Key);
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        if (IsOpen(line))
        {
            buttons.Add(new VerbButton(text.Acknowledge, ReminderButtons.Acknowledge) { Style = ButtonStyle.Positive, Data = data, IgnoresInputs = true });
        }

        buttons.Add(new VerbButton(text.Report, ReminderButtons.Report) { Data = data, IgnoresInputs = true });
        if (ReminderActions.SnoozeChoices(input, target, now) is { IsEmpty: false } choices)
        {
            buttons.Add(new FormButton(
                text.Later,
                [
                    new ChoiceInput(ReminderButtons.Choice, text.HowLong, [.. choices.Select(c => new CardChoice(words.NameOf(c), c.ToString()))]) { IsExpanded = true, Value = choices[0].ToString() },
                ],
                [new VerbButton(text.Send, ReminderButtons.Snooze) { Data = data }]));
        }

        if (line.Duty != DutyKind.Supporting && line.MilestoneId is null && input.Deadlines.PendingOf(line.WorkItemId, ShareOf(line)) is null && LastDayOf(line) > line.Due)
        {
            buttons.Add(new FormButton(
                text.AskForTime,
                [
                    new DateInput(ReminderButtons.Until, text.Until) { Min = line.Due.AddDays(1), Max = LastDayOf(line), Required = text.DayNeeded },
                    new TextInput(ReminderButtons.Reason, text.Reason) { IsMultiline = true, MaxLength = 300, Required = text.ReasonNeeded },
                ],
                [new VerbButton(text.Send, ReminderButtons.Extend) { Data = data }]));
        }

        return buttons.ToImmutable();
    }

    private Container Row(Digest digest, PlannedReminder line, ReminderWords said, bool hasButtons)
    {
        var data = ReminderButtons.DataOf(new ReminderTarget(line.WorkItemId, line.Party, line.Due), digest.Key);
        var open = new VerbButton(text.Open, ReminderButtons.Open) { Data = data, IgnoresInputs = true };
        var items = ImmutableArray.CreateBuilder<CardElement>();
        items.Add(new TextBlock(said.Title) { Weight = TextWeight.Bolder });
        if (!hasButtons)
        {
            items.Add(new TextBlock(said.When) { Size = TextSize.Small, Color = ColorOf(line), Spacing = Spacing.None });
            items.Add(new TextBlock($"{said.Whose}{StandingOf(line.WorkItemId, line.Party, line.Due, ShareAreaOf(line))}") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None });
            return new Container(items.ToImmutable()) { HasSeparator = true, OnPress = open };
        }

        items.AddRange(Lines(line, said));
        if (IsCurrent(line))
        {
            items.Add(new ButtonSet(
            [
                .. IsOpen(line) ? (ImmutableArray<CardButton>)[new VerbButton(text.Acknowledge, ReminderButtons.Acknowledge) { Data = data, IgnoresInputs = true }] : [],
                open,
            ]));
        }

        return new Container(items.ToImmutable()) { HasSeparator = true, Spacing = Spacing.Medium };
    }

    private IEnumerable<CardElement> Lines(PlannedReminder line, ReminderWords said)
    {
        yield return new TextBlock(said.When) { Color = ColorOf(line), Spacing = Spacing.Small };
        yield return new TextBlock($"{said.Whose} · {said.Place}") { Size = TextSize.Small, Spacing = Spacing.None };
        if (said.Missing.Length > 0)
        {
            yield return new TextBlock(said.Missing) { Size = TextSize.Small, Spacing = Spacing.None };
        }

        yield return new TextBlock(said.Origin) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };
        if (!said.Notes.IsEmpty)
        {
            yield return new TextBlock(string.Join(' ', said.Notes)) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None };
        }

        if (StandingOf(line.WorkItemId, line.Party, line.Due, ShareAreaOf(line)) is { Length: > 0 } standing)
        {
            yield return new TextBlock(standing.TrimStart(' ', '·')) { Color = TextColor.Good, Spacing = Spacing.Small };
        }
    }

    /// <summary>What became of it, behind a dot; empty for nothing.</summary>
    private string StandingOf(string workItemId, Party party, DateOnly due, string? share)
    {
        if (input.Done.Includes(workItemId, share))
        {
            return $" · {text.IsDone}";
        }

        var acknowledged = input.Reminders.AcknowledgementOf(workItemId, party, due) is { } a ? $" · {text.Acknowledged(NameOf(a.By), ShanghaiTime.Of(a.At))}" : string.Empty;
        var putOff = input.Reminders.SnoozeOf(workItemId, party, due) is { } snooze && snooze.Until > ShanghaiTime.DateOf(now) ? $" · {text.PutOff(deadlines.Day(snooze.Until))}" : string.Empty;
        var pending = input.Deadlines.PendingOf(workItemId, party with { Area = share }) is { } asked ? $" · {text.Pending(deadlines.Day(asked.Until))}" : string.Empty;
        return acknowledged + putOff + pending + (DayNow(workItemId, party, due) is { } moved ? $" · {text.DayMoved(deadlines.Day(moved))}" : string.Empty);
    }

    /// <summary>The task's or share's day where the one that a card shows no longer holds; null while it does.</summary>
    private DateOnly? DayNow(string workItemId, Party party, DateOnly due)
    {
        var own = DutiesOf(workItemId, party);
        return own.Any(d => d.Due == due) ? null : own.FirstOrDefault(d => d.Milestone is null)?.Due;
    }

    private ImmutableArray<Duty> DutiesOf(string workItemId, Party party) =>
        input.Find(workItemId) is { } task ? [.. Duties.Of(input, task.Content, task.Item).Where(d => d.Party == party)] : [];

    private bool IsCurrent(PlannedReminder line) =>
        !input.Done.Includes(line.WorkItemId, ShareAreaOf(line))
        && DutiesOf(line.WorkItemId, line.Party).FirstOrDefault(d => d.Due == line.Due) is { } duty
        && !DeadlinesInForce.IsClosed(duty.Content.Notice, ShanghaiTime.DateOf(now));

    private bool IsOpen(PlannedReminder line) => IsCurrent(line) && input.Reminders.AcknowledgementOf(line.WorkItemId, line.Party, line.Due) is null;

    private DateOnly LastDayOf(PlannedReminder line) =>
        input.Find(line.WorkItemId) is { Content.Notice.Year: > 0 and var year } ? new DateOnly(year, 12, 31) : DateOnly.MaxValue;

    private static string? ShareAreaOf(PlannedReminder line) => line.Duty == DutyKind.Lead ? null : line.Party.Area;

    private static Party ShareOf(PlannedReminder line) => line.Party with { Area = ShareAreaOf(line) };

    private static TextColor ColorOf(PlannedReminder line) => line.WorkingDaysLeft switch
    {
        < 0 => TextColor.Attention,
        <= 3 => TextColor.Warning,
        _ => TextColor.Default,
    };

    private static TextBlock Heading(string heading) => new(heading) { Size = TextSize.Medium, Weight = TextWeight.Bolder, IsHeading = true };

    private CardRefresh RefreshOf(Digest digest, int page = 0) => new(ReminderButtons.Refresh, PageOf(digest, page), viewers);

    private static ImmutableArray<CardDatum> PageOf(Digest digest, int page)
    {
        var key = new CardDatum(ReminderButtons.Digest, digest.Key);
        return page == 0 ? [key] : [key, new CardDatum(ReminderButtons.Page, page.ToString(CultureInfo.InvariantCulture))];
    }

    private ImmutableArray<PlannedReminder> OrderOf(Digest digest)
    {
        var known = digest.Lines.Where(line => words.Words(line, input) is not null).ToList();
        return known.Count <= MostRows ? [.. known] : [.. known.OrderBy(line => !IsOpen(line))];
    }

    private IEnumerable<CardButton> AcknowledgeOf(Digest digest, ImmutableArray<PlannedReminder> shown, bool isPart)
    {
        if (shown.Where(IsOpen).ToList() is { Count: > 0 } open)
        {
            yield return new VerbButton(isPart ? text.AcknowledgeShown(open.Count) : text.AcknowledgeAll, ReminderButtons.Acknowledge)
            {
                Style = ButtonStyle.Positive,
                IgnoresInputs = true,
                Data = [new CardDatum(ReminderButtons.Digest, digest.Key), new CardDatum(ReminderButtons.Shown, ReminderButtons.NameShown(open))],
            };
        }
    }

    private IEnumerable<CardButton> PagesOf(Digest digest, int page, int all)
    {
        if (page > 0)
        {
            yield return new VerbButton(text.Previous, ReminderButtons.Refresh) { IgnoresInputs = true, Data = PageOf(digest, page - 1) };
        }

        if (all - ((page + 1) * MostRows) is > 0 and var left)
        {
            yield return new VerbButton(text.Next(Math.Min(left, MostRows)), ReminderButtons.Refresh) { IgnoresInputs = true, Data = PageOf(digest, page + 1) };
        }
    }

    private void AddNotes(ImmutableArray<CardElement>.Builder body, Digest digest, bool mayRepeat)
    {
        if (mayRepeat)
        {
            body.Add(new TextBlock(words.MayRepeat) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small });
        }

        if (digest.IsCalendarAssumed)
        {
            var year = input.Calendar.IsAssumed(digest.On.Year) ? digest.On.Year : digest.Lines.Select(l => l.Due.Year).FirstOrDefault(input.Calendar.IsAssumed, digest.On.Year);
            body.Add(new TextBlock(words.CalendarAssumed(year)) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small });
        }
    }

    private TextBlock Decided(ExtensionDecision decision) =>
        new($"{text.ResultHeading(decision.Granted)} · {text.DecidedBy(NameOf(decision.By), ShanghaiTime.Of(decision.At))}")
        {
            Color = decision.Granted ? TextColor.Good : TextColor.Attention,
        };

    private string NameOf(Actor by) => input.People.Directory.Find(by.AccountId)?.Name ?? (by.Name.Length > 0 ? by.Name : by.AccountId);

    private string NameOf(Party party) => party.Organization is { } organization ? answers.Organization(organization) : answers.Area(party.Name);

    private string TitleOf(string workItemId) => input.Find(workItemId) is { } task ? answers.Task(task.Content.Notice, task.Item, 60) : workItemId;
}
