package id.tanggap.search;

import static java.util.Objects.requireNonNull;

import id.tanggap.testkit.Platform;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks PostgreSQL. */
final class Search {
    private static final Connection POSTGRES = connect();

    /** Whether a case with this number and these words is found by what is typed. */
    static boolean finds(String typed, String number, @Nullable String... words) {
        var question = Question.of(typed);
        return question == null || matches(Lexemes.of(number, words), question.tsquery());
    }

    /** Whether an index would find it. */
    static boolean looksUp(String typed, String number, @Nullable String... words) {
        var asked = requireNonNull(Question.of(typed)).lookedUp();
        return matches(Lexemes.of(number, words), String.join(" & ", asked));
    }

    private static boolean matches(String lexemes, String tsquery) {
        try (var statement = POSTGRES.prepareStatement("select ?::text::tsvector @@ ?::text::tsquery")) {
            statement.setString(1, lexemes);
            statement.setString(2, tsquery);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        } catch (SQLException refused) {
            throw new AssertionError(tsquery + " of " + lexemes, refused);
        }
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://" + Platform.postgres().address() + "/postgres", "postgres", "postgres");
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private Search() {}
}
