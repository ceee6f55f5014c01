package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every guard that counts, called in every way that an upstream might take for the same. */
@QuarkusTest
@WithTestResource(FakeUpstream.class)
class GuardsTest {

    private static final String CALLER = "127.0.0.3";

    @Inject
    EdgeConfig config;

    @Test
    void areWalkedPastInNoWay() {
        var counting = config.guards().values().stream()
                .filter(guard -> guard.perSecond() > 0)
                .toList();
        assertThat(counting).hasSizeGreaterThanOrEqualTo(6);
        counting.forEach(guard -> {
            var path = guard.path().replace("*", "SKA-4F7K-92XM");
            for (int i = 0; i < guard.burst(); i++) {
                assertThat(ask(guard.method() + " " + path)).startsWith("HTTP/1.1 200");
            }
            assertThat(ask(guard.method() + " " + path)).startsWith("HTTP/1.1 429");
            ways(guard.method(), path)
                    .forEach(way -> assertThat(ask(way)).as(way).containsPattern("^HTTP/1.1 4(00|04|05|29)"));
        });
    }

    private static Stream<String> ways(String method, String path) {
        var cut = path.lastIndexOf('/') + 1;
        var head = path.substring(0, cut);
        var last = path.substring(cut);
        var paths = Stream.of(
                path + "/",
                path + "//",
                path + "/.",
                path + "?x=1",
                path + "#x",
                path + ";x=1",
                path + "%00",
                path + "\\",
                head + "./" + last,
                head + "x/../" + last,
                head + "x/%2e%2e/" + last,
                head + "/" + last,
                head + last.toUpperCase(Locale.ROOT),
                head.substring(0, cut - 1) + "%2F" + last,
                head.substring(0, cut - 1) + "%252F" + last,
                "/" + path,
                "http://localhost" + path,
                "x://localhost" + path,
                path.substring(1));
        var encoded = IntStream.range(0, last.length())
                .mapToObj(i -> "%s%s%%%02x%s"
                        .formatted(head, last.substring(0, i), (int) last.charAt(i), last.substring(i + 1)));
        var all = Stream.concat(paths, encoded).map(it -> method + " " + it);
        return method.equals("GET")
                ? Stream.concat(all, Stream.of("HEAD " + path, "HEAD " + path + "/", "get " + path))
                : Stream.concat(all, Stream.of("post " + path));
    }

    private static String ask(String line) {
        try (var socket = Door.open(CALLER)) {
            Door.say(socket, line + " HTTP/1.1\nHost: localhost\nContent-Length: 0\nConnection: close\n\n");
            return Door.head(socket);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
