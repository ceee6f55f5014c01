package id.tanggap.file.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes at places. Several may use the same one at a time: what is there is whole, and what was put is there after a
 * loss of power.
 */
public interface Store {

    /** False when there is no room for it; nothing was written then. */
    boolean put(Place place, byte[] content) throws IOException;

    /** Null where nothing lies. */
    byte @Nullable [] get(Place place) throws IOException;

    /** Also when nothing lies there. */
    void delete(Place place) throws IOException;

    /**
     * Removes what nobody knows of, and what a crash left half written.
     *
     * @param before since then put may be what somebody is about to know of; that stays
     * @param known of some places, those that somebody knows of
     * @return how many files are gone
     */
    int sweep(Instant before, UnaryOperator<Set<Place>> known) throws IOException;
}
