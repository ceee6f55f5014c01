package id.tanggap.notification.ledger;

import id.tanggap.notification.delivery.DeliveryState;
import id.tanggap.rest.PageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The deliveries as they are read; who writes them is another's. */
@ApplicationScoped
class Ledger {
    private static final String PAGE = """
            select id, case when message <> 'DIALOGUE' then complaint_id end as complaint_id, number, message, way, state,
                   attempts, next_attempt_at, last_cause, created_at, updated_at
            from delivery join recipient using (complaint_id)
            where government = $1 and (created_at, id) < ($2, $3) %s
            order by created_at desc, id desc
            limit $4
            """;

    private static final PageKey NEWEST = new PageKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    /** A government's deliveries, the newest first. */
    Uni<List<DeliveryView>> page(String government, Asked asked, @Nullable PageKey after, int limit) {
        var from = after == null ? NEWEST : after;
        var values = Tuple.of(government, from.time().atOffset(ZoneOffset.UTC), from.id(), limit);
        return pool.preparedQuery(PAGE.formatted(asked.conditions(values)))
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryView::of)
                        .toList());
    }

    /**
     * Which of them.
     *
     * @param state null for all
     * @param complaint null for all
     * @param conversations whether what conversations answered is among them; of a complaint it never is
     */
    record Asked(@Nullable DeliveryState state, @Nullable UUID complaint, boolean conversations) {
        /** Says its values after those that there are. */
        private String conditions(Tuple values) {
            var conditions = new StringBuilder();
            if (state != null) {
                values.addString(state.name());
                conditions.append(" and state = $").append(values.size());
            }
            if (complaint != null) {
                values.addUUID(complaint);
                conditions.append(" and complaint_id = $").append(values.size());
            }
            if (complaint != null || !conversations) {
                conditions.append(" and message <> 'DIALOGUE'");
            }
            return conditions.toString();
        }
    }
}
