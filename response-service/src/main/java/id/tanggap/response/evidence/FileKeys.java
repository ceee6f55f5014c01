package id.tanggap.response.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One key for each case that has files. */
@ApplicationScoped
class FileKeys {
    private static final String MAKE =
            "insert into file_key (case_id, wrapped_key) values ($1, $2) on conflict do nothing";
    private static final String FIND = "select wrapped_key from file_key where case_id = $1";

    private final Pool pool;
    private final EvidenceFiles files;

    FileKeys(Pool pool, EvidenceFiles files) {
        this.pool = pool;
        this.files = files;
    }

    /** The same for all who ask at once: the first one's. Committed before anything is sealed with it. */
    Uni<byte[]> of(UUID complaint) {
        return pool.preparedQuery(MAKE)
                .execute(Tuple.of(complaint).addBuffer(Buffer.buffer(files.newKey(complaint))))
                .chain(() -> pool.preparedQuery(FIND).execute(Tuple.of(complaint)))
                .map(rows -> rows.iterator().next().getBuffer("wrapped_key").getBytes());
    }
}
