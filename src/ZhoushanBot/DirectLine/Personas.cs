using System.Collections.Immutable;

namespace ZhoushanBot.DirectLine;

/// <summary>Somebody to be while trying the bot out, where nobody signs in.</summary>
/// <param name="Id">Id of the user.</param>
/// <param name="Chinese">Name to show.</param>
/// <param name="English">Name to show.</param>
internal sealed record Persona(string Id, string Chinese, string English);

/// <summary>Those who use such a bot, one of each kind.</summary>
internal static class Personas
{
    public static readonly ImmutableArray<Persona> All =
    [
        new("persona-staff", "干部", "Staff"),
        new("persona-liaison", "联络员", "Liaison"),
        new("persona-manager", "督查室", "Supervision office"),
        new("persona-administrator", "管理员", "Administrator"),
    ];
}
