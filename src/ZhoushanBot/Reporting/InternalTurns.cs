using System.Collections.Immutable;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.Core.Status;
using ZhoushanBot.Office;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Reporting;

/// <summary>"标为内部 第三部分第7条 原因", "unmark internal section 3 item 7", "内部任务": which tasks are shown only to those who may see internal matters.</summary>
internal sealed class InternalTurns(OfficeBook book, OfficeView view, OfficeClock clock, RefusedActs refusals) : ITurnPart
{
    private static readonly (string Words, Wish Wish, ReplyLanguage Language)[] Beginnings =
    [
        ("标为内部", Wish.Mark, ReplyLanguage.Chinese),
        ("取消内部", Wish.Clear, ReplyLanguage.Chinese),
        ("mark internal", Wish.Mark, ReplyLanguage.English),
        ("unmark internal", Wish.Clear, ReplyLanguage.English),
        ("内部任务", Wish.List, ReplyLanguage.Chinese),
        ("internal tasks", Wish.List, ReplyLanguage.English),
    ];

    private enum Wish
    {
        Mark,
        Clear,
        List,
    }

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        var typed = text.Source.Trim();
        var (words, wish, language) = Array.Find(Beginnings, b => typed.StartsWith(b.Words, StringComparison.OrdinalIgnoreCase));
        if (words is null || (wish == Wish.List && typed.Length > words.Length))
        {
            return null;
        }

        var said = ReportingText.In(language);
        var asker = Asker.Of(request, book.Current);
        if (!asker.May(wish == Wish.List ? Right.SeeInternal : Right.MarkInternal))
        {
            // Nor is it told whether there are any.
            return refusals.Say(said.NotAllowed, language, $"internal.{wish}", RefusedActs.NotAllowed, asker);
        }

        return !asker.SeesInternal ? TurnReply.Say(said.InternalNotHere, language)
            : wish == Wish.List ? ListOf(language)
            : await ChangeAsync(asker.Actor!, wish, typed[words.Length..].Trim(), language, cancellationToken);
    }

    private async ValueTask<TurnReply> ChangeAsync(Actor by, Wish wish, string rest, ReplyLanguage language, CancellationToken cancellationToken)
    {
        var said = ReportingText.In(language);
        var index = view.Notices(seesInternal: true).Index;
        if (Parted(rest, index) is not var (task, reason))
        {
            return TurnReply.Say(said.InternalWhich, language);
        }

        var outcome = await book.DecideAsync(
            by,
            (state, _) =>
            {
                var judged = !Permissions.Allow(state.People.Directory.RoleOf(by), Right.MarkInternal) ? null
                    : wish == Wish.Mark ? state.Internal.Mark(task.Item.Id, reason)
                    : state.Internal.Clear(task.Item.Id, reason);
                return new Decision<InternalOutcome?>(judged, judged is InternalOutcome.Done done ? [done.Line] : []);
            },
            cancellationToken);
        var name = StatusText.Of(language, index.Names).Task(task);
        if (outcome is InternalOutcome.Done)
        {
            // Whoever asks next need not wait until the index without it is built.
            _ = view.Notices(seesInternal: false).Index;
        }

        return TurnReply.Say(
            outcome switch
            {
                null => said.NotAllowed,
                InternalOutcome.ReasonMissing => said.InternalReasonMissing,
                InternalOutcome.Done => wish == Wish.Mark ? said.MarkedInternal(name) : said.ClearedInternal(name),
                _ => wish == Wish.Mark ? said.IsInternalAlready(name) : said.IsNotInternal(name),
            },
            language);
    }

    /// <summary>The task, and what is said about it: the shortest beginning that names one task is its place. Null when none does.</summary>
    private (IndexedItem Task, string Reason)? Parted(string text, WorkItemIndex index)
    {
        for (var at = 1; at <= text.Length; at++)
        {
            if ((at == text.Length || IsBreak(text[at])) && PlacedTasks.Find(text[..at], index, clock.Now) is [var task])
            {
                return (task, text[at..].TrimStart(' ', '\t', '，', ',', '：', ':', '；', ';', '。'));
            }
        }

        return null;
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '，' or ',' or '：' or ':' or '；' or ';';

    private TurnReply ListOf(ReplyLanguage language)
    {
        var index = view.Notices(seesInternal: true).Index;
        var words = StatusText.Of(language, index.Names);
        var said = ReportingText.In(language);
        ImmutableArray<OfficeLine> lines =
        [
            .. from mark in book.Current.Internal.Marks
               let task = index.Find(mark.Key)
               where task is not null
               orderby task.Ordinal
               select new OfficeLine(words.Task(task), said.InternalBecause(mark.Value.By.Name.Length > 0 ? mark.Value.By.Name : mark.Value.By.AccountId, mark.Value.Reason)),
        ];
        var message = new OfficeMessage { Language = language, Title = said.InternalTasks(lines.Length), Sentences = [said.InternalHow], Lines = lines, Buttons = [] };
        return new TurnReply { Language = language, Card = OfficeCards.Of(message), Text = message.ToText() };
    }
}
