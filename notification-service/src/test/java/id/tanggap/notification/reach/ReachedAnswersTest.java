package id.tanggap.notification.reach;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.NotificationEvent.AnswerReached;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.notification.reach.ReachedAnswers.Owed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of all that an office says only an answer is waited for. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ReachedAnswersTest {
    private final World world = World.here();
    private final UUID complaint = UUID.randomUUID();

    @Inject
    ReachedAnswers reached;

    @Inject
    Outbox outbox;

    @Test
    void areToldAndNothingElseIs() {
        var all = Stream.of(MessageKind.values())
                .map(kind -> new Owed(complaint, "surakarta", kind.name(), null))
                .toList();

        outbox.inTransaction(transaction -> reached.tell(transaction, all, Reached.SENT, ContactWay.WHATSAPP))
                .await()
                .indefinitely();

        assertThat(world.told(complaint, 1)).singleElement().isInstanceOfSatisfying(AnswerReached.class, told -> {
            assertThat(told.by()).isEqualTo(Reached.SENT);
            assertThat(told.way()).isEqualTo(ContactWay.WHATSAPP);
        });
    }
}
