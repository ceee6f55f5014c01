package id.tanggap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EventChainTest {
    private static final Event RECEIVED =
            Event.of("a", "complaint.received.v1", "2026-10-03T02:11:09Z", "{\"text\":\"Lampu — mati\"}");
    private static final Event WITHDRAWN = Event.of("b", "complaint.withdrawn.v1", "2026-10-04T02:11:09Z", "{}");
    private static final Event ANSWERED = Event.of("c", "complaint.answered.v1", "2026-10-05T00:00:00Z", "x");

    /** Reckoned from docs/proof.md with another language. */
    @Example
    void linksAsSpecified() {
        var first = EventChain.link(EventChain.START, RECEIVED);
        var second = EventChain.link(first, WITHDRAWN);
        var other = EventChain.head(List.of(ANSWERED));

        assertThat(first.hex()).isEqualTo("929a6e6390126a0fdf344a20a9e6e188bed17be14b204cbbcf76f317e52d3a05");
        assertThat(second.hex()).isEqualTo("b28a6dee478b2dedd5cbeef3efacde5241b99d50190480e618da06e777bc6a74");
        assertThat(other.hex()).isEqualTo("2c7a93c43b4d20ddc824af36f6aec9bb8602d6a5220d0be1b43c1d29524c4075");
        assertThat(EventChain.caseDigest(Map.of("complaint.response.v1", other, "complaint.intake.v1", second))
                        .hex())
                .isEqualTo("1562a95ca48e85f7a3d3815bcd60563ee7c6b4be55f04b20afa4ad19f0758e39");
    }

    @Property(tries = 200)
    void staysWhenAPayloadIsErased(@ForAll List<String> payloads, @ForAll int which) {
        var events = new ArrayList<Event>();
        for (var payload : payloads) {
            events.add(Event.of("id" + events.size(), "type", "time", wellFormed(payload)));
        }
        var head = EventChain.head(events);

        if (!events.isEmpty()) {
            var erased = Math.floorMod(which, events.size());
            events.set(erased, events.get(erased).withoutPayload());
        }

        assertThat(EventChain.head(events)).isEqualTo(head);
        assertThat(events).allMatch(Event::holds);
    }

    @Example
    void feelsEveryChangeOfOrderNumberAndHeader() {
        var different = Stream.<List<Event>>of(
                List.of(),
                List.of(RECEIVED),
                List.of(WITHDRAWN),
                List.of(RECEIVED, WITHDRAWN),
                List.of(WITHDRAWN, RECEIVED),
                List.of(RECEIVED, RECEIVED, WITHDRAWN),
                List.of(new Event("b", RECEIVED.type(), RECEIVED.time(), RECEIVED.payloadDigest(), null)),
                List.of(new Event("a", WITHDRAWN.type(), RECEIVED.time(), RECEIVED.payloadDigest(), null)),
                List.of(new Event("a", RECEIVED.type(), WITHDRAWN.time(), RECEIVED.payloadDigest(), null)),
                List.of(new Event("a", RECEIVED.type(), RECEIVED.time(), WITHDRAWN.payloadDigest(), null)));

        assertThat(different.map(EventChain::head)).doesNotHaveDuplicates();
    }

    @Example
    void takesNoHeaderWhoseEndIsInDoubt() {
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("a\nb", "type", "time", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("a", "type\n", "time", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("a", "type", "\ntime", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventChain.caseDigest(Map.of("topic\0", EventChain.START)));
    }

    @Example
    void takesNoTextThatHasNoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("a", "type", "time", "\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("\udc00", "type", "time", ""));
    }

    private static String wellFormed(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }
}
