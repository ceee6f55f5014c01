package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The local run starts the parts of the one list, on their ports, and tells them what the other descriptions tell. */
@ExtendWith(RunningPlatform.Provided.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a process does not show its environment")
class LocalRunJourney {
    private final RunningPlatform platform;

    LocalRunJourney(RunningPlatform platform) {
        this.platform = platform;
    }

    static Stream<Part> parts() {
        return Part.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void tellsAPartWhatItNeeds(Part part) throws IOException {
        Set<String> given = new TreeSet<>(platform.environment(part.name()).keySet());
        given.removeIf(name -> System.getenv().containsKey(name) || !name.matches("(TANGGAP|KAFKA|QUARKUS)_.*"));

        assertThat(part.findingsIn(part.name(), given)).isEmpty();
        assertThat(platform.environment(part.name()))
                .containsEntry("QUARKUS_HTTP_PORT", Integer.toString(platform.port(part)));
    }
}
