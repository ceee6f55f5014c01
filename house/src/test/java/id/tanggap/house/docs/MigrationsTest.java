package id.tanggap.house.docs;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.house.Checkout;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number that is missing among a service's migrations looks like one that was lost, unless its README says otherwise. */
class MigrationsTest {

    private static final Pattern VERSION = Pattern.compile(".*/V(\\d+)__[^/]+\\.sql");

    static List<String> services() {
        return Modules.read().services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void explainsEveryGap(String service) {
        var readme = Checkout.read(service + "/README.md");

        assertThat(gaps(Checkout.files(".sql").stream()
                        .filter(path -> path.startsWith(service + "/src/main/"))
                        .toList()))
                .allSatisfy(version -> assertThat(readme).contains("`V" + version + "`"));
    }

    @Test
    void findsTheGaps() {
        assertThat(gaps(List.of("a/V1__first.sql", "a/V4__fourth.sql", "a/V2__second.sql", "a/undo.sql")))
                .containsExactly(3);
    }

    private static List<Integer> gaps(List<String> files) {
        var versions = files.stream()
                .map(VERSION::matcher)
                .filter(version -> version.matches())
                .map(version -> Integer.valueOf(version.group(1)))
                .toList();
        return IntStream.range(1, Collections.max(versions))
                .boxed()
                .filter(version -> !versions.contains(version))
                .toList();
    }
}
