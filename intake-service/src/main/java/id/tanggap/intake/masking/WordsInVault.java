package id.tanggap.intake.masking;

import static java.util.stream.Collectors.groupingBy;

import id.tanggap.contracts.event.IntakeEvent.AddedKind;
import id.tanggap.contracts.event.IntakeEvent.AddedWords;
import id.tanggap.contracts.event.IntakeEvent.MaskedAnew;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.vault.Identity;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.Rows;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Masks anew what citizens wrote, as the vault keeps it, and tells of it. Nobody sees it in between. */
@ApplicationScoped
class WordsInVault {
    private static final Logger LOG = Logger.getLogger(WordsInVault.class);

    /** Locked, as whoever adds to them locks them: what is told of one complaint stays in one order. */
    private static final String NEXT = """
            select c.id, c.government, c.visibility, c.received_at, v.wrapped_key, v.sealed
            from complaint c join vault v on v.complaint_id = c.id
            where c.id > $1 and c.received_at <= $2 order by c.id limit 20 for update of c
            """;

    private static final String ADDED = """
            select id, complaint_id, step, coalesce(taken_at, added_at) as at, sealed from addition
            where complaint_id = any($1) and sealed is not null order by added_at
            """;

    private static final Rows<Addition> ADDITIONS = Rows.of(Addition.class)
            .uuid("id", Addition::id)
            .text("words", addition -> addition.words().words());
    private static final String WRITE = "update addition as known set words = told.words from " + ADDITIONS.as("told")
            + " where known.id = told.id and known.words is distinct from told.words";

    private final Seal seal;
    private final Maskings maskings;
    private final Outbox outbox;
    private final EventWriter events;
    private final InstantSource time;

    WordsInVault(Seal seal, Maskings maskings, Outbox outbox, EventWriter events, InstantSource time) {
        this.seal = seal;
        this.maskings = maskings;
        this.outbox = outbox;
        this.events = events;
        this.time = time;
    }

    /**
     * What was done.
     *
     * @param last the complaint to go on behind
     * @param since when the first of them came
     * @param through when the last of them came
     * @param complaints how many there were
     * @param leftAlone those of them that could not be opened
     */
    record Done(UUID last, OffsetDateTime since, OffsetDateTime through, int complaints, int leftAlone) {}

    /** @param words as they are told */
    private record Addition(UUID id, AddedWords words) {}

    private record Anew(Row complaint, MaskedAnew words, List<Addition> additions) {}

    /**
     * Some complaints.
     *
     * @param after in the order of the ids
     * @param until what came later is left out
     * @return null when there are no more
     */
    Uni<@Nullable Done> maskAnew(SqlConnection transaction, UUID after, OffsetDateTime until) {
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(after, until))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(found -> found.isEmpty() ? Uni.createFrom().nullItem() : maskAnew(transaction, found));
    }

    private Uni<@Nullable Done> maskAnew(SqlConnection transaction, List<Row> complaints) {
        var ids = complaints.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return transaction
                .preparedQuery(ADDED)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(added -> tell(transaction, complaints, byComplaint(added)));
    }

    private static Map<UUID, List<Row>> byComplaint(RowSet<Row> added) {
        return StreamSupport.stream(added.spliterator(), false).collect(groupingBy(row -> row.getUUID("complaint_id")));
    }

    private Uni<Done> tell(SqlConnection transaction, List<Row> complaints, Map<UUID, List<Row>> added) {
        var anew = complaints.stream()
                .map(row -> open(row, added.getOrDefault(row.getUUID("id"), List.of())))
                .flatMap(Optional::stream)
                .toList();
        var secret = complaints.stream().filter(WordsInVault::isSecret).count();
        return write(transaction, anew)
                .replaceWith(new Done(
                        complaints.getLast().getUUID("id"),
                        complaints.getFirst().getOffsetDateTime("received_at"),
                        complaints.getLast().getOffsetDateTime("received_at"),
                        complaints.size(),
                        (int) (complaints.size() - secret - anew.size())));
    }

    private static boolean isSecret(Row complaint) {
        return Visibility.ofName(complaint.getString("visibility")).isSecret();
    }

    /** Empty for a secret one, of which no words were told, and for one that cannot be opened. */
    private Optional<Anew> open(Row complaint, List<Row> added) {
        var key = complaint.getBuffer("wrapped_key");
        if (isSecret(complaint) || key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(anew(complaint, key.getBytes(), added));
        } catch (IllegalStateException closed) {
            LOG.errorf(
                    "Complaint %s is not masked anew: its entry in the vault does not open", complaint.getUUID("id"));
            return Optional.empty();
        }
    }

    private Anew anew(Row complaint, byte[] key, List<Row> added) {
        var id = complaint.getUUID("id");
        Identity identity = seal.open(id, key, complaint.getBuffer("sealed").getBytes());
        var masking = maskings.in(complaint.getString("government")).of(identity.name());
        var additions =
                added.stream().map(row -> addition(id, key, row, masking)).toList();
        var words = MaskedAnew.of(
                Visibility.ofName(complaint.getString("visibility")),
                masking.mask(identity.title()),
                masking.mask(identity.text()),
                masking.maskAddress(identity.address()),
                additions.stream().map(Addition::words).toList(),
                now());
        return new Anew(complaint, words, additions);
    }

    private Addition addition(UUID complaint, byte[] key, Row row, Masking masking) {
        var id = row.getUUID("id");
        var written = seal.openWords(complaint, key, id, row.getBuffer("sealed").getBytes());
        return new Addition(
                id,
                new AddedWords(
                        AddedKind.valueOf(row.getString("step")),
                        row.getOffsetDateTime("at").toInstant(),
                        masking.mask(written)));
    }

    private Uni<Void> write(SqlConnection transaction, List<Anew> anew) {
        var additions = anew.stream().flatMap(it -> it.additions().stream()).toList();
        var told = anew.stream()
                .map(it -> events.write(
                        it.words(), it.complaint().getUUID("id"), it.complaint().getString("government"), null))
                .toList();
        return (additions.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(WRITE)
                                .execute(ADDITIONS.tuple(additions))
                                .replaceWithVoid())
                .chain(() -> outbox.append(transaction, told));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
