package id.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret is asked of {@code Visibility}; statements ask the generated column that says the same (ADR 20). */
class SecrecyTest {
    private static final Pattern DECIDES = Pattern.compile(
            "(?-i:['\"]SECRET['\"])|\\bvisibility\\s+(not\\s+in|in|like|is\\s+(not\\s+)?(null|distinct))\\b|\\bvisibility\\s*(=|<>|!=)\\s*'",
            Pattern.CASE_INSENSITIVE);

    /** Where the columns are defined. */
    private static final List<String> HOMES = List.of(
            "reporting-service/src/main/resources/db/migration/V11__secret.sql",
            "response-service/src/main/resources/db/migration/V4__secret.sql");

    @Test
    void isDecidedInNoStatement() {
        assertThat(statements().filter(path -> !HOMES.contains(path)).filter(path -> decides(Checkout.read(path))))
                .isEmpty();
    }

    @Test
    void isDecidedWhereTheColumnsAreDefined() {
        assertThat(HOMES).allMatch(path -> decides(Checkout.read(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where visibility <> 'PUBLIC'",
                "where c.visibility = 'ANONYMOUS'",
                "and visibility in ('PUBLIC', 'ANONYMOUS')",
                "VISIBILITY NOT IN ('PUBLIC')",
                "case v when 'SECRET' then 1 end",
                "where visibility is null",
                "visibility.name().equals(\"SECRET\")"
            })
    void findsAStatementThatDecides(String statement) {
        assertThat(decides(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where not secret",
                "visibility = excluded.visibility, category = excluded.category",
                "select visibility, category from complaint_fact",
                "visibility text not null default 'PUBLIC'"
            })
    void leavesAStatementThatCarriesItOn(String statement) {
        assertThat(decides(statement)).isFalse();
    }

    private static boolean decides(String text) {
        return DECIDES.matcher(text).find();
    }

    private static Stream<String> statements() {
        return Stream.of(".java", ".sql")
                .flatMap(ending -> Checkout.files(ending).stream())
                .filter(path -> path.contains("/src/main/"));
    }
}
