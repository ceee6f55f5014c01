package id.tanggap.notification.delivery;

import id.tanggap.messaging.Cause;
import id.tanggap.messaging.Watch;
import id.tanggap.messaging.Watch.Pace;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.sender.Courier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. Sleeps until the next due time or until it is woken after a commit; several replicas work side by
 * side on different rows.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    /** Well over what an attempt and the writing of its outcome take. */
    static final Duration LEASE = Courier.PATIENCE.multipliedBy(4);

    /** The longest sleep is for what another replica planned and did not live to send. */
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1));

    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final DeliveryMetrics metrics;
    private final InstantSource time;
    private final Vertx vertx;
    private final int atOnce;
    /** Each with its end. Only a look adds some, and there is one look at a time. */
    private final Map<Delivery, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    private volatile @Nullable Watch watch;

    Dispatcher(
            Deliveries deliveries,
            Dispatch dispatch,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time,
            Vertx vertx) {
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.metrics = metrics;
        this.time = time;
        this.vertx = vertx;
        this.atOnce = config.atOnce();
    }

    void start(@Observes StartupEvent event) {
        watch = new Watch("Deliveries", vertx, PACE, this::sendDue);
        wake();
    }

    /** Something may have become due. Cheap; many calls become one look. */
    void wake() {
        var begun = watch;
        if (begun != null) {
            begun.wake();
        }
    }

    /** Begins nothing new, lets what is under way come to its end, and gives back what does not and may be repeated. */
    void stop(@Observes ShutdownEvent event) {
        var begun = watch;
        if (begun != null) {
            begun.stop()
                    .chain(this::ended)
                    .ifNoItem()
                    .after(FAREWELL)
                    .recoverWithUni(this::giveBack)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("Deliveries under way are left to their lease: %s", Cause.of(failure)))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    private Uni<Void> ended() {
        return Uni.createFrom()
                .completionStage(CompletableFuture.allOf(underWay.values().toArray(CompletableFuture[]::new)));
    }

    private Uni<Void> giveBack() {
        return deliveries
                .giveBack(underWay.keySet().stream().filter(dispatch::mayRepeat).toList(), time.instant())
                .ifNoItem()
                .after(STATEMENT_TIMEOUT)
                .fail();
    }

    /** Fills the free slots. While all are taken it need not look: whatever comes to its end wakes. */
    private Uni<Duration> sendDue() {
        var free = atOnce - underWay.size();
        return (free == 0 ? Uni.createFrom().item(0) : begin(free))
                .chain(begun -> begun == free ? Uni.createFrom().item(PACE.longestSleep()) : untilNext())
                .ifNoItem()
                .after(STATEMENT_TIMEOUT)
                .fail();
    }

    /** Gives how many there were, which is fewer when nothing more is due. */
    private Uni<Integer> begin(int most) {
        var now = time.instant();
        return deliveries.claim(most, now, now.plus(LEASE)).map(claimed -> {
            claimed.forEach(this::begin);
            return claimed.size();
        });
    }

    private void begin(Delivery delivery) {
        var end = new CompletableFuture<Void>();
        underWay.put(delivery, end);
        dispatch.attempt(delivery)
                .onTermination()
                .invoke(() -> {
                    underWay.remove(delivery);
                    end.complete(null);
                    // It may have been put off to before the time the watch sleeps until.
                    wake();
                })
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Delivery %s is left to its lease: %s",
                                delivery.errand().id(), failure.getClass().getSimpleName()));
    }

    private Uni<Duration> untilNext() {
        return deliveries.backlog().map(backlog -> {
            metrics.oldestWaitsSince(backlog.oldest());
            return backlog.nextDue() == null
                    ? PACE.longestSleep()
                    : Duration.between(time.instant(), backlog.nextDue());
        });
    }
}
