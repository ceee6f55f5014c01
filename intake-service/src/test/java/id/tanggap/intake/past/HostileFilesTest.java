package id.tanggap.intake.past;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tanggap.intake.Surroundings;
import id.tanggap.intake.past.PastImport.State;
import id.tanggap.intake.past.file.HostileFile;
import id.tanggap.intake.past.file.HostileFile.Ending;
import id.tanggap.intake.past.reading.PastFixture;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to harm, sent through the door that officers use. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class HostileFilesTest {
    private static final String IMPORTS = "/api/intake/v1/imports";
    /** Three attempts of two minutes at most; those that need so long are not sent here. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Inject
    Pool pool;

    @Inject
    PastWork work;

    /** Those whose end depends on the machine are left to the reader's own test. */
    private static final Set<HostileFile> ON_THIS_MACHINE = EnumSet.of(
            HostileFile.NUMBER_OF_MANY_DIGITS,
            HostileFile.MANY_ATTRIBUTES,
            HostileFile.DEEP_NESTING,
            HostileFile.WORDS_THAT_ARE_NOT_SHARED);

    /** Three minutes in all; sent with {@code -Dtanggap.thorough}. */
    private static final Set<HostileFile> SLOW = EnumSet.of(
            HostileFile.TINY_LINES,
            HostileFile.EMPTY_FORMATTED_ROWS,
            HostileFile.TOO_MANY_ROWS,
            HostileFile.ENDLESS_WORDS,
            HostileFile.LARGEST_ROWS_THAT_ARE_TAKEN,
            HostileFile.SHARED_WORDS_TOLD_FOR_EVER,
            HostileFile.PACKED_WITHOUT_END,
            HostileFile.ENDLESS_SHEET,
            HostileFile.MANY_PARTS,
            HostileFile.COLUMN_BEYOND_ALL_COLUMNS,
            HostileFile.ENDLESS_LINE,
            HostileFile.ENDLESS_HEADING);

    static Stream<HostileFile> areReadOrRefusedWhileComplaintsComeIn() {
        return EnumSet.complementOf(EnumSet.copyOf(ON_THIS_MACHINE)).stream()
                .filter(file -> Boolean.getBoolean("tanggap.thorough") || !SLOW.contains(file));
    }

    @ParameterizedTest
    @MethodSource
    void areReadOrRefusedWhileComplaintsComeIn(HostileFile file) {
        var content = file.content();
        assertThat(content).hasSizeLessThan(10 << 20);
        var answer = upload(content);

        if (file.ending() == Ending.NO_TABLE) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("file");
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(202);
        complain();
        var id = answer.jsonPath().getUUID("id");
        var end = ended(id);
        switch (file.ending()) {
            case READ ->
                assertThat(end.getString("state")).as(end.getString("refusal")).isEqualTo("CHECKED");
            case ENDED -> assertThat(end.getString("refusal")).contains("memori", "tiga kali");
            default -> assertThat(end.getString("state")).isIn("CHECKED", "UNMAPPED", "REFUSED");
        }
        assertThat(end.getString("state").equals("REFUSED")).isEqualTo(end.getString("refusal") != null);
        assertThat(taken(id)).isZero();
        complain();
    }

    /** As processes leave it that a file ended before they could say so. */
    @Test
    void areGivenUpAfterThreeAttemptsThatNobodyLivedToTellOf() {
        var id = begunBefore(3);

        work.takeUp();

        var end = ended(id);
        assertThat(end.getString("state")).isEqualTo("REFUSED");
        assertThat(end.getString("refusal")).contains("tiga kali");
        assertThat(attempts(id)).isEqualTo(4);
    }

    @Test
    void areNotGivenUpBefore() {
        var id = begunBefore(2);

        work.takeUp();

        assertThat(ended(id).getString("state")).isEqualTo("CHECKED");
        assertThat(attempts(id)).as("it came further than those before").isZero();
    }

    /** Looked through, and then as it was when a process died that was at it. */
    private UUID begunBefore(int attempts) {
        var id = upload(PastFixture.sp4n(new PastFixture.Sp4n(UUID.randomUUID().toString())))
                .jsonPath()
                .getUUID("id");
        ended(id);
        pool.preparedQuery(
                        "update past_import set state = 'CHECKING', rows_done = 0, fresh = 0, attempts = $2 where id = $1")
                .execute(Tuple.of(id, attempts))
                .await()
                .indefinitely();
        return id;
    }

    private static Response upload(byte[] content) {
        return given().auth()
                .oauth2(Tokens.of("sari", "/surakarta", "analyst"))
                .contentType("application/octet-stream")
                .body(content)
                .post(IMPORTS);
    }

    private static JsonPath ended(UUID id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.of("sari", "/surakarta", "analyst"))
                                .get(IMPORTS + "/" + id)
                                .jsonPath(),
                        it -> !State.CHECKING.name().equals(it.getString("state")));
    }

    private static void complain() {
        given().contentType("application/json")
                .body("""
                        {"government": "surakarta", "channel": "WEB", "category": "penerangan-jalan",
                         "text": "Lampu jalan di depan pasar mati sejak tiga hari yang lalu."}""")
                .post("/api/intake/v1/complaints")
                .then()
                .statusCode(201);
    }

    private long taken(UUID id) {
        return one("select count(*) from past_complaint where import_id = $1", id);
    }

    private long attempts(UUID id) {
        return one("select attempts from past_import where id = $1", id);
    }

    private long one(String query, UUID id) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(id))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
