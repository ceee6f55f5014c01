package id.tanggap.reporting.record;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class RecordSearchTest {
    private static final String RECORDS = "/api/reporting/v1/records/surakarta";
    private static final String QUEUED = """
            select complaint_id from complaint_search where (words @@ '''^2'''::tsquery) is not true
            """;
    /** More than are read in any case. */
    private static final String MANY = """
            with invented as (
                insert into complaint_fact (complaint_id, government, number, channel, type, visibility, received_at, month)
                select gen_random_uuid(), 'surakarta', 'SKA-MANY-' || n, 'WEB', 'ORDINARY', 'PUBLIC',
                       timestamptz '2026-09-02' + n * interval '1 second', '2026-09-01'
                from generate_series(1, 5100) as n
                returning complaint_id
            )
            insert into complaint_words (complaint_id, text) select complaint_id, 'Ada ubur-ubur.' from invented
            """;

    private final ComplaintStory story =
            ComplaintStory.in("surakarta").saying("Smpah", "Gak ada yg angkut di RT03/RW05", "Sudah diambil");

    @Inject
    @SuppressWarnings("NullAway.Init")
    Feed feed;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sampah -lampu", "diangkut", "angk", "rt 3", "tidak", "\"yang angkut\""})
    void findsWhatPeopleType(String typed) {
        take(story, story.another().saying(null, "Lampu padam", "Sudah"));

        search(typed).body("rows.number", contains(story.number()));
    }

    @Test
    void findsTheNumberInAnySpelling() {
        var other = story.another();
        take(story, other);

        search("aduan " + story.number().replace('-', '–')).body("rows.number", contains(story.number()));
        search(other.number().toLowerCase(Locale.ROOT).replace("-", "")).body("rows.number", contains(other.number()));
    }

    @Test
    void tellsWhatOfItIsFound() {
        take(story);

        search("sampah rt03").body("rows[0].found", contains("Smpah", "RT03"));
        search("").body("rows", hasSize(1)).body("rows[0].found", nullValue());
        search("sampah -angkut").body("rows", hasSize(0));
    }

    @Test
    void makesAnewWhatOtherRulesMadeAndWhatBecameAnother() {
        take(story);
        feed.update("update complaint_search set words = to_tsvector('simple', 'sampah')");
        awaitNothingQueued();
        search("rt03").body("rows", hasSize(1));

        feed.update("update complaint_words set text = 'Lampu padam'");
        awaitNothingQueued();
        search("rt03").body("rows", hasSize(0));
        search("lmpu").body("rows", hasSize(1));

        feed.update("delete from complaint_words");
        search("lmpu").body("rows", hasSize(0));
    }

    @Test
    void readsThroughTheBookForWhatIsInMany() {
        take(story);
        feed.update(MANY);
        awaitNothingQueued();

        var page = search("ubur").body("rows", hasSize(100)).body("rows[99].number", equalTo("SKA-MANY-100"));
        given().auth()
                .oauth2(head())
                .queryParam("text", "ubur")
                .queryParam("after", page.extract().<String>path("next"))
                .get(RECORDS + "?month=2026-09&through=2026-10")
                .then()
                .body("rows[0].number", equalTo("SKA-MANY-101"))
                .body("rows[0].no", equalTo(101));
    }

    private void take(ComplaintStory... stories) {
        for (var each : stories) {
            feed.take(each.answered(Duration.ofDays(1)));
        }
        awaitNothingQueued();
    }

    private void awaitNothingQueued() {
        // Whoever wrote did so as another replica: nobody here was woken.
        feed.take(List.of(ComplaintStory.in("karanganyar").received()));
        await().atMost(Duration.ofMinutes(1)).until(() -> feed.query(QUEUED).isEmpty());
    }

    private static ValidatableResponse search(String typed) {
        return given().auth()
                .oauth2(head())
                .queryParam("text", typed)
                .get(RECORDS + "?month=2026-09&through=2026-10")
                .then()
                .statusCode(200);
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
