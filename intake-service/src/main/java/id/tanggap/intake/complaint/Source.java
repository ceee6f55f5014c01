package id.tanggap.intake.complaint;

import static id.tanggap.contracts.vocabulary.Channel.COUNTER;
import static id.tanggap.contracts.vocabulary.Channel.EMAIL;
import static id.tanggap.contracts.vocabulary.Channel.FACEBOOK;
import static id.tanggap.contracts.vocabulary.Channel.INSTAGRAM;
import static id.tanggap.contracts.vocabulary.Channel.LETTER;
import static id.tanggap.contracts.vocabulary.Channel.MOBILE_APP;
import static id.tanggap.contracts.vocabulary.Channel.OPEN311;
import static id.tanggap.contracts.vocabulary.Channel.SMS;
import static id.tanggap.contracts.vocabulary.Channel.TELEGRAM;
import static id.tanggap.contracts.vocabulary.Channel.WEB;
import static id.tanggap.contracts.vocabulary.Channel.WHATSAPP;
import static id.tanggap.contracts.vocabulary.Channel.X;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.intake.vault.Handle;
import id.tanggap.rest.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who brings a complaint to the one door, each by proof of its own. It decides for which government and by which channel,
 * and among whose {@linkplain IdempotencyKey keys} the complaint's key is.
 */
public sealed interface Source {
    /** Channels on which citizens write to an account of the office. */
    List<Channel> SPOKEN = List.of(WHATSAPP, SMS, FACEBOOK, X, INSTAGRAM, TELEGRAM, EMAIL);

    /** Those at which an officer writes down what a citizen brought. */
    List<Channel> WRITTEN_DOWN =
            Stream.concat(Stream.of(COUNTER, LETTER), SPOKEN.stream()).toList();

    /** A citizen on the public page; proves nothing. */
    record Citizen() implements Source {}

    /**
     * Writes down what a citizen said at the counter, by letter or on a channel that the office reads by hand (Karanganyar
     * row 1); signed in.
     */
    record Officer(String id, @Nullable String government) implements Source {
        static final String ROLE = "intake-officer";
    }

    /** A citizen who writes to an account of the office; the provider's signature proves the message. */
    record Conversation(Channel channel, String government, Handle handle) implements Source {
        public Conversation {
            if (!SPOKEN.contains(channel)) {
                throw new IllegalArgumentException("Nobody converses by " + channel);
            }
        }
    }

    /** A government's own app (Surakarta: Solo Destination); a client of Keycloak's. */
    record App(String id, @Nullable String government) implements Source {
        static final String ROLE = "complaint-app";
    }

    /** A program that speaks GeoReport v2; its key proves it. */
    record Open311(String id, String government) implements Source {}

    /**
     * Files in the citizens' place what came by whatever way: demonstrations, measurements, tests. A client of Keycloak's
     * with a role that an installation for citizens gives to nobody.
     */
    record Replay() implements Source {
        static final String ROLE = "complaint-replayer";
    }

    /** Whoever stands at the citizens' door without a token of another source is a citizen. */
    static Source atTheCitizensDoor(Caller caller) {
        if (caller.has(App.ROLE)) {
            return new App(caller.id(), caller.government());
        }
        return caller.has(Replay.ROLE) ? new Replay() : new Citizen();
    }

    /** The channels that its complaints may name. */
    default List<Channel> channels() {
        return switch (this) {
            case Citizen _ -> List.of(WEB);
            case Officer _ -> WRITTEN_DOWN;
            case Conversation it -> List.of(it.channel());
            case App _ -> List.of(MOBILE_APP);
            case Open311 _ -> List.of(OPEN311);
            case Replay _ -> List.of(Channel.values());
        };
    }

    default boolean filesWith(String government) {
        return switch (this) {
            case Citizen _, Replay _ -> true;
            case Officer it -> government.equals(it.government());
            case Conversation it -> government.equals(it.government());
            case App it -> government.equals(it.government());
            case Open311 it -> government.equals(it.government());
        };
    }

    /** Tells its keys apart from those of others; a replay's are the citizens'. */
    default String keys() {
        return switch (this) {
            case Citizen _, Replay _ -> "";
            case Officer it -> it.id() + "\n";
            case Conversation it ->
                "conversation " + it.channel() + " " + it.handle().address() + "\n";
            case App it -> "app " + it.id() + "\n";
            case Open311 it -> "open311 " + it.id() + "\n";
        };
    }

    /** Where the citizen can be reached, since the complaint came from there. */
    default List<Handle> handles() {
        return this instanceof Conversation it ? List.of(it.handle()) : List.of();
    }

    /** The officer who wrote it down; null when nobody had to. */
    default @Nullable String takenBy() {
        return this instanceof Officer it ? it.id() : null;
    }
}
