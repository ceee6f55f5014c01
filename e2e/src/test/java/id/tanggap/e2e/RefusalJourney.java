package id.tanggap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes in wrong is refused at the front door in the words of RFC 9457, whichever part refuses it. */
@ExtendWith(RunningPlatform.Provided.class)
class RefusalJourney {
    private static final String COMPLAINTS = "/api/intake/v1/complaints";
    private static final String CASES = "/api/response/v1/cases";

    private final FrontDoor door;

    RefusalJourney(RunningPlatform platform) {
        door = new FrontDoor(platform);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"government":
            400 | {"government":"surakarta","channel":"WEB","text":"Singkat"}
            400 | {"government":"surakarta","channel":"WEB","category":"tidak-ada","text":"Kategori ini tidak dikenal."}
            400 | {"government":"atlantis","channel":"WEB","text":"Pemerintah ini tidak dikenal."}
            400 | {"government":"surakarta","channel":"PIGEON","text":"Kanal ini tidak dikenal."}
            """)
    void refusesABadComplaint(int status, String body) throws IOException, InterruptedException {
        refused(status, door.post(COMPLAINTS, body, Map.of()));
    }

    @Test
    void refusesABodyTooLarge() throws IOException, InterruptedException {
        refused(413, door.file(FrontDoor.complaint("a".repeat(100_000)), Map.of()));
    }

    @Test
    void refusesWhoBringsNoTokenOrAFalseOne() throws IOException, InterruptedException {
        refused(401, door.get(CASES, Map.of()));
        refused(401, door.get(CASES, Map.of("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")));
    }

    @Test
    void knowsNoStrangersCase() throws IOException, InterruptedException {
        refused(404, door.get(CASES + "/" + UUID.randomUUID(), door.as("admin.dishub.solo")));
    }

    @Test
    void tellsNothingToWhoGuessesASecret() throws IOException, InterruptedException {
        String number = door.file(FrontDoor.complaint("Rahasia aduan ini tidak ditebak."), Map.of())
                .orFail()
                .json()
                .path("number")
                .asText();

        FrontDoor.Answer wrongSecret =
                door.get(COMPLAINTS + "/" + number + "/timeline", Map.of("Tanggap-Secret", "2222-2222"));
        FrontDoor.Answer wrongNumber =
                door.get(COMPLAINTS + "/SKA-2222-2222/timeline", Map.of("Tanggap-Secret", "2222-2222"));

        refused(404, wrongSecret);
        assertThat(wrongSecret.text()).isEqualTo(wrongNumber.text());
    }

    private static void refused(int status, FrontDoor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("title").asText()).isNotBlank();
    }
}
