package id.tanggap.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    private final Place place = new Place();

    @Test
    void waitsForNumbersThatWerePassedOver() {
        place.read(List.of(1L, 2L, 5L, 9L), 700, 703, NOON);

        assertThat(place.last()).isEqualTo(9);
        assertThat(awaited(place)).containsExactly(3L, 4L, 6L, 7L, 8L);

        place.read(List.of(7L, 10L), 700, 704, NOON);

        assertThat(awaited(place)).containsExactly(3L, 4L, 6L, 8L);
    }

    @Test
    void waitsNoLongerThanTheTransactionsThatMayHaveDrawnThem() {
        place.read(List.of(1L, 3L), 700, 703, NOON);
        place.read(List.of(), 705, 705, NOON.plusMillis(999));
        place.read(List.of(), 705, 706, NOON.plusMillis(1000));
        assertThat(awaited(place)).as("702 to 705 may have").containsExactly(2L);

        place.read(List.of(), 705, 900, NOON.plusSeconds(60));
        assertThat(awaited(place)).as("705 runs yet").containsExactly(2L);

        place.read(List.of(), 706, 901, NOON.plusSeconds(61));
        assertThat(awaited(place)).isEmpty();
    }

    @Test
    void takesWhatComesWithTheLastLook() {
        place.read(List.of(1L, 3L), 700, 703, NOON);
        place.read(List.of(), 702, 704, NOON.plusSeconds(2));

        place.read(List.of(2L), 704, 705, NOON.plusSeconds(3));

        assertThat(place.last()).isEqualTo(3);
        assertThat(awaited(place)).isEmpty();
    }

    @Test
    void goesOverALeapInTheNumbersWithoutCountingThem() {
        place.read(List.of(1L, 1_764_000_000_000_000L), 700, 703, NOON);

        assertThat(place.lows()).containsExactly(2L);
        assertThat(place.highs()).containsExactly(1_763_999_999_999_999L);
    }

    /** Numbers become visible in any order, some never do: each look sees what is new, nothing twice, and misses none. */
    @Property(tries = 500)
    void missesNothingInWhateverOrderNumbersAppear(@ForAll("looks") List<Set<Long>> looks) {
        var visible = new TreeSet<Long>();
        var seen = new ArrayList<Long>();
        var reader = new Place();
        for (var appearing : looks) {
            visible.addAll(appearing);
            var found = visible.stream()
                    .filter(number -> number > reader.last() || isAwaited(reader, number))
                    .toList();
            reader.read(found, 1, 2, NOON);
            seen.addAll(found);
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(visible);
    }

    @Provide
    Arbitrary<List<Set<Long>>> looks() {
        return Arbitraries.longs()
                .between(1, 60)
                .set()
                .ofMaxSize(20)
                .map(HashSet::new)
                .<Set<Long>>map(numbers -> numbers)
                .list()
                .ofMaxSize(12);
    }

    private static List<Long> awaited(Place place) {
        return LongStream.rangeClosed(1, place.last())
                .filter(number -> isAwaited(place, number))
                .boxed()
                .toList();
    }

    private static boolean isAwaited(Place place, long number) {
        for (int i = 0; i < place.lows().length; i++) {
            if (place.lows()[i] <= number && number <= place.highs()[i]) {
                return true;
            }
        }
        return false;
    }
}
