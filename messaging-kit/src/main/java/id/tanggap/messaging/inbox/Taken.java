package id.tanggap.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * The ids of the events whose effect is in this database. They are kept together, by batch and by the tenth of a second
 * in which they were made, since a row for each would cost as much as a small effect. Earlier versions kept such rows, in
 * {@code inbox}.
 */
public final class Taken {
    private static final int MILLIS_OF_A_TENTH = 100;

    /** Those of inbox are asked for only if there may be any: it is empty, or all its ids are older. */
    private static final String KNOWN = """
            select unnest(ids) as id from taken where tenth = any($2)
            union all
            select event_id from inbox
            where event_id = any(array(
                select id from unnest($1::uuid[]) as id
                where id <= (select event_id from inbox order by event_id desc limit 1)))
            """;

    private static final String TAKE = """
            with known as (%s),
            fresh as (
                select id, tenth from unnest($1::uuid[], $2::bigint[]) as told (id, tenth)
                where id not in (select id from known)
            ),
            kept as (
                insert into taken (tenth, ids)
                select tenth, array_agg(id)
                from (select id, tenth, (row_number() over (order by id) - 1) / 100 as row from fresh) as numbered
                group by tenth, row
            )
            select id from fresh
            """.formatted(KNOWN);

    private static final String AMONG = "select id from (%s) as known where id = any($1)".formatted(KNOWN);

    /** Shared among all who ask so, as a replica of an earlier version does not. */
    private static final String HOLD = """
            select pg_advisory_xact_lock_shared(hashtext('inbox')), pg_advisory_xact_lock(hashtext(topic), partition)
            from unnest($1::text[], $2::integer[]) as held (topic, partition)
            """;

    private static final String STOP = "lock table inbox, taken in share row exclusive mode";

    private Taken() {}

    /**
     * Waits until nobody else has a transaction under way with records of the same partitions. An event comes by the same
     * partition each time.
     *
     * @param partitions in an order that is the same for all
     */
    static Uni<Void> hold(SqlConnection transaction, Collection<TopicPartition> partitions) {
        var topics = partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
        var numbers = partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(topics, numbers))
                .replaceWithVoid();
    }

    /** Those of the ids that come for the first time; from now on they are taken. */
    static Uni<Set<UUID>> take(SqlConnection transaction, Collection<UUID> ids) {
        return ask(transaction, TAKE, ids);
    }

    /** Those of the ids that are taken. */
    public static Uni<Set<UUID>> among(SqlConnection transaction, Collection<UUID> ids) {
        return ask(transaction, AMONG, ids);
    }

    /** Nothing is taken, in whatever version, until the transaction ends. */
    public static Uni<Void> stop(SqlConnection transaction) {
        return transaction.query(STOP).execute().replaceWithVoid();
    }

    /** In which tenth of a second since 1970 an id was made; for one that is no UUIDv7, a number that stays the same. */
    static long tenthOf(UUID id) {
        return (id.getMostSignificantBits() >>> Short.SIZE) / MILLIS_OF_A_TENTH;
    }

    private static Uni<Set<UUID>> ask(SqlConnection transaction, String sql, Collection<UUID> ids) {
        var each = ids.stream().distinct().toArray(UUID[]::new);
        var tenths = ids.stream().distinct().map(Taken::tenthOf).toArray(Long[]::new);
        return transaction.preparedQuery(sql).execute(Tuple.of(each, tenths)).map(Taken::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        var ids = new HashSet<UUID>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
