package id.tanggap.reporting.recap;

import id.tanggap.clock.WorkingCalendar;
import id.tanggap.governments.Government;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.reporting.recap.Deed.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What people do with a recap: the deed, the state and the event in one transaction, under the recap's lock. */
@ApplicationScoped
class RecapWork {
    private final Pool pool;
    private final MonthlyRecaps recaps;
    private final Compilation compilation;
    private final RecapWatch watch;
    private final Outbox outbox;
    private final InstantSource time;

    RecapWork(
            Pool pool,
            MonthlyRecaps recaps,
            Compilation compilation,
            RecapWatch watch,
            Outbox outbox,
            InstantSource time) {
        this.pool = pool;
        this.recaps = recaps;
        this.compilation = compilation;
        this.watch = watch;
        this.outbox = outbox;
        this.time = time;
    }

    /** Has it compiled, soon and in the background. */
    Uni<@Nullable Refusal> compile(RecapMonth month, Actor by) {
        return pool.<@Nullable Refusal>withTransaction(transaction -> recaps.lock(transaction, month)
                        .chain(recap -> {
                            if (!month.isPreliminary(time.instant())) {
                                recap.monthEnded(month.endsAt());
                            }
                            var refusal = recap.mayCompile();
                            return refusal != null
                                    ? Uni.createFrom().item(refusal)
                                    : recaps.save(transaction, recap)
                                            .chain(() -> compilation.order(transaction, recap, by))
                                            .map(ordered -> ordered ? null : Refusal.BEING_COMPILED);
                        }))
                .invoke(refusal -> {
                    outbox.committed();
                    watch.wake();
                });
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
        return pool.<@Nullable Refusal>withTransaction(transaction -> recaps.lock(transaction, month)
                        .chain(recap -> {
                            var now = time.instant().truncatedTo(ChronoUnit.MICROS);
                            // What was late is on record before what ends it.
                            recap.judge(calendar(month.government()), now);
                            var refusal = rule.apply(recap, now);
                            return refusal == null
                                    ? recaps.save(transaction, recap).replaceWith(refusal)
                                    : Uni.createFrom().item(refusal);
                        }))
                .invoke(refusal -> {
                    outbox.committed();
                    watch.wake();
                });
    }

    static WorkingCalendar calendar(Government government) {
        return new WorkingCalendar(government.calendar());
    }
}
