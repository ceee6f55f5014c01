package id.tanggap.intake.page.follow;

import static id.tanggap.intake.complaint.ComplaintFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.intake.Surroundings;
import id.tanggap.intake.complaint.Lodged;
import id.tanggap.intake.page.PlainBrowser;
import id.tanggap.intake.participation.SurveyElement;
import id.tanggap.testkit.EventBus;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class OwnPageTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TRIES = 200;
    /** How far two medians may lie apart that mean the same. */
    private static final double ALIKE = 1.5;

    private static final Instant LATER = Instant.parse("2030-01-02T03:04:05Z");

    private final PlainBrowser browser = new PlainBrowser();

    @Test
    void opensWithNumberAndSecretHoweverTheyAreWritten() {
        var own = Lodged.of(form().with("location", Map.of("address", "Jalan Veteran nomor 7")));

        browser.open("/lacak/?nomor=" + own.number());
        assertThat(browser.element("#track-number").attr("value")).isEqualTo(own.number());
        browser.press(
                "#track-send",
                Map.of(
                        "number",
                        own.number().toLowerCase(Locale.ROOT),
                        "secret",
                        own.secret().replace("-", " ")));

        assertThat(browser.path()).isEqualTo("/aduan/");
        assertThat(browser.text("#result-title")).contains(own.number());
        assertThat(browser.text("#own-words")).contains("Jalan Veteran nomor 7");
        assertThat(browser.reload().text("#result-title")).contains(own.number());
    }

    @Test
    void saysTheSameOfAWrongNumberAndOfAWrongSecret() {
        var own = Lodged.byWagimin();
        var wrongSecret = told(own.number(), "0000-0000");
        var wrongNumber = told("SKA-0000-0000", own.secret());

        assertThat(wrongSecret).isEqualTo(wrongNumber);
        assertThat(browser.open("/aduan/").path()).isEqualTo("/lacak/");
    }

    /** Nobody learns from the time which numbers there are. */
    @Test
    void takesAsLongForAWrongNumberAsForAWrongSecret() {
        var own = Lodged.byWagimin();
        var number = new ArrayList<Long>();
        var secret = new ArrayList<Long>();
        for (var i = 0; i < TRIES; i++) {
            number.add(nanos("SKA-0000-0000", own.secret()));
            secret.add(nanos(own.number(), "0000-0000"));
        }

        var ratio = median(number) / (double) median(secret);

        assertThat(ratio).isBetween(1 / ALIKE, ALIKE);
    }

    private long nanos(String number, String secret) {
        var began = System.nanoTime();
        assertThat(browser.answerTo("/lacak/", Map.of("number", number, "secret", secret)))
                .isEqualTo(404);
        return System.nanoTime() - began;
    }

    /** Of all but the first, which warm up. */
    private static long median(List<Long> nanos) {
        var sorted = nanos.subList(TRIES / 4, TRIES).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private String told(String number, String secret) {
        browser.open("/lacak/").press("#track-send", Map.of("number", number, "secret", secret));
        assertThat(browser.status()).isEqualTo(404);
        return browser.text("main");
    }

    @Test
    void opensInTheBrowserAloneThatHadTheSecret() {
        opened(Lodged.byWagimin());

        assertThat(new PlainBrowser().open("/aduan/").path()).isEqualTo("/lacak/");
        browser.press("#result-close");
        assertThat(browser.open("/aduan/").path()).isEqualTo("/lacak/");
    }

    @Test
    void takesTheReplyThatWasAskedFor() {
        var own = asked();
        opened(own);
        assertThat(browser.text("#result-question")).isEqualTo("Di sebelah mana?");

        browser.press("#reply-send", Map.of("text", "..."));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.has("#reply-error")).isTrue();
        assertThat(browser.text("#reply-text")).isEqualTo("...");
        browser.press("#reply-send", Map.of("text", "Dekat gapura."));

        assertThat(browser.path()).isEqualTo("/aduan/");
        assertThat(browser.text("#news")).isEqualTo("Balasan Anda terkirim");
        assertThat(browser.text("#result-timeline")).contains("Dekat gapura.");
        assertThat(browser.has("#reply")).isFalse();
    }

    @Test
    void takesAReplyOnceHoweverOftenItIsSent() {
        var own = asked();
        opened(own);
        var token = browser.element("#reply [name=token]").attr("value");
        var reply = Map.of("token", token, "text", "Di sisi utara.");

        browser.post("/aduan/balas", reply);
        browser.post("/aduan/balas", reply);

        assertThat(browser.text("#news")).isEqualTo("Balasan Anda terkirim");
        own.timeline().body("entries.findAll { it.status == 'REPLIED' }.size()", equalTo(1));
    }

    @Test
    void keepsWhatWasTypedWhenItComesTooLate() {
        var own = asked();
        opened(own);
        var other = new PlainBrowser();
        other.open("/lacak/").press("#track-send", Map.of("number", own.number(), "secret", own.secret()));
        other.press("#reply-send", Map.of("text", "Dekat gapura."));

        browser.press("#reply-send", Map.of("text", "Di sisi utara."));

        assertThat(browser.status()).isEqualTo(409);
        assertThat(browser.text("#trouble")).contains("tidak meminta kelengkapan");
    }

    @Test
    void asksForEveryElementOfTheSurvey() {
        var own = answered();
        opened(own);
        var scores = new HashMap<String, String>();
        SurveyElement.ALL.forEach(element -> scores.put(element.name(), "3"));
        scores.remove("time");

        browser.press("#survey-send", scores);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.has("#survey-time-error")).isTrue();
        assertThat(browser.has("#survey-cost-3[checked]")).isTrue();
        browser.press("#survey-send", Map.of("time", "4", "text", "Petugasnya ramah."));

        assertThat(browser.text("#news")).contains("survei Anda diterima");
        assertThat(browser.has("#survey")).isFalse();
    }

    @Test
    void objectsToTheAnswer() {
        var own = answered();
        opened(own);
        assertThat(browser.text("#result-answer")).isEqualTo("Sudah.");

        browser.press("#objection-send", Map.of("text", "Masih padam."));

        assertThat(browser.text("#result-status")).isEqualTo("Keberatan ditangani");
        assertThat(browser.text("#result-timeline")).contains("Masih padam.");
    }

    @Test
    void withdraws() {
        opened(Lodged.byWagimin());

        browser.press("#withdrawal-send");

        assertThat(browser.text("#news")).isEqualTo("Aduan Anda dicabut");
        assertThat(browser.text("#result-status")).isEqualTo("Dicabut");
    }

    @ParameterizedTest
    @CsvSource({"balas", "keberatan", "survei", "cabut"})
    void addsNothingForAFormThatItDidNotGive(String act) {
        var own = answered();
        opened(own);

        browser.post("/aduan/" + act, Map.of("text", "Dari halaman orang lain."));

        assertThat(browser.status()).isEqualTo(403);
        own.timeline().body("status", equalTo("ANSWERED"));
    }

    private void opened(Lodged own) {
        browser.open("/lacak/").press("#track-send", Map.of("number", own.number(), "secret", own.secret()));
        assertThat(browser.path()).isEqualTo("/aduan/");
    }

    private static Lodged asked() {
        var own = Lodged.byWagimin();
        say(own, new Accepted("dishub", LATER.minusSeconds(1)));
        say(own, new InformationRequested("dishub", "Di sebelah mana?", LATER));
        return until(own, "NEEDS_INFO");
    }

    private static Lodged answered() {
        var own = Lodged.byWagimin();
        say(own, new AnswerPublished("dishub", "Sudah.", LATER));
        return until(own, "ANSWERED");
    }

    private static void say(Lodged own, Event event) {
        EventBus.say("surakarta", own.id(), event);
    }

    private static Lodged until(Lodged own, String status) {
        await().atMost(SOON).untilAsserted(() -> own.timeline().statusCode(200).body("status", equalTo(status)));
        return own;
    }
}
