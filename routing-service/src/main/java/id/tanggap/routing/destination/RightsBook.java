package id.tanggap.routing.destination;

import id.tanggap.dispatch.Learned;
import id.tanggap.dispatch.Rights;
import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.dispatch.Rights.Kind;
import id.tanggap.dispatch.TrackRecord;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.routing.RoutingRule;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has the right to dispatch, and how often each was right. What somebody smaller is to blame for, and has lost the right
 * for, is not counted against the larger: a rule's cases not against its agency, an agency's not against what was learned.
 */
@ApplicationScoped
class RightsBook {
    private static final int MOST = 200;

    private static final String SWITCHED = """
            select government, kind, holder, enabled from dispatch_right
            union all
            select government, 'GOVERNMENT', government, enabled from automatic_dispatch where not enabled
            """;
    /** Both reads are index scans of at most two hundred rows. */
    private static final String STANDINGS = """
            select asked.kind, asked.holder, dispatch_right.enabled, since, changed_by, measured, correct, counted.*
            from unnest($2::text[], $3::text[]) with ordinality as asked (kind, holder, place)
            left join dispatch_right on dispatch_right.government = $1
                and dispatch_right.kind = asked.kind and dispatch_right.holder = asked.holder
            cross join lateral (
                select count(*)::int as measured_now, (count(*) filter (where is_right))::int as correct_now
                from (
                    (select agency = claimed_for as is_right from cases
                     where asked.kind = 'RULE' and government = $1 and claimed_by = asked.holder
                       and confirmed_at > coalesce(since, '-infinity')
                       and (asked.holder <> '%1$s' or not exists (%2$s and lost.kind = 'AGENCY' and lost.holder = claimed_for))
                     order by confirmed_at desc limit $4)
                    union all
                    (select agency = sure_of from cases
                     where asked.kind = 'AGENCY' and government = $1 and sure_of = asked.holder
                       and confirmed_at > coalesce(since, '-infinity')
                       and not exists (%2$s and lost.kind = 'RULE' and lost.holder = claimed_by and lost.holder <> '%1$s')
                     order by confirmed_at desc limit $4)) as newest) as counted
            order by asked.place
            """.formatted(
                    Learned.BY, "select from dispatch_right as lost where lost.government = $1 and not lost.enabled");

    private static final String CHANGE = """
            insert into dispatch_right (government, kind, holder, enabled, since, changed_by, measured, correct)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (government, kind, holder) do update set
                enabled = excluded.enabled, since = excluded.since, changed_by = excluded.changed_by,
                measured = excluded.measured, correct = excluded.correct
            where dispatch_right.enabled <> excluded.enabled
               or (dispatch_right.changed_by is null and excluded.changed_by is not null)
            """;

    private final Pool pool;
    private final InstantSource time;

    RightsBook(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /** Of the governments in which something was switched. */
    Uni<Map<String, Rights>> all(SqlClient client) {
        return client.preparedQuery(SWITCHED).execute().map(RightsBook::rights);
    }

    /** Of every rule that can have the right, of what was learned, and of every agency, in this order. */
    Uni<List<Standing>> standings(Government government) {
        var holders = holders(government);
        return pool.preparedQuery(STANDINGS)
                .execute(Tuple.of(
                        government.id(),
                        holders.stream().map(it -> it.kind().name()).toArray(String[]::new),
                        holders.stream().map(Holder::id).toArray(String[]::new),
                        MOST))
                .map(rows -> standings(government, rows));
    }

    /**
     * @param person who wants it so; null when the system does
     * @return whether it was otherwise
     */
    Uni<Boolean> change(
            String government, Holder holder, boolean enabled, @Nullable String person, @Nullable TrackRecord record) {
        return pool.preparedQuery(CHANGE)
                .execute(Tuple.from(new Object[] {
                    government,
                    holder.kind().name(),
                    holder.id(),
                    enabled,
                    time.instant().atOffset(ZoneOffset.UTC),
                    person,
                    record == null ? null : record.measured(),
                    record == null ? null : record.correct()
                }))
                .map(rows -> rows.rowCount() > 0);
    }

    /** The legal class is not among them: it decides whatever becomes of it. */
    static List<Holder> holders(Government government) {
        var rules = government.rules().stream()
                .filter(rule -> Rights.canEarn(rule) && rule.kind() != RoutingRule.Kind.LAW)
                .map(RoutingRule::id);
        return Stream.of(
                        Stream.concat(rules, Stream.of(Learned.BY)).map(Holder::rule),
                        government.agencies().stream().map(Agency::id).map(Holder::agency))
                .flatMap(it -> it)
                .toList();
    }

    private static Map<String, Rights> rights(RowSet<Row> rows) {
        var off = new HashSet<String>();
        var switched = new HashMap<String, Map<Holder, Boolean>>();
        rows.forEach(row -> {
            var government = row.getString("government");
            var known = switched.computeIfAbsent(government, _ -> new HashMap<>());
            if (row.getString("kind").equals("GOVERNMENT")) {
                off.add(government);
            } else {
                known.put(
                        new Holder(Kind.valueOf(row.getString("kind")), row.getString("holder")),
                        row.getBoolean("enabled"));
            }
        });
        var rights = new HashMap<String, Rights>();
        switched.forEach((government, known) -> rights.put(government, new Rights(!off.contains(government), known)));
        return rights;
    }

    private static List<Standing> standings(Government government, RowSet<Row> rows) {
        var standings = new ArrayList<Standing>();
        rows.forEach(row -> standings.add(standing(government, row)));
        return standings;
    }

    private static Standing standing(Government government, Row row) {
        var holder = new Holder(Kind.valueOf(row.getString("kind")), row.getString("holder"));
        var enabled = row.getBoolean("enabled");
        var since = row.getOffsetDateTime("since");
        var measured = row.getInteger("measured");
        return new Standing(
                holder,
                enabled == null ? startsWithIt(government, holder) : enabled,
                since == null ? null : since.toInstant(),
                since != null && row.getString("changed_by") == null,
                new TrackRecord(row.getInteger("measured_now"), row.getInteger("correct_now")),
                measured == null ? null : new TrackRecord(measured, row.getInteger("correct")));
    }

    private static boolean startsWithIt(Government government, Holder holder) {
        var rule = holder.kind() == Kind.RULE ? government.rule(holder.id()) : null;
        return rule == null
                || Rights.fromTheFirstDay(rule, government.sop().policy().precision());
    }
}
