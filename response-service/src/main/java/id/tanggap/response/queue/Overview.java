package id.tanggap.response.queue;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The load of the day, who is overdue, and how old the open cases are. */
@ApplicationScoped
class Overview {
    private static final String TODAY = """
            select (select count(*) from desk_case
                    where government = $1 and ($2::text is null or agency = $2) and number is not null
                      and agency is not null and received_at >= $3) as received,
                   (select count(*) from desk_case
                    where government = $1 and ($2::text is null or agency = $2) and answered_at >= $3) as answered
            """;
    /** Open are those that wait for their answer; read from the index alone. */
    private static final String OPEN = """
            select agency, $4::date - (received_at at time zone $5)::date as days,
                   count(*) as open, count(*) filter (where next_due_at < $3) as overdue
            from desk_case
            where government = $1 and ($2::text is null or agency = $2) and number is not null and agency is not null
              and status in ('DISPATCHED', 'IN_PROGRESS', 'DISPOSED', 'NEEDS_INFO', 'OBJECTED')
            group by 1, 2
            """;

    private final Pool pool;
    private final Governments governments;
    private final InstantSource time;

    Overview(Pool pool, Governments governments, InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.time = time;
    }

    /**
     * @param receivedToday since midnight in the government's time zone, as {@code answeredToday}
     * @param agencies those with open cases, the most overdue first
     * @param ageing open cases by the calendar days since their receipt, the youngest first
     */
    record Load(long receivedToday, long answeredToday, List<AgencyLoad> agencies, List<Age> ageing) {}

    record AgencyLoad(String agency, String agencyName, long open, long overdue) {
        private static final Comparator<AgencyLoad> WORST_FIRST = Comparator.comparingLong(AgencyLoad::overdue)
                .thenComparingLong(AgencyLoad::open)
                .reversed();

        private static AgencyLoad of(Row row, Government government) {
            var id = row.getString("agency");
            var known = government.agency(id);
            return new AgencyLoad(id, known == null ? id : known.name(), row.getLong("open"), row.getLong("overdue"));
        }

        private AgencyLoad and(AgencyLoad more) {
            return new AgencyLoad(agency, agencyName, open + more.open, overdue + more.overdue);
        }
    }

    /**
     * @param fromDays the least age in whole days
     * @param toDays the greatest; -1 without end
     */
    record Age(int fromDays, int toDays, long open) {}

    private static final int[][] AGES = {{0, 1}, {2, 3}, {4, 7}, {8, 14}, {15, -1}};

    Uni<Load> of(Officer officer) {
        var government = Objects.requireNonNull(governments.find(officer.government()));
        var today = Today.of(government, time.instant());
        return pool.preparedQuery(TODAY)
                .execute(Tuple.of(officer.government(), officer.agency(), today.startOf(today.day())))
                .map(rows -> rows.iterator().next())
                .chain(counted -> pool.preparedQuery(OPEN)
                        .execute(Tuple.of(
                                officer.government(),
                                officer.agency(),
                                today.time(),
                                today.day(),
                                today.zone().getId()))
                        .map(open -> load(government, counted, open)));
    }

    private static Load load(Government government, Row today, RowSet<Row> open) {
        var agencies = new LinkedHashMap<String, AgencyLoad>();
        var ages = new long[AGES.length];
        for (var row : open) {
            var load = AgencyLoad.of(row, government);
            agencies.merge(load.agency(), load, AgencyLoad::and);
            ages[ageOf(row.getInteger("days"))] += load.open();
        }
        return new Load(
                today.getLong("received"),
                today.getLong("answered"),
                agencies.values().stream().sorted(AgencyLoad.WORST_FIRST).toList(),
                IntStream.range(0, AGES.length)
                        .mapToObj(i -> new Age(AGES[i][0], AGES[i][1], ages[i]))
                        .toList());
    }

    private static int ageOf(int days) {
        var age = 0;
        while (AGES[age][1] >= 0 && days > AGES[age][1]) {
            age++;
        }
        return age;
    }
}
