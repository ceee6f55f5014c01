package id.tanggap.reporting.document;

import static id.tanggap.reporting.document.Papers.as;
import static id.tanggap.reporting.document.Papers.made;
import static id.tanggap.reporting.document.Papers.path;
import static id.tanggap.reporting.document.Papers.someStories;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.proof.Digest;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class DocumentResourceTest {
    private static final String END_SESSIONS = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name not like '%JDBC%'
            """;

    @Inject
    Pool pool;

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    Documents documents;

    @BeforeEach
    void beginsWithACompiledRecap() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
        feed.take(someStories(3));
        loop.look();
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnceAndAnewWhenSomethingWasDoneSince(DocumentKind kind) throws IOException {
        as("head").get(path(kind)).then().statusCode(200).body("state", equalTo("NONE"));
        as("head").get(path(kind) + "/file").then().statusCode(404).contentType("application/problem+json");
        var once = made(kind, "satu");
        as("head")
                .post(path(kind))
                .then()
                .statusCode(202)
                .body("state", equalTo("READY"))
                .body("outdated", equalTo(false));
        assertThat(as("head").get(path(kind) + "/file").asByteArray()).isEqualTo(once);

        Papers.evaluate("Baik.");
        as("head").get(path(kind)).then().body("state", equalTo("READY")).body("outdated", equalTo(true));
        assertThat(made(kind, "dua")).isNotEqualTo(once);

        assertThat(feed.query("select deeds from recap_document")).hasSize(2);
        assertThatThrownBy(() -> feed.update("update recap_document set bytes = ''"))
                .rootCause()
                .hasMessageContaining("recap");
        assertThatThrownBy(() -> feed.update("delete from recap_document"))
                .rootCause()
                .hasMessageContaining("recap");
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, 'inline; filename=\"rekap-surakarta-2026-10-v1.pdf\"'",
        "XLSX, 'attachment; filename=\"rekap-surakarta-2026-10-v1.xlsx\"'",
        "DOCX, 'attachment; filename=\"surat-pengantar-rekap-surakarta-2026-10-v1.docx\"'"
    })
    void tellsItsNameAndItsDigest(DocumentKind kind, String disposition) throws IOException {
        var digest = Digest.sha256(made(kind, "digest")).hex();
        var tag = "\"" + digest + "\"";

        as("head").get(path(kind)).then().body("sha256", equalTo(digest));
        as("head").get(path(kind) + "/file").then().header("ETag", tag).header("Content-Disposition", disposition);
        as("head")
                .header("If-None-Match", tag)
                .get(path(kind) + "/file")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void isOrderedKindByKind() throws IOException {
        made(DocumentKind.XLSX, "tiga");

        as("head").get(path(DocumentKind.PDF)).then().body("state", equalTo("NONE"));
        as("head").get(path(DocumentKind.DOCX)).then().body("state", equalTo("NONE"));
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        feed.update(making("XLSX", 1, 2, 4));
        as("head")
                .get(path(DocumentKind.XLSX))
                .then()
                .body("state", equalTo("MAKING"))
                .body("done", equalTo(2))
                .body("total", equalTo(4))
                .body("sha256", nullValue());

        documents.takeUp();

        Papers.awaitReady(DocumentKind.XLSX);
        as("head").get(path(DocumentKind.XLSX)).then().body("done", equalTo(4)).body("total", equalTo(4));
    }

    @ParameterizedTest
    @EnumSource
    void isTakenUpAgainAfterACrash(DocumentKind kind) {
        feed.update(making(kind.name(), 1, 0, 0));

        documents.takeUp();

        Papers.awaitReady(kind);
    }

    /** From the look at what waits to the last byte that is written, every session is ended again and again. */
    @ParameterizedTest
    @EnumSource
    void isMadeThoughTheDatabaseEndsItsSessions(DocumentKind kind) {
        feed.update(making(kind.name(), 1, 0, 0));
        var rounds = new AtomicInteger();

        documents.takeUp();
        await().pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> {
            pool.query(END_SESSIONS).execute().await().indefinitely();
            return rounds.incrementAndGet() == 20;
        });

        Papers.awaitReady(kind);
    }

    @Test
    void isTakenUpAgainAsItWasOrderedWhateverWasDoneSince() {
        feed.update(making("PDF", 1, 0, 0));
        Papers.evaluate("Baik.");

        documents.takeUp();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("head")
                        .get(path(DocumentKind.PDF))
                        .then()
                        .body("state", equalTo("READY"))
                        .body("outdated", equalTo(true)));
    }

    @ParameterizedTest
    @EnumSource
    void isGivenUpWhenItBroughtTheServiceDownTwice(DocumentKind kind) {
        feed.update(making(kind.name(), 2, 0, 0));

        documents.takeUp();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("head").get(path(kind)).then().body("state", equalTo("FAILED")));
        as("head").post(path(kind)).then().statusCode(202);
        Papers.awaitReady(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /surakarta, 200",
        "auditor, /surakarta, 200",
        "archivist, /surakarta, 200",
        "agency-admin, /surakarta/dishub, 403",
        "patron, /surakarta, 403",
        "head, /karanganyar, 404"
    })
    void opensToThoseWhoEvaluate(String role, String group, int status) {
        var caller = given().auth().oauth2(Tokens.of("siti", group, role));
        for (var kind : DocumentKind.values()) {
            caller.get(path(kind)).then().statusCode(status);
            caller.post(path(kind)).then().statusCode(status == 200 ? 202 : status);
            caller.get(path(kind).replace("/1/", "/9/")).then().statusCode(status == 200 ? 404 : status);
            caller.get(path(kind).replace("/1/", "/9/") + "/file").then().statusCode(status == 200 ? 404 : status);
        }
    }

    @ParameterizedTest
    @CsvSource({"odt", "PDF", "pdfx"})
    void knowsThreeKinds(String kind) {
        var path = Papers.RECAP + "/versions/1/documents/" + kind;
        for (var answer :
                List.of(as("head").get(path), as("head").post(path), as("head").get(path + "/file"))) {
            answer.then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].message", equalTo("Pilih pdf, xlsx, atau docx."));
        }
    }

    /** What a crash leaves behind. */
    private static String making(String kind, int attempts, int done, int total) {
        return """
                insert into recap_document (recap_id, version, kind, deeds, state, requested_at, attempts, done, total)
                select id, 1, '%s', (select count(*) from recap_deed where recap_id = id), 'MAKING', now(), %d, %d, %d
                from monthly_recap where government = 'surakarta'
                """.formatted(kind, attempts, done, total);
    }
}
