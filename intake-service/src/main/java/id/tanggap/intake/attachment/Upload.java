package id.tanggap.intake.attachment;

import id.tanggap.contracts.event.IntakeEvent.AttachedFile;
import id.tanggap.file.content.Kind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A file that no complaint has claimed yet.
 *
 * @param wrappedKey the file's own key
 * @param size in bytes, as it is kept
 * @param scanned whether a scanner found nothing in it; false when none looked
 */
record Upload(UUID id, byte[] wrappedKey, Kind kind, int size, boolean scanned, Details details) {

    AttachedFile told() {
        return new AttachedFile(id, kind.mediaType(), size);
    }

    ReceivedFile received() {
        return new ReceivedFile(kind.name(), size, details.sha256());
    }

    /**
     * What is known of a file and sealed with its key.
     *
     * @param name as its sender called it, made fit by {@link id.tanggap.file.content.FileName}
     * @param sha256 of the content as it is kept, in hexadecimal digits
     */
    record Details(String name, String sha256) {
        static Details read(byte[] written) {
            var lines = new String(written, StandardCharsets.UTF_8).split("\n", 2);
            return new Details(lines[1], lines[0]);
        }

        byte[] written() {
            return (sha256 + "\n" + name).getBytes(StandardCharsets.UTF_8);
        }

        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Details[…]";
        }
    }
}
