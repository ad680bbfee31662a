using System.Collections.Immutable;
using System.Text;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>The supervision office's digest when nobody else can be written to: hundreds of lines, by parts that each fit.</summary>
public sealed class LongDigestTests
{
    private const string Now = "2024-11-20 09:00";

    [Theory]
    [InlineData(ReplyLanguage.Chinese)]
    [InlineData(ReplyLanguage.English)]
    public void Every_line_stands_on_one_part_and_every_part_is_within_the_budget(ReplyLanguage language)
    {
        var world = World.OfShipped(person => person.IsSupervisionOffice);
        var digest = Assert.Single(world.Send("2024-11-20 08:30").Digests);
        Assert.True(digest.Lines.Length > 200, $"Only {digest.Lines.Length} lines.");
        var cards = new ReminderCards(world.Input, Stores.Shipped.Names, language, World.At(Now), [.. Enumerable.Range(0, 60).Select(i => $"29:{i}-0123456789-0123456789-0123456789")]);

        var pages = (digest.Lines.Length + ReminderCards.MostRows - 1) / ReminderCards.MostRows;
        var shown = new List<string>();
        for (var page = 0; page < pages; page++)
        {
            var json = cards.Digest(digest, page: page).ToUtf8(CardHost.Teams);
            Assert.InRange(json.Length, 1, AdaptiveCard.MaxBytes);
            var text = Encoding.UTF8.GetString(json.Span);
            Assert.Equal(page < pages - 1, text.Contains($"\"page\":\"{page + 1}\"", StringComparison.Ordinal));
            shown.AddRange(digest.Lines.Skip(page * ReminderCards.MostRows).Take(ReminderCards.MostRows).Where(l => text.Contains(l.WorkItemId, StringComparison.Ordinal)).Select(l => l.Key));
        }

        Assert.Equal(digest.Lines.Select(l => l.Key), shown);
    }

    [Fact]
    public void Whom_nothing_reached_was_told_nothing_until_it_is_delivered_after_all()
    {
        var world = World.OfShipped();
        var digest = world.Send("2024-11-20 08:30").Digests.First(d => d.To.AccountId?.StartsWith("liaison/", StringComparison.Ordinal) == true);
        OutboxRow Row(OutboxState state) => new(
            new OutboxMessage(digest.Key, new OutboxRecipient(digest.To.Chat.ChannelId, digest.To.Chat.ConversationId, "", ""), "reminder.digest", "{}", digest.SendAt), state, 1, false);
        var ledger = () => digest.Lines.Select(l => world.Input.Reminders.Ledger.Has(l.Key)).Distinct().ToImmutableArray();
        var before = ledger();

        world.Happens(DeliveryLines.Of(Row(new OutboxState.Dead(World.At(Now), new DeliveryFailure(DeliveryFault.TooBig, "")))));
        var tooBig = ledger();
        world.Happens(DeliveryLines.Of(Row(new OutboxState.Dead(World.At(Now), new DeliveryFailure(DeliveryFault.Blocked, "")))));
        var blocked = ledger();
        var onItsDay = world.Input.Reminders.Ledger.HasDigest(digest.To.Chat, digest.On);
        world.Happens(PeopleJournal(digest.To.Chat));
        var toDeputy = world.Plan("2024-11-21 08:30").Digests.Where(d => d.Lines.Any(l => l.Key == digest.Lines[0].Key)).Select(d => d.To.Chat).ToList();
        world.Happens(DeliveryLines.Of(Row(new OutboxState.Sent("1", World.At(Now)))));

        Assert.Equal([true], before);
        Assert.Equal([true], tooBig);
        Assert.Equal([false], blocked);
        Assert.True(onItsDay);
        Assert.Equal([World.ChatOf(digest.To.AccountId!.Replace("liaison/", "head/", StringComparison.Ordinal))], toDeputy);
        Assert.Equal([true], ledger());
    }

    private static Core.Journal.JournalEvent PeopleJournal(ChatAddress chat) => Core.Journal.PeopleJournal.Write(new PeopleEvent.Unreachable(chat, "Blocked"));
}
