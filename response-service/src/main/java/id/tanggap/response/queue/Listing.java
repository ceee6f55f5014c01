package id.tanggap.response.queue;

import id.tanggap.search.Lexemes;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The first cases of a list, all or those with the words that are looked for. What stands in many cases stands in the first few
 * of the list; what does not is looked up by the index of words, and sorted. So nothing depends on how common PostgreSQL
 * takes the words to be: of beginnings and phrases it knows nothing.
 *
 * @param conditions of the list, made anew for each statement
 * @param order in which it is read by an index
 * @param most how many are wanted
 */
record Listing(Pool pool, Supplier<Where> conditions, String order, int most) {
    private static final String ALL = "all";
    /** How many are asked one after the other before the words are looked up. */
    private static final int NEAR = 3_000;
    /** What stands in more cases, but not in the first ones, is not sorted; the list is passed over to its end. */
    private static final int FEW = 20_000;

    /** Cases whose words are of the version before have them as PostgreSQL cut them, until they are made anew. */
    private static final String BEFORE =
            "(websearch_to_tsquery('indonesian', %1$s) || websearch_to_tsquery('simple', %1$s))";

    private static final String CASES =
            "select found_cases($1, $2::text::tsquery, " + BEFORE.formatted("$3::text") + ", $4) as id";

    /** The planner takes these for a handful. */
    private static final String THESE = "c.id = any(array(select unnest(?::uuid[])))";

    /** Asked of each case by itself, which no index serves. */
    private static final String WITH_THE_WORDS =
            """
             where case when t.words @@ (
                select ('%1$s'::tsquery && asked.now) || (!!'%1$s'::tsquery && %2$s)
                from (select ?::text::tsquery as now, ?::text as typed) as asked)
            then true else false end
            """.formatted(Lexemes.IN_FORCE.replace("'", "''"), BEFORE.formatted("asked.typed"));

    Uni<RowSet<Row>> all() {
        return read(conditions.get(), String.valueOf(most), "");
    }

    Uni<RowSet<Row>> with(Question asked, String government) {
        return among(String.valueOf(NEAR), asked)
                .chain(near -> near.size() == most
                        ? Uni.createFrom().item(near)
                        : lookUp(asked, government)
                                .chain(found -> found.length > FEW
                                        ? among(ALL, asked)
                                        : read(conditions.get().and(THESE, (Object) found), String.valueOf(most), "")));
    }

    private Uni<RowSet<Row>> among(String first, Question asked) {
        var where = conditions.get();
        return read(where, first, where.numbered(WITH_THE_WORDS, asked.tsquery(), asked.typed()));
    }

    private Uni<RowSet<Row>> read(Where where, String first, String ofWords) {
        return pool.preparedQuery(
                        "select " + CaseRow.COLUMNS + " from (select c.* from desk_case c" + where + " order by "
                                + order + " limit " + first + ") c join case_text t on t.case_id = c.id" + ofWords
                                + " order by "
                                + order + " limit " + most)
                .execute(where.values());
    }

    private Uni<UUID[]> lookUp(Question asked, String government) {
        return pool.preparedQuery(CASES)
                .execute(Tuple.of(government, asked.tsquery(), asked.typed(), FEW + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }
}
