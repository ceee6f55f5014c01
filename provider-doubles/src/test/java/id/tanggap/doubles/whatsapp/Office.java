package id.tanggap.doubles.whatsapp;

import static java.util.Objects.requireNonNull;

import id.tanggap.channel.Received;
import id.tanggap.channel.whatsapp.WhatsAppHook;
import id.tanggap.doubles.http.Listening;
import id.tanggap.doubles.http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An office's hook: reads what is genuine, keeps each piece once, and refuses for a while when it is told to. */
final class Office implements AutoCloseable {
    static final String SIGNING = "app secret";

    private final WhatsAppHook hook = new WhatsAppHook();
    private final Map<String, Received> received = new LinkedHashMap<>();
    private final List<String> came = new ArrayList<>();
    private final Listening listening;
    private String agreed = "agreed";
    private int refusals;
    private int bodies;

    Office() throws IOException {
        listening = new Listening(0, this::take);
    }

    private synchronized void take(Request request) throws IOException {
        if (request.method().equals("GET")) {
            var challenge = hook.handshake(name -> request.query(requireNonNull(name)), agreed);
            request.answer(challenge == null ? 403 : 200, "text/plain", challenge == null ? "" : challenge);
            return;
        }
        take(request, request.bytes());
    }

    private void take(Request request, byte[] body) throws IOException {
        if (refusals > 0 || !hook.isGenuine(body, name -> request.header(requireNonNull(name)), SIGNING)) {
            refusals--;
            request.answer(503, "text/plain", "");
            return;
        }
        bodies++;
        hook.split(body).forEach(piece -> {
            came.add(piece.id());
            received.put(piece.id(), hook.read(piece.raw()));
        });
        request.answer(200, "text/plain", "");
    }

    URI address() {
        return URI.create("http://localhost:" + listening.port() + "/hooks/whatsapp/ulas-wa");
    }

    synchronized void agrees(String other) {
        agreed = other;
    }

    synchronized void refuses(int times) {
        refusals = times;
    }

    /** Every piece once, in the order of arrival. */
    synchronized List<Received> received() {
        return List.copyOf(received.values());
    }

    /** The ids of the pieces, as often as they came. */
    synchronized List<String> came() {
        return List.copyOf(came);
    }

    synchronized int bodies() {
        return bodies;
    }

    synchronized List<Received.Message> messages() {
        return received.values().stream()
                .filter(Received.Message.class::isInstance)
                .map(Received.Message.class::cast)
                .toList();
    }

    synchronized List<Received.Report> reports() {
        return received.values().stream()
                .filter(Received.Report.class::isInstance)
                .map(Received.Report.class::cast)
                .toList();
    }

    @Override
    public void close() {
        listening.close();
    }
}
