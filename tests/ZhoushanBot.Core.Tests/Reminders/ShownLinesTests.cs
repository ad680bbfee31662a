using System.Collections.Immutable;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Core.Tests.Corpus;

namespace ZhoushanBot.Core.Tests.Reminders;

/// <summary>What 全部已知悉 means on a card that shows a part of its digest.</summary>
public sealed class ShownLinesTests
{
    private const string Now = "2024-11-20 09:00";

    [Fact]
    public void A_long_digest_shows_its_first_lines_and_brings_up_the_next_ones_once_those_are_acknowledged()
    {
        var world = World.OfShipped();
        var digest = world.Send("2024-11-20 08:30").Digests.MaxBy(d => d.Lines.Length)!;
        Assert.True(digest.Lines.Length > ReminderCards.MostRows, "The notice has no recipient with a long digest.");

        var first = Cards(world).ShownOf(digest);
        foreach (var line in first)
        {
            world.Happens(
                ReminderJournal.Write(line.WorkItemId, new ReminderEvent.Acknowledged(line.Party.Organization, line.Party.Area, line.Due)), Now, new Actor(digest.To.AccountId!, ""));
        }

        var next = Cards(world).ShownOf(digest);
        Assert.Equal(digest.Lines.Take(ReminderCards.MostRows), first);
        Assert.Equal(Math.Min(ReminderCards.MostRows, digest.Lines.Length), next.Length);
        Assert.DoesNotContain(first[0], next.Take(Math.Min(ReminderCards.MostRows, digest.Lines.Length - ReminderCards.MostRows)));
    }

    [Fact]
    public void Lines_that_a_card_showed_are_read_back_and_others_are_not()
    {
        var digest = World.OfShipped().Plan("2024-11-20 08:30").Digests.MaxBy(d => d.Lines.Length)!;
        ImmutableArray<PlannedReminder> some = [digest.Lines[1], digest.Lines[4]];

        Assert.Equal(some, ReminderButtons.ReadShown(ReminderButtons.NameShown(some), digest));
        Assert.Empty(ReminderButtons.ReadShown("deadbeef,", digest));
        Assert.Empty(ReminderButtons.ReadShown("", digest));
    }

    private static ReminderCards Cards(World world) => new(world.Input, Stores.Shipped.Names, ReplyLanguage.Chinese, World.At(Now));
}
