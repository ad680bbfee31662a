using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.FullText;

/// <summary>Full text over the tasks by Lucene.Net: normalised, in pairs of characters, ranked by BM25, in memory, built anew from the notices.</summary>
public sealed class LuceneTaskSearch : ITaskSearch
{
    private const string Id = "id";
    private const string Words = "words";
    private const string Surroundings = "surroundings";
    private const float WordsBoost = 2f;

    // A question has a handful of words. What goes on for pages is looked up by its beginning, to keep the time bounded.
    private const int LongestQuestion = 64;

    private static readonly CjkAnalyzer QuestionAnalyzer = new(withSingles: false);

    // Holds only memory, so nobody has to close the reader: it goes when the last search over it has returned.
    private readonly IndexSearcher searcher;

    private LuceneTaskSearch(IndexSearcher searcher) => this.searcher = searcher;

    /// <summary>Builds the index over all tasks of some notices; 100,000 tasks take seconds.</summary>
    public static LuceneTaskSearch Build(IEnumerable<NoticeContent> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var directory = new RAMDirectory();
        using (var analyzer = new CjkAnalyzer(withSingles: true))
        {
            // This merge policy keeps the order in which the tasks came, and with it the order of equal hits.
            using var writer = new IndexWriter(
                directory,
                new IndexWriterConfig(CjkAnalyzer.Version, analyzer)
                {
                    MergePolicy = new LogDocMergePolicy(),
                    RAMBufferSizeMB = 64,
                    Similarity = new BM25Similarity(),
                });
            foreach (var workItem in notices.SelectMany(notice => notice.WorkItems))
            {
                writer.AddDocument(DocumentOf(workItem));
            }

            writer.ForceMerge(1);
            writer.Commit();
        }

        return new LuceneTaskSearch(new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity() });
    }

    /// <inheritdoc/>
    public ImmutableArray<SearchHit> Search(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var words = WordsOf(text);
        if (words.Length == 0)
        {
            return [];
        }

        var query = new BooleanQuery();
        foreach (var word in words)
        {
            query.Add(EitherField(word), Occur.SHOULD);
        }

        var hits = searcher.Search(query, Math.Min(limit, Math.Max(1, searcher.IndexReader.MaxDoc))).ScoreDocs;
        var shared = CountShared(hits, words);
        return [.. hits.Select(hit => new SearchHit(IdOf(hit.Doc), hit.Score, (double)shared[hit.Doc] / words.Length))];
    }

    private string IdOf(int document) => searcher.Doc(document).Get(Id, CultureInfo.InvariantCulture);

    private static Document DocumentOf(WorkItem workItem)
    {
        IEnumerable<string> surroundings =
        [
            workItem.SectionTitle,
            .. workItem.Rows.SelectMany(row => new[] { row.Category, row.Subject }),
            .. workItem.ResponsibleOrganizations.Select(organization => organization.Name),
            .. workItem.LeadOfficials.Select(official => official.Name),
        ];
        return
        [
            new StoredField(Id, workItem.Id),
            new TextField(Words, NormalizedText.Fold(workItem.Text), Field.Store.NO),
            new TextField(Surroundings, NormalizedText.Fold(string.Join('，', surroundings.Distinct(StringComparer.Ordinal))), Field.Store.NO),
        ];
    }

    private static DisjunctionMaxQuery EitherField(string word)
    {
        var inWords = new TermQuery(new Term(Words, word)) { Boost = WordsBoost };
        return new DisjunctionMaxQuery(tieBreakerMultiplier: 0.1f) { inWords, new TermQuery(new Term(Surroundings, word)) };
    }

    /// <summary>How many of the words each hit has, in whichever field.</summary>
    private Dictionary<int, int> CountShared(ScoreDoc[] hits, string[] words)
    {
        var counts = hits.ToDictionary(hit => hit.Doc, _ => 0);
        var found = new HashSet<int>();
        foreach (var word in words)
        {
            found.Clear();
            AddHitsWith(new Term(Words, word), counts.Keys, found);
            AddHitsWith(new Term(Surroundings, word), counts.Keys, found);
            foreach (var document in found)
            {
                counts[document]++;
            }
        }

        return counts;
    }

    private void AddHitsWith(Term term, IEnumerable<int> documents, HashSet<int> found)
    {
        var postings = MultiFields.GetTermDocsEnum(searcher.IndexReader, liveDocs: null, term.Field, term.Bytes, DocsFlags.NONE);
        if (postings is null)
        {
            return;
        }

        // Postings can only be read forwards.
        foreach (var document in documents.Order())
        {
            if (postings.DocID < document && postings.Advance(document) == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }

            if (postings.DocID == document)
            {
                found.Add(document);
            }
        }
    }

    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        using var stream = QuestionAnalyzer.GetTokenStream(Words, NormalizedText.Of(text).Text);
        var word = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (words.Count < LongestQuestion && stream.IncrementToken())
        {
            words.Add(word.ToString()!);
        }

        stream.End();
        return [.. words.Distinct(StringComparer.Ordinal)];
    }
}
