package id.tanggap.notification.sender;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.notification.NotificationConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a message may go to an address: so many an hour, the others in the hours after that, each at a time of its own. A
 * complaint can be filed in anybody's name; what that person's mail program gets is bounded by this. What an office says has
 * room of its own, so that receipts that a stranger provokes keep no answer waiting. Replicas share it, and an address is
 * known by a keyed fingerprint alone, for no longer than it counts.
 */
@ApplicationScoped
class Rooms {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";
    /** Keeps this fingerprint apart from all else that the secret may come to be used for. */
    private static final String KEY_FOR = "tanggap notification rooms ";

    /** By the two numbers that no other lock of this database begins with. */
    private static final String LOCK = "select pg_advisory_xact_lock(7306, $1)";

    private static final String FORGET = """
            delete from room where delivery_id in (
                select delivery_id from room where at <= $1 order by at limit 100 for update skip locked)
            """;
    /** The time of one that is taken stays, unless it has passed so long ago that others count without it. */
    private static final String TAKE = """
            insert into room as mine (delivery_id, recipient, at)
            values ($1, $2, greatest($3::timestamptz, (
                select at + interval '1 hour' from room where recipient = $2 and delivery_id <> $1
                order by at desc offset $4 limit 1)))
            on conflict (delivery_id) do update
            set recipient = excluded.recipient,
                at = case when mine.at <= $3::timestamptz - interval '1 hour' then excluded.at else mine.at end
            returning at
            """;

    private final Pool pool;
    private final InstantSource time;
    private final int anHour;
    private final SecretKeySpec key;

    Rooms(
            Pool pool,
            InstantSource time,
            NotificationConfig config,
            @ConfigProperty(name = "quarkus.oidc-client.credentials.secret", defaultValue = "") String secret) {
        this.pool = pool;
        this.time = time;
        this.anHour = config.anHour();
        this.key = new SecretKeySpec((KEY_FOR + secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Keeps a time for the message, the same whenever it is asked for again; one that has come when it may go out. */
    Uni<Instant> take(Message message, Handle to) {
        var recipient = fingerprint(message.kind(), to);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(ByteBuffer.wrap(recipient).getInt()))
                .chain(() -> forget(transaction))
                .chain(() -> take(transaction, message, recipient)));
    }

    private Uni<Void> forget(SqlConnection transaction) {
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(time.instant().minus(HOUR).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Instant> take(SqlConnection transaction, Message message, byte[] recipient) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(
                        message.id(), Buffer.buffer(recipient), time.instant().atOffset(ZoneOffset.UTC), anHour - 1))
                .map(rows -> at(rows.iterator().next()));
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime("at").toInstant();
    }

    private byte[] fingerprint(MessageKind kind, Handle to) {
        var whose = kind == MessageKind.RECEIVED ? "receipt" : "office";
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(String.join("\n", whose, to.way().name(), mailbox(to.address()))
                    .getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJvmKnowsIt) {
            throw new IllegalStateException(everyJvmKnowsIt);
        }
    }

    /** As most providers read it: in any case of letters, and without what its owner may hang on behind a plus. */
    private static String mailbox(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<=.)\\+[^@]*@", "@");
    }
}
