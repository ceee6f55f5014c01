package id.tanggap.response.casefile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers that no event carries; see docs/adr/0008. */
@ApplicationScoped
class SecretAnswers {
    private final Pool pool;

    SecretAnswers(Pool pool) {
        this.pool = pool;
    }

    /** Null when there is no such secret complaint, or none that was answered. */
    Uni<@Nullable String> find(UUID id) {
        return pool.preparedQuery("select answer from desk_case where id = $1 and visibility = 'SECRET'")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("answer"));
    }
}
