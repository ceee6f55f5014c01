package id.tanggap.response.queue;

import id.tanggap.search.Depth;
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

    /** Cases whose words are of the version before have them as PostgreSQL cut them, until they are made anew. */
    private static final String BEFORE =
            "(websearch_to_tsquery('indonesian', %1$s) || websearch_to_tsquery('simple', %1$s))";

    private static final String CASES = "select found_cases($1, $2::text[]::tsquery[], $3::text::tsquery, "
            + BEFORE.formatted("$4::text") + ", " + (Depth.FEW + 1) + ") as id";

    private static final String ABOUT = "select reltuples from pg_class where oid = 'case_text'::regclass";

    /** The planner takes these for a handful. */
    private static final String THESE = "c.id = any(array(select unnest(?::uuid[])))";

    /** Asked of each case by itself, which no index serves. */
    private static final String WITH_THE_WORDS =
            """
             where case when t.words @@ '%s'::tsquery
                then t.words @@ (select ?::text::tsquery)
                else t.words @@ (select %s from (select ?::text as typed) as asked) end
            """.formatted(Lexemes.OURS.replace("'", "''"), BEFORE.formatted("asked.typed"));

    Uni<RowSet<Row>> all() {
        return read(conditions.get(), String.valueOf(most), "");
    }

    Uni<RowSet<Row>> with(Question asked, String government) {
        var depth = new Depth(most);
        return among(String.valueOf(depth.near()), asked)
                .chain(near -> isFull(near)
                        ? Uni.createFrom().item(near)
                        : about().chain(all -> further(depth.filling(near.size(), all), asked, government)));
    }

    private Uni<RowSet<Row>> further(int first, Question asked, String government) {
        return first == 0
                ? lookUp(asked, government)
                : among(String.valueOf(first), asked)
                        .chain(read -> isFull(read) ? Uni.createFrom().item(read) : lookUp(asked, government));
    }

    /** How many cases there are, as PostgreSQL last counted them; less than none if it never did. */
    private Uni<Float> about() {
        return pool.preparedQuery(ABOUT)
                .execute()
                .map(rows -> rows.iterator().next().getFloat(0));
    }

    private Uni<RowSet<Row>> lookUp(Question asked, String government) {
        return found(asked, government)
                .chain(found -> found.length > Depth.FEW
                        ? among(ALL, asked)
                        : read(conditions.get().and(THESE, (Object) found), String.valueOf(most), ""));
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

    private Uni<UUID[]> found(Question asked, String government) {
        return pool.preparedQuery(CASES)
                .execute(Tuple.of(government, asked.lookedUp().toArray(String[]::new), asked.tsquery(), asked.typed()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    private boolean isFull(RowSet<Row> rows) {
        return rows.size() == most;
    }
}
