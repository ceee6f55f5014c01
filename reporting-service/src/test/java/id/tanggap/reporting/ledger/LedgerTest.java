package id.tanggap.reporting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.proof.Digest;
import id.tanggap.proof.Event;
import id.tanggap.proof.EventChain;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import id.tanggap.reporting.Told;
import id.tanggap.reporting.facts.Feed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class LedgerTest {
    @Inject
    Feed feed;

    @BeforeEach
    void startsEmpty() {
        feed.forgetAll();
    }

    @Test
    void chainsTheEventsOfEachTopic() {
        var story = ComplaintStory.in("surakarta");
        feed.take(story.answered(Duration.ofDays(1)));
        feed.take(List.of(story.messageSent(MessageKind.RECEIVED)));
        feed.take(List.of(story.another().received()));
        var objected = story.objectedAfter(Duration.ofDays(2));
        feed.take(List.of(objected));

        assertThat(chain(story, "complaint.intake.v1"))
                .extracting(link -> link.get("type"))
                .containsExactly("complaint.received.v1", "complaint.objection-raised.v1");
        assertThat(chain(story, "complaint.routing.v1"))
                .extracting(link -> link.get("seq"))
                .containsExactly(1, 2, 3);
        assertThat(chain(story, "complaint.response.v1")).hasSize(2);
        assertThat(chain(story, "complaint.notification.v1")).hasSize(1);
    }

    @Test
    void canBeComputedAnewByAnybodyWhoHasTheEvents() {
        var story = ComplaintStory.in("surakarta");
        var received = story.received();
        var objected = story.objectedAfter(Duration.ofDays(2));
        feed.take(List.of(received));
        feed.take(List.of(objected));

        var head = EventChain.START;
        for (var told : List.of(received, objected)) {
            head = EventChain.link(head, event(told));
        }

        assertThat(hex(chain(story, "complaint.intake.v1").getLast().get("link")))
                .isEqualTo(head.hex());
        assertThat(hex(feed.query("select link from ledger_head where complaint_id = '%s'".formatted(story.id()))
                        .getFirst()
                        .get("link")))
                .isEqualTo(head.hex());
    }

    @Test
    void takesAnEventOnce() {
        var story = ComplaintStory.in("surakarta");
        var received = story.received();
        feed.take(List.of(received, received));
        feed.take(List.of(received));

        assertThat(chain(story, "complaint.intake.v1")).hasSize(1);
    }

    private List<Map<String, Object>> chain(ComplaintStory story, String topic) {
        return feed.query("select * from ledger where complaint_id = '%s' and topic = '%s' order by seq"
                .formatted(story.id(), topic));
    }

    private static Event event(Told told) {
        var record = told.consumed();
        return new Event(
                told.id().toString(), told.type(), told.time().toString(), Digest.sha256(record.value()), null);
    }

    private static @Nullable String hex(@Nullable Object bytes) {
        return bytes instanceof byte[] digest ? HexFormat.of().formatHex(digest) : null;
    }
}
