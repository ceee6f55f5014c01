package id.tanggap.response.desk;

import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of cases, newest first, by keyset pages. */
@ApplicationScoped
class Queue {
    private static final String COLUMNS = """
            select id, number, government, agency, agency_name, status, category, channel, type, visibility, title, text,
                   address, received_at, dispatched_at, due_at, accepted_at, answer, answered_at, version
            from desk_case
            """;
    private static final String ON_DESK = " number is not null and agency is not null";

    private final Pool pool;
    private final InstantSource time;

    Queue(Pool pool, InstantSource time) {
        this.pool = pool;
        this.time = time;
    }

    /**
     * What of the queue is asked for.
     *
     * @param agency null for all agencies
     * @param overdue null for both
     * @param after null for the first page
     */
    record Filter(
            String government,
            @Nullable String agency,
            @Nullable CaseStatus status,
            @Nullable String category,
            @Nullable Boolean overdue,
            int limit,
            @Nullable PageKey after) {}

    record Page(List<CaseView> items, @Nullable String next) {}

    Uni<Page> page(Filter filter) {
        var now = time.instant();
        var where = new Where();
        where.and("government = ?", filter.government());
        if (filter.agency() != null) {
            where.and("agency = ?", filter.agency());
        }
        if (filter.status() != null) {
            where.and("status = ?", filter.status().name());
        }
        if (filter.category() != null) {
            where.and("category = ?", filter.category());
        }
        if (filter.overdue() != null) {
            where.and(
                    filter.overdue()
                            ? "(due_at < ? and answered_at is null)"
                            : "not (coalesce(due_at < ?, false) and answered_at is null)",
                    now.atOffset(ZoneOffset.UTC));
        }
        if (filter.after() != null) {
            where.and(
                    "(received_at, id) < (?, ?)",
                    filter.after().time().atOffset(ZoneOffset.UTC),
                    filter.after().id());
        }
        return pool.preparedQuery(COLUMNS + where + " and" + ON_DESK + " order by received_at desc, id desc limit "
                        + (filter.limit() + 1))
                .execute(where.values())
                .map(rows -> {
                    var items = new ArrayList<CaseView>(rows.size());
                    rows.forEach(row -> items.add(CaseView.of(row, now)));
                    return page(items, filter.limit());
                });
    }

    /** Null when the officer's desk has no such case. */
    Uni<@Nullable CaseView> find(UUID id, Reach reach) {
        return pool.preparedQuery(COLUMNS
                        + " where id = $1 and government = $2 and ($3::text is null or agency = $3) and" + ON_DESK)
                .execute(Tuple.of(id, reach.government(), reach.agency()))
                .map(rows ->
                        rows.size() == 0 ? null : CaseView.of(rows.iterator().next(), time.instant()));
    }

    /** Null when there is no such secret complaint, or none that was answered. */
    Uni<@Nullable String> answerOfSecret(UUID id) {
        return pool.preparedQuery("select answer from desk_case where id = $1 and visibility = 'SECRET'")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("answer"));
    }

    private static Page page(List<CaseView> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var items = found.subList(0, limit);
        var last = items.getLast();
        return new Page(items, new PageKey(last.receivedAt(), last.id()).encode());
    }

    /** Conditions with their values, numbered as PostgreSQL wants them. */
    private static final class Where {
        private final StringBuilder conditions = new StringBuilder();
        private final Tuple values = Tuple.tuple();

        void and(String condition, Object... conditionValues) {
            var numbered = condition;
            for (var value : conditionValues) {
                values.addValue(value);
                numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
            }
            conditions.append(conditions.isEmpty() ? " where " : " and ").append(numbered);
        }

        Tuple values() {
            return values;
        }

        @Override
        public String toString() {
            return conditions.toString();
        }
    }
}
