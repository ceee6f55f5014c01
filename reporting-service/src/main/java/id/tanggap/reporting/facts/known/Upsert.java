package id.tanggap.reporting.facts.known;

import static java.util.stream.Collectors.joining;

import id.tanggap.governments.Governments;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.facts.known.Columns.Column;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Stream;

/** Merges what a topic tells into what the table holds, a batch in one statement. */
public final class Upsert {
    /** Words are written where what they stand with was told and stands now. */
    private static final String WITH_WORDS = """
            with told as (
                select %1$s from %2$s
            ), taken as (
                insert into %3$s as fact (%4$s) select %4$s from told %5$s
                returning complaint_id, %6$s
            )
            insert into complaint_words (%7$s) select %7$s from told join taken using (complaint_id, %6$s) %8$s
            """;

    private final Columns<?> columns;
    private final Rows<Known> rows;
    private final String sql;

    /** For all complaints of a batch, in the order in which their locks are taken: that of their ids. */
    public record Statement(String sql, Tuple values) {}

    private Upsert(Columns<?> columns) {
        this.columns = columns;
        this.rows = withWords(columns.facts());
        this.sql = words().isEmpty() ? factsAlone() : factsAndWords();
    }

    public static List<Upsert> ofFacts(Governments governments) {
        return ComplaintFacts.columns(governments).stream().map(Upsert::new).toList();
    }

    public static Upsert ofSurveys(Governments governments) {
        return new Upsert(SurveyFact.columns(new WallCalendar(governments)));
    }

    /** @return nothing where they say nothing */
    public Stream<Statement> statement(List<ReceivedEvent> parts) {
        var told = columns.gather(parts);
        return told.isEmpty() ? Stream.empty() : Stream.of(new Statement(sql, rows.tuple(told.values())));
    }

    private String factsAlone() {
        return columns.facts().insertInto(columns.table() + " as fact") + onConflict();
    }

    private String factsAndWords() {
        var word = words().getFirst();
        var own = withWords(Columns.KEY);
        return WITH_WORDS.formatted(
                rows.values(),
                rows.as("told"),
                columns.table(),
                columns.facts().names(),
                onConflict(),
                word.merge().lead(word.name()),
                own.names(),
                own.overwritingBy("complaint_id"));
    }

    private String onConflict() {
        return columns.all().stream()
                .filter(column -> !column.isWord())
                .map(column -> column.name() + " = " + column.merge().sql(column.name()))
                .collect(joining(", ", "on conflict (complaint_id) do update set ", ""));
    }

    private Rows<Known> withWords(Rows<Known> others) {
        var all = others;
        for (var word : words()) {
            all = all.text(word.name(), known -> known.get(word.name(), String.class));
        }
        return all;
    }

    private List<? extends Column<?>> words() {
        return columns.all().stream().filter(Column::isWord).toList();
    }
}
