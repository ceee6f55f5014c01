package id.tanggap.intake.past.file;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process that reads one file and nothing else: the file comes in, its rows go out. It has no secrets and opens no
 * connection, and whatever the file does to it, it does to nobody else.
 */
final class ReaderProcess {
    /** As much as the stream to the other process takes at once. */
    private static final int BUFFER = 64 << 10;

    private ReaderProcess() {}

    public static void main(String[] none) throws IOException {
        endWithTheService();
        beTheFirstToGo();
        var out = new DataOutputStream(new BufferedOutputStream(System.out, BUFFER));
        try {
            Spreadsheet.read(System.in.readAllBytes(), row -> hand(out, row));
            RowStream.writeEnd(out);
        } catch (Unreadable refused) {
            RowStream.writeUnreadable(out, refused.reason());
        }
        out.flush();
    }

    private static void hand(DataOutputStream out, SheetRow row) {
        try {
            RowStream.write(out, row);
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    private static void endWithTheService() {
        ProcessHandle.current()
                .parent()
                .ifPresent(service ->
                        service.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    /** Where memory is short, Linux takes it and not the service. */
    private static void beTheFirstToGo() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000", WRITE);
        } catch (IOException _) {
            // Elsewhere there is no such wish.
        }
    }
}
