package id.tanggap.reporting.proof;

import id.tanggap.proof.Digest;
import id.tanggap.proof.EventChain;
import id.tanggap.reporting.ledger.Link;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Computes the chains of events anew, link by link. */
record ChainCheck(AuditRun run) {
    private static final int AT_A_TIME = 5_000;

    private static final String LINKS = """
            select ledger.*, coalesce(fact.number, fact.complaint_id::text) as number
            from ledger join complaint_fact as fact using (complaint_id)
            where fact.government = $1 and (complaint_id, topic, seq) > ($2, $3, $4)
            order by complaint_id, topic, seq limit $5
            """;
    private static final String HEADS = """
            select coalesce(fact.number, fact.complaint_id::text) as number, topic
            from ledger_head as head join complaint_fact as fact using (complaint_id)
            left join lateral (select link from ledger
                               where ledger.complaint_id = head.complaint_id and ledger.topic = head.topic
                               order by seq desc limit 1) as last on true
            where fact.government = $1 and head.link is distinct from last.link
            order by fact.number, topic limit $2
            """;

    void check() {
        @Nullable Row last = null;
        for (var rows = links(last); rows.size() > 0; rows = links(last)) {
            for (var row : rows) {
                check(row, Before.of(row, last));
                last = row;
            }
            run.step(rows.size());
        }
        for (var row : run.query(HEADS, Tuple.of(run.government(), AuditRun.MOST_FINDINGS))) {
            run.found(
                    "aduan %s, %s".formatted(row.getString("number"), row.getString("topic")),
                    "rangkaiannya tidak berakhir seperti tercatat");
        }
    }

    private void check(Row row, Before before) {
        var place = "aduan %s, %s peristiwa %d"
                .formatted(row.getString("number"), row.getString("topic"), row.getInteger("seq"));
        if (row.getInteger("seq") != before.seq() + 1) {
            run.found(place, "peristiwa sebelumnya hilang");
        } else if (!EventChain.link(before.link(), Link.event(row)).equals(link(row))) {
            run.found(place, "tidak cocok dengan rangkaiannya");
        }
    }

    private RowSet<Row> links(@Nullable Row after) {
        return run.query(
                LINKS,
                after == null
                        ? Tuple.of(run.government(), new UUID(0, 0), "", 0, AT_A_TIME)
                        : Tuple.of(
                                run.government(),
                                after.getUUID("complaint_id"),
                                after.getString("topic"),
                                after.getInteger("seq"),
                                AT_A_TIME));
    }

    /** What stands before a link in its chain, be it right or not: a fault is told once, where it is. */
    private record Before(int seq, Digest link) {
        private static final Before START = new Before(0, EventChain.START);

        static Before of(Row row, @Nullable Row last) {
            return last == null || last.getInteger("seq") == 0 || !isOneChain(row, last)
                    ? START
                    : new Before(last.getInteger("seq"), ChainCheck.link(last));
        }

        private static boolean isOneChain(Row row, Row last) {
            return row.getUUID("complaint_id").equals(last.getUUID("complaint_id"))
                    && Objects.equals(row.getString("topic"), last.getString("topic"));
        }
    }

    private static Digest link(Row row) {
        return Digest.of(row.getBuffer("link").getBytes());
    }
}
