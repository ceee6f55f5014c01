package id.tanggap.intake.term;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.governments.Governments;
import id.tanggap.governments.sop.Sop;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PROMISE, promise, -",
                "STEP, complainant-reply, REPLY",
                "STEP, complainant-silence, OBJECTION",
                "STEP, objection-answer, OBJECTION_ANSWER",
                "STEP, receive, -",
                "STEP, gone, -",
                "STEP, -, -",
                "CEILING, verification, -",
                "CEILING, follow-up, -",
                "CEILING, answer-information, LAW",
                "CEILING, answer-ordinary, LAW",
                "CEILING, answer-oversight, LAW",
                "CEILING, gone, -"
            })
    void isWhatTheCitizenHasToKnow(ClockKind clock, @Nullable String rule, @Nullable Purpose purpose) {
        assertThat(Purpose.of(clock, rule, sop("surakarta"))).isEqualTo(purpose);
    }

    /** Whatever its rules are called: of every deadline there is a date, and of a purpose one at a time. */
    @ParameterizedTest
    @ValueSource(strings = {"surakarta", "karanganyar"})
    void findsEachInEveryProcedure(String government) {
        var sop = sop(government);
        var steps = sop.steps().stream()
                .map(step -> Purpose.of(ClockKind.STEP, step.id(), sop))
                .filter(purpose -> purpose != null)
                .toList();

        assertThat(steps).containsExactlyInAnyOrder(Purpose.REPLY, Purpose.OBJECTION, Purpose.OBJECTION_ANSWER);
        assertThat(Stream.concat(steps.stream(), Stream.of(Purpose.LAW, Purpose.FOLLOW_UP))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class))))
                .containsExactly(Purpose.values());
    }

    @Test
    void namesTheOmbudsmanOfTheNation() {
        assertThat(sop("surakarta").ombudsman())
                .isNotNull()
                .isEqualTo(sop("karanganyar").ombudsman());
    }

    private static Sop sop(String government) {
        return Objects.requireNonNull(Governments.load(null).find(government)).sop();
    }
}
