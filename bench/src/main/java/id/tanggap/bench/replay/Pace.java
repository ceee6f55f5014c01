package id.tanggap.bench.replay;

import id.tanggap.bench.platform.Ticker;
import java.time.Duration;

/**
 * When the next complaint may go. Slots follow each other at the wanted rate whether answers come or not, as citizens
 * do; a platform that asks for time gets it, and a slower rate afterwards that grows back with each acceptance.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;
    private static final long SHORTEST_SLOWED = SECOND / 1_000;
    private static final long LONGEST = SECOND / 4;

    private final Ticker ticker;
    private final long wanted;
    private long interval;
    private long next;
    private long heldUntil;

    /** @param perSecond infinite for as fast as answers come */
    Pace(double perSecond, Ticker ticker) {
        this.ticker = ticker;
        this.wanted = Math.round(SECOND / perSecond);
        this.interval = wanted;
        this.next = ticker.nanos();
        this.heldUntil = next;
    }

    /** Returns when it is the caller's turn. */
    void await() throws InterruptedException {
        var slot = slot();
        for (var left = slot - ticker.nanos(); left > 0; left = slot - ticker.nanos()) {
            ticker.sleep(left);
        }
    }

    /** A stall of the sender is made up for, but no more than a second's worth at once. */
    private synchronized long slot() {
        var slot = Math.max(next, ticker.nanos() - SECOND);
        next = slot + interval;
        return slot;
    }

    /** Nobody sends before; many answers of one busy spell slow the rate once. */
    synchronized void hold(Duration pause) {
        var now = ticker.nanos();
        if (now >= heldUntil) {
            interval =
                    Math.min(Math.max(Math.max(interval * 3 / 2, SHORTEST_SLOWED), wanted), Math.max(wanted, LONGEST));
        }
        heldUntil = Math.max(heldUntil, now + pause.toNanos());
        next = Math.max(next, heldUntil);
    }

    synchronized void accepted() {
        interval = Math.max(wanted, interval - (interval - wanted + 49) / 50);
    }
}
