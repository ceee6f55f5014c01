package id.tanggap.routing.destination;

import id.tanggap.routing.sop.Handbook;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system may dispatch by itself, by government. How often it was right when it was sure is measured on the
 * newest confirmed cases; when that is less than the government's procedure promises, and no longer by chance, it
 * switches itself off. Only a coordinator switches it on again; what was confirmed before does not count any more then.
 * While it is off the measure goes on, so that the coordinator sees when it can be trusted again.
 */
@ApplicationScoped
public class AutomaticDispatch {
    private static final Logger LOG = Logger.getLogger(AutomaticDispatch.class);
    private static final int MOST = 200;

    private static final String SWITCHED_OFF = "select government from automatic_dispatch where not enabled";
    private static final String STATE = """
            select coalesce(enabled, true) as enabled, since, measured, correct, counted.*
            from (select count(*)::int as measured_now, (count(*) filter (where agency = sure_of))::int as correct_now
                  from (select agency, sure_of from cases
                        where government = $1 and confirmed_at is not null and sure_of is not null
                          and confirmed_at > coalesce(
                              (select since from automatic_dispatch where government = $1), '-infinity')
                        order by confirmed_at desc limit $2) as newest) as counted
            left join automatic_dispatch on automatic_dispatch.government = $1
            """;
    private static final String SWITCH = """
            insert into automatic_dispatch (government, enabled, since, changed_by, measured, correct)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (government) do update set
                enabled = excluded.enabled, since = excluded.since, changed_by = excluded.changed_by,
                measured = excluded.measured, correct = excluded.correct
            where automatic_dispatch.enabled <> excluded.enabled
            """;

    private final Pool pool;
    private final Handbook handbook;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final Map<String, AtomicReference<State>> seen = new ConcurrentHashMap<>();

    AutomaticDispatch(Pool pool, Handbook handbook, InstantSource time, MeterRegistry meters) {
        this.pool = pool;
        this.handbook = handbook;
        this.time = time;
        this.meters = meters;
    }

    /**
     * @param since null when it was never switched
     * @param byItself whether the system switched it off
     * @param record how often it was right since then
     * @param before what had been measured when the system switched it off; null otherwise
     */
    record State(
            boolean enabled,
            @Nullable Instant since,
            boolean byItself,
            TrackRecord record,
            @Nullable TrackRecord before) {}

    /** The governments in which a person chooses every destination. */
    Uni<Set<String>> switchedOff(SqlClient client) {
        return client.preparedQuery(SWITCHED_OFF).execute().map(rows -> {
            var off = new HashSet<String>();
            rows.forEach(row -> off.add(row.getString(0)));
            return off;
        });
    }

    Uni<State> state(String government) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(government, MOST))
                .map(rows -> state(rows.iterator().next()));
    }

    /** Switches it off when it keeps its promise no longer. */
    Uni<Void> measure(String government) {
        var promised = handbook.of(government).government().sop().policy().precision();
        return state(government)
                .chain(state -> {
                    watch(government, state);
                    return state.enabled() && state.record().isBelow(promised)
                            ? change(government, false, null, state.record()).invoke(changed -> {
                                if (changed) {
                                    LOG.errorf(
                                            "%s dispatches by itself no longer: %d of the newest %d were right, %.2f is"
                                                    + " promised. A coordinator decides every destination and can switch it on again",
                                            government,
                                            state.record().correct(),
                                            state.record().measured(),
                                            promised);
                                }
                            })
                            : Uni.createFrom().item(false);
                })
                .replaceWithVoid();
    }

    /** @param person who wants it so */
    Uni<State> change(String government, boolean enabled, String person) {
        return change(government, enabled, person, null)
                .chain(() -> state(government))
                .invoke(state -> watch(government, state));
    }

    private Uni<Boolean> change(
            String government, boolean enabled, @Nullable String person, @Nullable TrackRecord record) {
        return pool.preparedQuery(SWITCH)
                .execute(Tuple.of(
                        government,
                        enabled,
                        time.instant().atOffset(ZoneOffset.UTC),
                        person,
                        record == null ? null : record.measured(),
                        record == null ? null : record.correct()))
                .map(rows -> rows.rowCount() > 0);
    }

    private void watch(String government, State state) {
        seen.computeIfAbsent(government, this::gauges).set(state);
    }

    private AtomicReference<State> gauges(String government) {
        var tags = Tags.of("government", government);
        var newest = new AtomicReference<State>();
        meters.gauge("dispatch.automatic", tags, newest, it -> it.get().enabled() ? 1 : 0);
        meters.gauge("dispatch.precision", tags, newest, it -> it.get().record().share());
        return newest;
    }

    private static State state(Row row) {
        var since = row.getOffsetDateTime("since");
        var measured = row.getInteger("measured");
        return new State(
                row.getBoolean("enabled"),
                since == null ? null : since.toInstant(),
                measured != null,
                new TrackRecord(row.getInteger("measured_now"), row.getInteger("correct_now")),
                measured == null ? null : new TrackRecord(measured, row.getInteger("correct")));
    }
}
