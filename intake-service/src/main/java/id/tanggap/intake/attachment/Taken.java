package id.tanggap.intake.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.file.content.Inspected;
import id.tanggap.file.content.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of an upload. */
public sealed interface Taken {

    /**
     * It is kept, and waits for the complaint.
     *
     * @param ticket proves that it is one's own; stands in no address
     * @param kind JPEG, PNG, WEBP or PDF
     * @param mediaType as its kind is called elsewhere
     * @param size in bytes, as it is kept
     * @param sha256 of the content as it is kept, in hexadecimal digits
     * @param reduced whether the picture has fewer pixels than it had
     * @param scanned whether a scanner found nothing in it; false when none looked
     * @param position where the picture was taken, for whoever wants to say so in the complaint; kept nowhere
     */
    @Schema(name = "WaitingFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            String ticket,
            String kind,
            String mediaType,
            int size,
            String sha256,
            boolean reduced,
            boolean scanned,
            @Nullable Position position)
            implements Taken {

        /** Shows no ticket, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Waiting[" + kind + "]";
        }
    }

    /** So many wait that this one would come too late. */
    record Busy() implements Taken {}

    record Refused(Reason reason) implements Taken {
        static Refused of(Inspected.Reason reason) {
            return new Refused(
                    switch (reason) {
                        case UNKNOWN_KIND, TOO_LARGE -> Reason.NOT_TAKEN;
                        case BROKEN -> Reason.BROKEN;
                        case TOO_MANY_PIXELS -> Reason.TOO_MANY_PIXELS;
                    });
        }
    }

    /** Why it was not taken, in Indonesian. */
    enum Reason {
        NOT_TAKEN("Pilih satu berkas JPEG, PNG, WebP atau PDF, paling besar 10 MB."),
        BROKEN("Berkas ini rusak atau tidak utuh. Pilih satu berkas JPEG, PNG, WebP atau PDF yang utuh."),
        TOO_MANY_PIXELS("Gambar ini terlalu lebar atau terlalu tinggi. Perkecil dahulu, lalu unggah lagi."),
        INFECTED("Berkas ini mengandung program jahat dan tidak disimpan. Pilih berkas lain."),
        NO_ROOM("Berkas belum disimpan karena ruang penyimpanan penuh. Aduan tetap dapat dikirim tanpa berkas.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** In Indonesian, for whoever sent it. */
        public String text() {
            return text;
        }
    }
}
