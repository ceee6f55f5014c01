package id.tanggap.reporting.record;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the record book in the order of the receipts, page by page along the index. */
@ApplicationScoped
class Records {
    /** Complaints in memory at a time, whatever is asked for: half a megabyte as a rule, a few at the worst. */
    private static final int CHUNK = 500;

    private static final String LATENESS = """
            case when answered_at is not null and promise_due_at is not null
                      then case when coalesce(promise_late, answered_at > promise_due_at) then 'LATE' else 'ON_TIME' end
                 when state = 'OPEN' and promise_missed_at is not null then 'OVERDUE' end""";
    /** The first of them by the index, then their words. */
    private static final String PAGE = """
            select complaint_id, number, received_at, channel, type, visibility, category, region, address, title, text,
                   agency, agency_name, dispatched_at, cardinality(moves) as moves, promise_due_at, answered_at, answer,
                   state, objected_at, resolved_at, closed_at, source, satisfaction, remark, %1$s as lateness
            from (
                select * from complaint_fact
                where government = $1 and month between $2 and $3
                  and (month, received_at, complaint_id) > ($4, $5, $6)
                  and ($7::text is null or coalesce(agency, '-') = $7)
                  and ($8::text is null or coalesce(category, '-') = $8)
                  and ($9::text is null or type = $9)
                  and ($10::text is null or channel = $10)
                  and ($11::text is null or coalesce(region, '-') = $11 or starts_with(region, $11 || '.'))
                  and ($12::text is null or state = $12)
                  and ($13::text is null or %1$s = $13)
                  and (not $14 or not secret)
                  and ($15::int is null or not exists (
                        select from recap_entry as entry join monthly_recap as recap on recap.id = entry.recap_id
                        where entry.complaint_id = complaint_fact.complaint_id and entry.version = $15
                          and recap.government = complaint_fact.government and recap.month = complaint_fact.month))
                  %2$s
                order by month, received_at, complaint_id
                limit %3$s) as listed
            left join complaint_words using (complaint_id)
            left join (select complaint_id, remark,
                              (select round(avg(score) * 25, 2) from unnest(scores) as score)::float8 as satisfaction
                       from satisfaction_survey) as surveyed using (complaint_id)
            %4$s
            order by month, received_at, complaint_id
            limit $16
            """;

    private final Pool pool;
    private final String publicUrl;

    Records(Pool pool, @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.pool = pool;
        this.publicUrl = publicUrl;
    }

    Uni<List<RecordRow>> page(RecordFilter filter, RecordKey from, int limit) {
        var values = values(filter, from, limit);
        return Found.first(
                        pool,
                        filter.text(),
                        limit,
                        way -> pool.preparedQuery(
                                        PAGE.formatted(LATENESS, way.amongThese(), way.first(), way.withWords()))
                                .execute(way.addTo(values)))
                .map(rows -> rows(rows, filter, from));
    }

    private static Tuple values(RecordFilter filter, RecordKey from, int limit) {
        return Tuple.of(
                        filter.government().id(),
                        filter.from().atDay(1),
                        filter.to().atDay(1))
                .addLocalDate(month(filter, from))
                .addOffsetDateTime(from.after().time().atOffset(ZoneOffset.UTC))
                .addUUID(from.after().id())
                .addString(filter.agency())
                .addString(filter.category())
                .addString(filter.type())
                .addString(filter.channel())
                .addString(filter.area())
                .addString(filter.state())
                .addString(filter.lateness())
                .addBoolean(filter.withoutSecret())
                .addInteger(filter.notIn())
                .addInteger(limit);
    }

    /** In which the page begins. */
    private static LocalDate month(RecordFilter filter, RecordKey from) {
        return from.equals(RecordKey.START)
                ? filter.from().atDay(1)
                : from.after()
                        .time()
                        .atZone(filter.government().calendar().zone())
                        .toLocalDate()
                        .withDayOfMonth(1);
    }

    private List<RecordRow> rows(RowSet<Row> rows, RecordFilter filter, RecordKey from) {
        var page = new ArrayList<RecordRow>(rows.size());
        for (Row row : rows) {
            page.add(RecordRow.of(from.before() + page.size() + 1, row, publicUrl, filter.text()));
        }
        return page;
    }

    /** All of them, read from the database as fast as the receiver takes them; at least one chunk, be it empty. */
    Multi<List<RecordRow>> chunks(RecordFilter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(RecordKey.START),
                        next -> page(filter, next.get(), CHUNK)
                                .invoke(rows ->
                                        next.set(rows.isEmpty() ? next.get() : RecordKey.after(rows.getLast()))))
                .whilst(rows -> rows.size() == CHUNK);
    }
}
