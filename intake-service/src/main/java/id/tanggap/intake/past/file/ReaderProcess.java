package id.tanggap.intake.past.file;

import id.tanggap.file.apart.Worker;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The process that reads one file and nothing else: the file comes in, its rows go out. */
final class ReaderProcess {
    private ReaderProcess() {}

    public static void main(String[] none) throws IOException {
        try (var out = Worker.begin()) {
            try {
                Spreadsheet.read(System.in.readAllBytes(), row -> hand(out, row));
                RowStream.writeEnd(out);
            } catch (Unreadable refused) {
                RowStream.writeUnreadable(out, refused.reason());
            }
        }
    }

    private static void hand(DataOutputStream out, SheetRow row) {
        try {
            RowStream.write(out, row);
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }
}
