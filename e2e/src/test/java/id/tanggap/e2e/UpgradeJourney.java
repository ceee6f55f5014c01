package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An installation of an earlier version, on which this one was started: it says what it said. This journey looks before all
 * others, which leave complaints of their own behind.
 */
@ExtendWith(RunningPlatform.Provided.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(UpgradeJourney.FIRST)
class UpgradeJourney {
    static final int FIRST = 1;
    private static final int BEFORE_ANYTHING_CHANGES = 1;
    private static final int WHEN_ALL_IS_COMPARED = 2;
    private static final int WHEN_ALL_IS_BUILT_ANEW = 3;
    private static final int WHEN_NOTHING_IS_LEFT_TO_ASK = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<Integer> TAKEN = Set.of(200, 202);
    private static final String SEPTEMBER = "recap-surakarta-2026-09.jsonl";
    private static final String PROVED = "terjawab";

    /** Sums of nothing, which came to zero again, are left out; the pages show what the others say. */
    private static final Set<String> COUNTED_ANEW = Set.of("rollup");

    /** Tables of the newest schemas that no kept set has a row of, and why. */
    private static final Map<String, String> WITHOUT_ROWS = Map.ofEntries(
            Map.entry("taken", "each id stood in inbox; of the next set it is asked"),
            Map.entry("decision", "requests had no key of their own; of the next set it is asked"),
            Map.entry("granted", "requests had no key of their own; of the next set it is asked"),
            Map.entry("disposition", "who was given a case was the desk's alone to know; of the next set it is asked"),
            Map.entry("outbox", "what is published is deleted"),
            Map.entry("outbox_refused", "of an event that Kafka refuses"),
            Map.entry("rollup_delta", "what is summed up is deleted"),
            Map.entry("rebuild", "of an earlier rebuilding only"),
            Map.entry("masking_anew", "nothing was masked anew yet; of the next set it is asked"),
            Map.entry("room", "goes within hours of its message"),
            Map.entry("letter", "what reached nobody was told nowhere; of the next set it is asked"),
            Map.entry("draft", "goes with the receipt, or after a week; versions before kept none"),
            Map.entry("attachment", "citizens attached nothing yet; of the next set it is asked"),
            Map.entry("attachment_claim", "citizens attached nothing yet; of the next set it is asked"),
            Map.entry("file_key", "evidence lay in its table until there were files; of the next set it is asked"),
            Map.entry("inbound_event", "no channel brought anything yet; of the next set it is asked"),
            Map.entry("conversation", "nobody wrote on a channel yet; of the next set it is asked"),
            Map.entry("conversation_entry", "nobody wrote on a channel yet; of the next set it is asked"),
            Map.entry("conversation_complaint", "nobody wrote on a channel yet; of the next set it is asked"),
            Map.entry("term", "of the dates the promised one alone was kept; of the next set it is asked"),
            Map.entry("dispatch_right", "nothing was switched for itself; of the next set it is asked"),
            Map.entry("past_label", "nobody was asked what labels mean; of the next set it is asked"),
            Map.entry("past_columns", "nobody was asked what columns mean; of the next set it is asked"),
            Map.entry(
                    "past_telling", "versions before did not keep which import told what; of the next set it is asked"),
            Map.entry("past_version", "versions before did not keep what was told; of the next set it is asked"),
            Map.entry("past_take_back", "nothing could be taken back; of the next set it is asked"),
            Map.entry("past_elsewhere", "no file was asked about; of the next set it is asked"),
            Map.entry("import_telling", "versions before did not tell by which import; of the next set it is asked"),
            Map.entry("import_take_back", "goes with the last complaint that is taken back"),
            Map.entry("complaint_search", "made of the words; of the next set it is asked"));

    private final RunningPlatform platform;
    private final FrontDoor door;
    private final KeptSet set;
    private final Told told;

    UpgradeJourney(RunningPlatform platform) throws IOException {
        this.platform = platform;
        door = new FrontDoor(platform);
        set = KeptSet.chosen();
        told = new Told(set, door);
        Assumptions.assumeTrue(platform.isRestored(), "a platform that was not started on a kept set");
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void startsOnIt() throws IOException, InterruptedException {
        assertThat(platform.tanggap("status").status()).isZero();
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void migratesEveryDatabaseToTheNewestVersion() throws IOException, SQLException {
        for (KeptDatabase database : KeptDatabase.all(set, platform)) {
            try (Connection connection = database.connect()) {
                assertThat(KeptDatabase.column(
                                connection,
                                "select version from flyway_schema_history where success and version <> ''"))
                        .as(database.name())
                        .containsExactlyInAnyOrderElementsOf(migrations(database.name()));
            }
        }
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void losesNoRow() throws IOException, SQLException {
        for (KeptDatabase database : KeptDatabase.all(set, platform)) {
            assertThat(database.fewer()).as(database.name()).isSubsetOf(COUNTED_ANEW);
        }
    }

    /** Every later table is in some set, so that what it holds is seen to survive. */
    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void knowsEveryTable() throws IOException, SQLException {
        for (KeptDatabase database : KeptDatabase.all(set, platform)) {
            Set<String> kept = new TreeSet<>(WITHOUT_ROWS.keySet());
            for (KeptSet any : KeptSet.all()) {
                kept.addAll(new KeptDatabase(any, platform, database.name()).tables());
            }
            try (Connection connection = database.connect()) {
                assertThat(kept).as(database.name()).containsAll(KeptDatabase.column(connection, KeptDatabase.TABLES));
            }
        }
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void saysWhatItSaid() throws IOException, InterruptedException {
        assertThat(told.differences()).isEmpty();
    }

    /** It moved out of the database: the same picture, sealed on the disk, with all that it had. */
    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void showsTheEvidenceItHad() throws IOException, InterruptedException, SQLException {
        try (Connection response = new KeptDatabase(set, platform, "response").connect()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    KeptDatabase.column(response, "select id from evidence where content is not null"))
                            .isEmpty());
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Invented.picture()));

        assertThat(told.evidence()).isNotEmpty().allSatisfy(file -> {
            BufferedImage now = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(now.getWidth()).isEqualTo(picture.getWidth());
            assertThat(now.getRGB(0, 0)).isEqualTo(picture.getRGB(0, 0));
        });
        try (Stream<Path> files = Files.walk(platform.data().resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("PNG", "IDAT"));
        }
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void verifiesWhatWasHandedOut() throws IOException, InterruptedException {
        assertThat(verify(set.file("proof.json"))).contains("UTUH");
        assertThat(verify(set.file(SEPTEMBER))).contains("UTUH");
    }

    @Test
    @Order(BEFORE_ANYTHING_CHANGES)
    void provesItAgain() throws IOException, InterruptedException {
        JsonNode proof = told.proof(PROVED);
        Path file = platform.data().resolve("proof.json");
        Files.writeString(file, proof.toString());

        assertThat(proof.path("root")).isEqualTo(set.json("proof.json").path("root"));
        assertThat(verify(file)).contains("UTUH");
    }

    /** From the topics, over whose records this version has not gone yet. */
    @Order(WHEN_ALL_IS_COMPARED)
    @ParameterizedTest
    @ValueSource(strings = {"response", "reporting"})
    void saysItStillWhenAllIsBuiltAnew(String service) throws IOException, InterruptedException {
        String rebuild = "/api/" + service + "/v1/admin/rebuild";
        assertThat(door.post(rebuild, "", door.as("operator")).status()).isIn(TAKEN);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.get(rebuild, door.as("operator"))
                                .json()
                                .path("state")
                                .asText())
                        .isEqualTo("DONE"));

        assertThat(told.differences("/api/" + service)).isEmpty();
    }

    /** A message that was sent is not sent again because the version is another. */
    @Test
    @Order(WHEN_ALL_IS_BUILT_ANEW)
    void notifiesNobodyAgain() throws IOException {
        try (Stream<Path> mails = Files.list(platform.mails())) {
            assertThat(mails).isEmpty();
        }
    }

    /** The alarms of the set were laid to sleep; one is woken. */
    @Test
    @Order(WHEN_NOTHING_IS_LEFT_TO_ASK)
    void goesOnWithACaseThatRan() throws IOException, InterruptedException, SQLException {
        JsonNode running = KeptStory.receipts(set).get("baru");
        String id = running == null ? "" : running.path("id").asText();
        new KeptDatabase(set, platform, "routing")
                .execute("update cases set next_alarm_at = received_at where complaint_id = '%s'".formatted(id));
        // Whatever comes in has routing look at its clocks.
        door.file(FrontDoor.complaint("Aduan yang membangunkan jam."), Map.of()).orFail();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.get("/api/routing/v1/cases/" + id, door.as("koordinator.solo"))
                                .json()
                                .path("clocks")
                                .findValuesAsText("missedAt"))
                        .anyMatch(missed -> missed.startsWith("20")));
    }

    private String verify(Path file) throws IOException, InterruptedException {
        return Commands.run(
                        Checkout.ROOT,
                        Map.of(),
                        List.of(Checkout.ROOT.resolve("tanggap").toString(), "verify", file.toString()))
                .orFail()
                .output();
    }

    private static List<String> migrations(String service) throws IOException {
        try (Stream<Path> own = Files.list(KeptDatabase.migrations(service));
                Stream<Path> shared = Files.list(KeptDatabase.MESSAGING)) {
            return Stream.concat(own, shared)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("V"))
                    .map(file -> file.replaceFirst("V(\\d+)__.*", "$1"))
                    .map(version -> MigrationVersion.fromVersion(version).getVersion())
                    .toList();
        }
    }
}
