package id.tanggap.routing.destination;

import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.dispatch.TrackRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has the right to dispatch, and what became of what it claimed.
 *
 * @param since when it was given or taken; null when it is as it was to start with
 * @param byItself whether the system gave or took it
 * @param record how often it was right since then
 * @param before what had been measured when the system gave or took it; null otherwise
 */
record Standing(
        Holder holder,
        boolean enabled,
        @Nullable Instant since,
        boolean byItself,
        TrackRecord record,
        @Nullable TrackRecord before) {

    /** Whether the system gives or takes the right now: what a person took, only a person gives back. */
    boolean changes(double promised) {
        if (enabled) {
            return record.isBelow(promised);
        }
        return record.earns(promised) && (since == null || byItself);
    }
}
