package id.tanggap.notification.sender;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * An account of ours, as one replica uses it: so many messages a second, one at a time to an address, and none while the
 * provider wants none.
 */
final class Line {
    private final Duration spacing;
    private final RetryPolicy retry;
    private final Set<String> busy = new HashSet<>();
    private Instant nextSlot = Instant.MIN;
    private Instant closedUntil = Instant.MIN;
    private int holds;

    Line(int aSecond, RetryPolicy retry) {
        this.spacing = Duration.ofSeconds(1).dividedBy(aSecond);
        this.retry = retry;
    }

    /** How long to wait for the next slot, which is taken; in whole milliseconds, since no timer takes less. */
    synchronized Duration slot(Instant now) {
        var at = nextSlot.isAfter(now) ? nextSlot : now;
        nextSlot = at.plus(spacing);
        return Duration.between(now, at).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Until when nothing is begun; a time that has passed when it is open. */
    synchronized Instant closedUntil() {
        return closedUntil;
    }

    /** False while a message to this address is under way. */
    synchronized boolean begin(String address) {
        return busy.add(address);
    }

    synchronized void end(String address) {
        busy.remove(address);
    }

    /** What came of a message: who asks too often, and whose account is out of order, closes it for all. */
    synchronized void hear(Outcome outcome, Instant now) {
        switch (outcome) {
            case Failed it when it.fault() == Fault.THROTTLED -> close(it.notBefore() == null ? now : it.notBefore());
            case Failed it when it.fault().then() == Fault.Then.HOLD -> hold(it, now);
            case Outcome.Sent() -> holds = 0;
            default -> {}
        }
    }

    /** Those that were under way together count as one. */
    private void hold(Failed failed, Instant now) {
        holds += closedUntil.isAfter(now) ? 0 : 1;
        close(failed.notBefore() == null ? now.plus(retry.pause(holds, 1)) : failed.notBefore());
    }

    private void close(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }
}
