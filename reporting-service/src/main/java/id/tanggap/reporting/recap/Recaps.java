package id.tanggap.reporting.recap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the facts of a month: sums in one pass over it, complaints by the index in the order of their receipt. */
@ApplicationScoped
class Recaps {
    private static final String SUMS = """
            select grouping(agency, category, channel) as grain,
                   agency, max(agency_name) as agency_name, category, channel,
                   count(*) as received,
                   count(answered_at) as answered,
                   count(*) filter (where answered_at is null and promise_due_at < $3) as overdue,
                   count(*) filter (where answered_at is not null
                                      and coalesce(promise_late, answered_at > promise_due_at)) as late
            from complaint_fact
            where government = $1 and month = $2
            group by grouping sets ((), (agency), (category), (channel))
            order by received desc, agency, category, channel
            """;
    private static final String PAGE = """
            select complaint_id, number, received_at, visibility, title, text, channel, agency, agency_name,
                   answered_at, answer
            from complaint_fact left join complaint_words using (complaint_id)
            where government = $1 and month = $2 and (received_at, complaint_id) > ($3, $4)
            order by received_at, complaint_id
            limit $5
            """;

    private final Pool pool;
    private final String publicUrl;

    Recaps(Pool pool, @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.pool = pool;
        this.publicUrl = publicUrl;
    }

    Uni<RecapSums> sums(RecapMonth month, Instant asOf) {
        return pool.preparedQuery(SUMS)
                .execute(Tuple.of(month.government().id(), month.firstDay(), asOf.atOffset(ZoneOffset.UTC)))
                .map(RecapSums::of);
    }

    Uni<List<RecapRow>> page(RecapMonth month, RecapKey from, int limit) {
        var after = from.after();
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(
                        month.government().id(),
                        month.firstDay(),
                        after.time().atOffset(ZoneOffset.UTC),
                        after.id(),
                        limit))
                .map(rows -> {
                    var page = new ArrayList<RecapRow>(rows.size());
                    for (Row row : rows) {
                        page.add(RecapRow.of(from.before() + page.size() + 1, row, publicUrl));
                    }
                    return page;
                });
    }
}
