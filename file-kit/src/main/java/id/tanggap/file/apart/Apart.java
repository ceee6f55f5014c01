package id.tanggap.file.apart;

import id.tanggap.file.apart.Ended.Why;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A process that works on one thing, from its start to its end. Whoever waits for it blocks. */
public final class Apart implements AutoCloseable {
    private static final int BUFFER = 64 << 10;
    /** What a JVM ends with that has no memory left. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataInputStream said;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("apart-watch").daemon().factory());
    private long nanosLeft;
    private volatile boolean tooLong;

    private Apart(Process process, long nanosLeft) {
        this.process = process;
        this.said = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.nanosLeft = nanosLeft;
        watch.setRemoveOnCancelPolicy(true);
    }

    /** @throws IllegalStateException when no process is to be had, which is no fault of what it was to work on */
    public static Apart begin(Job job, String... arguments) {
        try {
            return new Apart(job.start(List.of(arguments)), job.patience().toNanos());
        } catch (IOException none) {
            throw new IllegalStateException("no process to be had");
        }
    }

    /**
     * All that it is to work on.
     *
     * @throws Ended when it does not take that
     */
    public void give(byte[] content) {
        awaited(_ -> {
            try (var in = process.getOutputStream()) {
                in.write(content);
            }
            return content;
        });
    }

    /**
     * What it says next.
     *
     * @throws Ended when it has ended before, or says nothing for too long
     */
    public <T> T hear(Hearing<T> hearing) {
        return awaited(hearing);
    }

    /** Takes apart what a process says, and blocks while it says nothing. */
    @FunctionalInterface
    public interface Hearing<T> {
        T of(DataInputStream said) throws IOException;
    }

    private <T> T awaited(Hearing<T> step) {
        var begun = System.nanoTime();
        var end = watch.schedule(this::endIt, nanosLeft, TimeUnit.NANOSECONDS);
        try {
            return step.of(said);
        } catch (IOException ended) {
            throw new Ended(why());
        } finally {
            end.cancel(false);
            nanosLeft -= System.nanoTime() - begun;
        }
    }

    private void endIt() {
        tooLong = true;
        process.destroyForcibly();
    }

    private Why why() {
        if (tooLong) {
            return Why.TIME;
        }
        // It has closed its mouth and is about to end.
        return process.onExit().join().exitValue() == OUT_OF_MEMORY ? Why.MEMORY : Why.FAULT;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        process.destroyForcibly();
    }
}
