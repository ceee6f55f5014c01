package id.tanggap.response.projection;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.RoutingEvent.ClockMoved;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineTest {
    private static final Instant BEGUN = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-04T02:00:00Z");
    private static final Government SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));

    static Stream<Event> clocks() {
        return Stream.of(
                new ClockStarted(ClockKind.PROMISE, "promise", "48 jam", BEGUN, DUE),
                new ClockMoved(ClockKind.PROMISE, "promise", BEGUN, DUE),
                new ClockPaused(ClockKind.PROMISE, "promise", BEGUN, DUE),
                new ClockResumed(ClockKind.PROMISE, "promise", BEGUN, DUE));
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void isToldByEveryWordOfAClock(Event event) {
        var deadline = Objects.requireNonNull(Deadline.toldBy(event));

        assertThat(deadline.isThePromise()).isTrue();
        assertThat(deadline.at()).isEqualTo(DUE);
    }

    @Test
    void isToldByNothingElse() {
        assertThat(Deadline.toldBy(new ComplainantReplied("Sisi utara.", BEGUN)))
                .isNull();
    }

    @Test
    void isOfAnAgencyWhereItsStepIs() {
        assertThat(step("objection-answer").isOfAnAgency(SURAKARTA)).isTrue();
        assertThat(step("recap").isOfAnAgency(SURAKARTA)).isFalse();
    }

    @Test
    void isTakenForAnAgencysWhenItsStepIsNotKnownHere() {
        assertThat(step("of-a-former-sop").isOfAnAgency(SURAKARTA)).isTrue();
        assertThat(step(null).isOfAnAgency(SURAKARTA)).isTrue();
        assertThat(step("recap").isOfAnAgency(null)).isTrue();
    }

    private static Deadline step(@Nullable String rule) {
        return new Deadline(ClockKind.STEP, rule, DUE, true);
    }
}
