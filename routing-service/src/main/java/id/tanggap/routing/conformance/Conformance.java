package id.tanggap.routing.conformance;

import id.tanggap.governments.sop.SopStep;
import id.tanggap.routing.Period;
import id.tanggap.routing.sop.Handbook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how the steps of a SOP were kept, from their clocks; the clocks are what the events told. */
@ApplicationScoped
class Conformance {
    private static final String COUNT = """
            select rule,
                   count(*) as begun,
                   count(met_at) as done,
                   count(*) filter (where met_at <= due_at) as in_time,
                   count(*) filter (where met_at is null and ended_at is null) as running,
                   count(*) filter (where met_at is null and ended_at is null and missed_at is not null) as overdue,
                   percentile_disc(0.5) within group (order by took_seconds) as median,
                   percentile_disc(0.9) within group (order by took_seconds) as p90
            from clock
            where kind = 'STEP' and government = $1 and started_at >= $2 and started_at < $3
              and ($4::text is null or agency = $4)
            group by rule
            """;

    private final Pool pool;
    private final Handbook handbook;

    Conformance(Pool pool, Handbook handbook) {
        this.pool = pool;
        this.handbook = handbook;
    }

    /**
     * What a period and, where asked for, one agency come to.
     *
     * @param sop number of the procedure in force
     * @param agency null for all
     */
    record Report(
            String government,
            String sop,
            LocalDate from,
            LocalDate to,
            @Nullable String agency,
            List<RowReport> rows) {}

    /**
     * One row of the SOP.
     *
     * @param row its number; null for what the SOP's table does not show
     * @param begun how many times it began
     * @param done of these, how many times it was completed; the others run or ended without
     * @param inTime of those done, how many within the standard
     * @param share {@code inTime} of {@code done}, from 0 to 1; null when none was done
     * @param medianSeconds in the time that the step counts; null when none was done
     */
    record RowReport(
            @Nullable Integer row,
            String step,
            String activity,
            String standard,
            long begun,
            long done,
            long inTime,
            @Nullable Double share,
            long running,
            long overdue,
            @Nullable Long medianSeconds,
            @Nullable Long p90Seconds) {

        private static RowReport of(SopStep step, @Nullable Row counted) {
            if (counted == null) {
                return new RowReport(
                        step.row(),
                        step.id(),
                        step.activity(),
                        step.clock().standard().text(),
                        0,
                        0,
                        0,
                        null,
                        0,
                        0,
                        null,
                        null);
            }
            var done = counted.getLong("done");
            var inTime = counted.getLong("in_time");
            return new RowReport(
                    step.row(),
                    step.id(),
                    step.activity(),
                    step.clock().standard().text(),
                    counted.getLong("begun"),
                    done,
                    inTime,
                    done == 0 ? null : (double) inTime / done,
                    counted.getLong("running"),
                    counted.getLong("overdue"),
                    counted.getLong("median"),
                    counted.getLong("p90"));
        }
    }

    Uni<Report> of(String government, Period period, @Nullable String agency) {
        var home = handbook.of(government);
        var zone = home.calendar(null).zone();
        var sop = home.government().sop();
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(
                        government,
                        period.begin(zone).atOffset(ZoneOffset.UTC),
                        period.end(zone).atOffset(ZoneOffset.UTC),
                        agency))
                .map(counted -> {
                    Map<String, Row> byStep = new HashMap<>();
                    counted.forEach(row -> byStep.put(row.getString("rule"), row));
                    return new Report(
                            government,
                            sop.profile().number(),
                            period.from(),
                            period.to(),
                            agency,
                            sop.steps().stream()
                                    .filter(step -> step.subject() == SopStep.Subject.COMPLAINT)
                                    .map(step -> RowReport.of(step, byStep.get(step.id())))
                                    .toList());
                });
    }
}
