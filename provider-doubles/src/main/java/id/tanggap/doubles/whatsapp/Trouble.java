package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.doubles.http.BadRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What goes wrong, as it is asked for. Of what is counted, -1 means every time. */
public final class Trouble {
    private volatile Outage outage = Outage.NONE;
    private volatile int copies = 1;
    private volatile boolean shuffled;
    private volatile int batch = 1;
    private volatile Duration statusesLate = Duration.ZERO;
    private volatile boolean expired;
    private volatile boolean refusesAtOnce;
    private volatile int code;
    private final Consumer<Outage> changed;
    private final AtomicInteger codes = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicInteger lostFiles = new AtomicInteger();

    /** How nothing is answered. */
    public enum Outage {
        NONE,
        /** Nobody listens. */
        REFUSED,
        /** HTTP 503, by somebody in front. */
        UNAVAILABLE,
        /** A connection, and no answer on it. */
        HANGING;

        private static Outage of(String name) {
            return Arrays.stream(values())
                    .filter(outage -> outage.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("no such outage"));
        }
    }

    /** @param changed is told of each outage and of its end */
    Trouble(Consumer<Outage> changed) {
        this.changed = changed;
    }

    public Trouble outage(Outage kind) {
        outage = kind;
        changed.accept(kind);
        return this;
    }

    /** Each update is posted so many times. */
    public Trouble copies(int times) {
        copies = Math.clamp(times, 1, 20);
        return this;
    }

    /** Updates that come at about the same time are posted so many at a time. */
    public Trouble batch(int most) {
        batch = Math.clamp(most, 1, 1000);
        return this;
    }

    /** Updates that come at about the same time are posted in another order. */
    public Trouble shuffled(boolean are) {
        shuffled = are;
        return this;
    }

    /** Statuses come so much later than usual. */
    public Trouble statusesLate(Duration by) {
        statusesLate = by;
        return this;
    }

    /** The next messages are taken, and no answer comes. */
    public Trouble lostAnswers(int times) {
        lostAnswers.set(times);
        return this;
    }

    /** The next requests for files find the service out of order. */
    public Trouble lostFiles(int times) {
        lostFiles.set(times);
        return this;
    }

    /** No token is good any more. */
    public Trouble expired(boolean are) {
        expired = are;
        return this;
    }

    /** A closed window and an absent citizen are told in the answer, and not later by a status. */
    public Trouble refusesAtOnce(boolean does) {
        refusesAtOnce = does;
        return this;
    }

    /** The next messages meet this error. */
    public Trouble code(int error, int times) {
        code = error;
        codes.set(times);
        return this;
    }

    public Trouble none() {
        return outage(Outage.NONE)
                .copies(1)
                .batch(1)
                .shuffled(false)
                .statusesLate(Duration.ZERO)
                .lostAnswers(0)
                .lostFiles(0)
                .expired(false)
                .refusesAtOnce(false)
                .code(0, 0);
    }

    /** @param asked the same by name, those alone that are to change */
    void set(JsonNode asked) {
        outage(Outage.of(asked.path("outage").asText(outage.name())));
        copies(asked.path("copies").asInt(copies)).batch(asked.path("batch").asInt(batch));
        shuffled(asked.path("shuffled").asBoolean(shuffled));
        statusesLate(Duration.ofMillis(asked.path("statusesLateMillis").asLong(statusesLate.toMillis())));
        lostAnswers(asked.path("lostAnswers").asInt(lostAnswers.get()));
        lostFiles(asked.path("lostFiles").asInt(lostFiles.get()));
        expired(asked.path("expired").asBoolean(expired));
        refusesAtOnce(asked.path("refusesAtOnce").asBoolean(refusesAtOnce));
        code(asked.path("code").asInt(code), asked.path("times").asInt(codes.get()));
    }

    Outage outage() {
        return outage;
    }

    int copies() {
        return copies;
    }

    int batch() {
        return batch;
    }

    boolean isShuffled() {
        return shuffled;
    }

    Duration statusesLate() {
        return statusesLate;
    }

    boolean isExpired() {
        return expired;
    }

    boolean isRefusingAtOnce() {
        return refusesAtOnce;
    }

    boolean losesAnswer() {
        return isMet(lostAnswers);
    }

    boolean losesFile() {
        return isMet(lostFiles);
    }

    /** The error that the message at hand meets; 0 for none. */
    int nextCode() {
        return isMet(codes) ? code : 0;
    }

    private static boolean isMet(AtomicInteger left) {
        return left.getAndUpdate(before -> before > 0 ? before - 1 : before) != 0;
    }
}
