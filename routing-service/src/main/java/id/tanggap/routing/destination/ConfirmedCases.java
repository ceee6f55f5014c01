package id.tanggap.routing.destination;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.dispatch.ConfirmedCase;
import id.tanggap.dispatch.Wording;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases that a government's proposer learns from. Secret ones are not among them, since nothing of their text is
 * kept here, nor are those whose legal class alone decides where they go.
 */
@ApplicationScoped
class ConfirmedCases {
    private static final String FROM = """
            from cases join case_text on case_text.complaint_id = cases.complaint_id
            where government = $1 and confirmed_at is not null and confirmed_at > $2 and agency is not null
              and type <> '%s'
            order by confirmed_at desc limit $3
            """.formatted(ComplaintType.OVERSIGHT);
    private static final String NEWEST = "select number, agency, title, text, region, confirmed_at " + FROM;
    private static final String COUNT = "select count(*) from (select 1 " + FROM + ") as found";

    private final Pool pool;

    ConfirmedCases(Pool pool) {
        this.pool = pool;
    }

    /** How many there are, counted no further than the limit. */
    Uni<Integer> count(String government, int limit) {
        return pool.preparedQuery(COUNT)
                .execute(values(government, Instant.EPOCH, limit))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Those confirmed after that moment, the newest so many, and of these the oldest first. */
    Uni<List<ConfirmedCase>> since(Instant moment, String government, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(values(government, moment, limit))
                .map(rows -> {
                    var found = new ArrayList<ConfirmedCase>(rows.size());
                    rows.forEach(row -> found.add(read(row)));
                    return found.reversed();
                });
    }

    private static Tuple values(String government, Instant moment, int limit) {
        return Tuple.of(government, moment.atOffset(ZoneOffset.UTC), limit);
    }

    private static ConfirmedCase read(Row row) {
        return new ConfirmedCase(
                row.getString("number"),
                row.getString("agency"),
                Wording.of(row.getString("title"), row.getString("text")),
                row.getString("region"),
                row.getOffsetDateTime("confirmed_at").toInstant());
    }
}
