package id.tanggap.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ScreeningReason;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.wire.Envelope;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.messaging.inbox.ReceivedEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Envelope ENVELOPE = new Envelope(
            UUID.randomUUID(), "some.thing.v1", "/tanggap/test", UUID.randomUUID(), "surakarta", NOON, null);

    @Test
    void saysWhichOfficeAsksOrAnswersWhat() {
        assertThat(planned(new InformationRequested("dishub", "Di sisi mana?", NOON)))
                .returns(MessageKind.INFORMATION_REQUESTED, PlannedDelivery::message)
                .returns("dishub", PlannedDelivery::agency)
                .returns("Di sisi mana?", PlannedDelivery::words);
        assertThat(planned(new AnswerPublished("dishub", "Sudah kami ganti.", NOON)))
                .returns(MessageKind.ANSWERED, PlannedDelivery::message)
                .returns("dishub", PlannedDelivery::agency)
                .returns("Sudah kami ganti.", PlannedDelivery::words)
                .returns(NOON, PlannedDelivery::happenedAt)
                .returns(ENVELOPE, PlannedDelivery::because);
    }

    @Test
    void saysWhoIsInChargeAndWhereToTurn() {
        assertThat(planned(new ReferredOutside("pln", "PT PLN (Persero)", "Hubungi 123.", NOON)))
                .returns(null, PlannedDelivery::agency)
                .returns("PT PLN (Persero)\n\nHubungi 123.", PlannedDelivery::words);
    }

    @Test
    void isOwedToEveryoneButWhoAdvertisesOrAbuses() {
        for (var reason : ScreeningReason.values()) {
            assertThat(Notice.INTEREST.in(new ComplaintScreenedOut(reason, NOON)))
                    .isEqualTo(reason != ScreeningReason.SPAM);
        }
    }

    @Test
    void isOneForEachKindOfMessage() {
        assertThat(EventCodec.types().values().stream()
                        .filter(type -> type != ActTaken.class)
                        .filter(Notice.INTEREST::in))
                .hasSameSizeAs(MessageKind.values());
    }

    /** A message cannot be taken back: it waits until the answer is certain. */
    @Test
    void isOwedWhenTheAnswerIsTaken() {
        var answered = new AnswerPublished("dishub", "Sudah kami ganti.", NOON);
        var taken = new ActTaken(new UUID(0, 7), OneAct.of(answered), null);

        assertThat(Notice.INTEREST.heardIn(new ReceivedEvent(ENVELOPE, answered.asProposal(), new byte[0])))
                .isEmpty();
        assertThat(Notice.INTEREST.heardIn(new ReceivedEvent(ENVELOPE, taken, new byte[0])))
                .singleElement()
                .returns(answered, ReceivedEvent::event);
    }

    @Test
    void isThereForNothingElse() {
        var accepted = new Accepted("dishub", NOON);

        assertThat(Notice.INTEREST.in(accepted)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> planned(accepted));
    }

    private static PlannedDelivery planned(Event event) {
        return Notice.of(new ReceivedEvent(ENVELOPE, event, new byte[0]));
    }
}
