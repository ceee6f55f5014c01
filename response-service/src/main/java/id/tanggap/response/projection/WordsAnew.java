package id.tanggap.response.projection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.search.Lexemes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words that intake has masked anew in place of all that the desk was told before: the complaint's own, what it is
 * found by, and those in its history.
 *
 * @param history null when nothing in it changes
 */
record WordsAnew(
        UUID id,
        @Nullable String number,
        MaskedAnew words,
        @Nullable String history) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String KNOWN =
            "select id, number, history::text from desk_case where id = any($1) order by id for update";

    private static final Rows<WordsAnew> TEXTS = Rows.of(WordsAnew.class)
            .uuid("case_id", WordsAnew::id)
            .text("title", row -> row.words().title())
            .text("text", row -> row.words().text())
            .text("address", row -> row.words().address())
            .text("words", WordsAnew::lexemes);
    private static final String WRITE_TEXTS = """
            update case_text as known
            set title = told.title, text = told.text, address = told.address, words = told.words::tsvector
            from %s where known.case_id = told.case_id
            """.formatted(TEXTS.as("told"));

    private static final Rows<WordsAnew> HISTORIES =
            Rows.of(WordsAnew.class).uuid("id", WordsAnew::id).text("history", WordsAnew::history);
    private static final String WRITE_HISTORIES = """
            update desk_case as known set history = told.history::jsonb from %s where known.id = told.id
            """.formatted(HISTORIES.as("told"));

    /**
     * After all else that a batch told.
     *
     * @param in puts the names of the tables where they are to be written
     */
    static Uni<Void> write(SqlConnection transaction, List<ReceivedEvent> events, UnaryOperator<String> in) {
        var told = new TreeMap<UUID, MaskedAnew>();
        events.forEach(event -> {
            if (event.event() instanceof MaskedAnew words) {
                told.put(event.envelope().subject(), words);
            }
        });
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : known(transaction, told, in)
                        .chain(rows -> write(transaction, in.apply(WRITE_TEXTS), TEXTS, rows)
                                .chain(() -> write(transaction, in.apply(WRITE_HISTORIES), HISTORIES, others(rows))));
    }

    private static Uni<List<WordsAnew>> known(
            SqlConnection transaction, Map<UUID, MaskedAnew> told, UnaryOperator<String> in) {
        return transaction
                .preparedQuery(in.apply(KNOWN))
                .execute(Tuple.tuple().addArrayOfUUID(told.keySet().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> of(row, told))
                        .toList());
    }

    private static WordsAnew of(Row row, Map<UUID, MaskedAnew> told) {
        var id = row.getUUID("id");
        var words = requireNonNull(told.get(id));
        return new WordsAnew(id, row.getString("number"), words, history(row.getString("history"), words));
    }

    private static List<WordsAnew> others(List<WordsAnew> rows) {
        return rows.stream().filter(row -> row.history() != null).toList();
    }

    private static Uni<Void> write(
            SqlConnection transaction, String sql, Rows<WordsAnew> columns, Collection<WordsAnew> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(columns.tuple(rows)).replaceWithVoid();
    }

    private String lexemes() {
        return Lexemes.of(number, words.title(), words.text(), words.address());
    }

    /** Null when it is as it was. */
    static @Nullable String history(String known, MaskedAnew words) {
        try {
            var entries = JSON.readTree(known);
            var changed = StreamSupport.stream(entries.spliterator(), false)
                    .flatMap(entry -> told(entry.path("event")))
                    .filter(it -> replace(it, AddedKind.REPLIED, "repliedAt", "text", words)
                            | replace(it, AddedKind.OBJECTED, "raisedAt", "reason", words)
                            | replace(it, AddedKind.SUPPLEMENTED, "supplementedAt", "text", words))
                    .count();
            return changed == 0 ? null : JSON.writeValueAsString(entries);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The database holds JSON that is none");
        }
    }

    /** What has happened, or was refused. */
    private static Stream<JsonNode> told(JsonNode event) {
        var act = event.path("act");
        return Stream.of(event, act.path("replied"), act.path("objected"));
    }

    private static boolean replace(JsonNode told, AddedKind kind, String time, String words, MaskedAnew anew) {
        if (!(told instanceof ObjectNode said) || !said.path(time).isTextual()) {
            return false;
        }
        var now = anew.words(kind, Instant.parse(said.path(time).asText()));
        if (now == null || now.equals(said.path(words).asText(null))) {
            return false;
        }
        said.put(words, now);
        return true;
    }
}
