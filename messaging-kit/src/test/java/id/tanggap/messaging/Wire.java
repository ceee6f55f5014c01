package id.tanggap.messaging;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between a client and a server that can fall silent without closing anything. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0);
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final String host;
    private final int port;

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

    private void accept() {
        try {
            while (true) {
                var client = entrance.accept();
                var link = new Link(client, new Socket(host, port));
                links.add(link);
                Thread.ofVirtual().start(() -> link.carry(client, link.server));
                Thread.ofVirtual().start(() -> link.carry(link.server, client));
            }
        } catch (IOException closed) {
            links.forEach(Link::close);
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

        void carry(Socket from, Socket to) {
            var buffer = new byte[8192];
            try {
                for (int count; (count = from.getInputStream().read(buffer)) >= 0; ) {
                    if (!silent) {
                        to.getOutputStream().write(buffer, 0, count);
                    }
                }
            } catch (IOException broken) {
                silent = true;
            }
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
