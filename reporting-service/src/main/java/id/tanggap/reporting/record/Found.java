package id.tanggap.reporting.record;

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
 */
final class Found {
    /** How many are asked one after the other before the words are looked up. */
    private static final int NEAR = 3_000;
    /** What stands in more complaints, but not in the first ones, is not sorted; the book is passed over to its end. */
    private static final int FEW = 20_000;

    private static final String COMPLAINTS = "select found_complaints($1::text::tsquery, %d) as id".formatted(FEW + 1);

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

    /** @param read the first so many in this way */
    static Uni<RowSet<Row>> first(Pool pool, @Nullable Question asked, int most, Function<Way, Uni<RowSet<Row>>> read) {
        if (asked == null) {
            return read.apply(new Way("", "$16", "", null));
        }
        var tsquery = asked.tsquery();
        return read.apply(among(String.valueOf(NEAR), tsquery))
                .chain(near -> near.size() == most
                        ? Uni.createFrom().item(near)
                        : lookUp(pool, tsquery)
                                .chain(found -> read.apply(
                                        found.length > FEW
                                                ? among("all", tsquery)
                                                : new Way(THESE, "$16", "", found))));
    }

    private static Way among(String first, String tsquery) {
        return new Way("", first, WITH_THE_WORDS, tsquery);
    }

    private static Uni<UUID[]> lookUp(Pool pool, String tsquery) {
        return pool.preparedQuery(COMPLAINTS)
                .execute(Tuple.of(tsquery))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    private Found() {}
}
