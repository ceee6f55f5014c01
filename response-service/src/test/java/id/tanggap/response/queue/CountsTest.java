package id.tanggap.response.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The counts of the queue, which the database keeps, while many change cases at once and others add the counts up. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class CountsTest {
    private static final int CHANGES = 600;
    private static final int AT_ONCE = 6;

    private static final String COME = """
            insert into desk_case (id, government, number, agency, status)
            select gen_random_uuid(), 'surakarta', 'SKA-HITUNG', $1, $2 from generate_series(1, 3)
            """;
    private static final String TURN = """
            update desk_case set status = $2 where id in (
                select id from desk_case where agency = $1 order by random() limit 4 for update skip locked)
            """;
    private static final String LEAVE = """
            update desk_case set agency = null where id in (
                select id from desk_case where agency = $1 and status = $2 limit 1 for update skip locked)
            """;
    private static final String DIFFERENCES = """
            select status from (
                select status, cases from desk_count where agency = $1
                union all
                select status, -1 from desk_case where agency = $1
            ) as both_ways
            group by status having sum(cases) <> 0
            """;

    private final String agency = "agency-" + UUID.randomUUID();
    private final Random random = new Random(18);

    @Inject
    Pool pool;

    @Test
    void equalTheCasesWhateverHappensAtOnce() {
        Multi.createFrom()
                .range(0, CHANGES)
                .onItem()
                .transformToUni(_ -> change())
                .merge(AT_ONCE)
                .collect()
                .last()
                .await()
                .indefinitely();

        assertThat(differences()).isZero();
        assertThat(rowsAfter("select fold_desk_counts()")).isLessThanOrEqualTo(DeskStatus.values().length);
        assertThat(differences()).isZero();
    }

    /** Some changes are undone, as those of a batch that fails. */
    private Uni<Void> change() {
        var sql =
                switch (random.nextInt(4)) {
                    case 0 -> COME;
                    case 1 -> LEAVE;
                    default -> TURN;
                };
        var status = DeskStatus.values()[random.nextInt(DeskStatus.values().length)];
        var folds = random.nextInt(5) == 0;
        var fails = random.nextInt(7) == 0;
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(sql)
                        .execute(Tuple.of(agency, status.name()))
                        .chain(() ->
                                folds ? fold(transaction) : Uni.createFrom().voidItem())
                        .invoke(() -> {
                            if (fails) {
                                throw new IllegalStateException("As a batch that fails");
                            }
                        }))
                .onFailure(IllegalStateException.class)
                .recoverWithNull();
    }

    private static Uni<Void> fold(SqlConnection transaction) {
        return transaction.query("select fold_desk_counts()").execute().replaceWithVoid();
    }

    private int differences() {
        return pool.preparedQuery(DIFFERENCES).executeAndAwait(Tuple.of(agency)).size();
    }

    private long rowsAfter(String sql) {
        RowSet<?> done = pool.query(sql).executeAndAwait();
        assertThat(done.size()).isOne();
        return pool.preparedQuery("select count(*) from desk_count where agency = $1")
                .executeAndAwait(Tuple.of(agency))
                .iterator()
                .next()
                .getLong(0);
    }
}
