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
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
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
    private static final String FIND = "select * from monthly_recap where government = $1 and month = $2";
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

    /** Null when nobody has asked for it yet. */
    public Uni<@Nullable MonthlyRecap> find(SqlClient client, String government, YearMonth month) {
        return read(client, FIND, government, month);
    }

    /** Under its lock to the end of the transaction; begun when nobody has asked for it yet. */
    public Uni<MonthlyRecap> lock(SqlConnection transaction, RecapMonth month) {
        var begun = MonthlyRecap.begin(UUID.randomUUID(), month);
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(begun.id(), begun.government(), begun.month().atDay(1), json(begun.sop())))
                .chain(() -> read(transaction, FIND + " for update", begun.government(), begun.month()))
                .map(found -> found == null ? begun : found);
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

    private static Uni<@Nullable MonthlyRecap> read(SqlClient client, String sql, String government, YearMonth month) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(government, month.atDay(1)))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().<@Nullable MonthlyRecap>nullItem();
                    }
                    var row = rows.iterator().next();
                    return Deeds.of(client, row.getUUID("id")).map(deeds -> recap(row, deeds));
                });
    }

    private static MonthlyRecap recap(Row row, List<Deed> deeds) {
        return new MonthlyRecap(
                row.getUUID("id"),
                row.getString("government"),
                YearMonth.from(row.getLocalDate("month")),
                sop(row.getJsonObject("sop")),
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
