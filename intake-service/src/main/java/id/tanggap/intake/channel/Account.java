package id.tanggap.intake.channel;

import id.tanggap.channel.Fetched;
import id.tanggap.governments.Government;
import io.smallrye.mutiny.Uni;

/**
 * An account of a government that is open: an operator set its secrets.
 *
 * @param number of ours, as the provider calls it
 */
public record Account(String id, Provider provider, Government government, String number, Secrets secrets) {

    /**
     * @param verify what the provider shows when it makes sure that the address of the hook is ours
     * @param signing what the provider signs with
     * @param token proves us to the provider
     */
    public record Secrets(String verify, String signing, String token) {
        /** Shows nothing. */
        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }

    /** A file that a citizen sent to it. */
    public Uni<Fetched> fetch(String media, int most) {
        return provider.fetch(number, secrets.token(), media, most);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
