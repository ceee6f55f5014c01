package id.tanggap.routing.work;

import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.governments.Governments;
import id.tanggap.messaging.outbox.EventWriter;
import id.tanggap.routing.cases.Case;
import id.tanggap.routing.destination.ProposedByRules;
import id.tanggap.routing.sop.Jurisdiction;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Jurisdiction SURAKARTA =
            new Jurisdiction(Objects.requireNonNull(Governments.load(null).find("surakarta")));

    @Test
    void tellsOfAllClocksTogether() {
        assertThat(telling(true).of(arrived(), "trace"))
                .extracting(event -> event.envelope().type())
                .containsExactly("complaint.verified.v1", "complaint.dispatched.v1", "complaint.clocks-changed.v1");
    }

    /** As the versions that know nothing else are told. */
    @Test
    void tellsOfEachClockAloneWhileAReaderNeedsIt() {
        assertThat(telling(false).of(arrived(), "trace"))
                .extracting(event -> event.envelope().type())
                .containsExactly(
                        "complaint.verified.v1",
                        "complaint.dispatched.v1",
                        "complaint.clock-started.v1",
                        "complaint.clock-started.v1",
                        "complaint.clock-started.v1",
                        "complaint.clock-met.v1",
                        "complaint.clock-met.v1",
                        "complaint.clock-met.v1");
    }

    private static Case arrived() {
        var event = received().inCategory("jalan-rusak").event();
        var proposal = ProposedByRules.to(event, SURAKARTA.government());
        return Case.open(UUID.randomUUID(), SURAKARTA, event, proposal, event.receivedAt());
    }

    private static Telling telling(boolean clocksTogether) {
        return new Telling(
                new EventWriter("routing-service", InstantSource.system()), new SimpleMeterRegistry(), clocksTogether);
    }
}
