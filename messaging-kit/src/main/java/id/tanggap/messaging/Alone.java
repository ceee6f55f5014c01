package id.tanggap.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Long work at which one process is at a time, of all replicas. It holds an advisory lock, of the name's hash, on a connection
 * of its own, and what must not be done by two is done on that connection: who loses the lock can do no more of it, and
 * somebody else may begin.
 */
public final class Alone {
    private static final Logger LOG = Logger.getLogger(Alone.class);

    /** Whoever wishes to begin waits for whoever is just beginning, and then knows what came of it. */
    private static final String TAKE_TURNS = "select pg_advisory_lock(hashtext($1::text || ' begin'))";

    private static final String NEXT = "select pg_advisory_unlock(hashtext($1::text || ' begin'))";

    private static final String ENTER = "select pg_try_advisory_lock(hashtext($1))";
    private static final String LEAVE = "select pg_advisory_unlock_all()";

    private Alone() {}

    /** What became of the wish to begin. */
    public enum Begun {
        NOW,
        /** Nobody is at it, and there was no need. */
        NEEDLESS,
        /** Somebody is at it. */
        BY_ANOTHER
    }

    /**
     * Begins, though whoever asked hangs up.
     *
     * @param begin whether there is something to do; nobody else begins meanwhile
     * @param doing what is done then, on a thread that may block, and ends with {@link #last}
     */
    public static Uni<Begun> begin(
            Pool pool, String work, Function<SqlConnection, Uni<Boolean>> begin, Consumer<SqlConnection> doing) {
        var begun = pool.getConnection()
                .chain(connection -> begin(connection, work, begin)
                        .onItemOrFailure()
                        .call((now, _) -> now == Begun.NOW ? Uni.createFrom().voidItem() : leave(connection))
                        .invoke(now -> {
                            if (now == Begun.NOW) {
                                Infrastructure.getDefaultWorkerPool().execute(() -> run(connection, doing));
                            }
                        }));
        return Uni.createFrom().emitter(asked -> begun.subscribe().with(asked::complete, asked::fail));
    }

    private static Uni<Begun> begin(
            SqlConnection connection, String work, Function<SqlConnection, Uni<Boolean>> begin) {
        var name = Tuple.of(work);
        return connection
                .preparedQuery(TAKE_TURNS)
                .execute(name)
                .chain(() -> connection.preparedQuery(ENTER).execute(name))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? begin.apply(connection).map(needed -> needed ? Begun.NOW : Begun.NEEDLESS)
                        : Uni.createFrom().item(Begun.BY_ANOTHER))
                .call(() -> connection.preparedQuery(NEXT).execute(name));
    }

    private static void run(SqlConnection connection, Consumer<SqlConnection> doing) {
        try {
            doing.accept(connection);
        } catch (RuntimeException failure) {
            LOG.errorf("What was begun alone has ended: %s", Cause.of(failure));
        } finally {
            leave(connection).subscribe().with(_ -> {}, _ -> {});
        }
    }

    /** A connection that broke took the lock with it. */
    private static Uni<Void> leave(SqlConnection connection) {
        return connection
                .query(LEAVE)
                .execute()
                .chain(connection::close)
                .onFailure()
                .recoverWithUni(connection::close);
    }

    /** All of it or nothing, on a connection that one has. */
    public static <T> Uni<T> inTransaction(SqlConnection connection, Supplier<Uni<T>> work) {
        return connection
                .begin()
                .chain(transaction -> work.get()
                        .call(transaction::commit)
                        .onFailure()
                        .call(() -> transaction.rollback().onFailure().recoverWithNull()));
    }

    /** The end of it: when this stands, and not before, somebody else may begin. */
    public static <T> Uni<T> last(SqlConnection connection, Supplier<Uni<T>> work) {
        return inTransaction(
                connection, () -> work.get().call(() -> connection.query(LEAVE).execute()));
    }

    /**
     * SQL that is true while somebody is at it.
     *
     * @param work SQL that gives its name
     */
    public static String isUnderWay(String work) {
        return """
                exists (select from pg_locks
                        where locktype = 'advisory' and objsubid = 1
                          and database = (select oid from pg_database where datname = current_database())
                          and (classid::bigint << 32 | objid::bigint) = hashtext(%s))""".formatted(work);
    }
}
