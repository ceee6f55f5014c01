package id.tanggap.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a body brought, not yet read.
 *
 * @param id the same whenever the provider brings it again, and of nothing else in the account
 * @param receiver which number or page of ours it came to, as the provider calls it; null when it does not say
 * @param contact by what the provider knows the citizen on this account; null when it is about no citizen
 * @param at when it happened, says the provider; null when it does not say
 * @param raw all of it that reading needs
 */
public record Piece(
        String id,
        @Nullable String receiver,
        @Nullable String contact,
        @Nullable Instant at,
        byte[] raw) {

    /** Shows nothing: identifiers of providers tell who wrote. */
    @Override
    public String toString() {
        return "Piece[…]";
    }
}
