package id.tanggap.response.evidence;

import id.tanggap.file.content.FileName;
import id.tanggap.file.content.Inspected.Passed;
import id.tanggap.file.content.Inspected.Refused;
import id.tanggap.file.scan.Scanned;
import id.tanggap.file.store.Place;
import id.tanggap.response.desk.Changes;
import id.tanggap.response.evidence.Added.Reason;
import id.tanggap.response.officer.Officer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Photos and papers that show what was done. They belong to the agency that had the case when they were added. A file is
 * on the disk before its row, and goes after it: what a crash leaves between is a file without a row, which is swept away.
 */
@ApplicationScoped
class Evidence {
    private static final Logger LOG = Logger.getLogger(Evidence.class);

    /** Enough for a folder of photos, and a bound to what one case may hold. */
    static final int MOST = 20;

    static final String UNNAMED = "berkas";

    /** Those who add at once come one after the other, so that each counts what the others added. */
    private static final String TAKE_TURNS = "select from desk_case where id = $1 for no key update";

    private static final String ADD = """
            insert into evidence (id, case_id, agency, name, media_type, size, lat, lon, added_by, added_by_name, added_at,
                                  scanned)
            select $2, id, agency, $3, $4, $5, $6, $7, $8, $9, $10, $11 from desk_case
            where id = $1 and agency is not null
              and (select count(*) from evidence where case_id = $1 and id <> $2) < $12
            on conflict (id) do update set name = excluded.name, scanned = evidence.scanned or excluded.scanned
            """;
    private static final String IS_ADDED = "select from evidence where case_id = $1 and id = $2";
    private static final String FIND = """
            select e.id, e.case_id, e.name, e.media_type, e.content, k.wrapped_key
            from evidence e left join file_key k on k.case_id = e.case_id
            where e.case_id = $1 and e.id = $2 and ($3::text is null or e.agency = $3)
            """;
    private static final String REMOVE =
            "delete from evidence where case_id = $1 and id = $2 and agency = $3 and added_by = $4";

    private final Pool pool;
    private final EvidenceFiles files;
    private final FileKeys keys;
    private final Changes changes;
    private final InstantSource time;

    Evidence(Pool pool, EvidenceFiles files, FileKeys keys, Changes changes, InstantSource time) {
        this.pool = pool;
        this.files = files;
        this.keys = keys;
        this.changes = changes;
        this.time = time;
    }

    /**
     * @param id of the file: that of the same request before, which then has it once
     * @param name as its sender calls it
     */
    Uni<Added> add(UUID complaint, UUID id, Officer officer, Path upload, @Nullable String name) {
        if (files.isBusy()) {
            return Uni.createFrom().item(new Added.Busy());
        }
        return files.scan(upload)
                .chain(scanned -> scanned == Scanned.INFECTED
                        ? refused(Reason.INFECTED)
                        : files.inspect(upload).chain(inspected -> switch (inspected) {
                            case Refused(var reason) -> Uni.createFrom().item(Added.Refused.of(reason));
                            case Passed passed ->
                                keep(new Place(complaint, id), officer, new Taken(passed, name, scanned));
                        }));
    }

    /** What there is to keep. */
    private record Taken(Passed passed, @Nullable String sentAs, Scanned scanned) {
        String name() {
            return FileName.of(sentAs, passed.kind(), UNNAMED);
        }

        boolean isClean() {
            return scanned == Scanned.CLEAN;
        }
    }

    private Uni<Added> keep(Place place, Officer officer, Taken taken) {
        return keys.of(place.owner())
                .chain(key -> hindrance(place, key, taken))
                .chain(hindrance -> hindrance.map(Evidence::refused).orElseGet(() -> note(place, officer, taken)));
    }

    /** Why it is not in the store; empty when it is. */
    private Uni<Optional<Reason>> hindrance(Place place, byte[] key, Taken taken) {
        return files.keep(place, key, taken.passed().content())
                .map(kept -> kept ? Optional.<Reason>empty() : Optional.of(Reason.NO_ROOM))
                .onFailure(IOException.class)
                .recoverWithItem(trouble -> {
                    LOG.errorf("Evidence %s is not kept: %s", place.file(), trouble.getMessage());
                    return Optional.of(Reason.STORE_AWAY);
                });
    }

    private static Uni<Added> refused(Reason reason) {
        return Uni.createFrom().item(new Added.Refused(reason));
    }

    private Uni<Added> note(Place place, Officer officer, Taken taken) {
        var passed = taken.passed();
        var position = passed.position();
        var values = Tuple.of(
                        place.owner(), place.file(), taken.name(), passed.kind().mediaType())
                .addInteger(passed.content().length)
                .addDouble(position == null ? null : position.lat())
                .addDouble(position == null ? null : position.lon())
                .addString(officer.id())
                .addString(officer.name())
                .addOffsetDateTime(time.instant().atOffset(ZoneOffset.UTC))
                .addBoolean(taken.isClean())
                .addLong((long) MOST);
        return pool.withTransaction(turn -> note(turn, place.owner(), values))
                .invoke(() -> changes.of(place.owner()))
                .chain(noted -> noted
                        ? Uni.createFrom().item(new Added.Done())
                        : files.remove(place).replaceWith(new Added.Refused(Reason.TOO_MANY)));
    }

    private static Uni<Boolean> note(SqlConnection turn, UUID complaint, Tuple values) {
        return turn.preparedQuery(TAKE_TURNS)
                .execute(Tuple.of(complaint))
                .chain(() -> turn.preparedQuery(ADD).execute(values))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Whether it was at the same request before, whichever agency has the case now. */
    Uni<Boolean> isAdded(UUID complaint, UUID id) {
        return pool.preparedQuery(IS_ADDED).execute(Tuple.of(complaint, id)).map(rows -> rows.size() > 0);
    }

    /** By which the same file is known. */
    Uni<String> digest(Path upload) {
        return files.digest(upload);
    }

    Uni<Found> find(UUID complaint, UUID id, Officer officer) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(complaint, id, officer.agency()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new Found.Nothing())
                        : content(rows.iterator().next()));
    }

    private Uni<Found> content(Row row) {
        var notMovedYet = row.getBuffer("content");
        var key = row.getBuffer("wrapped_key");
        if (notMovedYet != null) {
            return Uni.createFrom().item(found(row, notMovedYet.getBytes()));
        }
        return key == null
                ? Uni.createFrom().item(new Found.Erased())
                : files.read(new Place(row.getUUID("case_id"), row.getUUID("id")), key.getBytes())
                        .map(content -> content == null ? new Found.Erased() : found(row, content))
                        .onFailure(EvidenceFiles.Unreadable.class)
                        .recoverWithItem(new Found.Unreadable());
    }

    private static Found found(Row row, byte[] content) {
        return new Found.Attachment(row.getString("name"), row.getString("media_type"), content);
    }

    /** Whether there was one that this officer had added. */
    Uni<Boolean> remove(UUID complaint, UUID id, Officer officer) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(complaint, id, officer.agency(), officer.id()))
                .invoke(() -> changes.of(complaint))
                .map(rows -> rows.rowCount() > 0)
                .call(removed -> removed
                        ? files.remove(new Place(complaint, id))
                        : Uni.createFrom().voidItem());
    }
}
