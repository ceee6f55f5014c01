package id.tanggap.response.queue;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.governments.Governments;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How many cases each view of the queue holds. What depends on the status alone is kept up with every change; what
 * depends on the time or the person is counted up to a bound, for nobody reads the difference between 1,000 and 2,000.
 */
@ApplicationScoped
class Counts {
    static final int BOUND = 1_000;

    private static final String BY_STATUS = """
            select status, sum(cases)::bigint as cases from desk_count
            where government = $1 and ($2::text is null or agency = $2)
            group by status
            """;

    private final Pool pool;
    private final Governments governments;
    private final InstantSource time;

    Counts(Pool pool, Governments governments, InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.time = time;
    }

    /**
     * One view of the queue.
     *
     * @param more whether there are more than {@code count}
     */
    record Count(View view, long count, boolean more) {}

    Uni<List<Count>> of(Officer officer) {
        var byStatus = officer.division() == null
                ? byStatus(officer)
                : Uni.createFrom().item(Map.<DeskStatus, Long>of());
        return byStatus.chain(kept -> {
            var all = Uni.createFrom().<List<Count>>item(new ArrayList<>());
            for (var view : View.values()) {
                all = all.chain(
                        counts -> count(officer, view, kept).invoke(counts::add).replaceWith(counts));
            }
            return all;
        });
    }

    private Uni<Count> count(Officer officer, View view, Map<DeskStatus, Long> kept) {
        return view.status() == null || officer.division() != null
                ? bounded(officer, view)
                : Uni.createFrom().item(new Count(view, kept.getOrDefault(view.status(), 0L), false));
    }

    private Uni<Map<DeskStatus, Long>> byStatus(Officer officer) {
        return pool.preparedQuery(BY_STATUS)
                .execute(Tuple.of(officer.government(), officer.agency()))
                .map(rows -> {
                    var counts = new EnumMap<DeskStatus, Long>(DeskStatus.class);
                    rows.forEach(row -> counts.put(DeskStatus.valueOf(row.getString("status")), row.getLong("cases")));
                    return counts;
                });
    }

    private Uni<Count> bounded(Officer officer, View view) {
        var government = Objects.requireNonNull(governments.find(officer.government()));
        var where = view.narrow(
                view.status() == null ? Reach.ofWhatIsOnADesk(officer) : Reach.of(officer, null),
                officer,
                Today.of(government, time.instant()));
        return pool.preparedQuery("select count(*) as cases from (select 1 from desk_case c" + where + " limit "
                        + (BOUND + 1) + ") as bounded")
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong("cases"))
                .map(count -> new Count(view, Math.min(count, BOUND), count > BOUND));
    }
}
