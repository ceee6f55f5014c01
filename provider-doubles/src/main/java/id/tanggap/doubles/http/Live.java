package id.tanggap.doubles.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells open pages that something changed, as server-sent events. */
public final class Live {
    private static final int MOST_WAITING = 100;
    private static final int PING_SECONDS = 15;

    private final Set<BlockingQueue<String>> pages = ConcurrentHashMap.newKeySet();

    /** @param what changed, in one line; a page that does not keep up misses some */
    public void tell(String what) {
        pages.forEach(page -> page.offer(what));
    }

    /** Stays until the page is closed. */
    public void serve(Request request) throws IOException {
        var waiting = new LinkedBlockingQueue<String>(MOST_WAITING);
        pages.add(waiting);
        try {
            request.exchange().getResponseHeaders().set("Content-Type", "text/event-stream");
            request.exchange().getResponseHeaders().set("Cache-Control", "no-store");
            request.exchange().sendResponseHeaders(200, 0);
            stream(request, waiting);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(waiting);
        }
    }

    private static void stream(Request request, BlockingQueue<String> waiting)
            throws IOException, InterruptedException {
        var page = request.exchange().getResponseBody();
        var event = ": here\n\n";
        while (true) {
            page.write(event.getBytes(StandardCharsets.UTF_8));
            page.flush();
            var changed = waiting.poll(PING_SECONDS, TimeUnit.SECONDS);
            event = changed == null ? ": still here\n\n" : "data: " + changed + "\n\n";
        }
    }
}
