package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {
    /** A key of a properties file, or an expression in a value. */
    private static final Pattern NAME = Pattern.compile("(?m)^%?([a-z][\\w.\"-]*)\\s*=|\\$\\{([\\w.-]+)");

    static Stream<Part> parts() {
        return Part.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void readsWhatItIsTold(Part part) {
        Set<String> read = Stream.of(
                        part.module() + "/src/main/resources/application.properties",
                        "rest-kit/src/main/resources/META-INF/microprofile-config.properties",
                        "messaging-kit/src/main/resources/META-INF/microprofile-config.properties")
                .filter(file -> !part.name().equals("edge") || file.startsWith("edge"))
                .map(Checkout::read)
                .flatMap(text -> NAME.matcher(text).results())
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .map(PartTest::variable)
                .collect(Collectors.toSet());

        Set<String> ours = new TreeSet<>(part.needed());
        ours.removeIf(variable -> variable.startsWith("QUARKUS_"));

        assertThat(read).containsAll(ours);
    }

    /** What the edge turns away the service never sees, and it alone says what is wrong in words of its own. */
    @ParameterizedTest
    @CsvSource({"attachment, intake-service", "evidence, response-service"})
    void isSentAsMuchAsItTakes(String guard, String module) {
        String taken = value(module, "quarkus.http.limits.max-body-size");

        assertThat(value("edge", "tanggap.edge.guards." + guard + ".max-body")).isEqualTo(taken);
    }

    private static String value(String module, String property) {
        return Checkout.read(module + "/src/main/resources/application.properties")
                .lines()
                .filter(line -> line.startsWith(property + "="))
                .map(line -> line.substring(property.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void hasAModule(Part part) {
        Path module = Checkout.ROOT.resolve(part.module());

        assertThat(Files.exists(module.resolve("pom.xml"))).isTrue();
    }

    @Test
    void findsAMissingAndAnUnknownVariable() {
        Part routing = Part.ALL.get(2);
        Set<String> given = new TreeSet<>(routing.needed());
        given.remove("TANGGAP_POSTGRES");
        given.add("TANGGAP_POSTGRESS");

        assertThat(routing.findingsIn("here", given))
                .containsExactly(
                        "here: misses the variable TANGGAP_POSTGRES", "here: knows no variable TANGGAP_POSTGRESS");
    }

    /** The environment's spelling of a property. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
