using System.Collections.Immutable;

namespace ZhoushanBot.Core.Language;

/// <summary>名称: a name as a notice writes it, with the English one and with what else people call the same thing.</summary>
/// <param name="Name">The official Chinese name.</param>
/// <param name="English">The English name to show beside it; null when none is known.</param>
/// <param name="Aliases">Other names in use, Chinese and English, as written; may be empty. Each means this thing wherever it stands.</param>
/// <param name="WeakAliases">Words that name a subject as often as this thing (财政, 交通): to be read as it only where such a thing is asked for.</param>
/// <param name="FormerNames">Old names, and bodies that were merged into this one; a body that still bears such a name goes first.</param>
public sealed record NameEntry(
    string Name,
    string? English,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> WeakAliases,
    ImmutableArray<string> FormerNames)
{
    /// <summary>An entry of which nothing but the name is known.</summary>
    public static NameEntry Unknown(string name) => new(name, null, [], [], []);
}

/// <summary>An official's names, and the English name of the post.</summary>
/// <param name="Names">The official's own names.</param>
/// <param name="PostEnglish">English name of the post; null when none is known.</param>
public sealed record OfficialEntry(NameEntry Names, string? PostEnglish);

/// <summary>A word that may mean any of several names: to be asked back about, never to be guessed.</summary>
/// <param name="Alias">The word.</param>
/// <param name="Names">Official names that it may mean, two or more.</param>
public sealed record AmbiguousAlias(string Alias, ImmutableArray<string> Names);
