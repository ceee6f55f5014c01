package id.tanggap.intake.past.file;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What offices send besides tables that can be read here, by what stands in its bytes, and what they may do with it. */
public enum Stranger {
    /** Which Office packs into the container of its files of before 2007. */
    LOCKED(
            file -> isContainer(file) && text(file).contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"),
            "Buku kerja ini dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, lalu kirim lagi."),
    BEFORE_2007(
            Stranger::isContainer,
            "Berkas ini dari Office lama (.xls). Buka di Excel, simpan sebagai .xlsx atau CSV, lalu kirim lagi."),
    OPEN_DOCUMENT(
            file -> isZip(file) && text(file).contains("mimetypeapplication/vnd.oasis.opendocument"),
            "Berkas ini dari LibreOffice (.ods). Simpan sebagai .xlsx atau CSV, lalu kirim lagi."),
    DOCUMENT(
            file -> isZip(file)
                    && Stream.of("word/document.xml", "ppt/presentation.xml").anyMatch(text(file)::contains),
            "Berkas ini dokumen, bukan tabel. Salin tabelnya ke Excel, simpan sebagai .xlsx, lalu kirim lagi."),
    PDF(
            file -> FileKind.begins(file, '%', 'P', 'D', 'F'),
            "Berkas ini PDF, bukan tabel. Kirim tabel asalnya sebagai .xlsx atau CSV."),
    /** Which many applications call .xls. */
    WEB_PAGE(
            Stranger::isMarkup,
            "Berkas ini halaman web, walau mungkin bernama .xls. Buka di Excel, simpan sebagai .xlsx, lalu kirim lagi."),
    OTHER(_ -> true, "Kirim berkas CSV, CSV yang dimampatkan gzip, atau buku kerja .xlsx; berkas ini bukan CSV.");

    private static final int LOOKED_AT = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?\\s*<(?:!doctype|html|head|meta|style|body|table|\\?xml|!--)",
            Pattern.CASE_INSENSITIVE);

    private final Predicate<byte[]> signs;
    private final String told;

    Stranger(Predicate<byte[]> signs, String told) {
        this.signs = signs;
        this.told = told;
    }

    /** {@link #OTHER} for what is none of these, as a table is. */
    public static Stranger of(byte[] file) {
        return Stream.of(values())
                .filter(stranger -> stranger.signs.test(file))
                .findFirst()
                .orElse(OTHER);
    }

    /** To who sent it. */
    public String told() {
        return told;
    }

    private static boolean isContainer(byte[] file) {
        return FileKind.begins(file, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean isZip(byte[] file) {
        return FileKind.begins(file, 'P', 'K', 3, 4);
    }

    private static boolean isMarkup(byte[] file) {
        var beginning = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(beginning).lookingAt();
    }

    /** Its bytes as letters. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
