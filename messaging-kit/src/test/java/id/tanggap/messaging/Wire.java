package id.tanggap.messaging;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between a client and a server that can fall silent without closing anything, or break at any byte. */
public final class Wire implements AutoCloseable {
    private static final Runnable NOTHING = () -> {};

    private final ServerSocket entrance = new ServerSocket(0);
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final String host;
    private final int port;
    private long carried;
    private long mark = Long.MAX_VALUE;
    private Runnable atTheMark = NOTHING;

    public Wire(String address) throws IOException {
        var parts = address.split(":", -1);
        host = parts[0];
        port = Integer.parseInt(parts[1]);
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** What is open now carries nothing any more; what is opened later does. */
    public void silenceWhatIsOpen() {
        links.forEach(link -> link.silent = true);
    }

    /** Breaks what is open now as a machine that is gone does: neither side hears a farewell. */
    public void breakWhatIsOpen() {
        links.forEach(Link::reset);
    }

    /** Closes what is open now as a process that ends does. */
    public void closeWhatIsOpen() {
        links.forEach(Link::close);
    }

    /** How many bytes went either way. */
    public synchronized long carried() {
        return carried;
    }

    /** Lets something happen, once, when so many more bytes have gone either way; of what was read only those go on. */
    public synchronized void after(long bytes, Runnable happens) {
        mark = carried + bytes;
        atTheMark = happens;
    }

    /** Nothing is to happen any more. */
    public synchronized void spare() {
        mark = Long.MAX_VALUE;
        atTheMark = NOTHING;
    }

    private synchronized int untilTheMark(int count) {
        return (int) Math.min(count, mark - carried);
    }

    private Runnable passed(int count) {
        synchronized (this) {
            carried += count;
            if (carried < mark) {
                return NOTHING;
            }
            var happens = atTheMark;
            spare();
            return happens;
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                var link = new Link(client, new Socket(host, port));
                links.add(link);
                Thread.ofVirtual().start(() -> carry(link, client, link.server));
                Thread.ofVirtual().start(() -> carry(link, link.server, client));
            }
        } catch (IOException closed) {
            links.forEach(Link::close);
        }
    }

    private void carry(Link link, Socket from, Socket to) {
        try {
            pump(link, from, to);
            link.end();
        } catch (IOException broken) {
            link.end();
        }
    }

    private void pump(Link link, Socket from, Socket to) throws IOException {
        var buffer = new byte[8192];
        for (int count; (count = from.getInputStream().read(buffer)) >= 0; ) {
            forward(link, buffer, count, to);
        }
    }

    private void forward(Link link, byte[] buffer, int count, Socket to) throws IOException {
        if (link.silent) {
            return;
        }
        var first = untilTheMark(count);
        to.getOutputStream().write(buffer, 0, first);
        passed(first).run();
        if (first < count) {
            forward(link, Arrays.copyOfRange(buffer, first, count), count - first, to);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        links.forEach(Link::close);
    }

    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void reset() {
            try {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException closed) {
                silent = true;
            }
            close();
        }

        /** What fell silent closes nothing. */
        void end() {
            if (!silent) {
                close();
            }
        }

        void close() {
            try (client;
                    server) {
                silent = true;
            } catch (IOException e) {
                silent = true;
            }
        }
    }
}
