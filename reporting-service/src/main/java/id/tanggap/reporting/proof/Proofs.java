package id.tanggap.reporting.proof;

import id.tanggap.proof.AuditPath;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.file.CaseProof;
import id.tanggap.proof.file.CaseProof.Topic;
import id.tanggap.proof.file.Recap;
import id.tanggap.proof.file.RecapWriter;
import id.tanggap.reporting.Digests;
import id.tanggap.reporting.ledger.Link;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes proofs out of compiled recaps, in the formats of docs/proof.md. */
@ApplicationScoped
class Proofs {
    private static final int ENTRIES_AT_A_TIME = 2_000;

    /** Of the recap of the month in which it was received the version in hand, if that tells of it. */
    private static final String ENTRY = """
            select recap.id, fact.government, fact.month, recap.state, version.version, version.as_of,
                   version.complaints, version.root, version.chunks, version.head, entry.no, entry.entry,
                   fact.complaint_id
            from complaint_fact as fact
            left join monthly_recap as recap on recap.government = fact.government and recap.month = fact.month
            left join recap_version as version on version.recap_id = recap.id and version.version = recap.version
            left join recap_entry as entry on entry.complaint_id = fact.complaint_id and entry.recap_id = recap.id
                                          and entry.version = version.version
            where fact.number = $1 and fact.month is not null
            """;

    private static final String LEAVES = """
            select leaf from recap_entry where recap_id = $1 and version = $2 and no >= $3 and no < $4 order by no
            """;
    private static final String EVENTS = """
            select topic, seq, event_id, type, time, payload_digest from ledger
            where complaint_id = $1 order by topic collate "C", seq
            """;
    private static final String RECAP = """
            select recap.id, recap.government, recap.month, version.version, complaints, root, head
            from monthly_recap as recap join recap_version as version on version.recap_id = recap.id
            where government = $1 and month = $2 and version.version = $3 and version.state = 'COMPILED'
            """;
    private static final String ENTRIES = """
            select no, entry from recap_entry where recap_id = $1 and version = $2 and no > $3 order by no limit $4
            """;

    private final Pool pool;

    Proofs(Pool pool) {
        this.pool = pool;
    }

    /**
     * What a citizen is told of the own complaint.
     *
     * @param month of the recap that tells, or will tell, of it
     * @param version the version in hand; null while none is compiled
     * @param proof null when no compiled recap tells of it
     */
    record Answer(
            String number,
            String government,
            String month,
            @Nullable Integer version,
            boolean archived,
            @Nullable CaseProof proof) {}

    /** Null when reporting has not heard of it. */
    Uni<@Nullable Answer> of(String number) {
        return pool.preparedQuery(ENTRY).execute(Tuple.of(number)).<@Nullable Answer>chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().nullItem();
            }
            var row = rows.iterator().next();
            if (row.getString("entry") == null) {
                return Uni.createFrom().item(answer(number, row, null));
            }
            return leaves(row)
                    .chain(leaves -> pool.preparedQuery(EVENTS)
                            .execute(Tuple.of(row.getUUID("complaint_id")))
                            .map(events -> answer(number, row, proof(row, leaves, events))));
        });
    }

    /** Whether there is such a compiled version; blocks. */
    boolean exists(String government, YearMonth month, int version) {
        return find(government, month, version).size() > 0;
    }

    /** Writes a whole compiled recap; blocks. */
    void write(String government, YearMonth month, int version, OutputStream out) throws IOException {
        var row = find(government, month, version).iterator().next();
        var writer = new RecapWriter(out, recap(row));
        writer.add(row.getString("head"));
        var last = 0;
        for (var entries = entries(row, last); entries.size() > 0; entries = entries(row, last)) {
            for (var entry : entries) {
                writer.add(entry.getString("entry"));
                last = entry.getInteger("no");
            }
        }
        writer.finish();
    }

    private RowSet<Row> find(String government, YearMonth month, int version) {
        return pool.preparedQuery(RECAP)
                .execute(Tuple.of(government, month.atDay(1), version))
                .await()
                .indefinitely();
    }

    private RowSet<Row> entries(Row recap, int after) {
        return pool.preparedQuery(ENTRIES)
                .execute(Tuple.of(recap.getUUID("id"), recap.getInteger("version"), after, ENTRIES_AT_A_TIME))
                .await()
                .indefinitely();
    }

    /** Those of the chunk that the entry is in; the head is the first leaf of the first chunk. */
    private Uni<List<Digest>> leaves(Row row) {
        var first = row.getInteger("no") / Merkle.CHUNK * Merkle.CHUNK;
        return pool.preparedQuery(LEAVES)
                .execute(Tuple.of(row.getUUID("id"), row.getInteger("version"), first, first + Merkle.CHUNK))
                .map(rows -> {
                    var leaves = new ArrayList<Digest>(rows.size() + 1);
                    if (first == 0) {
                        leaves.add(Merkle.leaf(row.getString("head").getBytes(StandardCharsets.UTF_8)));
                    }
                    rows.forEach(leaf -> leaves.add(digest(leaf.getBuffer("leaf"))));
                    return leaves;
                });
    }

    private static CaseProof proof(Row row, List<Digest> leaves, RowSet<Row> events) {
        var recap = recap(row);
        var chunks = Digests.split(row.getBuffer("chunks").getBytes());
        var index = row.getInteger("no");
        return new CaseProof(
                recap.government(),
                recap.month(),
                recap.version(),
                recap.size(),
                index,
                row.getString("entry"),
                AuditPath.of(index, recap.size(), chunks, leaves),
                recap.root(),
                topics(row.getString("entry"), events));
    }

    /** What has happened since the recap was compiled is none of its business. */
    private static List<Topic> topics(String entry, RowSet<Row> events) {
        var lengths = new JsonObject(entry).getJsonObject("chains", new JsonObject());
        var byTopic = new TreeMap<String, List<Event>>();
        for (var row : events) {
            var topic = row.getString("topic");
            if (row.getInteger("seq") <= lengths.getInteger(topic, 0)) {
                byTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(Link.event(row));
            }
        }
        return byTopic.entrySet().stream()
                .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static Answer answer(String number, Row row, @Nullable CaseProof proof) {
        return new Answer(
                number,
                row.getString("government"),
                YearMonth.from(row.getLocalDate("month")).toString(),
                row.getInteger("version"),
                "ARCHIVED".equals(row.getString("state")),
                proof);
    }

    private static Recap recap(Row row) {
        return new Recap(
                row.getString("government"),
                YearMonth.from(row.getLocalDate("month")).toString(),
                row.getInteger("version"),
                row.getInteger("complaints") + 1L,
                digest(row.getBuffer("root")));
    }

    private static Digest digest(Buffer bytes) {
        return Digest.of(bytes.getBytes());
    }
}
