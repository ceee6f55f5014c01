package id.tanggap.reporting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests that were granted, each in the transaction of what it asked for; one that comes again changes nothing. */
public final class Granted {
    private static final String BEFORE = "select from granted where request = $1";
    private static final String NOW =
            "insert into granted (request, granted_at) values ($1, $2) on conflict do nothing";

    private Granted() {}

    /** @param request null when it cannot be known again */
    public static Uni<Boolean> before(SqlClient client, @Nullable UUID request) {
        return client.preparedQuery(BEFORE).execute(Tuple.of(request)).map(rows -> rows.size() > 0);
    }

    /** @param request null when it cannot be known again */
    public static Uni<Void> now(SqlConnection transaction, @Nullable UUID request, Instant now) {
        return request == null
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(NOW)
                        .execute(Tuple.of(request, now.atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
    }
}
