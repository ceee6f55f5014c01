package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A citizen with a small telephone: without scripts, by keyboard, on a slow line. */
@ExtendWith(RunningPlatform.Provided.class)
class CitizenJourney {
    private static final int MOST_BYTES = 25_000;
    private static final int MOST_MILLIS = 2_000;

    private final RunningPlatform platform;

    CitizenJourney(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void reachesEveryPageAndSoon() throws IOException, InterruptedException {
        Path browser = Browser.orSkip();
        String output = Node.orSkip()
                .run(
                        Map.of("BROWSER", browser.toString()),
                        "journey/citizen.mjs",
                        platform.url(),
                        "target/screenshots/citizen")
                .orFail()
                .output();
        JsonNode visits =
                FrontDoor.JSON.readTree(output.lines().toList().getLast()).path("visits");

        assertThat(visits).isNotEmpty().allSatisfy(visit -> {
            assertThat(visit.path("bytes").asInt()).as("%s", visits).isLessThanOrEqualTo(MOST_BYTES);
            assertThat(visit.path("millis").asInt()).as("%s", visits).isLessThanOrEqualTo(MOST_MILLIS);
        });
    }
}
