package id.tanggap.story;

import id.tanggap.story.log.Fault;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever acts, however slow the topics are and whatever dies: in the end all tell one story. */
class StoryTest {
    private static final long SEED = Long.getLong("tanggap.test.seed", 0);

    @Property(seed = "1")
    void endsInOneState(@ForAll("ofThisVersion") Story story) {
        holds(story);
    }

    @Property(seed = "1")
    void losesNothingBesideAnEarlierVersion(@ForAll("besideAnEarlierVersion") Story story) {
        holds(story);
    }

    private static void holds(Story story) {
        try {
            Check.all(story.told(Fault.NONE));
        } catch (AssertionError e) {
            throw new AssertionError("%s%nwith -Dtanggap.test.seed=%d".formatted(e.getMessage(), SEED), e);
        }
    }

    @Provide
    Arbitrary<Story> ofThisVersion() {
        return others(Stories.ofThisVersion());
    }

    @Provide
    Arbitrary<Story> besideAnEarlierVersion() {
        return others(Stories.besideAnEarlierVersion());
    }

    /** The same stories every time, unless others are asked for. */
    private static Arbitrary<Story> others(Arbitrary<Story> stories) {
        var generator = stories.generator(1000, true);
        return SEED == 0
                ? stories
                : Arbitraries.fromGenerator(random -> generator.next(new Random(random.nextLong() + SEED)));
    }
}
