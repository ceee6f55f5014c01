package id.tanggap.reporting.recap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Government;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapState;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the months of a government. */
@ApplicationScoped
class RecapList {
    /** A month is there when something came in or its recap was begun. */
    private static final String MONTHS = """
            with known as (
                select month, received, answered, overdue from rollup
                where government = $1 and cut = 'ALL'
                union all
                select month, received, answered, overdue from rollup_delta
                where government = $1 and cut = 'ALL'
                union all
                select month, 0, 0, 0 from monthly_recap where government = $1
            )
            select known.month, coalesce(known.month >= begun.month, false) as owed,
                   (select count(*) from complaint_fact as fact
                    where fact.government = $1 and fact.month = known.month and fact.source is not null) as imported,
                   sum(received)::bigint as received, sum(answered)::bigint as answered,
                   sum(overdue)::bigint as overdue, coalesce(max(state), 'RUNNING') as state,
                   coalesce(max(version), 0) as version, coalesce(max(loops), 0) as loops,
                   max(closed.done_at) as closed_at, max(closed.done_by_name) as closed_by, max(closed.link) as seal
            from known
            cross join (select begun_in($1) as month) as begun
            left join monthly_recap as recap on recap.government = $1 and recap.month = known.month
            left join lateral (select done_at, done_by_name, encode(link, 'hex') as link from recap_deed
                               where recap_id = recap.id order by seq desc limit 1) as closed
                   on recap.state = 'ARCHIVED'
            where known.month < $2
              and ($4::text is null or recap.state = $4)
              and ($5::date[] is null or known.month = any($5))
            group by known.month, begun.month
            having sum(received) > 0 or count(recap.id) > 0
            order by known.month desc
            limit $3
            """;

    private static final String WRITTEN = """
            select recap.month, array_agg(deed.text) as texts
            from recap_deed as deed join monthly_recap as recap on recap.id = deed.recap_id
            where recap.government = $1 and deed.text is not null
            group by recap.month
            """;

    private final Pool pool;
    private final InstantSource time;

    RecapList(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /**
     * One month of the list; the figures are those of this moment.
     *
     * @param owed whether the office has to make its recap; not of a time of which only imports tell
     * @param imported of the received ones those that another system handled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(
            String month,
            RecapState state,
            boolean owed,
            int version,
            int loops,
            long received,
            long imported,
            long answered,
            long overdue,
            @Nullable Closed closed) {
        static Month of(Row row, Government government, Instant now) {
            var month = new RecapMonth(government, YearMonth.from(row.getLocalDate("month")));
            return new Month(
                    month.month().toString(),
                    month.state(RecapState.valueOf(row.getString("state")), now),
                    row.getBoolean("owed"),
                    row.getInteger("version"),
                    row.getInteger("loops"),
                    row.getLong("received"),
                    row.getLong("imported"),
                    row.getLong("answered"),
                    row.getLong("overdue"),
                    row.getString("seal") == null
                            ? null
                            : new Closed(
                                    Instant.parse(row.getString("closed_at")),
                                    row.getString("closed_by"),
                                    row.getString("seal")));
        }
    }

    /** How a recap went into the archive. */
    record Closed(Instant at, @Nullable String by, String seal) {}

    /**
     * Which months.
     *
     * @param before the first that is too late
     * @param state of a recap that was begun; null for all months
     * @param words that were written upon the recap; null for all
     */
    record Wanted(
            YearMonth before,
            @Nullable RecapState state,
            @Nullable Question words) {}

    /** The latest first. */
    Uni<List<Month>> months(Government government, Wanted wanted, int limit) {
        var state = wanted.state() == null ? null : wanted.state().name();
        return withWords(government, wanted.words())
                .chain(months -> pool.preparedQuery(MONTHS)
                        .execute(Tuple.of(government.id(), wanted.before().atDay(1), limit, state)
                                .addValue(months)))
                .map(rows -> {
                    var months = new ArrayList<Month>(rows.size());
                    rows.forEach(row -> months.add(Month.of(row, government, time.instant())));
                    return months;
                });
    }

    /** What people write upon recaps is little: it is read through. Null when no words are looked for. */
    private Uni<LocalDate @Nullable []> withWords(Government government, @Nullable Question asked) {
        return asked == null
                ? Uni.createFrom().nullItem()
                : pool.preparedQuery(WRITTEN)
                        .execute(Tuple.of(government.id()))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> asked.matches(null, row.getArrayOfStrings("texts")))
                                .map(row -> row.getLocalDate("month"))
                                .toArray(LocalDate[]::new));
    }
}
