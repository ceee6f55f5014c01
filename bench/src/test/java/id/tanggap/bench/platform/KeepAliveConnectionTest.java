package id.tanggap.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeepAliveConnectionTest {
    private static final byte[] BODY = "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8);
    private static final String CREATED = ScriptedServer.answer(201, "{\"number\":\"x\"}");
    private static final String CHUNKED =
            "HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";

    @Test
    void postsManyTimesOverOneConnection() throws Exception {
        try (var server = new ScriptedServer(CREATED, CHUNKED, CREATED);
                var connection = new KeepAliveConnection(server.address())) {
            assertThat(connection.post(BODY)).isEqualTo(201);
            assertThat(connection.post(BODY)).isEqualTo(503);
            assertThat(connection.post(BODY)).isEqualTo(201);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests())
                    .extracting(ScriptedServer.Request::body)
                    .containsOnly("{\"a\":\"ü\"}");
        }
    }

    @Test
    void connectsAgainAfterACut() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.RESET, CREATED);
                var connection = new KeepAliveConnection(server.address())) {
            assertThatThrownBy(() -> connection.post(BODY)).isInstanceOf(IOException.class);
            assertThat(connection.post(BODY)).isEqualTo(201);
        }
    }

    @Test
    void connectsAgainWhenTheServerSaysItWasTheLast() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.answer(201, "", "Connection: close"), CREATED);
                var connection = new KeepAliveConnection(server.address())) {
            connection.post(BODY);
            connection.post(BODY);

            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
