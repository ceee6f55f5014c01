package id.tanggap.bench.torture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** They lodge complaints at their pace, whether answers come or not, and each until it is certain. */
final class Citizens {
    private static final int SENT_TWICE = 10;
    private static final int UNDECIDED = 4;

    private final Door door;
    private final Told told;
    private final Gaps gaps;
    private final Random random;
    private final Duration pace;

    Citizens(Door door, Told told, Gaps gaps, Random random, Duration pace) {
        this.door = door;
        this.told = told;
        this.gaps = gaps;
        this.random = random;
        this.pace = pace;
    }

    /** Returns at the end; what is under way then goes on until it is answered. */
    void lodge(long end, ExecutorService tasks, Consumer<Complaint> begun) throws InterruptedException {
        for (var slot = System.nanoTime(); slot < end; slot += pace.toNanos()) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, slot - System.nanoTime()));
            var complaint = complaint();
            var key = UUID.randomUUID();
            tasks.execute(() -> lodge(complaint, key, begun));
            if (random.nextInt(SENT_TWICE) == 0) {
                tasks.execute(() -> lodge(complaint, key, _ -> {}));
            }
        }
    }

    private void lodge(ObjectNode complaint, UUID key, Consumer<Complaint> begun) {
        var path = "/api/intake/v1/complaints";
        try {
            var answer = door.insist(path, () -> attempt(complaint, key));
            if (answer.granted()) {
                var accepted = new Complaint(
                        UUID.fromString(answer.body().path("id").asText()),
                        answer.body().path("number").asText(),
                        answer.body().path("secret").asText());
                told.accepted(accepted);
                begun.accept(accepted);
            } else {
                told.unanswered("a complaint was refused with " + answer.status());
            }
        } catch (Door.Unanswered never) {
            told.unanswered(String.valueOf(never.getMessage()));
        }
    }

    private Door.Answer attempt(ObjectNode complaint, UUID key) throws IOException, InterruptedException {
        var answer = door.file(complaint, key);
        if (answer.granted()) {
            gaps.succeeded(System.nanoTime());
        }
        return answer;
    }

    private ObjectNode complaint() {
        var complaint = Door.JSON
                .createObjectNode()
                .put("government", "surakarta")
                .put("channel", "WEB")
                .put(
                        "text",
                        "Tumpukan sampah menutup jalan, percobaan " + Long.toString(random.nextLong() >>> 1, 36) + ".");
        return random.nextInt(UNDECIDED) == 0 ? complaint : complaint.put("category", "sampah");
    }
}
