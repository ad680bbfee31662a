using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>Keys for texts of any kind: LiteDB takes 1023 bytes at most and no half surrogate pairs, and a hash has neither trouble.</summary>
internal static class StoreKey
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
