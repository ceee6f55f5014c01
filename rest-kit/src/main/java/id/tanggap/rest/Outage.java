package id.tanggap.rest;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a part that is away for now from a fault of ours: the caller may come again. */
final class Outage {
    /** SQLSTATE classes: connection (08), resources (53), an operator's stop (57). */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    static boolean is(Throwable failure) {
        return switch (failure) {
            case PgException e ->
                e.getSqlState() != null && PASSING.contains(e.getSqlState().substring(0, 2));
            case IOException _ -> true;
            case TimeoutException _ -> true;
            case io.smallrye.mutiny.TimeoutException _ -> true;
            case VertxException _ -> true;
            default -> failure.getCause() != null && is(failure.getCause());
        };
    }

    private Outage() {}
}
