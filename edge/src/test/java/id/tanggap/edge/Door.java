package id.tanggap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        try (var socket = new Socket(HOST, port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            var input = socket.getInputStream();
            var answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                int next = input.read();
                assertThat(next).as("end of the head").isNotNegative();
                answer.append((char) next);
            }
            var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(answer);
            if (length.find()) {
                answer.append(new String(input.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
            }
            return answer.toString();
        } catch (IOException failed) {
            throw new AssertionError("No answer", failed);
        }
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }
}
