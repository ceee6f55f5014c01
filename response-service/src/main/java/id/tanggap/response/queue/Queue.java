package id.tanggap.response.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Governments;
import id.tanggap.response.desk.CaseStatus;
import id.tanggap.response.officer.Officer;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of cases by keyset pages: as quick on the thousandth page as on the first, and with a million cases. */
@ApplicationScoped
class Queue {
    private static final String FROM = " from desk_case c join case_text t on t.case_id = c.id";

    private final Pool pool;
    private final Governments governments;
    private final InstantSource time;

    Queue(Pool pool, Governments governments, InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.time = time;
    }

    /**
     * What of the queue is asked for; what is null or empty does not matter.
     *
     * @param from the first day of receipt, in the government's time zone
     * @param to the last day of receipt
     * @param answeredOn the day of the answer, likewise
     * @param text words of the complaint, or its number
     */
    record Filter(
            Set<CaseStatus> status,
            @Nullable String agency,
            @Nullable String division,
            @Nullable String channel,
            @Nullable String type,
            @Nullable String category,
            @Nullable DeadlineState deadline,
            @Nullable String assignee,
            boolean approval,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate answeredOn,
            @Nullable String text) {}

    /** How the next deadline stands. */
    enum DeadlineState {
        OVERDUE,
        /** Falls due before the day is over. */
        TODAY,
        LATER
    }

    enum Sort {
        /** By the next deadline; only of cases that have one. */
        DUE("c.next_due_at, c.id", "(c.next_due_at, c.id) > (?, ?)"),
        NEWEST("c.received_at desc, c.id desc", "(c.received_at, c.id) < (?, ?)"),
        OLDEST("c.received_at, c.id", "(c.received_at, c.id) > (?, ?)");

        private final String order;
        private final String after;

        Sort(String order, String after) {
            this.order = order;
            this.after = after;
        }

        private PageKey keyOf(CaseRow row) {
            return new PageKey(this == DUE ? Objects.requireNonNull(row.nextDueAt()) : row.receivedAt(), row.id());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CaseRow> items, @Nullable String next) {}

    /** @param after null for the first page */
    Uni<Page> page(Officer officer, Filter filter, Sort sort, int limit, @Nullable PageKey after) {
        var now = time.instant();
        var where = conditions(officer, filter, now);
        if (sort == Sort.DUE) {
            where.and("c.next_due_at is not null");
        }
        if (after != null) {
            where.and(sort.after, utc(after.time()), after.id());
        }
        return pool.preparedQuery("select " + CaseRow.COLUMNS + FROM + where + " order by " + sort.order + " limit "
                        + (limit + 1))
                .execute(where.values())
                .map(rows -> {
                    var items = new ArrayList<CaseRow>(rows.size());
                    rows.forEach(row -> items.add(CaseRow.of(row, now)));
                    return page(items, sort, limit);
                });
    }

    private static Page page(List<CaseRow> found, Sort sort, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var items = List.copyOf(found.subList(0, limit));
        return new Page(items, sort.keyOf(items.getLast()).encode());
    }

    private Where conditions(Officer officer, Filter filter, Instant now) {
        var where = Reach.of(officer, filter.agency());
        if (!filter.status().isEmpty()) {
            where.and("c.status = any(?)", (Object)
                    filter.status().stream().map(Enum::name).toArray(String[]::new));
        }
        if (filter.division() != null) {
            where.and("c.division = ?", filter.division());
        }
        if (filter.channel() != null) {
            where.and("c.channel = ?", filter.channel());
        }
        if (filter.type() != null) {
            where.and("c.type = ?", filter.type());
        }
        if (filter.category() != null) {
            where.and("c.category = ?", filter.category());
        }
        if (filter.assignee() != null) {
            where.and("c.assignee = ?", filter.assignee());
        }
        if (filter.approval()) {
            where.and("c.approval_requested");
        }
        var zone = zone(officer.government());
        if (filter.from() != null) {
            where.and("c.received_at >= ?", utc(filter.from().atStartOfDay(zone).toInstant()));
        }
        if (filter.to() != null) {
            where.and(
                    "c.received_at < ?",
                    utc(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (filter.answeredOn() != null) {
            where.and(
                    "c.answered_at >= ? and c.answered_at < ?",
                    utc(filter.answeredOn().atStartOfDay(zone).toInstant()),
                    utc(filter.answeredOn().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (filter.text() != null) {
            where.and(
                    "t.words @@ (websearch_to_tsquery('indonesian', ?) || websearch_to_tsquery('simple', ?))",
                    filter.text(),
                    filter.text());
        }
        return filter.deadline() == null ? where : due(where, filter.deadline(), now, zone);
    }

    private static Where due(Where where, DeadlineState state, Instant now, ZoneId zone) {
        var midnight = utc(
                now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
        return switch (state) {
            case OVERDUE -> where.and("c.next_due_at < ?", utc(now));
            case TODAY -> where.and("c.next_due_at >= ? and c.next_due_at < ?", utc(now), midnight);
            case LATER -> where.and("c.next_due_at >= ?", midnight);
        };
    }

    private ZoneId zone(String government) {
        return Objects.requireNonNull(governments.find(government)).calendar().zone();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
