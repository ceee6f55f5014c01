package id.tanggap.file.scan;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, over TCP. A file has a connection of its own, so that many threads may ask at a time. Whatever is wrong
 * with the daemon, its answer is then that nothing is known of the file, and a line in the log says why.
 *
 * @see <a href="https://manpages.debian.org/bookworm/clamav-daemon/clamd.8.en.html">clamd(8), INSTREAM</a>
 */
public final class Clamd implements Scanner {
    private static final Logger LOG = System.getLogger(Clamd.class.getName());
    private static final Pattern ADDRESS = Pattern.compile("(?<host>[^:\\s]+|\\[[0-9A-Fa-f:.]+]):(?<port>[0-9]{1,5})");
    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";

    /** A limit that the daemon is set to report says nothing of what lies behind it. */
    private static final Pattern FOUND = Pattern.compile("stream: (?!Heuristics\\.Limits\\.Exceeded).+ FOUND");

    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 512;

    /** It is near, and one that is away is not to keep an upload waiting. */
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final String host;
    private final int port;
    private final Duration patience;

    private Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    /**
     * The one that listens there.
     *
     * @param address {@code host:port}
     * @param patience for one file, from the first byte that is sent to the answer, and for its turn at the daemon
     * @throws IllegalStateException when that is no address, with a sentence for whoever set it
     */
    public static Clamd at(String address, Duration patience) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group("port")) > 0xffff) {
            throw new IllegalStateException("The scanner is to be host:port, and is set to: " + address);
        }
        return new Clamd(parts.group("host"), Integer.parseInt(parts.group("port")), patience);
    }

    @Override
    public Scanned of(byte[] content) {
        var socket = new Socket();
        // Closing is what ends a write too that nobody reads.
        var end = ForkJoinPool.commonPool().schedule(() -> close(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
        try (socket) {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTING.toMillis());
            send(content, socket.getOutputStream());
            return verdict(answer(socket.getInputStream()));
        } catch (IOException trouble) {
            return notScanned(end.isDone() ? "no answer within " + patience : String.valueOf(trouble.getMessage()));
        } finally {
            end.cancel(false);
        }
    }

    private static void send(byte[] content, OutputStream sent) throws IOException {
        var out = new DataOutputStream(sent);
        out.write(INSTREAM);
        for (int from = 0; from < content.length; from += CHUNK) {
            var length = Math.min(CHUNK, content.length - from);
            out.writeInt(length);
            out.write(content, from, length);
        }
        out.writeInt(0);
    }

    /** Up to its end, which has to be there: a part of one may say the contrary of the whole. */
    private static String answer(InputStream received) throws IOException {
        var answer = new StringBuilder();
        for (int next = received.read(); next != 0; next = received.read()) {
            if (next < 0 || answer.length() == LONGEST_ANSWER) {
                throw new EOFException(next < 0 ? "the answer breaks off" : "the answer does not end");
            }
            answer.append(next < ' ' || next > '~' ? '?' : (char) next);
        }
        return answer.toString();
    }

    private Scanned verdict(String answer) {
        if (answer.equals(CLEAN)) {
            return Scanned.CLEAN;
        }
        if (!FOUND.matcher(answer).matches()) {
            return notScanned(answer);
        }
        LOG.log(Level.WARNING, "clamd refuses a file: {0}", answer);
        return Scanned.INFECTED;
    }

    private Scanned notScanned(String why) {
        LOG.log(Level.WARNING, "A file is not scanned, clamd at {0}:{1}: {2}", host, String.valueOf(port), why);
        return Scanned.NOT_SCANNED;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
