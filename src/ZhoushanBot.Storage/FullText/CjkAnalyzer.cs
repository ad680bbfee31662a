using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace ZhoushanBot.Storage.FullText;

/// <summary>
/// Chinese text as overlapping pairs of characters, other text as words; full width folded, lower case, no stop words (Lucene's own are English).
/// </summary>
/// <param name="withSingles">
/// Single characters beside the pairs: in the index, so that a question of one character finds something; not in questions, where pairs say more.
/// </param>
internal sealed class CjkAnalyzer(bool withSingles) : Analyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        TokenStream folded = new LowerCaseFilter(Version, new CJKWidthFilter(words));
        return new TokenStreamComponents(words, new CJKBigramFilter(folded, (CJKScript)0xff, withSingles));
    }
}
