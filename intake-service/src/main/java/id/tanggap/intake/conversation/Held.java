package id.tanggap.intake.conversation;

import id.tanggap.intake.vault.Seal.Locked;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the hands of whoever claimed it.
 *
 * @param contact by what its citizen is known again; tells nothing of who it is
 * @param sealed who it is and what is under way; null before anything was heard
 * @param lease counts the claims; he who writes shows the number that he claimed with
 * @param failures since something went well
 * @param alone whether what was brought is heard one by one, since something of it is at fault
 */
record Held(
        UUID id, String account, byte[] contact, @Nullable Locked sealed, int lease, int failures, boolean alone) {
    @Override
    public String toString() {
        return "Held[" + id + "]";
    }
}
