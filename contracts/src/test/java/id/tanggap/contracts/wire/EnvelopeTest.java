package id.tanggap.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    @Test
    void correlatesByTheTraceOfTheRequestThatBeganIt() {
        assertThat(traced("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .correlationId())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void correlatesNothingWithoutATrace() {
        assertThat(traced(null).correlationId()).isNull();
        assertThat(traced("garbled").correlationId()).isNull();
    }

    private static Envelope traced(@Nullable String traceparent) {
        var id = UUID.fromString("019c2052-9d20-7c61-b7d5-1f6a5e0c0a01");
        return new Envelope(
                id,
                "complaint.received.v1",
                "/tanggap/intake",
                id,
                "surakarta",
                Instant.parse("2026-02-03T01:15:00Z"),
                traceparent);
    }
}
