package id.tanggap.story;

import static id.tanggap.intake.tracking.Step.OBJECTED;
import static id.tanggap.intake.tracking.Step.REPLIED;
import static id.tanggap.intake.tracking.Step.SURVEYED;
import static id.tanggap.intake.tracking.Step.WITHDRAWN;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.story.Link.Who;
import id.tanggap.story.Step.Claims;
import id.tanggap.story.Step.Flows;
import id.tanggap.story.Step.GivesBack;
import id.tanggap.story.Step.Passes;
import id.tanggap.story.Step.Publishes;
import id.tanggap.story.Step.Refers;
import id.tanggap.story.Step.Says;
import id.tanggap.story.Step.ScreensOut;
import id.tanggap.story.Step.Sends;
import id.tanggap.story.Step.Serves;
import id.tanggap.story.Step.Takes;
import id.tanggap.story.Step.Works;
import id.tanggap.story.log.Ending;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Draws stories. The simpler of two stands first everywhere, since a story that fails is made simpler. */
final class Stories {
    private static final int LONGEST = 60;
    private static final int LAST = 6;

    /** All services are of this version. */
    static Arbitrary<Story> ofThisVersion() {
        return stories(
                Arbitraries.of(0, 0, 0, 3, -3),
                Arbitraries.frequencyOf(
                        Tuple.of(25, acts()), Tuple.of(25, arrivals()), Tuple.of(1, replicas(Who.ROUTING))));
    }

    /**
     * Replicas of an earlier version, with which acts have their effect at once, serve beside those of this one. What is told
     * has the time of the machine that tells it then, so their clocks go alike.
     */
    static Arbitrary<Story> besideAnEarlierVersion() {
        return stories(
                Arbitraries.just(0),
                Arbitraries.frequencyOf(
                        Tuple.of(25, acts()),
                        Tuple.of(25, arrivals()),
                        Tuple.of(5, replicas(Who.INTAKE, Who.ROUTING, Who.DESK))));
    }

    private static Arbitrary<Story> stories(Arbitrary<Integer> clocks, Arbitrary<Step> steps) {
        var afterwards =
                Arbitraries.frequencyOf(Tuple.of(6, works()), Tuple.of(3, citizen()), Tuple.of(2, decisions()));
        return Combinators.combine(
                        settings(clocks),
                        steps.list().ofMaxSize(LONGEST).withSizeDistribution(RandomDistribution.uniform()),
                        afterwards.list().ofMaxSize(LAST))
                .as(Story::new);
    }

    private static Arbitrary<Setting> settings(Arbitrary<Integer> clocks) {
        return Combinators.combine(
                        Arbitraries.of("surakarta", "karanganyar"),
                        Arbitraries.of(ComplaintType.ORDINARY, ComplaintType.ORDINARY, ComplaintType.OVERSIGHT),
                        Arbitraries.of(Visibility.PUBLIC, Visibility.PUBLIC, Visibility.SECRET),
                        Arbitraries.of(true, true, false),
                        clocks,
                        clocks)
                .as(Setting::new);
    }

    private static Arbitrary<Step> acts() {
        return Arbitraries.frequencyOf(
                Tuple.of(24, works()), Tuple.of(10, citizen()), Tuple.of(7, decisions()), Tuple.of(4, passes()));
    }

    private static Arbitrary<Step> works() {
        return Arbitraries.frequency(
                        Tuple.of(6, Deed.ACCEPTS),
                        Tuple.of(6, Deed.ANSWERS),
                        Tuple.of(3, Deed.ASKS_THE_CITIZEN),
                        Tuple.of(3, Deed.RESOLVES),
                        Tuple.of(3, Deed.GIVES_IT_TO_A_DIVISION),
                        Tuple.of(3, Deed.ANSWERS_AS_DIVISION),
                        Tuple.of(1, Deed.DRAFTS),
                        Tuple.of(1, Deed.ASKS_FOR_APPROVAL),
                        Tuple.of(1, Deed.APPROVES))
                .map(Works::new);
    }

    private static Arbitrary<Office> offices() {
        return Arbitraries.of(Office.ROADS, Office.ROADS, Office.TRAFFIC);
    }

    private static Arbitrary<Step> citizen() {
        return Arbitraries.frequency(
                        Tuple.of(8, REPLIED), Tuple.of(12, OBJECTED), Tuple.of(2, SURVEYED), Tuple.of(1, WITHDRAWN))
                .map(Says::new);
    }

    private static Arbitrary<Step> decisions() {
        return Arbitraries.frequencyOf(
                Tuple.of(9, offices().map(Sends::new)),
                Tuple.of(6, Arbitraries.of(false, true).map(GivesBack::new)),
                Tuple.of(3, offices().map(Claims::new)),
                Tuple.of(1, Arbitraries.just(new Refers())),
                Tuple.of(1, Arbitraries.just(new ScreensOut())));
    }

    private static Arbitrary<Step> passes() {
        var times = Arbitraries.of(
                Duration.ofMinutes(61),
                Duration.ofHours(7),
                Duration.ofDays(1),
                Duration.ofDays(3),
                Duration.ofDays(16));
        return Combinators.combine(times, Arbitraries.of(true, true, false)).as(Passes::new);
    }

    private static Arbitrary<Step> arrivals() {
        var endings = Arbitraries.frequency(
                Tuple.of(4, Ending.DONE),
                Tuple.of(1, Ending.UNACKNOWLEDGED),
                Tuple.of(1, Ending.DIES_BEFORE_COMMIT),
                Tuple.of(2, Ending.DIES_AFTER_COMMIT));
        var some = Arbitraries.of(1, 2, 3, 9);
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(new Flows(null))),
                Tuple.of(3, Arbitraries.of(Link.all()).map(Flows::new)),
                Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.of(Who.TELLERS), some, endings)
                                .as(Publishes::new)),
                Tuple.of(
                        6,
                        Combinators.combine(Arbitraries.of(Link.all()), some, endings)
                                .as(Takes::new)));
    }

    private static Arbitrary<Step> replicas(Who... services) {
        return Combinators.combine(Arbitraries.of(List.of(services)), Arbitraries.of(false, true))
                .as(Serves::new);
    }

    private Stories() {}
}
