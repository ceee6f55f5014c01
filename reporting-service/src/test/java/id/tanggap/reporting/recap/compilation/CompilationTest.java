package id.tanggap.reporting.recap.compilation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.governments.Governments;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.facts.Feed;
import id.tanggap.reporting.recap.Loop;
import id.tanggap.reporting.recap.figures.FigureReader;
import id.tanggap.reporting.recap.figures.Figures;
import id.tanggap.reporting.recap.loop.RecapMonth;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class CompilationTest {
    private static final String OCTOBER = "/api/reporting/v1/recaps/surakarta/2026-10";

    @Inject
    Feed feed;

    @Inject
    SettableTime time;

    @Inject
    Loop loop;

    @Inject
    FigureReader figures;

    @Inject
    Governments governments;

    @Inject
    Pool pool;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
        time.set("2026-11-02T02:00:00Z");
    }

    @Test
    void tellsOfEachComplaintOfTheMonthInItsOrder() {
        var story = ComplaintStory.in("surakarta");
        var stories = IntStream.range(0, 30)
                .mapToObj(i -> story.another().receivedAt(story.receivedAt().plusSeconds(60L * (30 - i))))
                .toList();
        feed.take(stories.stream()
                .flatMap(it -> it.answered(Duration.ofDays(1)).stream())
                .toList());
        feed.take(story.another().receivedAt("2026-11-01T00:00:00Z").open());
        loop.look();

        assertThat(feed.query("select entry::json ->> 'number' as number from recap_entry order by no"))
                .extracting(row -> row.get("number"))
                .containsExactlyElementsOf(
                        stories.reversed().stream().map(ComplaintStory::number).toList());
    }

    @Test
    void countsTheSameAsTheSumsThatAreKept() {
        var story = ComplaintStory.in("surakarta");
        feed.take(IntStream.range(0, 40)
                .mapToObj(i -> story.another()
                        .about(i % 2 == 0 ? null : "jalan-rusak", story.channel(), i % 3 == 0 ? "dlh" : "dpupr"))
                .flatMap(it -> it.answered(Duration.ofHours(30)).stream())
                .toList());
        feed.take(story.open());
        var surakarta = Objects.requireNonNull(governments.find("surakarta"));
        var october = new RecapMonth(surakarta, YearMonth.of(2026, 10));
        var now = time.instant();

        var kept = figures.now(pool, october, now).await().indefinitely();
        var scanned = figures.scanned(pool, october, now).await().indefinitely();

        assertThat(kept)
                .usingRecursiveComparison()
                .ignoringFields("handling.answerTime")
                .isEqualTo(scanned);
        assertThat(scanned.handling().answerTime()).isEqualTo(new Figures.AnswerTime(30 * 3600, 30 * 3600));
        assertThat(Objects.requireNonNull(kept.handling().answerTime()).medianSeconds())
                .isBetween(30 * 3600L, (long) (31.5 * 3600));
    }

    @Test
    void leavesItAsItWasWhenMoreIsHeardAndTellsSo() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.open());
        loop.look();

        feed.take(List.of(story.answeredAfter(Duration.ofDays(2))));
        var late = story.another();
        feed.take(late.open());

        recap("")
                .body("version", equalTo(1))
                .body("figures.totals.received", equalTo(1))
                .body("figures.totals.answered", equalTo(0))
                .body("lateArrivals", equalTo(1));
        recap("?version=now").body("figures.totals.received", equalTo(2)).body("figures.totals.answered", equalTo(1));
        given().auth()
                .oauth2(head())
                .get("/api/reporting/v1/records/surakarta?month=2026-10&notInVersion=1")
                .then()
                .statusCode(200)
                .body("rows.number", contains(late.number()));
    }

    @Test
    void isTakenUpAgainAfterACrashAndNeverHalfDone() throws SQLException {
        var story = ComplaintStory.in("surakarta");
        feed.take(
                IntStream.range(0, 20).mapToObj(_ -> story.another().received()).toList());
        // Somebody holds the entries: the compilation stands still in its midst, and its connection is cut off there.
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table recap_entry in access exclusive mode");
            var looking = loop.looking().subscribeAsCompletionStage();
            await().atMost(Duration.ofSeconds(20)).until(() -> feed.query("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where wait_event_type = 'Lock' and query like '%insert into recap_entry%'
                            """).size() == 1);
            // What else it had to do met the same end, or not.
            looking.handle((_, _) -> null).join();
            connection.rollback();
        }
        recap("").body("state", equalTo("DUE")).body("compiling", equalTo(true));
        assertThat(feed.query("select count(*) as n from recap_entry").getFirst())
                .containsEntry("n", 0L);

        loop.look();

        recap("").body("state", equalTo("COMPILED")).body("versions.complaints", contains(20));
        assertThat(feed.query("select count(*) as n from recap_entry").getFirst())
                .containsEntry("n", 20L);
    }

    @Test
    void isCompiledOnceThoughManyLookAtTheSameTime() {
        time.set("2026-11-01T02:00:00Z");
        feed.take(ComplaintStory.in("surakarta").open());
        var looks = IntStream.range(0, 4)
                .mapToObj(_ -> loop.looking().subscribeAsCompletionStage())
                .toList();
        looks.forEach(CompletableFuture::join);
        loop.look();

        recap("").body("deeds.kind", contains("MONTH_ENDED", "COMPILED")).body("versions.version", contains(1));
    }

    private static ValidatableResponse recap(String query) {
        return given().auth().oauth2(head()).get(OCTOBER + query).then().statusCode(200);
    }

    private static String head() {
        return Tokens.of("siti", "/surakarta", "head");
    }
}
