package id.tanggap.response.queue;

import id.tanggap.search.Lexemes;
import id.tanggap.search.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The cases in which the words are that are looked for. Where they are few, these are taken and sorted; where they are many,
 * the list is read in its order and each case asked whether it has the words. PostgreSQL cannot tell beforehand which it is.
 */
final class Found {
    /** Sorting so many takes as long as passing over all that lie between so many. */
    private static final int FEW = 5_000;

    /** Cases whose words are of the version before have them as PostgreSQL cut them, until they are made anew. */
    private static final String ASKED = """
            (?::text::tsquery
             || (!!'%s'::tsquery && (websearch_to_tsquery('indonesian', ?) || websearch_to_tsquery('simple', ?))))
            """.formatted(Lexemes.IN_FORCE.replace("'", "''"));

    private static final String CASES = "select found_cases($4, " + numbered(ASKED) + ", " + (FEW + 1) + ") as id";

    /** The planner takes these for a handful, and half of all cases for those that have the words. */
    private static final String THESE = "c.id = any(array(select unnest(?::uuid[])))";

    private static final String WITH_THE_WORDS = "case when t.words @@ " + ASKED + " then true else false end";

    /** Leaves in the list what has the words; all when none are looked for. */
    static Uni<Void> narrow(Pool pool, Where where, String government, @Nullable Question asked) {
        return asked == null
                ? Uni.createFrom().voidItem()
                : few(pool, government, asked)
                        .invoke(few -> {
                            if (few.length > FEW) {
                                where.and(WITH_THE_WORDS, asked.tsquery(), asked.typed(), asked.typed());
                            } else {
                                where.and(THESE, (Object) few);
                            }
                        })
                        .replaceWithVoid();
    }

    private static Uni<UUID[]> few(Pool pool, String government, Question asked) {
        return pool.preparedQuery(CASES)
                .execute(Tuple.of(asked.tsquery(), asked.typed(), asked.typed(), government))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    private static String numbered(String condition) {
        var numbered = condition;
        for (var number = 1; numbered.contains("?"); number++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + number);
        }
        return numbered;
    }

    private Found() {}
}
