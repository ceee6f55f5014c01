package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** A caller at the front door. */
final class Door {

    private static final String HOST = "localhost";

    private final HttpClient http = HttpClient.newHttpClient();

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://%s:%d%s".formatted(HOST, port(), path)));
    }

    HttpResponse<String> get(String path) {
        return send(at(path));
    }

    /** As who runs the platform, at the port that is theirs alone. */
    HttpResponse<String> manage(String path) {
        return send(HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(HOST, port("quarkus.management.test-port"), path))));
    }

    HttpResponse<String> getPage(String path) {
        return send(at(path).header("Accept", "text/html,*/*"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped while waiting for an answer", stopped);
        }
    }

    /** What a client that keeps to no rules gets back: the head and as much of a body as the head announces. */
    String raw(String request) {
        try (var socket = open("127.0.0.1")) {
            say(socket, request);
            return answer(socket);
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        }
    }

    /** A connection from an address of this machine: all of 127.0.0.0/8 are. */
    static Socket open(String from) {
        try {
            var socket = new Socket();
            socket.bind(new InetSocketAddress(from, 0));
            // Small, so that an answer nobody reads is soon more than the machine takes on its way.
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", port()), 10_000);
            socket.setSoTimeout(20_000);
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void say(Socket socket, String words) {
        try {
            socket.getOutputStream().write(words.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The head and as much of a body as the head announces. */
    static String answer(Socket socket) {
        var head = head(socket);
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        try {
            return length.find()
                    ? head
                            + new String(
                                    socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))),
                                    StandardCharsets.UTF_8)
                    : head;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String head(Socket socket) {
        try {
            var input = socket.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = input.read();
                assertThat(next).as("end of the head").isNotNegative();
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int port() {
        return port("quarkus.http.test-port");
    }

    private static int port(String setting) {
        return ConfigProvider.getConfig().getValue(setting, Integer.class);
    }
}
