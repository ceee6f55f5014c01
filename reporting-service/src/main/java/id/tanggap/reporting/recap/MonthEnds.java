package id.tanggap.reporting.recap;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.reporting.recap.compilation.CompilationOrders;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the recap of a month due when the month ends by its government's clock, and has it compiled. */
@ApplicationScoped
class MonthEnds {
    private static final String KNOWN = """
            select (select max(month) from monthly_recap
                    where government = $1
                      and exists (select from recap_version where recap_id = id and requested_by is null)) as last,
                   (select min(month) from complaint_fact where government = $1 and month >= $2 and source is null) as first
            """;

    private final Pool pool;
    private final Governments governments;
    private final MonthlyRecaps recaps;
    private final CompilationOrders orders;
    private final Outbox outbox;
    private final InstantSource time;

    MonthEnds(
            Pool pool,
            Governments governments,
            MonthlyRecaps recaps,
            CompilationOrders orders,
            Outbox outbox,
            InstantSource time) {
        this.pool = pool;
        this.governments = governments;
        this.recaps = recaps;
        this.orders = orders;
        this.outbox = outbox;
        this.time = time;
    }

    /** When the next one ends somewhere; null without a government. */
    @Nullable
    Instant next() {
        return governments.all().stream()
                .map(government -> RecapMonth.at(time.instant(), government).endsAt())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Every month since the last one that was compiled by itself becomes due and is compiled. Without one it begins with the
     * last month, if something came in then: nobody owes the recap of a time before the platform, and who asks for one of
     * long ago asks for that one alone.
     */
    Uni<Void> take() {
        return Multi.createFrom()
                .iterable(governments.all())
                .onItem()
                .transformToMultiAndConcatenate(government -> ended(government)
                        .onItem()
                        .transformToMulti(months -> Multi.createFrom().iterable(months)))
                .onItem()
                .transformToUniAndConcatenate(this::end)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<RecapMonth>> ended(Government government) {
        var running = RecapMonth.at(time.instant(), government);
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(government.id(), running.plus(-1).month().atDay(1)))
                .map(rows -> Stream.iterate(
                                first(rows.iterator().next(), running),
                                month -> month.month().isBefore(running.month()),
                                month -> month.plus(1))
                        .toList());
    }

    private static RecapMonth first(Row known, RecapMonth running) {
        var last = known.getLocalDate("last");
        var first = known.getLocalDate("first");
        if (last != null) {
            return new RecapMonth(running.government(), YearMonth.from(last)).plus(1);
        }
        return first == null ? running : new RecapMonth(running.government(), YearMonth.from(first));
    }

    private Uni<Void> end(RecapMonth month) {
        return outbox.inTransaction(transaction -> recaps.lock(transaction, month)
                .chain(recap -> {
                    if (recap.state() != RecapState.RUNNING) {
                        return Uni.createFrom().voidItem();
                    }
                    recap.monthEnded(month.endsAt());
                    return recaps.save(transaction, recap)
                            .chain(() -> orders.keep(transaction, recap, null))
                            .replaceWithVoid();
                }));
    }
}
