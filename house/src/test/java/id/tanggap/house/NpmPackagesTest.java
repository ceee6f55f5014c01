package id.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What several modules take from npm is one thing: a tool that two of them use judges both alike. */
class NpmPackagesTest {

    private static final Pattern NEEDS = Pattern.compile("ependencies\": \\{([^}]*)}");
    private static final Pattern PACKAGE = Pattern.compile("\"([^\"]+)\": \"([^\"]+)\"");
    private static final String EXACT = "\\d+\\.\\d+\\.\\d+";

    private static final Map<String, Set<String>> VERSIONS = Checkout.files("package.json").stream()
            .flatMap(path -> NEEDS.matcher(Checkout.read(path)).results())
            .flatMap(needs -> PACKAGE.matcher(needs.group(1)).results())
            .collect(Collectors.groupingBy(
                    named -> named.group(1), Collectors.mapping(named -> named.group(2), Collectors.toSet())));

    @Test
    void areOfOneExactVersionEach() {
        assertThat(VERSIONS).containsKeys("typescript", "vitest", "playwright-core");
        assertThat(VERSIONS)
                .allSatisfy((_, versions) ->
                        assertThat(versions).singleElement().asString().matches(EXACT));
    }
}
