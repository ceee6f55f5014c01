package id.tanggap.response.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Governments;
import id.tanggap.response.officer.Officer;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of cases by keyset pages: as quick on the thousandth page as on the first, and with a million cases. */
@ApplicationScoped
class Queue {
    private final Pool pool;
    private final Governments governments;
    private final InstantSource time;

    Queue(Pool pool, Governments governments, InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.time = time;
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
            var times = row.times();
            return new PageKey(
                    this == DUE ? Objects.requireNonNull(times.nextDueAt()) : times.receivedAt(),
                    row.head().id());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<CaseRow> items, @Nullable String next) {}

    /** @param after null for the first page */
    Uni<Page> page(Officer officer, Wanted wanted, Sort sort, int limit, @Nullable PageKey after) {
        var now = time.instant();
        var government = Objects.requireNonNull(governments.find(officer.government()));
        var list = new Listing(
                pool, () -> conditions(officer, wanted, Today.of(government, now), sort, after), sort.order, limit + 1);
        var asked = wanted.text();
        return (asked == null ? list.all() : list.with(asked, officer.government())).map(rows -> {
            var items = new ArrayList<CaseRow>(rows.size());
            rows.forEach(row -> items.add(CaseRow.of(row, now, asked)));
            return page(items, sort, limit);
        });
    }

    private static Where conditions(Officer officer, Wanted wanted, Today today, Sort sort, @Nullable PageKey after) {
        var where = Filter.conditions(officer, wanted, today);
        if (sort == Sort.DUE) {
            where.and("c.next_due_at is not null");
        }
        return after == null ? where : where.and(sort.after, after.time().atOffset(ZoneOffset.UTC), after.id());
    }

    private static Page page(List<CaseRow> found, Sort sort, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var items = List.copyOf(found.subList(0, limit));
        return new Page(items, sort.keyOf(items.getLast()).encode());
    }
}
