package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One complaint, filed and answered in a real browser, and what it leaves where others look for it. */
@ExtendWith(RunningPlatform.Provided.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintJourney {
    private static final String EMAIL = "wati.contoh@contoh.invalid";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningPlatform platform;
    private final FrontDoor door;
    private final JsonNode travelled;

    ComplaintJourney(RunningPlatform platform) throws IOException, InterruptedException {
        this.platform = platform;
        door = new FrontDoor(platform);
        travelled = travel();
    }

    private JsonNode travel() throws IOException, InterruptedException {
        Path browser = Browser.orSkip();
        String output = Node.orSkip()
                .run(
                        Map.of("BROWSER", browser.toString(), "STAFF_PASSWORD", platform.secret("demo.password")),
                        "journey/complaint-to-answer.mjs",
                        platform.url(),
                        "target/screenshots/complaint-to-answer",
                        EMAIL)
                .orFail()
                .output();
        return FrontDoor.JSON.readTree(output.lines().toList().getLast());
    }

    @Test
    void sendsTheCitizenTwoMails() throws IOException {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails()).hasSize(2));
        assertThat(mails()).allMatch(mail -> mail.contains(number()) && mail.contains(platform.url()));
    }

    @Test
    void standsInTheRecapThatTheHeadReads() throws IOException, InterruptedException {
        Map<String, String> head = door.as("kepala.solo");
        JsonNode answered =
                door.get("/api/response/v1/cases/" + id(), head).orFail().json();
        YearMonth month = YearMonth.from(
                Instant.parse(answered.path("receivedAt").asText()).atZone(ZoneId.of("Asia/Jakarta")));
        Map<String, String> csv = Map.of("Authorization", head.getOrDefault("Authorization", ""), "Accept", "text/csv");

        await().atMost(PATIENCE).untilAsserted(() -> {
            FrontDoor.Answer recap =
                    door.get("/api/reporting/v1/records/surakarta?month=" + month + "&audience=recap&format=csv", csv);
            assertThat(recap.status()).isEqualTo(200);
            assertThat(recap.text().lines())
                    .filteredOn(line -> line.contains(number()))
                    .singleElement()
                    .asString()
                    .contains(travelled.path("answer").asText());
        });
    }

    /** In each form in which the record book is taken along. */
    @ParameterizedTest
    @ValueSource(strings = {"format=csv", "format=csv&sep=comma", "format=csv&audience=recap", "format=xlsx"})
    void isKnownWhenTheBookIsSentInAgain(String form) throws IOException, InterruptedException {
        Map<String, String> analyst = door.as("analis.solo");
        String month = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();
        String records = "/api/reporting/v1/records/surakarta?month=" + month;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                door.get(records, analyst).orFail().json().path("rows"))
                        .isNotEmpty());
        byte[] book = door.download(records + "&" + form, analyst);

        Map<String, String> sender = new TreeMap<>(analyst);
        sender.put("Content-Type", "application/octet-stream");
        String kept = door.upload("/api/intake/v1/imports?name=buku", book, sender)
                .orFail()
                .json()
                .path("id")
                .asText();

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode checked =
                    door.get("/api/intake/v1/imports/" + kept, analyst).orFail().json();
            assertThat(checked.path("state").asText()).isEqualTo("CHECKED");
            assertThat(checked.path("source").asText()).isEqualTo("RECORD_BOOK");
            JsonNode rows = checked.path("rows");
            assertThat(rows.path("known").asInt())
                    .isPositive()
                    .isEqualTo(rows.path("total").asInt() - rows.path("empty").asInt());
        });
    }

    @Test
    void isOpenedAgainByTheObjection() throws IOException, InterruptedException {
        Map<String, String> coordinator = door.as("koordinator.solo");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(door.get("/api/routing/v1/cases/" + id(), coordinator)
                                .orFail()
                                .json()
                                .path("state")
                                .asText())
                        .isEqualTo("OBJECTED"));
    }

    @Test
    void isNotThereForAnotherAgency() throws IOException, InterruptedException {
        Map<String, String> other = door.as("admin.dlh.solo");

        FrontDoor.Answer answer = door.get("/api/response/v1/cases/" + id(), other);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(door.cases(other)).doesNotContainKey(number());
    }

    private String id() {
        return travelled.path("id").asText();
    }

    private String number() {
        return travelled.path("number").asText();
    }

    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(platform.mails())) {
            return files.filter(file -> file.toString().endsWith(EMAIL + ".eml"))
                    .map(Checkout.ROOT::relativize)
                    .map(Path::toString)
                    .map(Checkout::read)
                    .toList();
        }
    }
}
