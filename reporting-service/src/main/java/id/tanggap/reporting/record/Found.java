package id.tanggap.reporting.record;

import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The complaints in which the words are that are looked for. Where they are few, these are taken and sorted; where they are
 * many, the record book is read in its order and each complaint asked whether it has the words. PostgreSQL cannot tell
 * beforehand which it is.
 *
 * @param condition of the record book, on the parameter ${@value #PARAMETER}
 * @param value of that parameter
 */
record Found(String condition, @Nullable Object value) {
    static final int PARAMETER = 17;
    /** Sorting so many takes as long as passing over all that lie between so many. */
    private static final int FEW = 5_000;

    private static final String COMPLAINTS = "select found_complaints($1::text::tsquery, %d) as id".formatted(FEW + 1);

    static final String EVERY = "and $17::text is null";
    /** The planner takes these for a handful, and half of all complaints for those that have the words. */
    static final String THESE = "and complaint_id = any(array(select unnest($17::uuid[])))";

    static final String WITH_THE_WORDS = """
            and case when exists (
                    select from complaint_search as told
                    where told.complaint_id = complaint_fact.complaint_id and told.words @@ $17::text::tsquery)
                then true else false end""";

    static Uni<Found> by(Pool pool, @Nullable Question asked) {
        return asked == null
                ? Uni.createFrom().item(new Found(EVERY, null))
                : pool.preparedQuery(COMPLAINTS)
                        .execute(Tuple.of(asked.tsquery()))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("id"))
                                .toArray(UUID[]::new))
                        .map(few ->
                                few.length > FEW ? new Found(WITH_THE_WORDS, asked.tsquery()) : new Found(THESE, few));
    }
}
