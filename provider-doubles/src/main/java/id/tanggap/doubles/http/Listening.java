package id.tanggap.doubles.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A port of this machine alone, behind which nobody may be for a while. */
public final class Listening implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Handling handling;
    private final int port;
    private @Nullable HttpServer server;

    /** What is done with a request; whatever it leaves unanswered is cut off. */
    public interface Handling {
        void handle(Request request) throws IOException;
    }

    /** @param port 0 for any that is free */
    public Listening(int port, Handling handling) throws IOException {
        this.handling = handling;
        var first = bound(port);
        this.port = first.getAddress().getPort();
        server = first;
    }

    private HttpServer bound(int at) throws IOException {
        var bound = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        bound.setExecutor(threads);
        bound.createContext("/", this::handle);
        bound.start();
        return bound;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            handle(new Request(exchange));
        }
    }

    private void handle(Request request) throws IOException {
        try {
            handling.handle(request);
        } catch (BadRequest bad) {
            request.answer(400, "text/plain; charset=utf-8", bad.getMessage());
        }
    }

    public int port() {
        return port;
    }

    /** From now on nobody is reached here. */
    public synchronized void hangUp() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Is there again, at the same port. */
    public synchronized void pickUp() throws IOException {
        if (server == null) {
            server = bound(port);
        }
    }

    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
    }
}
