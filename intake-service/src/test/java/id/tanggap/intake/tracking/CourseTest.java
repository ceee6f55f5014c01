package id.tanggap.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.governments.sop.Ombudsman;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.intake.tracking.Course.Passed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RECEIVED                                            | RECEIVED            | SUPPLEMENTED WITHDRAWN",
                "RECEIVED FORWARDED DISPATCHED IN_PROGRESS           | IN_PROGRESS         | SUPPLEMENTED WITHDRAWN",
                "RECEIVED NEEDS_INFO                                 | NEEDS_INFO          | REPLIED SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO                     | NEEDS_INFO          | REPLIED SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLIED             | IN_PROGRESS         | SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLY_OVERDUE       | IN_PROGRESS         | SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO NEEDS_INFO REPLIED  | IN_PROGRESS         | SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLIED NEEDS_INFO  | NEEDS_INFO          | REPLIED SUPPLEMENTED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO ANSWERED            | ANSWERED            | SUPPLEMENTED OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED IN_PROGRESS NEEDS_INFO DISPATCHED          | DISPATCHED          | SUPPLEMENTED WITHDRAWN",
                "RECEIVED ANSWERED                                   | ANSWERED            | SUPPLEMENTED OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED RESOLVED                          | RESOLVED            | SUPPLEMENTED OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED                          | OBJECTED            | SUPPLEMENTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED IN_PROGRESS NEEDS_INFO   | NEEDS_INFO          | REPLIED SUPPLEMENTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED ANSWERED                 | ANSWERED            | SUPPLEMENTED OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED CLOSED                            | CLOSED              | SURVEYED",
                "RECEIVED DISPATCHED OUT_OF_JURISDICTION             | OUT_OF_JURISDICTION | ''",
                "RECEIVED NEEDS_INFO WITHDRAWN                       | WITHDRAWN           | ''",
                "RECEIVED WITHDRAWN ANSWERED                         | WITHDRAWN           | ''",
                "RECEIVED ANSWERED CLOSED OBJECTED                   | CLOSED              | SURVEYED",
                "RECEIVED ANSWERED CLOSED WITHDRAWN                  | CLOSED              | SURVEYED",
                "RECEIVED ANSWERED SURVEYED                          | ANSWERED            | SUPPLEMENTED OBJECTED WITHDRAWN",
                "RECEIVED ANSWERED CLOSED SURVEYED                   | CLOSED              | ''",
                "RECEIVED SURVEYED                                   | RECEIVED            | SUPPLEMENTED WITHDRAWN",
                "RECEIVED NEEDS_INFO REPLY_OVERDUE REPLIED           | RECEIVED            | SUPPLEMENTED WITHDRAWN",
                "RECEIVED REJECTED                                   | REJECTED            | ''",
                "RECEIVED NEEDS_INFO REJECTED                        | REJECTED            | ''",
                "RECEIVED DISPATCHED REJECTED                        | DISPATCHED          | SUPPLEMENTED WITHDRAWN",
                "RECEIVED DISPATCHED NEEDS_INFO REJECTED             | NEEDS_INFO          | REPLIED SUPPLEMENTED WITHDRAWN",
                "RECEIVED REJECTED DISPATCHED IN_PROGRESS            | IN_PROGRESS         | SUPPLEMENTED WITHDRAWN",
                "RECEIVED DISPATCHED REDELEGATED MOVE_CALLED_OFF ANSWERED | ANSWERED       | SUPPLEMENTED OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED DISPATCHED IN_PROGRESS REDELEGATED         | DISPATCHED          | SUPPLEMENTED WITHDRAWN",
                "RECEIVED ANSWERED OBJECTED REDELEGATED DISPATCHED   | DISPATCHED          | SUPPLEMENTED WITHDRAWN SURVEYED",
            })
    void standsWhereItsFactsLeadInWhateverOrderTheyAreHeard(String steps, PublicState status, String open) {
        var facts = new ArrayList<>(facts(steps));

        assertThat(new Course(facts).status()).isEqualTo(status);
        assertThat(new Course(facts.reversed()).status()).isEqualTo(status);
        assertThat(new Course(facts).open()).isEqualTo(steps(open));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, REPLIED, NOT_ASKED",
        "RECEIVED NEEDS_INFO REPLIED, REPLIED, NOT_ASKED",
        "RECEIVED NEEDS_INFO REPLY_OVERDUE, REPLIED, NOT_ASKED",
        "RECEIVED NEEDS_INFO, REPLIED,",
        "RECEIVED NEEDS_INFO, OBJECTED, NOT_ANSWERED",
        "RECEIVED DISPATCHED, OBJECTED, NOT_ANSWERED",
        "RECEIVED ANSWERED, OBJECTED,",
        "RECEIVED ANSWERED RESOLVED, OBJECTED,",
        "RECEIVED ANSWERED OBJECTED, OBJECTED, IS_OBJECTED",
        "RECEIVED ANSWERED OBJECTED, REPLIED, NOT_ASKED",
        "RECEIVED ANSWERED OBJECTED, WITHDRAWN,",
        "RECEIVED ANSWERED CLOSED, OBJECTED, IS_CLOSED",
        "RECEIVED ANSWERED CLOSED, WITHDRAWN, IS_CLOSED",
        "RECEIVED OUT_OF_JURISDICTION, WITHDRAWN, IS_REFERRED",
        "RECEIVED WITHDRAWN, WITHDRAWN, IS_WITHDRAWN",
        "RECEIVED WITHDRAWN, REPLIED, IS_WITHDRAWN",
        "RECEIVED, SUPPLEMENTED,",
        "RECEIVED DISPATCHED NEEDS_INFO, SUPPLEMENTED,",
        "RECEIVED ANSWERED CLOSED, SUPPLEMENTED, IS_CLOSED",
        "RECEIVED WITHDRAWN, SUPPLEMENTED, IS_WITHDRAWN",
        "RECEIVED ANSWERED, OMBUDSMAN_AGREED, NOT_LONG_ENOUGH",
        "RECEIVED OMBUDSMAN_AGREED, OMBUDSMAN_AGREED, IS_AGREED",
    })
    void saysWhyTheCitizenCannotAddSomething(String steps, Step wanted, @Nullable Refusal refusal) {
        assertThat(course(steps).refusal(wanted)).isEqualTo(refusal);
    }

    /** Whatever happened meanwhile; and an answer ends the waiting, until it is disputed. */
    @ParameterizedTest
    @CsvSource({
        "RECEIVED, 59, NOT_LONG_ENOUGH",
        "RECEIVED, 60,",
        "RECEIVED DISPATCHED IN_PROGRESS, 60,",
        "RECEIVED IN_PROGRESS NEEDS_INFO, 90,",
        "RECEIVED ANSWERED, 400, NOT_LONG_ENOUGH",
        "RECEIVED ANSWERED RESOLVED CLOSED, 400, NOT_LONG_ENOUGH",
        "RECEIVED WITHDRAWN, 400, NOT_LONG_ENOUGH",
        "RECEIVED ANSWERED OBJECTED, 59, NOT_LONG_ENOUGH",
        "RECEIVED ANSWERED OBJECTED IN_PROGRESS, 61,",
        "RECEIVED OMBUDSMAN_AGREED, 61, IS_AGREED",
        "RECEIVED ANSWERED OMBUDSMAN_AGREED OBJECTED, 70, IS_AGREED",
        "RECEIVED ANSWERED REDELEGATED DISPATCHED, 61,",
        "RECEIVED DISPATCHED ANSWERED DISPATCHED, 59, NOT_LONG_ENOUGH",
    })
    void opensTheWayToTheOmbudsmanAfterSixtyDaysWithoutAnAnswer(String steps, int days, @Nullable Refusal refusal) {
        var ombudsman = new Ombudsman(60, "Ombudsman", "Hubungi 137.");
        var now = NOON.plus(days, ChronoUnit.DAYS).plusSeconds(30);

        assertThat(course(steps).refusalToAgree(ombudsman, now)).isEqualTo(refusal);
        assertThat(course(steps).refusalToAgree(null, now)).isNotNull();
    }

    /** Routing heard of something else first, though by the times of both it could have been. */
    @Test
    void leavesWithoutEffectWhatRoutingRefused() {
        var facts = new ArrayList<>(facts("RECEIVED ANSWERED RESOLVED"));
        facts.add(new Fact(Step.OBJECTED, NOON.plusSeconds(9), "Belum.", true));
        var course = new Course(facts);

        assertThat(course.status()).isEqualTo(PublicState.RESOLVED);
        assertThat(course.passed()).extracting(Passed::counts).containsExactly(true, true, true, false);
        assertThat(course.open()).contains(Step.OBJECTED);
    }

    @Test
    void knowsWhatCameTooLate() {
        assertThat(course("RECEIVED ANSWERED CLOSED OBJECTED").passed())
                .extracting(Passed::counts)
                .containsExactly(true, true, true, false);
        assertThat(course("RECEIVED NEEDS_INFO ANSWERED REPLIED").passed())
                .extracting(Passed::counts)
                .containsExactly(true, true, true, false);
    }

    @Test
    void asksTheNewestQuestionUntilItIsAnswered() {
        var asked = new Fact(Step.NEEDS_INFO, NOON.plusSeconds(1), "Di mana?");
        var again = new Fact(Step.NEEDS_INFO, NOON.plusSeconds(2), "Sejak kapan?");
        var replied = new Fact(Step.REPLIED, NOON.plusSeconds(3), "Sejak Senin.");
        var received = new Fact(Step.RECEIVED, NOON, null);

        assertThat(new Course(List.of(received)).question()).isNull();
        assertThat(new Course(List.of(again, received, asked)).question()).isEqualTo("Sejak kapan?");
        assertThat(new Course(List.of(again, replied, received, asked)).question())
                .isNull();
    }

    @Test
    void goesOnAfterAllThatHappenedThoughAnotherClockRunsAhead() {
        var course = course("RECEIVED NEEDS_INFO");
        var asked = NOON.plusSeconds(1);

        assertThat(course.next(asked.plusSeconds(5))).isEqualTo(asked.plusSeconds(5));
        assertThat(course.next(asked.minusSeconds(5))).isAfter(asked).isBefore(asked.plusMillis(1));
        assertThat(course.next(asked)).isAfter(asked);
    }

    private static Course course(String steps) {
        return new Course(facts(steps));
    }

    /** One a second. */
    private static List<Fact> facts(String steps) {
        var facts = new ArrayList<Fact>();
        for (var step : steps(steps)) {
            facts.add(new Fact(step, NOON.plusSeconds(facts.size()), null));
        }
        return facts;
    }

    private static List<Step> steps(String names) {
        return Stream.of(names.split(" ", -1))
                .filter(name -> !name.isBlank())
                .map(Step::valueOf)
                .toList();
    }
}
