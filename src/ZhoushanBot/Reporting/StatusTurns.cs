using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>Questions for the status, and the buttons by which one goes on from a status card.</summary>
internal sealed class StatusTurns(OfficeBook book, StatusDesk desk, ConversationMemory memory, OfficeClock clock) : ITurnPart
{
    /// <inheritdoc/>
    public ValueTask<TurnReply?> TryQuestionAsync(TurnRequest request, AssistantReply answer, CancellationToken cancellationToken)
    {
        if (answer.Reading.Status is not { Query: var query })
        {
            return default;
        }

        var asker = Asker.Of(request, book.Current);
        if (!asker.May(Right.SeeStatus))
        {
            // Where nothing was ever reported the notice's answer is the whole truth; whatever the notice can say it says.
            return new(HasReports(book.Current) && answer.Reading.Question is Question.Refusal
                ? TurnReply.Say(StatusCardText.In(answer.Language).OnlyManagers, answer.Language)
                : null);
        }

        var before = memory.Recall(request.Key);
        var from = before.Last(clock.Now)?.Question is Question.Status { Query: var last } ? last : null;
        var (reply, page) = desk.Show(asker, query, from is { View: StatusView.Overview } || from == query ? null : from, answer.Language);
        memory.Keep(request.Key, before.With(new ContextTurn(new Question.Status(page.Query), page.Shown, 0, answer.Language, clock.Now)), null);
        return new(reply);
    }

    /// <inheritdoc/>
    public ValueTask<TurnReply?> TryCommandAsync(TurnRequest request, CardCommand command, CancellationToken cancellationToken)
    {
        if (command.Verb != StatusCards.ShowVerb)
        {
            return default;
        }

        var asker = Asker.Of(request, book.Current);
        var language = LanguageOf(request, command);
        if (!asker.May(Right.SeeStatus))
        {
            return new(TurnReply.Say(StatusCardText.In(language).OnlyManagers, language));
        }

        if (QueryIn(command, StatusCards.QueryField) is not { } query)
        {
            return new(TurnReply.Say(ReportingText.In(language).StaleButton, language));
        }

        var (reply, page) = desk.Show(asker, query, QueryIn(command, StatusCards.FromField), language);
        if (!command.IsRefresh)
        {
            memory.Keep(request.Key, memory.Recall(request.Key).With(new ContextTurn(new Question.Status(page.Query), page.Shown, 0, language, clock.Now)), null);
        }

        return new(reply with { ReplacesPressed = true });
    }

    private static bool HasReports(OfficeState state) => state.Progress.Tasks.Any(task => !state.Internal.Contains(task.Key));

    /// <summary>The language that a card's button was written in; else that of the person's client.</summary>
    internal static ReplyLanguage LanguageOf(TurnRequest request, CardCommand command) => command.Text(StatusCards.LanguageField) switch
    {
        StatusCards.Chinese => ReplyLanguage.Chinese,
        StatusCards.English => ReplyLanguage.English,
        _ => request.Language,
    };

    internal static StatusQuery? QueryIn(CardCommand command, string field) => command.Text(field) is { } code ? StatusQuery.FromCode(code) : null;
}

/// <summary>Makes status cards of how everything stands, for one asker.</summary>
internal sealed class StatusDesk(OfficeView view, IOptions<ReportingOptions> options)
{
    /// <summary>The status asked for.</summary>
    /// <param name="asker">Who may see it.</param>
    /// <param name="query">Which.</param>
    /// <param name="back">Where the back button leads; null for nowhere.</param>
    /// <param name="language">Language.</param>
    public (TurnReply Reply, StatusPage Page) Show(Asker asker, StatusQuery query, StatusQuery? back, ReplyLanguage language)
    {
        var board = view.Board(asker.Role, asker.SeesInternal);
        var page = StatusPage.Of(board, query, language, options.Value.ShowLeague);
        return (ReplyOf(page, back, OfficeButtons.For(page, board, asker)), page);
    }

    /// <summary>What a status is called; as its card's heading, without telling of anything internal.</summary>
    public string TitleOf(StatusQuery query, ReplyLanguage language) => StatusPage.Of(view.Board(Role.Manager, seesInternal: false), query, language, options.Value.ShowLeague).Title;

    /// <summary>A page as a reply.</summary>
    public static TurnReply ReplyOf(StatusPage page, StatusQuery? back, ImmutableArray<CardButton> more)
    {
        var words = StatusCardText.In(page.Language);
        return new TurnReply { Language = page.Language, Card = StatusCards.Of(page, back, more), Text = page.ToText(words) };
    }
}
