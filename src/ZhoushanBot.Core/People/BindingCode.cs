using System.Security.Cryptography;
using System.Text;

namespace ZhoushanBot.Core.People;

/// <summary>一次性绑定码: what a liaison types to bind a chat to the own unit.</summary>
public static class BindingCode
{
    /// <summary>How many random bytes one takes.</summary>
    public const int RandomBytes = 10;

    // Neither 0 and O, nor 1, I and L: the code is read out over the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>How long a code works.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>A code of ten letters, shown in two groups: "7KQ2M-9XTWD".</summary>
    /// <param name="random">From a cryptographic source; <see cref="RandomBytes"/> of them.</param>
    public static string Make(ReadOnlySpan<byte> random)
    {
        if (random.Length < RandomBytes)
        {
            throw new ArgumentException("Too few random bytes.", nameof(random));
        }

        Span<char> code = stackalloc char[RandomBytes + 1];
        for (var i = 0; i < RandomBytes; i++)
        {
            code[i < 5 ? i : i + 1] = Letters[random[i] % Letters.Length];
        }

        code[5] = '-';
        return new string(code);
    }

    /// <summary>What is kept of a code: however it is spaced and cased when typed.</summary>
    public static string HashOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var letters = new string([.. typed.ToUpperInvariant().Where(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
    }
}

/// <summary>Why a code does not bind.</summary>
public enum CodeRefusal
{
    /// <summary>No such code was given out.</summary>
    Unknown,

    /// <summary>It has been used.</summary>
    Used,

    /// <summary>It came too late.</summary>
    Expired,

    /// <summary>The person may not bind chats by code.</summary>
    NotAllowed,

    /// <summary>It is another unit's, for which the person does not speak.</summary>
    NotOwn,
}

/// <summary>What comes of a code that was typed. A closed set.</summary>
public abstract record CodeOutcome
{
    private CodeOutcome()
    {
    }

    /// <summary>The chat is bound.</summary>
    /// <param name="Event">To be written down.</param>
    public sealed record Bound(PeopleEvent.ChatBound Event) : CodeOutcome;

    /// <summary>Nothing happens.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(CodeRefusal Reason) : CodeOutcome;
}
