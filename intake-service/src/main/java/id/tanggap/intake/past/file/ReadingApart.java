package id.tanggap.intake.past.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a file in a process of its own, which may die of it. Blocks until the file is read. */
public final class ReadingApart implements AutoCloseable {
    /** For one file in all, without what the taker of its rows takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int BUFFER = 64 << 10;
    /** What a JVM says that has no memory left. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataInputStream said;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("past-watch").daemon().factory());
    private long nanosLeft;
    private volatile boolean tooLong;

    private ReadingApart(Process process, Duration patience) {
        this.process = process;
        this.said = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
        this.nanosLeft = patience.toNanos();
        watch.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param rows what this throws ends the reading
     * @throws Unreadable when it is no table, breaks off, or holds more than an office's table
     * @throws ReaderEnded when the process died of it, or would have read for too long
     */
    public static void read(byte[] file, Consumer<SheetRow> rows) {
        read(file, rows, PATIENCE);
    }

    static void read(byte[] file, Consumer<SheetRow> rows, Duration patience) {
        try (var reading = new ReadingApart(ReaderCommand.start(), patience)) {
            reading.give(file);
            reading.handOver(rows);
        } catch (IOException noProcess) {
            // No fault of the file's.
            throw new IllegalStateException("no process to read in");
        }
    }

    private void give(byte[] file) {
        awaited(() -> {
            try (var in = process.getOutputStream()) {
                in.write(file);
            }
            return file;
        });
    }

    private void handOver(Consumer<SheetRow> rows) {
        while (awaited(() -> RowStream.hasNext(said))) {
            rows.accept(awaited(() -> RowStream.row(said)));
        }
    }

    private <T> T awaited(Callable<T> step) {
        var begun = System.nanoTime();
        var end = watch.schedule(this::endIt, nanosLeft, TimeUnit.NANOSECONDS);
        try {
            return step.call();
        } catch (Unreadable refused) {
            throw refused;
        } catch (Exception ended) {
            throw new ReaderEnded(reason());
        } finally {
            end.cancel(false);
            nanosLeft -= System.nanoTime() - begun;
        }
    }

    private void endIt() {
        tooLong = true;
        process.destroyForcibly();
    }

    private String reason() {
        process.destroyForcibly();
        var memory = !tooLong && process.onExit().join().exitValue() == OUT_OF_MEMORY;
        return tooLong
                ? "Membaca berkas ini terlalu lama."
                : memory ? "Isi berkas ini tidak muat dalam memori." : "Berkas ini menghentikan pembacanya.";
    }

    @Override
    public void close() {
        watch.shutdownNow();
        process.destroyForcibly();
    }
}
