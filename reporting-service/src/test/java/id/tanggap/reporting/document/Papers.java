package id.tanggap.reporting.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.Told;
import id.tanggap.testkit.Tokens;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The recap of Surakarta's October 2026 and its documents, as the people of the office deal with them. */
final class Papers {
    static final String RECAP = "/api/reporting/v1/recaps/surakarta/2026-10";

    static String path(DocumentKind kind) {
        return RECAP + "/versions/1/documents/" + kind.name().toLowerCase(Locale.ROOT);
    }

    static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Tokens.of("Siti " + role, "/surakarta", role))
                .contentType("application/json");
    }

    static void evaluate(String text) {
        as("analyst")
                .body(Map.of("version", 1, "text", text))
                .post(RECAP + "/evaluation")
                .then()
                .statusCode(200);
    }

    static void decideAndDispose(String text) {
        as("head")
                .body(Map.of("version", 1, "again", false))
                .post(RECAP + "/decision")
                .then()
                .statusCode(200);
        as("head")
                .body(Map.of("version", 1, "text", text))
                .post(RECAP + "/disposition")
                .then()
                .statusCode(200);
    }

    static void awaitReady(DocumentKind kind) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("head")
                        .get(path(kind))
                        .then()
                        .body("state", equalTo("READY"))
                        .body("outdated", equalTo(false)));
    }

    /** The document, once it is made; kept beside the other results of the build, to be looked at. */
    static byte[] made(DocumentKind kind, String name) throws IOException {
        as("head").post(path(kind)).then().statusCode(202);
        awaitReady(kind);
        var file = as("head").get(path(kind) + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo(kind.mediaType());
        var kept = Path.of("target/reports/" + name + "." + kind.name().toLowerCase(Locale.ROOT));
        Files.createDirectories(Path.of("target/reports"));
        Files.write(kept, file.asByteArray());
        return file.asByteArray();
    }

    static List<Told> someStories(int count) {
        var story = ComplaintStory.in("surakarta");
        var agencies = List.of("dpupr", "dlh", "dishub", "disdukcapil", "dinkes");
        var categories = List.of("jalan-rusak", "sampah", "lalu-lintas", "penerangan-jalan");
        var told = new ArrayList<Told>();
        IntStream.range(0, count).forEach(i -> {
            var it = story.another()
                    .receivedAt(story.receivedAt().plus(Duration.ofMinutes(17L * i)))
                    .about(
                            i % 9 == 0 ? null : categories.get(i % categories.size()),
                            Channel.values()[i % 5],
                            agencies.get(i % agencies.size()));
            told.addAll(i % 6 == 0 ? it.open() : it.answered(Duration.ofHours(3 + i % 90)));
            told.add(it.stepMet("receive"));
            if (i % 7 == 0) {
                told.add(it.stepMissed("distribute"));
                told.add(it.redelegated("dlh", 1));
            }
            if (i % 13 == 0) {
                told.add(it.deadlineMissed());
            }
            if (i % 4 == 1) {
                told.add(it.surveyedAfter(Duration.ofDays(1), 3 + i / 4 % 2, null));
            }
        });
        return told;
    }

    private Papers() {}
}
