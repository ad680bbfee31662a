namespace ZhoushanBot.Commands;

/// <summary>Says what long work is at, to whoever watches; into a file or pipe nothing is said.</summary>
internal static class Progress
{
    public static void Say(this CommandSurroundings surroundings, TextWriter error, string what)
    {
        if (surroundings.IsWatched)
        {
            error.WriteLine(what);
        }
    }
}
