package id.tanggap.notification.delivery;

import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Gives up waiting for reports: what may be out or not has failed then, and the words of what is out are forgotten. */
@ApplicationScoped
class Unreported {
    private static final Pace PACE = new Pace(Duration.ofMinutes(5), Duration.ofMinutes(1));

    private final Deliveries deliveries;
    private final Settlement settlement;
    private final Dispatcher dispatcher;
    private final DeliveryMetrics metrics;
    private final InstantSource time;
    private final Vertx vertx;
    private volatile @Nullable Watch watch;

    Unreported(
            Deliveries deliveries,
            Settlement settlement,
            Dispatcher dispatcher,
            DeliveryMetrics metrics,
            InstantSource time,
            Vertx vertx) {
        this.deliveries = deliveries;
        this.settlement = settlement;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.time = time;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        var begun = new Watch("Unreported deliveries", vertx, PACE, () -> giveUp().replaceWith(PACE.longestSleep()));
        watch = begun;
        begun.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        var begun = watch;
        if (begun != null) {
            begun.stop().await().atMost(Duration.ofSeconds(30));
        }
    }

    Uni<Void> giveUp() {
        var now = time.instant();
        return deliveries
                .unreported(now)
                .chain(overdue -> Multi.createFrom()
                        .iterable(overdue)
                        .onItem()
                        .transformToUniAndConcatenate(
                                delivery -> settlement.settle(delivery, delivery.unreported(time.instant())))
                        .invoke(entered -> entered.forEach(metrics::count))
                        .collect()
                        .last())
                .invoke(dispatcher::wake)
                .chain(() -> settlement.forgetWords(now));
    }
}
