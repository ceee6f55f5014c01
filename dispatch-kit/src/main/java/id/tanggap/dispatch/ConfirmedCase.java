package id.tanggap.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case whose agency is known: that agency has answered it, or a coordinator has chosen it.
 *
 * @param text masked
 * @param region code of the place it is about
 */
public record ConfirmedCase(
        String number, String agency, String text, @Nullable String region, Instant confirmedAt) {

    /** Leaves out the words of the citizen. */
    @Override
    public String toString() {
        return "ConfirmedCase[" + number + " -> " + agency + "]";
    }
}
