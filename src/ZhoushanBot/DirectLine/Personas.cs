using System.Collections.Immutable;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.DirectLine;

/// <summary>Somebody to be while trying the bot out, where nobody signs in.</summary>
/// <param name="Id">Id of the user, and so the account.</param>
/// <param name="Chinese">Name to show.</param>
/// <param name="English">Name to show.</param>
internal sealed record Persona(string Id, string Chinese, string English);

/// <summary>Those who use such a bot, one of each kind: <see cref="DemonstrationCast"/>.</summary>
internal static class Personas
{
    public static readonly ImmutableArray<Persona> All = [.. DemonstrationCast.Members.Select(member => new Persona(member.AccountId, member.Chinese, member.English))];
}
