package id.tanggap.intake.receipt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.clock.Clock;
import id.tanggap.clock.Procedure;
import id.tanggap.clock.WorkingCalendar;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {
    private static final Governments GOVERNMENTS = Governments.load(null);
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private final Promises promises = new Promises(GOVERNMENTS);

    @Provide
    Arbitrary<Government> governments() {
        return Arbitraries.of(GOVERNMENTS.all());
    }

    /** Over three years with their holidays, nights and weekends. */
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(3 * 365).toMinutes())
                .map(minutes -> FIRST.plus(Duration.ofMinutes(minutes)));
    }

    @Property
    void areWhatTheClocksOfTheCaseWillSay(
            @ForAll("governments") Government government,
            @ForAll ComplaintType type,
            @ForAll("moments") Instant receivedAt) {
        var clocks = clocks(government, type, receivedAt);

        var promise = promises.of(government, type, receivedAt);

        assertThat(promise.answerBy())
                .isEqualTo(clocks.stream()
                        .filter(clock -> clock.kind() == ClockKind.PROMISE)
                        .findFirst()
                        .orElseThrow()
                        .dueAt());
        assertThat(promise.atMost())
                .isIn(clocks.stream()
                        .filter(clock -> clock.kind() == ClockKind.CEILING)
                        .map(Clock::dueAt)
                        .toList());
        assertThat(promise.atMost()).isAfter(promise.answerBy());
    }

    /** 21 December 2026 is a Monday; the 24th is joint leave, the 25th Christmas, and the leave of 2027 is not decreed. */
    @ParameterizedTest
    @CsvSource({
        "surakarta, ORDINARY, 2026-11-02T03:00:00Z, 48 jam, 2026-11-04T03:00:00Z, 2026-11-20T09:30:00Z, false",
        "surakarta, ORDINARY, 2026-12-22T03:00:00Z, 48 jam, 2026-12-24T03:00:00Z, , true",
        "karanganyar, INFORMATION_REQUEST, 2026-11-06T03:00:00Z, 3 hari kerja, 2026-11-11T09:00:00Z, 2026-11-13T09:30:00Z, false"
    })
    void areToldByTheRulesOfEach(
            String government,
            ComplaintType type,
            Instant receivedAt,
            String standard,
            Instant answerBy,
            @Nullable Instant atMost,
            boolean mayMove) {
        var promise = promises.of(requireNonNull(GOVERNMENTS.find(government)), type, receivedAt);

        assertThat(promise.standard()).isEqualTo(standard);
        assertThat(promise.answerBy()).isEqualTo(answerBy);
        assertThat(promise.mayMove()).isEqualTo(mayMove);
        if (atMost != null) {
            assertThat(promise.atMost()).isEqualTo(atMost);
        }
    }

    private static List<Clock> clocks(Government government, ComplaintType type, Instant receivedAt) {
        var calendar = new WorkingCalendar(government.calendar());
        var procedure = Procedure.ofComplaint(
                government.sop(), type.name(), LocalDate.ofInstant(receivedAt, calendar.zone()), List.of());
        procedure.happened("complaint.received.v1", receivedAt, _ -> calendar);
        return procedure.clocks();
    }
}
