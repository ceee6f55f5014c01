package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day at the desks in a real browser: division and agency, two editors, a lost session, pages that are not for all. */
@ExtendWith(RunningPlatform.Provided.class)
class WorkspaceJourney {
    private final RunningPlatform platform;

    WorkspaceJourney(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void answersAComplaintAndLosesNothingThatWasTyped() throws IOException, InterruptedException {
        Path browser = Browser.orSkip();
        String output = Node.orSkip()
                .run(
                        Map.of("BROWSER", browser.toString(), "STAFF_PASSWORD", platform.secret("demo.password")),
                        "journey/workspace.mjs",
                        platform.url(),
                        "target/screenshots/workspace")
                .orFail()
                .output();
        JsonNode done = FrontDoor.JSON.readTree(output.lines().toList().getLast());
        assertThat(done.path("number").asText()).startsWith("SKA-");
    }
}
