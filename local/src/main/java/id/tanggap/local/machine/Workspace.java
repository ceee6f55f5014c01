package id.tanggap.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one run has its files and ports.
 *
 * @param root the checkout, with the built jars
 * @param data what survives a restart: databases, topics, files, secrets, mails, logs
 * @param frontDoor the port of the front door; all others follow from it
 */
public record Workspace(Path root, Path data, int frontDoor) {

    public int port(Port port) {
        return port.of(frontDoor);
    }

    public String address(Port port) {
        return "127.0.0.1:" + port(port);
    }

    /** How people reach the platform. */
    public String publicUrl() {
        return "http://localhost:" + frontDoor;
    }

    public Path log(String part) {
        return data.resolve("log").resolve(part + ".log");
    }

    public Path mails() {
        return data.resolve("mail");
    }

    /** What officers add; in the data, so that a copy of the data at rest is whole. */
    public Path files() {
        return data.resolve("files");
    }

    /** What citizens attach; likewise. */
    public Path attachments() {
        return data.resolve("attachments");
    }

    /** What is true only while the platform runs: process ids, the marker that all is ready. */
    public Path run(String file) {
        return data.resolve("run").resolve(file);
    }

    /** Exists while every part is ready; scripts wait for it. */
    public Path readyMarker() {
        return run("ready");
    }

    public Path aotCaches() {
        return data.resolve("aot");
    }

    public Path libraries() {
        return root.resolve("local/target/lib");
    }

    public void createDirectories() throws IOException {
        for (String directory : new String[] {"log", "run", "mail", "aot", "files", "attachments"}) {
            Files.createDirectories(data.resolve(directory));
        }
    }
}
