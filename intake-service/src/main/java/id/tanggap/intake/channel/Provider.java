package id.tanggap.intake.channel;

import id.tanggap.channel.Fetched;
import id.tanggap.channel.Hook;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Somebody who carries messages. A bean that implements this is all that a further one needs here. */
public interface Provider {
    /** As files and addresses call it. */
    String name();

    /** By which complaints come that are brought over it. */
    Channel channel();

    /** On which its citizens are answered. */
    ContactWay way();

    Hook hook();

    /** For how long after a citizen wrote free words are taken. */
    Duration window();

    /**
     * A file that a citizen sent.
     *
     * @param token proves us to the provider
     * @param number of ours, as the provider calls it
     * @param most bytes that it may hold
     */
    Uni<Fetched> fetch(String number, String token, String media, int most);
}
