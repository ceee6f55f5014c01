package id.tanggap.file.store;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Goes over places, asks about some at a time, and removes those that nobody knows of. */
final class Sweep {
    /** How many places are asked about at a time. */
    private static final int BATCH = 1_000;

    /** Whether it was there. */
    interface Removal {
        boolean of(Place place) throws IOException;
    }

    private final UnaryOperator<Set<Place>> known;
    private final Removal removal;
    private final Set<Place> asked = new HashSet<>();
    private int gone;

    Sweep(UnaryOperator<Set<Place>> known, Removal removal) {
        this.known = known;
        this.removal = removal;
    }

    void over(Place place) throws IOException {
        asked.add(place);
        if (asked.size() == BATCH) {
            ask();
        }
    }

    /** How many are gone. */
    int end() throws IOException {
        if (!asked.isEmpty()) {
            ask();
        }
        return gone;
    }

    private void ask() throws IOException {
        var stays = known.apply(Set.copyOf(asked));
        for (var place : asked) {
            if (!stays.contains(place) && removal.of(place)) {
                gone++;
            }
        }
        asked.clear();
    }
}
