package id.tanggap.intake.page.follow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.intake.page.PlainBrowser;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dates that a citizen reads, from the receipt over question, answer and objection to the end. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class DatesOnPageTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant MONDAY = Instant.parse("2030-01-07T02:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2030-01-08T02:00:00Z");
    private static final Instant DUE = Instant.parse("2030-01-09T03:00:00Z");
    private static final Instant DUE_LATER = Instant.parse("2030-01-23T03:00:00Z");
    private static final String TOKEN_PATH = "/auth/realms/tanggap/protocol/openid-connect/token";

    /** Routing-service and Keycloak, as far as intake asks them. */
    private static final WireMockServer NEIGHBOURS = new WireMockServer(WireMockConfiguration.options()
            .port(ConfigProvider.getConfig().getValue("neighbours.port", Integer.class)));

    private final PlainBrowser browser = new PlainBrowser();
    private Lodged own = new Lodged(new UUID(0, 0), "", "");

    @BeforeAll
    static void startNeighbours() {
        NEIGHBOURS.start();
        NEIGHBOURS.stubFor(post(urlPathEqualTo(TOKEN_PATH)).willReturn(okJson("""
                        {"access_token":"token-layanan","token_type":"Bearer","expires_in":-10}
                        """)));
    }

    @AfterAll
    static void stopNeighbours() {
        NEIGHBOURS.stop();
    }

    @BeforeEach
    void open() {
        own = Lodged.byWagimin();
        browser.open("/lacak/").press("#track-send", Map.of("number", own.number(), "secret", own.secret()));
    }

    @Test
    void areThoseOfWhatIsDueNow() {
        say(clock(ClockKind.PROMISE, "promise", MONDAY, DUE));
        shows("#result-due", "Rab, 9 Jan 2030, 10.00");
        assertThat(browser.has("#result-stages")).isFalse();

        say(
                new Accepted("dishub", MONDAY),
                new InformationRequested("dishub", "Di sebelah mana?", TUESDAY),
                new ClockPaused(ClockKind.PROMISE, "promise", TUESDAY, DUE_LATER),
                clock(ClockKind.STEP, "complainant-reply", TUESDAY, Instant.parse("2030-01-22T09:00:00Z")));
        shows("#result-reply", "Sel, 22 Jan 2030, 16.00");
        shows("#result-due", "Rab, 23 Jan 2030, 10.00");

        say(
                new AnswerPublished("dishub", "Sudah.", LocalDate.of(2030, 1, 31), MONDAY.plusSeconds(90_000), null),
                clock(ClockKind.STEP, "complainant-silence", TUESDAY, Instant.parse("2030-01-24T09:00:00Z")));
        shows("#result-objection", "Kam, 24 Jan 2030, 16.00");
        shows("#result-follow_up", "Kam, 31 Jan 2030, 23.59");
        assertThat(browser.has("#result-due")).isFalse();
        assertThat(browser.has("#result-reply")).isFalse();
        assertThat(browser.text("#result-next")).contains("belum ditutup");
        assertThat(stages()).containsExactly("Dijawab Sel, 8 Jan 2030, 10.00", "Tuntas belum", "Ditutup belum");
    }

    @Test
    void areThoseOfTheObjectionOnceThereIsOne() {
        say(
                clock(ClockKind.PROMISE, "promise", MONDAY, DUE),
                new AnswerPublished("dishub", "Sudah.", TUESDAY),
                clock(ClockKind.STEP, "complainant-silence", TUESDAY, DUE_LATER));
        shows("#result-objection", "Rab, 23 Jan 2030");

        browser.press("#objection-send", Map.of("text", "Masih berlubang."));
        say(clock(ClockKind.STEP, "objection-answer", TUESDAY, Instant.parse("2030-01-15T09:00:00Z")));

        shows("#result-due", "Sel, 15 Jan 2030, 16.00");
        assertThat(browser.text("dl.facts"))
                .contains("Keberatan dijawab paling lambat")
                .doesNotContain("23 Jan");
        assertThat(browser.text("#result-next")).contains("satu tingkat");
        assertThat(stages()).first().asString().contains("belum");
    }

    @Test
    void tellApartThatItIsAnsweredDoneAndClosed() {
        say(
                new AnswerPublished("dishub", "Sudah.", MONDAY),
                new Resolved("dishub", TUESDAY),
                new CaseClosed(CloseReason.RESOLVED, DUE));
        shows("#result-status", "Selesai");

        assertThat(stages())
                .containsExactly(
                        "Dijawab Sen, 7 Jan 2030, 09.00",
                        "Tuntas Sel, 8 Jan 2030, 09.00",
                        "Ditutup Rab, 9 Jan 2030, 10.00");
        assertThat(browser.has("#objection")).isFalse();
        assertThat(browser.has("#supplement")).isFalse();
    }

    @Test
    void sayThatTheyHavePassedAndWhereElseToTurn() {
        var past = Instant.parse("2026-01-07T02:00:00Z");
        say(
                clock(ClockKind.PROMISE, "promise", past, past.plusSeconds(60)),
                clock(ClockKind.CEILING, "answer-ordinary", past, past.plusSeconds(120)));
        shows("#ombudsman", "Ombudsman Republik Indonesia");

        assertThat(browser.text("#result-next")).contains("sudah lewat");
        assertThat(browser.text("#ombudsman")).contains("137");
        assertThat(browser.has("#ombudsman-agree")).isFalse();
    }

    /** What the law wants was given: it is the objection that waits now. */
    @Test
    void sendNobodyElsewhereWhoWasAnsweredInTime() {
        var past = Instant.parse("2026-01-07T02:00:00Z");
        say(
                clock(ClockKind.CEILING, "answer-ordinary", past, past.plusSeconds(120)),
                new AnswerPublished("dishub", "Sudah.", MONDAY));
        shows("#result-status", "Dijawab");
        browser.press("#objection-send", Map.of("text", "Belum."));
        say(clock(ClockKind.STEP, "objection-answer", TUESDAY, DUE_LATER));
        shows("#result-due", "Rab, 23 Jan 2030");

        assertThat(browser.has("#ombudsman")).isFalse();
    }

    @Test
    void areReckonedByRoutingForWhoAsks() {
        reckoned(okJson("""
                [{"summary": {"clock": "PROMISE", "rule": "promise", "state": "RUNNING"},
                  "pauses": [],
                  "explanation": {"standard": "3 hari kerja", "startedAt": "2030-01-04T02:00:00Z",
                    "dueAt": "2030-01-09T09:00:00Z", "zone": "Asia/Jakarta", "provisional": true,
                    "counted": [{"from": "2030-01-07T00:30:00Z", "to": "2030-01-07T09:00:00Z", "seconds": 27000}],
                    "pauses": [], "closedDays": [{"day": "2030-01-05", "why": "Sabtu"}], "because": "…"}},
                 {"summary": {"clock": "STEP", "rule": "receive", "state": "MET"}, "pauses": [],
                  "explanation": {"standard": "60 menit", "startedAt": "2030-01-04T02:00:00Z",
                    "dueAt": "2030-01-04T03:00:00Z", "zone": "Asia/Jakarta", "provisional": false, "counted": [],
                    "pauses": [], "closedDays": [], "because": "…"}}]
                """));

        browser.open("/aduan/tenggat");

        assertThat(browser.text("main"))
                .contains("Dijawab paling lambat: Rab, 9 Jan 2030, 16.00", "3 hari kerja", "Sab, 5 Jan 2030: Sabtu")
                .contains("Cuti bersama tahun itu belum ditetapkan")
                .doesNotContain("60 menit");
    }

    @Test
    void sayThatTheReckoningCannotBeHad() {
        reckoned(aResponse().withStatus(503));

        assertThat(browser.open("/aduan/tenggat").has("#dates-none")).isTrue();
        assertThat(new PlainBrowser().open("/aduan/tenggat").path()).isEqualTo("/lacak/");
    }

    private void reckoned(ResponseDefinitionBuilder answer) {
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/api/routing/v1/cases/" + own.id() + "/clocks"))
                .withHeader("Authorization", equalTo("Bearer token-layanan"))
                .willReturn(answer));
    }

    @Test
    void standBesideWhatTheCitizenAdds() {
        browser.press("#supplement-send", Map.of("text", "..."));
        assertThat(browser.status()).isEqualTo(422);
        browser.press("#supplement-send", Map.of("text", "Sekarang dua lubang."));

        assertThat(browser.text("#news")).isEqualTo("Keterangan Anda terkirim");
        assertThat(browser.text("#result-timeline")).contains("Sekarang dua lubang.");
        assertThat(browser.has("#supplement")).isTrue();
    }

    private List<String> stages() {
        return browser.texts("#result-stages li").stream()
                .map(stage -> stage.replaceFirst(".WIB$", "").replace(" di lapangan", ""))
                .toList();
    }

    private void shows(String element, String words) {
        await().atMost(SOON).untilAsserted(() -> {
            browser.open("/aduan/");
            assertThat(browser.has(element)).isTrue();
            assertThat(browser.text(element)).contains(words);
        });
    }

    private static ClockStarted clock(ClockKind kind, String rule, Instant startedAt, Instant dueAt) {
        return new ClockStarted(kind, rule, "3 hari kerja", startedAt, dueAt);
    }

    private void say(Event... events) {
        for (var event : events) {
            EventBus.say("surakarta", own.id(), event);
        }
    }
}
