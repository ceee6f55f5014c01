package id.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

class GeneratedTest {

    private static final String PAGE = """
            before
            <!-- part -->
            old
            <!-- /part -->
            after
            """;

    @Test
    void replacesWhatStandsBetweenTheMarks() {
        assertThat(Generated.replaced(PAGE, "part", "new\n")).isEqualTo(PAGE.replace("old", "new"));
    }

    @Test
    void refusesAPageWithoutTheMarks() {
        assertThatThrownBy(() -> Generated.replaced(PAGE, "other", "new\n")).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisabledIfSystemProperty(named = "docs.write", matches = "true")
    void refusesAPageThatDiffersAndSaysHowToWriteIt() {
        assertThatThrownBy(() -> Generated.check("README.md", "another")).hasMessageContaining(Generated.COMMAND);
    }
}
