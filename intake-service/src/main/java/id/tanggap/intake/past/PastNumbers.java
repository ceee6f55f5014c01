package id.tanggap.intake.past;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Which complaints the house has, by the numbers that it gave them or took them over with. */
@ApplicationScoped
class PastNumbers {
    /** A recap sheet's number is the beginning of the fingerprint that the complaint is known by. */
    private static final String KNOWN = """
            select exists (select from complaint where number = $2 and government = $1)
                or exists (select from past_complaint
                           where government = $1 and source = 'RECORD_BOOK' and source_id = $2)
                or exists (select from past_complaint
                           where government = $1 and source = 'SP4N' and source_id = substring($2 from '^SP4N-(.*)$'))
                or exists (select from past_complaint
                           where government = $1 and source = 'RECAP_SHEET'
                             and source_id between lower(substring($2 from '-R-([0-9A-F]{10})$'))
                                               and lower(substring($2 from '-R-([0-9A-F]{10})$')) || 'g') as known
            """;

    private final Pool pool;

    PastNumbers(Pool pool) {
        this.pool = pool;
    }

    /** Whether the government has a complaint of this number; blocks. */
    boolean has(String government, String number) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(government, number))
                .map(rows -> rows.iterator().next().getBoolean("known"))
                .await()
                .indefinitely();
    }
}
