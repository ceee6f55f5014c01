package id.tanggap.bench.platform;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection for one request after the other. The sender shares the cores with what it measures,
 * and this costs a fraction of a full client.
 */
public final class KeepAliveConnection implements Closeable {
    private static final int ANSWER_WITHIN_MILLIS = 30_000;

    private final URI address;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();

    public KeepAliveConnection(URI address) {
        this.address = address;
    }

    /** @return the status; after an exception the next request opens a new connection */
    public int post(byte[] body) throws IOException {
        return send(
                ("POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"),
                body);
    }

    /** Asks for a path of the same server, signed in. */
    public int get(String path, String token) throws IOException {
        return send(
                "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n",
                new byte[0]);
    }

    private int send(String head, byte[] body) throws IOException {
        try {
            if (socket == null) {
                connect();
            }
            write(head.getBytes(StandardCharsets.US_ASCII), body);
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        var fresh = new Socket(address.getHost(), address.getPort());
        socket = fresh;
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(ANSWER_WITHIN_MILLIS);
        in = new BufferedInputStream(fresh.getInputStream(), 4_096);
        out = fresh.getOutputStream();
    }

    /** Head and body in one packet. */
    private void write(byte[] head, byte[] body) throws IOException {
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        out.flush();
    }

    private int read() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = headers();
        if (headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            skipChunks();
        } else {
            in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
        }
        if (headers.getOrDefault("connection", "").contains("close")) {
            close();
        }
        return status;
    }

    /** In lower case. */
    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var parts = header.toLowerCase(Locale.ROOT).split(":", 2);
            headers.put(parts[0], parts[parts.length - 1].strip());
        }
        return headers;
    }

    private void skipChunks() throws IOException {
        for (var size = Long.parseLong(line(), 16); size > 0; size = Long.parseLong(line(), 16)) {
            in.skipNBytes(size + 2);
        }
        line();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
