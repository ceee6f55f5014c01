package id.tanggap.reporting.recap.loop;

import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Sop;
import id.tanggap.governments.sop.SopReader;
import id.tanggap.messaging.Trace;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps recaps. */
@ApplicationScoped
public class MonthlyRecaps {
    private static final String BEGIN = """
            insert into monthly_recap (id, government, month, state, version, loops, sop)
            values ($1, $2, $3, 'RUNNING', 0, 0, $4)
            on conflict (government, month) do nothing
            """;
    private static final String FIND = """
            select *, coalesce(month >= begun_in(government), false) as owed
            from monthly_recap where government = $1 and month = $2
            """;
    private static final String OWED = "select coalesce($2::date >= begun_in($1), false) as owed";
    private static final String OPEN =
            "select government, month from monthly_recap where state not in ('RUNNING', 'ARCHIVED')";
    private static final String CHANGE = """
            update monthly_recap set state = $2, version = $3, loops = $4
            where id = $1 and (state, version, loops) is distinct from ($2, $3, $4)
            """;

    private final Governments governments;
    private final Outbox outbox;
    private final EventWriter events;

    MonthlyRecaps(Governments governments, Outbox outbox, EventWriter events) {
        this.governments = governments;
        this.outbox = outbox;
        this.events = events;
    }

    /** As it stands; as it would begin when nobody has asked for it yet. */
    public Uni<MonthlyRecap> read(SqlClient client, RecapMonth month) {
        return read(client, FIND, month)
                .chain(found -> found == null
                        ? client.preparedQuery(OWED).execute(which(month)).map(rows -> begun(rows, month))
                        : Uni.createFrom().item(found));
    }

    private static MonthlyRecap begun(RowSet<Row> rows, RecapMonth month) {
        return MonthlyRecap.begin(new UUID(0, 0), month, rows.iterator().next().getBoolean("owed"));
    }

    /** Under its lock to the end of the transaction; begun when nobody has asked for it yet. */
    public Uni<MonthlyRecap> lock(SqlConnection transaction, RecapMonth month) {
        var government = month.government();
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(
                        UUID.randomUUID(), government.id(), month.month().atDay(1), json(government.sop())))
                .chain(() -> read(transaction, FIND + " for update", month))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("A recap that was begun is gone"));
    }

    /** The months whose recap is under way, of the governments that are installed. */
    public Uni<List<RecapMonth>> open(SqlClient client) {
        return client.query(OPEN).execute().map(rows -> RecapMonth.of(rows, governments));
    }

    /** What was done since it was read, the state that came of it, and the events that tell of it. */
    public Uni<Void> save(SqlConnection transaction, MonthlyRecap recap) {
        if (recap.fresh().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var change = Tuple.of(recap.id(), recap.state().name(), recap.version(), recap.loops());
        var traceparent = Trace.current();
        var told = recap.told().stream()
                .map(event -> events.write(event, recap.id(), recap.government(), traceparent))
                .toList();
        return Deeds.add(transaction, recap.id(), recap.fresh())
                .chain(() -> transaction.preparedQuery(CHANGE).execute(change))
                .chain(() -> outbox.append(transaction, told));
    }

    private static Uni<@Nullable MonthlyRecap> read(SqlClient client, String sql, RecapMonth month) {
        return client.preparedQuery(sql).execute(which(month)).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().<@Nullable MonthlyRecap>nullItem();
            }
            var row = rows.iterator().next();
            return Deeds.of(client, row.getUUID("id")).map(deeds -> recap(month, row, deeds));
        });
    }

    private static Tuple which(RecapMonth month) {
        return Tuple.of(month.government().id(), month.month().atDay(1));
    }

    private static MonthlyRecap recap(RecapMonth month, Row row, List<Deed> deeds) {
        return new MonthlyRecap(
                row.getUUID("id"),
                month,
                sop(row.getJsonObject("sop")),
                row.getBoolean("owed"),
                Standing.read(row),
                deeds);
    }

    private static JsonObject json(Sop sop) {
        var json = new JsonObject();
        sop.texts().forEach(json::put);
        return json;
    }

    private static Sop sop(JsonObject json) {
        return SopReader.of(
                json.stream().collect(Collectors.toMap(Map.Entry::getKey, text -> String.valueOf(text.getValue()))));
    }
}
