package id.tanggap.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells faults that pass by themselves from faults that stay. */
public final class Transience {
    /**
     * SQLSTATE classes that pass: connection (08), rollback for a deadlock or serialisation (40), resources (53), lock
     * (55), an operator's stop (57), the system (58).
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private static final Set<String> DATA = Set.of("22", "23");

    public static boolean passes(Throwable failure) {
        return switch (failure) {
            case PgException e ->
                e.getSqlState() != null && (PASSING.contains(classOf(e)) || isReadOnly(e) || isOutdated(e));
            // The transaction was spoilt by a statement before.
            case TransactionRollbackException _ -> false;
            case VertxException _ -> true;
            // Jackson's faults are IOExceptions and stay all the same.
            case JsonProcessingException _ -> false;
            case IOException _ -> true;
            case TimeoutException _ -> true;
            case io.smallrye.mutiny.TimeoutException _ -> true;
            default -> failure.getCause() != null && passes(failure.getCause());
        };
    }

    /** True when PostgreSQL objects to what it was given (22, 23), at the latest on commit. */
    public static boolean isAboutTheData(Throwable failure) {
        return failure instanceof TransactionRollbackException
                || failure instanceof PgException e && e.getSqlState() != null && DATA.contains(classOf(e));
    }

    private static String classOf(PgException e) {
        return e.getSqlState().substring(0, 2);
    }

    /** During a fail-over the old server answers for a while but takes no writes. */
    private static boolean isReadOnly(PgException e) {
        return e.getSqlState().equals("25006");
    }

    /** A prepared statement met a table that was migrated meanwhile; it is prepared anew at the next attempt. */
    private static boolean isOutdated(PgException e) {
        return "RevalidateCachedQuery".equals(e.getRoutine());
    }

    private Transience() {}
}
