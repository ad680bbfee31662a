namespace ZhoushanBot.Core.Questions;

/// <summary>Which of the officials or organizations whose tasks are counted are meant.</summary>
public sealed record CountedPart
{
    /// <summary>So many from the top or the bottom, those that tie with the last of them included; 0 for no such end.</summary>
    public int First { get; init; }

    /// <summary>The top and the bottom are both asked for.</summary>
    public bool IsBothEnds { get; init; }

    /// <summary>How many tasks they must have; null for any number.</summary>
    public FigureBound? Within { get; init; }

    /// <summary>副职: only officials whose post is that of a deputy head of government.</summary>
    public bool IsDeputies { get; init; }

    /// <summary>True for the post of a deputy head of government, such as 常务副市长.</summary>
    public static bool IsDeputy(string post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Contains('副', StringComparison.Ordinal) && post.EndsWith('长') && !post.EndsWith("秘书长", StringComparison.Ordinal);
    }
}

/// <summary>How many organizations a task must have.</summary>
/// <param name="Least">The fewest, 2 or more; a group such as 各县（区）政府 counts as one, save that two or more are asked.</param>
/// <param name="Role">In which role; any for lead and supporting organizations together.</param>
public sealed record OrganizationCount(int Least, OrganizationRole Role);
