package id.tanggap.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.NotificationEvent.FailureReason;
import id.tanggap.contracts.event.NotificationEvent.MessageFailed;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.MessageSent;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.delivery.Delivery.Next;
import id.tanggap.notification.sender.Message;
import id.tanggap.notification.sender.Message.About;
import id.tanggap.notification.sender.Outcome;
import id.tanggap.notification.sender.Outcome.Erased;
import id.tanggap.notification.sender.Outcome.NoAddress;
import id.tanggap.notification.sender.Outcome.Postponed;
import id.tanggap.notification.sender.Outcome.Refused;
import id.tanggap.notification.sender.Outcome.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final RetryPolicy RETRY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1));

    private final Delivery delivery = attempt(1);

    @Test
    void endsWhenSent() {
        assertThat(after(new Sent()))
                .isEqualTo(new Next(
                        DeliveryState.SENT,
                        null,
                        null,
                        new MessageSent(MessageKind.ANSWERED, ContactWay.EMAIL, 1, NOON)));
    }

    @Test
    void comesBackAfterAPassingFault() {
        assertThat(after(new Postponed("SMTP 451")))
                .isEqualTo(new Next(DeliveryState.PENDING, NOON.plusSeconds(30), "SMTP 451", null));
    }

    @Test
    void waitsLongerEachTime() {
        assertThat(attempt(4).next(new Postponed("SMTP 451"), NOON, RETRY, 1).attemptAt())
                .isEqualTo(NOON.plus(Duration.ofMinutes(4)));
    }

    @Test
    void makesItsLastAttemptAtTheEndOfThePeriod() {
        var late = delivery.tryUntil().minusSeconds(1);

        assertThat(delivery.next(new Postponed("SMTP 451"), late, RETRY, 1).attemptAt())
                .isEqualTo(delivery.tryUntil());
    }

    @Test
    void givesUpWhenThePeriodIsOver() {
        var end = delivery.tryUntil();

        assertThat(delivery.next(new Postponed("ConnectException"), end, RETRY, 1))
                .isEqualTo(new Next(
                        DeliveryState.FAILED,
                        null,
                        "UNREACHABLE ConnectException",
                        failed(FailureReason.UNREACHABLE, end)));
    }

    @Test
    void failsForARefusedRecipient() {
        assertThat(after(new Refused("SMTP 550")))
                .isEqualTo(new Next(
                        DeliveryState.FAILED, null, "RECIPIENT SMTP 550", failed(FailureReason.RECIPIENT, NOON)));
    }

    @Test
    void failsForAnErasedCitizen() {
        assertThat(after(new Erased()))
                .isEqualTo(new Next(DeliveryState.FAILED, null, "ERASED", failed(FailureReason.ERASED, NOON)));
    }

    @Test
    void endsQuietlyWithoutAnAddress() {
        assertThat(after(new NoAddress())).isEqualTo(new Next(DeliveryState.NO_ADDRESS, null, null, null));
    }

    @Test
    void neverShowsTheAnswer() {
        assertThat(delivery.toString()).doesNotContain("lampu");
    }

    private Next after(Outcome outcome) {
        return delivery.next(outcome, NOON, RETRY, 1);
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
        return new Delivery(message, ContactWay.EMAIL, attempts, NOON.plus(Duration.ofHours(24)), null);
    }
}
