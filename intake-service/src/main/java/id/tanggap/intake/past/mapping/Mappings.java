package id.tanggap.intake.past.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.vault.Seal;
import id.tanggap.messaging.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps what officers said of the words and columns of their files, of each the last word. */
@ApplicationScoped
public class Mappings {
    private static final Rows<Choice> CHOICES = Rows.of(Choice.class)
            .text("kind", choice -> choice.label().kind().name())
            .text("label", choice -> choice.label().letters())
            .text("target", Choice::target)
            .from(4);
    private static final String CHOOSE = """
            insert into past_label (government, told_at, told_by, %s) select $1, $2, $3, %s from %s
            on conflict (government, kind, label) do update set
                target = excluded.target, told_at = excluded.told_at, told_by = excluded.told_by
            """.formatted(CHOICES.names(), CHOICES.names(), CHOICES.as("told"));
    private static final String MAP = """
            insert into past_columns (government, heading, places, unmarked, told_at, told_by)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (government, heading) do update set places = excluded.places, unmarked = excluded.unmarked,
                told_at = excluded.told_at, told_by = excluded.told_by
            """;
    private static final String LABELS = "select kind, label, target from past_label where government = $1";
    private static final String COLUMNS = "select heading, places, unmarked from past_columns where government = $1";
    private static final TypeReference<Map<Meaning, Integer>> PLACES = new TypeReference<>() {};

    private final Pool pool;
    private final Seal seal;
    private final ObjectMapper json;
    private final InstantSource time;

    Mappings(Pool pool, Seal seal, ObjectMapper json, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.json = json;
        this.time = time;
    }

    /** @param target an id of the government; null when the label keeps its own name */
    public record Choice(Label label, @Nullable String target) {}

    /** Who says it, for which government. */
    public record By(String government, String officer) {}

    public Uni<Remembered> of(String government) {
        return Uni.combine()
                .all()
                .unis(
                        all(LABELS, government, Mappings::label, Mappings::target),
                        all(COLUMNS, government, row -> row.getString("heading"), this::columns))
                .with(Remembered::new);
    }

    /** In the transaction by which the file is looked through again. */
    public Uni<Void> choose(SqlClient transaction, By by, Iterable<Choice> choices) {
        var all = StreamSupport.stream(choices.spliterator(), false).toList();
        var values = Tuple.of(by.government(), time.instant().atOffset(ZoneOffset.UTC), by.officer());
        return transaction
                .preparedQuery(CHOOSE)
                .execute(CHOICES.addTo(values, all))
                .replaceWithVoid();
    }

    /** In the transaction by which the file is looked through again. */
    public Uni<Void> map(SqlClient transaction, By by, SheetRow heading, ColumnMapping columns) {
        var values = Tuple.of(by.government(), Remembered.key(heading, seal))
                .addString(written(columns.places()))
                .addString(columns.unmarked().name())
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                .addString(by.officer());
        return transaction.preparedQuery(MAP).execute(values).replaceWithVoid();
    }

    private <K, V> Uni<Map<K, V>> all(String sql, String government, Function<Row, K> key, Function<Row, V> value) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(government))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).collect(Collectors.toMap(key, value)));
    }

    private static Label label(Row row) {
        return new Label(LabelKind.valueOf(row.getString("kind")), row.getString("label"));
    }

    private static Optional<String> target(Row row) {
        return Optional.ofNullable(row.getString("target"));
    }

    private ColumnMapping columns(Row row) {
        try {
            return new ColumnMapping(
                    json.readValue(row.getString("places"), PLACES), Visibility.ofName(row.getString("unmarked")));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("What was kept of columns cannot be read", notOurs);
        }
    }

    private String written(Map<Meaning, Integer> places) {
        try {
            return json.writeValueAsString(places);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of numbers cannot be written", impossible);
        }
    }
}
