package id.tanggap.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.RoutingEvent.ActRefused;
import id.tanggap.contracts.event.RoutingEvent.ActTaken;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.wire.EventCodec;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.story.log.Fault;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;

/** The stories that are drawn go everywhere. */
class CoverageTest {
    private static final int STORIES = 500;

    private final Map<String, Integer> ends = new TreeMap<>();
    private final Map<String, Integer> told = new TreeMap<>();

    @Example
    void reachesEveryState() {
        var stories = Stories.ofThisVersion().generator(STORIES);
        var random = new Random(1);
        for (var i = 0; i < STORIES; i++) {
            tell(stories.next(random).value());
        }
        System.out.println(ends);
        System.out.println(told);
        assertThat(ends).hasSize(PublicState.values().length - 1);
    }

    private void tell(Story story) {
        var house = story.told(Fault.NONE);
        var quiet = new Quiet(house);
        ends.merge(quiet.known().shown().name(), 1, Integer::sum);
        Topics.ALL.forEach(topic ->
                house.log().once(topic).forEach(it -> told.merge(nameOf(it.event()), 1, Integer::sum)));
    }

    private static String nameOf(Event event) {
        return switch (event) {
            case ActTaken it ->
                "taken" + (it.rule() == null ? " " : " " + it.rule() + " ")
                        + EventCodec.wireName(it.act().it().getClass());
            case ActRefused it ->
                "refused " + it.reason() + " "
                        + EventCodec.wireName(it.act().it().getClass());
            default -> EventCodec.wireName(event.getClass());
        };
    }
}
