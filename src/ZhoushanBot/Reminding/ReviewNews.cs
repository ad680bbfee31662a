using System.Collections.Immutable;
using System.Text.Json;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.WorkDays;
using ZhoushanBot.Delivery;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Telemetry;

namespace ZhoushanBot.Reminding;

/// <summary>
/// Tells whoever reported what the office made of it: sent back, closed or opened again. The message's key is the journal's line and the chat: told again after a
/// restart it is the same message.
/// </summary>
internal sealed class ReviewNews(OfficeBook book, IOutbox outbox, OfficeClock clock, ILogger<ReviewNews> logger) : BackgroundService
{
    /// <summary>What is older is no news: a store that was long without its service tells nobody of last month.</summary>
    public static readonly TimeSpan LongestNews = TimeSpan.FromDays(7);

    private static readonly TimeSpan PauseWhenStoreFails = TimeSpan.FromSeconds(5);

    private long toldUpTo;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the state is read, so that nothing that happens meanwhile is missed.
            var changed = book.Changed;
            var isTold = await TryTellAsync(stoppingToken);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(changed, Task.Delay(isTold ? Timeout.InfiniteTimeSpan : PauseWhenStoreFails, clock, over.Token));
            await over.CancelAsync();
        }
    }

    private async Task<bool> TryTellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with one message, the service goes on and it is tried again.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ReviewsNotTold(logger, e);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var state = book.Current;
        if (state.Sequence == toldUpTo)
        {
            return;
        }

        // At the start all tasks are gone through once; later those that were written on.
        var tasks = (toldUpTo > 0 ? state.Progress.WrittenSince(toldUpTo) : null) ?? [.. state.Progress.Tasks.Select(t => t.Key)];
        var now = clock.Now;
        ImmutableArray<OutboxMessage> messages =
        [
            .. from task in tasks
               let progress = state.Progress.Of(task)
               from act in progress.Acts
               where act.Sequence > toldUpTo && act.At > now - LongestNews
               from message in MessagesOf(state.People, task, progress, act, now)
               select message,
        ];
        if (!messages.IsEmpty)
        {
            await outbox.EnqueueAsync(messages, cancellationToken);
        }

        toldUpTo = state.Sequence;
    }

    /// <summary>To the own chat of each whose report it is; whoever has none hears of it in the chats of the unit or area they speak for.</summary>
    private static IEnumerable<OutboxMessage> MessagesOf(PeopleState people, string task, TaskProgress progress, ProgressEntry act, DateTimeOffset now)
    {
        var told = new HashSet<ChatAddress>();
        foreach (var reporter in ReportersOf(progress, act).DistinctBy(by => by.AccountId, StringComparer.Ordinal).Where(by => by.AccountId != act.By.AccountId))
        {
            foreach (var (chat, account) in ChatsOf(people, reporter).Where(c => told.Add(c.Chat)))
            {
                yield return new OutboxMessage(
                    $"{ReviewNewsContent.KindName}:{act.Sequence}:{chat.ChannelId}/{chat.ConversationId}",
                    new OutboxRecipient(chat.ChannelId, chat.ConversationId, account, reporter.Name),
                    ReviewNewsContent.KindName,
                    JsonSerializer.Serialize(new ReviewPayload(task, act.Sequence), RemindingJson.Default.ReviewPayload),
                    now);
            }
        }
    }

    private static IEnumerable<Actor> ReportersOf(TaskProgress progress, ProgressEntry act) => act.Event switch
    {
        ProgressEvent.Returned returned => progress.Report(returned.Report) is { } report ? [report.By] : [],
        ProgressEvent.Closed or ProgressEvent.Reopened => progress.Threads.Select(thread => thread.Last.By),
        _ => [],
    };

    private static IEnumerable<(ChatAddress Chat, string Account)> ChatsOf(PeopleState people, Actor reporter) =>
        people.OwnChatOf(reporter.AccountId) is { } own ? [(own, reporter.AccountId)]
        : people.Directory.Find(reporter.AccountId) is not { } person ? []
        : (person.Organization is { } unit ? people.ChatsOf(new ChatOwner(unit, null, null)) : [])
            .Union(person.Area is { } area ? people.ChatsOf(new ChatOwner(null, area, null)) : [])
            .Select(chat => (chat, string.Empty));
}

/// <summary>One act of review, for those whose report it is; nothing once another has overtaken it.</summary>
internal sealed class ReviewNewsContent(OfficeBook book, OfficeView view, NoticeArchive archive, MessageMaking making) : IOutboxContent
{
    public const string KindName = "progress.reviewed";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize(row.Message.Json, RemindingJson.Default.ReviewPayload)!;
        var progress = book.Current.Progress.Of(payload.Task);
        if (progress.Acts.FirstOrDefault(a => a.Sequence == payload.Sequence) is not { } act || IsOvertaken(progress, act)
            || view.Board(Role.Liaison, seesInternal: false).Find(payload.Task) is not { } task)
        {
            return default;
        }

        var language = making.LanguageOf(row.Message.To);
        var words = ReviewNewsText.In(language);
        var status = StatusText.Of(language, archive.Current.Index.Names);
        var (title, sentence, reason) = act.Event switch
        {
            ProgressEvent.Closed closed => (words.Closed, words.ClosedBy(act.By.Name, status.Day(ShanghaiTime.DateOf(act.At))), closed.Note),
            ProgressEvent.Reopened reopened => (words.Reopened, words.ReopenedBy(act.By.Name, status.Day(ShanghaiTime.DateOf(act.At))), reopened.Reason),
            ProgressEvent.Returned returned => (words.Returned, words.ReturnedBy(act.By.Name, status.Day(ShanghaiTime.DateOf(act.At))), returned.Reason),
            _ => (string.Empty, string.Empty, string.Empty),
        };
        var message = new OfficeMessage
        {
            Language = language,
            Title = title,
            Sentences = reason.Length > 0 ? [sentence, words.Reason(reason)] : [sentence],
            Lines = [new OfficeLine(status.Task(task.Task), status.Reason(task.Reason)) { Lamp = task.Lamp }],
            Buttons = act.Event is ProgressEvent.Closed
                ? []
                : [new VerbButton(words.ReportAgain, ReportCards.FormVerb) { Data = [new(ReportCards.TaskField, payload.Task), StatusCards.In(language)] }],
        };
        var card = OfficeCards.Of(message);
        return new(MessageMaking.Message(card, message.ToText(), row.Message.To.ChannelId));
    }

    private static bool IsOvertaken(TaskProgress progress, ProgressEntry act) => act.Event switch
    {
        ProgressEvent.Closed or ProgressEvent.Reopened => progress.Acts.Any(a => a.Sequence > act.Sequence && a.Event is (ProgressEvent.Closed or ProgressEvent.Reopened)),
        ProgressEvent.Returned returned => progress.Closure is not null || !progress.Threads.Any(t => t.Last.Sequence == returned.Report),
        _ => true,
    };
}
