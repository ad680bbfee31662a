using System.Collections.Immutable;

namespace ZhoushanBot.Core.People;

/// <summary>One person before and after.</summary>
/// <param name="Before">As listed; null for somebody new.</param>
/// <param name="After">As in the file; null for somebody who is no longer in it.</param>
public sealed record PersonChange(Person? Before, Person? After);

/// <summary>What a new directory would change in the one that holds.</summary>
/// <param name="Changes">Who is new, other than before, or gone: in the file's order, those who are gone behind.</param>
/// <param name="Unchanged">How many stay as they are.</param>
public sealed record DirectoryChanges(ImmutableArray<PersonChange> Changes, int Unchanged)
{
    /// <summary>Compares.</summary>
    /// <param name="state">As it stands. People whose account is known by now are found by their listed name too.</param>
    /// <param name="people">As it is to be.</param>
    public static DirectoryChanges Between(PeopleState state, IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(state);
        var known = state.Directory;
        var next = new PeopleDirectory(state.Identified(people));
        var changes = next.People
            .Select(after => new PersonChange(known.Find(after.AccountId), after))
            .Concat(known.People.Where(before => next.Find(before.AccountId) is null).Select(before => new PersonChange(before, null)))
            .ToLookup(change => change.Before == change.After);
        return new DirectoryChanges([.. changes[false]], changes[true].Count());
    }
}
