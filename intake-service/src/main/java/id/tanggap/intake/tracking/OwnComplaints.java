package id.tanggap.intake.tracking;

import id.tanggap.contracts.event.IntakeEvent.SurveyScores;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.complaint.ComplaintNumber;
import id.tanggap.intake.complaint.TrackingSecret;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.intake.vault.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds a complaint for who can prove to be its author, and keeps what the author adds. */
@ApplicationScoped
public class OwnComplaints {
    private static final String OWN = """
            select c.id, c.number, c.government, c.visibility, c.received_at, v.secret_hash, v.wrapped_key, v.sealed,
                   p.agency_name, p.due_at, p.institution, p.advice
            from complaint c join vault v on v.complaint_id = c.id
            left join progress p on p.complaint_id = c.id
            """;

    private static final String FIND = OWN + "where c.number = $1 ";

    private static final String LOCK = FIND + "for update of c";

    private static final String LOCK_KNOWN = OWN + "where c.id = $1 for update of c";

    private static final String FACTS = """
            select 'RECEIVED' as step, received_at as at, null as words, false as refused, null::uuid as addition
            from complaint where id = $1
            union all
            select told.*, false, null from progress
            cross join lateral (values %s) as told (step, at, words)
            where complaint_id = $1 and at is not null
            union all
            select step, coalesce(taken_at, said_at), words, false, null from office_statement
            where complaint_id = $1 and (act_id is null or taken_at is not null)
            union all
            select step, coalesce(taken_at, added_at), words, refused is not null, id from addition
            where complaint_id = $1
            """.formatted(Milestone.asValues());

    private static final String ADD = """
            insert into addition (id, complaint_id, step, added_at, sealed, words, request, scores, act_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private static final String SAY = """
            insert into office_statement (complaint_id, step, said_at, words, said_by, act_id)
            select $1, $2, greatest($3, max(said_at) + interval '1 microsecond'), $4, $5, $6
            from office_statement where complaint_id = $1 and step = $2
            """;

    private static final String SAID = """
            select said_at from office_statement
            where complaint_id = $1 and step = $2 and words = $3 and said_by = $4 and refused is null
            order by said_at limit 1
            """;

    private static final String UNDER_REQUEST =
            "select added_at from addition where complaint_id = $1 and request = $2";

    private static final UUID NOBODY = new UUID(0, 0);

    private final Pool pool;
    private final Seal seal;

    OwnComplaints(Pool pool, Seal seal) {
        this.pool = pool;
        this.seal = seal;
    }

    /** Null for an unknown number as for a wrong secret, after the same work. */
    Uni<@Nullable OwnComplaint> find(String typedNumber, String typedSecret) {
        return find(pool, FIND, typedNumber, typedSecret);
    }

    /** The same, and nobody else adds to it until the transaction ends. */
    public Uni<@Nullable OwnComplaint> lock(SqlClient transaction, String typedNumber, String typedSecret) {
        return find(transaction, LOCK, typedNumber, typedSecret);
    }

    /** For whoever was known as its author otherwise; null when there is no such complaint. */
    public Uni<@Nullable OwnComplaint> lock(SqlClient transaction, UUID complaint) {
        return transaction
                .preparedQuery(LOCK_KNOWN)
                .execute(Tuple.of(complaint))
                .map(rows -> rows.size() == 0 ? null : own(rows.iterator().next()));
    }

    private Uni<@Nullable OwnComplaint> find(SqlClient client, String query, String typedNumber, String typedSecret) {
        var number = ComplaintNumber.parse(typedNumber);
        var secret = TrackingSecret.normalise(typedSecret);
        return client.preparedQuery(query)
                .execute(Tuple.of(number == null ? "" : number.value()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        seal.proves(NOBODY, secret, new byte[32]);
                        return null;
                    }
                    var row = rows.iterator().next();
                    return seal.proves(
                                    row.getUUID("id"),
                                    secret,
                                    row.getBuffer("secret_hash").getBytes())
                            ? own(row)
                            : null;
                });
    }

    public Uni<Course> course(UUID complaint) {
        return course(pool, complaint);
    }

    /** A statement of its own, so that it sees what was added while the lock was waited for. */
    public Uni<Course> course(SqlClient client, UUID complaint) {
        return client.preparedQuery(FACTS)
                .execute(Tuple.of(complaint))
                .map(rows -> new Course(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Fact(
                                Step.valueOf(row.getString("step")),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("words"),
                                row.getBoolean("refused"),
                                row.getUUID("addition")))
                        .toList()));
    }

    /** Whether there is such a complaint of this government; nobody else adds to it until the transaction ends. */
    public Uni<Boolean> lock(SqlClient transaction, UUID complaint, String government) {
        return transaction
                .preparedQuery("select 1 from complaint where id = $1 and government = $2 for update")
                .execute(Tuple.of(complaint, government))
                .map(rows -> rows.size() > 0);
    }

    public Uni<Void> say(SqlClient transaction, UUID complaint, Statement statement) {
        return transaction
                .preparedQuery(SAY)
                .execute(Tuple.of(
                        complaint,
                        statement.step().name(),
                        statement.at().atOffset(ZoneOffset.UTC),
                        statement.words(),
                        statement.by(),
                        statement.act()))
                .replaceWithVoid();
    }

    /** When that officer said the same, unless it has no effect; null when it was not said. */
    public Uni<@Nullable Instant> said(SqlClient transaction, UUID complaint, Step step, String words, String by) {
        return transaction
                .preparedQuery(SAID)
                .execute(Tuple.of(complaint, step.name(), words, by))
                .map(rows -> rows.size() == 0 ? null : instant(rows.iterator().next(), "said_at"));
    }

    /** @param act the event that proposes it to routing; null when it has its effect at once */
    public Uni<Void> add(SqlClient transaction, UUID complaint, Addition addition, @Nullable UUID act) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(addition.id())
                        .addUUID(complaint)
                        .addString(addition.step().name())
                        .addOffsetDateTime(addition.at().atOffset(ZoneOffset.UTC))
                        .addValue(buffer(addition.sealed()))
                        .addString(addition.words())
                        .addValue(buffer(addition.request()))
                        .addValue(scores(addition))
                        .addUUID(act))
                .replaceWithVoid();
    }

    /** When the same was added before; null when it was not, and without a key to know it by. */
    public Uni<@Nullable Instant> addedUnder(SqlClient transaction, UUID complaint, byte @Nullable [] request) {
        return request == null
                ? Uni.createFrom().nullItem()
                : transaction
                        .preparedQuery(UNDER_REQUEST)
                        .execute(Tuple.of(complaint, Buffer.buffer(request)))
                        .map(rows -> rows.size() == 0
                                ? null
                                : instant(rows.iterator().next(), "added_at"));
    }

    private static OwnComplaint own(Row row) {
        var key = row.getBuffer("wrapped_key");
        return new OwnComplaint(
                row.getUUID("id"),
                row.getString("number"),
                row.getString("government"),
                Visibility.ofName(row.getString("visibility")),
                row.getOffsetDateTime("received_at").toInstant(),
                key == null ? null : key.getBytes(),
                row.getBuffer("sealed").getBytes(),
                row.getString("agency_name"),
                instant(row, "due_at"),
                row.getString("institution"),
                row.getString("advice"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        var value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }

    private static Integer @Nullable [] scores(Addition addition) {
        return addition.scores() == null ? null : addition.scores().inOrder().toArray(Integer[]::new);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    /**
     * What an officer said of a complaint.
     *
     * @param by the officer
     * @param act the event that proposes it to routing; null when it has its effect at once
     */
    public record Statement(
            Step step,
            Instant at,
            String words,
            String by,
            @Nullable UUID act) {}

    /**
     * @param sealed the words as written, under the complaint's key; null when there are none
     * @param words masked; null when the complaint is secret
     * @param scores of a survey alone
     * @param request null when the sender gave no key
     */
    public record Addition(
            UUID id,
            Step step,
            Instant at,
            byte @Nullable [] sealed,
            @Nullable String words,
            @Nullable SurveyScores scores,
            byte @Nullable [] request) {}
}
