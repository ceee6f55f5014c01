package id.tanggap.reporting.document;

import java.time.YearMonth;
import java.util.Locale;

/** What a compiled recap is handed out as. */
enum DocumentKind {
    /** The report that is signed and filed. */
    PDF(Name.PDF, "inline", "rekap"),
    /** All figures and all complaints, to be reckoned with. */
    XLSX(Name.XLSX, "attachment", "rekap"),
    /** The letter with which the report is sent, to be edited. */
    DOCX(Name.DOCX, "attachment", "surat-pengantar-rekap");

    /** As they stand in a path. */
    static final String NAMES = "pdf|xlsx|docx";

    /** The media types, for annotations. */
    static final class Name {
        static final String PDF = "application/pdf";
        static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

        private Name() {}
    }

    private final String mediaType;
    private final String disposition;
    private final String name;

    DocumentKind(String mediaType, String disposition, String name) {
        this.mediaType = mediaType;
        this.disposition = disposition;
        this.name = name;
    }

    /** @param name one of {@link #NAMES} */
    static DocumentKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String mediaType() {
        return mediaType;
    }

    /** As the header {@code Content-Disposition} says it: what to do with the file, and what it is called. */
    String disposition(String government, YearMonth month, int version) {
        return "%s; filename=\"%s-%s-%s-v%d.%s\""
                .formatted(disposition, name, government, month, version, name().toLowerCase(Locale.ROOT));
    }
}
