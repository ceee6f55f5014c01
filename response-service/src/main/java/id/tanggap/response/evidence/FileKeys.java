package id.tanggap.response.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** One key for each case that has files. */
@ApplicationScoped
class FileKeys {
    private static final String MAKE =
            "insert into file_key (case_id, wrapped_key) values ($1, $2) on conflict do nothing";
    private static final String FIND = "select wrapped_key from file_key where case_id = $1";

    private static final String SOME = "select case_id, wrapped_key from file_key limit 5";

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

    /** Fails when there are keys and none of some is of this master key: new ones beside them would be lost with it. */
    Uni<Void> verify() {
        return pool.query(SOME).execute().map(rows -> {
            var known = StreamSupport.stream(rows.spliterator(), false)
                    .anyMatch(row -> files.knows(
                            row.getUUID("case_id"), row.getBuffer("wrapped_key").getBytes()));
            if (rows.size() > 0 && !known) {
                throw new IllegalStateException(
                        "TANGGAP_FILES_MASTER_KEY is not the one that the files of this database were sealed with");
            }
            return null;
        });
    }
}
