package id.tanggap.intake.past.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What offices send besides tables that can be read here, by what stands in its bytes, and what they may do with it. */
public enum Stranger {
    LOCKED("Buku kerja ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, lalu kirim lagi."),
    BEFORE_2007("Berkas ini dari Office lama (.xls). Buka di Excel, simpan sebagai .xlsx atau CSV, lalu kirim lagi."),
    OPEN_DOCUMENT("Berkas ini dari LibreOffice (.ods). Simpan sebagai .xlsx atau CSV, lalu kirim lagi."),
    DOCUMENT("Berkas ini dokumen, bukan tabel. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu kirim lagi."),
    PDF("Berkas ini PDF, bukan tabel. Kirim tabel asalnya sebagai .xlsx atau CSV."),
    /** Which many applications call .xls. */
    WEB_PAGE(
            "Berkas ini halaman web, walau mungkin bernama .xls. Buka di Excel, simpan sebagai .xlsx, lalu kirim lagi."),
    OTHER("Kirim berkas CSV, CSV yang dimampatkan gzip, atau buku kerja .xlsx; berkas ini bukan CSV.");

    /** What Office calls a locked file in its container of before 2007, in UTF-16. */
    private static final String SEALED =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    /** In bytes: a container tells what is in it at any place. */
    private static final int MOST_UNPACKED = 16 << 20;

    private static final int LOOKED_AT = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?\\s*<(?:!doctype|html|head|meta|style|body|table|\\?xml|!--)",
            Pattern.CASE_INSENSITIVE);

    private final String told;

    Stranger(String told) {
        this.told = told;
    }

    /** {@link #OTHER} for what is none of these, as a table is. What is packed, as pages send it, is looked into. */
    public static Stranger of(byte[] file) {
        return ofUnpacked(Bytes.begins(file, 0x1F, 0x8B) ? Bytes.unpacked(file, MOST_UNPACKED) : file);
    }

    private static Stranger ofUnpacked(byte[] file) {
        if (Bytes.begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return text(file).contains(SEALED) ? LOCKED : BEFORE_2007;
        }
        if (Bytes.begins(file, 'P', 'K', 3, 4)) {
            return ofPacked(text(file));
        }
        if (Bytes.begins(file, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        return MARKUP.matcher(beginning(file)).lookingAt() ? WEB_PAGE : OTHER;
    }

    /** A workbook may have any of the others in it. */
    private static Stranger ofPacked(String packed) {
        if (packed.contains("xl/workbook")) {
            return OTHER;
        }
        if (packed.contains("mimetypeapplication/vnd.oasis.opendocument")) {
            return OPEN_DOCUMENT;
        }
        return packed.contains("word/document.xml") || packed.contains("ppt/presentation.xml") ? DOCUMENT : OTHER;
    }

    /** To who sent it. */
    public String told() {
        return told;
    }

    /** Its bytes as letters. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static String beginning(byte[] file) {
        return new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
}
