package id.tanggap.learning.learner;

import id.tanggap.learning.text.TextAnalyzer;
import id.tanggap.learning.text.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds the examples most like a text (BM25). Learns while it is asked, by any number of threads; an example that was
 * added is found by whoever asks afterwards. Lives in memory, without threads or files, so it need not be closed.
 */
final class Neighbours {
    private static final String ID = "id";
    private static final String CODE = "code";
    private static final String TEXT = "text";
    private static final int MOST = 40;
    private static final int MOST_WORDS = 500;

    /** Long texts are held back fully: they hold more words of any text, not more that matter. */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 1);

    private final TextAnalyzer analyzer = TextAnalyzer.withoutStopWords();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * @param code what the example taught
     * @param score above zero
     */
    record Neighbour(String id, String code, double score) {}

    Neighbours() {
        var config = new IndexWriterConfig(analyzer)
                .setSimilarity(SIMILARITY)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(new LogDocMergePolicy()); // keeps the order, which decides between equals
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), config);
            searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                    var searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(SIMILARITY);
                    return searcher;
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An example with the same id is replaced. */
    void add(String id, String text, String code) {
        var document = new Document();
        document.add(new StringField(ID, id, Field.Store.YES));
        document.add(new StringField(CODE, code, Field.Store.YES));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        try {
            writer.updateDocument(new Term(ID, id), document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** From now on what was added is found. */
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The nearest first, at most forty; none when no example shares a word. */
    List<Neighbour> nearest(String text) {
        try {
            var searcher = searchers.acquire();
            try {
                return nearest(query(text), searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Neighbour> nearest(Query query, IndexSearcher searcher) throws IOException {
        var found = new ArrayList<Neighbour>();
        var documents = searcher.storedFields();
        for (var hit : searcher.search(query, MOST).scoreDocs) {
            var document = documents.document(hit.doc);
            found.add(new Neighbour(document.get(ID), document.get(CODE), hit.score));
        }
        return found;
    }

    private Query query(String text) {
        var query = new BooleanQuery.Builder();
        analyzer.tokens(text).stream()
                .map(Token::stem)
                .distinct()
                .limit(MOST_WORDS)
                .forEach(word -> query.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD));
        return query.build();
    }

    int count() {
        return writer.getDocStats().numDocs;
    }
}
