package id.tanggap.intake.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.channel.Piece;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.Seal.Locked;
import id.tanggap.messaging.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What providers brought, each thing once. */
@ApplicationScoped
public class InboundEvents {
    private static final Rows<Kept> KEPT = Rows.of(Kept.class)
            .uuid("id", Kept::id)
            .text("account", Kept::account)
            .bytes("external_id", Kept::externalId)
            .bytes("contact", Kept::contact)
            .time("happened_at", Kept::happenedAt)
            .bytes("wrapped_key", kept -> kept.locked().wrappedKey())
            .bytes("sealed", kept -> kept.locked().content())
            .uuid("conversation_id", Kept::conversation)
            .from(4);

    /**
     * The conversations of what is new wait for it: until the citizen has been quiet for a while, though not for ever. Locked
     * in one order, so that two batches do not lock each other out.
     */
    private static final String KEEP = """
            with told as (select * from %s),
            fresh as (
                insert into inbound_event (id, account, external_id, contact, happened_at, received_at, state,
                                           next_attempt_at, wrapped_key, sealed)
                select id, account, external_id, contact, coalesce(happened_at, $1), $1, 'WAITING',
                       case when contact is null then $1 end, wrapped_key, sealed
                from told order by account, external_id
                on conflict (account, external_id) do nothing
                returning id, account, contact),
            speakers as (
                select distinct on (account, contact) conversation_id, account, contact
                from told join fresh using (id, account, contact) order by account, contact, id),
            heard as (
                insert into conversation as known (id, account, contact, waiting_since, due_at, touched_at)
                select conversation_id, account, contact, $1, $2, $1 from speakers
                on conflict (account, contact) do update
                set waiting_since = coalesce(known.waiting_since, excluded.waiting_since),
                    due_at = case when known.failures > 0 and known.due_at is not null then known.due_at
                        else least(excluded.due_at,
                            coalesce(known.waiting_since, excluded.waiting_since) + make_interval(secs => $3)) end
                returning id)
            select (select count(*) from fresh) as fresh, (select count(*) from heard) as heard
            """.formatted(KEPT.as("given"));

    private static final String OF_SPEAKER = """
            select id, happened_at, attempts, wrapped_key, sealed from inbound_event
            where account = $1 and contact = $2 and state = 'WAITING' order by happened_at, id limit $3
            """;
    private static final String TOLD = """
            select id, account, happened_at, attempts, wrapped_key, sealed from inbound_event
            where state = 'WAITING' and contact is null and next_attempt_at <= $1
            order by next_attempt_at, happened_at, id limit $2 for update skip locked
            """;
    private static final String END = """
            update inbound_event set state = 'DONE', next_attempt_at = null, cause = null
            where id = any($1) and state = 'WAITING'
            """;
    private static final String QUARANTINE = """
            update inbound_event set state = 'QUARANTINED', next_attempt_at = null, cause = $2, attempts = attempts + 1
            where id = $1 and state = 'WAITING'
            """;
    private static final String TRIED = "update inbound_event set attempts = attempts + 1 where id = any($1)";
    private static final String FORGET = """
            update inbound_event set wrapped_key = null, sealed = null
            where state in ('DONE', 'DISCARDED') and received_at < $1 and sealed is not null
            """;
    private static final String SWEEP =
            "delete from inbound_event where state in ('DONE', 'DISCARDED') and received_at < $1";

    /** What was dealt with is of no use to anybody; a week for whoever has to find out what went wrong. */
    private static final Duration OPENS_FOR = Duration.ofDays(7);

    /** Longer than providers repeat what they brought. */
    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    private final Pool pool;
    private final Seal seal;
    private final Accounts accounts;
    private final InstantSource time;
    private final Duration quiet;
    private final Duration longestWait;

    InboundEvents(
            Pool pool,
            Seal seal,
            Accounts accounts,
            InstantSource time,
            @ConfigProperty(name = "tanggap.conversation.quiet", defaultValue = "1500ms") Duration quiet,
            @ConfigProperty(name = "tanggap.conversation.longest-wait", defaultValue = "6s") Duration longestWait) {
        this.pool = pool;
        this.seal = seal;
        this.accounts = accounts;
        this.time = time;
        this.quiet = quiet;
        this.longestWait = longestWait;
    }

    /** On its way into the table. */
    private record Kept(
            UUID id,
            String account,
            byte[] externalId,
            byte @Nullable [] contact,
            @Nullable Instant happenedAt,
            Locked locked,
            UUID conversation) {}

    /**
     * What waits, opened.
     *
     * @param account by whose hook it came
     * @param attempts that were in vain
     */
    public record Waiting(UUID id, String account, Instant at, int attempts, byte[] raw) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    /** Of how many nothing was known before. Completes after the commit. */
    Uni<Integer> keep(Account called, List<Piece> pieces) {
        var now = time.instant();
        var kept = pieces.stream()
                .map(piece -> kept(accounts.receiving(called, piece.receiver()), piece))
                .toList();
        return pool.preparedQuery(KEEP)
                .execute(KEPT.addTo(Tuple.of(utc(now), utc(now.plus(quiet)), longestWait.toMillis() / 1000.0), kept))
                .map(rows -> rows.iterator().next().getLong("fresh").intValue());
    }

    private Kept kept(Account account, Piece piece) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var contact = piece.contact();
        return new Kept(
                id,
                account.id(),
                fingerprint("inbound", account, piece.id()),
                contact == null ? null : fingerprint("contact", account, contact),
                piece.at(),
                seal.lock(id, piece.raw()),
                UuidCreator.getTimeOrderedEpoch());
    }

    private byte[] fingerprint(String what, Account account, String said) {
        return seal.fingerprint((what + "\n" + account.id() + "\n" + said).getBytes(StandardCharsets.UTF_8));
    }

    /** What a citizen wrote and nobody heard yet, in the order in which it was written. */
    public Uni<List<Waiting>> of(String account, byte[] contact, int most) {
        return pool.preparedQuery(OF_SPEAKER)
                .execute(Tuple.of(account, Buffer.buffer(contact), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> waiting(account, row))
                        .toList());
    }

    /** What is about no citizen; nobody else sees it until the transaction ends. */
    Uni<List<Waiting>> told(SqlClient transaction, int most) {
        return transaction
                .preparedQuery(TOLD)
                .execute(Tuple.of(utc(time.instant()), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> waiting(row.getString("account"), row))
                        .toList());
    }

    private Waiting waiting(String account, Row row) {
        var id = row.getUUID("id");
        return new Waiting(
                id,
                account,
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getInteger("attempts"),
                opened(id, row));
    }

    /** Empty when it does not open, so that it is put aside like all that cannot be read. */
    private byte[] opened(UUID id, Row row) {
        try {
            return seal.unlock(
                    id,
                    new Locked(
                            row.getBuffer("wrapped_key").getBytes(),
                            row.getBuffer("sealed").getBytes()));
        } catch (IllegalStateException doesNotOpen) {
            return new byte[0];
        }
    }

    public Uni<Void> end(SqlClient transaction, Collection<UUID> heard) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(heard.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Blocks nothing and nobody from here on, until an operator has looked at it. */
    public Uni<Void> quarantine(SqlClient transaction, UUID event, String cause) {
        return transaction
                .preparedQuery(QUARANTINE)
                .execute(Tuple.of(event, cause))
                .replaceWithVoid();
    }

    /** They were looked at in vain. */
    public Uni<Void> tried(Collection<UUID> events) {
        return pool.preparedQuery(TRIED)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** Makes what was dealt with unreadable, and forgets it in the end; gives how many were forgotten. */
    Uni<Integer> sweep() {
        var now = time.instant();
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(utc(now.minus(OPENS_FOR))))
                .chain(() -> pool.preparedQuery(SWEEP).execute(Tuple.of(utc(now.minus(KNOWN_FOR)))))
                .map(RowSet::rowCount);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
