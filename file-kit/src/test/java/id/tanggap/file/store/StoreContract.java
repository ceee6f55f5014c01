package id.tanggap.file.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to, of which two replicas have one. */
interface StoreContract {
    Store store();

    Store replica();

    /** The paths of all that lies there. */
    List<String> paths() throws IOException;

    /** Of somebody else, who also keeps things there. */
    void lay(String path) throws IOException;

    @Test
    default void keepsWhatItWasGiven() throws IOException {
        var place = place();
        assertThat(store().get(place)).isNull();

        assertThat(store().put(place, content())).isTrue();

        assertThat(replica().get(place)).isEqualTo(content());
        assertThat(paths()).containsExactly(Names.path(place));
        replica().delete(place);
        replica().delete(place);
        assertThat(store().get(place)).isNull();
        assertThat(paths()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_193, 10 << 20})
    default void keepsEveryByte(int length) throws IOException {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        var place = place();

        store().put(place, content);

        assertThat(replica().get(place)).isEqualTo(content);
    }

    @Test
    default void keepsWhatCameLast() throws IOException {
        var place = place();
        store().put(place, content());

        replica().put(place, new byte[] {4});

        assertThat(store().get(place)).containsExactly(4);
        assertThat(paths()).hasSize(1);
    }

    @Test
    default void showsWholeFilesAloneWhileReplicasWriteTheSamePlaces() throws Exception {
        var owner = UUID.randomUUID();
        var places = Stream.generate(() -> new Place(owner, UUID.randomUUID()))
                .limit(5)
                .toList();
        List<Callable<Boolean>> deeds = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var one = places.get(i % places.size());
            var content = new byte[100_000];
            Arrays.fill(content, (byte) i);
            var writer = i % 2 == 0 ? store() : replica();
            deeds.add(() -> writer.put(one, content));
            deeds.add(() -> isWhole(replica().get(one)));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(deeds)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(paths()).hasSize(5);
    }

    @Test
    default void removesWhatNobodyKnowsOf() throws IOException {
        var place = place();
        var unknown = new Place(place.owner(), UUID.randomUUID());
        store().put(place, content());
        store().put(unknown, content());

        assertThat(store().sweep(tomorrow(), keeping(place))).isEqualTo(1);

        assertThat(store().get(place)).isEqualTo(content());
        assertThat(store().get(unknown)).isNull();
    }

    @Test
    default void leavesWhatIsAboutToBeKnown() throws IOException {
        var place = place();
        store().put(place, content());

        assertThat(store().sweep(anHourAgo(), keeping())).isZero();

        assertThat(store().get(place)).isEqualTo(content());
    }

    @Test
    default void leavesWhatIsNotItsOwn() throws IOException {
        var place = place();
        var foreign = List.of(
                Names.shard(place) + "/catatan.txt",
                Names.path(place) + ".bak",
                "zz/" + Names.file(place),
                Names.path(place).toUpperCase(Locale.ROOT) + "A");
        for (var path : foreign) {
            lay(path);
        }

        assertThat(store().sweep(tomorrow(), keeping())).isZero();

        assertThat(paths()).containsExactlyInAnyOrderElementsOf(foreign);
    }

    @Test
    default void isSweptByTwoAtATime() throws Exception {
        for (int i = 0; i < 300; i++) {
            store().put(place(), content());
        }
        var place = place();
        store().put(place, content());

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var gone : threads.invokeAll(List.<Callable<Integer>>of(
                    () -> store().sweep(tomorrow(), keeping(place)),
                    () -> replica().sweep(tomorrow(), keeping(place))))) {
                assertThat(gone.get()).isLessThanOrEqualTo(300);
            }
        }
        assertThat(paths()).containsExactly(Names.path(place));
    }

    /** More than a store names at a time. */
    @Test
    default void asksAboutManyInParts() throws Exception {
        var owner = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 1_500; i++) {
                var _ = threads.submit(() -> store().put(new Place(owner, UUID.randomUUID()), content()));
            }
        }
        var asked = new ArrayList<Integer>();

        store().sweep(tomorrow(), places -> {
            asked.add(places.size());
            return places;
        });

        assertThat(asked).containsExactly(1_000, 500);
        assertThat(store().sweep(tomorrow(), keeping())).isEqualTo(1_500);
        assertThat(paths()).isEmpty();
    }

    static byte[] content() {
        return new byte[] {1, 2, 3};
    }

    /** Everything that a test has put is older than that. */
    static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    /** Nothing that a test has put is. */
    static Instant anHourAgo() {
        return Instant.now().minus(Duration.ofHours(1));
    }

    static Place place() {
        return new Place(UUID.randomUUID(), UUID.randomUUID());
    }

    static UnaryOperator<Set<Place>> keeping(Place... known) {
        return asked -> {
            var stays = new HashSet<>(asked);
            stays.retainAll(List.of(known));
            return stays;
        };
    }

    private static boolean isWhole(byte @Nullable [] content) {
        for (int i = 0; content != null && i < content.length; i++) {
            if (content[i] != content[0] || content.length != 100_000) {
                return false;
            }
        }
        return true;
    }
}
