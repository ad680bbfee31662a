using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Journal;

/// <summary>People's events as lines of the journal, and the fold over them.</summary>
public static class PeopleJournal
{
    /// <summary>The event as a line that can be appended.</summary>
    public static JournalEvent Write(PeopleEvent happened)
    {
        var line = PeopleEventJson.Write(happened);
        return new JournalEvent(line.Kind, line.Subject, line.Json);
    }

    /// <summary>The state with one line more; lines of other slices change nothing.</summary>
    public static PeopleState With(this PeopleState state, JournalEntry line)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(line);
        return PeopleEventJson.Read(line.Event.Kind, line.Event.Json) is { } happened ? state.With(happened, line.At) : state;
    }
}
