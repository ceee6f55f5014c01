package id.tanggap.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one run has its files and ports.
 *
 * @param root the checkout, with the built jars
 * @param data what survives a restart: databases, topics, secrets, mails, logs
 * @param frontDoor the port of the front door; all others follow from it
 */
record Workspace(Path root, Path data, int frontDoor) {

    int port(Port port) {
        return port.of(frontDoor);
    }

    String address(Port port) {
        return "127.0.0.1:" + port(port);
    }

    /** How people reach the platform. */
    String publicUrl() {
        return "http://localhost:" + frontDoor;
    }

    Path log(String part) {
        return data.resolve("log").resolve(part + ".log");
    }

    Path mails() {
        return data.resolve("mail");
    }

    /** What is true only while the platform runs: process ids, the marker that all is ready. */
    Path run(String file) {
        return data.resolve("run").resolve(file);
    }

    /** Exists while every part is ready; scripts wait for it. */
    Path readyMarker() {
        return run("ready");
    }

    Path aotCaches() {
        return data.resolve("aot");
    }

    Path libraries() {
        return root.resolve("local/target/lib");
    }

    void createDirectories() throws IOException {
        for (String directory : new String[] {"log", "run", "mail", "aot"}) {
            Files.createDirectories(data.resolve(directory));
        }
    }
}
