package id.tanggap.reporting.recap.compilation;

import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.reporting.Digests;
import id.tanggap.reporting.recap.loop.RecapMonth;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** The entries of one version of a recap: what is known of each complaint of its month, and the leaf that it is. */
record RecapEntries(SqlConnection transaction, UUID recap, int version) {
    private static final int LEAVES_AT_A_TIME = 64 * Merkle.CHUNK;

    private static final String WRITE = """
            insert into recap_entry (recap_id, version, no, complaint_id, entry, leaf)
            select $1, $2, no, complaint_id, entry, sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
            from (
                select no, complaint_id, json_build_object(
                    'no', no,
                    'of', complaints,
                    'government', government,
                    'month', to_char(month, 'YYYY-MM'),
                    'version', $2::int,
                    'complaint', complaint_id,
                    'number', number,
                    'source', source,
                    'channel', channel,
                    'type', type,
                    'category', category,
                    'area', region,
                    'receivedAt', at_utc(received_at),
                    'agency', agency,
                    'agencyName', agency_name,
                    'moves', coalesce(hop, 0),
                    'dispatchedAt', at_utc(dispatched_at),
                    'promiseDueAt', at_utc(promise_due_at),
                    'answeredAt', at_utc(answered_at),
                    'late', coalesce(promise_late, answered_at > promise_due_at),
                    'state', state,
                    'words', (select words_digest(words) from complaint_words as words
                              where words.complaint_id = numbered.complaint_id),
                    'chains', chains.lengths,
                    'events', encode(sha256(coalesce(chains.heads, '')), 'hex')
                )::text as entry
                from (
                    select *, row_number() over (order by received_at, complaint_id) as no,
                           count(*) over () as complaints
                    from complaint_fact
                    where government = $3 and month = $4
                ) as numbered
                left join lateral (
                    select json_object_agg(topic, seq order by topic collate "C") as lengths,
                           string_agg(convert_to(topic, 'UTF8') || '\\x00'::bytea || link, '' order by topic collate "C")
                               as heads
                    from ledger_head where ledger_head.complaint_id = numbered.complaint_id
                ) as chains on true
            ) as written
            """;
    private static final String LEAVES = """
            select string_agg(leaf, ''::bytea order by no) as leaves from recap_entry
            where recap_id = $1 and version = $2 and no > $3 and no <= $4
            """;

    /** In the order of the receipts. @return how many there are */
    Uni<Integer> write(RecapMonth month) {
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(
                        recap, version, month.government().id(), month.month().atDay(1)))
                .map(rows -> rows.rowCount());
    }

    /** Adds the leaves of so many entries, in their order. */
    Uni<Void> addTo(MerkleTree tree, int entries) {
        return addTo(tree, 0, entries);
    }

    private Uni<Void> addTo(MerkleTree tree, int after, int entries) {
        if (after >= entries) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(LEAVES)
                .execute(Tuple.of(recap, version, after, after + LEAVES_AT_A_TIME))
                .invoke(rows -> Digests.split(
                                rows.iterator().next().getBuffer("leaves").getBytes())
                        .forEach(tree::add))
                .chain(() -> addTo(tree, after + LEAVES_AT_A_TIME, entries));
    }
}
