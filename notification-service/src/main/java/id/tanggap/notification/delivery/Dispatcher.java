package id.tanggap.notification.delivery;

import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.delivery.Deliveries.Backlog;
import id.tanggap.notification.sender.MailSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    static final Duration LEASE = MailSender.PATIENCE.multipliedBy(5);

    /** For what another replica planned and did not live to send. */
    private static final Duration SAFETY_NET = Duration.ofSeconds(30);

    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final Deliveries deliveries;
    private final Dispatch dispatch;
    private final DeliveryMetrics metrics;
    private final InstantSource time;
    private final int atOnce;
    private final Semaphore slots;
    private final Set<Delivery> inFlight = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Boolean> wakeUps = new ArrayBlockingQueue<>(1);
    private volatile boolean closing;
    private @Nullable Thread thread;

    Dispatcher(
            Deliveries deliveries,
            Dispatch dispatch,
            DeliveryMetrics metrics,
            NotificationConfig config,
            InstantSource time) {
        this.deliveries = deliveries;
        this.dispatch = dispatch;
        this.metrics = metrics;
        this.time = time;
        this.atOnce = config.atOnce();
        this.slots = new Semaphore(atOnce);
    }

    void start(@Observes StartupEvent event) {
        closing = false;
        thread = Thread.ofPlatform().name("dispatcher").daemon().start(this::run);
    }

    /** Something may have become due. Cheap; many calls become one look. */
    void wake() {
        wakeUps.offer(true);
    }

    /** Begins nothing new, lets what is under way come to its end, and gives back what does not. */
    void stop(@Observes ShutdownEvent event) {
        closing = true;
        // Woken, not interrupted: a claim that is cut short would leave its rows to their lease.
        wake();
        try {
            var running = thread;
            if (running != null) {
                running.join(FAREWELL);
            }
            if (slots.tryAcquire(atOnce, FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                slots.release(atOnce);
            } else {
                await(deliveries.giveBack(inFlight, time.instant()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Deliveries in flight are left to their lease: %s",
                    e.getClass().getSimpleName());
        }
    }

    private void run() {
        while (!closing) {
            try {
                if (!sendDue() && !closing) {
                    wakeUps.poll(idleTime().toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closing) {
                    LOG.warnf("The ledger cannot be read: %s", e.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    /** Fills the free slots, waiting for the first one; false when nothing more is due. */
    private boolean sendDue() throws InterruptedException {
        slots.acquire();
        var free = 1 + slots.drainPermits();
        var begun = 0;
        try {
            if (!closing) {
                var now = time.instant();
                for (var delivery : await(deliveries.claim(free, now, now.plus(LEASE)))) {
                    begun++;
                    begin(delivery);
                }
            }
        } finally {
            slots.release(free - begun);
        }
        return begun == free;
    }

    private void begin(Delivery delivery) {
        inFlight.add(delivery);
        dispatch.attempt(delivery)
                .onTermination()
                .invoke(() -> {
                    inFlight.remove(delivery);
                    slots.release();
                    // It may have been put off to before the time the worker sleeps until.
                    wake();
                })
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Delivery %s is left to its lease: %s",
                                delivery.message().id(), failure.getClass().getSimpleName()));
    }

    private Duration idleTime() {
        Backlog backlog = await(deliveries.backlog());
        metrics.oldestWaitsSince(backlog.oldest());
        if (backlog.nextDue() == null) {
            return SAFETY_NET;
        }
        var untilDue = Duration.between(time.instant(), backlog.nextDue());
        return untilDue.compareTo(SAFETY_NET) < 0 ? untilDue : SAFETY_NET;
    }

    private void pause() {
        try {
            wakeUps.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(STATEMENT_TIMEOUT);
    }
}
