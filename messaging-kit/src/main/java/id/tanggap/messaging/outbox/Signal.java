package id.tanggap.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; raised many times before the waiter looks, it counts once. */
final class Signal {
    private final Semaphore raised = new Semaphore(0);

    void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /** True when raised, false when {@code atMost} went by. */
    boolean await(Duration atMost) throws InterruptedException {
        var woken = raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        clear();
        return woken;
    }

    void clear() {
        raised.drainPermits();
    }
}
