package id.tanggap.reporting.recap;

import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Puts on record which steps of the recaps that are under way were not done in time. */
@ApplicationScoped
class RecapDeadlines {
    private final Pool pool;
    private final MonthlyRecaps recaps;
    private final Outbox outbox;
    private final InstantSource time;

    RecapDeadlines(Pool pool, MonthlyRecaps recaps, Outbox outbox, InstantSource time) {
        this.pool = pool;
        this.recaps = recaps;
        this.outbox = outbox;
        this.time = time;
    }

    /** @return when the next step falls due; null when none is under way */
    Uni<@Nullable Instant> judge() {
        return recaps.open(pool)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::judge)
                        .collect()
                        .asList()
                        .map(nexts -> nexts.stream().min(Instant::compareTo).orElse(null)));
    }

    private Uni<@Nullable Instant> judge(RecapMonth month) {
        var calendar = month.workingCalendar();
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        return outbox.<@Nullable Instant>inTransaction(transaction -> recaps.lock(transaction, month)
                .chain(recap -> {
                    recap.judge(calendar, now);
                    return recaps.save(transaction, recap).map(_ -> recap.nextDueAt(calendar, now));
                }));
    }
}
