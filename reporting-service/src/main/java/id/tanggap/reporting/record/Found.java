package id.tanggap.reporting.record;

import id.tanggap.search.Depth;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The first complaints of the record book in which the words are that are looked for. What stands in many stands in the first
 * few; what does not is looked up by the index of words, and sorted. So nothing depends on how common PostgreSQL takes the
 * words to be: of beginnings and phrases it knows nothing.
 *
 * @param most how many are wanted
 * @param read reads the record book in this way
 */
record Found(Pool pool, Question asked, int most, Function<Found.Way, Uni<RowSet<Row>>> read) {
    private static final String COMPLAINTS =
            "select found_complaints($1::text[]::tsquery[], $2::text::tsquery, %d) as id".formatted(Depth.FEW + 1);

    private static final String ABOUT = "select reltuples from pg_class where oid = 'complaint_search'::regclass";

    /** The planner takes these for a handful. */
    private static final String THESE = "and complaint_id = any(array(select unnest($17::uuid[])))";

    /** Asked of each complaint by itself, which no index serves. */
    private static final String WITH_THE_WORDS = """
            where case when exists (
                    select from complaint_search as told
                    where told.complaint_id = listed.complaint_id and told.words @@ (select $17::text::tsquery))
                then true else false end""";

    /**
     * How the record book is read.
     *
     * @param amongThese a condition on what is listed
     * @param first how many are listed
     * @param withWords a condition on what was listed
     * @param parameter of one of the conditions, behind all others
     */
    record Way(
            String amongThese,
            String first,
            String withWords,
            @Nullable Object parameter) {
        Tuple addTo(Tuple values) {
            var all = Tuple.tuple();
            for (var i = 0; i < values.size(); i++) {
                all.addValue(values.getValue(i));
            }
            return parameter == null ? all : all.addValue(parameter);
        }
    }

    /** @param asked null when nothing is looked for */
    static Uni<RowSet<Row>> first(Pool pool, @Nullable Question asked, int most, Function<Way, Uni<RowSet<Row>>> read) {
        return asked == null ? read.apply(new Way("", "$16", "", null)) : new Found(pool, asked, most, read).first();
    }

    private Uni<RowSet<Row>> first() {
        var depth = new Depth(most);
        return among(String.valueOf(depth.near()))
                .chain(near -> isFull(near)
                        ? Uni.createFrom().item(near)
                        : about().chain(all -> further(depth.filling(near.size(), all))));
    }

    private Uni<RowSet<Row>> further(int first) {
        return first == 0
                ? lookUp()
                : among(String.valueOf(first))
                        .chain(read -> isFull(read) ? Uni.createFrom().item(read) : lookUp());
    }

    /** How many complaints there are, as PostgreSQL last counted them; less than none if it never did. */
    private Uni<Float> about() {
        return pool.preparedQuery(ABOUT)
                .execute()
                .map(rows -> rows.iterator().next().getFloat(0));
    }

    private Uni<RowSet<Row>> lookUp() {
        return found().chain(found ->
                found.length > Depth.FEW ? among("all") : read.apply(new Way(THESE, "$16", "", found)));
    }

    private Uni<RowSet<Row>> among(String first) {
        return read.apply(new Way("", first, WITH_THE_WORDS, asked.tsquery()));
    }

    private Uni<UUID[]> found() {
        return pool.preparedQuery(COMPLAINTS)
                .execute(Tuple.of(asked.lookedUp().toArray(String[]::new), asked.tsquery()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    private boolean isFull(RowSet<Row> rows) {
        return rows.size() == most;
    }
}
