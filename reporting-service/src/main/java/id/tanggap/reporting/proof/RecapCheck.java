package id.tanggap.reporting.proof;

import id.tanggap.proof.Digest;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.proof.file.Entry;
import id.tanggap.proof.file.Fields;
import id.tanggap.proof.file.Place;
import id.tanggap.proof.file.Recap;
import id.tanggap.reporting.Digests;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/** Computes entries, heads and trees of compiled recaps anew, and holds them against where they stand. */
record RecapCheck(AuditRun run) {
    private static final int AT_A_TIME = 5_000;

    private static final String VERSIONS = """
            select id, month, recap_version.version, preliminary, as_of, complaints, head, root, chunks
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

    void check() {
        for (var version : run.query(VERSIONS, Tuple.of(run.government()))) {
            check(
                    version,
                    "rekap %s versi %d"
                            .formatted(YearMonth.from(version.getLocalDate("month")), version.getInteger("version")));
        }
    }

    private void check(Row version, String place) {
        head(version, place);
        var tree = grown(version, place);
        chunks(version, tree, place);
        if (!tree.root().equals(digest(version, "root"))) {
            run.found(place, "isinya tidak menghasilkan akar yang tercatat");
        }
        words(version, place);
    }

    /** Against what is told of the version without it. */
    private void head(Row version, String place) {
        var head = Fields.read(version.getString("head"));
        if (head == null) {
            return;
        }
        var other = Place.ofHead(head).otherThan(recap(version));
        if (!other.isEmpty()) {
            run.found(place, other);
        }
        if (head.contradicts("preliminary", String.valueOf(version.getBoolean("preliminary")))
                || head.contradicts(
                        "asOf", version.getOffsetDateTime("as_of").toInstant().toString())) {
            run.found(place, "kepala rekap menyebut keadaan lain");
        }
    }

    private Recap recap(Row version) {
        return new Recap(
                run.government(),
                YearMonth.from(version.getLocalDate("month")).toString(),
                version.getInteger("version"),
                Math.max(0, version.getInteger("complaints")) + 1L,
                digest(version, "root"));
    }

    /** From what stands in head and entries now. */
    private MerkleTree grown(Row version, String place) {
        var recap = recap(version);
        var tree = new MerkleTree();
        tree.add(leaf(version, "head"));
        var last = 0;
        for (var rows = entries(version, last); rows.size() > 0; rows = entries(version, last)) {
            for (var row : rows) {
                last = row.getInteger("no");
                tree.add(entry(row, place));
                place(row, recap, place);
            }
            run.step(rows.size());
        }
        return tree;
    }

    private Digest entry(Row row, String place) {
        var leaf = leaf(row, "entry");
        if (!leaf.equals(digest(row, "leaf"))) {
            run.found(place + ", entri nomor " + row.getInteger("no"), "isinya tidak cocok dengan sidiknya");
        }
        return leaf;
    }

    /** One that cannot be read has another digest. */
    private void place(Row row, Recap recap, String place) {
        var entry = Entry.read(row.getString("entry"));
        if (entry == null) {
            return;
        }
        var here = place + ", entri nomor " + row.getInteger("no");
        var other = entry.place().otherThan(recap);
        if (!other.isEmpty()) {
            run.found(here, other);
        }
        if (!entry.complaint().equals(row.getUUID("complaint_id").toString())
                || entry.fields().contradicts("no", String.valueOf(row.getInteger("no")))) {
            run.found(here, "entri menyebut aduan atau nomor lain");
        }
    }

    private void chunks(Row version, MerkleTree tree, String place) {
        var kept = Digests.split(version.getBuffer("chunks").getBytes());
        var computed = tree.chunks();
        if (kept.size() != computed.size() || version.getInteger("complaints") != tree.size() - 1) {
            run.found(place, "jumlah entrinya berubah");
        }
        for (int chunk = 0; chunk < Math.min(kept.size(), computed.size()); chunk++) {
            if (!computed.get(chunk).equals(kept.get(chunk))) {
                run.found(
                        "%s, entri nomor %d sampai %d"
                                .formatted(place, chunk * Merkle.CHUNK, (chunk + 1) * Merkle.CHUNK - 1),
                        "ringkasannya tidak cocok");
            }
        }
    }

    private void words(Row version, String place) {
        for (var row : run.query(
                WORDS, Tuple.of(version.getUUID("id"), version.getInteger("version"), AuditRun.MOST_FINDINGS))) {
            run.found(place + ", aduan " + row.getString("number"), "kata-katanya tidak cocok dengan sidiknya");
        }
    }

    private RowSet<Row> entries(Row version, int after) {
        return run.query(ENTRIES, Tuple.of(version.getUUID("id"), version.getInteger("version"), after, AT_A_TIME));
    }

    private static Digest leaf(Row row, String column) {
        return Merkle.leaf(row.getString(column).getBytes(StandardCharsets.UTF_8));
    }

    private static Digest digest(Row row, String column) {
        return Digest.of(row.getBuffer(column).getBytes());
    }
}
