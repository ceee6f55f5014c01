package id.tanggap.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Delivered;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Read;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageDelivered;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.delivery.Delivery.Claim;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.sender.Attempt;
import id.tanggap.notification.sender.Attempt.Erased;
import id.tanggap.notification.sender.Attempt.Hindered;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.Attempt.NoHandle;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import id.tanggap.notification.sender.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1));

    private static final Ladder LADDER = new Ladder(List.of(ContactWay.WHATSAPP, ContactWay.EMAIL, ContactWay.SMS));

    private final Delivery delivery = attempt(1);

    @Test
    void endsWhenSent() {
        assertThat(after(new Sent()))
                .isEqualTo(new Next(
                        DeliveryState.SENT,
                        null,
                        null,
                        List.of(
                                new MessageSent(MessageKind.ANSWERED, ContactWay.EMAIL, 1, NOON),
                                new AnswerReached(Reached.SENT, ContactWay.EMAIL, NOON))));
    }

    @Test
    void comesBackAfterAPassingFault() {
        assertThat(after(busy("SMTP 451")))
                .isEqualTo(new Next(DeliveryState.PENDING, NOON.plusSeconds(30), "SMTP 451", List.of()));
    }

    @Test
    void waitsLongerEachTime() {
        assertThat(attempt(4).next(made(busy("SMTP 451")), NOON, RETRY, 1).attemptAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(4)));
    }

    @Test
    void makesItsLastAttemptAtTheEndOfThePeriod() {
        var late = delivery.tryUntil().minusSeconds(1);

        assertThat(delivery.next(made(busy("SMTP 451")), late, RETRY, 1).attemptAt())
                .isEqualTo(delivery.tryUntil());
    }

    @Test
    void givesUpWhenThePeriodIsOver() {
        var end = delivery.tryUntil();

        assertThat(delivery.next(made(busy("ConnectException")), end, RETRY, 1))
                .isEqualTo(new Next(
                        DeliveryState.FAILED,
                        null,
                        "UNREACHABLE ConnectException",
                        List.of(failed(FailureReason.UNREACHABLE, end))));
    }

    @Test
    void failsForARefusedRecipient() {
        assertThat(after(new Failed(Fault.RECIPIENT, "SMTP 550")))
                .isEqualTo(new Next(
                        DeliveryState.FAILED,
                        null,
                        "RECIPIENT SMTP 550",
                        List.of(failed(FailureReason.RECIPIENT, NOON))));
    }

    @Test
    void failsForAnErasedCitizen() {
        assertThat(after(new Erased()))
                .isEqualTo(new Next(DeliveryState.FAILED, null, "ERASED", List.of(failed(FailureReason.ERASED, NOON))));
    }

    @Test
    void endsQuietlyWithoutAHandle() {
        assertThat(after(new NoHandle())).isEqualTo(new Next(DeliveryState.NO_ADDRESS, null, null, List.of()));
    }

    @Test
    void waitsForTheVault() {
        assertThat(after(new Hindered("HTTP 503")))
                .isEqualTo(new Next(DeliveryState.PENDING, NOON.plusSeconds(30), "HTTP 503", List.of()));
    }

    @Test
    void comesBackNoSoonerThanTheProviderAllows() {
        var limit = NOON.plusSeconds(600);

        assertThat(after(new Failed(Fault.THROTTLED, "HTTP 429", limit)))
                .isEqualTo(new Next(DeliveryState.PENDING, limit, "THROTTLED HTTP 429", List.of()));
        assertThat(after(new Failed(Fault.THROTTLED, "HTTP 429", NOON.plusSeconds(1)))
                        .attemptAt())
                .isEqualTo(NOON.plusSeconds(30));
    }

    /** A wrong password is mended some time in the day. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONFIG", "QUALITY"})
    void waitsForTheOperator(Fault fault) {
        assertThat(after(new Failed(fault, "SMTP 535")))
                .isEqualTo(new Next(DeliveryState.PENDING, NOON.plusSeconds(30), fault + " SMTP 535", List.of()));
        assertThat(delivery.next(made(new Failed(fault, "SMTP 535")), delivery.tryUntil(), RETRY, 1))
                .returns(DeliveryState.FAILED, Next::state)
                .returns("UNREACHABLE " + fault + " SMTP 535", Next::cause);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WINDOW_CLOSED", "CONTENT"})
    void failsForAMessageThatTheProviderDoesNotTake(Fault fault) {
        assertThat(after(new Failed(fault, "131047")))
                .isEqualTo(new Next(
                        DeliveryState.FAILED, null, fault + " 131047", List.of(failed(FailureReason.REFUSED, NOON))));
    }

    @Test
    void waitsForAReportWhenNobodyKnowsWhetherItIsOut() {
        assertThat(after(new Unknown("TimeoutException")))
                .isEqualTo(new Next(DeliveryState.UNKNOWN, null, "TimeoutException", List.of()));
    }

    @Test
    void tellsOnceThatItIsOut() {
        var sent = new MessageSent(MessageKind.ANSWERED, ContactWay.EMAIL, 1, NOON);
        var delivered = new MessageDelivered(MessageKind.ANSWERED, ContactWay.EMAIL, NOON);

        var reachedBySending = new AnswerReached(Reached.SENT, ContactWay.EMAIL, NOON);
        var reached = new AnswerReached(Reached.DELIVERED, ContactWay.EMAIL, NOON);

        assertThat(after(new Sent()).toldAfter(DeliveryState.UNKNOWN)).containsExactly(sent, reachedBySending);
        assertThat(after(new Sent()).toldAfter(DeliveryState.SENT)).isEmpty();
        for (var next : List.of(after(new Delivered()), after(new Read()))) {
            assertThat(next.toldAfter(DeliveryState.UNKNOWN)).containsExactly(sent, delivered, reached);
            assertThat(next.toldAfter(DeliveryState.SENT)).containsExactly(delivered, reached);
            assertThat(next.toldAfter(DeliveryState.DELIVERED)).isEmpty();
        }
    }

    @Test
    void goesDownWhenItFailsForGoodOnItsWay() {
        assertThat(down(after(new Failed(Fault.RECIPIENT, "SMTP 550")))).isEqualTo(ContactWay.SMS);
        assertThat(down(after(new NoHandle()))).isEqualTo(ContactWay.SMS);
        assertThat(down(delivery.next(made(busy("HTTP 503")), delivery.tryUntil(), RETRY, 1)))
                .isEqualTo(ContactWay.SMS);
    }

    @Test
    void staysOnItsWayOtherwise() {
        assertThat(down(after(new Sent()))).isNull();
        assertThat(down(after(busy("HTTP 503")))).isNull();
        assertThat(down(after(new Unknown("TimeoutException")))).isNull();
        assertThat(down(after(new Erased()))).isNull();
    }

    @Test
    void neverShowsTheAnswer() {
        assertThat(delivery.toString()).doesNotContain("lampu");
    }

    private @Nullable ContactWay down(Next next) {
        return delivery.wayDown(next, LADDER);
    }

    private Next after(Outcome outcome) {
        return after(made(outcome));
    }

    private Next after(Attempt attempt) {
        return delivery.next(attempt, NOON, RETRY, 1);
    }

    private static Attempt made(Outcome outcome) {
        return new Made(outcome);
    }

    private static Outcome busy(String cause) {
        return new Failed(Fault.TRANSIENT, cause);
    }

    private static MessageFailed failed(FailureReason reason, Instant at) {
        return new MessageFailed(MessageKind.ANSWERED, ContactWay.EMAIL, reason, 1, at);
    }

    private static Delivery attempt(int attempts) {
        var message = new Message(
                UUID.randomUUID(),
                new About(UUID.randomUUID(), "SKA-4F7K-92XM", "surakarta"),
                MessageKind.ANSWERED,
                "dishub",
                "Petugas telah mengganti lampu.");
        return new Delivery(
                message,
                ContactWay.EMAIL,
                Set.of(ContactWay.EMAIL, ContactWay.SMS, ContactWay.PHONE),
                new Claim(attempts, false),
                NOON.plus(Duration.ofHours(24)),
                null);
    }
}
