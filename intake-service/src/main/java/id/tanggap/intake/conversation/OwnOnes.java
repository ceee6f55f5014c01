package id.tanggap.intake.conversation;

import id.tanggap.intake.conversation.script.Known;
import id.tanggap.intake.tracking.Course;
import id.tanggap.intake.tracking.OwnComplaints;
import id.tanggap.intake.tracking.Step;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The complaints that were brought in a conversation. */
@ApplicationScoped
class OwnOnes {
    /** More than these nobody asks for in a chat. */
    private static final int MOST = 5;

    private static final Duration REMEMBERED = Duration.ofDays(180);

    private static final String THOSE = """
            select c.id, c.number, p.agency_name from conversation_complaint m join complaint c on c.id = m.complaint_id
            left join progress p on p.complaint_id = c.id
            where m.conversation_id = $1 and c.received_at > $2
            order by c.received_at desc limit $3
            """;
    private static final String BIND = """
            insert into conversation_complaint (complaint_id, conversation_id) values ($1, $2) on conflict do nothing
            """;
    private static final String KEY = "select wrapped_key from vault where complaint_id = $1";
    private static final String UNBOUND = """
            select id, sealed from conversation_entry where conversation_id = $1 and complaint_id is null for update
            """;
    private static final String JOIN = "update conversation_entry set complaint_id = $2, sealed = $3 where id = $1";

    private final Pool pool;
    private final OwnComplaints complaints;
    private final Seal seal;
    private final InstantSource time;

    OwnOnes(Pool pool, OwnComplaints complaints, Seal seal, InstantSource time) {
        this.pool = pool;
        this.complaints = complaints;
        this.seal = seal;
        this.time = time;
    }

    /** The newest first. */
    Uni<List<Known>> of(UUID conversation) {
        var since = time.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(THOSE)
                .execute(Tuple.of(conversation, since, MOST))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::known)
                        .collect()
                        .asList());
    }

    private Uni<Known> known(Row row) {
        return complaints
                .course(row.getUUID("id"))
                .map(course -> new Known(
                        row.getUUID("id"),
                        row.getString("number"),
                        course.status(),
                        row.getString("agency_name"),
                        may(course, Step.REPLIED),
                        may(course, Step.SUPPLEMENTED),
                        may(course, Step.OBJECTED),
                        may(course, Step.SURVEYED)));
    }

    private static boolean may(Course course, Step step) {
        return course.refusal(step) == null;
    }

    /** From here on it is one of them. */
    Uni<Void> bind(SqlConnection transaction, UUID conversation, UUID complaint) {
        return transaction
                .preparedQuery(BIND)
                .execute(Tuple.of(complaint, conversation))
                .replaceWithVoid();
    }

    /** What was said since the last one belongs to this one, and goes with its key. */
    Uni<Void> take(SqlConnection transaction, UUID conversation, byte[] wrappedKey, UUID complaint) {
        return transaction.preparedQuery(KEY).execute(Tuple.of(complaint)).chain(rows -> {
            var key = rows.size() == 0 ? null : rows.iterator().next().getBuffer("wrapped_key");
            return key == null
                    ? Uni.createFrom().voidItem()
                    : take(transaction, conversation, wrappedKey, complaint, key.getBytes());
        });
    }

    private Uni<Void> take(SqlConnection transaction, UUID conversation, byte[] from, UUID complaint, byte[] to) {
        return transaction
                .preparedQuery(UNBOUND)
                .execute(Tuple.of(conversation))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> {
                            var entry = row.getUUID("id");
                            var said = seal.openBytes(
                                    conversation,
                                    from,
                                    entry,
                                    row.getBuffer("sealed").getBytes());
                            return transaction
                                    .preparedQuery(JOIN)
                                    .execute(Tuple.of(
                                            entry,
                                            complaint,
                                            Buffer.buffer(seal.sealBytes(complaint, to, entry, said))));
                        })
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** The number and the secret of one; null when it was erased. */
    Uni<@Nullable Code> code(UUID complaint) {
        return pool.withTransaction(transaction -> complaints.lock(transaction, complaint))
                .map(own -> {
                    var key = own == null ? null : own.wrappedKey();
                    return own == null || key == null
                            ? null
                            : new Code(
                                    own.number(),
                                    seal.open(own.id(), key, own.sealed()).secret());
                });
    }

    record Code(String number, String secret) {
        @Override
        public String toString() {
            return "Code[" + number + "]";
        }
    }
}
