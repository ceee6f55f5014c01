package id.tanggap.reporting.recap.compilation;

import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.proof.Merkle;
import id.tanggap.proof.MerkleTree;
import id.tanggap.reporting.Digests;
import id.tanggap.reporting.past.HeldMonths;
import id.tanggap.reporting.recap.compilation.CompilationOrders.Order;
import id.tanggap.reporting.recap.figures.FigureReader;
import id.tanggap.reporting.recap.loop.MonthlyRecap;
import id.tanggap.reporting.recap.loop.MonthlyRecaps;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.reporting.recap.loop.RecapState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Compiles the recap of a month: what is known of each complaint at one moment becomes an entry, and what all add up to
 * the head. First the order to compile is kept, then one transaction carries it out, so a crash leaves either the order,
 * which is taken up again, or the whole recap.
 */
@ApplicationScoped
public class Compilation {
    private static final Logger LOG = Logger.getLogger(Compilation.class);

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('recap ' || $1, 0))";
    private static final String MOMENT_PASSED = "40001";
    private static final String DONE = """
            update recap_version
            set state = 'COMPILED', preliminary = $3, as_of = $4, complaints = $5, head = $6, root = $7, chunks = $8
            where recap_id = $1 and version = $2
            """;

    private final MonthlyRecaps recaps;
    private final CompilationOrders orders;
    private final HeldMonths held;
    private final FigureReader figures;
    private final Heads heads;
    private final Outbox outbox;
    private final InstantSource time;

    Compilation(
            MonthlyRecaps recaps,
            CompilationOrders orders,
            HeldMonths held,
            FigureReader figures,
            Heads heads,
            Outbox outbox,
            InstantSource time) {
        this.recaps = recaps;
        this.orders = orders;
        this.held = held;
        this.figures = figures;
        this.heads = heads;
        this.outbox = outbox;
        this.time = time;
    }

    /** All that wait. One that fails is tried again the next time, and holds up no other. */
    public Uni<Void> carryOutOrders() {
        return orders.waiting()
                .chain(months -> Multi.createFrom()
                        .iterable(months)
                        .onItem()
                        .transformToUniAndConcatenate(month -> carryOut(month)
                                .onFailure()
                                .invoke(failure -> LOG.errorf(
                                        failure,
                                        "The recap of %s %s was not compiled",
                                        month.government().id(),
                                        month.month()))
                                .onFailure()
                                .recoverWithNull())
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /**
     * Carries out the order of a month; does nothing when there is none any more, another replica is at it, or the month is
     * held, because complaints of it are being taken back.
     */
    private Uni<Void> carryOut(RecapMonth month) {
        return Uni.createFrom()
                .deferred(() -> outbox.inTransaction(transaction -> alone(transaction, month)
                        .chain(alone -> alone
                                ? held.isFree(transaction, month.government().id(), month.month())
                                : Uni.createFrom().item(false))
                        .chain(free -> free
                                ? carryOut(transaction, month)
                                : Uni.createFrom().voidItem())))
                // Something was done with the recap since this moment: at the next one it is known.
                .onFailure(failure -> failure instanceof PgException fault && MOMENT_PASSED.equals(fault.getSqlState()))
                .retry()
                .atMost(3);
    }

    private static Uni<Boolean> alone(SqlConnection transaction, RecapMonth month) {
        return transaction
                .query(ONE_MOMENT)
                .execute()
                .chain(() -> HeldMonths.keepStill(transaction))
                .chain(() -> transaction
                        .preparedQuery(ALONE)
                        .execute(Tuple.of(month.government().id() + " " + month.month())))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> carryOut(SqlConnection transaction, RecapMonth month) {
        return recaps.lock(transaction, month)
                .chain(recap -> orders.of(transaction, recap)
                        .chain(order -> order == null
                                ? Uni.createFrom().voidItem()
                                : recap.mayCompile() == null
                                        ? compile(transaction, month, recap, order)
                                        : orders.withdraw(transaction, recap, order)));
    }

    private Uni<Void> compile(SqlConnection transaction, RecapMonth month, MonthlyRecap recap, Order order) {
        var now = time.instant().truncatedTo(ChronoUnit.MICROS);
        var government = month.government();
        var entries = new RecapEntries(transaction, recap.id(), order.version());
        return entries.write(month)
                .chain(complaints -> figures.scanned(transaction, month, now)
                        .map(counted -> new Head(
                                government.id(),
                                government.name(),
                                month.month().toString(),
                                order.version(),
                                recap.state() == RecapState.RUNNING,
                                now,
                                complaints,
                                counted)))
                .chain(head -> seal(transaction, recap, order, head, entries));
    }

    private Uni<Void> seal(
            SqlConnection transaction, MonthlyRecap recap, Order order, Head head, RecapEntries entries) {
        var written = heads.write(head);
        var tree = new MerkleTree();
        tree.add(Merkle.leaf(written.getBytes(StandardCharsets.UTF_8)));
        return entries.addTo(tree, head.complaints())
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
}
