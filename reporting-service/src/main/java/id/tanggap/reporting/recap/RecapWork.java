package id.tanggap.reporting.recap;

import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.reporting.recap.compilation.CompilationOrders;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What people do with a recap: the deed, the state and the event in one transaction, under the recap's lock. */
@ApplicationScoped
class RecapWork {
    private final MonthlyRecaps recaps;
    private final CompilationOrders orders;
    private final RecapWatch watch;
    private final Outbox outbox;
    private final InstantSource time;

    RecapWork(MonthlyRecaps recaps, CompilationOrders orders, RecapWatch watch, Outbox outbox, InstantSource time) {
        this.recaps = recaps;
        this.orders = orders;
        this.watch = watch;
        this.outbox = outbox;
        this.time = time;
    }

    /** Has it compiled, soon and in the background. */
    Uni<@Nullable Refusal> compile(RecapMonth month, Actor by) {
        return outbox.<@Nullable Refusal>inTransaction(transaction -> recaps.lock(transaction, month)
                        .chain(recap -> {
                            if (!month.isPreliminary(time.instant())) {
                                recap.monthEnded(month.endsAt());
                            }
                            var refusal = recap.mayCompile();
                            return refusal != null
                                    ? Uni.createFrom().item(refusal)
                                    : recaps.save(transaction, recap)
                                            .chain(() -> orders.keep(transaction, recap, by))
                                            .map(ordered -> ordered ? null : Refusal.BEING_COMPILED);
                        }))
                .invoke(() -> watch.wake());
    }

    Uni<@Nullable Refusal> writeEvaluation(RecapMonth month, int version, Actor by, String text) {
        return act(month, (recap, now) -> recap.writeEvaluation(version, by, text, now));
    }

    Uni<@Nullable Refusal> giveBack(RecapMonth month, int version, Actor by, String remarks) {
        return act(month, (recap, now) -> recap.giveBack(version, by, remarks, now));
    }

    Uni<@Nullable Refusal> evaluate(RecapMonth month, int version, Actor by) {
        return act(month, (recap, now) -> recap.evaluate(version, by, now));
    }

    Uni<@Nullable Refusal> dispose(RecapMonth month, int version, Actor by, String text) {
        return act(month, (recap, now) -> recap.dispose(version, by, text, now));
    }

    Uni<@Nullable Refusal> archive(RecapMonth month, int version, Actor by) {
        return act(month, (recap, now) -> recap.archive(version, by, now));
    }

    private Uni<@Nullable Refusal> act(RecapMonth month, BiFunction<MonthlyRecap, Instant, @Nullable Refusal> rule) {
        return outbox.<@Nullable Refusal>inTransaction(transaction -> recaps.lock(transaction, month)
                        .chain(recap -> {
                            var now = time.instant().truncatedTo(ChronoUnit.MICROS);
                            // What was late is on record before what ends it.
                            recap.judge(month.workingCalendar(), now);
                            var refusal = rule.apply(recap, now);
                            return refusal == null
                                    ? recaps.save(transaction, recap).replaceWith(refusal)
                                    : Uni.createFrom().item(refusal);
                        }))
                .invoke(() -> watch.wake());
    }
}
