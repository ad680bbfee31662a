using System.Collections.Immutable;

namespace ZhoushanBot.Core.People;

/// <summary>Why nothing is handed over or taken back.</summary>
public enum HandoverRefusal
{
    /// <summary>The directory has nobody, or several people, whose matters these would be.</summary>
    NoGiver,

    /// <summary>The directory has nobody, or several people, to whom they would go.</summary>
    NoTaker,

    /// <summary>Nothing is handed over that could be taken back.</summary>
    NothingHandedOver,

    /// <summary>Both are the same person.</summary>
    ToOneself,

    /// <summary>The last day is over.</summary>
    Past,
}

/// <summary>What comes of a handover. A closed set.</summary>
public abstract record HandoverOutcome
{
    private HandoverOutcome()
    {
    }

    /// <summary>It is to be written down.</summary>
    /// <param name="Event">What.</param>
    /// <param name="Giver">Whose matters.</param>
    /// <param name="Taker">To whom they go; null when they are taken back.</param>
    public sealed record Done(PeopleEvent.HandedOver Event, Person Giver, Person? Taker) : HandoverOutcome;

    /// <summary>Nothing happens.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Giver">Whose matters; null where that is what is not known.</param>
    /// <param name="Found">Those of the name, where it is not one person's; may be empty.</param>
    public sealed record Refused(HandoverRefusal Reason, Person? Giver, ImmutableArray<Person> Found) : HandoverOutcome;
}

/// <summary>交接, by command and by chat. Pure.</summary>
public static class Handovers
{
    /// <summary>Judges a wish to hand over, or to take back.</summary>
    /// <param name="people">As it stands.</param>
    /// <param name="from">Whose matters: account or name.</param>
    /// <param name="to">To whom: account or name; null takes them back.</param>
    /// <param name="until">Last day; null for until they are taken back.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="today">The day that it is, Asia/Shanghai.</param>
    public static HandoverOutcome Decide(PeopleState people, string from, string? to, DateOnly? until, string reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (Named(people, from) is not [var giver])
        {
            return new HandoverOutcome.Refused(HandoverRefusal.NoGiver, null, Named(people, from));
        }

        if (to is null)
        {
            return people.HandoverOf(giver.AccountId, today) is null
                ? new HandoverOutcome.Refused(HandoverRefusal.NothingHandedOver, giver, [])
                : new HandoverOutcome.Done(new PeopleEvent.HandedOver(giver.AccountId, null, null, reason), giver, null);
        }

        return Named(people, to) is not [var taker] ? new HandoverOutcome.Refused(HandoverRefusal.NoTaker, giver, Named(people, to))
            : taker.AccountId == giver.AccountId ? new HandoverOutcome.Refused(HandoverRefusal.ToOneself, giver, [])
            : until < today ? new HandoverOutcome.Refused(HandoverRefusal.Past, giver, [])
            : new HandoverOutcome.Done(new PeopleEvent.HandedOver(giver.AccountId, taker.AccountId, until, reason), giver, taker);
    }

    /// <summary>People by account, else by name; several where a name is not unique.</summary>
    public static ImmutableArray<Person> Named(PeopleState people, string who)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.Directory.Find(who) is { } person ? [person] : [.. people.Directory.People.Where(p => p.Name == who)];
    }
}
