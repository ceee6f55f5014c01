package id.tanggap.reporting.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.governments.Government;
import id.tanggap.proof.Digest;
import id.tanggap.proof.EventChain;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.reporting.Digests;
import id.tanggap.reporting.ledger.Link;
import id.tanggap.reporting.recap.loop.DeedChain;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Computes every digest of a government anew and says where one does not fit: in the chains of events, in the entries,
 * heads and trees of compiled recaps, and in the deeds. Reads only, in small steps; runs beside everything else.
 */
@ApplicationScoped
class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final int AT_A_TIME = 5_000;
    /** What is told; whoever changed more than that changed everything. */
    private static final int MOST_FINDINGS = 200;

    private static final String BEGIN = """
            insert into audit as known (government, state, checked, findings, started_at)
            values ($1, 'CHECKING', 0, '[]', $2)
            on conflict (government) do update
            set state = 'CHECKING', checked = 0, findings = '[]', started_at = $2, ended_at = null
            where known.state <> 'CHECKING' or known.started_at < $2::timestamptz - interval '6 hours'
            returning true
            """;
    private static final String PROGRESS = "update audit set checked = $2 where government = $1";
    private static final String END =
            "update audit set state = $2, checked = $3, findings = $4, ended_at = $5 where government = $1";
    private static final String LAST = "select * from audit where government = $1";

    private static final String VERSIONS = """
            select id, month, recap_version.version, complaints, head, root, chunks
            from monthly_recap join recap_version on recap_id = id
            where government = $1 and recap_version.state = 'COMPILED'
            order by month, version
            """;
    private static final String ENTRIES = """
            select no, entry, leaf, complaint_id from recap_entry
            where recap_id = $1 and version = $2 and no > $3 order by no limit $4
            """;
    /** Words that were erased, or written anew since, are not those of the entry. */
    private static final String WORDS = """
            select fact.number
            from recap_entry as entry
            join complaint_fact as fact using (complaint_id)
            join complaint_words as words using (complaint_id)
            where entry.recap_id = $1 and entry.version = $2
              and at_utc(fact.answered_at) is not distinct from entry.entry::json ->> 'answeredAt'
              and (fact.source is null
                   or (select seq from ledger_head as head
                       where head.complaint_id = entry.complaint_id and head.topic = 'complaint.import.v1')
                      = (entry.entry::json -> 'chains' ->> 'complaint.import.v1')::bigint)
              and words_digest(words) <> entry.entry::json ->> 'words'
            order by entry.no limit $3
            """;

    private static final String LINKS = """
            select ledger.*, fact.number
            from ledger join complaint_fact as fact using (complaint_id)
            where fact.government = $1 and (complaint_id, topic, seq) > ($2, $3, $4)
            order by complaint_id, topic, seq limit $5
            """;
    private static final String HEADS = """
            select fact.number, topic
            from ledger_head as head join complaint_fact as fact using (complaint_id)
            left join lateral (select link from ledger
                               where ledger.complaint_id = head.complaint_id and ledger.topic = head.topic
                               order by seq desc limit 1) as last on true
            where fact.government = $1 and head.link is distinct from last.link
            order by fact.number, topic limit $2
            """;

    private final Pool pool;
    private final DeedChain deeds;
    private final InstantSource time;

    Audit(Pool pool, DeedChain deeds, InstantSource time) {
        this.pool = pool;
        this.deeds = deeds;
        this.time = time;
    }

    @Schema(name = "AuditState")
    enum State {
        CHECKING,
        DONE,
        FAILED
    }

    /**
     * Something that is not what it was.
     *
     * @param place where, readable by an auditor
     * @param says what does not fit
     */
    record Finding(String place, String says) {}

    /** @param checked how many digests were computed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            State state,
            long checked,
            List<Finding> findings,
            Instant startedAt,
            @Nullable Instant endedAt) {
        static Report of(Row row) {
            var findings = new ArrayList<Finding>();
            for (var each : row.getJsonArray("findings").getList()) {
                if (each instanceof Map<?, ?> finding) {
                    findings.add(
                            new Finding(String.valueOf(finding.get("place")), String.valueOf(finding.get("says"))));
                }
            }
            var ended = row.getOffsetDateTime("ended_at");
            return new Report(
                    State.valueOf(row.getString("state")),
                    row.getLong("checked"),
                    findings,
                    row.getOffsetDateTime("started_at").toInstant(),
                    ended == null ? null : ended.toInstant());
        }
    }

    /** Begins in the background; false when one is under way. */
    Uni<Boolean> start(Government government) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(government.id(), time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() > 0)
                .invoke(begun -> {
                    if (begun) {
                        Infrastructure.getDefaultWorkerPool().execute(() -> run(government));
                    }
                });
    }

    /** Null when there never was one. */
    Uni<@Nullable Report> last(Government government) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(government.id()))
                .<@Nullable Report>map(rows ->
                        rows.size() == 0 ? null : Report.of(rows.iterator().next()));
    }

    private void run(Government government) {
        var run = new Run(government);
        try {
            run.recaps();
            run.events();
            run.end(State.DONE);
            LOG.infof("Checked %d digests of %s, %d findings", run.checked, government, run.findings.size());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The digests of %s were not checked to the end", government);
            run.end(State.FAILED);
        }
    }

    /** One search. It blocks; it is for a thread that may. */
    private final class Run {
        private final String government;
        private final List<Finding> findings = new ArrayList<>();
        private long checked;

        Run(Government government) {
            this.government = government.id();
        }

        void recaps() {
            for (var version : query(VERSIONS, Tuple.of(government))) {
                recap(version);
            }
            for (var fault : deeds.faults(government)) {
                found("rekap " + fault.month() + ", tindakan " + fault.seq(), "tidak cocok dengan rangkaiannya");
            }
        }

        private void recap(Row version) {
            var id = version.getUUID("id");
            var number = version.getInteger("version");
            var place = "rekap %s versi %d".formatted(YearMonth.from(version.getLocalDate("month")), number);
            var tree = new MerkleTree();
            tree.add(Merkle.leaf(version.getString("head").getBytes(StandardCharsets.UTF_8)));
            var last = 0;
            for (var rows = entries(id, number, last); rows.size() > 0; rows = entries(id, number, last)) {
                for (var row : rows) {
                    last = row.getInteger("no");
                    var leaf = Merkle.leaf(row.getString("entry").getBytes(StandardCharsets.UTF_8));
                    if (!leaf.equals(digest(row.getBuffer("leaf")))) {
                        found(place + ", entri nomor " + last, "isinya tidak cocok dengan sidiknya");
                    }
                    tree.add(leaf);
                }
                step(rows.size());
            }
            var chunks = Digests.split(version.getBuffer("chunks").getBytes());
            var computed = tree.chunks();
            if (chunks.size() != computed.size() || version.getInteger("complaints") != tree.size() - 1) {
                found(place, "jumlah entrinya berubah");
            }
            for (int chunk = 0; chunk < Math.min(chunks.size(), computed.size()); chunk++) {
                if (!computed.get(chunk).equals(chunks.get(chunk))) {
                    found(
                            "%s, entri nomor %d sampai %d"
                                    .formatted(place, chunk * Merkle.CHUNK, (chunk + 1) * Merkle.CHUNK - 1),
                            "ringkasannya tidak cocok");
                }
            }
            if (!tree.root().equals(digest(version.getBuffer("root")))) {
                found(place, "isinya tidak menghasilkan akar yang tercatat");
            }
            for (var row : query(WORDS, Tuple.of(id, number, MOST_FINDINGS))) {
                found(place + ", aduan " + row.getString("number"), "kata-katanya tidak cocok dengan sidiknya");
            }
        }

        private RowSet<Row> entries(UUID recap, int version, int after) {
            return query(ENTRIES, Tuple.of(recap, version, after, AT_A_TIME));
        }

        void events() {
            @Nullable Row last = null;
            var head = EventChain.START;
            for (var rows = links(last); rows.size() > 0; rows = links(last)) {
                for (var row : rows) {
                    var seq = seqBefore(row, last);
                    head = EventChain.link(seq == 0 ? EventChain.START : head, Link.event(row));
                    var place = "aduan %s, %s peristiwa %d"
                            .formatted(row.getString("number"), row.getString("topic"), row.getInteger("seq"));
                    if (row.getInteger("seq") != seq + 1) {
                        found(place, "peristiwa sebelumnya hilang");
                    } else if (!head.equals(digest(row.getBuffer("link")))) {
                        found(place, "tidak cocok dengan rangkaiannya");
                    }
                    // Told once; what follows is judged by what stands here.
                    head = digest(row.getBuffer("link"));
                    last = row;
                }
                step(rows.size());
            }
            for (var row : query(HEADS, Tuple.of(government, MOST_FINDINGS))) {
                found(
                        "aduan %s, %s".formatted(row.getString("number"), row.getString("topic")),
                        "rangkaiannya tidak berakhir seperti tercatat");
            }
        }

        /** Of the event before in the same chain; 0 when the row begins one. */
        private static int seqBefore(Row row, @Nullable Row last) {
            return last != null
                            && row.getUUID("complaint_id").equals(last.getUUID("complaint_id"))
                            && Objects.equals(row.getString("topic"), last.getString("topic"))
                    ? last.getInteger("seq")
                    : 0;
        }

        private RowSet<Row> links(@Nullable Row after) {
            return query(
                    LINKS,
                    after == null
                            ? Tuple.of(government, new UUID(0, 0), "", 0, AT_A_TIME)
                            : Tuple.of(
                                    government,
                                    after.getUUID("complaint_id"),
                                    after.getString("topic"),
                                    after.getInteger("seq"),
                                    AT_A_TIME));
        }

        private void found(String place, String says) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(new Finding(place, says));
            }
        }

        private void step(int count) {
            checked += count;
            query(PROGRESS, Tuple.of(government, checked));
        }

        void end(State state) {
            var told = new JsonArray(findings.stream()
                    .map(finding -> Map.of("place", finding.place(), "says", finding.says()))
                    .toList());
            query(
                    END,
                    Tuple.of(
                            government,
                            state.name(),
                            checked,
                            told,
                            time.instant().atOffset(ZoneOffset.UTC)));
        }

        private RowSet<Row> query(String sql, Tuple values) {
            return pool.preparedQuery(sql).execute(values).await().indefinitely();
        }
    }

    private static Digest digest(Buffer bytes) {
        return Digest.of(bytes.getBytes());
    }
}
