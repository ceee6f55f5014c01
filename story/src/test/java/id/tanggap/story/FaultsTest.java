package id.tanggap.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.story.log.Fault;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/** Stories are worth telling when they find what is wrong: each of these faults is found, and in a story that a person reads. */
class FaultsTest {
    private static final int MOST_STORIES = 500;
    private static final int MOST_TRIES_TO_SHORTEN = 2_000;
    private static final int READABLE = 10;

    @Property
    void isFound(@ForAll("planted") Fault fault) {
        var stories = Stories.ofThisVersion().generator(MOST_STORIES);
        var random = new Random(1);
        var told = 1;
        var found = stories.next(random);
        while (found(fault, found.value()) == null && told < MOST_STORIES) {
            found = stories.next(random);
            told++;
        }
        var shortest = shortened(fault, found);
        var failure = found(fault, shortest);

        assertThat(failure).as("%s after %d stories", fault, told).isNotNull();
        System.out.printf("%s: found in story %d%n%s%n%n", fault, told, failure);
        assertThat(shortest.steps()).as("%s: %s", fault, shortest).hasSizeLessThanOrEqualTo(READABLE);
    }

    private static @Nullable String found(Fault fault, Story story) {
        try {
            Check.all(story.told(fault));
            return null;
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    /** As jqwik does it, for a story that has to fail. */
    private static Story shortened(Fault fault, Shrinkable<Story> found) {
        var tries = MOST_TRIES_TO_SHORTEN;
        var shortest = found;
        for (var next = shortest; next != null && tries > 0; tries--) {
            next = shortest.shrink()
                    .filter(shorter -> found(fault, shorter.value()) != null)
                    .findFirst()
                    .orElse(null);
            shortest = next == null ? shortest : next;
        }
        return shortest.value();
    }

    @Provide
    Arbitrary<Fault> planted() {
        return Arbitraries.of(Fault.class).filter(fault -> fault != Fault.NONE);
    }
}
