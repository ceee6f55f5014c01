package id.tanggap.reporting.recap;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.reporting.past.HeldMonths;
import id.tanggap.reporting.recap.compilation.Compilation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Wakes when a month ends somewhere, when a step of a recap falls due, and when something is to be compiled; sleeps in
 * between. What it does it does once, however many replicas watch: the recap's lock decides.
 */
@ApplicationScoped
class RecapWatch {
    /** A clock may be set, and a replica may have ordered something and died. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

    /** A month is held for as long as some complaints are being taken back. */
    private static final Duration WHILE_HELD = Duration.ofSeconds(5);

    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private final MonthEnds monthEnds;
    private final Compilation compilation;
    private final HeldMonths held;
    private final RecapDeadlines deadlines;
    private final InstantSource time;
    private final Watch watch;
    private final boolean watching;

    RecapWatch(
            MonthEnds monthEnds,
            Compilation compilation,
            HeldMonths held,
            RecapDeadlines deadlines,
            Vertx vertx,
            InstantSource time,
            @ConfigProperty(name = "tanggap.recap.watch", defaultValue = "true") boolean watching) {
        this.monthEnds = monthEnds;
        this.compilation = compilation;
        this.held = held;
        this.deadlines = deadlines;
        this.time = time;
        this.watching = watching;
        this.watch =
                new Watch("The recaps", vertx, new Pace(LONGEST_SLEEP, AFTER_A_FAULT), () -> look().map(this::until));
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    /** Looks at once, or once more when it is looking. */
    void wake() {
        if (watching) {
            watch.wake();
        }
    }

    /** Does what is to be done now, and says when there will be more; null when that is not known. */
    Uni<@Nullable Instant> look() {
        return monthEnds
                .take()
                .chain(compilation::carryOutOrders)
                .chain(deadlines::judge)
                .chain(due -> held.holdUp()
                        .map(holdUp -> Stream.of(
                                        due,
                                        monthEnds.next(),
                                        holdUp ? time.instant().plus(WHILE_HELD) : null)
                                .flatMap(Stream::ofNullable)
                                .min(Instant::compareTo)
                                .orElse(null)));
    }

    private Duration until(@Nullable Instant next) {
        return next == null
                ? LONGEST_SLEEP
                : Duration.between(time.instant(), next).plusMillis(1);
    }
}
