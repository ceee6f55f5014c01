package id.tanggap.response.casefile;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again, because the answer was lost, is done once. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class RepeatTest {
    private static final int TIMES = 6;

    private final DeskFixture desk = new DeskFixture("ulang-" + UUID.randomUUID());

    /** Each on a case that the steps before it have brought to where it can be done. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            accept              | {}                              | NONE
            information-request | {"question":"Di sisi jalan yang mana?"} | ACCEPTED
            answer              | {"text":"Lampu kami ganti."}    | ACCEPTED
            resolution          | {}                              | ANSWERED
            notes               | {"text":"Sudah kami telepon."}  | ACCEPTED
            """)
    void isDoneOnceThoughSentSixTimesAtOnce(String act, String body, String before)
            throws InterruptedException, ExecutionException {
        var complaint = begin(before);
        var key = UUID.randomUUID().toString();

        try (var senders = Executors.newFixedThreadPool(TIMES)) {
            var answers = IntStream.range(0, TIMES)
                    .mapToObj(_ -> senders.submit(() -> post(desk.admin(), complaint, act, body, key)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        var file = desk.admin().get(CASES + complaint).then();
        if (act.equals("notes")) {
            file.body("notes", hasSize(1));
        } else {
            file.body("timeline.findAll { it.what == '" + happened(act) + "' }", hasSize(1));
        }
    }

    @Test
    void isAnotherRequestWithOtherWordsAnotherKeyOrOfAnotherPerson() {
        var complaint = begin("ACCEPTED");
        post(desk.admin(), complaint, "notes", "{\"text\":\"Satu.\"}", "kunci");
        post(desk.admin(), complaint, "notes", "{\"text\":\"Satu.\"}", "kunci");
        post(desk.admin(), complaint, "notes", "{\"text\":\"Dua.\"}", "kunci");
        post(desk.admin(), complaint, "notes", "{\"text\":\"Satu.\"}", "kunci lain");
        post(desk.otherAdmin(), complaint, "notes", "{\"text\":\"Satu.\"}", "kunci");

        desk.admin().get(CASES + complaint).then().body("notes", hasSize(4));
    }

    private UUID begin(String before) {
        var complaint = desk.dispatch();
        if (!before.equals("NONE")) {
            desk.admin().post(CASES + complaint + "/accept").then().statusCode(200);
        }
        if (before.equals("ANSWERED")) {
            with(desk.admin(), Map.of("text", "Lampu kami ganti."))
                    .post(CASES + complaint + "/answer")
                    .then()
                    .body("status", equalTo("ANSWERED"));
        }
        return complaint;
    }

    private static Response post(RequestSpecification who, UUID complaint, String act, String body, String key) {
        return who.header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(CASES + complaint + "/" + act);
    }

    private static String happened(String act) {
        return switch (act) {
            case "accept" -> "ACCEPT";
            case "information-request" -> "REQUEST_INFORMATION";
            case "answer" -> "PUBLISH";
            default -> "RESOLVE";
        };
    }
}
