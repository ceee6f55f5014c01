package id.tanggap.file.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AN_HOUR_AGO = LONG_AGO.plus(Duration.ofHours(1));
    private static final byte[] CONTENT = {1, 2, 3};

    private final Path root;
    private final Store store;
    private final Store replica;
    private final Place place = new Place(UUID.randomUUID(), UUID.randomUUID());

    DirectoryTest(@TempDir Path root) {
        this.root = root;
        store = Directory.open(root, 0);
        replica = Directory.open(root, 0);
    }

    @Test
    void keepsWhatItWasGiven() throws IOException {
        assertThat(store.get(place)).isNull();

        assertThat(store.put(place, CONTENT)).isTrue();

        assertThat(replica.get(place)).isEqualTo(CONTENT);
        assertThat(files()).hasSize(1);
        replica.delete(place);
        replica.delete(place);
        assertThat(store.get(place)).isNull();
    }

    @Test
    void showsWholeFilesAloneWhileReplicasWriteTheSamePlaces() throws Exception {
        var owner = UUID.randomUUID();
        var places = Stream.generate(() -> new Place(owner, UUID.randomUUID()))
                .limit(5)
                .toList();
        List<Callable<Boolean>> deeds = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var one = places.get(i % places.size());
            var content = new byte[100_000];
            Arrays.fill(content, (byte) i);
            var writer = i % 2 == 0 ? store : replica;
            deeds.add(() -> writer.put(one, content));
            deeds.add(() -> isWhole(replica.get(one)));
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(deeds)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(files()).hasSize(5);
    }

    @Test
    void removesWhatNobodyKnowsOfAndWhatACrashLeft() throws IOException {
        var unknown = new Place(place.owner(), UUID.randomUUID());
        store.put(place, CONTENT);
        store.put(unknown, CONTENT);
        var half = Files.write(files().getFirst().resolveSibling(UUID.randomUUID() + ".part"), CONTENT);
        age();

        assertThat(store.sweep(AN_HOUR_AGO, keeping(place))).isEqualTo(2);

        assertThat(store.get(place)).isEqualTo(CONTENT);
        assertThat(store.get(unknown)).isNull();
        assertThat(half).doesNotExist();
    }

    @Test
    void leavesWhatIsAboutToBeKnown() throws IOException {
        store.put(place, CONTENT);
        var half = Files.write(files().getFirst().resolveSibling(UUID.randomUUID() + ".part"), CONTENT);

        assertThat(store.sweep(AN_HOUR_AGO, keeping())).isZero();

        assertThat(store.get(place)).isEqualTo(CONTENT);
        assertThat(half).exists();
    }

    @Test
    void leavesWhatIsNotItsOwn() throws IOException {
        store.put(place, CONTENT);
        var note = Files.writeString(files().getFirst().resolveSibling("catatan.txt"), "milik admin");
        age();

        assertThat(store.sweep(AN_HOUR_AGO, keeping(place))).isZero();

        assertThat(note).exists();
    }

    @Test
    void isSweptByTwoAtATime() throws Exception {
        for (int i = 0; i < 300; i++) {
            store.put(new Place(UUID.randomUUID(), UUID.randomUUID()), CONTENT);
        }
        store.put(place, CONTENT);
        age();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var gone = threads.invokeAll(List.<Callable<Integer>>of(
                    () -> store.sweep(AN_HOUR_AGO, keeping(place)), () -> replica.sweep(AN_HOUR_AGO, keeping(place))));

            assertThat(gone.get(0).get() + gone.get(1).get()).isEqualTo(300);
        }
        assertThat(files()).hasSize(1);
        assertThat(store.get(place)).isEqualTo(CONTENT);
    }

    @Test
    void asksAboutManyInParts() throws IOException {
        var owner = UUID.randomUUID();
        for (int i = 0; i < 1_500; i++) {
            Files.write(
                    Files.createDirectories(root.resolve(owner.toString().substring(34)))
                            .resolve(owner + "_" + UUID.randomUUID()),
                    CONTENT);
        }
        age();
        var asked = new ArrayList<Integer>();

        store.sweep(AN_HOUR_AGO, places -> {
            asked.add(places.size());
            return places;
        });

        assertThat(asked).containsExactly(1_000, 500);
    }

    @Test
    void leavesRoomForOthers() throws IOException {
        var full = Directory.open(root, Long.MAX_VALUE);

        assertThat(full.put(place, CONTENT)).isFalse();

        assertThat(files()).isEmpty();
    }

    @Test
    void saysAtOnceWhatIsWrongWithIt() {
        var missing = root.resolve("missing");

        assertThatThrownBy(() -> Directory.open(missing, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The directory for files is missing: " + missing);
    }

    private static UnaryOperator<Set<Place>> keeping(Place... known) {
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

    private void age() throws IOException {
        for (var file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
