namespace ZhoushanBot.People;

/// <summary>How often somebody has typed a code in vain. In memory: a restart forgives, and a code has too many letters to be guessed in so few tries.</summary>
internal sealed class CodeTries(TimeProvider time)
{
    private const int MostKept = 10_000;

    private readonly Dictionary<string, List<DateTimeOffset>> tries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();

    /// <summary>Tries that an account has in <see cref="Span"/>.</summary>
    public static int Most => 5;

    /// <summary>After that time a try is forgotten.</summary>
    public static TimeSpan Span { get; } = TimeSpan.FromHours(1);

    /// <summary>Counts one more try; false when there were too many already.</summary>
    public bool Take(string account)
    {
        lock (gate)
        {
            var since = time.GetUtcNow() - Span;
            if (tries.Count >= MostKept)
            {
                foreach (var over in tries.Where(pair => pair.Value[^1] <= since).Select(pair => pair.Key).ToList())
                {
                    tries.Remove(over);
                }
            }

            if (!tries.TryGetValue(account, out var known))
            {
                // So many people do not mistype within an hour.
                if (tries.Count >= MostKept)
                {
                    return false;
                }

                tries[account] = known = [];
            }

            known.RemoveAll(at => at <= since);
            if (known.Count >= Most)
            {
                return false;
            }

            known.Add(time.GetUtcNow());
            return true;
        }
    }

    /// <summary>The last try was right: all are forgotten.</summary>
    public void Forget(string account)
    {
        lock (gate)
        {
            tries.Remove(account);
        }
    }
}
