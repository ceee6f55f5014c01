package id.tanggap.intake.past.file;

import static java.util.Objects.requireNonNullElse;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes, whatever its name says. */
public enum FileKind {
    /** Text in UTF-8, in UTF-16 with its mark or, as older spreadsheets write it, windows-1252. */
    CSV,
    CSV_GZIP,
    /** Office Open XML. */
    WORKBOOK;

    /** In bytes. More is no office's table, or packed to exhaust the reader. */
    public static final long LONGEST_UNPACKED = 64L << 20;

    /** In bytes: a workbook's words are held in memory while it is read. */
    static final long LONGEST_WORDS = 32L << 20;

    /** In bytes: its sheets are not, and some tell of thousands of rows that are formatted and empty. */
    static final long LONGEST_SHEETS = 512L << 20;

    private static final String SHEETS = "xl/worksheets/";

    private static final int SHORTEST = 4;
    private static final int LOOKED_AT = 4096;
    private static final Charset OLD_OFFICES = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Null for what is no table: pictures, documents, workbooks of before 2007 or of another make. */
    public static @Nullable FileKind of(byte[] file) {
        if (Bytes.begins(file, 'P', 'K', 3, 4)) {
            return Stranger.of(file) == Stranger.OTHER ? WORKBOOK : null;
        }
        if (Bytes.begins(file, 0x1F, 0x8B)) {
            return isText(Bytes.unpacked(file, LOOKED_AT)) ? CSV_GZIP : null;
        }
        return isText(file) ? CSV : null;
    }

    private static boolean isText(byte[] file) {
        return file.length >= SHORTEST
                && Stranger.of(file) == Stranger.OTHER
                && letters(file)
                        .chars()
                        .allMatch(letter -> letter >= ' ' || letter == '\t' || letter == '\n' || letter == '\r');
    }

    /** Its letters, or its bytes where it does not say how they are encoded. */
    private static String letters(byte[] file) {
        return new String(
                file,
                0,
                Math.min(file.length, LOOKED_AT),
                requireNonNullElse(marked(file), StandardCharsets.ISO_8859_1));
    }

    /** The encoding that says so at the beginning; null when none does. */
    private static @Nullable Charset marked(byte[] text) {
        if (Bytes.begins(text, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return Bytes.begins(text, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    /**
     * A text file, unpacked and decoded as it is read.
     *
     * @throws Unreadable when there is more of it than {@link #LONGEST_UNPACKED}, while reading
     */
    BufferedReader text(byte[] file) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(unpacked(file), charset(file)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** @throws Unreadable when its sheets are longer than {@link #LONGEST_SHEETS}, or all else than {@link #LONGEST_WORDS} */
    static void limit(byte[] workbook) throws IOException {
        var sheets = new AtomicLong(LONGEST_SHEETS);
        var words = new AtomicLong(LONGEST_WORDS);
        try (var packed = ZipFile.builder().setByteArray(workbook).get()) {
            for (var entry : Collections.list(packed.getEntries())) {
                var left = entry.getName().startsWith(SHEETS) ? sheets : words;
                new Limited(packed.getInputStream(entry), left).transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private Charset charset(byte[] file) throws IOException {
        var marked = marked(this == CSV_GZIP ? Bytes.unpacked(file, LOOKED_AT) : file);
        return marked == null ? (isUtf8(file) ? StandardCharsets.UTF_8 : OLD_OFFICES) : marked;
    }

    private boolean isUtf8(byte[] file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(unpacked(file), decoder)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private InputStream unpacked(byte[] file) throws IOException {
        var bytes = new ByteArrayInputStream(file);
        return new Limited(this == CSV_GZIP ? new GZIPInputStream(bytes) : bytes, new AtomicLong(LONGEST_UNPACKED));
    }

    /** Fails once more was read than a table may be long. */
    private static final class Limited extends InputStream {
        private final InputStream all;
        private final AtomicLong left;

        Limited(InputStream all, AtomicLong left) {
            this.all = all;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return counted(all.read(), 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = all.read(into, from, length);
            return counted(read, read);
        }

        private int counted(int read, int bytes) {
            if (read >= 0 && left.addAndGet(-bytes) < 0) {
                throw new Unreadable(
                        "Isi berkas terlalu besar: paling banyak 64 MB untuk CSV, dan 32 MB tulisan untuk buku kerja."
                                + " Bagi menjadi beberapa berkas, misalnya per tahun.");
            }
            return read;
        }
    }
}
