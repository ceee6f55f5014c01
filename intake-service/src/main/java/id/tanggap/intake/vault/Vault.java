package id.tanggap.intake.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.rest.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Opens identities for those who may, and writes down that they did (UU 27/2022). */
@ApplicationScoped
public class Vault {
    private static final String LOOK = """
            select c.number, c.government, c.visibility, v.wrapped_key, v.sealed, p.agency,
                   array(select d.division from disposition d where d.complaint_id = c.id and d.agency = p.agency)
                       as divisions
            from complaint c join vault v on v.complaint_id = c.id
            left join progress p on p.complaint_id = c.id
            where c.id = $1
            """;
    private static final String ADDED = """
            select id, step, added_at, sealed from addition
            where complaint_id = $1 and sealed is not null order by added_at
            """;
    private static final String LOG = """
            insert into vault_access (id, complaint_id, government, accessed_at, accessed_by, what, purpose)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    private final Pool pool;
    private final Seal seal;
    private final InstantSource time;

    Vault(Pool pool, Seal seal, InstantSource time) {
        this.pool = pool;
        this.seal = seal;
        this.time = time;
    }

    /** Where a complaint belongs, which decides who may look; null when there is none. */
    public Uni<@Nullable Entry> find(UUID complaint) {
        return pool.preparedQuery(LOOK)
                .execute(Tuple.of(complaint))
                .map(rows -> rows.size() == 0
                        ? null
                        : entry(complaint, rows.iterator().next()));
    }

    /**
     * Opens an entry. The access is on disk before anything is shown.
     *
     * @param what which part is looked at
     */
    Uni<Identity> open(Entry entry, byte[] wrappedKey, String what, String accessedBy, String purpose) {
        return note(entry, what, accessedBy, purpose)
                .map(noted -> seal.open(entry.complaint(), wrappedKey, entry.sealed()));
    }

    /**
     * Writes down that a part of an entry is looked at, before it is.
     *
     * @param what which part
     */
    public Uni<Void> note(Entry entry, String what, String accessedBy, String purpose) {
        return pool.preparedQuery(LOG)
                .execute(Tuple.tuple()
                        .addUUID(UuidCreator.getTimeOrderedEpoch())
                        .addUUID(entry.complaint())
                        .addString(entry.government())
                        .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                        .addString(accessedBy)
                        .addString(what)
                        .addString(purpose))
                .replaceWithVoid();
    }

    /** What the citizen wrote later, for whoever has just {@linkplain #open opened} the entry. */
    Uni<List<Added>> added(Entry entry, byte[] wrappedKey) {
        return pool.preparedQuery(ADDED)
                .execute(Tuple.of(entry.complaint()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Added(
                                row.getString("step"),
                                row.getOffsetDateTime("added_at").toInstant(),
                                seal.openWords(
                                        entry.complaint(),
                                        wrappedKey,
                                        row.getUUID("id"),
                                        row.getBuffer("sealed").getBytes())))
                        .toList());
    }

    private static Entry entry(UUID complaint, Row row) {
        return new Entry(
                complaint,
                row.getString("number"),
                row.getString("government"),
                Visibility.ofName(row.getString("visibility")),
                row.getString("agency"),
                Set.of(row.getArrayOfStrings("divisions")),
                row.getBuffer("wrapped_key") == null
                        ? null
                        : row.getBuffer("wrapped_key").getBytes(),
                row.getBuffer("sealed").getBytes());
    }

    /** @param kind REPLIED or OBJECTED */
    @Schema(name = "AddedWords")
    record Added(String kind, Instant at, String text) {
        /** Shows nothing of what was written, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Added[" + kind + "]";
        }
    }

    /**
     * @param agency the agency that has the case; null while none has
     * @param divisions the agency's divisions that it was ever given to
     * @param wrappedKey null when the person was erased
     */
    public record Entry(
            UUID complaint,
            String number,
            String government,
            Visibility visibility,
            @Nullable String agency,
            Set<String> divisions,
            byte @Nullable [] wrappedKey,
            byte[] sealed) {

        /** Whether the caller handles the complaint: its agency, the divisions that it asked, and the coordinator. */
        public boolean isHandledBy(Caller caller) {
            return government.equals(caller.government())
                    && (caller.has("coordinator")
                            || (agency != null && agency.equals(caller.agency()) && isAsked(caller)));
        }

        /** The whole agency is, when its admin asks. */
        private boolean isAsked(Caller caller) {
            var division = caller.division();
            return caller.has("agency-admin") || (division != null && divisions.contains(division));
        }
    }
}
