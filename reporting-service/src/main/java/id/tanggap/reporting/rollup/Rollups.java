package id.tanggap.reporting.rollup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the sums of a month, in the order of their size. */
@ApplicationScoped
public class Rollups {
    /** What was imported is counted where it lies, by the index of it: most months have none, and others all. */
    private static final String SUMS = """
            with past as (
                select it.cut, it.key, sum(it.received)::bigint as imported
                from complaint_fact as fact, counted(fact) as it
                where fact.government = $1 and fact.month = $2 and fact.source is not null
                group by it.cut, it.key
            )
            select cut, key, max(label) as label, sum(received)::bigint as received, sum(answered)::bigint as answered,
                   sum(open)::bigint as open, sum(ended)::bigint as ended, sum(overdue)::bigint as overdue,
                   sum(late)::bigint as late, sum(objected)::bigint as objected, sum(kept)::bigint as kept,
                   sum(missed)::bigint as missed, sum(moved)::bigint as moved, sum(unpromised)::bigint as unpromised,
                   sum(resolved)::bigint as resolved, sum(closed)::bigint as closed,
                   coalesce(max(imported), 0) as imported
            from (%s) as parts left join past using (cut, key)
            where cut <> 'OPEN_SINCE'
            group by cut, key
            having (sum(received), sum(answered), sum(kept), sum(missed), sum(moved)) <> (0, 0, 0, 0, 0)
            order by received desc, answered desc, kept desc, moved desc, key
            """;

    private static final String PARTS = """
            select * from rollup where government = $1 and month = $2
            union all
            select * from rollup_delta where government = $1 and month = $2
            """;
    private static final String KEPT = SUMS.formatted(PARTS);
    private static final String SCANNED =
            SUMS.formatted("select * from rollup_scan where government = $1 and month = $2");

    private static final String WHOLES = """
            select month, cut, key, null as label, sum(received)::bigint as received, sum(answered)::bigint as answered,
                   sum(open)::bigint as open, sum(ended)::bigint as ended, sum(overdue)::bigint as overdue,
                   sum(late)::bigint as late, sum(objected)::bigint as objected, 0::bigint as kept, 0::bigint as missed,
                   0::bigint as moved, sum(unpromised)::bigint as unpromised,
                   sum(resolved)::bigint as resolved, sum(closed)::bigint as closed,
                   (select count(*) from complaint_fact as fact
                    where fact.government = $1 and fact.month = parts.month and fact.source is not null) as imported
            from (select * from rollup where government = $1 and month = any($2) and cut = 'ALL'
                  union all
                  select * from rollup_delta where government = $1 and month = any($2) and cut = 'ALL') as parts
            group by month, cut, key
            having sum(received) <> 0
            """;

    /** What is open of the month, by who owes the next step, by agency and by the least age in days. */
    private static final String OPEN = """
            select split_part(key, '>', 1) as owed_by, nullif(split_part(key, '>', 2), '') as agency,
                   max(label) as agency_name,
                   ($4::int[])[width_bucket($3::date - split_part(key, '>', 3)::date, $4::int[])] as days,
                   sum(open)::bigint as count
            from (%s) as parts
            where cut = 'OPEN_SINCE'
            group by owed_by, agency, days
            having sum(open) <> 0
            order by days desc, count desc, owed_by, agency
            """;

    private static final String AGENCY_NAMES = """
            select distinct on (key) key, label
            from (select month, key, label from rollup where government = $1 and cut = 'AGENCY' and key = any($2)
                  union all
                  select month, key, label from rollup_delta where government = $1 and cut = 'AGENCY' and key = any($2))
                as told
            where label is not null
            order by key, month desc, label
            """;

    /** As they are kept: exact at the moment of the statement. */
    public Uni<Sums> of(SqlClient client, String government, YearMonth month) {
        return read(client, KEPT, government, month);
    }

    /** From each complaint of the month; takes the longer the more there are. */
    public Uni<Sums> scanned(SqlClient client, String government, YearMonth month) {
        return read(client, SCANNED, government, month);
    }

    /** The whole of these months alone, as it is kept; a month in which nothing came in is not among them. */
    public Uni<Map<YearMonth, Sum>> wholes(SqlClient client, String government, List<YearMonth> months) {
        return client.preparedQuery(WHOLES)
                .execute(Tuple.of(government)
                        .addArrayOfLocalDate(
                                months.stream().map(month -> month.atDay(1)).toArray(LocalDate[]::new)))
                .map(rows -> {
                    var wholes = new HashMap<YearMonth, Sum>();
                    rows.forEach(row -> wholes.put(YearMonth.from(row.getLocalDate("month")), Sum.read(row)));
                    return wholes;
                });
    }

    /**
     * What is open, as it is kept.
     *
     * @param today by the government's clock
     * @param ages least ages in days, rising from 0
     */
    public Uni<List<OpenSum>> open(
            SqlClient client, String government, YearMonth month, LocalDate today, List<Integer> ages) {
        return client.preparedQuery(OPEN.formatted(PARTS))
                .execute(Tuple.of(government, month.atDay(1), today).addArrayOfInteger(ages.toArray(Integer[]::new)))
                .map(rows -> {
                    List<OpenSum> open = new ArrayList<>(rows.size());
                    rows.forEach(row -> open.add(new OpenSum(
                            row.getString("owed_by"),
                            row.getString("agency"),
                            row.getString("agency_name"),
                            row.getInteger("days"),
                            row.getLong("count"))));
                    return open;
                });
    }

    /**
     * @param owedBy the role that owes the next step
     * @param agency null when no agency holds them
     * @param days the least age
     */
    public record OpenSum(
            String owedBy,
            @Nullable String agency,
            @Nullable String agencyName,
            int days,
            long count) {}

    /** How agencies were called when complaints were last told to be with them, by id; what had no name is left out. */
    public Uni<Map<String, String>> agencyNames(SqlClient client, String government, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : client.preparedQuery(AGENCY_NAMES)
                        .execute(Tuple.of(government).addArrayOfString(ids.toArray(String[]::new)))
                        .map(rows -> {
                            var names = new HashMap<String, String>();
                            rows.forEach(row -> names.put(row.getString("key"), row.getString("label")));
                            return names;
                        });
    }

    private static Uni<Sums> read(SqlClient client, String sql, String government, YearMonth month) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(government, month.atDay(1)))
                .map(Rollups::sums);
    }

    private static Sums sums(RowSet<Row> rows) {
        List<Sum> sums = new ArrayList<>(rows.size());
        rows.forEach(row -> sums.add(Sum.read(row)));
        return new Sums(sums);
    }
}
