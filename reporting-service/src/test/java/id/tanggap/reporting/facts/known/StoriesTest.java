package id.tanggap.reporting.facts.known;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.life.Story;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.Told;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recap counts a complaint as the published stories tell. */
class StoriesTest {
    private static final Governments GOVERNMENTS = Governments.load(null);

    private final ComplaintStory complaint = ComplaintStory.in("surakarta");
    private ComplaintFacts facts = ComplaintFacts.unheard(GOVERNMENTS);

    static List<Story> stories() {
        return Story.published();
    }

    /** An act that is proposed counts nothing until routing has taken it, and then as if it had been told at once. */
    @ParameterizedTest
    @MethodSource("stories")
    void countsTheSameWhereRoutingDecides(Story story) {
        for (var step : story.steps()) {
            if (complaint.told(step).event() instanceof Act act) {
                var proposed = complaint.told(step, act.asProposal());
                var counted = facts.state();
                hear(proposed);
                assertThat(facts.state()).as("before %s", step).isEqualTo(counted);
                hear(complaint.told(step, new ActTaken(proposed.id(), OneAct.of(act), null)));
            } else {
                hear(complaint.told(step));
            }
            assertCounted(step);
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void countsAsThePublishedStoriesTell(Story story) {
        for (var step : story.steps()) {
            hear(complaint.told(step));
            assertCounted(step);
        }
    }

    private void hear(Told told) {
        facts = facts.hear(told.event(), told.envelope());
    }

    private void assertCounted(Story.Step step) {
        if (step.recap() != null) {
            assertThat(facts.state()).as("after %s", step).hasToString(step.recap());
        }
    }
}
