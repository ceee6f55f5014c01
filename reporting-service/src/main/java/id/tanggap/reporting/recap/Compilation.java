package id.tanggap.reporting.recap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.reporting.Digests;
import id.tanggap.reporting.recap.Deed.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the recap of a month: what is known of each complaint at one moment becomes an entry, and what all add up to
 * the head. First the order to compile is kept, then one transaction carries it out, so a crash leaves either the order,
 * which is taken up again, or the whole recap.
 */
@ApplicationScoped
class Compilation {
    private static final Logger LOG = Logger.getLogger(Compilation.class);
    private static final int LEAVES_AT_A_TIME = 64 * Merkle.CHUNK;

    private static final String ORDER = """
            insert into recap_version (recap_id, version, state, preliminary, requested_by, requested_by_name, requested_at)
            select $1, coalesce(max(version), 0) + 1, 'COMPILING', $2, $3, $4, $5
            from recap_version where recap_id = $1
            on conflict (recap_id) where state = 'COMPILING' do nothing
            returning version
            """;
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('recap ' || $1, 0))";
    private static final String MOMENT_PASSED = "40001";
    private static final String ORDERED = """
            select version, requested_by, requested_by_name from recap_version
            where recap_id = $1 and state = 'COMPILING'
            """;
    private static final String ENTRIES = """
            insert into recap_entry (recap_id, version, no, complaint_id, entry, leaf)
            select $1, $2, no, complaint_id, entry, sha256('\\x00'::bytea || convert_to(entry, 'UTF8'))
            from (
                select no, complaint_id, json_build_object(
                    'no', no,
                    'government', government,
                    'month', to_char(month, 'YYYY-MM'),
                    'complaint', complaint_id,
                    'number', number,
                    'channel', channel,
                    'type', type,
                    'category', category,
                    'area', region,
                    'receivedAt', at_utc(received_at),
                    'agency', agency,
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
                    select *, row_number() over (order by received_at, complaint_id) as no
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
    private static final String DONE = """
            update recap_version
            set state = 'COMPILED', preliminary = $3, as_of = $4, complaints = $5, head = $6, root = $7, chunks = $8
            where recap_id = $1 and version = $2
            """;
    private static final String WITHDRAW =
            "delete from recap_version where recap_id = $1 and version = $2 and state = 'COMPILING'";
    private static final String WAITING = """
            select government, month from recap_version join monthly_recap on id = recap_id
            where recap_version.state = 'COMPILING'
            """;

    private final Pool pool;
    private final MonthlyRecaps recaps;
    private final FigureReader figures;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final InstantSource time;

    Compilation(
            Pool pool,
            MonthlyRecaps recaps,
            FigureReader figures,
            Outbox outbox,
            ObjectMapper json,
            InstantSource time) {
        this.pool = pool;
        this.recaps = recaps;
        this.figures = figures;
        this.outbox = outbox;
        this.json = json;
        this.time = time;
    }

    /** Keeps the order, in the caller's transaction and under the recap's lock. False when there is one already. */
    Uni<Boolean> order(SqlConnection transaction, MonthlyRecap recap, @Nullable Actor by) {
        return transaction
                .preparedQuery(ORDER)
                .execute(Tuple.of(
                        recap.id(),
                        recap.state() == RecapState.RUNNING,
                        by == null ? null : by.id(),
                        by == null ? null : by.name(),
                        time.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() > 0);
    }

    /** The months for which an order waits. */
    Uni<List<Waiting>> waiting() {
        return pool.query(WAITING).execute().map(rows -> {
            var all = new ArrayList<Waiting>(rows.size());
            rows.forEach(row ->
                    all.add(new Waiting(row.getString("government"), YearMonth.from(row.getLocalDate("month")))));
            return all;
        });
    }

    /** Carries out the order of a month; does nothing when there is none any more, or another replica is at it. */
    Uni<Void> carryOut(RecapMonth month) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> alone(transaction, month)
                        .chain(alone -> alone
                                ? carryOut(transaction, month)
                                : Uni.createFrom().voidItem())))
                // Something was done with the recap since this moment: at the next one it is known.
                .onFailure(failure -> failure instanceof PgException fault && MOMENT_PASSED.equals(fault.getSqlState()))
                .retry()
                .atMost(3)
                .invoke(outbox::committed);
    }

    private static Uni<Boolean> alone(SqlConnection transaction, RecapMonth month) {
        return transaction
                .query(ONE_MOMENT)
                .execute()
                .chain(() -> transaction
                        .preparedQuery(ALONE)
                        .execute(Tuple.of(month.government().id() + " " + month.month())))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> carryOut(SqlConnection transaction, RecapMonth month) {
        return recaps.lock(transaction, month)
                .chain(recap -> ordered(transaction, recap)
                        .chain(order -> order == null
                                ? Uni.createFrom().voidItem()
                                : carryOut(transaction, month, recap, order)));
    }

    private Uni<Void> carryOut(SqlConnection transaction, RecapMonth month, MonthlyRecap recap, Order order) {
        return recap.mayCompile() == null
                ? compile(transaction, month, recap, order)
                : transaction
                        .preparedQuery(WITHDRAW)
                        .execute(Tuple.of(recap.id(), order.version()))
                        .replaceWithVoid();
    }

    private Uni<Void> compile(SqlConnection transaction, RecapMonth month, MonthlyRecap recap, Order order) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var government = month.government();
        return transaction
                .preparedQuery(ENTRIES)
                .execute(Tuple.of(
                        recap.id(),
                        order.version(),
                        government.id(),
                        month.month().atDay(1)))
                .chain(entries -> figures.scanned(transaction, month, now)
                        .map(counted -> new Head(
                                government.id(),
                                government.name(),
                                month.month().toString(),
                                order.version(),
                                recap.state() == RecapState.RUNNING,
                                now,
                                entries.rowCount(),
                                counted)))
                .chain(head -> seal(transaction, recap, order, head));
    }

    private Uni<Void> seal(SqlConnection transaction, MonthlyRecap recap, Order order, Head head) {
        var written = write(head);
        var tree = new MerkleTree();
        tree.add(Merkle.leaf(written.getBytes(StandardCharsets.UTF_8)));
        return grow(transaction, tree, recap.id(), order.version(), 0, head.complaints())
                .chain(() -> transaction
                        .preparedQuery(DONE)
                        .execute(Tuple.of(recap.id(), order.version(), head.preliminary())
                                .addOffsetDateTime(head.asOf().atOffset(ZoneOffset.UTC))
                                .addInteger(head.complaints())
                                .addString(written)
                                .addValue(Digests.joined(List.of(tree.root())))
                                .addValue(Digests.joined(tree.chunks()))))
                .chain(() -> {
                    recap.compiled(order.version(), head.complaints(), tree.root(), order.by(), head.asOf());
                    LOG.infof(
                            "Compiled the recap of %s %s, version %d, of %d complaints",
                            recap.government(), recap.month(), order.version(), head.complaints());
                    return recaps.save(transaction, recap);
                });
    }

    /** Adds the leaves after {@code no}, in their order. */
    private Uni<Void> grow(
            SqlConnection transaction, MerkleTree tree, UUID recap, int version, int no, int complaints) {
        if (no >= complaints) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(LEAVES)
                .execute(Tuple.of(recap, version, no, no + LEAVES_AT_A_TIME))
                .invoke(rows -> Digests.split(
                                rows.iterator().next().getBuffer("leaves").getBytes())
                        .forEach(tree::add))
                .chain(() -> grow(transaction, tree, recap, version, no + LEAVES_AT_A_TIME, complaints));
    }

    private static Uni<@Nullable Order> ordered(SqlConnection transaction, MonthlyRecap recap) {
        return transaction.preparedQuery(ORDERED).execute(Tuple.of(recap.id())).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            var row = rows.iterator().next();
            var by = row.getString("requested_by");
            return new Order(
                    row.getInteger("version"), by == null ? null : new Actor(by, row.getString("requested_by_name")));
        });
    }

    private String write(Head head) {
        try {
            return json.writeValueAsString(head);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A head cannot be written", e);
        }
    }

    private record Order(int version, @Nullable Actor by) {}

    record Waiting(String government, YearMonth month) {}
}
