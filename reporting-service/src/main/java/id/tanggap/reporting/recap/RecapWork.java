package id.tanggap.reporting.recap;

import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.reporting.Granted;
import id.tanggap.reporting.recap.compilation.CompilationOrders;
import id.tanggap.reporting.recap.loop.Deed.Actor;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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

    /** @param request by which it is known should it come again; null when it cannot be */
    record Asked(RecapMonth about, Actor by, @Nullable UUID request) {}

    /** Has it compiled, soon and in the background. */
    Uni<@Nullable Refusal> compile(Asked asked) {
        return once(asked, (transaction, recap) -> {
            if (!asked.about().isPreliminary(time.instant())) {
                recap.monthEnded(asked.about().endsAt());
            }
            var refusal = recap.mayCompile();
            return refusal != null
                    ? Uni.createFrom().item(refusal)
                    : recaps.save(transaction, recap)
                            .chain(() -> orders.keep(transaction, recap, asked.by()))
                            .map(ordered -> ordered ? null : Refusal.BEING_COMPILED);
        });
    }

    Uni<@Nullable Refusal> writeEvaluation(Asked asked, int version, String text) {
        return act(asked, (recap, now) -> recap.writeEvaluation(version, asked.by(), text, now));
    }

    Uni<@Nullable Refusal> giveBack(Asked asked, int version, String remarks) {
        return act(asked, (recap, now) -> recap.giveBack(version, asked.by(), remarks, now));
    }

    Uni<@Nullable Refusal> evaluate(Asked asked, int version) {
        return act(asked, (recap, now) -> recap.evaluate(version, asked.by(), now));
    }

    Uni<@Nullable Refusal> dispose(Asked asked, int version, String text) {
        return act(asked, (recap, now) -> recap.dispose(version, asked.by(), text, now));
    }

    Uni<@Nullable Refusal> archive(Asked asked, int version) {
        return act(asked, (recap, now) -> recap.archive(version, asked.by(), now));
    }

    private Uni<@Nullable Refusal> act(Asked asked, BiFunction<MonthlyRecap, Instant, @Nullable Refusal> rule) {
        return once(asked, (transaction, recap) -> {
            var now = time.instant().truncatedTo(ChronoUnit.MICROS);
            // What was late is on record before what ends it.
            recap.judge(asked.about().workingCalendar(), now);
            var refusal = rule.apply(recap, now);
            return refusal == null
                    ? recaps.save(transaction, recap).replaceWith(refusal)
                    : Uni.createFrom().item(refusal);
        });
    }

    private Uni<@Nullable Refusal> once(
            Asked asked, BiFunction<SqlConnection, MonthlyRecap, Uni<@Nullable Refusal>> deed) {
        return outbox.<@Nullable Refusal>inTransaction(transaction -> recaps.lock(transaction, asked.about())
                        .chain(recap -> Granted.before(transaction, asked.request())
                                .chain(known -> known
                                        ? Uni.createFrom().nullItem()
                                        : deed.apply(transaction, recap)
                                                .call(refusal -> grant(transaction, asked, refusal)))))
                .invoke(() -> watch.wake());
    }

    private Uni<Void> grant(SqlConnection transaction, Asked asked, @Nullable Refusal refusal) {
        return refusal == null
                ? Granted.now(transaction, asked.request(), time.instant())
                : Uni.createFrom().voidItem();
    }
}
