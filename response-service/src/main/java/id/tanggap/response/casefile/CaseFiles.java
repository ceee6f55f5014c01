package id.tanggap.response.casefile;

import id.tanggap.governments.Governments;
import id.tanggap.response.casefile.CaseFile.EvidenceView;
import id.tanggap.response.casefile.CaseFile.Looker;
import id.tanggap.response.casefile.CaseFile.Note;
import id.tanggap.response.casefile.CaseFile.Papers;
import id.tanggap.response.casefile.CaseFile.Possibility;
import id.tanggap.response.casefile.CaseFile.TimelineEntry;
import id.tanggap.response.casefile.CaseFile.TimelineEntry.By;
import id.tanggap.response.casefile.CaseFile.Writing;
import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.projection.HistoryEntry;
import id.tanggap.response.refused.NoEffect;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the file of a case, and remembers who opened it. */
@ApplicationScoped
public class CaseFiles {
    private static final String CASE = "select " + CaseFile.COLUMNS + """
            from desk_case c join case_text t on t.case_id = c.id
            where c.id = $1 and c.number is not null
            """;
    private static final String WORDS = "select title, text, address from case_text where case_id = $1";
    private static final String NOTES = """
            select id, author_name, text, written_at from note
            where case_id = $1 and ($2::text is null or agency = $2)
            order by written_at
            """;
    private static final String EVIDENCE = """
            select id, name, media_type, size, lat, lon, scanned, added_by_name, added_at from evidence
            where case_id = $1 and ($2::text is null or agency = $2)
            order by added_at
            """;
    private static final String DEEDS = """
            select action, division, officer_name, text, done_at, refused_because, identity_meant from deed
            where case_id = $1 and ($2::text is null or agency = $2)
            order by id
            """;
    private static final String LOOKERS =
            "select officer_name, first_at, last_at, times from look where case_id = $1 order by last_at desc limit 50";
    /** Looking again within a while is the same look. */
    private static final String LOOK = """
            insert into look as known (case_id, officer, officer_name, first_at, last_at, times)
            values ($1, $2, $3, $4, $4, 1)
            on conflict (case_id, officer) do update
            set last_at = excluded.last_at, times = known.times + 1, officer_name = excluded.officer_name
            where known.last_at < excluded.last_at - interval '10 minutes'
            """;

    private final Pool pool;
    private final Desk desk;
    private final Governments governments;
    private final InstantSource time;

    CaseFiles(Pool pool, Desk desk, Governments governments, InstantSource time) {
        this.pool = pool;
        this.desk = desk;
        this.governments = governments;
        this.time = time;
    }

    /** Null when the officer's desk has no such case. */
    Uni<@Nullable CaseFile> open(UUID id, Officer officer) {
        return find(id, officer)
                .call(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : pool.preparedQuery(LOOK)
                                .execute(Tuple.of(
                                        id,
                                        officer.id(),
                                        officer.name(),
                                        time.instant().atOffset(ZoneOffset.UTC))));
    }

    /** The same without being remembered, for whoever has just done something with it. */
    public Uni<@Nullable CaseFile> find(UUID id, Officer officer) {
        return desk.find(id, officer)
                .chain(found -> found == null ? Uni.createFrom().nullItem() : read(id, officer, found));
    }

    /** What of it stands in the case, as it is written there; null when the officer's desk has no such case. */
    Uni<@Nullable List<String>> lookFor(UUID id, Officer officer, @Nullable Question asked) {
        return desk.find(id, officer)
                .chain(found -> found == null
                        ? Uni.createFrom().nullItem()
                        : rows(
                                        WORDS,
                                        Tuple.of(id),
                                        row -> asked == null
                                                ? List.<String>of()
                                                : asked.foundIn(
                                                        row.getString("title"),
                                                        row.getString("text"),
                                                        row.getString("address")))
                                .map(texts -> texts.isEmpty() ? List.<String>of() : texts.getFirst()));
    }

    private Uni<@Nullable CaseFile> read(UUID id, Officer officer, DeskCase deskCase) {
        return Uni.combine()
                .all()
                .unis(
                        rows(CASE, Tuple.of(id), row -> row),
                        rows(NOTES, Tuple.of(id, officer.agency()), CaseFiles::note),
                        rows(EVIDENCE, Tuple.of(id, officer.agency()), CaseFiles::evidence),
                        rows(DEEDS, Tuple.of(id, officer.agency()), CaseFiles::deed),
                        rows(LOOKERS, Tuple.of(id), CaseFiles::looker))
                .with((found, notes, evidence, deeds, lookers) -> {
                    if (found.isEmpty()) {
                        return null;
                    }
                    var row = found.getFirst();
                    var papers = new Papers(
                            Writing.of(deskCase),
                            notes,
                            evidence,
                            timeline(row, deeds),
                            lookers,
                            Possibility.of(deskCase, officer));
                    return CaseFile.of(row, papers, time.instant());
                });
    }

    private List<TimelineEntry> timeline(Row row, List<TimelineEntry> deeds) {
        return new Timeline(Objects.requireNonNull(governments.find(row.getString("government"))))
                .received(row.getOffsetDateTime("received_at").toInstant())
                .heard(HistoryEntry.read(row.getString("history")))
                .done(deeds)
                .entries();
    }

    private static Note note(Row row) {
        return new Note(
                row.getUUID("id"),
                row.getString("author_name"),
                row.getString("text"),
                row.getOffsetDateTime("written_at").toInstant());
    }

    private static EvidenceView evidence(Row row) {
        return new EvidenceView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInteger("size"),
                position(row),
                Boolean.TRUE.equals(row.getBoolean("scanned")),
                row.getString("added_by_name"),
                row.getOffsetDateTime("added_at").toInstant());
    }

    private static EvidenceView.@Nullable Position position(Row row) {
        var lat = row.getDouble("lat");
        return lat == null ? null : new EvidenceView.Position(lat, row.getDouble("lon"));
    }

    private static TimelineEntry deed(Row row) {
        return new TimelineEntry(
                row.getOffsetDateTime("done_at").toInstant(),
                row.getString("division") == null ? By.AGENCY : By.DIVISION,
                row.getString("action"),
                row.getString("officer_name"),
                row.getString("text"),
                NoEffect.of(row.getString("action"), row.getString("refused_because")),
                row.getBoolean("identity_meant") ? true : null,
                null);
    }

    private static Looker looker(Row row) {
        return new Looker(
                row.getString("officer_name"),
                row.getOffsetDateTime("first_at").toInstant(),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getInteger("times"));
    }

    private <T> Uni<List<T>> rows(String sql, Tuple values, Function<Row, T> each) {
        return pool.preparedQuery(sql).execute(values).map(found -> {
            var all = new ArrayList<T>(found.size());
            found.forEach(row -> all.add(each.apply(row)));
            return all;
        });
    }
}
