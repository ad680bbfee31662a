using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Deadlines;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Core.Subscriptions;
using ZhoushanBot.Delivery;
using ZhoushanBot.Office;
using ZhoushanBot.Reminding;
using ZhoushanBot.Reporting;

namespace ZhoushanBot.Subscriptions;

/// <summary>
/// A weekly status, made at the time of sending by what its subscriber may see by then. Nothing once it was given up, the subscriber lost the right, its week is
/// over, or no open notice has anything of it.
/// </summary>
internal sealed class WeeklyContent(
    OfficeBook book, OfficeView view, OfficeCalendar calendar, MessageMaking making, ConversationBook conversations, OfficeClock clock, IOptions<ReportingOptions> options)
    : IOutboxContent
{
    public const string KindName = "status.weekly";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public DateTimeOffset NotBefore(OutboxRow row, DateTimeOffset at) => making.NotBefore(at);

    /// <inheritdoc/>
    public ValueTask<Activity?> MakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var planned = JsonSerializer.Deserialize(row.Message.Json, WeeklyJson.Default.WeeklyPayload)!;
        var state = book.Current;
        var today = clock.Today;
        if (state.Subscriptions.Find(planned.Subscription) is not { } subscription || planned.Week != WeeklyDays.NameOf(today)
            || (state.People.Directory.RoleOf(subscription.By) is var role && !(Permissions.Allow(role, Right.Subscribe) && Permissions.Allow(role, Right.SeeStatus))))
        {
            return default;
        }

        // Where it goes is looked at anew: somebody may have joined that conversation since.
        var to = row.Message.To;
        var isShared = subscription.IsShared || conversations.Find(new ConversationAddress(to.ChannelId, to.ConversationId)) is not { IsShared: false };
        var board = view.Board(state, role, !isShared).Only(task => !DeadlinesInForce.IsClosed(task.Task.Content.Notice, today));
        if (board.Tasks.IsEmpty || PageOf(board, subscription) is not { } page)
        {
            return default;
        }

        return new(MessageMaking.Message(CardOf(page, board, subscription), page.ToText(StatusCardText.In(page.Language)), to.ChannelId));
    }

    private DateOnly ChangesFrom => WeeklyDays.Before(clock.Today, calendar.Days);

    private StatusPage? PageOf(StatusBoard board, Subscription subscription) =>
        StatusPage.Weekly(board, subscription.Query, ChangesFrom, subscription.Language, options.Value.ShowLeague);

    private AdaptiveCard CardOf(StatusPage page, StatusBoard board, Subscription subscription)
    {
        var words = StatusCardText.In(page.Language);
        ImmutableArray<CardButton> more =
        [
            .. subscription.Query.View == StatusView.Overview ? Array.Empty<CardButton>() : [StatusCards.Show(words.Open, subscription.Query, null, page.Language)],
            StatusCards.Show(words.Button(StatusView.Changes), StatusPage.ChangesOf(subscription.Query, board, ChangesFrom), subscription.Query, page.Language),
            SubscriptionButtons.ToUnsubscribe(page.Language),
        ];
        return StatusCards.Of(page, null, more);
    }
}

/// <summary>One week's status of a subscription.</summary>
/// <param name="Subscription">Its key.</param>
/// <param name="Week">See <see cref="WeeklyDays.NameOf"/>.</param>
internal sealed record WeeklyPayload(string Subscription, string Week);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WeeklyPayload))]
internal sealed partial class WeeklyJson : JsonSerializerContext;
