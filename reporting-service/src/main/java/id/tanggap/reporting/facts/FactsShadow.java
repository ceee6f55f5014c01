package id.tanggap.reporting.facts;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.Interest;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.messaging.rebuild.Rebuild;
import id.tanggap.messaging.rebuild.Rebuild.Outcome;
import id.tanggap.reporting.ledger.Ledger;
import id.tanggap.reporting.rollup.Fold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Facts and chains as the topics tell of them, built beside those in use. Compiled recaps stay as they are, and so does
 * what the topics do not tell from its first event on.
 */
@ApplicationScoped
class FactsShadow implements Rebuild.Shadow {
    private static final String BEGIN = """
            drop table if exists rebuilt_fact, rebuilt_words, rebuilt_survey, rebuilt_ledger, rebuilt_ledger_head, left_alone;
            create table rebuilt_fact (like complaint_fact including defaults including generated,
                                       primary key (complaint_id));
            create table rebuilt_words (like complaint_words including defaults, primary key (complaint_id));
            create table rebuilt_survey (like satisfaction_survey including defaults, primary key (complaint_id));
            create table rebuilt_ledger (like ledger including defaults, primary key (complaint_id, topic, seq));
            create table rebuilt_ledger_head (like ledger_head including defaults, primary key (complaint_id, topic))
            """;
    private static final String END =
            "drop table rebuilt_fact, rebuilt_words, rebuilt_survey, rebuilt_ledger, rebuilt_ledger_head, left_alone";

    /**
     * A chain whose first event nobody tells any more, or a complaint without its receipt that was not taken back. A chain that began otherwise than
     * the topic tells now stays as it is, for proofs of it were handed out; the facts have no order and are put right.
     */
    private static final String LEAVE_ALONE = """
            create table left_alone as
            select first.complaint_id
            from ledger as first
            where first.seq = 1 and not exists (
                select from rebuilt_ledger as told
                where (told.complaint_id, told.topic, told.event_id) = (first.complaint_id, first.topic, first.event_id))
            union
            select complaint_id from rebuilt_fact where month is null and imported_at is null;
            delete from rebuilt_fact where complaint_id in (select complaint_id from left_alone);
            delete from rebuilt_words where complaint_id in (select complaint_id from left_alone);
            delete from rebuilt_survey where complaint_id in (select complaint_id from left_alone);
            create table begun_otherwise as
            select told.complaint_id, told.topic
            from rebuilt_ledger as told join ledger as first using (complaint_id, topic, seq)
            where told.seq = 1 and told.event_id <> first.event_id
            union
            select told.complaint_id, told.topic from rebuilt_ledger_head as told join left_alone using (complaint_id);
            delete from rebuilt_ledger where (complaint_id, topic) in (select complaint_id, topic from begun_otherwise);
            delete from rebuilt_ledger_head where (complaint_id, topic) in (select complaint_id, topic from begun_otherwise);
            drop table begun_otherwise
            """;

    private static final String LEFT_ALONE = "select count(*) as n from left_alone";

    /** Links after the last one that was ever told. */
    private static final String REMOVE_INVENTED = """
            delete from ledger using rebuilt_ledger_head as head
            where ledger.complaint_id = head.complaint_id and ledger.topic = head.topic and ledger.seq > head.seq
            """;

    private static final List<Copy> COPIES = List.of(
            new Copy("complaint_fact", "rebuilt_fact", "complaint_id"),
            new Copy("complaint_words", "rebuilt_words", "complaint_id"),
            new Copy("satisfaction_survey", "rebuilt_survey", "complaint_id"),
            new Copy("ledger", "rebuilt_ledger", "complaint_id, topic, seq"),
            new Copy("ledger_head", "rebuilt_ledger_head", "complaint_id, topic"));

    private final Facts facts;
    private final Ledger ledger;
    private final Fold fold;

    FactsShadow(Facts facts, Ledger ledger, Fold fold) {
        this.facts = facts;
        this.ledger = ledger;
        this.fold = fold;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.INTAKE, Topics.ROUTING, Topics.RESPONSE, Topics.NOTIFICATION, Topics.IMPORT);
    }

    @Override
    public Interest interest() {
        return Interest.inAll();
    }

    @Override
    public String begin() {
        return BEGIN;
    }

    @Override
    public Uni<Void> record(SqlConnection transaction, List<ReceivedEvent> events) {
        return ledger.append(transaction, events, Ledger.Tables.REBUILT)
                .chain(() -> facts.record(transaction, events, Facts.Tables.REBUILT));
    }

    @Override
    public Uni<Outcome> putRight(SqlConnection transaction) {
        return transaction
                .query(LEAVE_ALONE)
                .execute()
                .chain(() -> corrected(transaction))
                .call(() -> fold.anew(transaction))
                .chain(corrected -> leftAlone(transaction).map(left -> new Outcome(corrected, left)))
                .call(() -> transaction.query(END).execute());
    }

    private static Uni<Long> corrected(SqlConnection transaction) {
        return COPIES.stream()
                .reduce(
                        rowsOf(transaction, REMOVE_INVENTED),
                        (done, copy) ->
                                done.chain(before -> copy.putRight(transaction).map(now -> before + now)),
                        (one, next) -> one);
    }

    private static Uni<Long> leftAlone(SqlConnection transaction) {
        return transaction
                .query(LEFT_ALONE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    private static Uni<Long> rowsOf(SqlConnection transaction, String sql) {
        return transaction.query(sql).execute().map(rows -> (long) rows.rowCount());
    }

    /** A table in use and the one that was built beside it, column by column alike. */
    private record Copy(String inUse, String rebuilt, String key) {
        private static final String COLUMNS = """
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns
                where table_schema = current_schema() and table_name = '%s' and is_generated = 'NEVER'
                """;

        /** @return how many rows were missing or differed */
        Uni<Long> putRight(SqlConnection transaction) {
            return transaction
                    .query(COLUMNS.formatted(inUse))
                    .execute()
                    .map(rows -> rows.iterator().next().getString(0))
                    .chain(columns -> rowsOf(transaction, removeDiffering(columns))
                            .chain(() -> rowsOf(transaction, insertMissing(columns))));
        }

        private String removeDiffering(String columns) {
            return "delete from %1$s using %2$s where (%3$s) = (%4$s) and (%5$s) is distinct from (%6$s)"
                    .formatted(
                            inUse, rebuilt, of(inUse, key), of(rebuilt, key), of(inUse, columns), of(rebuilt, columns));
        }

        private String insertMissing(String columns) {
            return "insert into %1$s (%3$s) select %3$s from %2$s order by %4$s on conflict do nothing"
                    .formatted(inUse, rebuilt, columns, key);
        }

        private static String of(String table, String columns) {
            return Stream.of(columns.split(", "))
                    .map(column -> table + "." + column)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
        }
    }
}
