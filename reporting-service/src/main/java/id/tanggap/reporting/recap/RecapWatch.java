package id.tanggap.reporting.recap;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes when a month ends somewhere, when a step of a recap falls due, and when something is to be compiled; sleeps in
 * between. What it does it does once, however many replicas watch: the recap's lock decides.
 */
@ApplicationScoped
class RecapWatch {
    private static final Logger LOG = Logger.getLogger(RecapWatch.class);
    /** A clock may be set, and a replica may have ordered something and died. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private static final String KNOWN = """
            select (select max(month) from monthly_recap
                    where government = $1
                      and exists (select from recap_version where recap_id = id and requested_by is null)) as last,
                   (select min(month) from complaint_fact where government = $1 and month >= $2 and source is null) as first
            """;

    private final Pool pool;
    private final Governments governments;
    private final MonthlyRecaps recaps;
    private final Compilation compilation;
    private final Outbox outbox;
    private final Vertx vertx;
    private final InstantSource time;
    private final boolean watching;
    /** How often it was asked to look since it last rested. */
    private final AtomicInteger asked = new AtomicInteger();

    private final AtomicLong timer = new AtomicLong(-1);

    RecapWatch(
            Pool pool,
            Governments governments,
            MonthlyRecaps recaps,
            Compilation compilation,
            Outbox outbox,
            Vertx vertx,
            InstantSource time,
            @ConfigProperty(name = "tanggap.recap.watch", defaultValue = "true") boolean watching) {
        this.pool = pool;
        this.governments = governments;
        this.recaps = recaps;
        this.compilation = compilation;
        this.outbox = outbox;
        this.vertx = vertx;
        this.time = time;
        this.watching = watching;
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    /** Looks at once, or once more when it is looking. */
    void wake() {
        if (watching && asked.getAndIncrement() == 0) {
            vertx.cancelTimer(timer.get());
            lookAround();
        }
    }

    private void lookAround() {
        var answered = asked.get();
        look().subscribe().with(next -> rest(answered, next), failure -> {
            LOG.warnf("The recaps were not looked after: %s", failure);
            rest(answered, time.instant().plus(AFTER_A_FAULT));
        });
    }

    private void rest(int answered, Instant next) {
        if (asked.addAndGet(-answered) > 0) {
            lookAround();
            return;
        }
        var sleep = Duration.between(time.instant(), next).plusMillis(1);
        var longest = sleep.compareTo(LONGEST_SLEEP) < 0 ? sleep : LONGEST_SLEEP;
        timer.set(vertx.setTimer(Math.max(1, longest.toMillis()), _ -> wake()));
    }

    /** Does what is to be done now, and says when there will be more. */
    Uni<Instant> look() {
        return endMonths().chain(this::carryOutOrders).chain(() -> judgeAll()).map(due -> {
            var next = due;
            for (var government : governments.all()) {
                var monthEnds = RecapMonth.at(time.instant(), government).endsAt();
                next = next == null || monthEnds.isBefore(next) ? monthEnds : next;
            }
            return next == null ? time.instant().plus(LONGEST_SLEEP) : next;
        });
    }

    /**
     * Every month since the last one that was compiled by itself becomes due and is compiled. Without one it begins with the
     * last month, if something came in then: nobody owes the recap of a time before the platform, and who asks for one of
     * long ago asks for that one alone.
     */
    private Uni<Void> endMonths() {
        return Multi.createFrom()
                .iterable(governments.all())
                .onItem()
                .transformToUniAndConcatenate(government -> ended(government)
                        .chain(months -> Multi.createFrom()
                                .iterable(months)
                                .onItem()
                                .transformToUniAndConcatenate(this::end)
                                .collect()
                                .last()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<RecapMonth>> ended(Government government) {
        var running = RecapMonth.at(time.instant(), government);
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(government.id(), running.plus(-1).month().atDay(1)))
                .map(rows -> {
                    var known = rows.iterator().next();
                    var last = known.getLocalDate("last");
                    var first = known.getLocalDate("first");
                    var month = last == null
                            ? new RecapMonth(government, first == null ? running.month() : YearMonth.from(first))
                            : new RecapMonth(government, YearMonth.from(last)).plus(1);
                    var ended = new ArrayList<RecapMonth>();
                    for (; month.month().isBefore(running.month()); month = month.plus(1)) {
                        ended.add(month);
                    }
                    return ended;
                });
    }

    private Uni<Void> end(RecapMonth month) {
        return pool.withTransaction(transaction -> recaps.lock(transaction, month)
                        .chain(recap -> {
                            if (recap.state() != RecapState.RUNNING) {
                                return Uni.createFrom().voidItem();
                            }
                            recap.monthEnded(month.endsAt());
                            return recaps.save(transaction, recap)
                                    .chain(() -> compilation.order(transaction, recap, null))
                                    .replaceWithVoid();
                        }))
                .invoke(outbox::committed);
    }

    private Uni<Void> carryOutOrders() {
        return compilation
                .waiting()
                .chain(orders -> Multi.createFrom()
                        .iterable(orders)
                        .onItem()
                        .transformToUniAndConcatenate(this::carryOut)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** What fails is tried again at the next look, and holds up no other month. */
    private Uni<Void> carryOut(Compilation.Waiting order) {
        var government = governments.find(order.government());
        return government == null
                ? Uni.createFrom().voidItem()
                : compilation
                        .carryOut(new RecapMonth(government, order.month()))
                        .onFailure()
                        .invoke(failure ->
                                LOG.errorf(failure, "The recap of %s %s was not compiled", government, order.month()))
                        .onFailure()
                        .recoverWithNull();
    }

    /** @return when the next step falls due; null when none is under way */
    private Uni<@Nullable Instant> judgeAll() {
        return recaps.open(pool)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::judge)
                        .collect()
                        .asList()
                        .map(nexts -> nexts.stream().min(Instant::compareTo).orElse(null)));
    }

    private Uni<@Nullable Instant> judge(MonthlyRecaps.Open open) {
        var government = governments.find(open.government());
        if (government == null) {
            return Uni.createFrom().nullItem();
        }
        var calendar = RecapWork.calendar(government);
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        return pool.<@Nullable Instant>withTransaction(transaction -> recaps.lock(
                                transaction, new RecapMonth(government, open.month()))
                        .chain(recap -> {
                            recap.judge(calendar, now);
                            return recaps.save(transaction, recap).map(_ -> recap.nextDueAt(calendar, now));
                        }))
                .invoke(outbox::committed);
    }
}
