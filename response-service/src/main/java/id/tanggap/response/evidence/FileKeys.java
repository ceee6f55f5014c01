package id.tanggap.response.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One key for each case that has files. */
@ApplicationScoped
class FileKeys {
    private static final String MAKE =
            "insert into file_key (case_id, wrapped_key) values ($1, $2) on conflict do nothing";
    private static final String FIND = "select wrapped_key from file_key where case_id = $1";

    private final EvidenceFiles files;

    FileKeys(EvidenceFiles files) {
        this.files = files;
    }

    /** The same for all who ask at once: the first one's. */
    Uni<byte[]> of(SqlClient client, UUID complaint) {
        return client.preparedQuery(MAKE)
                .execute(Tuple.of(complaint).addBuffer(Buffer.buffer(files.newKey(complaint))))
                .chain(() -> client.preparedQuery(FIND).execute(Tuple.of(complaint)))
                .map(rows -> rows.iterator().next().getBuffer("wrapped_key").getBytes());
    }
}
