package id.tanggap.intake.past.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.tanggap.file.apart.Apart;
import id.tanggap.file.apart.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.codec.Encoder;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ArrayUtils;
import org.codehaus.stax2.XMLInputFactory2;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a file in a process of its own, which may die of it. */
public final class ReadingApart {
    /** With time enough for four sheets of fifty thousand rows on a busy machine; without what the taker of rows takes. */
    static final Job JOB = new Job(
            ReaderProcess.class,
            List.of(
                    CSVFormat.class,
                    ReadableWorkbook.class,
                    InputFactoryImpl.class,
                    XMLInputFactory2.class,
                    ZipFile.class,
                    IOUtils.class,
                    ArrayUtils.class,
                    Encoder.class),
            128,
            Duration.ofMinutes(2),
            true);

    /**
     * Blocks until the file is read.
     *
     * @param rows what this throws ends the reading
     * @throws Unreadable when it is no table, breaks off, or holds more than an office's table
     * @throws id.tanggap.file.apart.Ended when the process died of it, or would have read for too long
     */
    public static void read(byte[] file, Consumer<SheetRow> rows) {
        read(JOB, file, rows);
    }

    static void read(Job job, byte[] file, Consumer<SheetRow> rows) {
        try (var reader = Apart.begin(job)) {
            reader.give(file);
            while (reader.hear(RowStream::hasNext)) {
                rows.accept(reader.hear(RowStream::row));
            }
        }
    }

    private ReadingApart() {}
}
