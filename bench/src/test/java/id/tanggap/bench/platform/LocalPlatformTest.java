package id.tanggap.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.bench.platform.LocalPlatform.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {
    @TempDir
    Path data;

    @Test
    void countsAllPortsFromTheFrontDoor() throws Exception {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/port"), "9100");
        Files.writeString(data.resolve("run/intake.pid"), "4711\n");

        var platform = LocalPlatform.at(data.toString());

        assertThat(platform.url(Service.EDGE)).hasToString("http://localhost:9100");
        assertThat(platform.url(Service.NOTIFICATION)).hasToString("http://localhost:9105");
        assertThat(platform.postgresPort()).isEqualTo(9106);
        assertThat(platform.processes()).containsOnly(java.util.Map.entry("intake", 4711L));
    }

    @Test
    void tellsADirectoryWithoutPlatform() throws Exception {
        var platform = LocalPlatform.at(data.toString());

        assertThat(platform.url(Service.EDGE)).hasToString("http://localhost:8080");
        assertThatThrownBy(() -> platform.connect(Service.INTAKE)).hasMessageContaining("./tanggap up");
    }
}
