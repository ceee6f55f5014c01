package id.tanggap.notification.delivery;

import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.sender.Courier;
import id.tanggap.notification.sender.RetryPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One attempt at one delivery: has the message brought and writes what came of it. A crash in between leaves the row to its
 * lease; the message is sent again where a way allows it ({@link id.tanggap.notification.sender.Sender#mayRepeat}), and waits
 * for the provider's report where not.
 */
@ApplicationScoped
class Dispatch {
    private final Courier courier;
    private final Settlement settlement;
    private final DeliveryMetrics metrics;
    private final RetryPolicy retry;
    private final InstantSource time;

    Dispatch(
            Courier courier,
            Settlement settlement,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time) {
        this.courier = courier;
        this.settlement = settlement;
        this.metrics = metrics;
        this.retry = new RetryPolicy(config);
        this.time = time;
    }

    Uni<Void> attempt(Delivery delivery) {
        return courier.bring(delivery.errand(), delivery.way(), delivery.claim().repeated())
                .invoke(metrics::countHeld)
                .map(attempt -> delivery.next(
                        attempt,
                        time.instant(),
                        retry,
                        ThreadLocalRandom.current().nextDouble()))
                .chain(next -> settlement.settle(delivery, next))
                .invoke(entered -> entered.forEach(metrics::count))
                .replaceWithVoid();
    }

    /** Whether another may begin it anew at once, although it may be out. */
    boolean mayRepeat(Delivery delivery) {
        return courier.mayRepeat(delivery.way());
    }
}
