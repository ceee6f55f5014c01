package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the project says what is true. Each check is given a page that does not, too. */
class DocsTest {

    @Test
    void namesOnlyTypesAndFilesThatExist() {
        assertThat(Page.all()).flatExtracting(Truth::untrueNames).isEmpty();
    }

    @Test
    void linksOnlyToWhatIsThere() {
        assertThat(Page.all()).flatExtracting(Truth::deadLinks).isEmpty();
    }

    @Test
    void refersOnlyToDecisionsThatAreWritten() {
        assertThat(Page.all()).flatExtracting(Truth::unwrittenDecisions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dispatching", "desk/Lifecycles", "@Nullably", "Dispatching.send", "Vanished(1)", "Vanished.tsx"
            })
    void refusesAnInventedName(String name) {
        assertThat(Truth.untrueNames(page("Read `%s` first.".formatted(name)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Checkout", "docs/Page", "@Nullable", "Checkout.read", "InstantSource", "lower", "A-B", "ETag"})
    void knowsWhatExistsAndWhatIsNoType(String name) {
        assertThat(Truth.untrueNames(page("Read `%s` first.".formatted(name)))).isEmpty();
    }

    @Test
    void leavesExamplesAlone() {
        assertThat(Truth.untrueNames(page("""
                ```java
                `Invented`
                ```
                """))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gone.md",
                "../gone",
                "../../outside",
                "architecture.md#the-cellar",
                "#elsewhere",
                "../pom.xml#L100000",
                "../pom.xml#here"
            })
    void refusesALinkThatLeadsNowhere(String link) {
        assertThat(Truth.deadLinks(page("# Here\n[there](%s)".formatted(link)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "architecture.md",
                "../governments",
                "architecture.md#the-house",
                "#here-and-now",
                "#here-and-now-1",
                "../pom.xml#L1",
                "https://example.org"
            })
    void followsALinkThatLeadsSomewhere(String link) {
        assertThat(Truth.deadLinks(page("# Here, and `now`\n## Here and now\n[there](%s)".formatted(link))))
                .isEmpty();
    }

    @Test
    void refusesADecisionThatIsNotWritten() {
        assertThat(Truth.unwrittenDecisions(page("See ADR 1, 4711."))).hasSize(1);
    }

    private static Page page(String text) {
        return new Page("docs/imagined.md", text);
    }
}
