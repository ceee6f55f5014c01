package id.tanggap.intake.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the hands of whoever claimed it.
 *
 * @param contact by what its citizen is known again; tells nothing of who it is
 * @param kept who it is and what is under way; null before anything was heard
 * @param lease counts the claims; he who writes shows the number that he claimed with
 * @param failures since something went well
 */
record Held(
        UUID id,
        String account,
        byte[] contact,
        byte @Nullable [] wrappedKey,
        @Nullable Kept kept,
        int lease,
        int failures) {
    @Override
    public String toString() {
        return "Held[" + id + "]";
    }
}
