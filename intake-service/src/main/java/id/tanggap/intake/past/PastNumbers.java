package id.tanggap.intake.past;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which complaints the house has, by the numbers that it gave them or took them over with. */
@ApplicationScoped
class PastNumbers {
    /** A recap sheet's number is the beginning of the fingerprint that the complaint is known by. */
    private static final String KNOWN = """
            select asked from unnest($2::text[]) as asked
            where exists (select from complaint where number = asked and government = $1)
               or exists (select from past_complaint
                          where government = $1 and source = 'RECORD_BOOK' and source_id = asked)
               or exists (select from past_complaint
                          where government = $1 and source = 'SP4N' and source_id = substring(asked from '^SP4N-(.*)$'))
               or exists (select from past_complaint
                          where government = $1 and source = 'RECAP_SHEET'
                            and source_id between lower(substring(asked from '-R-([0-9A-F]{10})$'))
                                              and lower(substring(asked from '-R-([0-9A-F]{10})$')) || 'g')
            """;

    private final Pool pool;

    PastNumbers(Pool pool) {
        this.pool = pool;
    }

    /** Those of the numbers that complaints of the government have; blocks. */
    Set<String> among(String government, Set<String> numbers) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(government).addArrayOfString(numbers.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("asked"))
                        .collect(Collectors.toSet()))
                .await()
                .indefinitely();
    }
}
