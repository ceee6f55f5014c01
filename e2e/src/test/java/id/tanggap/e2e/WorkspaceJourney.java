package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Days at the desks in a real browser: what is done there, what changes hands, and pages that are not for all. */
@ExtendWith(RunningPlatform.Provided.class)
class WorkspaceJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final FrontDoor door;

    WorkspaceJourney(RunningPlatform platform) {
        this.platform = platform;
        door = new FrontDoor(platform);
    }

    @Test
    void answersAComplaintAndLosesNothingThatWasTyped() throws IOException, InterruptedException {
        assertThat(travel("workspace").path("number").asText()).startsWith("SKA-");
    }

    @Test
    void receivesAtTheCounter() throws IOException, InterruptedException {
        assertThat(travel("counter").path("number").asText()).startsWith("SKA-");
    }

    @Test
    void handsComplaintsOver() throws IOException, InterruptedException {
        travel("handovers");
    }

    @Test
    void walksTheLoopOfTheRecapOnATablet() throws IOException, InterruptedException {
        assertThat(travel("recap").path("seal").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void takesOverThePast() throws IOException, InterruptedException {
        travel("import");
    }

    @Test
    void usesWhatAFileOffers() throws IOException, InterruptedException {
        JsonNode found = travel("file");
        assertThat(found.path("mostRows").asInt()).isBetween(1, 50);
        assertThat(found.path("keyToPaintMillis").asInt()).isLessThan(100);
    }

    @Test
    void worksOnATelephone() throws IOException, InterruptedException {
        travel("phone");
    }

    @Test
    void findsAtTheAgencyWhatTheGroupLeft() throws IOException, InterruptedException, SQLException {
        Browser.orSkip();
        JsonNode complaint = door.file(
                        FrontDoor.complaint("Jalan menuju pasar berlubang.")
                                .put("government", "karanganyar")
                                .putNull("category"),
                        Map.of())
                .orFail()
                .json();
        endTheGroupsTime(UUID.fromString(complaint.path("id").asText()));
        travel("group-silence", complaint.path("number").asText());
    }

    /** An hour of the group's working time cannot be waited for: its clock is turned back. */
    private void endTheGroupsTime(UUID complaint) throws IOException, InterruptedException, SQLException {
        try (Connection routing = DriverManager.getConnection(
                "jdbc:postgresql://" + platform.postgres() + "/routing",
                "routing",
                platform.secret("database.routing"))) {
            await().atMost(PATIENCE).until(() -> turnBack(routing, complaint) == 1);
        }
        // Whatever comes in has routing look at its clocks.
        door.file(FrontDoor.complaint("Aduan yang membangunkan jam."), Map.of()).orFail();
    }

    private static int turnBack(Connection routing, UUID complaint) throws SQLException {
        try (var statement = routing.prepareStatement("""
                with past as (
                    update clock set due_at = started_at where complaint_id = ? and rule = 'group-answer'
                    returning complaint_id, due_at
                )
                update cases set next_alarm_at = past.due_at from past where cases.complaint_id = past.complaint_id
                """)) {
            statement.setObject(1, complaint);
            return statement.executeUpdate();
        }
    }

    private JsonNode travel(String journey, String... more) throws IOException, InterruptedException {
        Path browser = Browser.orSkip();
        List<String> arguments = new ArrayList<>(List.of(platform.url(), "target/screenshots/" + journey));
        arguments.addAll(List.of(more));
        String output = Node.orSkip()
                .run(
                        Map.of("BROWSER", browser.toString(), "STAFF_PASSWORD", platform.secret("demo.password")),
                        "journey/" + journey + ".mjs",
                        arguments.toArray(String[]::new))
                .orFail()
                .output();
        return FrontDoor.JSON.readTree(output.lines().toList().getLast());
    }
}
