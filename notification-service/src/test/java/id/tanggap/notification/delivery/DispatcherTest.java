package id.tanggap.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static id.tanggap.notification.delivery.CitizenFixture.citizen;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.NotificationConfig;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.testkit.SettableTime;
import id.tanggap.testkit.Tokens;
import id.tanggap.testkit.api.Metrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between the ledger and the mail box, and how it comes right. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class DispatcherTest {
    private final World world = World.here();

    @Inject
    Dispatcher dispatcher;

    @Inject
    SettableTime time;

    @Inject
    Deliveries deliveries;

    @Inject
    Dispatch dispatch;

    @Inject
    DeliveryMetrics metrics;

    @Inject
    NotificationConfig config;

    @Inject
    Vertx vertx;

    @AfterEach
    void mendEverything() {
        world.gate.open();
        world.gate.refuseUs(false);
        world.gate.release();
        world.keycloakIsUp();
        world.execute("drop function if exists crash cascade");
    }

    @Test
    void sendsWhenTheMailServerIsBack() {
        world.gate.shut();
        var citizen = citizen(world).complains();
        assertThat(waiting(citizen.complaint))
                .containsEntry("attempts", 1)
                .containsEntry("last_cause", "ConnectException");

        world.gate.open();
        later(Duration.ofMinutes(1));

        world.mails(citizen.email, 1);
        assertThat(world.told(citizen.complaint, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageSent.class, sent -> assertThat(sent.attempts()).isEqualTo(2));
    }

    /** Anybody may give anybody's address; what waits is seen, and lost to nobody. */
    @Test
    void holdsWhatAnAddressIsSentBeyondItsHour() {
        var victim = citizen(world);
        var complaints =
                Stream.generate(() -> citizen(world)).limit(config.anHour() + 3).toList();
        complaints.forEach(one -> world.vaultHolds(one.complaint, victim.email));

        complaints.forEach(CitizenFixture::complains);

        var states = await().until(
                        () -> complaints.stream()
                                .map(one -> held(one.complaint))
                                .toList(),
                        rows -> rows.stream().allMatch(List.of("SENT null", "PENDING RECIPIENT_LIMIT")::contains));
        assertThat(states).filteredOn("PENDING RECIPIENT_LIMIT"::equals).hasSize(3);
        assertThat(world.mails(victim.email, config.anHour())).hasSize(config.anHour());
        assertThat(shown("PENDING")).filteredOn("RECIPIENT_LIMIT"::equals).hasSizeGreaterThanOrEqualTo(3);

        victim.complains();
        victim.isAnswered();
        assertThat(world.mails(victim.email, config.anHour() + 1)).hasSize(config.anHour() + 1);
        later(Duration.ofMinutes(61));

        world.mails(victim.email, config.anHour() + 5);
        complaints.forEach(one -> assertThat(world.told(one.complaint, 1)).hasOnlyElementsOfType(MessageSent.class));
    }

    private static List<String> shown(String state) {
        return given().auth()
                .oauth2(Tokens.of("sari", "/surakarta", "coordinator"))
                .get("/api/notification/v1/deliveries?limit=200&state=" + state)
                .jsonPath()
                .getList("items.lastCause");
    }

    private String held(UUID complaint) {
        var row = world.row(complaint, "RECEIVED");
        return row.get("state") + " " + row.get("last_cause");
    }

    @Test
    void sendsWhenIntakeIsBack() {
        var citizen = citizen(world);
        world.vaultAnswersFirst(citizen.complaint, aResponse().withStatus(503), citizen.email);
        citizen.complains();
        assertThat(waiting(citizen.complaint)).containsEntry("last_cause", "HTTP 503");

        later(Duration.ofMinutes(1));

        world.mails(citizen.email, 1);
    }

    @Test
    void sendsWhenKeycloakIsBack() {
        world.keycloakIsDown();
        var citizen = citizen(world);
        citizen.complains();
        assertThat(waiting(citizen.complaint)).containsEntry("last_cause", "OidcClientException");

        world.keycloakIsUp();
        later(Duration.ofMinutes(1));

        world.mails(citizen.email, 1);
    }

    @Test
    void sendsWhenAnOperatorHasMendedOurLogin() {
        world.gate.refuseUs(true);
        var citizen = citizen(world).complains();
        assertThat(waiting(citizen.complaint)).containsEntry("last_cause", "CONFIG SMTP 550");
        assertThat(Metrics.shown()).containsPattern("deliveries_held_total\\{fault=\"CONFIG\"\\} [1-9]");

        world.gate.refuseUs(false);
        later(Duration.ofMinutes(1));

        world.mails(citizen.email, 1);
    }

    @Test
    void givesUpAfterADay() {
        world.gate.shut();
        var citizen = citizen(world).complains();
        waiting(citizen.complaint);

        later(Duration.ofHours(25));

        assertThat(world.row(citizen.complaint, "RECEIVED", "FAILED"))
                .containsEntry("last_cause", "UNREACHABLE ConnectException");
        assertThat(world.told(citizen.complaint, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.UNREACHABLE));
    }

    @Test
    void givesUpARefusedRecipient() {
        var citizen = citizen(world);
        world.gate.refuse(citizen.email);

        citizen.complains();

        assertFailed(citizen, FailureReason.RECIPIENT, "RECIPIENT SMTP 550");
    }

    @Test
    void givesUpAMalformedAddress() {
        var citizen = citizen(world);
        world.vaultHolds(citizen.complaint, "bukan alamat@@contoh");

        citizen.complains();

        assertFailed(citizen, FailureReason.RECIPIENT, "RECIPIENT malformed address");
    }

    @Test
    void givesUpAnErasedCitizen() {
        assertErased(aResponse().withStatus(410));
        assertErased(aResponse().withStatus(404).withHeader("Content-Type", "application/problem+json"));
    }

    @Test
    void doesNotTakeAnyNotFoundForAnErasedCitizen() {
        var citizen = citizen(world);
        world.vaultAnswers(citizen.complaint, aResponse().withStatus(404).withHeader("Content-Type", "text/html"));

        citizen.complains();

        assertThat(waiting(citizen.complaint)).containsEntry("last_cause", "HTTP 404");
    }

    @Test
    void notesWhenTheVaultKnowsNoAddress() {
        var citizen = citizen(world);
        world.vaultAnswers(
                citizen.complaint,
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"handles\":[{\"way\":\"PHONE\",\"address\":\"0812\"}]}"));

        citizen.complains();

        world.row(citizen.complaint, "RECEIVED", "NO_ADDRESS");
    }

    @Test
    void sendsAgainUnderTheSameIdWhenTheServersWordIsLost() throws MessagingException {
        var citizen = citizen(world);
        world.gate.loseNextReply();
        citizen.complains();
        world.mails(citizen.email, 1);
        waiting(citizen.complaint);

        later(Duration.ofMinutes(1));

        assertOneMessageId(citizen);
    }

    /** A crash between the mail server's word and our commit: the row keeps the lease of the one who died. */
    @Test
    void sendsAgainUnderTheSameIdWhenTheOutcomeWasNotWritten() throws MessagingException {
        world.execute("""
                create function crash() returns trigger language plpgsql as 'begin raise exception ''gone''; end';
                create trigger crash before update on delivery for each row when (new.state = 'SENT')
                execute function crash()
                """);
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);
        assertThat(world.row(citizen.complaint, "RECEIVED")).containsEntry("state", "SENDING");
        world.execute("drop function crash cascade");

        later(Dispatcher.LEASE.plusSeconds(1));

        assertOneMessageId(citizen);
    }

    @Test
    void sharesTheWorkAmongReplicas() {
        var replica = new Dispatcher(deliveries, dispatch, metrics, config, time, vertx);
        replica.start(new StartupEvent());
        var citizens = Stream.generate(() -> citizen(world)).limit(30).toList();

        citizens.forEach(citizen -> {
            citizen.complains();
            replica.wake();
        });

        citizens.forEach(citizen -> world.row(citizen.complaint, "RECEIVED", "SENT"));
        assertThat(citizens)
                .allSatisfy(citizen -> assertThat(world.mails(citizen.email)).hasSize(1));
        replica.stop(new ShutdownEvent());
    }

    @Test
    void finishesTheMailInFlightBeforeItCloses() {
        world.gate.hold();
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        var closed = CompletableFuture.runAsync(() -> dispatcher.stop(new ShutdownEvent()));
        world.gate.release();

        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
        assertThat(world.row(citizen.complaint, "RECEIVED")).containsEntry("state", "SENT");
        dispatcher.start(new StartupEvent());
    }

    @Test
    void givesBackTheMailItCannotFinish() {
        world.gate.hold();
        var citizen = citizen(world).complains();
        world.mails(citizen.email, 1);

        dispatcher.stop(new ShutdownEvent());

        assertThat(world.row(citizen.complaint, "RECEIVED")).containsEntry("state", "PENDING");
        // What comes in after all still counts: the mail is out.
        world.gate.release();
        world.row(citizen.complaint, "RECEIVED", "SENT");
        dispatcher.start(new StartupEvent());
    }

    private Map<String, @Nullable Object> waiting(UUID complaint) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(world.row(complaint, "RECEIVED"))
                        .containsEntry("state", "PENDING")
                        .doesNotContainEntry("last_cause", null));
        return world.row(complaint, "RECEIVED");
    }

    private void later(Duration duration) {
        time.goOn(duration);
        dispatcher.wake();
    }

    private void assertErased(ResponseDefinitionBuilder answer) {
        var citizen = citizen(world);
        world.vaultAnswers(citizen.complaint, answer);
        citizen.complains();
        assertFailed(citizen, FailureReason.ERASED, "ERASED");
    }

    private void assertFailed(CitizenFixture citizen, FailureReason reason, String cause) {
        assertThat(world.row(citizen.complaint, "RECEIVED", "FAILED")).containsEntry("last_cause", cause);
        assertThat(world.told(citizen.complaint, 1))
                .singleElement()
                .isInstanceOfSatisfying(MessageFailed.class, failed -> {
                    assertThat(failed.message()).isEqualTo(MessageKind.RECEIVED);
                    assertThat(failed.way()).isEqualTo(ContactWay.EMAIL);
                    assertThat(failed.reason()).isEqualTo(reason);
                });
        assertThat(world.mails(citizen.email)).isEmpty();
    }

    private void assertOneMessageId(CitizenFixture citizen) throws MessagingException {
        var id = "<" + world.row(citizen.complaint, "RECEIVED", "SENT").get("id") + "@localhost.localdomain>";
        for (MimeMessage mail : world.mails(citizen.email, 2)) {
            assertThat(mail.getMessageID()).isEqualTo(id);
        }
        assertThat(world.told(citizen.complaint, 1)).hasSize(1);
    }
}
