package id.tanggap.bench.replay;

import id.tanggap.bench.replay.ComplaintFile.Line;
import id.tanggap.bench.replay.Translation.Form;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run through a file: what is not posted yet goes out, so many at a time, until one stays undecided. */
final class Posting {
    private final String government;
    private final Translation translation;
    private final DoneFile done;
    private final Pace pace;
    private final Sender sender;
    private final Tally tally;
    private final Semaphore inFlight;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<UUID> seen = new HashSet<>();

    /** @param concurrency how many wait for an answer at most */
    Posting(Translation translation, DoneFile done, Pace pace, Sender sender, Tally tally, int concurrency) {
        this.government = translation.government();
        this.translation = translation;
        this.done = done;
        this.pace = pace;
        this.sender = sender;
        this.tally = tally;
        this.inFlight = new Semaphore(concurrency);
    }

    /** Returns when all that was sent is answered. */
    void post(List<Line> lines) throws InterruptedException {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line : lines) {
                if (!post(line, tasks)) {
                    break;
                }
            }
        }
    }

    /** @return whether to go on */
    private boolean post(Line line, Executor tasks) throws InterruptedException {
        tally.read.increment();
        var key = line.key(government);
        var form = isNew(line, key) ? form(line) : null;
        return form == null || begin(line, key, form, tasks);
    }

    private boolean isNew(Line line, UUID key) {
        if (!seen.add(key)) {
            tally.repeatedLines.increment();
            return false;
        }
        if (done.holds(line)) {
            tally.skipped.increment();
            return false;
        }
        return true;
    }

    private @Nullable Form form(Line line) {
        var form = translation.form(line);
        if (form == null) {
            tally.count(new Outcome.Refused(List.of("(line is no JSON object)")));
        }
        return form;
    }

    private boolean begin(Line line, UUID key, Form form, Executor tasks) throws InterruptedException {
        pace.await();
        inFlight.acquire();
        if (stopped.get()) {
            return false;
        }
        tally.count(form);
        tasks.execute(() -> send(line, key, form));
        return true;
    }

    private void send(Line line, UUID key, Form form) {
        try {
            settle(line, sender.send(form.body(), key));
        } catch (IOException e) {
            stop("the state file cannot be written: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop("interrupted");
        } finally {
            inFlight.release();
        }
    }

    private void settle(Line line, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Accepted || outcome instanceof Outcome.AcceptedOtherwise) {
            done.add(line);
        }
        tally.count(outcome);
        if (outcome instanceof Outcome.Undecided) {
            stopped.set(true);
        }
    }

    private void stop(String why) {
        tally.count(new Outcome.Undecided(why));
        stopped.set(true);
    }
}
