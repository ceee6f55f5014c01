package id.tanggap.file.store;

import static id.tanggap.file.store.StoreContract.anHourAgo;
import static id.tanggap.file.store.StoreContract.content;
import static id.tanggap.file.store.StoreContract.keeping;
import static id.tanggap.file.store.StoreContract.place;
import static id.tanggap.file.store.StoreContract.tomorrow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest implements StoreContract {
    private final Path root;
    private final Store store;
    private final Store replica;

    DirectoryTest(@TempDir Path root) {
        this.root = root;
        store = Directory.open(root, 0);
        replica = Directory.open(root, 0);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store replica() {
        return replica;
    }

    @Override
    public List<String> paths() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    @Override
    public void lay(String path) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, content());
    }

    @Test
    void removesWhatACrashLeftHalfWritten() throws IOException {
        lay(Names.shard(place()) + "/" + UUID.randomUUID() + ".part");

        assertThat(store.sweep(anHourAgo(), keeping())).isZero();
        assertThat(store.sweep(tomorrow(), keeping())).isEqualTo(1);

        assertThat(paths()).isEmpty();
    }

    @Test
    void leavesRoomForOthers() throws IOException {
        var full = Directory.open(root, Long.MAX_VALUE);

        assertThat(full.put(place(), content())).isFalse();

        assertThat(paths()).isEmpty();
    }

    @Test
    void saysAtOnceWhatIsWrongWithIt() {
        var missing = root.resolve("missing");

        assertThatThrownBy(() -> Directory.open(missing, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The directory for files is missing: " + missing);
    }
}
