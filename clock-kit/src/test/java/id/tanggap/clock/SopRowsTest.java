package id.tanggap.clock;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.SopStep;
import id.tanggap.governments.sop.SopStep.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of both SOPs as an example: when it begins, in local time, and when it is due. 3 November 2026 is an ordinary
 * Tuesday; 17 August 2026 a holiday on a Monday; Ramadan is from 19 February to 20 March 2026.
 */
class SopRowsTest {
    private static final Governments GOVERNMENTS = Governments.load(null);
    private static final Duration INSTANT = Duration.ofNanos(1000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # Surakarta, row 2: receive, 60 minutes by the wall clock
        surakarta   | 2 | 2026-11-03T09:00 | 2026-11-03T10:00
        surakarta   | 2 | 2026-11-03T23:30 | 2026-11-04T00:30
        surakarta   | 2 | 2026-08-16T23:30 | 2026-08-17T00:30
        surakarta   | 2 | 2026-02-23T14:30 | 2026-02-23T15:30
        surakarta   | 2 | 2026-10-31T23:30 | 2026-11-01T00:30
        # row 3: distribute, 60 minutes by the wall clock, timed by the system
        surakarta   | 3 | 2026-11-03T09:00 | 2026-11-03T10:00
        surakarta   | 3 | 2026-08-17T09:00 | 2026-08-17T10:00
        surakarta   | 3 | 2026-02-23T14:30 | 2026-02-23T15:30
        surakarta   | 3 | 2026-12-31T23:30 | 2027-01-01T00:30
        # row 4: redelegate, 60 working minutes
        surakarta   | 4 | 2026-11-03T09:00 | 2026-11-03T10:00
        surakarta   | 4 | 2026-11-03T11:30 | 2026-11-03T13:30
        surakarta   | 4 | 2026-11-03T15:00 | 2026-11-03T16:00
        surakarta   | 4 | 2026-08-14T16:00 | 2026-08-18T08:00
        surakarta   | 4 | 2026-02-18T15:30 | 2026-02-19T08:30
        surakarta   | 4 | 2026-02-23T14:30 | 2026-02-24T08:30
        surakarta   | 4 | 2026-10-30T16:00 | 2026-11-02T08:00
        # row 5: send, 15 minutes by the wall clock
        surakarta   | 5 | 2026-11-03T09:00 | 2026-11-03T09:15
        surakarta   | 5 | 2026-08-17T09:00 | 2026-08-17T09:15
        surakarta   | 5 | 2026-02-23T15:00 | 2026-02-23T15:15
        surakarta   | 5 | 2026-10-31T23:50 | 2026-11-01T00:05
        # row 6: the division's answer, 60 working minutes
        surakarta   | 6 | 2026-11-03T09:00 | 2026-11-03T10:00
        surakarta   | 6 | 2026-11-06T11:00 | 2026-11-06T13:30
        surakarta   | 6 | 2026-08-14T16:00 | 2026-08-18T08:00
        surakarta   | 6 | 2026-03-17T14:30 | 2026-03-25T08:00
        surakarta   | 6 | 2026-02-27T15:00 | 2026-03-02T08:30
        surakarta   | 6 | 2026-10-30T16:00 | 2026-11-02T08:00
        # row 7: enter the answer, 60 working minutes
        surakarta   | 7 | 2026-11-03T09:00 | 2026-11-03T10:00
        surakarta   | 7 | 2026-08-14T16:00 | 2026-08-18T08:00
        surakarta   | 7 | 2026-02-23T11:30 | 2026-02-23T13:00
        surakarta   | 7 | 2026-10-30T15:59 | 2026-11-02T07:59
        # Karanganyar, row 1: receive, 60 working minutes
        karanganyar | 1 | 2026-11-03T09:00 | 2026-11-03T10:00
        karanganyar | 1 | 2026-11-07T20:00 | 2026-11-09T08:30
        karanganyar | 1 | 2026-08-17T10:00 | 2026-08-18T08:30
        karanganyar | 1 | 2026-02-23T14:30 | 2026-02-24T08:30
        karanganyar | 1 | 2026-10-31T10:00 | 2026-11-02T08:30
        # row 2: forward to the group, 60 working minutes
        karanganyar | 2 | 2026-11-03T09:00 | 2026-11-03T10:00
        karanganyar | 2 | 2026-08-14T16:00 | 2026-08-18T08:00
        karanganyar | 2 | 2026-02-23T14:30 | 2026-02-24T08:30
        karanganyar | 2 | 2026-10-30T16:00 | 2026-11-02T08:00
        # row 3: forward to the agency's admin, 60 working minutes
        karanganyar | 3 | 2026-11-03T09:00 | 2026-11-03T10:00
        karanganyar | 3 | 2026-08-14T16:00 | 2026-08-18T08:00
        karanganyar | 3 | 2026-02-23T14:30 | 2026-02-24T08:30
        karanganyar | 3 | 2026-10-30T16:00 | 2026-11-02T08:00
        # row 4: the answer, 3 working days after the day it was dispatched
        karanganyar | 4 | 2026-11-03T09:00 | 2026-11-06T16:30
        karanganyar | 4 | 2026-11-06T09:00 | 2026-11-11T16:00
        karanganyar | 4 | 2026-08-14T09:00 | 2026-08-20T16:00
        karanganyar | 4 | 2026-02-23T09:00 | 2026-02-26T15:00
        karanganyar | 4 | 2026-03-16T09:00 | 2026-03-26T16:00
        karanganyar | 4 | 2026-10-30T15:00 | 2026-11-04T16:00
        karanganyar | 4 | 2026-12-23T09:00 | 2026-12-30T16:00
        # row 5: the recap, 30 working minutes after the month's end
        karanganyar | 5 | 2026-11-01T00:00 | 2026-11-02T08:00
        karanganyar | 5 | 2026-12-01T00:00 | 2026-12-01T08:00
        karanganyar | 5 | 2026-03-01T00:00 | 2026-03-02T08:30
        karanganyar | 5 | 2027-01-01T00:00 | 2027-01-04T08:00
        # row 6: the evaluation, 30 working minutes
        karanganyar | 6 | 2026-11-03T09:00 | 2026-11-03T09:30
        karanganyar | 6 | 2026-08-14T16:15 | 2026-08-18T07:45
        karanganyar | 6 | 2026-02-23T14:45 | 2026-02-24T08:15
        karanganyar | 6 | 2026-10-30T16:15 | 2026-11-02T07:45
        # row 7: archive, 15 working minutes
        karanganyar | 7 | 2026-11-03T09:00 | 2026-11-03T09:15
        karanganyar | 7 | 2026-08-14T16:20 | 2026-08-18T07:35
        karanganyar | 7 | 2026-02-23T14:50 | 2026-02-24T08:05
        karanganyar | 7 | 2026-10-30T16:20 | 2026-11-02T07:35
        """)
    void isDueWhenTheSopSays(String government, int row, LocalDateTime begins, LocalDateTime due) {
        var example = new Example(government, row);
        var begin = example.instant(begins);
        var limit = example.instant(due);

        // Begun, it is due at the limit, and nothing is missed in its last instant.
        var clock = example.begun(begin);
        assertThat(clock.dueAt()).isEqualTo(limit);
        assertThat(example.rings(limit)).isFalse();
        assertThat(example.rings(limit.plus(INSTANT))).isTrue();

        // Done in time, at the exact instant of the limit, and a second too late.
        assertThat(example.done(begin, begin.plusSeconds(1)).isLate()).isFalse();
        assertThat(example.done(begin, limit).isLate()).isFalse();
        assertThat(example.done(begin, limit.plusSeconds(1)).isLate()).isTrue();

        // Counted in its own time, the whole standard has passed by then.
        var whole = Objects.requireNonNull(example.done(begin, limit).took());
        assertThat(clock.deadline().at(1)).isEqualTo(limit);
        assertThat(clock.deadline().took(limit)).isEqualTo(whole).isPositive();
        assertThat(clock.explanation().counted().stream()
                        .mapToLong(Explanation.Counted::seconds)
                        .sum())
                .isEqualTo(whole.toSeconds());
    }

    @Test
    void sendsTheRecapBackAsOftenAsItNeedsEvaluation() {
        var recap = Procedure.ofRecap(government("karanganyar").sop());
        var calendar = new WorkingCalendar(government("karanganyar").calendar());
        var events = List.of(
                "recap.month-ended.v1",
                "recap.compiled.v1",
                "recap.returned.v1",
                "recap.compiled.v1",
                "recap.evaluated.v1",
                "recap.disposed.v1",
                "recap.archived.v1");
        var now = Instant.parse("2026-11-02T01:00:00Z");
        for (var event : events) {
            recap.happened(event, now, _ -> calendar);
            now = now.plusSeconds(60);
        }

        assertThat(recap.clocks())
                .extracting(clock -> clock.rule().id())
                .containsExactly("recap", "evaluate", "recap", "evaluate", "archive");
        assertThat(recap.clocks()).allMatch(clock -> clock.metAt() != null && !clock.isLate());
    }

    private static Government government(String id) {
        return Objects.requireNonNull(GOVERNMENTS.find(id));
    }

    /** One row, played on its own. */
    private static final class Example {
        private final Government government;
        private final WorkingCalendar calendar;
        private final SopStep step;
        private Procedure procedure;

        Example(String id, int row) {
            government = government(id);
            calendar = new WorkingCalendar(government.calendar());
            step = government.sop().steps().stream()
                    .filter(candidate -> Objects.equals(candidate.row(), row))
                    .findFirst()
                    .orElseThrow();
            procedure = fresh(Instant.EPOCH);
        }

        Instant instant(LocalDateTime local) {
            return local.atZone(government.calendar().zone()).toInstant();
        }

        Clock begun(Instant at) {
            procedure = fresh(at);
            procedure.happened(step.clock().starts().iterator().next(), at, _ -> calendar);
            return clock();
        }

        Clock done(Instant begun, Instant at) {
            begun(begun);
            procedure.happened(step.clock().completes().iterator().next(), at, _ -> calendar);
            return clock();
        }

        /** Whether the deadline rings by then. */
        boolean rings(Instant now) {
            for (var alarm = clock().ring(now); alarm != null; alarm = clock().ring(now)) {
                if (alarm.isDeadline()) {
                    return true;
                }
            }
            return false;
        }

        private Clock clock() {
            return procedure.clocks().stream()
                    .filter(clock ->
                            clock.kind() == ClockKind.STEP && clock.rule().id().equals(step.id()))
                    .findFirst()
                    .orElseThrow();
        }

        private Procedure fresh(Instant at) {
            return step.subject() == Subject.RECAP
                    ? Procedure.ofRecap(government.sop())
                    : Procedure.ofComplaint(
                            government.sop(),
                            "ORDINARY",
                            at.atZone(government.calendar().zone()).toLocalDate(),
                            List.of());
        }
    }
}
