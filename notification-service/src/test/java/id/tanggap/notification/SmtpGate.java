package id.tanggap.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Stands before the real mail server and does what networks and mail servers do on bad days. */
public final class SmtpGate {
    private final int port;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean refuseUs = new AtomicBoolean();
    private final AtomicBoolean loseNextReply = new AtomicBoolean();
    private final Semaphore passage = new Semaphore(1_000_000);
    private @Nullable ServerSocket listening;

    SmtpGate(int port, int server) {
        this.port = port;
        this.server = server;
    }

    public synchronized void open() {
        if (listening != null) {
            return;
        }
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listening = socket;
            Thread.ofVirtual().start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody listens any more, and whoever is connected is cut off. */
    public synchronized void shut() {
        if (listening != null) {
            close(listening);
            listening = null;
        }
        open.forEach(SmtpGate::close);
    }

    /** The server quotes the address in its refusal, as many do. */
    public void refuse(String address) {
        refused.add(address);
    }

    /** The server takes nothing of us, whoever it is for. */
    public void refuseUs(boolean refused) {
        refuseUs.set(refused);
    }

    /** The next mail is delivered, but the line breaks before the client hears so. */
    public void loseNextReply() {
        loseNextReply.set(true);
    }

    /** Mails are delivered but the client waits for the word until {@link #release()}. */
    public void hold() {
        passage.drainPermits();
    }

    public void release() {
        passage.release(1_000_000);
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        open.add(client);
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var fromClient = reader(client);
            var fromServer = reader(upstream);
            reply(fromServer, client.getOutputStream());
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (refuseUs.get() && line.startsWith("MAIL FROM:")) {
                    write(client.getOutputStream(), "550 5.7.1 " + line.substring(10) + ": Sender rejected");
                    continue;
                }
                if (isRefused(line)) {
                    write(client.getOutputStream(), "550 5.1.1 " + line.substring(8) + ": Recipient address rejected");
                    continue;
                }
                write(upstream.getOutputStream(), line);
                reply(fromServer, client.getOutputStream());
                if (line.equals("DATA")) {
                    text(fromClient, upstream.getOutputStream());
                    var heard = fromServer.readLine();
                    if (loseNextReply.compareAndSet(true, false)) {
                        return;
                    }
                    passage.acquire();
                    passage.release();
                    write(client.getOutputStream(), heard);
                }
            }
        } catch (IOException cut) {
            close(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private boolean isRefused(String line) {
        return line.startsWith("RCPT TO:") && refused.stream().anyMatch(line::contains);
    }

    private static void text(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = from.readLine();
            write(to, line);
        } while (!line.equals("."));
    }

    private static void reply(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("The server hung up");
            }
            write(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private static void close(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
