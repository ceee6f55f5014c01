package id.tanggap.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.RoutingEvent.ActRefusal;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.story.log.Fault;
import java.util.EnumSet;
import java.util.Random;
import net.jqwik.api.Example;

/** The stories that are drawn go everywhere. */
class CoverageTest {
    private static final int STORIES = 500;

    private final EnumSet<PublicState> ends = EnumSet.noneOf(PublicState.class);
    private final EnumSet<ActRefusal> refusals = EnumSet.noneOf(ActRefusal.class);
    private int calledOff;

    /** No service merges complaints yet. */
    @Example
    void reachesEveryStateAndEveryCrossing() {
        var stories = Stories.ofThisVersion().generator(STORIES);
        var random = new Random(1);
        for (var i = 0; i < STORIES; i++) {
            look(new Quiet(stories.next(random).value().told(Fault.NONE)));
        }

        assertThat(ends).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(PublicState.MERGED)));
        assertThat(refusals).containsExactlyInAnyOrder(ActRefusal.values());
        assertThat(calledOff).isGreaterThan(STORIES / 100);
    }

    private void look(Quiet quiet) {
        ends.add(quiet.known().shown());
        for (var event : quiet.story()) {
            if (event instanceof ActRefused refused) {
                refusals.add(refused.reason());
            } else if (event instanceof MoveCalledOff) {
                calledOff++;
            }
        }
    }
}
