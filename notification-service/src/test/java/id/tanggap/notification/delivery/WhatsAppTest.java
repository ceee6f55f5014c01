package id.tanggap.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static id.tanggap.notification.WhatsAppDouble.refused;
import static id.tanggap.notification.WhatsAppDouble.taken;
import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import id.tanggap.contracts.event.ConversationEvent.DeliveryReported;
import id.tanggap.contracts.event.ConversationEvent.ReplyDue;
import id.tanggap.contracts.event.ConversationEvent.ReportedFault;
import id.tanggap.contracts.event.ConversationEvent.ReportedState;
import id.tanggap.contracts.event.NotificationEvent;
import id.tanggap.contracts.event.NotificationEvent.MessageDelivered;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.ChatSurroundings;
import id.tanggap.notification.WhatsAppDouble;
import id.tanggap.notification.World;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.Metrics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an event to WhatsApp, and from its reports back into the ledger. */
@QuarkusTest
@WithTestResource(ChatSurroundings.class)
class WhatsAppTest {
    private static final Instant DUE = Instant.parse("2026-03-02T05:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static @Nullable WhatsAppDouble provider;

    private final World world = World.here();
    private final WhatsAppDouble whatsApp = provider();
    private final String number = "62812" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Inject
    SettableTime time;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Unreported unreported;

    private static WhatsAppDouble provider() {
        var one = provider == null ? new WhatsAppDouble() : provider;
        provider = one;
        return one;
    }

    @BeforeEach
    void takesAll() {
        whatsApp.takesAll();
    }

    /** Whatever paused the account is over then. */
    @AfterEach
    void later() {
        time.goOn(Duration.ofHours(2));
    }

    @AfterAll
    static void close() {
        provider().close();
        provider = null;
    }

    @Test
    void saysFreelyWhatIsNewWhileTheWindowIsOpen() {
        var citizen = writing(open());
        citizen.isAnswered();

        var row = settled(citizen, "ANSWERED", "SENT");

        var said = sent(2).stream()
                .filter(it -> it.contains("Jalan Kenanga"))
                .findFirst()
                .orElseThrow();
        assertThat(said)
                .contains("\"type\":\"text\"", "\"biz_opaque_callback_data\":\"" + row.get("id") + "\"")
                .contains("telah menjawab aduan " + citizen.number)
                .contains("https://aduan.contoh.id/lacak/?nomor=" + citizen.number);
        assertThat(world.mails(citizen.email)).isEmpty();
    }

    @Test
    void takesATemplateWhenTheWindowIsClosed() {
        var citizen = writing(time.instant().minusSeconds(1));
        citizen.isAsked("Di mana\n\n  tepatnya?", 1);

        settled(citizen, "RECEIVED", "SENT");
        settled(citizen, "INFORMATION_REQUESTED", "SENT");

        assertThat(sent(2))
                .anySatisfy(said -> assertThat(said)
                        .contains("\"aduan_diterima\"", citizen.number, "\"code\":\"id\"")
                        .doesNotContain("\"type\":\"text\",\"text\":{"))
                .anySatisfy(said -> assertThat(said).contains("\"aduan_butuh_info\"", "\"Di mana tepatnya?\""));
    }

    @Test
    void goesDownWithoutATemplate() {
        var citizen = writing(null);
        citizen.isAnswered();

        assertThat(settled(citizen, "ANSWERED", "FAILED")).containsEntry("last_cause", "WINDOW_CLOSED no template");

        world.mails(citizen.email, 1);
        assertThat(World.whole(world.mails(citizen.email).getFirst())).contains("Jalan Kenanga");
    }

    @Test
    void cutsALongAnswerAndKeepsTheLink() {
        var citizen = writing(open());
        citizen.isAnswered("Petugas kami sudah memeriksa lampu itu. ".repeat(250));

        settled(citizen, "ANSWERED", "SENT");

        assertThat(sent(2))
                .anySatisfy(said -> assertThat(said)
                        .contains("itu.…", "lacak/?nomor=" + citizen.number)
                        .hasSizeLessThan(4096 + 300));
    }

    @Test
    void saysNoWordOfASecretComplaint() {
        var citizen = citizen(world);
        vaultHolds(citizen, open(), "ulas-wa");
        citizen.complainsInSecretOn(ContactWay.WHATSAPP).isAnswered();

        settled(citizen, "ANSWERED", "SENT");

        assertThat(sent(2))
                .anySatisfy(said -> assertThat(said).contains("dapat Anda baca di halaman aduan"))
                .allSatisfy(said -> assertThat(said).doesNotContain("Kenanga"));
    }

    @ParameterizedTest
    @CsvSource({
        "131000, PENDING, WA 131000",
        "130429, PENDING, THROTTLED WA 130429",
        "131047, FAILED, WINDOW_CLOSED WA 131047",
        "131026, FAILED, RECIPIENT WA 131026",
        "131051, FAILED, CONTENT WA 131051",
        "190, PENDING, CONFIG WA 190",
        "131048, PENDING, QUALITY WA 131048"
    })
    void doesWhatTheFaultCallsFor(int code, String state, String cause) {
        whatsApp.answers(number, refused(code));

        var citizen = writing(open());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(onWhatsApp(citizen, "RECEIVED"))
                        .containsEntry("state", state)
                        .containsEntry("last_cause", cause));
        if (state.equals("FAILED")) {
            world.mails(citizen.email, 1);
        }
        assertThat(sent(1)).hasSize(1);
    }

    @Test
    void holdsTheWholeAccountWhileItIsOutOfOrder() {
        whatsApp.answersFirst(number, refused(190));
        var first = writing(open());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(onWhatsApp(first, "RECEIVED")).containsEntry("last_cause", "CONFIG WA 190"));
        assertThat(Metrics.shown()).containsPattern("deliveries_held_total\\{fault=\"CONFIG\"\\} [1-9]");

        first.isAnswered();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(onWhatsApp(first, "ANSWERED")).containsEntry("last_cause", "ACCOUNT_PAUSED"));
        assertThat(sent(1)).hasSize(1);
        goOn(Duration.ofMinutes(2));
        settled(first, "RECEIVED", "SENT");
        settled(first, "ANSWERED", "SENT");
    }

    @Test
    void waitsForTheOperatorOfAnAccountWithoutAToken() {
        var citizen = citizen(world);
        vaultHolds(citizen, open(), "tanpa-kunci");
        citizen.complains(UUID.randomUUID(), Set.of(ContactWay.WHATSAPP, ContactWay.EMAIL));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(onWhatsApp(citizen, "RECEIVED")).containsEntry("last_cause", "CONFIG no token"));
    }

    @Test
    void tellsOnceThatItIsOutAndOnceThatItIsThereInWhateverOrderReportsCome() {
        var citizen = writing(open());
        var id = id(settled(citizen, "RECEIVED", "SENT"));

        report(id, ReportedState.READ);
        settled(citizen, "RECEIVED", "READ");
        report(id, ReportedState.DELIVERED);
        report(id, ReportedState.SENT);
        report(id, ReportedState.FAILED, ReportedFault.RECIPIENT);
        isHeard();

        assertThat(onWhatsApp(citizen, "RECEIVED")).containsEntry("state", "READ");
        assertThat(world.told(citizen.complaint, 2))
                .hasExactlyElementsOfTypes(MessageSent.class, MessageDelivered.class);
    }

    @Test
    void letsAReportSettleWhatNobodyKnows() {
        whatsApp.answers(number, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        var citizen = writing(open());
        var id = id(settled(citizen, "RECEIVED", "UNKNOWN"));

        report(id, ReportedState.DELIVERED);

        assertThat(settled(citizen, "RECEIVED", "DELIVERED")).containsEntry("report_until", null);
        assertThat(world.told(citizen.complaint, 2))
                .hasExactlyElementsOfTypes(MessageSent.class, MessageDelivered.class);
        assertThat(sent(1)).hasSize(1);
    }

    @Test
    void givesUpWhatNobodyReportsOn() {
        whatsApp.answers(number, aResponse().withStatus(502));
        var citizen = writing(open());
        settled(citizen, "RECEIVED", "UNKNOWN");

        time.goOn(Duration.ofHours(25));
        unreported.giveUp().await().atMost(PATIENCE);

        assertThat(settled(citizen, "RECEIVED", "FAILED")).containsEntry("last_cause", "UNREACHABLE no report");
        world.mails(citizen.email, 1);
    }

    @Test
    void goesDownWithItsWordsWhenWhatWasTakenDoesNotReach() {
        var citizen = writing(open());
        citizen.isAnswered();
        var id = id(settled(citizen, "ANSWERED", "SENT"));

        report(id, ReportedState.FAILED, ReportedFault.RECIPIENT);

        assertThat(settled(citizen, "ANSWERED", "FAILED")).containsEntry("words", null);
        assertThat(World.whole(world.mails(citizen.email, 1).getFirst())).contains("Jalan Kenanga");
    }

    @Test
    void forgetsTheWordsOfWhatIsOutAfterADay() {
        var citizen = writing(open());
        citizen.isAnswered();
        assertThat(settled(citizen, "ANSWERED", "SENT")).doesNotContainEntry("words", null);

        time.goOn(Duration.ofHours(25));
        unreported.giveUp().await().atMost(PATIENCE);

        assertThat(onWhatsApp(citizen, "ANSWERED"))
                .containsEntry("state", "SENT")
                .containsEntry("words", null);
    }

    @Test
    void isTriedAgainWhenAPassingFaultIsReported() {
        var citizen = writing(open());
        var id = id(settled(citizen, "RECEIVED", "SENT"));

        report(id, ReportedState.FAILED, ReportedFault.TRANSIENT);

        settled(citizen, "RECEIVED", "PENDING");
        // Of the attempt that failed, told late.
        report(id, ReportedState.SENT);
        isHeard();
        assertThat(onWhatsApp(citizen, "RECEIVED")).containsEntry("state", "PENDING");
        goOn(Duration.ofMinutes(1));
        assertThat(settled(citizen, "RECEIVED", "SENT")).containsEntry("attempts", 2);
        assertThat(sent(3)).hasSize(3);
    }

    /** Its report comes while the provider's answer is still on its way to us. */
    @ParameterizedTest
    @CsvSource({"DELIVERED, , DELIVERED, 1", "FAILED, RECIPIENT, FAILED, 1", "FAILED, TRANSIENT, PENDING, 1"})
    void believesAReportThatOvertakesItsAttempt(
            ReportedState reported, @Nullable ReportedFault fault, String state, int attempts) {
        whatsApp.answers(number, taken().withFixedDelay(3000));
        var citizen = writing(open());
        var id = id(settled(citizen, "RECEIVED", "SENDING"));
        sent(1);

        report(id, reported, fault);
        settled(citizen, "RECEIVED", state);
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);

        assertThat(onWhatsApp(citizen, "RECEIVED"))
                .containsEntry("state", state)
                .containsEntry("attempts", attempts);
    }

    @Test
    void dropsAReportOnNothingOfOurs() {
        report(UUID.randomUUID(), ReportedState.READ);

        isHeard();
    }

    @Test
    void answersInTheOrderInWhichRepliesFellDue() {
        var conversation = UUID.randomUUID();
        var replies = Stream.generate(UUID::randomUUID).limit(4).toList();
        whatsApp.answersFirst(number, aResponse().withStatus(500));
        for (var i = 0; i < 4; i++) {
            intakeSays(conversation, replies.get(i), open(), "\"kind\":\"WORDS\",\"text\":\"kalimat " + i + "\"");
            fallsDue(conversation, replies.get(i));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.rows(conversation))
                        .extracting(row -> row.get("state"), row -> row.get("last_cause"))
                        .containsExactlyInAnyOrder(
                                tuple("PENDING", "HTTP 500"),
                                tuple("PENDING", null),
                                tuple("PENDING", null),
                                tuple("PENDING", null)));

        goOn(Duration.ofMinutes(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.rows(conversation))
                        .hasSize(4)
                        .allSatisfy(row -> assertThat(row).containsEntry("state", "SENT")));
        assertThat(sent(5))
                .extracting(said -> said.replaceAll("(?s).*(kalimat .).*", "$1"))
                .containsExactly("kalimat 0", "kalimat 0", "kalimat 1", "kalimat 2", "kalimat 3");
        assertThat(shown(conversation)).isEmpty();
    }

    @Test
    void asksAndWishesForAPlaceInAConversation() {
        var conversation = UUID.randomUUID();
        var question = UUID.randomUUID();
        var place = UUID.randomUUID();
        intakeSays(conversation, question, open(), """
                "kind":"QUESTION","text":"Benar begitu?","choices":[{"id":"y","title":"Ya"},{"id":"t","title":"Tidak"}]
                """);
        intakeSays(conversation, place, open(), "\"kind\":\"PLACE_WANTED\",\"text\":\"Di mana?\"");
        fallsDue(conversation, question);
        fallsDue(conversation, place);

        assertThat(sent(2))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"type\":\"button\"", "\"title\":\"Tidak\"", question.toString()),
                        then -> assertThat(then).contains("location_request_message", "Di mana?", place.toString()));
        assertThat(given().auth()
                        .oauth2(Tokens.of("sari", "/surakarta", "coordinator"))
                        .get("/api/notification/v1/deliveries?limit=200")
                        .jsonPath()
                        .<Map<String, Object>>getList("items.findAll { it.id == '" + question + "' }"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("message", "DIALOGUE")
                        .containsEntry("way", "WHATSAPP")
                        .doesNotContainKeys("number", "complaintId"));
    }

    @Test
    void dropsAReplyThatComesTooLateOrIsGone() {
        var conversation = UUID.randomUUID();
        var late = UUID.randomUUID();
        var gone = UUID.randomUUID();
        intakeSays(conversation, late, time.instant(), "\"kind\":\"WORDS\",\"text\":\"terlambat\"");
        intakeAnswers(conversation, gone, aResponse().withStatus(410));
        fallsDue(conversation, late);
        fallsDue(conversation, gone);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(world.rows(conversation))
                        .extracting(row -> row.get("state"), row -> row.get("last_cause"))
                        .containsExactlyInAnyOrder(
                                tuple("FAILED", "WINDOW_CLOSED no template"), tuple("FAILED", "ERASED")));
    }

    private List<NotificationEvent> shown(UUID conversation) {
        return world.told(conversation, 0);
    }

    private Instant open() {
        return time.instant().plus(Duration.ofHours(20));
    }

    /** A citizen who complained by WhatsApp and has an e-mail address too. */
    private CitizenFixture writing(@Nullable Instant freeUntil) {
        var citizen = citizen(world);
        vaultHolds(citizen, freeUntil, "ulas-wa");
        return citizen.complains(UUID.randomUUID(), Set.of(ContactWay.WHATSAPP, ContactWay.EMAIL));
    }

    private void vaultHolds(CitizenFixture citizen, @Nullable Instant freeUntil, String account) {
        world.vaultAnswers(
                citizen.complaint,
                okJson("{\"number\":\"%s\",\"handles\":[%s,{\"way\":\"EMAIL\",\"address\":\"%s\"}]}"
                        .formatted(citizen.number, handle(freeUntil, account), citizen.email)));
    }

    private String handle(@Nullable Instant freeUntil, String account) {
        return "{\"way\":\"WHATSAPP\",\"account\":\"%s\",\"address\":\"%s\"%s}"
                .formatted(account, number, freeUntil == null ? "" : ",\"freeUntil\":\"" + freeUntil + "\"");
    }

    private void intakeSays(UUID conversation, UUID reply, Instant freeUntil, String says) {
        intakeAnswers(
                conversation,
                reply,
                okJson("{\"government\":\"surakarta\",\"handle\":%s,\"says\":{%s}}"
                        .formatted(handle(freeUntil, "ulas-wa"), says)));
    }

    private void intakeAnswers(UUID conversation, UUID reply, ResponseDefinitionBuilder answer) {
        world.intake.stubFor(get(urlPathEqualTo("/api/intake/v1/conversations/" + conversation + "/replies/" + reply))
                .willReturn(answer));
    }

    /** All at the same moment: their order is that of the topic. */
    private void fallsDue(UUID conversation, UUID reply) {
        world.publish(UUID.randomUUID(), conversation, "surakarta", new ReplyDue(reply, DUE));
    }

    private void report(UUID delivery, ReportedState state) {
        report(delivery, state, null);
    }

    private void report(UUID delivery, ReportedState state, @Nullable ReportedFault fault) {
        world.publish(
                UUID.randomUUID(),
                delivery,
                "surakarta",
                new DeliveryReported(state, fault, fault == null ? null : "WA 1", time.instant()));
    }

    /** Another report, told after those before it and heard. */
    private void isHeard() {
        var citizen = writing(open());
        var id = id(settled(citizen, "RECEIVED", "SENT"));
        report(id, ReportedState.READ);
        settled(citizen, "RECEIVED", "READ");
    }

    private void goOn(Duration duration) {
        time.goOn(duration);
        dispatcher.wake();
    }

    private List<String> sent(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(whatsApp.sent(number)).hasSizeGreaterThanOrEqualTo(count));
        return whatsApp.sent(number);
    }

    private Map<String, @Nullable Object> settled(CitizenFixture citizen, String message, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(onWhatsApp(citizen, message)).containsEntry("state", state));
        return onWhatsApp(citizen, message);
    }

    private Map<String, @Nullable Object> onWhatsApp(CitizenFixture citizen, String message) {
        return world.rows(citizen.complaint).stream()
                .filter(row -> message.equals(row.get("message")) && "WHATSAPP".equals(row.get("way")))
                .findFirst()
                .orElse(Map.of());
    }

    private static UUID id(Map<String, @Nullable Object> row) {
        return (UUID) java.util.Objects.requireNonNull(row.get("id"));
    }
}
