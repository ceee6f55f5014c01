package id.tanggap.routing.destination;

import id.tanggap.dispatch.Learned;
import id.tanggap.dispatch.Rights;
import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.dispatch.Rights.Kind;
import id.tanggap.dispatch.TrackRecord;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the system may dispatch by itself: by whose word, to whom, and in a government at all. How often each was right is
 * measured on the newest confirmed cases; who keeps the promise of the government's procedure for long enough is given the
 * right, who is below it, and no longer by chance, loses it. The smallest that is to blame loses it first; the whole
 * government is switched off when nobody smaller is, and then only a coordinator switches it on again.
 *
 * <p>What was confirmed before a change does not count any more, and without the right the measure goes on.
 */
@ApplicationScoped
public class AutomaticDispatch {
    private static final Logger LOG = Logger.getLogger(AutomaticDispatch.class);
    private static final int MOST = 200;
    /** What is larger needs more to be blamed, so that the smaller is found first. */
    private static final int FEWEST_OF_MANY = 50;

    private static final String STATE = """
            select coalesce(enabled, true) as enabled, since, measured, correct, counted.*
            from (select count(*)::int as measured_now, (count(*) filter (where agency = sure_of))::int as correct_now
                  from (select agency, sure_of from cases
                        where government = $1 and confirmed_at is not null and sure_of is not null
                          and confirmed_at > coalesce(
                              (select since from automatic_dispatch where government = $1), '-infinity')
                          and not exists (
                              select from dispatch_right as lost
                              where lost.government = $1 and not lost.enabled
                                and (lost.kind, lost.holder) in (('RULE', claimed_by), ('AGENCY', sure_of)))
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
    private final RightsBook book;
    private final Handbook handbook;
    private final InstantSource time;
    private final MeterRegistry meters;
    private final Map<String, AtomicReference<State>> seen = new ConcurrentHashMap<>();

    AutomaticDispatch(Pool pool, RightsBook book, Handbook handbook, InstantSource time, MeterRegistry meters) {
        this.pool = pool;
        this.book = book;
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

    /** Of the governments in which something was switched; all others have the rights they start with. */
    Uni<Map<String, Rights>> rights(SqlClient client) {
        return book.all(client);
    }

    Uni<List<Standing>> standings(String government) {
        return book.standings(handbook.of(government).government());
    }

    Uni<State> state(String government) {
        return pool.preparedQuery(STATE)
                .execute(Tuple.of(government, MOST))
                .map(rows -> state(rows.iterator().next()));
    }

    /** Gives and takes what was earned and lost; at a look only among the smallest that anything changes for. */
    Uni<Void> measure(String government) {
        var promised = promised(government);
        return standings(government).chain(standings -> {
            var changed = firstToChange(standings, promised);
            return changed.isEmpty() ? measureAll(government, promised) : changeAll(government, changed);
        });
    }

    private static List<Standing> firstToChange(List<Standing> standings, double promised) {
        return Stream.<Predicate<Holder>>of(
                        holder -> holder.kind() == Kind.RULE && !holder.id().equals(Learned.BY),
                        holder -> holder.kind() == Kind.AGENCY,
                        holder -> true)
                .map(those -> standings.stream()
                        .filter(it -> those.test(it.holder()) && isEnough(it) && it.changes(promised))
                        .toList())
                .filter(those -> !those.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isEnough(Standing standing) {
        return !standing.holder().id().equals(Learned.BY) || standing.record().measured() >= FEWEST_OF_MANY;
    }

    private Uni<Void> changeAll(String government, List<Standing> standings) {
        return Uni.join()
                .all(standings.stream()
                        .map(it -> book.change(government, it.holder(), !it.enabled(), null, it.record())
                                .invoke(changed -> {
                                    if (changed) {
                                        tell(government, it);
                                    }
                                }))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private static void tell(String government, Standing was) {
        LOG.warnf(
                "%s: the %s %s %s the right to dispatch: %d of the newest %d were right",
                government,
                was.holder().kind().name().toLowerCase(Locale.ROOT),
                was.holder().id(),
                was.enabled() ? "has lost" : "has earned",
                was.record().correct(),
                was.record().measured());
    }

    private Uni<Void> measureAll(String government, double promised) {
        return state(government)
                .chain(state -> {
                    watch(government, state);
                    return state.enabled()
                                    && state.record().measured() >= FEWEST_OF_MANY
                                    && state.record().isBelow(promised)
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

    private double promised(String government) {
        return handbook.of(government).government().sop().policy().precision();
    }

    /** @param person who wants it so */
    Uni<State> change(String government, Holder holder, boolean enabled, String person) {
        return book.change(government, holder, enabled, person, null).chain(() -> state(government));
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
