package id.tanggap.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.intake.tracking.Course.Fact;
import id.tanggap.intake.tracking.Course.Passed;
import java.time.Instant;
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
                "RECEIVED                                            | RECEIVED            | WITHDRAWN",
                "RECEIVED FORWARDED DISPATCHED IN_PROGRESS           | IN_PROGRESS         | WITHDRAWN",
                "RECEIVED NEEDS_INFO                                 | NEEDS_INFO          | REPLIED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO                     | NEEDS_INFO          | REPLIED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLIED             | IN_PROGRESS         | WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLY_OVERDUE       | IN_PROGRESS         | WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO NEEDS_INFO REPLIED  | IN_PROGRESS         | WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO REPLIED NEEDS_INFO  | NEEDS_INFO          | REPLIED WITHDRAWN",
                "RECEIVED IN_PROGRESS NEEDS_INFO ANSWERED            | ANSWERED            | OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED IN_PROGRESS NEEDS_INFO DISPATCHED          | DISPATCHED          | WITHDRAWN",
                "RECEIVED ANSWERED                                   | ANSWERED            | OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED RESOLVED                          | RESOLVED            | OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED                          | OBJECTED            | WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED IN_PROGRESS NEEDS_INFO   | NEEDS_INFO          | REPLIED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED OBJECTED ANSWERED                 | ANSWERED            | OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED ANSWERED CLOSED                            | CLOSED              | SURVEYED",
                "RECEIVED DISPATCHED OUT_OF_JURISDICTION             | OUT_OF_JURISDICTION | ''",
                "RECEIVED NEEDS_INFO WITHDRAWN                       | WITHDRAWN           | ''",
                "RECEIVED WITHDRAWN ANSWERED                         | WITHDRAWN           | ''",
                "RECEIVED ANSWERED CLOSED OBJECTED                   | CLOSED              | SURVEYED",
                "RECEIVED ANSWERED CLOSED WITHDRAWN                  | CLOSED              | SURVEYED",
                "RECEIVED ANSWERED SURVEYED                          | ANSWERED            | OBJECTED WITHDRAWN",
                "RECEIVED ANSWERED CLOSED SURVEYED                   | CLOSED              | ''",
                "RECEIVED SURVEYED                                   | RECEIVED            | WITHDRAWN",
                "RECEIVED NEEDS_INFO REPLY_OVERDUE REPLIED           | RECEIVED            | WITHDRAWN",
                "RECEIVED REJECTED                                   | REJECTED            | ''",
                "RECEIVED NEEDS_INFO REJECTED                        | REJECTED            | ''",
                "RECEIVED DISPATCHED REJECTED                        | DISPATCHED          | WITHDRAWN",
                "RECEIVED DISPATCHED NEEDS_INFO REJECTED             | NEEDS_INFO          | REPLIED WITHDRAWN",
                "RECEIVED REJECTED DISPATCHED IN_PROGRESS            | IN_PROGRESS         | WITHDRAWN",
                "RECEIVED DISPATCHED REDELEGATED MOVE_CALLED_OFF ANSWERED | ANSWERED       | OBJECTED WITHDRAWN SURVEYED",
                "RECEIVED DISPATCHED IN_PROGRESS REDELEGATED         | DISPATCHED          | WITHDRAWN",
                "RECEIVED ANSWERED OBJECTED REDELEGATED DISPATCHED   | DISPATCHED          | WITHDRAWN SURVEYED",
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
    })
    void saysWhyTheCitizenCannotAddSomething(String steps, Step wanted, @Nullable Refusal refusal) {
        assertThat(course(steps).refusal(wanted)).isEqualTo(refusal);
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
