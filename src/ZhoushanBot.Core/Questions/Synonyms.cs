using System.Collections.Immutable;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

internal sealed class Synonyms
{
    public static Synonyms Default { get; } = new();

    public PhraseTable<ImmutableArray<string>> Phrases { get; } = new PhraseTable<ImmutableArray<string>>.Builder().Build();
}
