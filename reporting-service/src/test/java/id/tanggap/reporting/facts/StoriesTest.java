package id.tanggap.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Act;
import id.tanggap.contracts.event.OneAct;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.life.Story;
import id.tanggap.reporting.ComplaintStory;
import id.tanggap.reporting.ReportingResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recap counts a complaint as the published stories tell. */
@QuarkusTest
@WithTestResource(ReportingResource.class)
class StoriesTest {
    @Inject
    Feed feed;

    static List<Story> stories() {
        return Story.published();
    }

    /** An act that is proposed counts nothing until routing has taken it, and then as if it had been told at once. */
    @ParameterizedTest
    @MethodSource("stories")
    void countsTheSameWhereRoutingDecides(Story story) {
        feed.forgetAll();
        var complaint = ComplaintStory.in("surakarta");
        var counted = "";
        for (var step : story.steps()) {
            if (complaint.told(step).event() instanceof Act act) {
                var proposed = complaint.told(step, act.asProposal());
                feed.take(List.of(proposed));
                assertThat(feed.fact(complaint.id())).as("before %s", step).containsEntry("state", counted);
                feed.take(List.of(complaint.told(step, new ActTaken(proposed.id(), OneAct.of(act), null))));
            } else {
                feed.take(List.of(complaint.told(step)));
            }
            if (step.recap() != null) {
                assertThat(feed.fact(complaint.id())).as("after %s", step).containsEntry("state", step.recap());
            }
            counted = String.valueOf(feed.fact(complaint.id()).get("state"));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void countsAsThePublishedStoriesTell(Story story) {
        feed.forgetAll();
        var complaint = ComplaintStory.in("surakarta");
        for (var step : story.steps()) {
            feed.take(List.of(complaint.told(step)));
            if (step.recap() != null) {
                assertThat(feed.fact(complaint.id())).as("after %s", step).containsEntry("state", step.recap());
            }
        }
    }
}
