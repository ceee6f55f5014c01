package id.tanggap.routing.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Semaphore told = new Semaphore(0);

    @Test
    void tellsOfAFileThatChangesInAFolderOfTheFolder() throws Exception {
        Files.createDirectory(folder.resolve("surakarta"));
        try (var _ = FolderWatch.of(folder, told::release)) {
            write("surakarta/sop.yaml", "a");
            assertThat(isTold()).isTrue();
            write("surakarta/sop.yaml", "b");
            assertThat(isTold()).isTrue();
        }
    }

    @Test
    void tellsOfAFolderThatCameLater() throws Exception {
        try (var _ = FolderWatch.of(folder, told::release)) {
            Files.createDirectory(folder.resolve("karanganyar"));
            assertThat(isTold()).isTrue();
            write("karanganyar/sop.yaml", "a");
            assertThat(isTold()).isTrue();
        }
    }

    @Test
    void tellsOnceOfWhatChangesTogether() throws Exception {
        try (var _ = FolderWatch.of(folder, told::release)) {
            for (var i = 0; i < 20; i++) {
                write("file-" + i, "a");
            }
            assertThat(isTold()).isTrue();
            assertThat(told.tryAcquire(1, TimeUnit.SECONDS)).isFalse();
        }
    }

    private boolean isTold() throws InterruptedException {
        return told.tryAcquire(20, TimeUnit.SECONDS);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
