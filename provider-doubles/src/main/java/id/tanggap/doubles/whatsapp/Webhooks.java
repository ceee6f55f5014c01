package id.tanggap.doubles.whatsapp;

import id.tanggap.channel.Signature;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import id.tanggap.doubles.whatsapp.DoubleConfig.Pace;
import id.tanggap.doubles.whatsapp.Ledger.Posted;
import id.tanggap.doubles.whatsapp.Updates.Update;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Posts updates of one account to its hook, one body after the other, and again until they are taken. What has to be repeated
 * holds nothing up: what comes after it may come before it.
 */
final class Webhooks implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final Duration ANSWERING = Duration.ofSeconds(10);

    /** For updates to come together that are to be posted together, or in another order. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private final Account account;
    private final Pace pace;
    private final InstantSource time;
    private final Trouble trouble;
    private final Ledger ledger;
    private final Consumer<Update> taken;
    private final BlockingQueue<Update> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Random order = new Random(7);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("webhooks-", 0).factory());
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /** @param taken is told of each update that the hook took, each time that it took it */
    Webhooks(Account account, DoubleConfig config, Trouble trouble, Ledger ledger, Consumer<Update> taken) {
        this.account = account;
        pace = config.pace();
        time = config.time();
        this.trouble = trouble;
        this.ledger = ledger;
        this.taken = taken;
        threads.execute(this::run);
    }

    /** More than fit are lost, as they are when a hook was away for too long. */
    void post(Update update) {
        waiting.offer(update);
    }

    void postIn(Duration delay, Runnable update) {
        later(delay, update);
    }

    private void run() {
        try {
            while (true) {
                var next = new ArrayList<>(List.of(waiting.take()));
                gather(next);
                split(next, trouble.batch()).forEach(this::postCopies);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather(List<Update> next) throws InterruptedException {
        if (trouble.isShuffled() || trouble.batch() > 1) {
            TimeUnit.MILLISECONDS.sleep(GATHERING.toMillis());
            waiting.drainTo(next);
        }
        if (trouble.isShuffled()) {
            Collections.shuffle(next, order);
        }
    }

    private static List<List<Update>> split(List<Update> all, int most) {
        var parts = new ArrayList<List<Update>>();
        for (var from = 0; from < all.size(); from += most) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + most))));
        }
        return parts;
    }

    private void postCopies(List<Update> updates) {
        for (var copy = 0; copy < trouble.copies(); copy++) {
            attempt(updates, 1);
        }
    }

    private void attempt(List<Update> updates, int attempt) {
        var status = posted(Updates.body(account, updates));
        var ids = updates.stream().map(Update::id).toList();
        ledger.add(new Posted(time.instant(), account.number(), ids, attempt, status));
        if (status == 200) {
            updates.forEach(taken);
        } else if (attempt < pace.attempts()) {
            later(pace.retry(attempt), () -> attempt(updates, attempt + 1));
        }
    }

    private void later(Duration delay, Runnable what) {
        try {
            // Of its own, since a hook may take its time.
            threads.schedule(() -> Thread.startVirtualThread(what), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of the answer; 0 when there is none. */
    private int posted(byte[] body) {
        try {
            return http.send(request(body), BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Whether the hook answers the handshake as it should. */
    boolean shakesHands() {
        var challenge = Long.toString(time.instant().toEpochMilli());
        var asked = "?hub.mode=subscribe&hub.challenge=%s&hub.verify_token=%s"
                .formatted(challenge, URLEncoder.encode(account.verify(), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(account.hook() + asked))
                .timeout(ANSWERING)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(challenge);
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(account.hook())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header(
                        "X-Hub-Signature-256",
                        "sha256=" + Signature.of(body, account.signing()).hex())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
